package ink

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// One side of a frame round the page, or a corner, is no ornament of the paper, as an arc of a
// guilloche is.
func TestBand(t *testing.T) {
	const w = 1000
	s := &sheet{w: w, mm: 6}
	draw := func(n int, at func(i int) (x, y float64)) *piece { // in mm
		q := &piece{Rect: Rect{X0: w, Y0: w}}
		for i := range n {
			x, y := at(i)
			c, r := int(x*s.mm), int(y*s.mm)
			q.X0, q.Y0, q.X1, q.Y1 = min(q.X0, c), min(q.Y0, r), max(q.X1, c+1), max(q.Y1, r+1)
			q.pixels = append(q.pixels, int32(r*w+c))
		}
		return q
	}
	wavy := func(i int) float64 { return 1.2 * math.Sin(float64(i)/9) }
	assert.True(t, s.band(draw(500, func(i int) (x, y float64) { return float64(i) / 6, 40 + wavy(i) })), "its foot")
	assert.True(t, s.band(draw(800, func(i int) (x, y float64) {
		if i < 400 {
			return float64(i) / 6, 90 + wavy(i)
		}
		return 67 + wavy(i), float64(i-400)/6 + 23
	})), "a corner")
	assert.False(t, s.band(draw(500, func(i int) (x, y float64) { return float64(i) / 6, float64(i) / 12 })), "an arc")
	assert.False(t, s.band(draw(300, func(i int) (x, y float64) { return float64(i) / 6, 40 + wavy(i) })), "a signature")
}
