package form

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/form/internal/writing"
)

// readPrint reads the print of a known layout where it has it: the labels of
// values, and the lines over the title of a paper that has its day there. Unless all
// that the form asks for is where it should be, nothing is taken over.
func (b *board) readPrint(ctx context.Context, s *script) error {
	if s.engine == nil || s.title.W == 0 || slices.ContainsFunc(b.form.Values, func(v Value) bool { return v.Repeated }) {
		return nil
	}
	all := labelsOf(b.form)
	dated := slices.ContainsFunc(b.form.Values, func(v Value) bool { return v.dated() })
	if dated {
		if err := s.readHead(ctx); err != nil {
			return err
		}
	}
	var found []*notice
	for _, p := range s.said {
		for _, n := range notices(p, all) {
			found = append(found, &n)
		}
	}
	dayed := slices.ContainsFunc(s.said, func(p phrase) bool { return dayWordsOf(tokens(p.words))["ngay"] })
	labels, err := s.readLabels(ctx, all, found)
	if err != nil {
		return err
	}
	found = append(found, labels...)
	if b.sparse = complete(b.form, found) && dayed == dated; b.sparse {
		b.notices = found
		return nil
	}
	s.said = nil
	for _, c := range s.lines {
		c.read = false
	}
	return nil
}

// readHead reads the lines over the title, but for those that the layout has.
func (s *script) readHead(ctx context.Context) error {
	lines := s.some(func(c *candidate) bool {
		return c.cy() < s.title.Y && c.w() > 4 && c.h() > 1.5 && c.h() < 9 && c.glyphs > 1 &&
			!s.isPlaced(c)
	})
	if err := s.read(ctx, lines, maxHead, nil); err != nil {
		return err
	}
	return s.readPieces(ctx)
}

// isPlaced reports whether a line is print that a known layout has.
func (s *script) isPlaced(c *candidate) bool {
	return slices.ContainsFunc(s.placed, func(n notice) bool { return n.box.covers(c.box(), 0.5) })
}

// wantsText reports whether the text of a value is asked for.
func (b *board) wantsText(v *Value) bool {
	return b.texts || v.Owner || v.Code || v.SameAs != "" || v.Type == NameValue
}

// longFigures is how wide a day in figures is at most, in heights of a capital;
// wider ones stand between the words of a form.
const longFigures = 12

// asksParts reports whether the form may print something in the room of a value,
// so that its words must be known.
func (b *board) asksParts(r *valueRoom, got *writing.Reading) bool {
	switch r.value.Type {
	case NumberValue:
		return true
	case DateValue:
		return got.Wide+got.Rest > longFigures
	}
	return false
}

// readIn reads the writing in a box of a room once, if only labels were read.
func (b *board) readIn(ctx context.Context, s *script, r *valueRoom, in Box) error {
	if !b.sparse || s.engine == nil || slices.Contains(b.read, r) {
		return nil
	}
	b.read = append(b.read, r)
	if err := s.readRoom(ctx, r, in); err != nil {
		return err
	}
	b.said = s.said
	return nil
}
