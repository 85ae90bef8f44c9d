package form

import (
	"context"
	"slices"
	"strings"
	"unicode"
)

// signedNames reads the names of those who signed: the last line of print below
// the captions of a signature that can be a name.
func (r *Reading) signedNames(ctx context.Context, sc *script, b *board) error {
	for i := range r.Form.Values {
		v := &r.Form.Values[i]
		if v.Signer == "" || !b.texts && v.SameAs == "" {
			continue
		}
		got := ValueReading{Key: v.Key, Label: v.Label, Type: v.Type, Required: v.Required, State: UnsureValue, Because: CaptionNotFound}
		if f, ok := r.Field(v.Signer); ok && f.Box.W > 0 {
			got.Because = ""
			if err := sc.readName(ctx, r, b, f.Box, &got); err != nil {
				return err
			}
		}
		r.Values = append(r.Values, got)
	}
	return nil
}

// A name that was signed stands in the box of its signature or right below it.
const (
	nameBelow = 9.0 // mm under the box
	nameWide  = 0.1 // of its width beside it
	leastName = 0.6 // the engine's confidence in its letters
)

func (s *script) readName(ctx context.Context, r *Reading, b *board, box Box, out *ValueReading) error {
	inside := func(c Box) bool {
		page := s.pageBox(c)
		x, y := page.X+page.W/2, page.Y+page.H/2
		return x > box.X-nameWide*box.W && x < box.X+(1+nameWide)*box.W && y > box.Y && y < box.Y+box.H+nameBelow
	}
	if s.engine != nil {
		lines := s.some(func(c *candidate) bool { return c.regular() && inside(c.box()) && !s.isPlaced(c) })
		if err := s.read(ctx, lines, 4, nil); err != nil {
			return err
		}
	}
	b.said = s.said
	var best *phrase
	for i := range b.said {
		p := &b.said[i]
		if inside(p.box()) && IsName(p.text()) && p.confidence() >= leastName && !b.label(p) &&
			(best == nil || p.box().Y > best.box().Y) {
			best = p
		}
	}
	if best == nil {
		s.coveredName(r, b, inside, out)
		return nil
	}
	out.State, out.How, out.Confidence = Filled, ByPrint, best.confidence()
	out.Text, out.Sure, out.Box = best.text(), best.confidence(), s.pageBox(best.box())
	return nil
}

// label reports whether a line is print of the form.
func (b *board) label(p *phrase) bool {
	return slices.ContainsFunc(b.notices, func(n *notice) bool { return n.box.covers(p.box(), 0.4) || p.box().covers(n.box, 0.4) }) ||
		len(notices(*p, labelsOf(b.form))) > 0 || b.bears(p.text())
}

// Letters of print in which a part of it is told, and how far it must agree.
const (
	leastBorne = 5
	likeBorne  = 0.8
)

// bears reports whether a text is print of the form in any letter case, or a part
// of it: a seal says what a head says.
func (b *board) bears(text string) bool {
	said := letters(text)
	return len(said) >= leastBorne && slices.ContainsFunc(labelsOf(b.form), func(l *label) bool {
		return strings.Contains(l.letters, said) || alike(said, l.letters, likeBorne) > 0
	})
}

// IsName reports whether a text may be the name of a person: two to six words of
// letters, each with a capital.
func IsName(text string) bool {
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	for _, w := range words {
		first := []rune(w)[0]
		if !unicode.IsUpper(first) || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return false
		}
	}
	return true
}

// pageBox returns where a box of the view lies on the displayed page.
func (s *script) pageBox(b Box) Box { return turn(s.view.angle).Bounds(b) }
