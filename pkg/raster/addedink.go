package raster

// Shares of the blocks of a page with ink that tell what a layer of a scan is.
const (
	printShare   = 1. / 3 // a layer that adds as much holds the print
	fewShare     = 1. / 6 // one that adds less is no layer of print
	wholeShare   = 2. / 3 // a scan that shows as much is one without the layer
	stripShare   = 0.25   // of the page: an image of that size is judged by its own ground
	cleanPaper   = 250    // a cell brighter than this has no trace of paper
	cleanSurface = 0.99   // share of the cells that are, if a picture is none of a paper
)

// addedInk finds ink that was painted over a scan by images that look like parts
// of it: over all of the page, or on its grid. grids show the page after each of
// the stages.
//
// The layer of a compound scan that lies on top holds the print of the page, with
// the ink beside it, and what lies below is without (ISO/IEC 16485). Where the
// scan shows the print without the layer, and that adds ink in a few places only,
// the ink is no part of the scan. In between it is doubtful.
func addedInk(grids []inkGrid, stages []stage) []Pasted {
	final := grids[len(grids)-1]
	paper := final.paper()
	base := final.share(all(final), paper, func(i int) bool { return grids[0].inked(i, paper) })
	compound := false
	var out []Pasted
	for k := 1; k < len(grids); k++ {
		adds := func(i int) bool {
			return grids[k].appears(i, grids[k-1], paper) && !grids[k].appears(i, final, paper)
		}
		ground := all(final)
		if box := stages[k].box.inMM(); box.area() >= stripShare*ground.area() {
			ground = box
		}
		share := final.share(ground, paper, adds)
		if share >= printShare {
			compound = true
			continue
		}
		out = append(out, pastedInk(final, adds, base < wholeShare || share >= fewShare)...)
	}
	if compound && base < fewShare && grids[0].clean() {
		// A scan that lets through what lies under it, which is no paper.
		out = append(out, pastedInk(final, func(i int) bool { return grids[0].inked(i, 255) }, true)...)
	}
	return out
}

// all is the ground of a grid in mm.
func all(g inkGrid) rect { return rect{0, 0, float64(g.w) * g.cell, float64(g.h) * g.cell} }

// inMM converts a box in pt.
func (r rect) inMM() rect { return rect{mm(r.x0), mm(r.y0), mm(r.x1), mm(r.y1)} }

// clean reports whether a picture is of one white, but for some ink.
func (g inkGrid) clean() bool {
	n := 0
	for i, v := range g.v {
		if v >= cleanPaper || g.inked(i, 255) {
			n++
		}
	}
	return float64(n) >= cleanSurface*float64(len(g.v))
}

// pastedInk lists the places where cells have ink.
func pastedInk(g inkGrid, has func(i int) bool, doubtful bool) []Pasted {
	marked := make([]bool, len(g.v))
	for i := range marked {
		marked[i] = has(i)
	}
	var out []Pasted
	for _, r := range g.clusters(marked) {
		if len(out) == maxOverlays {
			last := &out[len(out)-1].Rect
			*last = last.union(r)
			continue
		}
		out = append(out, Pasted{Rect: r, Kind: Content, Image: true, Doubtful: doubtful})
	}
	return out
}

func (r Rect) union(o Rect) Rect {
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.X+r.W, o.X+o.W) - x, max(r.Y+r.H, o.Y+o.H) - y}
}
