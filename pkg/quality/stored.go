package quality

import (
	"cmp"
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// Shares of the page that an image needs to be looked at.
const (
	imageShare = 0.02 // less is an emblem or a speck
	layerShare = 0.9  // one that covers so much is a ground, on which finer ones may lie
	coarsePart = 0.1  // of a page of tiles may be coarser than what is told
)

// stored sets what the images in the file tell.
func (q *Quality) stored(p *raster.Page) {
	type tile struct{ dx, dy, area float64 }
	var tiles []tile
	layered := false
	page := p.WidthMM * p.HeightMM
	for i := range p.Stored {
		im := &p.Stored[i]
		q.Camera = q.Camera || im.Camera
		area := im.Rect.W * im.Rect.H
		if area <= 0 || area < imageShare*page/float64(len(p.Stored)) {
			continue
		}
		if t := im.Quantisation; t != nil && area > imageShare*page {
			if v := jpegQuality(t); q.JPEGQuality == 0 || v < q.JPEGQuality {
				q.JPEGQuality = v
			}
		}
		layered = layered || len(p.Stored) > 1 && area >= layerShare*page
		tiles = append(tiles, tile{25.4 * float64(im.W) / im.Rect.W, 25.4 * float64(im.H) / im.Rect.H, area})
	}
	q.DPIX, q.DPIY = p.DPI, p.DPI
	if len(tiles) == 0 {
		return
	}
	slices.SortFunc(tiles, func(a, b tile) int { return cmp.Compare(a.dx*a.dy, b.dx*b.dy) })
	// Tiles and strips: all but a small part of the page is at least as fine. Over
	// a ground the finest with a say in the page counts.
	if layered {
		for i := len(tiles) - 1; i >= 0; i-- {
			if t := tiles[i]; t.area >= coarsePart*page || i == 0 {
				q.DPIX, q.DPIY = t.dx, t.dy
				return
			}
		}
	}
	total := 0.0
	for _, t := range tiles {
		total += t.area
	}
	sum := 0.0
	for _, t := range tiles {
		if sum += t.area; sum > coarsePart*total {
			q.DPIX, q.DPIY = t.dx, t.dy
			return
		}
	}
}

// DPI is the lower of the resolutions across and down, to a tenth.
func (q *Quality) DPI() float64 { return math.Round(10*min(q.DPIX, q.DPIY)) / 10 }
