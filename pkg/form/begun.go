package form

import (
	"math"
	"slices"
)

// What tells a caption by its beginning beside another one that was read in full:
// how many letters, how far off the row in mm, and how far apart.
const (
	leastBegun = 3
	begunRow   = 2.5
	begunApart = 2
)

// In one column one caption begins so far beside the other in mm, so far over or under it, and
// more of it must be read.
const (
	begunFlush = 1.5
	begunOver  = 12
	begunFar   = 60
	moreBegun  = 6
)

// begun returns what begins as a caption of a field on the row of a block of
// another one, or in its column where the block's own begins: a signature across
// the caption hides its end. The whole is as wide as the block's own caption makes it.
func (l *located) begun(f *Field, near *block) []claim {
	own, w, width := l.alongside(f, near, sameBegin)
	if w == nil {
		return nil
	}
	var out []claim
	for _, p := range l.script.phrases {
		b := p.box()
		off := b.Y + b.H/2 - own.box.Y - own.box.H/2 - near.tilt*(b.X-own.box.X)
		apart := max(b.X-own.box.X-own.box.W, own.box.X-b.X-width)
		level := math.Abs(off) <= begunRow && apart >= begunApart
		beneath := math.Abs(b.X-own.box.X+near.tilt*off) < begunFlush && math.Abs(off) > begunOver && math.Abs(off) < begunFar
		if !(level && p.begins(w, leastBegun) || beneath && p.begins(w, moreBegun)) {
			continue
		}
		whole := Box{b.X, own.box.Y + near.tilt*(b.X-own.box.X), width, own.box.H}
		if beneath {
			whole.Y += off
		}
		c := claim{wording: w, read: p.text(), box: whole, tilt: near.tilt, likely: 0.7}
		if !l.overlaps(whole) && !l.listed(c) {
			out = append(out, c)
		}
	}
	return out
}

// ended returns what is the end of a caption of a field on the row of another one's that ends
// alike: of "Chồng ký tên" a signature may leave "tên".
func (l *located) ended(f *Field, near *block) []claim {
	own, w, width := l.alongside(f, near, sameEnd)
	if w == nil {
		return nil
	}
	var out []claim
	for _, p := range l.script.phrases {
		b, said := p.box(), letters(p.text())
		n := len(said)
		if n < leastBegun || n > sameEnd(w.letters, own.letters) || alike(said, w.letters[len(w.letters)-n:], 0.85) == 0 {
			continue
		}
		whole := Box{b.X + b.W - width, own.box.Y + near.tilt*(b.X-own.box.X), width, own.box.H}
		off := b.Y + b.H/2 - whole.Y - whole.H/2
		apart := max(whole.X-own.box.X-own.box.W, own.box.X-whole.X-width)
		c := claim{wording: w, read: p.text(), box: whole, tilt: near.tilt, likely: 0.7}
		if math.Abs(off) <= begunRow && apart >= begunApart && !l.overlaps(whole) && !l.listed(c) {
			out = append(out, c)
		}
	}
	return out
}

// alongside returns the caption that a block of another field has, the caption of a field that is
// most like it, and how wide that is beside it in mm; w is nil where there is none.
func (l *located) alongside(f *Field, near *block, same func(a, b string) int) (own claim, w *wording, width float64) {
	if near == nil {
		return own, nil, 0
	}
	at := slices.IndexFunc(near.claims, func(c claim) bool { return c.is(captionRole, near.field) })
	if at < 0 {
		return own, nil, 0
	}
	own = near.claims[at]
	if w = l.script.like(own.wording, f, same); w != nil {
		width = own.box.W * usualWidth(w.text) / usualWidth(own.text)
	}
	return own, w, width
}

// sameBegin and sameEnd return with how many letters both begin and end.
func sameBegin(a, b string) (n int) {
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func sameEnd(a, b string) (n int) {
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// like returns the caption of a field that has as many letters as possible in common with that
// of another one: signers of one page are named in one way.
func (s *script) like(other *wording, f *Field, same func(a, b string) int) *wording {
	var best *wording
	most := -1
	for _, w := range s.wordings {
		if !w.has(func(u use) bool { return u.role == captionRole && u.field == f }) {
			continue
		}
		n := same(w.letters, other.letters)
		if n > most || n == most && len(w.letters) < len(best.letters) {
			best, most = w, n
		}
	}
	return best
}

// begins reports whether the first words of a phrase, of so many letters at least, are
// the beginning of a wording, and not all of it.
func (p phrase) begins(w *wording, least int) bool {
	said := ""
	for _, word := range p.words {
		said += letters(word.text)
		if n := len(said); n >= least && n < len(w.letters) && alike(said, w.letters[:n], 0.85) > 0 {
			return true
		}
	}
	return false
}
