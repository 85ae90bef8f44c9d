package raster

import "slices"

// cover tells what lies under opaque items.
type cover struct {
	opaque []int // indices of the opaque items, in painting order
	items  []item
	budget int
}

// coverBudget bounds the comparisons for a page; what comes after them counts
// as visible.
const coverBudget = 10_000_000

func newCover(items []item) *cover {
	c := &cover{items: items, budget: coverBudget}
	for i, it := range items {
		if it.opaque() {
			c.opaque = append(c.opaque, i)
		}
	}
	return c
}

// buries reports whether opaque items painted later cover item i. What they
// leave uncovered is kept in pieces.
func (c *cover) buries(i int) bool {
	from, _ := slices.BinarySearch(c.opaque, i+1)
	open := []rect{c.items[i].box}
	for _, o := range c.opaque[from:] {
		if c.budget -= len(open); c.budget < 0 || len(open) > maxPieces {
			return false
		}
		var left []rect
		for _, piece := range open {
			left = piece.without(c.items[o].box, left)
		}
		if open = left; len(open) == 0 {
			return true
		}
	}
	return false
}

// maxPieces bounds what is kept of one item: few opaque items cover it, or none.
const maxPieces = 64

// without appends what o leaves uncovered of r; slivers are nothing.
func (r rect) without(o rect, to []rect) []rect {
	common := r.intersect(o)
	if common.empty() {
		return append(to, r)
	}
	for _, piece := range [...]rect{
		{r.x0, r.y0, r.x1, common.y0}, {r.x0, common.y1, r.x1, r.y1},
		{r.x0, common.y0, common.x0, common.y1}, {common.x1, common.y0, r.x1, common.y1},
	} {
		if piece.w() > sliver && piece.h() > sliver {
			to = append(to, piece)
		}
	}
	return to
}

// sliver is what rounding leaves between strips, in pt.
const sliver = 0.05
