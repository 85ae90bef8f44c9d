package form

import (
	"math"
	"slices"
	"strings"
)

// footed returns the captions of a block with what is left of the lines under
// them: a seal or a signature across them breaks hints and titles to pieces that
// nobody can read, but print right under a caption, in the middle of it and of
// its size, belongs to it. A name stands under the room to sign, and what is
// written in a seal is smaller and to one side. The end of a hint that goes on in the
// next line may be a word of three letters, and begin where the hint begins. rest is
// the lines that were taken.
func (l *located) footed(b *block) (caps Box, rest []Box) {
	const usual = 36 // mm that a line of captions is wide, when only a part of them was read
	caps = b.box
	letter, least, into := b.claims[0].box.H, 0.7, 0.3
	goesOn := false
	claims := b.claims
	if c, ok := l.hintUnder(b); ok {
		claims = append(slices.Clip(claims), c)
		caps.H = c.box.Y + c.box.H - caps.Y
		rest = append(rest, c.box)
	}
	for _, c := range claims {
		if c.hints(l.form) && !strings.Contains(c.read, ")") && (strings.Contains(c.read, "(") || strings.HasSuffix(c.read, ",") || strings.HasSuffix(c.read, ";")) {
			goesOn = true
			letter, least = min(letter, c.box.H), 0.55 // a word may have no letter that is tall
			into = 0.5                                 // the box of a text read in part is a guess
		}
	}
	for range blockLines / 5 {
		low := caps.Y + caps.H
		foot, left, right := low, math.Inf(1), math.Inf(-1)
		var taken []Box
		for _, c := range l.script.lines {
			box := c.box()
			off := box.X + box.W/2 - b.middle()
			gap := box.Y - low - b.tilt*off
			if goesOn && math.Abs(box.X-caps.X) < letter && box.W < 1.25*max(caps.W, usual) { // set from the left
				off = 0
			}
			switch {
			case !c.regular() && (!goesOn || c.glyphs < 2):
			case gap < -into*letter || gap > 0.5*letter || math.Abs(off)+box.W/2 > 0.75*max(b.box.W, usual):
			case box.H < least*letter || box.H > 2*letter || l.others(b, box):
			default:
				foot = max(foot, low+gap+min(box.H, 1.3*letter))
				left, right = min(left, box.X), max(right, box.X+box.W)
				taken = append(taken, box)
			}
		}
		fromLeft := goesOn && math.Abs(left-caps.X) < letter
		if foot < low+0.5*letter || !fromLeft && math.Abs((left+right)/2-b.middle()) > 0.25*(right-left)+1 {
			break
		}
		caps.H = foot - caps.Y
		rest = append(rest, taken...)
	}
	return caps, rest
}

// hintUnder returns the hint that stands under a block without one, in the middle of
// it, and is nobody else's: the first line of a long hint may say what the hint of
// another field says, and a word of the caption on a line of its own was not read.
func (l *located) hintUnder(b *block) (claim, bool) {
	const off, lines = 3, 2.2 // mm beside the middle, and lines that the hint may stand lower
	if b.hinted() {
		return claim{}, false
	}
	last := b.last()
	i := slices.IndexFunc(l.script.claims, func(c claim) bool {
		down := c.box.Y - last.Y - last.H
		return c.fullHint(l.form) && down > 0 && down < lines*last.H &&
			math.Abs(c.box.X+c.box.W/2-b.middle()) < off && !l.others(b, c.box)
	})
	if i < 0 {
		return claim{}, false
	}
	return l.script.claims[i], true
}

// hints reports whether the print is a hint of a form.
func (c claim) hints(f *Form) bool {
	return c.has(func(u use) bool { return u.role == hintRole && u.form == f })
}

// fullHint reports whether the print is a long hint of a form that was read in full.
func (c claim) fullHint(f *Form) bool {
	return c.hints(f) && c.likely > fullyRead && len(c.letters) >= longHint
}

// others reports whether print is a caption of another block.
func (l *located) others(b *block, box Box) bool {
	for _, o := range l.blocks {
		if o != b && (o.box.covers(box, 0.3) || box.covers(o.box, 0.3)) {
			return true
		}
	}
	return false
}
