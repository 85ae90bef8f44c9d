package quality

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// innerEdge is the part of a page at each side that is not looked at where the
// light of the paper is measured: scanners leave shadows there.
const innerEdge = 0.06

// Light is how a page is lit, in levels of luma from 0, black, to 255, white.
type Light struct {
	Paper int // of the paper: the median of tiles of 6 mm
	Ink   int // of the darkest thousandth of the pixels
	// Uneven is how much darker the paper is in its darkest parts than in its
	// brightest, 0 to 1: the tenth against the ninetieth percentile of the tiles.
	Uneven float64
	// Black is the share of pixels that are nearer to black than to white.
	Black float64
}

// Contrast is how much darker than the paper the ink is, in levels.
func (l Light) Contrast() int { return l.Paper - l.Ink }

func lightOf(im *raster.Image, s *small, o *outline) Light {
	var hist [256]int
	total := 0
	x0, y0 := int(innerEdge*float64(im.W)), int(innerEdge*float64(im.H))
	for y := y0; y < im.H-y0; y += 3 {
		row := im.Y[y*im.W+x0 : (y+1)*im.W-x0]
		for _, v := range row {
			hist[v]++
		}
		total += len(row)
	}
	l := Light{}
	dark := 0
	for v := range 128 {
		dark += hist[v]
	}
	l.Black = float64(dark) / float64(max(1, total))
	for left := total / 1000; l.Ink < 255 && left >= hist[l.Ink]; l.Ink++ {
		left -= hist[l.Ink]
	}
	var tiles []uint8
	g := s.paper
	for ty := range g.ny {
		for tx := range g.nx {
			x, y := tx*g.side+g.side/2, ty*g.side+g.side/2
			if inner(x, s.w) && inner(y, s.h) && !o.outside(x, y) {
				tiles = append(tiles, g.v[ty*g.nx+tx])
			}
		}
	}
	if len(tiles) == 0 {
		return l
	}
	slices.Sort(tiles)
	l.Paper = int(tiles[len(tiles)/2])
	low, high := tiles[len(tiles)/10], tiles[len(tiles)-1-len(tiles)/10]
	l.Uneven = float64(high-low) / float64(max(1, high))
	return l
}

func inner(at, n int) bool {
	edge := innerEdge * float64(n)
	return float64(at) >= edge && float64(at) < float64(n)-edge
}
