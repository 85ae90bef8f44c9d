package evidence

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/raster"
)

func TestBlank(t *testing.T) {
	const w, h = 400, 560
	page := func(paper uint8, draw func(im *raster.Image)) *raster.Image {
		im := &raster.Image{W: w, H: h, Y: make([]uint8, w*h)}
		for i := range im.Y {
			im.Y[i] = paper - uint8(i%5) // the grain of a scan
		}
		if draw != nil {
			draw(im)
		}
		return im
	}
	bar := func(x, y, dx, dy int) func(*raster.Image) {
		return func(im *raster.Image) {
			for j := y; j < y+dy; j++ {
				for i := x; i < x+dx; i++ {
					im.Y[j*w+i] = 40
				}
			}
		}
	}
	assert.True(t, blank(page(245, nil)))
	assert.True(t, blank(page(190, nil)), "grey paper")
	assert.True(t, blank(page(245, bar(0, 0, 12, h))), "a shadow at the edge")
	assert.True(t, blank(page(245, bar(200, 200, 4, 4))), "a speck")
	assert.False(t, blank(page(245, bar(80, 100, 90, 3))), "a short line of print")
	assert.False(t, blank(page(60, nil)), "nothing can be seen")
	assert.False(t, blank(nil))
	assert.False(t, blank(&raster.Image{W: 3, H: 3, Y: make([]uint8, 9)}))
}
