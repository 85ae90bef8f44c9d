package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A ruled line goes, and the stroke that crosses it stays whole.
func TestHeal(t *testing.T) {
	const w, h = 120, 90
	luma := make([]uint8, w*h)
	for i := range luma {
		luma[i] = 230
	}
	for y := range h { // the line drifts by a pixel
		for x := 61; x < 64; x++ {
			luma[y*w+x+y/50] = 40
		}
	}
	for x := 30; x < 90; x++ { // the stroke
		for y := 40; y < 44; y++ {
			luma[y*w+x] = 60
		}
	}
	rules{upright: []float64{10.3}}.heal(0, 0, w, h, luma, nil, nil)
	for y := range h {
		for x := 30; x < 90; x++ {
			if v := luma[y*w+x]; y >= 40 && y < 44 {
				assert.Less(t, v, uint8(90), "stroke at %d %d", x, y)
			} else {
				assert.Greater(t, v, uint8(200), "paper at %d %d", x, y)
			}
		}
	}
	before := append([]uint8(nil), luma...)
	rules{upright: []float64{2, -5, 300}, level: []float64{4, 1000}}.heal(0, 0, w, h, luma, nil, nil)
	assert.Equal(t, before, luma, "where there is no line nothing changes")
}
