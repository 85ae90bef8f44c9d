package form

import (
	"math"
	"slices"
)

// sides finds for each room on which side of its captions one signs. Where some do so
// under theirs, all do: what stands over those of the others is signed by them. But an
// official who signs under all others may do as nobody else does.
func (l *located) sides(all []*room, scale float64) {
	withoutBare(all)
	var rest []*room
	under := false
	for _, r := range all {
		up, ok := l.ownSide(r, all, scale)
		alike := ok
		if !ok {
			alike = slices.ContainsFunc(all, r.abreast)
			if together := r.withHint(all); l.namedFarUnder(together, all) {
				up, ok, alike = false, true, alike || len(together) > 1
			} else {
				up, ok = l.sealSide(r)
			}
			if ok && r.takesRoom(up, all, scale) { // between two rows of captions is one place: all do as r does
				for _, o := range all {
					o.up = up
				}
				return
			}
		}
		under = under || ok && !up && alike
		if r.up = up; !ok {
			rest = append(rest, r)
		}
	}
	if under {
		return
	}
	up := l.upward(rest, scale)
	for _, r := range rest {
		r.up = up
	}
}

// ownSide tells on which side of their captions a room and those with the same hints
// have their places, when the lines to sign on, the names, or the captions of another one
// right under them say so; ok is false where nothing does, or not all agree. Then all
// others of the sheet decide.
func (l *located) ownSide(r *room, all []*room, scale float64) (up, ok bool) {
	// Mm² that are dirt, how much more ink there is on one side, and where a line says otherwise.
	const some, more, far = 4, 1.6, 3
	if !slices.ContainsFunc(l.form.Fields, func(f Field) bool { return f.Key != r.field.Key && f.Required && shareHint(&f, r.field) }) {
		return false, false // who signs alone does as the sheet says
	}
	var over, under, close bool
	var above, below float64 // ink
	lined, seen := true, false
	for _, o := range r.withHint(all) {
		if o.isAside || o.field.Area.Side != Either {
			continue
		}
		if o.sure() { // where another one's captions are is a guess
			seen, lined = true, lined && l.lined(o) && o.caps.Y-o.printed > leastOver*scale
		}
		foot := o.caps.Y + o.caps.H
		next := l.nextUnder(o, all)
		close = close || next-foot < closeUnder*scale
		down, named := l.nameUnder(o)
		switch {
		case named && down < 0:
			over = over || down > -nameOver
		case named && down > nameRoom:
			under = under || down < nameReach
		case named:
			close, foot = true, foot+down+2
		}
		above += o.over[1].ink
		below += l.inkIn(o, Box{o.left + 2, foot + 1, o.right - o.left - 4, min(foot+2*leastHeight*scale, next-1) - foot - 1})
	}
	if lined && seen && below > some+far*above && l.headed(r, all) {
		lined, under = false, true
	}
	over = over || lined && seen || close && above > some && above > more*below
	return over, over != under
}

// headed reports whether a line over captions heads their places: the names of those who sign
// alone say that they do so under theirs.
func (l *located) headed(r *room, all []*room) bool {
	n := 0
	for _, o := range all {
		if o == r || shareHint(o.field, r.field) || o.isAside || o.field.Area.Side != Either {
			continue
		}
		if n++; !l.namedFarUnder(o.withHint(all), all) {
			return false
		}
	}
	return n > 0
}

// takesRoom reports whether who signs on one side of a room's captions leaves no room there for
// another one who signs otherwise and whose captions are next to that place.
func (r *room) takesRoom(up bool, all []*room, scale float64) bool {
	const both = 60 // mm that two places take
	return slices.ContainsFunc(all, func(o *room) bool {
		step, gap := 1.0, o.caps.Y-r.caps.Y-r.caps.H
		if up {
			step, gap = -1, r.caps.Y-o.caps.Y-o.caps.H
		}
		return gap > 0 && gap < both*scale && !shareHint(o.field, r.field) && r.stacked([]*room{o}, step)
	})
}

// withHint returns a room and those that have the same hints.
func (r *room) withHint(all []*room) []*room {
	var out []*room
	for _, o := range all {
		if o == r || shareHint(o.field, r.field) {
			out = append(out, o)
		}
	}
	return out
}

// namedFarUnder reports whether the names of some who sign alike are printed so far under their
// captions, and over nobody else's, that they end places under them: one name under each, since
// what stands over captions may be another's.
func (l *located) namedFarUnder(some, all []*room) bool {
	const from, to, off = 15, 60, 10 // mm under the captions, and beside their middle
	for _, r := range some {
		if r.field.Area.Side != Either || r.isAside {
			return false
		}
		low := r.caps.Y + r.caps.H
		foot := low + to
		for _, o := range all {
			if o.caps.Y > low {
				foot = min(foot, o.caps.Y)
			}
		}
		if !slices.ContainsFunc(l.script.phrases, func(p phrase) bool {
			b := p.box()
			x, y := r.at.from(b.X+b.W/2, b.Y)
			return y > low+from && y < foot && math.Abs(x-r.caps.X-r.caps.W/2) < off && p.isName() &&
				!l.script.told(b, func(use) bool { return true })
		}) {
			return false
		}
	}
	return true
}

// closeUnder is how near under captions those of another one stand that leave no room to
// sign between, in mm.
const closeUnder = 12

// nextUnder returns where the next captions, labels of values or body text under a room's
// own captions begin.
func (l *located) nextUnder(r *room, all []*room) float64 {
	const least = 4 // mm that are under them
	next := math.Inf(1)
	for _, o := range all {
		if o != r && o.caps.Y > r.caps.Y+r.caps.H && min(o.caps.X+o.caps.W, r.caps.X+r.caps.W)-max(o.caps.X, r.caps.X) > least {
			next = min(next, o.caps.Y)
		}
	}
	see := func(b Box) {
		if x, y := r.at.from(b.X+b.W/2, b.Y); y > r.caps.Y+r.caps.H && x > r.left && x < r.right {
			next = min(next, y)
		}
	}
	for _, c := range l.script.claims {
		if c.likely > 0.9 && l.isLabel(c) {
			see(c.box)
		}
	}
	for _, c := range l.script.lines {
		if c.regular() && c.w() > shortLine && l.script.goesOn(c) {
			see(c.box())
		}
	}
	return next
}

// Where the name of who signs is printed, in mm from captions: over them, and so far under
// them that there is room to sign between.
const (
	nameOver = 12
	nameRoom = 8
)

// nameUnder returns how far under a room's captions the name of its signer is printed, to
// the middle of its line in mm; it is less than 0 over them.
func (l *located) nameUnder(r *room) (down float64, ok bool) {
	name, ok := l.printedName(r.field)
	x, y := r.at.from(name.X+name.W/2, name.Y+name.H/2)
	if !ok || x < r.left || x > r.right {
		return 0, false
	}
	if y < r.caps.Y {
		return y - r.caps.Y, true
	}
	return max(y-r.caps.Y-r.caps.H, 0), true
}

// lined reports whether a ruled line to sign on runs right over the captions: it ends
// before those of the neighbours, as a line between two parts of the paper does not.
func (l *located) lined(r *room) bool {
	const (
		gap    = 4.5  // mm over the captions
		accent = 0.75 // mm under their top, where only accents reach
		wide   = 12   // mm on either side of their middle that it runs at least
		end    = 3    // mm on either side of where the room ends
		bare   = 0.8  // mm² that a line which goes on there has more of
		foot   = 0.8  // mm over the line, and twice as much, where letters would be
		letter = 0.6  // of the columns have ink there, if the line is the foot of letters
		least  = 0.2  // of those beside the captions have, where the line goes on
		under  = 0.6  // mm under the middle of a line, where it is over
	)
	if r.walled || r.isAside || r.entry {
		return false
	}
	middle := r.caps.X + r.caps.W/2
	x0, x1 := min(r.left-end, middle-wide), max(r.right+end, middle+wide)
	w := l.script.ink.window(l.script.view.angle, r.at, Box{x0, r.caps.Y - gap - 2, x1 - x0, gap + 6})
	y, ok := w.level(r.caps.Y+accent, -1, middle-wide, middle+wide)
	// Of bold letters the tops look like a line: one to sign on goes on beside them, or, where they reach as
	// far as is looked, is clear of them.
	first := r.first()
	isLine := func() bool {
		beside := func(x float64) bool { return w.crossed(Box{x, y - 0.75, end, 1.5}, false) > least }
		if first.W <= 2*wide {
			return beside(first.X-1-end) && beside(first.X+first.W+1)
		}
		for at := y + under; at < y+2*under; at += w.mm {
			if w.crossed(Box{middle - wide, at, 2 * wide, w.mm}, false) < letter/2 {
				return true
			}
		}
		return false
	}
	goesOn := func(x float64) bool { return w.amount(Box{x - end, y - 0.75, 2 * end, 1.5}) > bare }
	return ok && y > r.caps.Y-gap && isLine() && !goesOn(r.left) && !goesOn(r.right) &&
		w.crossed(Box{middle - wide, y - 2*foot, 2 * wide, foot}, false) < letter
}

// besideName reports whether the name of a room's signer is printed right of its captions,
// under a line that begins behind them: there he signs.
func (l *located) besideName(r *room) bool {
	const up, down = 4, 16 // mm from the middle of the captions
	name, ok := l.printedName(r.field)
	x, y := r.at.from(name.X, name.Y+name.H/2)
	y -= r.caps.Y + r.caps.H/2
	return ok && !r.field.Repeated && x > r.caps.X+r.caps.W && y > -up && y < down
}
