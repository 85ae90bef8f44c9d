package overlay

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
)

// sheet is a grey page of 100 by 50 mm with 10 pixels a mm, its left half dark.
func sheet() *raster.Page {
	im := &raster.Image{W: 1000, H: 500, Y: make([]uint8, 1000*500)}
	for i := range im.Y {
		im.Y[i] = 40
		if i%1000 >= 500 {
			im.Y[i] = 240
		}
	}
	return &raster.Page{Number: 1, WidthMM: 100, HeightMM: 50, DPI: 254, Mode: raster.Grey, Image: im}
}

func TestPicture(t *testing.T) {
	p := sheet()
	whole := Picture(p, Options{})
	assert.Equal(t, image.Rect(0, 0, 1000, 500), whole.Rect)
	assert.Equal(t, color.RGBA{40, 40, 40, 255}, whole.RGBAAt(499, 0))
	assert.Equal(t, color.RGBA{240, 240, 240, 255}, whole.RGBAAt(500, 499))
	small := Picture(p, Options{MaxWidth: 300})
	assert.Equal(t, image.Rect(0, 0, 250, 125), small.Rect)
	assert.Equal(t, color.RGBA{40, 40, 40, 255}, small.RGBAAt(124, 60))
	part := Picture(p, Options{Crop: form.Box{X: 45, Y: -5, W: 10, H: 15}})
	assert.Equal(t, image.Rect(0, 0, 100, 100), part.Rect)
	assert.Equal(t, color.RGBA{240, 240, 240, 255}, part.RGBAAt(50, 0))
	assert.True(t, Picture(p, Options{Crop: form.Box{X: 200, Y: 0, W: 10, H: 10}}).Rect.Empty())
	assert.True(t, Picture(nil, Options{}).Rect.Empty())

	p.Image.Cb, p.Image.Cr = make([]uint8, len(p.Image.Y)), make([]uint8, len(p.Image.Y))
	for i := range p.Image.Y {
		p.Image.Y[i], p.Image.Cb[i], p.Image.Cr[i] = 76, 85, 255 // red
	}
	assert.Equal(t, color.RGBA{254, 0, 0, 255}, Picture(p, Options{MaxWidth: 500}).RGBAAt(3, 3))
}

func TestDraw(t *testing.T) {
	p := sheet()
	r := &form.Reading{
		Fields: []form.FieldReading{
			{Key: "wife_signature", State: ink.Present, Confidence: 0.97, Box: form.Box{X: 10, Y: 20, W: 20, H: 10}},
			{Key: "seal", State: ink.Absent, Confidence: 0.97, Box: form.Box{X: 10, Y: 20, W: 20, H: 10}},
			{Key: "husband_signature", State: ink.Unsure, Box: form.Box{X: 90, Y: 30, W: 20, H: 10}}, // reaches beyond the page
		},
		Captions: []form.CaptionReading{{Box: form.Box{X: 10, Y: 10, W: 5, H: 3}}},
	}
	out := Draw(p, r, Options{})
	var edge []color.RGBA // of both boxes: the dashes of the later lie on the line of the first
	for y := 200; y < 300; y++ {
		edge = append(edge, out.RGBAAt(99, y))
	}
	assert.Contains(t, edge, colourOf(ink.Absent))
	assert.Contains(t, edge, colourOf(ink.Present))
	assert.Equal(t, color.RGBA{40, 40, 40, 255}, out.RGBAAt(105, 250), "the inside stays")
	assert.Equal(t, colourOf(ink.Unsure), out.RGBAAt(899, 350))
	assert.Equal(t, captionColour, out.RGBAAt(99, 115))
	white := func(r image.Rectangle) (n int) {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				if out.RGBAAt(x, y) == (color.RGBA{255, 255, 255, 255}) {
					n++
				}
			}
		}
		return n
	}
	assert.Greater(t, white(image.Rect(100, 187, 300, 198)), 20, "the first label above")
	assert.Greater(t, white(image.Rect(100, 300, 300, 313)), 10, "the second label below")
	assert.Equal(t, color.RGBA{40, 40, 40, 255}, Draw(p, nil, Options{}).RGBAAt(99, 250))
	assert.Equal(t, uint8(40), p.Image.Y[250*1000+99], "the page is not changed")
}

// Labels say in words what is there, and do not cover each other.
func TestLabels(t *testing.T) {
	f := form.FieldReading{Key: "wife_signature", Label: form.Text{VI: "Chữ ký của vợ", EN: "Wife's signature"}, State: ink.Absent}
	assert.Equal(t, "Chữ ký của vợ: thiếu", label(f, msg.Vietnamese))
	assert.Equal(t, "Wife's signature: missing", label(f, msg.English))
	assert.Equal(t, "seal: chưa rõ", label(form.FieldReading{Key: "seal"}, ""))

	l := newLettering(20)
	for _, r := range "Chữ ký của vợ: thiếu, điểm chỉ ẮẰẲẴẶĂÂẤẬĐÊẾỆÔƠỚỢƯỨỰỲỶỸỴ" {
		_, ok := l.face.GlyphAdvance(r)
		assert.True(t, ok, "%c", r)
	}
	page, box := image.Rect(0, 0, 600, 400), image.Rect(100, 100, 300, 200)
	var taken []image.Rectangle
	for range 10 {
		bar := l.place(page, box, taken, 250)
		assert.False(t, overlaps(bar, taken), "%v", bar)
		assert.True(t, bar.In(page))
		taken = append(taken, bar)
	}
}

func TestAround(t *testing.T) {
	r := &form.Reading{Fields: []form.FieldReading{{Box: form.Box{X: 5, Y: 20, W: 20, H: 10}}, {Box: form.Box{X: 50, Y: 40, W: 10, H: 10}}}}
	assert.Equal(t, form.Box{X: 0, Y: 6, W: 74, H: 58}, Around(r))
	assert.Equal(t, form.Box{}, Around(nil))
}

func TestEncode(t *testing.T) {
	im := Picture(sheet(), Options{MaxWidth: 100})
	var full, small bytes.Buffer
	require.NoError(t, Encode(&full, im))
	require.NoError(t, EncodeSmall(&small, im))
	for _, b := range []*bytes.Buffer{&full, &small} {
		got, err := png.Decode(b)
		require.NoError(t, err)
		assert.Equal(t, im.Rect, got.Bounds())
	}
}

// TestTurned: a dark corner and a box stand where they do on the upright sheet.
func TestTurned(t *testing.T) {
	for turned, c := range map[int]struct{ size, dark image.Point }{
		0: {image.Pt(100, 50), image.Pt(0, 0)}, 90: {image.Pt(50, 100), image.Pt(0, 99)},
		180: {image.Pt(100, 50), image.Pt(99, 49)}, 270: {image.Pt(50, 100), image.Pt(49, 0)},
	} {
		im := &raster.Image{W: 100, H: 50, Y: bytes.Repeat([]byte{255}, 5000)}
		im.Y[0] = 0
		p := &raster.Page{WidthMM: 100, HeightMM: 50, Image: im}
		r := &form.Reading{Captions: []form.CaptionReading{{Box: form.Box{X: 0, Y: 0, W: 1, H: 1}}}}
		out := Draw(p, r, Options{Turned: turned})
		assert.Equal(t, c.size, out.Rect.Size(), turned)
		assert.Equal(t, color.RGBA{0, 0, 0, 255}, out.RGBAAt(c.dark.X, c.dark.Y), turned)
		inner := 0 // the outline has two sides within the picture
		for y := range c.size.Y {
			for x := range c.size.X {
				if out.RGBAAt(x, y) == captionColour {
					inner++
				}
			}
		}
		assert.Equal(t, 3, inner, turned)
	}
}
