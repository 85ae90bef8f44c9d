package form

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// shaded is a page of 60 by 30 mm with a shadow over its right half, where
// three bars stand for print: black at the left, black at the right, red in the
// middle.
func shaded(colour bool) *raster.Page {
	const w, h = 480, 240 // 8 px a mm
	im := &raster.Image{W: w, H: h, Y: make([]uint8, w*h)}
	if colour {
		im.Cb, im.Cr = make([]uint8, w*h), make([]uint8, w*h)
	}
	for i := range im.Y {
		x, y := i%w, i/w
		paper := 230
		if x > w/2 {
			paper = 120
		}
		print := y >= 100 && y < 124
		cr := 128
		switch {
		case print && (x/4)%3 == 0 && (x < 150 || x > 330):
			paper = paper / 4
		case print && (x/4)%3 == 0 && x > 200 && x < 280:
			paper, cr = paper*2/5, 210
		}
		im.Y[i] = uint8(paper)
		if colour {
			im.Cb[i], im.Cr[i] = 128, uint8(cr)
		}
	}
	return &raster.Page{WidthMM: 60, HeightMM: 30, DPI: 203, Image: im}
}

func TestStripe(t *testing.T) {
	p := shaded(true)
	s := cutStripe(p, 0, Box{5, 12.5, 50, 3}, 0, false)
	require.NotNil(t, s)
	x, y := s.at(float64(s.w)/2, float64(s.h)/2)
	assert.InDelta(t, 30, x, 0.2)
	assert.InDelta(t, 14, y, 0.2)
	dark := func(x0, x1 float64) (n int) {
		for u := int((x0 - s.x) * s.px); u < int((x1-s.x)*s.px); u++ {
			for v := range s.h {
				if s.pix[v*s.w+u] < 60 {
					n++
				}
			}
		}
		return n
	}
	left, right := dark(7, 17), dark(45, 55)
	assert.Greater(t, left, 200)
	assert.InDelta(t, left, right, 0.3*float64(left), "a shadow makes no difference")
	assert.Less(t, dark(26, 34), left/10, "red vanishes where there is black")

	red := cutStripe(p, 0, Box{25, 12.5, 10, 3}, 0, false)
	require.NotNil(t, red)
	n := 0
	for _, v := range red.pix {
		if v < 60 {
			n++
		}
	}
	assert.Greater(t, n, 200, "but not where all print is red")

	assert.Nil(t, cutStripe(p, 0, Box{0, 0, 5000, 3}, 0, false))
	assert.NotNil(t, cutStripe(p, 0, Box{-40, -40, 20, 3}, 0, false), "beyond the page is paper")
}

func TestStripeSplit(t *testing.T) {
	s := &stripe{w: 200, h: 40, px: 8, pix: []uint8(strings.Repeat("\xff", 200*40))}
	assert.Len(t, s.split(), 1)
	for y := range 40 {
		s.pix[y*200+100+y/20] = 0
	}
	parts := s.split()
	require.Len(t, parts, 2)
	assert.Equal(t, 0.0, parts[0].x)
	assert.InDelta(t, 101.0/8, parts[1].x, 0.4)
	for _, p := range parts {
		assert.Len(t, p.pix, p.w*p.h)
	}
}

// A streak of the scanner through a line of print does not part it.
func TestStripeStreak(t *testing.T) {
	s := &stripe{w: 200, h: 40, px: 8, pix: []uint8(strings.Repeat("\xff", 200*40))}
	for y := range 40 {
		s.pix[y*200+100] = 0
		for x := 92; y > 14 && y < 30 && x < 108; x += 5 { // letters left and right of it
			s.pix[y*200+x] = 0
		}
	}
	parts := s.split()
	require.Len(t, parts, 1)
	assert.Equal(t, uint8(255), parts[0].pix[5*200+100], "it is taken out")
	assert.Equal(t, uint8(0), parts[0].pix[20*200+97])
}

func TestStripePlaces(t *testing.T) {
	s := &stripe{w: 160, h: 40, px: 8, x: 30, y: 50, slope: 0.1, pix: make([]uint8, 160*40)}
	p := s.picture()
	assert.Len(t, p.Pix, p.W*p.H)
	got := s.place(ocr.Rect{X0: marginPx + 8, Y0: marginPx + 8, X1: marginPx + 40, Y1: marginPx + 32})
	assert.InDelta(t, 31, got.X, 0.01)
	assert.InDelta(t, 4, got.W, 0.01)
	assert.InDelta(t, 50+1+0.1*3, got.Y, 0.01)
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"chong", "chong", 1}, {"chong", "ch0ng", 0.9}, {"chong", "chon", 0.8}, {"vo", "vu", 0.5}, {"vo", "", 0}, {"", "", 0},
		{"abc", "xyz", 0},
	} {
		assert.InDelta(t, c.want, alike(c.a, c.b, 0.3), 1e-9, "%s %s", c.a, c.b)
		assert.InDelta(t, alike(c.a, c.b, 0.3), alike(c.b, c.a, 0.3), 1e-9)
	}
	assert.Zero(t, alike(strings.Repeat("a", maxPhrase+1), "a", 0), "no work on what is no line")
}
