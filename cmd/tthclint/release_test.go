package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inRepository reads a file of the repository.
func inRepository(t *testing.T, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
	require.NoError(t, err)
	return src
}

type releaseYAML struct {
	Version int    `yaml:"version"`
	Name    string `yaml:"project_name"`
	Builds  []struct {
		Main   string   `yaml:"main"`
		Binary string   `yaml:"binary"`
		Env    []string `yaml:"env"`
		GOOS   []string `yaml:"goos"`
		GOARCH []string `yaml:"goarch"`
	} `yaml:"builds"`
	Archives []struct {
		Name      string   `yaml:"name_template"`
		Formats   []string `yaml:"formats"`
		Overrides []struct {
			GOOS    string   `yaml:"goos"`
			Formats []string `yaml:"formats"`
		} `yaml:"format_overrides"`
		Files []string `yaml:"files"`
	} `yaml:"archives"`
	Checksum struct {
		Name string `yaml:"name_template"`
	} `yaml:"checksum"`
}

func release(t *testing.T) releaseYAML {
	t.Helper()
	var r releaseYAML
	require.NoError(t, yaml.Unmarshal(inRepository(t, ".goreleaser.yaml"), &r))
	require.Len(t, r.Builds, 1)
	require.Len(t, r.Archives, 1)
	return r
}

// TestReleaseBuildsWhatIsCrossBuilt compares the targets of a release with those
// that every change is built for.
func TestReleaseBuildsWhatIsCrossBuilt(t *testing.T) {
	r := release(t)
	build := r.Builds[0]
	var targets []string
	for _, goos := range build.GOOS {
		for _, goarch := range build.GOARCH {
			targets = append(targets, goos+"/"+goarch)
		}
	}
	loop := regexp.MustCompile(`(?m)^for target in (.+); do$`).FindSubmatch(inRepository(t, ".ci/run"))
	require.NotNil(t, loop)
	assert.ElementsMatch(t, strings.Fields(string(loop[1])), targets)
	assert.Contains(t, build.Env, "CGO_ENABLED=0", "one static file")
	assert.Equal(t, "./cmd/tthclint", build.Main)
	for _, name := range []string{"LICENSE", "NOTICE"} { // the licences of what is linked ask for it
		assert.Contains(t, r.Archives[0].Files, name)
		assert.NotEmpty(t, inRepository(t, name))
	}
}

// TestActionFetchesWhatIsReleased compares the names that the action downloads
// with those of a release.
func TestActionFetchesWhatIsReleased(t *testing.T) {
	r := release(t)
	script := string(inRepository(t, ".github/actions/tthclint/install.sh"))
	assert.Equal(t, "{{ .ProjectName }}_{{ .Os }}_{{ .Arch }}", r.Archives[0].Name)
	assert.Contains(t, script, "name="+r.Name+"_${os}_$arch.$archive")
	assert.Contains(t, script, "--pattern "+r.Checksum.Name)
	for _, goos := range r.Builds[0].GOOS {
		format := r.Archives[0].Formats[0]
		for _, o := range r.Archives[0].Overrides {
			if o.GOOS == goos {
				format = o.Formats[0]
			}
		}
		assert.Contains(t, script, "os="+goos+" archive="+format)
	}
	for _, goarch := range r.Builds[0].GOARCH {
		assert.Contains(t, script, "arch="+goarch)
	}
}

type actionYAML struct {
	Inputs map[string]struct {
		Description string `yaml:"description"`
		Default     string `yaml:"default"`
	} `yaml:"inputs"`
	Outputs map[string]struct {
		Value string `yaml:"value"`
	} `yaml:"outputs"`
	Runs struct {
		Using string `yaml:"using"`
		Steps []struct {
			ID    string            `yaml:"id"`
			Run   string            `yaml:"run"`
			Shell string            `yaml:"shell"`
			With  map[string]string `yaml:"with"`
			Env   map[string]string `yaml:"env"`
		} `yaml:"steps"`
	} `yaml:"runs"`
}

// TestActionIsWired wants every input to be used, every use to be an input, and
// none to be pasted into a script.
func TestActionIsWired(t *testing.T) {
	var a actionYAML
	require.NoError(t, yaml.Unmarshal(inRepository(t, ".github/actions/tthclint/action.yml"), &a))
	assert.Equal(t, "composite", a.Runs.Using)
	var inputs []string
	for name, in := range a.Inputs {
		inputs = append(inputs, name)
		assert.NotEmpty(t, in.Description, name)
	}
	var used []string
	for _, step := range a.Runs.Steps {
		assert.NotContains(t, step.Run, "${{")
		if step.Run != "" {
			assert.Equal(t, "bash", step.Shell)
		}
		for variable, value := range step.Env {
			for _, m := range regexp.MustCompile(`inputs\.([\w-]+)`).FindAllStringSubmatch(value, -1) {
				used = append(used, m[1])
				script := regexp.MustCompile(`[\w-]+\.sh`).FindString(step.Run)
				assert.Contains(t, string(inRepository(t, ".github/actions/tthclint/"+script)), "$"+variable, variable)
			}
		}
	}
	assert.ElementsMatch(t, inputs, used)
	for name, out := range a.Outputs {
		assert.Equal(t, "${{ steps.check.outputs."+name+" }}", out.Value)
	}
}

// TestActionChecks runs the script of the action with the program under test.
func TestActionChecks(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("no bash here")
	}
	script, err := filepath.Abs("../../.github/actions/tthclint/check.sh")
	require.NoError(t, err)
	self, err := os.Executable()
	require.NoError(t, err)
	bin := t.TempDir()
	require.NoError(t, os.Symlink(self, filepath.Join(bin, "tthclint"))) // under this name it is the program; see TestMain
	check := func(args, unchecked string) (code int, stdout, outputs string, dir string) {
		dir = t.TempDir()
		write(t, filepath.Join(dir, "hồ sơ", "a.pdf"), "no PDF")
		write(t, filepath.Join(dir, "hồ sơ", "b.pdf"), "%PDF-1.4\n")
		cmd := exec.Command(bash, script)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "CHECKED=hồ sơ", "FAIL_ON=error",
			"FAIL_ON_UNCHECKED="+unchecked, "ARGS="+args, "SARIF=loi.sarif", "GITHUB_OUTPUT="+filepath.Join(dir, "outputs"))
		var out bytes.Buffer
		cmd.Stdout = &out
		err := cmd.Run()
		if status := (*exec.ExitError)(nil); errors.As(err, &status) {
			code = status.ExitCode()
		} else {
			require.NoError(t, err)
		}
		told, err := os.ReadFile(filepath.Join(dir, "outputs"))
		require.NoError(t, err)
		return code, out.String(), string(told), dir
	}
	code, stdout, outputs, dir := check("--rules result/not-pdf --lang en", "false")
	assert.Equal(t, exitFindings, code)
	assert.Contains(t, stdout, "::error file=")
	assert.Equal(t, "sarif=loi.sarif\nexit-code=1\n", outputs)
	report, err := os.ReadFile(filepath.Join(dir, "loi.sarif"))
	require.NoError(t, err)
	assert.Contains(t, string(report), `"version":"2.1.0"`)

	code, _, outputs, _ = check("--rules result/no-such", "false")
	assert.Equal(t, exitCannotRun, code)
	assert.Contains(t, outputs, "exit-code=2")

	code, stdout, _, _ = check("--rules scan/skew --no-config", "false")
	assert.Equal(t, exitClean, code, stdout)
	assert.Contains(t, stdout, "::warning::tthclint: something could not be checked")
	code, _, _, _ = check("--rules scan/skew --no-config", "true")
	assert.Equal(t, exitUnchecked, code)
}

// TestHookIsACommand wants the hook to name a subcommand and flags that exist.
func TestHookIsACommand(t *testing.T) {
	var hooks []struct {
		ID       string   `yaml:"id"`
		Name     string   `yaml:"name"`
		Entry    string   `yaml:"entry"`
		Language string   `yaml:"language"`
		Types    []string `yaml:"types"`
	}
	require.NoError(t, yaml.Unmarshal(inRepository(t, ".pre-commit-hooks.yaml"), &hooks))
	require.NotEmpty(t, hooks)
	for _, hook := range hooks {
		words := strings.Fields(hook.Entry)
		require.Equal(t, "tthclint", words[0])
		c, _, _ := command(nil)
		c.prepare(nil)
		code := exitClean
		sub, rest, err := c.root(&code).Find(words[1:])
		require.NoError(t, err)
		assert.NoError(t, sub.ParseFlags(rest))
		assert.Equal(t, "lint", sub.Name())
		assert.True(t, slices.Contains(hook.Types, "pdf"))
		assert.Equal(t, "golang", hook.Language)
	}
}
