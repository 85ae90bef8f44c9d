package native_test

import (
	"context"
	"errors"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/ocr/native"
)

func engine(t *testing.T) *native.Engine {
	t.Helper()
	e, err := native.New(t.Context(), "tesseract")
	if errors.Is(err, native.ErrMissing) {
		t.Skip(err)
	}
	require.NoError(t, err)
	return e
}

func TestMissing(t *testing.T) {
	_, err := native.New(t.Context(), "no-such-tesseract")
	assert.ErrorIs(t, err, native.ErrMissing)
	assert.ErrorContains(t, err, "no-such-tesseract")
}

func TestNotTesseract(t *testing.T) {
	other, err := exec.LookPath("true")
	if err != nil {
		t.Skip("no program to take instead")
	}
	_, err = native.New(t.Context(), other)
	assert.ErrorIs(t, err, native.ErrMissing, "it has no language")
}

func TestUnusual(t *testing.T) {
	e := engine(t)
	assert.Regexp(t, `^tesseract \d.* \(native\), vie \([0-9a-f]{8}\)$`, e.Version())
	white := &ocr.Picture{W: 200, H: 100, Pix: make([]uint8, 200*100), DPI: 150}
	for i := range white.Pix {
		white.Pix[i] = 255
	}
	for name, p := range map[string]*ocr.Picture{"none": {}, "a pixel": {W: 1, H: 1, Pix: []uint8{0}}, "white": white} {
		lines, err := e.Read(t.Context(), p, ocr.Block)
		assert.NoError(t, err, name)
		assert.Empty(t, lines, name)
	}
	_, err := e.Read(t.Context(), &ocr.Picture{W: 2, H: 2, Pix: []uint8{0}}, ocr.Block)
	assert.ErrorAs(t, err, new(*ocr.PictureError))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = e.Read(ctx, white, ocr.Block)
	assert.ErrorIs(t, err, context.Canceled)
}

// TestRead reads what the tests of the engine in the process read.
func TestRead(t *testing.T) {
	e := engine(t)
	lines, err := e.Read(t.Context(), picture(t, "../tesseract/testdata/block.png"), ocr.Block)
	require.NoError(t, err)
	require.Len(t, lines, 4)
	assert.Equal(t, "Độc lập - Tự do - Hạnh phúc", lines[1].Text())
	w := lines[1].Words[0]
	assert.InDelta(t, 28/25.4*150, w.Box.X0, 4)
	assert.Greater(t, w.Confidence, 0.5)
}
