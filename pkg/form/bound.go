package form

import (
	"math"
	"slices"
)

// bound finds the next print over and under a block. Lines of body text count
// over the first row of captions alone: elsewhere there are names, seals and
// signatures.
func (l *located) bound(r *room) {
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
	for _, c := range l.script.claims {
		others := c.likely > 0.8 && !c.short() && c.has(func(u use) bool { return u.form == l.form || u.form == nil }) &&
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
		if b.W > 0.9*(r.right-r.left) && c.glyphs > 14 {
			see(b, false, false)
		} else if first && b.W > 9 && c.glyphs > 5 && l.script.aligned(c) {
			see(b, true, true)
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

// shortLine is how long a line of body text is at least, in mm; those in a seal
// are shorter.
const shortLine = 18

// aligned reports whether a line begins where others over it do, as body text
// does and a name under a signature does not: that may begin where its caption
// under it does.
func (s *script) aligned(c *candidate) bool {
	n := 0
	for _, o := range s.lines {
		if o.cy() < c.y0 && o.regular() && o.w() > shortLine && math.Abs(o.x0-c.x0) < 2.5 {
			n++
		}
	}
	return n >= 3
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
	if up, down := framed(all, scale); up != down {
		return up
	}
	if first == nil || first.caps.Y-first.above < 14*scale {
		return false
	}
	if last.below-last.caps.Y-last.caps.H < leastHeight*scale/2 { // nobody can sign there
		return true
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
	const some = 4 // mm² that are dirt
	switch {
	case before < some || after > 3*before:
		return false
	case after < some:
		return true
	}
	return over > 1.6*under
}

// framed reports whether the frames round the places of a sheet have their room
// over the captions, and whether under them.
func framed(all []*room, scale float64) (up, down bool) {
	for _, r := range all {
		if r.field.Area.Side != Either || !r.walled {
			continue
		}
		over, under := r.caps.Y-r.above > leastHeight*scale, r.below-r.caps.Y-r.caps.H > leastHeight*scale
		up, down = up || over && !under, down || under && !over
	}
	return up, down
}
