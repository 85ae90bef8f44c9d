package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPageSets(t *testing.T) {
	var sets pageSets
	require.NoError(t, sets.Set("known=a/b=c"))
	assert.Equal(t, pageSets{{"known", "a/b=c"}}, sets)
	for _, bad := range []string{"", "known", "=a", "known="} {
		assert.Error(t, sets.Set(bad), bad)
	}
}

// TestReadPages is the child that is measured.
func TestReadPages(t *testing.T) {
	var out, problems bytes.Buffer
	file := filepath.Join("..", "..", "examples", "ho-so", "H20.30-240111-0005-KQ1.pdf")
	require.Zero(t, child("pages", []string{t.TempDir(), "none", file, file}, &out, &problems), problems.String())
	assert.Equal(t, "{\"form\":\"ket_hon\"}\n{\"form\":\"ket_hon\"}\n", out.String())
	assert.Equal(t, 2, child("pages", []string{"", "none"}, &out, &problems))
	assert.Equal(t, 2, child("pages", []string{"", "none", "missing.pdf"}, &out, &problems))
}

func TestEmpty(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "a", "b"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "c"), nil, 0o644))
	require.NoError(t, empty(dir))
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left)
	assert.Error(t, empty(filepath.Join(dir, "missing")))
}
