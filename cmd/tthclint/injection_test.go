package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNoNameIsMoreThanAName runs the command over files whose names are markup,
// formulas, commands of a workflow or of a terminal, and looks at every form of
// its report: each shows the names and does nothing of what they say.
func TestNoNameIsMoreThanAName(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not take such names")
	}
	hostile := []string{
		"<script>alert(1)<#script>", "=cmd|' #C calc'!A0", "+1+1", "-2", "@SUM(1)", "a\n::error::x", "%0A::error::x", "\u202egpj", "\x1b[31mred", "]]>", "&amp;",
		"a,\"b\"", "{{dossier}}", "\u2028", "\xff\xfe",
	}
	folder, out := t.TempDir(), t.TempDir()
	var register strings.Builder
	register.WriteString("Mã hồ sơ;Tên thủ tục;Cơ quan, đơn vị;Trạng thái hồ sơ;Ngày tiếp nhận\n")
	for i, name := range hostile {
		code := "H20.30-2509" + string(rune('0'+i/10)) + string(rune('1'+i%9)) + "-000" + string(rune('0'+i%10))
		dir := filepath.Join(folder, code+" "+name)
		require.NoError(t, os.Mkdir(dir, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "KQ "+name+".pdf"), nil, 0o644))
		cell := `"` + strings.ReplaceAll(strings.ToValidUTF8(name, "?"), `"`, `""`) + `"`
		register.WriteString(code + ";" + cell + ";" + cell + ";Đã trả kết quả;01/09/2025\n")
	}
	require.NoError(t, os.WriteFile(filepath.Join(folder, "ho-so.csv"), []byte(register.String()), 0o644))

	var stdout, stderr bytes.Buffer
	args := []string{"lint", "--no-config", "--as-of", "2026-11-23", "--rules", "result,flow", "--verbose"}
	for _, o := range []string{"html=a.html", "xlsx=a.xlsx", "csv=a.csv", "json=a.json", "ndjson=a.ndjson", "sarif=a.sarif", "junit=a.xml", "github=a.txt"} {
		form, file, _ := strings.Cut(o, "=")
		args = append(args, "--output", form+"="+filepath.Join(out, file))
	}
	args = append(args, "--output", "slip="+filepath.Join(out, "phieu"), folder)
	code := (&Command{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr}).run(t.Context(), args)
	require.Equal(t, exitFindings, code, stderr.String())

	visible := func(name, text string) {
		for _, r := range text {
			if !unicode.IsGraphic(r) && !strings.ContainsRune("\r\n\t\ufeff", r) {
				t.Errorf("%s: %U", name, r)
			}
		}
	}
	visible("stdout", stdout.String())
	assert.Contains(t, stdout.String(), "<script>alert(1)", "the names are there")
	visible("stderr", stderr.String())
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(out, name))
		require.NoError(t, err)
		visible(name, string(data))
		return string(data)
	}
	assert.NotContains(t, read("a.html"), "<script>alert")
	assert.NotContains(t, read("a.xml"), "<script>")
	read("a.json")
	read("a.ndjson")
	read("a.sarif")
	for line := range strings.Lines(read("a.txt")) {
		assert.Regexp(t, `^::(error|warning|notice) [^:]*::`, line)
	}
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(read("a.csv"), "\ufeff"))).ReadAll()
	require.NoError(t, err)
	for _, line := range lines {
		for _, cell := range line {
			assert.NotRegexp(t, `^[=+@-]`, cell)
		}
	}
	for name, part := range parts(t, filepath.Join(out, "a.xlsx")) {
		for _, formula := range between(part, "<f>", "</f>") {
			assert.Regexp(t, `^HYPERLINK\((&#34;|")`, formula, name)
		}
	}
	slips, err := filepath.Glob(filepath.Join(out, "phieu", "*.docx"))
	require.NoError(t, err)
	assert.NotEmpty(t, slips)
	for _, slip := range slips {
		for name, part := range parts(t, slip) {
			visible(slip+" "+name, part)
		}
	}
}

// parts reads the parts of an office document; each must be XML.
func parts(t *testing.T, path string) map[string]string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	require.NoError(t, err)
	defer archive.Close()
	all := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r)
		require.NoError(t, err)
		all[f.Name] = string(data)
		for d := xml.NewDecoder(bytes.NewReader(data)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if !assert.NoError(t, err, "%s %s", path, f.Name) {
				break
			}
		}
	}
	return all
}

func between(text, from, to string) (all []string) {
	for {
		_, rest, ok := strings.Cut(text, from)
		if !ok {
			return all
		}
		var inner string
		inner, text, _ = strings.Cut(rest, to)
		all = append(all, inner)
	}
}
