package tesseract_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
)

// TestBrokenCache: compiled code that was cut off is not run, and not missed.
func TestBrokenCache(t *testing.T) {
	title := picture(t, "title.png")
	_, err := engine(t, tesseract.Options{}).Read(t.Context(), title, ocr.Single) // fills the cache
	require.NoError(t, err)
	whole, broken := wasmtest.Cache(t), t.TempDir()
	files := 0
	require.NoError(t, filepath.WalkDir(whole, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		if os.IsNotExist(err) { // another test has just finished writing it under its real name
			return nil
		}
		require.NoError(t, err)
		to := filepath.Join(broken, name[len(whole):])
		require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o700))
		files++
		return os.WriteFile(to, content[:len(content)/2], 0o600)
	}))
	require.NotZero(t, files)
	var told atomic.Int32
	e := tesseract.New(tesseract.Options{Cache: broken, Progress: func() { told.Add(1) }})
	defer e.Close()
	for range 2 {
		lines, err := e.Read(t.Context(), title, ocr.Single)
		require.NoError(t, err)
		assert.Equal(t, []string{"GIẤY CHỨNG NHẬN KẾT HÔN"}, texts(lines))
	}
	assert.LessOrEqual(t, told.Load(), int32(1))
}
