package form

import (
	"math"
	"slices"
	"unicode"

	"github.com/tthclint/tthclint/pkg/raster"
)

// room is the place of a field beside its block, in the block's own frame.
type room struct {
	*block
	at   local
	caps Box // the block there
	// How far the field may reach: the middle towards its neighbours, the sides
	// of a table's cell, the edge of the page.
	left, right float64
	walled      bool // left and right are ruled lines
	// The next print or ruled line over and under the block.
	above, below float64
	over, under  [2]float64 // ink there, in mm²: near the block, and farther
	ruled        float64    // a line that parts the captions from their cell, or 0
	box          Box
}

// Free space around captions in mm.
const (
	besideCaption = 1.5  // between a caption and its field
	leastHeight   = 10.0 // of a place to sign
	pageEdge      = 6.0  // that nobody signs on
)

// rooms finds the place of each block.
func (l *located) rooms() []*room {
	scale := l.scale()
	var out []*room
	for _, b := range l.blocks {
		out = append(out, &room{block: b, at: local{b.middle(), b.box.Y + b.box.H/2, b.tilt}, caps: b.box})
	}
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	y1 = min(y1-pageEdge, l.border(x0, x1, y1)-1)
	for _, r := range out {
		r.left, r.right, r.above, r.below = x0+pageEdge, x1-pageEdge, y0+pageEdge, y1
		for _, o := range out {
			if o == r || !r.abreast(o) {
				continue
			}
			if mid := (o.middle() + r.middle()) / 2; o.middle() > r.middle() {
				r.right = min(r.right, mid)
			} else {
				r.left = max(r.left, mid)
			}
		}
		l.cell(r, scale)
		half := r.field.Area.W * max(scale, 1) / 2
		switch {
		case !r.walled:
			half = min(half, r.right-r.middle()-1, r.middle()-r.left-1)
			half = max(half, r.caps.W/2, 12*scale)
			r.left, r.right = r.middle()-half, r.middle()+half
		case r.right-r.left > 1.6*2*half:
			r.left, r.right = max(r.left, r.middle()-half), min(r.right, r.middle()+half)
		}
		l.bound(r)
	}
	up := l.upward(out, scale)
	for _, r := range out {
		side := r.field.Area.Side
		r.place(side == Above || side == Either && up, out, scale)
	}
	return out
}

// abreast reports whether two blocks stand side by side.
func (r *room) abreast(o *room) bool {
	return math.Abs(o.middle()-r.middle()) > 8 &&
		(math.Abs(o.caps.Y-r.caps.Y) < 12 || math.Abs(o.caps.Y+o.caps.H-r.caps.Y-r.caps.H) < 12)
}

// place sets the box over or under the captions. Where several sign side by
// side, the places reach equally far; another row of captions ends them.
func (r *room) place(up bool, all []*room, scale float64) {
	h := r.field.Area.H * scale
	near, far := r.caps.Y+r.caps.H+besideCaption, r.below-1
	if r.ruled > 0 {
		near = r.ruled + 0.5
	}
	end := near + h
	if up {
		near, far = r.caps.Y-besideCaption, r.above+1
		end = near - h
	}
	for _, o := range all {
		overlap := min(o.caps.X+o.caps.W, r.right) - max(o.caps.X, r.left)
		switch {
		case o == r:
		case r.abreast(o) && !up:
			end = max(end, o.caps.Y+o.caps.H+besideCaption+o.field.Area.H*scale)
		case r.abreast(o):
			end = min(end, o.caps.Y-besideCaption-o.field.Area.H*scale)
		case overlap < 0.1*(r.right-r.left):
		case !up && o.caps.Y > near+leastHeight*scale:
			far = min(far, o.caps.Y-1)
		case up && o.caps.Y+o.caps.H < near-leastHeight*scale:
			far = max(far, o.caps.Y+o.caps.H+1)
		}
	}
	if r.walled || !up && end > far || up && end < far {
		end = far
	}
	if !up {
		r.box = Box{r.left, near, r.right - r.left, max(min(end-near, 1.6*h), leastHeight*scale)}
		return
	}
	h = max(min(near-end, 1.6*h), leastHeight*scale)
	r.box = Box{r.left, near - h, r.right - r.left, h}
}

// bounds returns the edges of the page in the view.
func (v *view) bounds(p *raster.Page) (x0, y0, x1, y1 float64) {
	w, h := p.WidthMM, p.HeightMM
	sin, cos := math.Sincos(v.angle)
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range [][2]float64{{0, 0}, {w, 0}, {0, h}, {w, h}} {
		x, y := c[0]*cos+c[1]*sin, -c[0]*sin+c[1]*cos
		x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
	}
	return
}

// cell looks for the ruled lines of a table or a box around a block: two upright
// ones, and level ones between them that close it.
func (l *located) cell(r *room, scale float64) {
	w, h := r.field.Area.W*scale, r.field.Area.H*scale
	win := l.script.ink.window(l.script.view.angle, r.at, Box{r.caps.X - w, r.caps.Y - 2*h, r.caps.W + 2*w, r.caps.H + 4*h})
	top, bottom := r.caps.Y, r.caps.Y+r.caps.H
	for _, side := range [][2]float64{{top - 1, bottom + 0.4*h}, {top - 0.4*h, bottom + 1}} {
		left, ok1 := win.wall(r.caps.X-0.5, -1, side[0], side[1])
		right, ok2 := win.wall(r.caps.X+r.caps.W+0.5, 1, side[0], side[1])
		if !ok1 || !ok2 || right-left > 2.2*w {
			continue
		}
		left, right = left+0.7, right-0.7
		floor, ok1 := win.floor(bottom+0.5, 1, left, right)
		roof, ok2 := win.floor(top-0.5, -1, left, right)
		if !ok1 || !ok2 {
			continue
		}
		// A line right under the captions parts a head from the place itself.
		if next, ok := win.floor(floor+2, 1, left, right); ok && floor-bottom < leastHeight*scale && next-floor > leastHeight*scale {
			r.ruled, floor = floor, next
		}
		r.left, r.right, r.above, r.below, r.walled = left, right, roof, floor, true
		return
	}
}

// border returns where the page's printed border begins at its foot, or y1.
func (l *located) border(x0, x1, y1 float64) float64 {
	const deep = 40
	in := (x1 - x0) / 5
	w := l.script.ink.window(l.script.view.angle, local{(x0 + x1) / 2, y1, l.script.view.tilt.at(y1)}, Box{x0 + in, y1 - deep, x1 - x0 - 2*in, deep})
	for y := 1; y < w.h-1; y++ {
		n := 0
		for x := range w.w {
			if w.ink[(y-1)*w.w+x] || w.ink[y*w.w+x] || w.ink[(y+1)*w.w+x] {
				n++
			}
		}
		if 2*n > w.w {
			return w.y + float64(y)*w.mm
		}
	}
	return y1
}

// bound finds the next print and ruled lines over and under a block. Lines of
// body text count over it alone: under it are names, seals and signatures.
func (l *located) bound(r *room) {
	mid, half := r.middle(), 0.35*(r.right-r.left)
	see := func(b Box, body bool) {
		x, y := r.at.from(b.X+b.W/2, b.Y+b.H/2)
		if x+b.W/2 < mid-half || x-b.W/2 > mid+half {
			return
		}
		switch {
		case y > r.caps.Y+r.caps.H && y-b.H/2 < r.below && !body:
			r.below = max(y-b.H/2, r.caps.Y+r.caps.H)
		case y < r.caps.Y && y+b.H/2 > r.above:
			r.above = min(y+b.H/2, r.caps.Y)
		}
	}
	for _, c := range l.script.claims {
		ours := c.has(func(u use) bool { return u.form == l.form || u.form == nil })
		if (ours && c.likely > 0.8 && !c.short() || l.taken(c.box)) && !r.holds(c.box) {
			see(c.box, false)
		}
	}
	// Lines of text end a place, but a name under a signature does not: it is
	// short and in the middle.
	for _, c := range l.script.lines {
		b := c.box()
		if !c.regular() || r.holds(b) {
			continue
		}
		if b.W > 0.9*(r.right-r.left) && c.glyphs > 14 {
			see(b, false)
		} else if math.Abs(b.X+b.W/2-mid) > 0.15*(r.right-r.left) && b.W > 15 && c.glyphs > 5 {
			see(b, true)
		}
	}
	w := l.script.ink.window(l.script.view.angle, r.at, Box{r.left, r.caps.Y - 70, r.right - r.left, r.caps.H + 140})
	zone := func(y0, y1 float64) float64 {
		return w.amount(Box{r.left + 2, y0, r.right - r.left - 4, y1 - y0})
	}
	const near, far = 16, 28
	top, bottom := r.caps.Y-1, r.caps.Y+r.caps.H+1
	r.over = [2]float64{zone(max(r.above+1, top-near), top), zone(max(r.above+1, top-far), top)}
	r.under = [2]float64{zone(bottom, min(r.below-1, bottom+near)), zone(bottom, min(r.below-1, bottom+far))}
}

// holds reports whether a line is one of the block's captions.
func (r *room) holds(b Box) bool {
	return slices.ContainsFunc(r.claims, func(c claim) bool { return c.box.covers(b, 0.4) || b.covers(c.box, 0.4) })
}

// upward reports whether the sheet has its captions under the places to sign.
// All of a sheet's are on one side. What lies between two rows of captions may
// belong to either, so what lies over the first and under the last decides:
// free room, and in it names, seals and signatures. Where both have some, they
// stand closer to their own captions.
func (l *located) upward(all []*room, scale float64) bool {
	var first, last *room
	var over, under float64
	for _, r := range all {
		if r.field.Area.Side != Either {
			continue
		}
		over, under = over+r.over[0], under+r.under[0]
		if first == nil || r.caps.Y < first.caps.Y {
			first = r
		}
		if last == nil || r.caps.Y+r.caps.H > last.caps.Y+last.caps.H {
			last = r
		}
	}
	if first == nil || first.caps.Y-first.above < 14*scale {
		return false
	}
	var before, after float64
	for _, r := range all {
		if r == first || r.abreast(first) {
			before += r.over[1]
		}
		if r == last || r.abreast(last) {
			after += r.under[1]
		}
	}
	const some = 4
	switch {
	case before < some:
		return false
	case after < some:
		return true
	}
	return over > 1.6*under
}

// scale returns the size of the print in parts of the usual: small papers are
// set in small print, and a photograph shows a sheet smaller than it is.
func (l *located) scale() float64 {
	var all []float64
	for _, c := range l.script.claims {
		if c.has(func(u use) bool { return u.role == titleRole || u.role == labelRole }) || c.likely < 0.9 || c.runes < 10 || c.open {
			continue
		}
		all = append(all, c.box.W/usualWidth(c.text))
	}
	if len(all) == 0 {
		return 1
	}
	slices.Sort(all)
	return min(max(all[len(all)/2], 0.6), 1.25)
}

// usualWidth returns how wide a text is printed in 13 points, in mm.
func usualWidth(text string) float64 {
	w := 0.0
	for _, r := range text {
		switch {
		case r == ' ' || r == ',' || r == '.' || r == '(' || r == ')' || r == 'i' || r == 'l' || r == 't':
			w += 1.2
		case r >= 'A' && r <= 'Z' || r > 127 && r == unicode.ToUpper(r):
			w += 2.95
		default:
			w += 2.0
		}
	}
	return w
}
