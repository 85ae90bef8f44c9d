package form

import (
	"math"
	"slices"
)

// bound finds the next print over and under a block. Lines of body text count
// over the first row of captions alone: elsewhere there are names, seals and
// signatures.
func (l *located) bound(r *room, all []*room, days []Box) {
	mid, half := r.middle(), 0.35*(r.right-r.left)
	first := !slices.ContainsFunc(l.blocks, func(b *block) bool { return b.box.Y+b.box.H < r.caps.Y-12 })
	// Right under the block is what is left of its own captions.
	see := func(b Box, body, sure bool) {
		x, y := r.at.from(b.X+b.W/2, b.Y+b.H/2)
		if x+b.W/2 < mid-half || x-b.W/2 > mid+half {
			return
		}
		switch {
		case y > r.caps.Y+r.caps.H && y-b.H/2 < r.below && !body && (y-b.H/2 > r.caps.Y+r.caps.H+leastHeight/2 || l.taken(b)):
			r.below = max(y-b.H/2, r.caps.Y+r.caps.H)
		case y < r.caps.Y && y+b.H/2 > r.above:
			r.above = min(y+b.H/2, r.caps.Y)
		}
		if sure && y < r.caps.Y {
			r.printed = max(r.printed, min(y+b.H/2, r.caps.Y))
		}
	}
	for _, b := range days {
		if !r.holds(b) {
			see(b, false, true)
		}
	}
	if l.title != nil && l.titled(r.middle()) { // nobody signs beside the title
		r.above = max(r.above, min(l.title.box.Y+l.title.box.H, r.caps.Y))
	}
	for _, c := range l.script.claims {
		x := c.box.X + c.box.W/2
		if c.likely <= fullyRead && (x < r.left || x > r.right) { // how far it reaches is a guess
			continue
		}
		others := c.likely > fullyRead && !c.short() && c.has(func(u use) bool { return u.form == l.form || u.form == nil }) &&
			!c.has(func(u use) bool { return u.field == r.field })
		if (others || l.taken(c.box)) && !r.holds(c.box) {
			see(c.box, false, true)
		}
	}
	// Lines of text end a place, but a name under a signature does not: it is
	// short and in the middle.
	for _, c := range l.script.lines {
		b := c.box()
		if !c.regular() || r.holds(b) {
			continue
		}
		if b.W > 0.9*(r.right-r.left) && c.glyphs > 14 && !r.named(b) && !l.twoHands(b, r, all) {
			see(b, false, false)
		} else if first && b.W > 9 && c.glyphs > 5 && (l.script.aligned(c) || r.shared(b, all)) {
			see(b, true, true)
		}
	}
	l.measureBeside(r, days)
}

// named reports whether a line may be a long name under a signature: no wider than
// the place, and in the middle of it, where no line of body text stands.
func (r *room) named(b Box) bool {
	const off = 2.5 // mm
	x, _ := r.at.from(b.X+b.W/2, b.Y+b.H/2)
	return b.W < r.right-r.left && math.Abs(x-r.middle()) < off
}

// twoHands reports whether what was taken for one line runs through a side of a room's cell, or over the border
// to a neighbour with nothing on it there: it is what both wrote on a row.
func (l *located) twoHands(b Box, r *room, all []*room) bool {
	const across, bare = 3, 2 // mm on either side, and of which there is no ink
	x, y := r.at.from(b.X+b.W/2, b.Y+b.H/2)
	over := func(border float64) bool { return x-b.W/2 < border-across && x+b.W/2 > border+across }
	return slices.ContainsFunc(r.rules.upright, over) || slices.ContainsFunc(all, func(o *room) bool {
		border := (o.middle() + r.middle()) / 2
		return o != r && r.abreast(o) && over(border) && l.inkIn(r, Box{border - bare, y - b.H/2, 2 * bare, b.H}) == 0
	})
}

// shared reports whether a line stands in the middle between two places on a row, as
// a heading over both does and the name of neither. Two names on a row, read as
// one line, reach from the middle of one place to that of the other.
func (r *room) shared(b Box, all []*room) bool {
	const over, wide = 4, 0.9 // mm beyond the border, and of the way from middle to middle
	return slices.ContainsFunc(all, func(o *room) bool {
		border, way := (o.middle()+r.middle())/2, math.Abs(o.middle()-r.middle())
		return o != r && r.abreast(o) && b.X < border-over && b.X+b.W > border+over && b.W < wide*way
	})
}

// shortLine is how long a line of body text is at least, in mm; those in a seal
// are shorter.
const shortLine = 18

// aligned reports whether a line begins where others over it do, as body text
// does and a name under a signature does not: that may begin where its caption
// under it does.
func (s *script) aligned(c *candidate) bool {
	return s.beginWith(c, func(o *candidate) bool { return o.cy() < c.y0 })
}

// goesOn reports whether others under a line begin where it does, as body text does.
func (s *script) goesOn(c *candidate) bool {
	const reach = 45 // mm
	return s.beginWith(c, func(o *candidate) bool { return o.y0 > c.cy() && o.y0 < c.y1+reach })
}

// beginWith reports whether some of the lines of body text begin where a line does: so
// many that it is no accident.
func (s *script) beginWith(c *candidate, some func(*candidate) bool) bool {
	const off, least = 2.5, 3 // mm, and lines
	n := 0
	for _, o := range s.lines {
		if some(o) && o.regular() && o.w() > shortLine && math.Abs(o.x0-c.x0) < off {
			n++
		}
	}
	return n >= least
}

// holds reports whether a line is one of the block's captions.
func (r *room) holds(b Box) bool {
	return slices.ContainsFunc(r.claims, func(c claim) bool { return c.box.covers(b, 0.4) || b.covers(c.box, 0.4) })
}
