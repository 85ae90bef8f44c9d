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
	"github.com/tthclint/tthclint/pkg/form"
)

// guideBlock is something that a guide shows: commands, or the content of a file.
type guideBlock struct{ kind, text string }

// guideOf returns what the ten minutes of a guide show.
func guideOf(t *testing.T, lang, title string) []guideBlock {
	guide, err := os.ReadFile(filepath.Join("..", "..", "docs", lang, "forms.md"))
	require.NoError(t, err)
	_, section, found := strings.Cut(string(guide), "## "+title+"\n")
	require.True(t, found)
	section, _, found = strings.Cut(section, "\n## ")
	require.True(t, found)
	var out []guideBlock
	for _, b := range regexp.MustCompile("(?s)```(\\w+)\n(.*?)```").FindAllStringSubmatch(section, -1) {
		out = append(out, guideBlock{b[1], b[2]})
	}
	return out
}

// TestFormGuide does what the guide says, line by line, in a folder that holds
// nothing but the scans: each command runs, and the form that comes out is the one
// of examples/them-bieu-mau.
func TestFormGuide(t *testing.T) {
	cache := wasmtest.Cache(t)
	example, err := filepath.Abs(filepath.Join("..", "..", "examples", "them-bieu-mau"))
	require.NoError(t, err)
	blocks := guideOf(t, "vi", "Thêm một mẫu giấy trong mười phút")
	t.Chdir(t.TempDir())
	require.NoError(t, os.CopyFS("quet", os.DirFS(filepath.Join(example, "quet"))))
	read := func(name string) string {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		return string(data)
	}
	commands := 0
	for _, b := range blocks {
		switch b.kind {
		case "yaml":
			require.FileExists(t, "danh-dau.yaml", "the program wrote it before")
			require.NoError(t, os.WriteFile("danh-dau.yaml", []byte(b.text), 0o644))
		case "csv":
			assert.Equal(t, read(filepath.Join(example, "mau-rieng", "labels.csv")), b.text)
			for _, name := range []string{"labels.csv", "thu-1.pdf", "thu-2.pdf", "thu-3.pdf", "thu-4.pdf"} {
				require.NoError(t, os.WriteFile(filepath.Join("mau-rieng", name), []byte(read(filepath.Join(example, "mau-rieng", name))), 0o644))
			}
		case "sh":
			for line := range strings.Lines(b.text) {
				runLine(t, strings.TrimSpace(line), cache)
				commands++
			}
		}
	}
	assert.Equal(t, 6, commands)
	assert.FileExists(t, "ban_giao.png")
	assert.FileExists(t, "thu-2.png")
	assert.Equal(t, read(filepath.Join(example, "mau-rieng", "ban_giao.yaml")), read(filepath.Join("mau-rieng", "ban_giao.yaml")))
}

// runLine runs a line of the guide and looks for what the guide says of it.
func runLine(t *testing.T, line, cache string) {
	args := strings.Fields(strings.ReplaceAll(line, `"`, ""))
	require.Equal(t, "tthclint", args[0])
	if args[2] != "show" {
		args = append(args, "--cache", cache)
	}
	var out, errs bytes.Buffer
	c := &Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs}
	want := exitClean
	if args[1] == "lint" {
		want = exitFindings
	}
	require.Equal(t, want, c.run(t.Context(), args[1:]), "%s\n%s%s", line, &out, &errs)
	switch {
	case args[1] == "lint":
		assert.Contains(t, out.String(), "field/official-signature")
	case args[2] == "test":
		assert.Contains(t, out.String(), "4/4")
	case args[2] == "learn" && strings.Contains(line, "--marks"):
		assert.Contains(t, out.String(), "5/5 tờ quét")
	}
}

// TestFormGuides: who reads English is told to do the same.
func TestFormGuides(t *testing.T) {
	vi, en := guideOf(t, "vi", "Thêm một mẫu giấy trong mười phút"), guideOf(t, "en", "A form of your own in ten minutes")
	require.Len(t, en, len(vi))
	for i, b := range vi {
		assert.Equal(t, b.kind, en[i].kind)
		if b.kind != "yaml" {
			assert.Equal(t, b.text, en[i].text)
			continue
		}
		a, err := form.ParseMarks([]byte(b.text))
		require.NoError(t, err)
		o, err := form.ParseMarks([]byte(en[i].text))
		require.NoError(t, err)
		a.Form, o.Form = nil, nil
		assert.Equal(t, a, o)
	}
}
