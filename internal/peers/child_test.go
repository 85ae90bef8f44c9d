package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

var noon = time.Date(2025, 3, 4, 12, 0, 0, 0, time.UTC)

// write makes a folder with one PDF and one with the anchor of its signer.
func write(t *testing.T, change func(src []byte) []byte) (file, trust string) {
	t.Helper()
	root, err := signtest.NewAuthority("peers test", signtest.Subject{CommonName: "Root (SAMPLE)"})
	require.NoError(t, err)
	id, err := root.Issue(signtest.Subject{CommonName: "Agency (SAMPLE)"})
	require.NoError(t, err)
	src, err := signtest.Sign(signtest.Blank(1), id, signtest.Options{SubFilter: signtest.PKCS7, Time: noon})
	require.NoError(t, err)
	file, trust = filepath.Join(t.TempDir(), "scan.pdf"), t.TempDir()
	require.NoError(t, os.WriteFile(file, change(src), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(trust, "root.pem"), root.PEM(), 0o600))
	return file, trust
}

func said(t *testing.T, mode, trust, file string) verdict {
	t.Helper()
	var out, errs bytes.Buffer
	require.Zero(t, child(mode, []string{trust, file}, &out, &errs), errs.String())
	v := silent()
	require.NoError(t, json.Unmarshal(out.Bytes(), &v))
	v.Note = ""
	return v
}

func same(src []byte) []byte { return src }

func TestChildIntact(t *testing.T) {
	file, trust := write(t, same)
	assert.Equal(t, verdict{Found: 1, Integrity: intact, Warned: no, Remarked: no, Trusted: yes}, said(t, "ours", trust, file))
	assert.Equal(t, verdict{Found: 1, Integrity: intact, Warned: no, Remarked: no, Trusted: unknown}, said(t, "ours", "", file))
	v := said(t, "pdfsign", "", file)
	assert.Equal(t, 1, v.Found)
	assert.Equal(t, intact, v.Integrity)
}

func TestChildBroken(t *testing.T) {
	file, trust := write(t, func(src []byte) []byte { return signtest.FlipByte(src, 12) })
	v := said(t, "ours", trust, file)
	assert.Equal(t, broken, v.Integrity)
	assert.True(t, v.Failed)
	assert.Equal(t, broken, said(t, "pdfsign", "", file).Integrity)
}

func TestChildChanged(t *testing.T) {
	file, trust := write(t, func(src []byte) []byte {
		out, err := signtest.ReplaceContent(src, 1, "0 0 100 100 re f")
		require.NoError(t, err)
		return out
	})
	v := said(t, "ours", trust, file)
	assert.Equal(t, intact, v.Integrity)
	assert.Equal(t, yes, v.Warned)
	assert.False(t, v.Failed, "it is INDETERMINATE")
}

func TestChildRefuses(t *testing.T) {
	file, _ := write(t, func([]byte) []byte { return []byte("a letter") })
	for _, mode := range []string{"ours", "pdfsign"} {
		v := said(t, mode, "", file)
		assert.NotEmpty(t, v.Err, mode)
		assert.Equal(t, unknown, v.Integrity, mode)
	}
	var out, errs bytes.Buffer
	assert.Equal(t, 2, child("nobody", []string{"", file}, &out, &errs))
	assert.Contains(t, errs.String(), "nobody")
}

func TestChildUnsigned(t *testing.T) {
	file, _ := write(t, func([]byte) []byte { return signtest.Blank(1) })
	for _, mode := range []string{"ours", "pdfsign"} {
		v := said(t, mode, "", file)
		assert.Empty(t, v.Err, mode)
		assert.Zero(t, v.Found, mode)
		assert.Equal(t, unknown, v.Warned, mode)
	}
}

func TestMakeScans(t *testing.T) {
	dir := t.TempDir()
	require.Zero(t, child("make", []string{dir, "2", "100000"}, &bytes.Buffer{}, &bytes.Buffer{}))
	files, err := pdfsBelow(dir)
	require.NoError(t, err)
	require.Equal(t, []string{"scan-00001.pdf", "scan-00002.pdf"}, files)
	a, err := os.ReadFile(filepath.Join(dir, files[0]))
	require.NoError(t, err)
	b, err := os.ReadFile(filepath.Join(dir, files[1]))
	require.NoError(t, err)
	assert.InDelta(t, 100_000, len(a), 50_000)
	assert.NotEqual(t, a, b)
	v := said(t, "ours", "", filepath.Join(dir, files[0]))
	assert.Equal(t, intact, v.Integrity)
}
