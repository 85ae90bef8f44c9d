package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drop drops a path on the program, and returns what was opened.
func drop(t *testing.T, path string, open func(string) error) (code int, opened []string, stderr string) {
	t.Helper()
	c, _, told := command(func() (run, error) { return &fakeRun{n: 1}, nil })
	c.Explorer, c.Stdin = true, &keyboard{}
	c.Open = func(path string) error {
		opened = append(opened, path)
		return open(path)
	}
	code = c.run(t.Context(), []string{path})
	return code, opened, told.String()
}

func well(string) error { return nil }

func TestDroppedFolderIsShownAsAPage(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "Hồ sơ tháng 9.2026")
	require.NoError(t, os.Mkdir(dir, 0o755))
	want := filepath.Join(above, "Hồ sơ tháng 9.2026 - tthclint.html")
	for range 2 { // the page of an earlier drop is replaced
		code, opened, stderr := drop(t, dir, well)
		assert.Equal(t, exitClean, code)
		assert.Equal(t, []string{want}, opened)
		assert.Contains(t, stderr, "Báo cáo: ")
	}
	page, err := os.ReadFile(want)
	require.NoError(t, err)
	assert.Contains(t, string(page), "<html")
	left, err := os.ReadDir(above)
	require.NoError(t, err)
	assert.Len(t, left, 2, "the folder and the page")
}

func TestDroppedFileIsNamedWithoutItsEnding(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "ket-hon.pdf"), "%PDF-1.4")
	_, opened, _ := drop(t, filepath.Join(dir, "ket-hon.pdf"), well)
	assert.Equal(t, []string{filepath.Join(dir, "ket-hon - tthclint.html")}, opened)
	assert.Equal(t, "ho-so - tthclint.html", droppedName(string(filepath.Separator)))
}

func TestPageThatDoesNotOpenIsNamed(t *testing.T) {
	code, opened, stderr := drop(t, t.TempDir(), func(string) error { return errors.New("no browser") })
	assert.Equal(t, exitClean, code, "the check itself went well")
	assert.Len(t, opened, 1)
	assert.Contains(t, stderr, "Không tự mở được báo cáo")
}

// TestNothingIsShownOfARunThatFailed has the page of an earlier drop lie there.
func TestNothingIsShownOfARunThatFailed(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "a")
	require.NoError(t, os.Mkdir(dir, 0o755))
	write(t, filepath.Join(above, "a - tthclint.html"), "old")
	c, _, _ := command(func() (run, error) { return nil, errors.New("disk") })
	c.Explorer, c.Stdin = true, &keyboard{}
	c.Open = func(string) error { t.Error("opened"); return nil }
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{dir}))
}

func TestPageGoesElsewhereWhereNothingCanBeWritten(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the test runs with the rights to write everywhere")
	}
	above := t.TempDir()
	dir := filepath.Join(above, "a")
	require.NoError(t, os.Mkdir(dir, 0o755))
	require.NoError(t, os.Chmod(above, 0o555))
	t.Cleanup(func() { _ = os.Chmod(above, 0o755) })
	page, err := reportOn(dir)
	require.NoError(t, err)
	assert.Equal(t, os.TempDir(), filepath.Dir(page.path))
}

// TestCommandsAreNotDropped has a command that was started by a double click on a
// shortcut with arguments.
func TestCommandsAreNotDropped(t *testing.T) {
	c, stdout, _ := command(nil)
	c.Explorer, c.Stdin = true, &keyboard{}
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"version"}))
	assert.Contains(t, stdout.String(), "tthclint ")
}
