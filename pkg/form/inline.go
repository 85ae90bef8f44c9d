package form

import (
	"math"
	"slices"
	"strings"
)

// lengthen gives a caption whose hint was not read in full the width of both, where
// the hint of a field that shares it follows its caption on the line: the place is
// centred on what is printed, and a signature across the line hides the end of it.
func (l *located) lengthen() {
	for _, b := range l.blocks {
		if slices.ContainsFunc(b.claims, func(c claim) bool { return c.is(hintRole, b.field) && c.likely >= fullyRead }) {
			continue
		}
		for _, o := range l.blocks {
			if o != b && shareHint(o.field, b.field) && math.Abs(o.claims[0].box.Y-b.claims[0].box.Y) < 6 {
				b.box.W += o.behind()
				break
			}
		}
	}
}

// heighten lets a hint whose caption was not read, as one that a seal broke, reach
// as far up as the caption beside it that has the same hint: the letters of the
// caption are nobody's signature.
func (l *located) heighten() {
	const row, line = 4, 1 // mm
	for _, b := range l.blocks {
		if b.captioned() {
			continue
		}
		for _, o := range l.blocks {
			foot := o.box.Y + o.box.H - b.box.Y - b.box.H
			if o != b && shareHint(o.field, b.field) && o.captioned() && o.hinted() && math.Abs(foot) < row && o.box.Y-foot < b.box.Y-line {
				b.box = b.box.union(Box{b.box.X, o.box.Y - foot, b.box.W, o.box.H})
			}
		}
	}
}

// sentences lets a caption that ends a sentence which says that one signs reach over all of it, where the
// place is: "Tôi đã đọc lại, công nhận là đúng và ký tên (vợ)".
func (l *located) sentences() {
	const least = 4 // words
	for _, b := range l.blocks {
		own := b.first()
		for _, p := range l.script.said {
			n := slices.IndexFunc(p.words, func(w word) bool { return own.covers(w.box, 0.5) })
			if n < least {
				continue
			}
			before := phrase{words: p.words[:n]}
			if strings.HasSuffix(letters(before.text()), "kyten") {
				b.box = b.box.union(before.box())
			}
		}
	}
}

// captioned reports whether a caption of the field was read.
func (b *block) captioned() bool {
	return slices.ContainsFunc(b.claims, func(c claim) bool { return c.is(captionRole, b.field) })
}

// behind returns how far the hint of a block reaches beyond its caption on the
// same line; 0 if it stands elsewhere.
func (b *block) behind() float64 {
	caption := b.claims[0].box
	if !b.claims[0].is(captionRole, b.field) {
		return 0
	}
	for _, c := range b.claims[1:] {
		if c.is(hintRole, b.field) && math.Abs(c.box.Y+c.box.H/2-caption.Y-caption.H/2) < 0.5*caption.H && c.box.X > caption.X+caption.W/2 {
			return max(c.box.X+c.box.W-caption.X-caption.W, 0)
		}
	}
	return 0
}
