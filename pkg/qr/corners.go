package qr

import (
	"cmp"
	"math"
	"slices"
)

// corner is three finder patterns that may be those of one code.
type corner struct {
	at, right, below finder // top left, top right, bottom left of the upright code
	ids              [3]int
	odd              float64 // how far from right-angled and equal it is
}

// The distance between two finder patterns of a code in modules: 14 in version
// 1, 170 in version 40, and what measuring adds.
const (
	leastModules = 11
	mostModules  = 200
)

// corners returns the triples that stand as those of a code do, best first.
func corners(found []finder) []corner {
	var all []corner
	for i, at := range found {
		for j := range found {
			for k := j + 1; k < len(found); k++ {
				if i == j || i == k {
					continue
				}
				if c, ok := newCorner(at, found[j], found[k]); ok {
					c.ids = [3]int{i, j, k}
					all = append(all, c)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b corner) int { return cmp.Compare(a.odd, b.odd) })
	return all
}

func newCorner(at, right, below finder) (corner, bool) {
	least := min(at.module, right.module, below.module)
	most := max(at.module, right.module, below.module)
	if most > 1.6*least {
		return corner{}, false
	}
	rx, ry, bx, by := right.x-at.x, right.y-at.y, below.x-at.x, below.y-at.y
	r, b := math.Hypot(rx, ry), math.Hypot(bx, by)
	module := (at.module + right.module + below.module) / 3
	if min(r, b) < leastModules*module || max(r, b) > mostModules*module || max(r, b) > 1.3*min(r, b) {
		return corner{}, false
	}
	cosine := (rx*bx + ry*by) / (r * b)
	if math.Abs(cosine) > 0.25 {
		return corner{}, false
	}
	if rx*by-ry*bx < 0 {
		right, below = below, right
	}
	odd := math.Abs(cosine) + max(r, b)/min(r, b) - 1 + most/least - 1
	return corner{at: at, right: right, below: below, odd: odd}, true
}

// module returns the size of a module in pixels.
func (c corner) module() float64 { return (c.at.module + c.right.module + c.below.module) / 3 }

// box returns the upright rectangle around the code, which reaches 3.5 modules
// beyond the centres of its finder patterns.
func (c corner) box(p Picture) Box {
	ox, oy := c.right.x+c.below.x-c.at.x, c.right.y+c.below.y-c.at.y
	m := 4 * c.module()
	x0 := max(0, min(c.at.x, c.right.x, c.below.x, ox)-m)
	y0 := max(0, min(c.at.y, c.right.y, c.below.y, oy)-m)
	x1 := min(float64(p.W), max(c.at.x, c.right.x, c.below.x, ox)+m)
	y1 := min(float64(p.H), max(c.at.y, c.right.y, c.below.y, oy)+m)
	return Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

func sortCodes(codes []Code) {
	slices.SortStableFunc(codes, func(a, b Code) int {
		return cmp.Or(cmp.Compare(a.Box.Y, b.Box.Y), cmp.Compare(a.Box.X, b.Box.X))
	})
}
