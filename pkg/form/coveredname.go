package form

import (
	"math"
	"slices"
	"strings"
)

// coveredName says of a name that could not be read whether it is there: words of
// it can be read beside a signature that covers the rest, or a line of writing
// stands in its place, which is longer and of more pieces than a signature.
func (s *script) coveredName(r *Reading, b *board, inside func(Box) bool, out *ValueReading) {
	v := r.Form.Value(out.Key)
	for _, p := range s.namePieces(b, inside) {
		if sharesWord(p, r.above(v)) {
			out.State, out.Confidence = Filled, 0.9
			out.How, out.Box = howOf(0.5, p.confidence(), true), s.pageBox(p.box())
			return
		}
	}
	var best *candidate
	for _, c := range s.lines {
		if inside(c.box()) && !s.isPlaced(c) && c.isWriting() && !b.printed(c) && (best == nil || c.cy() > best.cy()) {
			best = c
		}
	}
	if best != nil {
		out.State, out.Confidence, out.How, out.Box = Filled, 0.7, ByHand, s.pageBox(best.box())
	}
}

// above returns what was read of the value that must say the same as another.
func (r *Reading) above(v *Value) string {
	if v == nil || v.SameAs == "" {
		return ""
	}
	other, _ := r.Value(v.SameAs)
	return other.Text
}

// namePieces joins what was read in the place of a name and is no print of the
// form to rows.
func (s *script) namePieces(b *board, inside func(Box) bool) []phrase {
	var out []phrase
	for i := range b.said {
		p := b.said[i]
		if !inside(p.box()) || b.label(&p) {
			continue
		}
		at := slices.IndexFunc(out, func(o phrase) bool {
			a, c := o.box(), p.box()
			return math.Abs(a.Y+a.H/2-c.Y-c.H/2) < 0.5*max(a.H, c.H)
		})
		if at < 0 {
			out = append(out, phrase{tilt: p.tilt})
			at = len(out) - 1
		}
		out[at].words = append(slices.Clone(out[at].words), p.words...)
	}
	return out
}

// A word of a name as it is read where a pen crosses it.
const (
	leastOfWord = 3
	likeWord    = 0.8
)

// sharesWord reports whether a line says a word of a name.
func sharesWord(p phrase, name string) bool {
	for own := range strings.FieldsSeq(name) {
		own = letters(own)
		if len(own) < leastOfWord {
			continue
		}
		for _, w := range p.words {
			if said := letters(w.text); alike(said, own, likeWord) > 0 || len(own) > leastOfWord && strings.Contains(said, own) {
				return true
			}
		}
	}
	return false
}

// What a line of writing has and a signature has not: its length, in heights and in
// mm, and its pieces.
const (
	longWriting    = 4.5
	leastWriting   = 14.0
	mostWriting    = 75.0
	piecesOfAName  = 5
	highestWriting = 7.5 // mm
)

// isWriting reports whether a line can be a name that was written by hand.
func (c *candidate) isWriting() bool {
	return c.regular() && c.glyphs >= piecesOfAName && c.w() > longWriting*c.h() && c.w() > leastWriting && c.w() < mostWriting && c.h() < highestWriting
}

// noName are signs that no name has, but days, hints and places.
const noName = "0123456789/():"

// printed reports whether a line is print of the form or anything else that is no
// name, as it was read.
func (b *board) printed(c *candidate) bool {
	box := c.box()
	return slices.ContainsFunc(b.notices, func(n *notice) bool { return n.box.covers(box, 0.4) || box.covers(n.box, 0.4) }) ||
		slices.ContainsFunc(b.said, func(p phrase) bool {
			return (box.covers(p.box(), 0.4) || p.box().covers(box, 0.4)) && (b.label(&p) || strings.ContainsAny(p.text(), noName))
		})
}
