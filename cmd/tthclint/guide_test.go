package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
)

// TestGuides does what each page says, block by block, in a scratch folder with
// the samples that the pages speak of. Where a page is there in both languages,
// who reads English must be told to do the same; it is done once, and pieces of
// files are looked at in both.
func TestGuides(t *testing.T) {
	wasmtest.Cache(t)
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("sh is not installed: the commands of the pages were not run")
	}
	scripts := map[string][]string{}
	pages := guidePages(t)
	for _, p := range pages {
		scripts[p.name] = p.script()
	}
	for _, p := range pages {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			if name, ok := strings.CutPrefix(p.name, "docs/en/"); ok {
				if vi, both := scripts["docs/vi/"+name]; both {
					require.Equal(t, vi, scripts[p.name])
					p.blocks = slices.DeleteFunc(p.blocks, func(b guideBlock) bool { return b.attributes["of"] == "" })
				}
			}
			g := &guide{t: t, dir: scratch(t)}
			for _, b := range p.blocks {
				g.follow(&b)
			}
			if after := afterGuide[p.name]; after != nil {
				after(t, g.dir)
			}
		})
	}
}

// afterGuide looks at what is in the scratch folder after a page.
var afterGuide = map[string]func(t *testing.T, dir string){
	"docs/vi/forms.md": func(t *testing.T, dir string) {
		assert.FileExists(t, filepath.Join(dir, "ban_giao.png"))
		assert.FileExists(t, filepath.Join(dir, "thu-2.png"))
		for _, name := range []string{"ban_giao.yaml", "labels.csv"} {
			want, err := os.ReadFile(filepath.Join("..", "..", "examples", "them-bieu-mau", "mau-rieng", name))
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(dir, "mau-rieng", name))
			require.NoError(t, err)
			assert.Equal(t, string(want), string(got), name)
		}
	},
}

// scratch is a folder with what the pages name:
//
//	ho-so, examples/ho-so      some dossiers and three rows of the register of the samples
//	trust, examples/trust      the certificates of the samples
//	examples/thang-9           a register and one dossier of a month
//	ket-qua.pdf, ket-hon.pdf   a result, a marriage certificate
//	so.csv                     a register with a column that is not known
//	quet, mau-rieng            scans of a form of an office, sheets to try it on
func scratch(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	copied := func(to, from string) {
		data, err := os.ReadFile(filepath.Join("..", "..", "examples", filepath.FromSlash(from)))
		require.NoError(t, err)
		to = filepath.Join(dir, filepath.FromSlash(to))
		require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o755))
		require.NoError(t, os.WriteFile(to, data, 0o644))
	}
	for _, above := range []string{"", "examples/"} {
		for _, name := range []string{"ho-so/H20.30-240111-0005-KQ1.pdf", "ho-so/H20.30-250317-0009-KQ1.pdf", "trust/mau-thu-root-SAMPLE.pem", "trust/mau-thu-ca-g1-SAMPLE.pem"} {
			copied(above+name, name)
		}
	}
	copied("examples/ho-so/H20.30-240422-0003-KQ1.pdf", "ho-so/H20.30-240422-0003-KQ1.pdf")
	for _, name := range []string{"ket-qua.pdf", "ket-hon.pdf"} {
		copied(name, "ho-so/H20.30-240111-0005-KQ1.pdf")
	}
	for _, name := range []string{"a/so-theo-doi.xlsx", "a/H20.30-260907-0001-KQ1.pdf", "thu-hoi/mau-thu-ca-g1.crl"} {
		copied("examples/thang-9/"+name, "thang-9/"+name)
	}
	for _, name := range []string{"quet/to-1.pdf", "quet/to-2.pdf", "quet/to-3.pdf", "quet/to-4.pdf", "quet/to-5.pdf", "mau-rieng/thu-1.pdf", "mau-rieng/thu-2.pdf", "mau-rieng/thu-3.pdf", "mau-rieng/thu-4.pdf"} {
		copied(name, "them-bieu-mau/"+name)
	}
	rows := registerRows(t, os.DirFS(filepath.Join("..", "..", "examples")), "240111-0005|250317-0009|250408-0002")
	for _, above := range []string{"", "examples"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, above, "ho-so", "ho-so.csv"), rows, 0o644))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "so.csv"), []byte("Số hồ sơ,Ngày vào sổ,Ngày hẹn trả\nH20.30-260901-0001,01/09/2026,05/09/2026\n"), 0o644))
	return dir
}

// registerRows returns the head of the register of the samples and the rows whose
// dossier codes match.
func registerRows(t *testing.T, examples fs.FS, codes string) []byte {
	t.Helper()
	all, err := fs.ReadFile(examples, "ho-so/ho-so.csv")
	require.NoError(t, err)
	rows := regexp.MustCompile(`(?m)^(.*Số hồ sơ,|[^,]*-(`+codes+`),).*\n`).FindAll(all, -1)
	require.Len(t, rows, 2+strings.Count(codes, "|"))
	return bytes.Join(rows, nil)
}

// guide is one who follows a page.
type guide struct {
	t       *testing.T
	dir     string
	printed string // by the commands of the last block
}

func (g *guide) follow(b *guideBlock) {
	switch file, of := b.attributes["file"], b.attributes["of"]; {
	case b.lang == "sh":
		g.printed = ""
		codes := strings.Split(b.attributes["exit"], ",")
		for i, line := range b.commands() {
			code, _ := strconv.Atoi(codes[min(i, len(codes)-1)]) // none: 0
			g.run(line, code)
		}
	case file != "":
		file = filepath.Join(g.dir, filepath.FromSlash(file))
		require.NoError(g.t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(g.t, os.WriteFile(file, []byte(b.text), 0o644))
	case of != "":
		whole, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(of)))
		require.NoError(g.t, err)
		for part := range strings.SplitSeq(flush(b.text), "\n…\n") { // what lies between is left out
			assert.Contains(g.t, measure.ReplaceAllString(flush(string(whole)), "# mm"), measure.ReplaceAllString(part, "# mm"), "of %s", of)
		}
	case b.lang == "text":
		require.Contains(g.t, b.attributes, "shown")
		for line := range strings.Lines(b.text) {
			if line = strings.TrimSpace(line); line != "…" {
				assert.Contains(g.t, g.printed, line)
			}
		}
	case b.lang != "" && b.lang != "yaml":
		assert.Fail(g.t, "nothing holds this block to the truth", "%s:\n%s", b.lang, b.text)
	}
}

// run gives a line to the shell. A program that is run from its source is the
// one under test.
func (g *guide) run(line string, code int) {
	g.t.Helper()
	cmd := exec.CommandContext(g.t.Context(), "sh", "-c", strings.ReplaceAll(line, "go run ./cmd/tthclint", "tthclint"))
	cmd.Dir = g.dir
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "XDG_CACHE_HOME="+cacheHome(g.t), "XDG_CONFIG_HOME="+filepath.Join(g.dir, ".config"))
	out, _ := cmd.CombinedOutput()
	require.NotNil(g.t, cmd.ProcessState)
	require.Equal(g.t, code, cmd.ProcessState.ExitCode(), "%s\n%.2000s", line, out)
	g.printed += string(out)
}

// measure is one in a report, which goldens leave out.
var measure = regexp.MustCompile("\\d+[ \u00a0]mm")

// flush returns a text without indentation.
func flush(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimSpace(line) + "\n")
	}
	return b.String()
}
