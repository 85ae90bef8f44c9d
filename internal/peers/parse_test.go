package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestParse reads outputs of pdfsig 22.12 and mutool 1.21, cut down to the
// lines that matter.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		file, stderr string
		parse        func(stdout, stderr string) verdict
		want         verdict
	}{
		{"pdfsig-two.txt", "", parsePdfsig, verdict{Found: 2, Integrity: intact, Warned: no, Remarked: yes, Trusted: unknown}},
		{"pdfsig-timestamp.txt", "", parsePdfsig, verdict{Found: 2, Integrity: unknown, Warned: yes, Remarked: yes, Trusted: unknown}},
		{"pdfsig-mismatch.txt", "", parsePdfsig, verdict{Found: 1, Integrity: broken, Warned: no, Remarked: no, Trusted: unknown}},
		{"mutool-two.txt", "", parseMutool, verdict{Found: 2, Integrity: intact, Warned: no, Remarked: yes, Trusted: unknown}},
		{"mutool-digest.txt", "", parseMutool, verdict{Found: 1, Integrity: broken, Warned: unknown, Remarked: unknown, Trusted: unknown}},
		{"mutool-unread.txt", "error: signature certificate data contains invalid character\n", parseMutool, verdict{Found: 2, Integrity: unknown, Warned: unknown, Remarked: unknown, Trusted: unknown}},
	} {
		t.Run(c.file, func(t *testing.T) {
			out, err := os.ReadFile(filepath.Join("testdata", c.file))
			require.NoError(t, err)
			got := c.parse(string(out), c.stderr)
			got.Note = ""
			c.want.Timestamps = -1
			assert.Equal(t, c.want, got)
		})
	}
}

func TestParseNothing(t *testing.T) {
	none := parsePdfsig("File 'scan.pdf' does not contain any signatures\n", "")
	assert.Equal(t, silent(), none)
	assert.Equal(t, silent(), parseMutool("", ""))

	assert.Equal(t, "Syntax Error: Couldn't find a handler", parsePdfsig("", "Syntax Error: Couldn't find a handler\nmore\n").Err)
	assert.Equal(t, "error: unknown encryption handler", parseMutool("", "error: unknown encryption handler\nerror: aborting process from uncaught error!\n").Err)
	assert.Equal(t, "panic: index out of range", parseOwn("", "panic: index out of range\n\ngoroutine 1").Err)
}

// FuzzParse: whatever a hostile file makes a peer print, its output is read to
// the end, and no signature is valid without the sentence that says so.
func FuzzParse(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txt")
	require.NoError(f, err)
	for _, name := range names {
		out, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(string(out))
	}
	f.Fuzz(func(t *testing.T, out string) {
		for _, parse := range []func(string, string) verdict{parsePdfsig, parseMutool} {
			v := parse(out, "")
			if v.Found < 0 || v.Found == 0 && v.Integrity != unknown || len(v.Note) > noteLimit {
				t.Errorf("%+v", v)
			}
		}
	})
}
