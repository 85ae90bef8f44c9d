package overlay_test

import (
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/report/overlay"
)

func TestEdition(t *testing.T) {
	field := form.Field{Key: "chu_toa", Kind: form.Signature}
	e := &form.Edition{
		Paper:    form.Size{W: 100, H: 150},
		Captions: []form.Caption{{ID: "title", Text: "BIÊN BẢN HỌP", Box: form.Box{X: 20, Y: 20, W: 60, H: 8}, Title: true}},
		Places:   []form.Place{{Field: &field, Box: form.Box{X: 30, Y: 93, W: 50, H: 30}}},
	}
	im := overlay.Edition(e, 500)
	assert.Equal(t, 500, im.Rect.Dx())
	assert.Equal(t, 750, im.Rect.Dy())
	white := color.RGBA{255, 255, 255, 255}
	assert.Equal(t, white, im.RGBAAt(275, 575), "inside the place, beside the lines")
	edge, caption := im.RGBAAt(275, 93*5-1), im.RGBAAt(275, 20*5-1)
	assert.NotEqual(t, white, edge)
	assert.NotEqual(t, white, caption)
	assert.NotEqual(t, edge, caption)
	assert.NotEqual(t, im.RGBAAt(50, 10), im.RGBAAt(250, 10), "every fifth line is stronger")
	inked := 0
	for x := 101; x < 400; x++ {
		for y := 101; y < 140; y++ {
			if im.RGBAAt(x, y) == caption {
				inked++
			}
		}
	}
	assert.Greater(t, inked, 300, "the text of the caption")
	assert.True(t, overlay.Edition(&form.Edition{}, 500).Rect.Empty())
	assert.True(t, overlay.Edition(e, 0).Rect.Empty())
}
