package form

import (
	"math"
	"slices"
)

// board holds what was read of the print of a form, to find its values by.
type board struct {
	form    *Form
	said    []phrase // lines as they were read
	notices []*notice
	left    float64 // of the print on the page
	right   float64
	height  float64      // of a line of the form's print
	sparse  bool         // only labels were read, where a known layout has them
	texts   bool         // of all values are asked for
	read    []*valueRoom // of which the writing was read, too
}

// rooms returns the rooms of the form's values, but for names of signers. A
// value whose caption was not found has none.
func (b *board) rooms() []*valueRoom {
	var out []*valueRoom
	taken := map[*notice]bool{}
	heads := map[*Value]*notice{}
	add := func(v *Value, n *notice) {
		taken[n] = true
		heads[v] = n
		out = append(out, b.room(v, n))
	}
	for i := range b.form.Values {
		v := &b.form.Values[i]
		if v.Under != "" || v.Signer != "" || v.Repeated {
			continue
		}
		if n := b.best(v, taken); n != nil {
			add(v, b.nearer(v, n, taken))
		}
	}
	for i := range b.form.Values {
		v := &b.form.Values[i]
		if v.Under == "" {
			continue
		}
		if n := b.under(v, heads, taken); n != nil {
			add(v, n)
		}
	}
	return out
}

// best returns the notice that most surely is the caption of a value; of two,
// the one with its colon: who signs stands under the same words without one.
func (b *board) best(v *Value, taken map[*notice]bool) *notice {
	var best *notice
	for _, n := range b.notices {
		if slices.Contains(n.values, v) && !taken[n] && b.inOrder(v, n) && (best == nil || n.likely > best.likely+0.1 || n.ended && !best.ended && n.likely > best.likely-0.1) {
			best = n
		}
	}
	return best
}

// nearer returns the caption of a value that follows on the next line of another,
// which is a heading then, with nothing behind it.
func (b *board) nearer(v *Value, n *notice, taken map[*notice]bool) *notice {
	if len(n.rest) > 0 {
		return n
	}
	for _, o := range b.notices {
		if o != n && !taken[o] && slices.Contains(o.values, v) && o.box.X < n.right() &&
			o.box.Y > n.box.Y && o.middleAt(n.box.X)-n.middleAt(n.box.X) < nextLine*b.height {
			return o
		}
	}
	return n
}

// inOrder reports whether a wording that other print may say, too, as a short one
// or that of a signer, stands where the form has it: not below the captions of
// values that come after it.
func (b *board) inOrder(v *Value, n *notice) bool {
	if len(n.letters) >= 4 && !b.signs(n) {
		return true
	}
	at, above := b.index(v), 0
	for _, o := range b.notices {
		if o.box.Y+o.box.H < n.box.Y && slices.ContainsFunc(o.values, func(w *Value) bool { return b.index(w) > at }) {
			above++
		}
	}
	return above < 3
}

// signs reports whether a wording without its colon may be the caption of a field.
func (b *board) signs(n *notice) bool {
	return !n.ended && slices.ContainsFunc(b.form.Fields, func(f Field) bool {
		return slices.ContainsFunc(f.Captions, func(c string) bool { return letters(c) == n.letters })
	})
}

func (b *board) index(v *Value) int {
	return slices.IndexFunc(b.form.Values, func(o Value) bool { return o.Key == v.Key })
}

// under returns the caption of a value that says more of another: the next of
// its wordings under it in its column.
func (b *board) under(v *Value, heads map[*Value]*notice, taken map[*notice]bool) *notice {
	own := heads[b.form.Value(v.Under)]
	if own == nil {
		return nil
	}
	var best *notice
	for _, n := range b.notices {
		if slices.Contains(n.values, v) && !taken[n] && b.head(n, heads) == own && (best == nil || n.box.Y < best.box.Y) {
			best = n
		}
	}
	return best
}

// head returns the caption of the value that a notice says more of: in its
// column the next one above.
func (b *board) head(n *notice, heads map[*Value]*notice) *notice {
	var best *notice
	off := func(h *notice) float64 { return math.Abs(h.box.X - n.box.X) }
	for _, v := range n.values {
		h := heads[b.form.Value(v.Under)]
		if v.Under == "" || h == nil || h.middleAt(n.box.X) > n.box.Y+n.box.H {
			continue
		}
		switch {
		case best == nil, off(h) < off(best)-15:
			best = h
		case off(h) < off(best)+15 && h.box.Y > best.box.Y:
			best = h
		}
	}
	return best
}
