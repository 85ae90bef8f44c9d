package form

import (
	"math"
	"slices"
)

// behindRows finds the places right of captions that stand one under the other at
// the left, as in letters: in a frame, on a line, or free. A frame behind each
// caption tells, or that far more stands behind the captions than under them; but
// where the official was not found, what stands there may be his.
func (l *located) behindRows(all []*room, scale float64) {
	first, second := l.rows(all)
	if first == nil {
		return
	}
	pitch := second.caps.Y - first.caps.Y
	x := max(first.caps.X+first.caps.W, second.caps.X+second.caps.W) + besideCaption
	right := min(first.east, second.east, x+behindWide*first.field.Area.W*scale)
	framed := 0
	var behind, under float64
	boxes := map[*room]Box{}
	for i, r := range []*room{first, second} {
		middle := r.caps.Y + r.caps.H/2
		top := middle - pitch/2
		if i == 0 {
			top = max(top, r.printed+1)
		}
		b := Box{x, top, right - x, middle + pitch/2 - top}
		if b.W < leastAside*scale || b.H < leastHeight*scale || l.occupied(r, b) { // a column of values
			return
		}
		if f, ok := l.frameBehind(r, b, pitch); ok {
			framed, b = framed+1, f
		} else { // the border of the page
			win := l.around(r, b.W+r.caps.W, pitch)
			if wall, ok := win.wall(x, 1, b.Y+1, b.Y+b.H-1); ok {
				b.W = wall - insideRule - x
			}
			if roof, ok := win.floor(r.caps.Y, -1, x, x+b.W); ok && roof > b.Y {
				b.H, b.Y = b.Y+b.H-roof-insideRule, roof+insideRule
			}
			if b.W < leastAside*scale {
				return
			}
		}
		boxes[r] = b
		low := r.caps.Y + r.caps.H + 1
		behind += l.inkIn(r, b)
		west := max(r.left, r.caps.X-overhang)
		under += l.inkIn(r, Box{west, low, x - 1 - west, r.caps.Y + pitch - 2 - low})
	}
	if framed < 2 && (l.share() < 1 || behind < 2*under+somePrint) {
		return
	}
	for r, b := range boxes {
		r.putBehind(b)
	}
}

// overhang is how far left of captions a signature under them begins, in mm.
const overhang = 6

// lastBehind finds the place of who signs last behind those captions, too, when they
// begin where those of the others begin, who sign behind theirs: what stands there
// tells, and not under them.
func (l *located) lastBehind(all []*room, days []Box, scale float64) {
	const off = 4 // mm
	_, _, _, bottom := l.script.view.bounds(l.script.page)
	for _, r := range all {
		over := math.Inf(-1) // where the places of the others end
		begins := 0
		for _, o := range all {
			if o.isAside && o.caps.Y < r.caps.Y && math.Abs(o.caps.X-r.caps.X) < off {
				begins, over = begins+1, max(over, o.box.Y+o.box.H)
			}
		}
		if begins < 2 || !r.usual() || slices.ContainsFunc(all, r.abreast) {
			continue
		}
		x, h := r.caps.X+r.caps.W+besideCaption, r.field.Area.H*scale
		top := max(over, r.caps.Y-h/4)
		for _, d := range days { // place and day stand over the signature
			if d.X+d.W > x && d.Y+d.H/2 > top && d.Y < r.caps.Y+r.caps.H {
				top = d.Y + d.H + 0.5
			}
		}
		b := Box{x, top, min(r.east, x+r.field.Area.W*scale) - x, min(bottom-pageEdge, top+h) - top}
		if b.W < leastAside*scale || b.H < leastHeight*scale {
			continue
		}
		low := r.caps.Y + r.caps.H + 1
		if l.inkIn(r, b) > 2*l.inkIn(r, Box{r.left, low, x - 1 - r.left, min(h, bottom-low)})+somePrint {
			r.putBehind(b)
		}
	}
}

// putBehind says that a place was found behind its captions.
func (r *room) putBehind(b Box) {
	r.isAside, r.box = true, b
	r.left, r.right = b.X, b.X+b.W
}

// somePrint is the ink in mm² that may be print of the form.
const somePrint = 10

// behindWide is how wide a place behind its captions is at most, in usual widths.
const behindWide = 1.4

// rows returns two places with the same hints whose captions stand one under the
// other and have nobody's beside them, when all others sign under both.
func (l *located) rows(all []*room) (first, second *room) {
	const off, least, most = 4, 12, 60 // mm
	for _, r := range all {
		for _, o := range all {
			down := o.caps.Y - r.caps.Y
			if r.usual() && o.usual() && shareHint(r.field, o.field) && down > least && down < most &&
				min(math.Abs(o.caps.X-r.caps.X), math.Abs(o.middle()-r.middle())) < off {
				first, second = r, o
			}
		}
	}
	for _, o := range all {
		if first != nil && o != first && o != second && o.caps.Y < second.caps.Y+second.caps.H+leastHeight/2 {
			return nil, nil
		}
	}
	return first, second
}

// usual reports whether the place is neither in a frame nor behind its captions yet.
func (r *room) usual() bool {
	return !r.walled && !r.isAside && !r.entry && !r.field.Repeated && r.field.Area.Side == Either
}

// frameBehind returns the inside of a frame that stands behind a caption, in the
// free room there.
func (l *located) frameBehind(r *room, free Box, pitch float64) (Box, bool) {
	const off = 3 // mm
	win := l.around(r, free.X+free.W-r.caps.X, 1.5*pitch)
	middle := r.caps.Y + r.caps.H/2
	west, ok := win.wall(free.X-besideCaption, 1, middle-off, middle+off)
	if !ok {
		return Box{}, false
	}
	east, ok := win.wall(west+off, 1, middle-off, middle+off)
	if !ok || east-west < leastAside {
		return Box{}, false
	}
	roof, ok1 := win.floor(middle, -1, west+off, east-off)
	floor, ok2 := win.floor(middle, 1, west+off, east-off)
	if !ok1 || !ok2 || floor-roof < leastHeight || floor-roof > 1.2*pitch {
		return Box{}, false
	}
	return Box{west + insideRule, roof + insideRule, east - west - 2*insideRule, floor - roof - 2*insideRule}, true
}
