package form

import (
	"math"
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
	for _, c := range b.claims {
		if c.is(hintRole, b.field) && !strings.Contains(c.read, ")") && (strings.Contains(c.read, "(") || strings.HasSuffix(c.read, ",") || strings.HasSuffix(c.read, ";")) {
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

// others reports whether print is a caption of another block.
func (l *located) others(b *block, box Box) bool {
	for _, o := range l.blocks {
		if o != b && (o.box.covers(box, 0.3) || box.covers(o.box, 0.3)) {
			return true
		}
	}
	return false
}
