package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/config"
)

// configGuide returns what docs/LANG/config.md shows.
func configGuide(t *testing.T, lang string) (blocks []guideBlock) {
	guide, err := os.ReadFile(filepath.Join("..", "..", "docs", lang, "config.md"))
	require.NoError(t, err)
	for _, b := range regexp.MustCompile("(?s)```(\\w+)\n(.*?)```").FindAllStringSubmatch(string(guide), -1) {
		blocks = append(blocks, guideBlock{b[1], b[2]})
	}
	return blocks
}

// TestConfigGuide does what the guide says, line by line: each command runs, and
// each file that is shown can be used.
func TestConfigGuide(t *testing.T) {
	cache := wasmtest.Cache(t)
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	require.NoError(t, err)
	blocks := configGuide(t, "vi")
	english := configGuide(t, "en")
	require.Len(t, english, len(blocks))
	for i := range blocks {
		assert.Equal(t, blocks[i], english[i], "who reads English is told to do the same")
	}
	t.Chdir(t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir()) // the user's own certificates stay out
	require.NoError(t, os.CopyFS("trust", os.DirFS(filepath.Join(examples, "trust"))))
	require.NoError(t, os.Mkdir("ho-so", 0o755))
	for _, name := range []string{"H20.30-240111-0005-KQ1.pdf", "ho-so.csv"} {
		data, err := os.ReadFile(filepath.Join(examples, "ho-so", name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join("ho-so", name), data, 0o644))
	}
	require.NoError(t, os.WriteFile("so.csv", []byte("Số hồ sơ,Ngày vào sổ,Ngày hẹn trả\nH20.30-260901-0001,01/09/2026,05/09/2026\n"), 0o644))
	for _, b := range blocks {
		if b.kind == "yaml" {
			require.FileExists(t, config.FileName, "the program wrote it before")
			require.NoError(t, os.WriteFile(config.FileName, []byte(b.text), 0o644))
			continue
		}
		for line := range strings.Lines(b.text) {
			args := strings.Fields(line)
			require.Equal(t, "tthclint", args[0])
			want := exitClean
			if args[1] == "lint" { // most results of the register are not there
				args, want = append(args, "--cache", cache), exitFindings
			}
			var out, errs bytes.Buffer
			c := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs}
			require.Equal(t, want, c.run(t.Context(), args[1:]), "%s%s%s", line, &out, &errs)
			if args[1] == "lint" {
				assert.Contains(t, out.String(), "sign/no-timestamp thành CẢNH BÁO")
				assert.Contains(t, out.String(), "nguồn: trust")
			}
		}
	}
	var errs bytes.Buffer
	c := &Command{Stdin: strings.NewReader(""), Stdout: &errs, Stderr: &errs}
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"config", "verify"}), "%s", &errs)
}
