package ocrtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/ocr"
)

// counting answers with how often it was asked.
type counting struct {
	version string
	asked   int
	err     error
}

func (c *counting) Version() string { return c.version }

func (c *counting) Read(context.Context, *ocr.Picture, ocr.Layout) ([]ocr.Line, error) {
	c.asked++
	return []ocr.Line{{Words: []ocr.Word{{Text: fmt.Sprint("số ", c.asked), Confidence: 0.1 + 0.2, Box: ocr.Rect{X1: 3}}}}}, c.err
}

func TestRemember(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LocalAppData", t.TempDir())
	require.NotEmpty(t, source(), "the engine lies where it is looked for")
	engine := &counting{version: "1"}
	read := func(pix uint8, dpi float64, l ocr.Layout) string {
		lines, err := Remember(engine).Read(t.Context(), &ocr.Picture{W: 1, H: 1, Pix: []uint8{pix}, DPI: dpi}, l)
		require.NoError(t, err)
		require.Len(t, lines, 1)
		assert.Equal(t, ocr.Word{Text: lines[0].Text(), Confidence: 0.1 + 0.2, Box: ocr.Rect{X1: 3}}, lines[0].Words[0])
		return lines[0].Text()
	}
	for range 2 {
		assert.Equal(t, "số 1", read(7, 200, ocr.Block))
	}
	assert.Equal(t, "số 2", read(8, 200, ocr.Block))
	assert.Equal(t, "số 3", read(7, 300, ocr.Block))
	assert.Equal(t, "số 4", read(7, 200, ocr.Sparse))
	engine.version = "2"
	assert.Equal(t, "số 5", read(7, 200, ocr.Block))

	kept, err := filepath.Glob(filepath.Join(wasmtest.Shared("ocr"), "*"))
	require.NoError(t, err)
	require.Len(t, kept, 5)
	for _, path := range kept {
		require.NoError(t, os.WriteFile(path, []byte("{"), 0o600))
	}
	assert.Equal(t, "số 6", read(7, 200, ocr.Block), "what is broken is read again")

	engine.err = errors.New("out of memory")
	for want := 7; want < 9; want++ {
		_, err := Remember(engine).Read(t.Context(), &ocr.Picture{W: 1, H: 1, Pix: []uint8{99}}, ocr.Block)
		assert.ErrorIs(t, err, engine.err)
		assert.Equal(t, want, engine.asked, "a failure is not kept")
	}
}
