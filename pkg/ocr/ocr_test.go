package ocr_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/ocr"
)

func TestLines(t *testing.T) {
	word := func(text string, x0, y0, x1, y1 int) ocr.Word {
		return ocr.Word{Text: text, Box: ocr.Rect{X0: x0, Y0: y0, X1: x1, Y1: y1}}
	}
	lines := ocr.Lines([][]ocr.Word{
		{word("tên", 50, 32, 60, 40), word(" ", 0, 0, 900, 900)},
		{word(" ", 0, 0, 9, 9)},
		nil,
		{word("Vợ ", 10, 5, 20, 20), word("Chồng", 40, 4, 70, 19)},
	})
	if assert.Len(t, lines, 2) {
		assert.Equal(t, "Vợ Chồng", lines[0].Text())
		assert.Equal(t, ocr.Rect{X0: 10, Y0: 4, X1: 70, Y1: 20}, lines[0].Box)
		assert.Equal(t, "tên", lines[1].Text())
		assert.Equal(t, ocr.Rect{X0: 50, Y0: 32, X1: 60, Y1: 40}, lines[1].Box)
	}
	assert.Empty(t, ocr.Lines(nil))
}

func TestCheck(t *testing.T) {
	check := func(w, h, n int) error { return (&ocr.Picture{W: w, H: h, Pix: make([]uint8, n)}).Check(100, 5000) }
	assert.NoError(t, check(0, 0, 0))
	assert.NoError(t, check(0, 9, 0))
	assert.NoError(t, check(100, 50, 5000))
	for name, err := range map[string]error{
		"negative": check(-1, -1, 1), "too long": check(101, 1, 101), "too many": check(100, 51, 5100),
		"too few": check(10, 10, 99), "product overflows": check(1<<32, 1<<32, 0),
	} {
		assert.ErrorAs(t, err, new(*ocr.PictureError), name)
	}
}
