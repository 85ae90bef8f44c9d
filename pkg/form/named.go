package form

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Of names that are printed where one signs.
const (
	nameLetters = 6    // that a name has at least
	nameAlike   = 0.85 // how far two prints of it agree
	nameReach   = 60   // mm from a caption to the name of its signer
	nameAside   = 20   // mm from the middle of one to that of the other
	nameApart   = 12   // mm from the name as a value to the name where one signs
)

// printedName returns where the name of a field's signer is printed a second time,
// alone on its line: the paper names him above, and again where he signs.
func (l *located) printedName(f *Field) (Box, bool) {
	own := l.nameOf(f)
	if own == nil {
		return Box{}, false
	}
	for i := range l.form.Fields { // of two with one name it tells neither
		o := &l.form.Fields[i]
		if other := l.nameOf(o); o != f && other != nil && alike(own.said, other.said, nameAlike) > 0 {
			return Box{}, false
		}
	}
	var found Box
	for _, p := range l.script.phrases {
		b := p.box()
		if (found.W == 0 || b.Y > found.Y) && math.Hypot(b.X-own.box.X, b.Y-own.box.Y) > nameApart && !l.over(b) && alike(letters(p.text()), own.said, nameAlike) > 0 {
			found = b
		}
	}
	if found.W == 0 {
		found = l.nameRemains(own)
	}
	return found, found.W > 0
}

// nameRemains returns where a name is printed of which a signature leaves one end, on the row
// on which somebody else's stands whole, as wide as its letters are.
func (l *located) nameRemains(own *name) Box {
	const (
		row   = 3   // mm
		least = 0.4 // of the letters that are left
		like  = 0.85
		gap   = 30 // mm that two names stand apart
	)
	for _, p := range l.script.phrases {
		b, left := p.box(), letters(p.text())
		if len(left) < nameLetters || float64(len(left)) < least*float64(len(own.said)) || l.over(b) {
			continue
		}
		first, last := endsAlike(left, own.said, like)
		if first == last || !l.besideAnother(own, b, row, gap) {
			continue
		}
		w := b.W * float64(len(own.said)) / float64(len(left))
		if last {
			b.X += b.W - w
		}
		b.W = w
		return b
	}
	return Box{}
}

// besideAnother reports whether the whole name of another signer stands on the row of a box.
func (l *located) besideAnother(own *name, b Box, row, gap float64) bool {
	for i := range l.form.Fields {
		other := l.nameOf(&l.form.Fields[i])
		if other == nil || other.said == own.said {
			continue
		}
		if slices.ContainsFunc(l.script.phrases, func(p phrase) bool {
			o := p.box()
			return math.Abs(o.Y+o.H/2-b.Y-b.H/2) < row && max(o.X-b.X-b.W, b.X-o.X-o.W) > gap && alike(letters(p.text()), other.said, nameAlike) > 0
		}) {
			return true
		}
	}
	return false
}

// name is the letters of a name that was read, and where.
type name struct {
	said string
	box  Box
}

// nameOf returns the name that the paper gives a field's signer among its values: behind
// its label, or under it.
func (l *located) nameOf(f *Field) *name {
	signed := l.signedName(f)
	if signed == nil {
		return nil
	}
	for _, b := range l.nameLabels(signed) {
		if n := l.script.nameBehind(b); n != nil {
			return n
		}
	}
	for _, c := range l.script.claims { // "Vợ: NGUYỄN THỊ HOA"
		if c.likely < 1 || !c.is(captionRole, f) || !strings.HasSuffix(c.read, ":") {
			continue
		}
		if n := l.script.nameOnLine(c.box); n != nil {
			return n
		}
	}
	return nil
}

// signedName returns the name with which a field's signer signs, nil where the form has none
// that stands among its values, too.
func (l *located) signedName(f *Field) *Value {
	at := slices.IndexFunc(l.form.Values, func(v Value) bool { return v.Signer == f.Key && v.SameAs != "" })
	if at < 0 {
		return nil
	}
	return &l.form.Values[at]
}

// nameLabels returns the labels, read well, of the same name among the values of the paper.
func (l *located) nameLabels(signed *Value) []Box {
	if signed == nil {
		return nil
	}
	var out []Box
	for _, c := range l.script.claims {
		if c.likely >= fullyRead && c.has(func(u use) bool { return u.form == l.form && u.value != nil && u.value.Key == signed.SameAs }) &&
			!slices.ContainsFunc(out, func(b Box) bool { return b.overlap(c.box) > 0 }) {
			out = append(out, c.box)
		}
	}
	return out
}

// nameBehind returns the words that follow print on its line, or stand alone on the
// next one and begin where it does, unless that is the next label.
func (s *script) nameBehind(label Box) *name {
	if n := s.nameOnLine(label); n != nil {
		return n
	}
	const off, next = 4, 2.5 // mm that two lines begin apart, and heights to the next one
	for _, p := range s.said {
		b := p.box()
		down := b.Y - label.Y
		if said := letters(p.text()); down > 0.5*label.H && down < next*max(label.H, 3) && math.Abs(b.X-label.X) < off && len(said) >= nameLetters &&
			!s.told(b, func(u use) bool { return u.role == labelRole }) {
			return &name{said, b}
		}
	}
	return nil
}

// nameOnLine returns the name that follows print on its line, of several the nearest: on a
// spread another page has lines of that height, too.
func (s *script) nameOnLine(label Box) *name {
	const gap = 90 // mm that a column of values stands behind its labels at most
	var found *name
	for _, p := range s.said {
		if b := p.box(); math.Abs(b.Y+b.H/2-label.Y-label.H/2) > label.H {
			continue
		}
		i := slices.IndexFunc(p.words, func(w word) bool { return w.box.X > label.X+label.W-0.5 && letters(w.text) != "" })
		if i < 0 || p.words[i].box.X > label.X+label.W+gap || found != nil && p.words[i].box.X >= found.box.X {
			continue
		}
		rest := phrase{words: p.words[i:]}
		if n := nameEnd(rest.words); len(letters(phrase{words: rest.words[:n]}.text())) >= nameLetters {
			rest.words = rest.words[:n]
		}
		if said := letters(rest.text()); len(said) >= nameLetters {
			found = &name{said, rest.box()}
		}
	}
	return found
}

// nameEnd returns how many words a name has that a line begins with: "TÔ THỊ LOAN, sinh
// ngày" goes on with what is no name behind a comma, or with a small letter.
func nameEnd(words []word) int {
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(w.text, func(r rune) bool { return !unicode.IsLetter(r) }))
		if i > 1 && unicode.IsLower(first) {
			return i
		}
		if strings.HasSuffix(w.text, ",") || strings.HasSuffix(w.text, ";") {
			return i + 1
		}
	}
	return len(words)
}

// isName reports whether a phrase looks like the name of a person: two to six words, each with
// a capital, and nothing but letters.
func (p phrase) isName() bool {
	const fewest, most, plain = 2, 6, 0.75
	if len(p.words) < fewest || len(p.words) > most || p.confidence() < plain || len(letters(p.text())) < nameLetters {
		return false
	}
	return !slices.ContainsFunc(p.words, func(w word) bool {
		first, _ := utf8.DecodeRuneInString(w.text)
		return !unicode.IsUpper(first) || strings.ContainsFunc(w.text, func(r rune) bool { return !unicode.IsLetter(r) })
	})
}

// named reports whether the name of a block's own signer is printed under its captions, or
// over them: captions of two letters that would not do by themselves do so then.
func (l *located) named(b *block) bool {
	at, ok := l.printedName(b.field)
	return ok && math.Abs(at.Y-b.box.Y) < nameReach && math.Abs(at.X+at.W/2-b.middle()) < nameAside
}

// byNames gives a field that the form requires and whose captions were not read the
// place where its signer's name is printed, beside the place of a field with the same
// hints: a signature hides what stands under it, and the name stands clear of it. As
// far as the two names are apart, so far are the captions; with one name they
// stand on one row.
func (l *located) byNames() {
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if !f.Required || f.Repeated || l.block(f) != nil {
			continue
		}
		at := slices.IndexFunc(l.blocks, func(b *block) bool { return b.field.Required && shareHint(b.field, f) && b.sure() })
		own, ok := l.printedName(f)
		if at < 0 || !ok {
			continue
		}
		near := l.blocks[at]
		right := own.X + own.W/2 - near.middle()
		down := near.tilt * right
		if other, ok := l.printedName(near.field); ok && l.named(near) {
			right, down = own.X+own.W/2-other.X-other.W/2, own.Y-other.Y
		} else if math.Abs(own.Y-near.box.Y) > nameReach {
			continue
		}
		box := near.claims[0].box
		box.X, box.Y = box.X+right, box.Y+down
		if math.Hypot(right, down) < nameAside || l.overlaps(box) {
			continue
		}
		l.guess(f, near, box)
	}
}
