package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// A folder from a Mac is found by the name that people type.
func TestNamesAreFoundAsTheyLook(t *testing.T) {
	dir := t.TempDir()
	typed := norm.NFC.String(filepath.Join("Hồ sơ tháng chín", "Đăng ký", "kết quả.pdf"))
	there := filepath.Join(dir, norm.NFD.String(typed))
	require.NoError(t, os.MkdirAll(filepath.Dir(there), 0o755))
	require.NoError(t, os.WriteFile(there, []byte("x"), 0o644))
	got, info, err := locate(filepath.Join(dir, typed))
	require.NoError(t, err)
	assert.EqualValues(t, 1, info.Size())
	assert.FileExists(t, got)
	for _, missing := range []string{"Hồ sơ tháng mười", "ho so thang chin", filepath.Join("Hồ sơ tháng chín", "khác", "kết quả.pdf")} {
		got, _, err := locate(filepath.Join(dir, missing))
		assert.ErrorIs(t, err, fs.ErrNotExist)
		assert.Equal(t, filepath.Join(dir, missing), got)
	}
}

// Of two names that look the same the one that was typed counts, and a third
// spelling is neither.
func TestNamesThatLookTheSame(t *testing.T) {
	dir := t.TempDir()
	nfc, nfd, mixed := "kết hệ", norm.NFD.String("kết hệ"), norm.NFC.String("kết ")+norm.NFD.String("hệ")
	require.NoError(t, os.WriteFile(filepath.Join(dir, nfc), []byte("x"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, nfd), []byte("xyz"), 0o644))
	if entries, err := os.ReadDir(dir); err != nil || len(entries) < 2 {
		t.Skip("this file system takes both names for one")
	}
	got, _, err := locate(filepath.Join(dir, nfd))
	require.NoError(t, err)
	assert.Equal(t, filepath.Join(dir, nfd), got)
	_, _, err = locate(filepath.Join(dir, mixed))
	assert.ErrorIs(t, err, fs.ErrNotExist)
}
