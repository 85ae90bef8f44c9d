package form

import (
	"math"
	"slices"
	"strings"
)

// remainder gives a required field whose caption was not read the one hint, or
// the one beginning of its caption, that is left on the row of a field with the
// same hint, when each other field with this hint has its own.
func (l *located) remainder() {
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if len(f.Hints) == 0 || f.Repeated || !f.Required || l.block(f) != nil {
			continue
		}
		var left []claim
		var near *block
		alone := true
		for j := range l.form.Fields {
			o := &l.form.Fields[j]
			if o == f || !o.Required || !shareHint(f, o) {
				continue
			}
			b := l.block(o)
			if b == nil || !b.sure() {
				alone = false
				continue
			}
			near = b
		}
		some := l.hints(f, near)
		if len(some) == 0 {
			some = append(l.ended(f, near), l.begun(f, near)...)
		}
		for _, c := range some {
			if !slices.ContainsFunc(left, func(o claim) bool { return o.box.covers(c.box, 0.3) }) {
				left = append(left, c)
			}
		}
		if alone && len(left) == 1 {
			l.blocks = append(l.blocks, newBlock(f, left[0]))
		}
	}
}

// hints returns the hints of a field on the row or in the column of a block, but
// for those of other blocks; where only one end of one was read, it is as wide
// as the block's own.
func (l *located) hints(f *Field, near *block) []claim {
	var out []claim
	if near == nil {
		return nil
	}
	const aside, apart = 20, 12 // mm: what is nearer is the block's own
	level := func(b Box) bool {
		return math.Abs(b.Y+b.H/2-near.box.Y-near.box.H+2) < 6 && math.Abs(b.X+b.W/2-near.middle()) > aside
	}
	free := func(b Box) bool { return !l.overlaps(b) && !l.anothers(f, b) }
	// Beside an official's captions stand those of another official, if they stand under the block.
	officials := func(b Box) bool {
		return b.Y > near.box.Y && slices.ContainsFunc(l.blocks, func(o *block) bool { return o != near && b.Y < o.box.Y+o.box.H+3 && b.Y+b.H > o.box.Y-3 })
	}
	under := func(b, hint Box) bool {
		return math.Abs(b.X-hint.X) < 2.5 && math.Abs(b.Y-hint.Y) > apart && !officials(b)
	}
	i := slices.IndexFunc(near.claims, func(c claim) bool { return c.is(hintRole, near.field) })
	// Behind captions of other lengths two hints have not one middle.
	column := func(c claim) bool {
		const off, plain = 6, 0.9
		return i >= 0 && c.likely >= plain && math.Abs(c.box.X+c.box.W/2-near.claims[i].box.X-near.claims[i].box.W/2) < off &&
			math.Abs(c.box.Y-near.box.Y) > apart && !officials(c.box)
	}
	for _, c := range l.script.claims {
		if c.is(hintRole, f) && free(c.box) && (level(c.box) || under(c.box, near.box) || column(c)) {
			out = append(out, c)
		}
	}
	if len(out) > 0 || i < 0 {
		return out
	}
	hint := near.claims[i]
	for _, p := range l.script.phrases {
		text, b := p.text(), p.box()
		ends := hint.endsWith(text)
		flush := math.Abs(b.X+b.W-hint.box.X-hint.box.W) < 4 // at the right
		beneath := under(b, hint.box) || ends && flush && math.Abs(b.Y-hint.box.Y) > apart && !officials(b)
		if !level(b) && !beneath || b.W > 1.1*hint.box.W || !free(b) {
			continue
		}
		switch {
		case strings.HasPrefix(text, "(K"):
			b.W = hint.box.W
		case strings.HasSuffix(text, ")") && (ends || !beneath && len(letters(text)) > 1):
			b.X, b.W = b.X+b.W-hint.box.W, hint.box.W
		default:
			continue
		}
		out = append(out, claim{wording: hint.wording, read: text, box: b, tilt: p.tilt, likely: 0.7})
	}
	return out
}

// anothers reports whether a hint belongs to somebody who has no field, as a witness or the
// clerk: what stands right over it was read well and is like no caption of the field, nor like
// what a signature left of one.
func (l *located) anothers(f *Field, hint Box) bool {
	const (
		off, gap = 8, 1.2 // mm that two middles are apart, and heights between two lines
		plain    = 0.85   // confidence
		least    = 5      // letters
	)
	return slices.ContainsFunc(l.script.phrases, func(p phrase) bool {
		b, said := p.box(), letters(p.text())
		down := hint.Y - b.Y - b.H
		return down > -b.H/2 && down < gap*max(b.H, hint.H) && math.Abs(b.X+b.W/2-hint.X-hint.W/2) < off &&
			len(said) >= least && p.confidence() >= plain && !strings.HasPrefix(p.text(), "(") &&
			!slices.ContainsFunc(f.Captions, func(c string) bool {
				first, last := endsAlike(said, letters(c), leastAlike)
				return first || last || alike(said, letters(c), leastAlike) > 0
			})
	})
}

// endsWith reports whether the end of a claim's text was read, of three letters or more.
func (c claim) endsWith(text string) bool {
	const least = 3
	n := 0
	for own, read := c.letters, letters(text); n < min(len(own), len(read)) && own[len(own)-1-n] == read[len(read)-1-n]; n++ {
	}
	return n >= least
}

func shareHint(a, b *Field) bool {
	return slices.ContainsFunc(a.Hints, func(h string) bool { return slices.Contains(b.Hints, h) })
}
