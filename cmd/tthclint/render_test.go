package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/raster"
)

// textPage is a page that has to be rendered.
const textPage = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 36] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
endobj
4 0 obj
<< /Length 29 >>
stream
BT /F 20 Tf 9 9 Td (Ky) Tj ET
endstream
endobj
trailer
<< /Root 1 0 R >>
`

// The command draws in processes of itself. The test binary stands for it; see
// TestMain.
func TestRenderWorker(t *testing.T) {
	executable, err := os.Executable()
	require.NoError(t, err)
	var stderr bytes.Buffer
	c := &Command{Stderr: &stderr, Executable: executable}
	r, err := c.renderer(&renderFlags{cache: wasmtest.Cache(t)}, 1)
	require.NoError(t, err)
	defer r.Close()
	d, err := r.Open(t.Context(), bytes.NewReader([]byte(textPage)), int64(len(textPage)), raster.Limits{})
	require.NoError(t, err)
	page, err := d.Render(t.Context(), 1)
	require.NoError(t, err)
	assert.Equal(t, raster.Rendered, page.Source)
	assert.Contains(t, page.Image.Y, uint8(0))
	assert.Equal(t, uint8(255), page.Image.Y[0])
}

// A worker whose starter is gone must not draw on.
func TestUntilGone(t *testing.T) {
	gone := 0
	data, err := io.ReadAll(untilGone(strings.NewReader("pages"), func() { gone++ }))
	require.NoError(t, err)
	assert.Equal(t, "pages", string(data))
	assert.Equal(t, 1, gone)
}

func TestCacheDir(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(name, home)
	}
	file := filepath.Join(home, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))

	dir, err := cacheDir("")
	require.NoError(t, err)
	assert.DirExists(t, dir)
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left, "the probe leaves nothing behind")

	asked := filepath.Join(home, "a", "b")
	dir, err = cacheDir(asked)
	require.NoError(t, err)
	assert.Equal(t, asked, dir)

	_, err = cacheDir(file)
	require.Error(t, err, "a folder that was asked for has to work")
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(name, file)
	}
	dir, err = cacheDir("")
	require.NoError(t, err)
	assert.Empty(t, dir, "none where the user's own cannot be had")
}
