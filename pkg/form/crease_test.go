package form

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// folded is a page of 148 by 210 mm at 8 px a mm with a bar of print every
// 8 mm, and what else darkens it.
func folded(also func(x, y float64) float64) *raster.Page {
	const w, h = 1184, 1680
	im := &raster.Image{W: w, H: h, Y: make([]uint8, w*h)}
	for y := range h {
		for x := range w {
			u, v := float64(x)/8, float64(y)/8
			light := 230 * (1 - also(u, v))
			if y%64 < 24 && (x/4)%3 == 0 && u > 20 && u < 128 {
				light /= 5
			}
			im.Y[y*w+x] = uint8(light)
		}
	}
	return &raster.Page{WidthMM: 148, HeightMM: 210, DPI: 203, Image: im}
}

func TestCreases(t *testing.T) {
	for name, from := range map[string]func(x, y float64) float64{
		"upright": func(x, y float64) float64 { return x - 70 - 0.01*y },
		"level":   func(x, y float64) float64 { return y - 100 - 0.01*x },
	} {
		t.Run(name, func(t *testing.T) {
			shadow := func(x, y float64) float64 { return 0.6 * max(0, 1-math.Abs(from(x, y))/1.5) }
			p := folded(shadow)
			q := smoothed(p, newShades(p))
			require.NotSame(t, p, q)
			plain := folded(func(float64, float64) float64 { return 0 })
			worst := 0
			for i, v := range q.Image.Y {
				worst = max(worst, int(math.Abs(float64(v)-float64(plain.Image.Y[i]))))
			}
			assert.Less(t, worst, 60, "the shadow goes, the print on it stays")
			assert.Equal(t, folded(shadow).Image.Y, p.Image.Y, "the page given is not changed")
		})
	}
	for name, also := range map[string]func(x, y float64) float64{
		"nothing": func(float64, float64) float64 { return 0 },
		"a ruled line": func(x, y float64) float64 {
			if math.Abs(x-74) < 0.3 {
				return 0.8
			}
			return 0
		},
		"a bar in the page": func(x, y float64) float64 {
			if math.Abs(x-74) < 1.5 && y > 30 && y < 180 {
				return 0.6
			}
			return 0
		},
	} {
		p := folded(also)
		assert.Same(t, p, smoothed(p, newShades(p)), name)
	}
}
