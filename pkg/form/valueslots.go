package form

import (
	"context"
	"math"
	"slices"
)

// mostSlots bounds the strips of a page that are read where a line is missing.
const mostSlots = 4

// readSlots reads where the form has the caption of a value between two others,
// below the last one or above the first, and no line was found: what is written with wide swings
// is taken for no print.
func (s *script) readSlots(ctx context.Context, b *board, rooms []*valueRoom) (found bool, err error) {
	if s.engine == nil || b.sparse {
		return false, nil
	}
	slots := b.slots(rooms)
	for _, c := range slots {
		s.centre(c)
	}
	begun := len(s.said)
	if err := s.read(ctx, slots, mostSlots, nil); err != nil {
		return false, err
	}
	all := labelsOf(b.form)
	for _, p := range s.said[begun:] {
		for _, n := range notices(p, all) {
			if !b.known(&n) && !b.saidAsValue(&n) {
				b.notices = append(b.notices, &n)
				found = true
			}
		}
	}
	b.said = s.said
	return found, nil
}

// centre moves a strip to the print that it begins with: lines are not all as far
// from each other.
func (s *script) centre(c *candidate) {
	height := c.box().H
	at := local{c.x0, c.cy() - c.tilt*c.w()/2, c.tilt}
	win := s.ink.window(s.view.angle, at, Box{c.x0, at.cy - height, bandStart, 2 * height})
	best, off := 0.0, math.Inf(1)
	for _, span := range win.bands() {
		d := (span[0]+span[1])/2 - at.cy
		if h := span[1] - span[0]; h > 0.4*height && h < 1.2*height && math.Abs(d) < off {
			best, off = d, math.Abs(d)
		}
	}
	c.y0, c.y1 = c.y0+best, c.y1+best
}

// slots returns the strips where the captions of values may stand that were not
// found.
func (b *board) slots(rooms []*valueRoom) []*candidate {
	of := func(i int) *valueRoom {
		at := slices.IndexFunc(rooms, func(r *valueRoom) bool { return b.index(r.value) == i })
		if at < 0 {
			return nil
		}
		return rooms[at]
	}
	pitch := b.pitch()
	var out, first []*candidate
	add := func(out []*candidate, n *notice, y float64) []*candidate {
		x0, x1 := n.box.X-0.5, b.right
		mid := n.middleAt((x0+x1)/2) + y
		half := 0.6 * b.height
		c := &candidate{line: line{x0: x0, x1: x1, y0: mid - half, y1: mid + half}, tilt: n.tilt}
		if !b.saysAt(n.box.X, n.middleAt(n.box.X)+y) && !slices.ContainsFunc(out, func(o *candidate) bool { return o.box().covers(c.box(), 0.5) }) {
			out = append(out, c)
		}
		return out
	}
	for i := range b.form.Values {
		v := &b.form.Values[i]
		above, below := of(i-1), of(i+1)
		if of(i) != nil || v.Signer != "" || v.Repeated || v.dated() {
			continue
		}
		if above == nil {
			if n := b.first(i); n != nil && v.Type != NumberValue {
				first = add(first, n, -pitch)
			}
			continue
		}
		n := above.at
		end := 1.2 * pitch
		if below != nil {
			if math.Abs(below.at.box.X-n.box.X) > 2*b.height {
				continue
			}
			end = below.at.middleAt(n.box.X) - n.middleAt(n.box.X) - 0.7*pitch
		}
		for y := pitch; y <= min(end, 4*pitch); y += pitch {
			out = add(out, n, y)
		}
	}
	return append(out, first...)
}

// first returns the upmost caption of a value that comes after the one that is
// given, with its colon.
func (b *board) first(i int) *notice {
	var best *notice
	for _, n := range b.notices {
		if n.ended && (best == nil || n.box.Y < best.box.Y) && slices.ContainsFunc(n.values, func(v *Value) bool { return b.index(v) > i }) {
			best = n
		}
	}
	return best
}

// saysAt reports whether a line was read that begins about at a point.
func (b *board) saysAt(x, y float64) bool {
	return slices.ContainsFunc(b.said, func(p phrase) bool {
		box := p.box()
		return math.Abs(box.Y+box.H/2-y) < 0.6*b.height && box.X < x+2*b.height && box.X+box.W > x
	})
}
