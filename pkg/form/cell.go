package form

import (
	"math"
	"slices"
)

// cell looks for the ruled lines of a table or a box around a block: two upright
// ones, and level ones between them that close it. One cell may hold the places
// of several who sign side by side.
func (l *located) cell(r *room, all []*room, scale float64) {
	w, h := r.field.Area.W*scale, r.field.Area.H*scale
	others := 0.0
	for _, o := range all {
		if o != r && r.abreast(o) {
			others++
		}
	}
	wide := (1 + others) * w
	const tall, framed = 3, 2 // usual heights that a cell reaches, and a frame round several or about the page
	win := l.around(r, wide, tall*h)
	top, bottom := r.caps.Y, r.caps.Y+r.caps.H
	spans, widest := [][2]float64{{top - 1, bottom + 0.4*h}, {top - 0.4*h, bottom + 1}}, 2.2
	if r.field.Repeated { // a table may be as wide as a sheet, and its head as low as a line
		spans, widest = append(spans, [2]float64{top - 1, bottom + 1}), 3.4
	}
	// Of two frames the narrower is the block's own: the border of a page, or the
	// frame of a table, is round others, too.
	var own *frameAround
	for _, side := range spans {
		f := frameAround{}
		var ok1, ok2 bool
		f.west, ok1 = win.wall(r.caps.X-0.5, -1, side[0], side[1])
		f.east, ok2 = win.wall(r.caps.X+r.caps.W+0.5, 1, side[0], side[1])
		if !ok1 || !ok2 || own != nil && f.east-f.west > own.east-own.west-1 {
			continue
		}
		f.left, f.right = f.west+insideRule, f.east-insideRule
		n := 0.0
		for _, o := range all {
			if o == r || !r.abreast(o) {
				continue
			}
			switch x, _ := r.at.from(o.middle(), o.box.Y+o.box.H/2); {
			case x > f.west && x < r.caps.X:
				f.left = max(f.left, (x+r.middle())/2)
				n++
			case x < f.east && x > r.caps.X+r.caps.W:
				f.right = min(f.right, (x+r.middle())/2)
				n++
			}
		}
		if f.east-f.west > widest*w*(1+n) {
			continue
		}
		f.floor, ok1 = win.floor(bottom+0.5, 1, f.left, f.right)
		f.roof, ok2 = win.floor(top-0.5, -1, f.left, f.right)
		if !ok1 || !ok2 || (n > 0 || others == 0) && (f.floor-bottom > framed*h || top-f.roof > framed*h) {
			continue
		}
		own = &f
		if r.field.Repeated {
			break
		}
	}
	if own == nil || l.aside(r, own, scale) {
		return
	}
	level := []float64{own.roof, own.floor}
	// A line right under the captions parts a head from the place itself, and one
	// right over them a foot. A head may hold lines of captions that were not read:
	// the place is the greater room under it, where nothing else is named.
	low := leastHeight * scale
	head, foot := own.floor-bottom < low, top-own.roof < low && !r.field.Repeated
	under, goesOn := own.beyond(win, own.floor, 1, low)
	over, goesUp := own.beyond(win, own.roof, -1, low)
	barred := goesOn && !goesUp && own.floor-bottom < blockLines*scale && under-own.floor > 1.5*(own.floor-bottom) &&
		!l.occupied(r, Box{own.left, own.floor, own.right - own.left, under - own.floor})
	switch {
	case (head || barred) && goesOn:
		r.parted, r.ruled, own.floor = true, own.floor, under
		level = append(level, under)
	case foot && goesUp && (own.floor-bottom < low || !l.occupied(r, Box{own.left, over, own.right - own.left, own.roof - over})):
		r.parted, r.ruled, own.roof = true, own.roof, over
		level = append(level, over)
	case head && foot: // a bar round the captions alone: the frame of the place was not seen
		r.rules = rules{[]float64{own.west, own.east}, level}
		return
	}
	r.left, r.right, r.above, r.below, r.walled = own.left, own.right, own.roof, own.floor, true
	r.rules = rules{[]float64{own.west, own.east}, level}
}

// occupied reports whether captions of another block, or labels, stand in a box of
// a block's frame.
func (l *located) occupied(r *room, b Box) bool {
	return l.names(r, func(c Box) bool { return b.holds(r.at.from(c.X+c.W/2, c.Y+c.H/2)) })
}

// names reports whether captions of another block, or labels, are where such says.
func (l *located) names(r *room, such func(Box) bool) bool {
	return slices.ContainsFunc(l.blocks, func(o *block) bool { return o != r.block && such(o.box) }) ||
		slices.ContainsFunc(l.script.claims, func(c claim) bool { return c.likely > 0.85 && !c.short() && !r.holds(c.box) && such(c.box) })
}

// around cuts out what lies about a block, so far to its sides and over and under
// it as the page reaches: three who sign in a row may stand on a wide sheet.
func (l *located) around(r *room, wide, high float64) *window {
	const aslant = 8 // mm that the block's frame may reach beyond the page's
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	x0, x1 = max(r.caps.X-wide, x0-aslant), min(r.caps.X+r.caps.W+wide, x1+aslant)
	y0, y1 = max(r.caps.Y-high, y0-aslant), min(r.caps.Y+r.caps.H+high, y1+aslant)
	return l.script.ink.window(l.script.view.angle, r.at, Box{x0, y0, x1 - x0, y1 - y0})
}

// frameAround is the ruled lines round a block, in its frame of reference.
type frameAround struct {
	west, east, roof, floor float64
	left, right             float64 // of the place itself, which may share the frame
}

// beyond returns where the next level line is, down or up from one of the frame's,
// if there is a place between them: higher than low, with uprights of the frame.
func (f *frameAround) beyond(w *window, from float64, step int, low float64) (float64, bool) {
	next, ok := w.floor(from+2*float64(step), step, f.left, f.right)
	return next, ok && math.Abs(next-from) > low && f.stands(w, min(from, next), max(from, next))
}

// stands reports whether the frame's uprights, or one of them, go on between two
// levels.
func (f *frameAround) stands(w *window, y0, y1 float64) bool {
	return w.upright(f.west, y0+1, y1-1) || w.upright(f.east, y0+1, y1-1)
}

// insideRule is how far from a ruled line a place begins, in mm.
const insideRule = 0.7

// rules are ruled lines about a place, in its own frame: x of upright ones and y
// of level ones.
type rules struct{ upright, level []float64 }

// moved returns the rules in a frame whose origin lies at (x, y).
func (r rules) moved(x, y float64) rules {
	var out rules
	for _, v := range r.upright {
		out.upright = append(out.upright, v-x)
	}
	for _, v := range r.level {
		out.level = append(out.level, v-y)
	}
	return out
}

// border returns where the page's printed border begins at its foot, or y1. A smaller sheet
// on the glass or on a table ends sooner: what runs across nearly all of it under the last
// captions, from y0, is its border or its edge.
func (l *located) border(x0, x1, y0, y1 float64) float64 {
	const (
		deep   = 25  // mm over the foot where half of a border tells
		across = 0.9 // of the width, farther up
	)
	in := (x1 - x0) / 5
	top := min(y0, y1-deep)
	w := l.script.ink.window(l.script.view.angle, local{(x0 + x1) / 2, y1, l.script.view.tilt.at(y1)}, Box{x0 + in, top, x1 - x0 - 2*in, y1 - top})
	for y := 1; y < w.h-1; y++ {
		at := w.y + float64(y)*w.mm
		least := 0.5
		if at < y1-deep {
			least = across
		}
		if w.crossed(Box{w.x, at - 0.75*w.mm, float64(w.w) * w.mm, 3 * w.mm}, false) > least { // three rows of pixels
			return at
		}
	}
	return y1
}
