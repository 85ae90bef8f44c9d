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
	assert.Less(t, marked(page(245, nil)), blankShare)
	assert.Less(t, marked(page(190, nil)), blankShare, "grey paper")
	assert.Less(t, marked(page(245, bar(0, 0, 12, h))), blankShare, "a shadow at the edge")
	assert.Less(t, marked(page(245, bar(200, 200, 4, 4))), blankShare, "a speck")
	assert.Greater(t, marked(page(245, bar(80, 100, 90, 3))), blankShare, "a short line of print")
	assert.Less(t, marked(page(245, bar(80, 100, 200, 5))), sparseShare, "a line of print")
	assert.Greater(t, marked(page(245, bar(80, 100, 200, 50))), sparseShare, "ten of them")
	assert.Greater(t, marked(page(60, nil)), blankShare, "nothing can be seen")
	assert.Greater(t, marked(nil), blankShare)
	assert.Greater(t, marked(&raster.Image{W: 3, H: 3, Y: make([]uint8, 9)}), blankShare)
}
