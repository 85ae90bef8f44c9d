package form

import "math"

// within returns how far a place beside some captions may reach: as far as the edges of
// the page, or to its printed border, which is drawn along them beyond all other print.
// (The border's foot is that of border: pages end in print of other kinds, too.)
func (l *located) within(frame local, caps, edges Box) (left, right, above float64) {
	const along = 70 // mm on either side of the captions, more than a frame to sign in has
	left, right, above = caps.X, caps.X+caps.W, caps.Y
	for _, c := range l.script.lines {
		if c.regular() && c.w() > shortLine {
			left, right, above = min(left, c.x0), max(right, c.x1), min(above, c.y0)
		}
	}
	y0, y1 := max(caps.Y-along, edges.Y), min(caps.Y+caps.H+along, edges.Y+edges.H)
	x0, x1 := max(caps.X-along, edges.X), min(caps.X+caps.W+along, edges.X+edges.W)
	rows, columns := Box{Y: y0, H: y1 - y0}, Box{X: x0, W: x1 - x0}
	return l.borderFrom(frame, left-1, edges.X, rows), l.borderFrom(frame, right+1, edges.X+edges.W, rows), l.borderFrom(frame, above-1, edges.Y, columns)
}

// borderFrom looks from one column to another for something that is drawn along half of
// some rows, or from one row to another along some columns, and returns where it begins,
// or the other one. It may stand a little aslant.
func (l *located) borderFrom(frame local, from, to float64, along Box) float64 {
	const (
		beam  = 0.75 // mm that are looked at together
		slant = 4    // mm at most from where it begins to where half of it is
		half  = 0.5
		bare  = 0.1
	)
	step := math.Copysign(windowMM, to-from)
	look := Box{min(from, to), along.Y, math.Abs(to - from), along.H}
	upright := along.H > 0
	if !upright {
		look = Box{along.X, min(from, to), along.W, math.Abs(to - from)}
	}
	w := l.script.ink.window(l.script.view.angle, frame, look)
	begin := from
	for at := from; math.Abs(at-from) < math.Abs(to-from); at += step {
		first := min(at, at+step*beam/windowMM)
		b := Box{first, along.Y, beam, along.H}
		if !upright {
			b = Box{along.X, first, along.W, beam}
		}
		switch drawn := w.crossed(b, upright); {
		case drawn > half:
			if math.Abs(at-begin) > slant {
				begin = at - math.Copysign(slant, step)
			}
			return begin
		case drawn < bare:
			begin = at
		}
	}
	return to
}

// crossed returns the part of the rows of a box, or of its columns, with ink in them.
func (w *window) crossed(b Box, rows bool) float64 {
	c0, c1 := max(int((b.X-w.x)/w.mm), 0), min(int((b.X+b.W-w.x)/w.mm+0.5), w.w)
	r0, r1 := w.row(b.Y), w.row(b.Y+b.H)
	if c1 <= c0 || r1 <= r0 {
		return 0
	}
	if !rows {
		return float64(w.columns(c0, c1, r0, r1)) / float64(c1-c0)
	}
	n := 0
	for y := r0; y < r1; y++ {
		if w.count(y, c0, c1) > 0 {
			n++
		}
	}
	return float64(n) / float64(r1-r0)
}

// columns counts those with ink in them, from one row to before another.
func (w *window) columns(c0, c1, r0, r1 int) (n int) {
	for x := c0; x < c1; x++ {
		if w.inked(x, r0, r1) {
			n++
		}
	}
	return n
}

// inked reports whether there is ink in a column, from one row to before another.
func (w *window) inked(x, r0, r1 int) bool {
	for y := r0; y < r1; y++ {
		if w.ink[y*w.w+x] {
			return true
		}
	}
	return false
}
