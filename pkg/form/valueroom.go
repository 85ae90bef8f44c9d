package form

import (
	"math"
	"slices"
)

// valueRoom is where a value stands, in mm, levelled about the middle of its
// caption: x as in the view, y from the middle of the caption's line.
type valueRoom struct {
	value *Value
	at    *notice
	line  Box   // on the caption's line
	below Box   // on the next line; without size where that is another's
	gaps  []Box // parts of line that all must be written; nil for the one
}

// level returns where a point of the view lies in the room's frame.
func (r *valueRoom) level(x, y float64) (float64, float64) { return x, y - r.at.middleAt(x) }

// Sizes of rooms, in heights of a line of print.
const (
	lineUp, lineDown = 1.15, 1.0 // from the middle of the line, at most
	nextLine         = 3.2       // to the middle of the next line, at most
	lineFoot         = 0.65      // from the middle of the line, below its letters
)

// room returns where a value stands beside its caption.
func (b *board) room(v *Value, n *notice) *valueRoom {
	r := &valueRoom{value: v, at: n}
	h := b.height
	right := b.edge(n)
	if v.Type != NameValue && v.Type != PlaceValue && v.Type != TextValue { // which may say the same
		right = b.before(n, right)
	}
	up, down := lineUp*h, lineDown*h
	next := nextLine * h
	over := false // another's line follows
	for _, o := range b.notices {
		_, y := r.level(o.box.X+o.box.W/2, o.box.Y+o.box.H/2)
		if y <= -2*up || y >= nextLine*h { // too far to matter
			continue
		}
		// What a label at the left says may reach below or above the line.
		if o == n || o.right() < n.box.X && (!o.entry || b.edge(o) < n.box.X+h) || o.box.X > right || o.level(n) {
			continue
		}
		if y < 0 {
			up = max(-y/2, 0.5*h)
		} else {
			down = min(down, max(y/2, 0.5*h))
			if o.entry || o.box.X < n.right() { // a signer's caption farther right begins no line below
				next, over = min(next, y), true
			}
		}
	}
	r.line = Box{n.right() + 0.4, -up, right - n.right() - 0.4, up + down}
	if v.Side == After {
		return r
	}
	pitch := min(max(b.pitch(), 1.25*h), 2.4*h)
	top, foot := min(pitch/2, lineFoot*h), pitch/2+min(pitch, next-0.5*h)
	if over {
		foot = min(foot, next-0.55*h)
	}
	if below := (Box{n.box.X - 1, top, right - n.box.X + 1, foot - top}); !over || next > 1.6*pitch || b.begins(r, below) {
		if !b.numbered(n, pitch) {
			r.below = below
		}
	}
	if v.Side == Below {
		r.line = r.below
		r.below = Box{}
	}
	return r
}

// begins reports whether a line that is no label's was read in a box below a
// caption, where it begins.
func (b *board) begins(r *valueRoom, in Box) bool {
	return slices.ContainsFunc(b.said, func(p phrase) bool {
		box := p.box()
		x, y := r.level(box.X, box.Y+box.H/2)
		return x > in.X-1 && x < r.at.right() && y > min(in.Y, r.at.box.H/2) && y < in.Y+in.H &&
			!slices.ContainsFunc(b.notices, func(n *notice) bool {
				return n != r.at && (n.box.covers(box, 0.4) || box.covers(n.box, 0.4))
			})
	})
}

// numbered reports whether the line of a caption has a number before it and the
// next line has one, too, so that it is no more of the value.
func (b *board) numbered(n *notice, pitch float64) bool {
	const longest, column = 3, 2.5 // runes, mm
	number := func(y float64) (x float64, ok bool) {
		for _, p := range b.said {
			w := p.words[0]
			if len([]rune(w.text)) <= longest && w.right() < n.box.X && w.box.X > n.box.X-4*b.height && math.Abs(w.box.Y+w.box.H/2-y) < 0.6*b.height {
				return w.box.X, true
			}
		}
		return 0, false
	}
	y := n.middleAt(n.box.X)
	own, ok := number(y)
	next, also := number(y + pitch)
	return ok && also && math.Abs(own-next) < column
}

// edge returns where the room beside a notice ends: at the next print on its
// line, at the next column or at the end of the print.
func (b *board) edge(n *notice) float64 {
	right := max(b.right, n.right()+12)
	for _, p := range b.said { // what begins before it belongs to it
		if box := p.box(); box.X > n.box.X && box.X < right+1 && math.Abs(n.middleAt(box.X)-box.Y-box.H/2) < 0.6*n.box.H {
			right = max(right, box.X+box.W+1)
		}
	}
	for _, o := range b.notices {
		if o == n || !o.entry || o.box.X < n.right() { // an office's name may be a signer's caption, too
			continue
		}
		if o.level(n) || b.column(o, n) {
			right = min(right, o.box.X-0.8)
		}
	}
	return right
}

// before returns where the room beside a notice ends at the latest before the
// captions of signers on its line.
func (b *board) before(n *notice, right float64) float64 {
	for _, o := range b.notices {
		if o != n && !o.entry && o.box.X > n.right() && o.level(n) {
			right = min(right, o.box.X-0.8)
		}
	}
	return right
}

// columnGap is how far apart two labels of a column stand at most, in distances of
// two lines: one of its values may take two.
const columnGap = 2.6

// column reports whether a notice begins a column beside the line of another:
// others begin where it does, above that line and below it and not far from each
// other, and nothing that was read runs across where it begins. Labels that follow
// others on some lines stand one under the other, too.
func (b *board) column(o, n *notice) bool {
	above, below := math.Inf(-1), math.Inf(1)
	for _, q := range b.notices {
		if !q.entry || math.Abs(q.box.X-o.box.X) > 3 {
			continue
		}
		y := q.box.Y + q.box.H/2 - n.middleAt(q.box.X)
		if y < b.height/2 {
			above = max(above, y)
		}
		if y > -b.height/2 {
			below = min(below, y)
		}
	}
	gap := below - above
	return !math.IsInf(gap, 1) && gap < columnGap*b.pitch() && !b.across(o.box.X, n)
}

// across reports whether a word on the line of a notice runs across x.
func (b *board) across(x float64, n *notice) bool {
	const most = 1.5 // mm on both sides, by which boxes of words may be off
	return slices.ContainsFunc(b.said, func(p phrase) bool {
		return slices.ContainsFunc(tokens(p.words), func(w word) bool {
			return w.box.X < x-most && w.right() > x+most && math.Abs(w.box.Y+w.box.H/2-n.middleAt(x)) < 0.5*b.height
		})
	})
}

// pitch returns the distance of two lines of the form: that of those that follow
// each other, for some values take two.
func (b *board) pitch() float64 {
	var all []float64
	for _, n := range b.notices {
		next := math.Inf(1)
		for _, o := range b.notices {
			if d := o.box.Y - n.box.Y; d > b.height && math.Abs(o.box.X-n.box.X) < 3 {
				next = min(next, d)
			}
		}
		if next < 20 {
			all = append(all, next)
		}
	}
	if len(all) == 0 {
		return 1.6 * b.height
	}
	slices.Sort(all)
	return all[len(all)/4]
}

// words returns what was read in a box of the room, from left to right; of what
// was read twice, the surer.
func (b *board) words(r *valueRoom, in Box) []word {
	var out []word
	add := func(w word) {
		twice := func(o word) bool { return o.box.covers(w.box, 0.5) && w.box.covers(o.box, 0.5) }
		i := slices.IndexFunc(out, twice)
		if i < 0 {
			out = append(out, w)
		} else if w.confidence > out[i].confidence {
			out[i] = w
		}
	}
	for _, p := range b.said {
		for _, w := range tokens(p.words) {
			x, y := r.level(w.box.X+w.box.W/2, w.box.Y+w.box.H/2)
			if x > in.X && x < in.X+in.W && y > in.Y && y < in.Y+in.H {
				add(w)
			}
		}
	}
	slices.SortFunc(out, func(a, c word) int { return less(a.box.X, c.box.X) })
	return out
}
