package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/msg"
)

// TestOutputThatCannotGoOn wants to be told which of several files it was that
// could not be written, and nothing left of it.
func TestOutputThatCannotGoOn(t *testing.T) {
	dir := t.TempDir()

	report := &output{path: filepath.Join(dir, "a.csv")}
	require.NoError(t, report.create())
	require.NoError(t, report.file.File.Close()) // as good as a full disk
	_, err := report.w.Write(make([]byte, 1<<20))
	told := explainError(cannotWrite(err)).what.In(msg.English)
	assert.Contains(t, told, report.path+" cannot be written")
	assert.NotContains(t, told, ".tmp")
	report.discard()

	slips := &slipFolder{path: filepath.Join(dir, "phieu")}
	require.NoError(t, os.Mkdir(slips.path, 0o755))
	root, err := os.OpenRoot(slips.path)
	require.NoError(t, err)
	slips.root = root
	defer slips.discard()
	slip, err := slips.create("a.docx")
	require.NoError(t, err)
	_, err = slip.Write([]byte("x"))
	require.NoError(t, err)
	require.NoError(t, slip.(*slipFile).File.Close())
	_, err = slip.Write([]byte("y"))
	assert.ErrorContains(t, err, filepath.Join(slips.path, "a.docx"))
	assert.Error(t, slip.Close())

	left, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	require.NoError(t, err)
	assert.Empty(t, left)
	left, err = filepath.Glob(filepath.Join(dir, ".*"))
	require.NoError(t, err)
	assert.Empty(t, left)
}
