package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
)

// caller is a program of examples/precheck that calls the command.
type caller struct {
	folder string
	build  []string // in a scratch folder with the sources; nil: nothing is built
	run    []string
}

var callers = []caller{
	{"csharp", []string{"mcs", "-r:System.Runtime.Serialization.dll", "Precheck.cs"}, []string{"mono", "Precheck.exe"}},
	{"java", []string{"javac", "-Xlint:all", "-Werror", "Precheck.java", "Json.java"}, []string{"java", "-cp", ".", "Precheck"}},
	{"php", nil, []string{"php", "precheck.php"}},
}

// TestCallers builds the programs in other languages and asks them what they are
// there to answer.
func TestCallers(t *testing.T) {
	wasmtest.Cache(t)
	for _, c := range callers {
		t.Run(c.folder, func(t *testing.T) {
			t.Parallel()
			for _, tool := range [][]string{c.build, c.run} {
				if tool == nil {
					continue
				}
				if _, err := exec.LookPath(tool[0]); err != nil {
					t.Skipf("%s is not installed: the example in this language was not run", tool[0])
				}
			}
			p := &precheck{t: t, dir: t.TempDir(), words: c.run}
			require.NoError(t, os.CopyFS(p.dir, os.DirFS(filepath.Join("..", "..", "examples", "precheck", c.folder))))
			if c.build != nil {
				build := exec.CommandContext(t.Context(), c.build[0], c.build[1:]...)
				build.Dir = p.dir
				out, err := build.CombinedOutput()
				if strings.Contains(string(out), "error CS0006") {
					t.Skipf("a library of Mono is not installed: the example in C# was not run\n%s", out)
				}
				require.NoError(t, err, "%s", out)
			}
			p.ask()
		})
	}
}

// precheck is a caller that was built.
type precheck struct {
	t     *testing.T
	dir   string
	words []string
}

// ask wants an answer of each kind.
func (p *precheck) ask() {
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	require.NoError(p.t, err)
	sample := func(name string) string { return filepath.Join(examples, "ho-so", name) }
	signs := []string{"--no-config", "--trust", filepath.Join(examples, "trust"), "--rules", "sign"}

	out := p.answer(1, nil, "", sample("H20.30-240111-0005-KQ1.pdf"), "--no-config", "--trust", filepath.Join(examples, "trust"), "--procedure", "1.000894")
	assert.Contains(p.t, out, "kết luận: rejected")
	assert.Contains(p.t, out, "error field/spouse-signature: Ô ký của CHỒNG")
	assert.Contains(p.t, out, "warning sign/unknown-status: Chưa biết chứng thư")

	out = p.answer(0, nil, "", append([]string{sample("H20.30-240315-0004-KQ1.pdf")}, signs...)...)
	assert.Contains(p.t, out, "kết luận: accepted")

	unsigned := sample("000.16.30.H20-231204-0006/KQ1.pdf")
	out = p.answer(1, nil, unsigned, append([]string{"-", "--name", `Kết "quả" \.pdf`}, signs...)...)
	assert.Contains(p.t, out, "error sign/missing: Tệp kết quả không có chữ ký số nào")

	out = p.answer(3, nil, "", append([]string{sample("H20.30-250905-0010/H20.30-250905-0010-KQ1.pdf")}, signs...)...)
	assert.Contains(p.t, out, "kết luận: undetermined")
	assert.Contains(p.t, out, "chưa kiểm tra được: Tệp PDF H20.30-250905-0010-KQ1.pdf bị khóa bằng mật khẩu")

	out = p.answer(2, nil, "", append([]string{sample("không có.pdf")}, signs...)...)
	assert.Contains(p.t, out, "không có.pdf»")

	out = p.answer(2, []string{"TTHCLINT=" + filepath.Join(p.dir, "missing")}, "", unsigned)
	assert.NotContains(p.t, out, "kết luận")

	slow := filepath.Join(p.dir, "slow")
	require.NoError(p.t, os.WriteFile(slow, []byte("#!/bin/sh\nexec sleep 600\n"), 0o700))
	out = p.answer(3, []string{"TTHCLINT=" + slow, "TTHCLINT_SECONDS=1"}, unsigned, "-")
	assert.Contains(p.t, out, "quá 1 giây, chưa kiểm tra được")
}

// answer runs the caller and returns what it writes, on both streams.
func (p *precheck) answer(code int, env []string, stdin string, args ...string) string {
	p.t.Helper()
	cmd := exec.CommandContext(p.t.Context(), p.words[0], append(p.words[1:len(p.words):len(p.words)], args...)...)
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "XDG_CACHE_HOME="+cacheHome(p.t))
	cmd.Env = append(cmd.Env, env...)
	if stdin != "" {
		file, err := os.Open(stdin)
		require.NoError(p.t, err)
		defer file.Close()
		cmd.Stdin = file
	}
	out, err := cmd.CombinedOutput()
	require.NotNil(p.t, cmd.ProcessState, "%v", err)
	assert.Equal(p.t, code, cmd.ProcessState.ExitCode(), "%q\n%s", args, out)
	return string(out)
}

// cacheHome is where commands under test keep compiled code, so that it is
// compiled once for all of them.
func cacheHome(t *testing.T) string {
	t.Helper()
	home, err := os.UserCacheDir()
	require.NoError(t, err)
	return filepath.Join(home, "tthclint-test")
}

// TestSignaturesFromPHP runs what docs/en/verify.md shows.
func TestSignaturesFromPHP(t *testing.T) {
	if _, err := exec.LookPath("php"); err != nil {
		t.Skip("php is not installed: the example was not run")
	}
	examples := filepath.Join("..", "..", "examples")
	cmd := exec.CommandContext(t.Context(), "php", filepath.Join(examples, "precheck", "php", "verify.php"),
		filepath.Join(examples, "ho-so", "H20.30-240422-0003-KQ1.pdf"), filepath.Join(examples, "trust"))
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	assert.Contains(t, string(out), "Phó Chủ tịch Phạm Minh Đức: broken, TOTAL_FAILED HASH_FAILURE\n")
}
