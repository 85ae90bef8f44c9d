package form

import (
	"context"
	"math"
	"slices"
	"strings"
)

// Probabilities between which a value is neither filled nor blank.
const (
	surelyBlank  = 0.3
	surelyFilled = 0.7
)

// readValues finds the values of the form of a reading and judges them.
func (r *Reading) readValues(ctx context.Context, sc *script, texts bool) error {
	if len(r.Form.Values) == 0 {
		return nil
	}
	b, err := sc.board(ctx, r.Form)
	if err != nil {
		return err
	}
	b.texts = texts
	rooms, err := sc.rooms(ctx, b)
	if err != nil {
		return err
	}
	for _, found := range []*valueRoom{b.dated(rooms), b.headed(rooms)} {
		if found != nil {
			rooms = append(rooms, found)
		}
	}
	for i := range r.Form.Values {
		v := &r.Form.Values[i]
		if v.Signer != "" || v.Repeated {
			continue
		}
		got := ValueReading{Key: v.Key, Label: v.Label, Type: v.Type, Required: v.Required, State: UnsureValue, Because: CaptionNotFound}
		if i := slices.IndexFunc(rooms, func(o *valueRoom) bool { return o.value == v }); i >= 0 {
			if err := sc.judge(ctx, b, rooms[i], &got); err != nil {
				return err
			}
			if covered(sc.page, got.Box, nil) {
				got.State, got.Because = UnsureValue, Covered
			}
		}
		r.Values = append(r.Values, got)
	}
	if err := r.signedNames(ctx, sc, b); err != nil {
		return err
	}
	return r.readRows(ctx, sc, b)
}

// rooms finds the rooms of values, also of those whose captions were read badly or
// not at all.
func (s *script) rooms(ctx context.Context, b *board) ([]*valueRoom, error) {
	rooms := b.deduced()
	found, err := s.readSlots(ctx, b, rooms)
	if err != nil || !found {
		return rooms, err
	}
	return b.deduced(), nil
}

// board reads the lines of a page that may have a form's values, and says what
// of them is print of the form.
func (s *script) board(ctx context.Context, f *Form) (*board, error) {
	b := &board{form: f}
	all := labelsOf(f)
	if err := b.readPrint(ctx, s); err != nil {
		return nil, err
	}
	if s.engine != nil && !b.sparse {
		lines := s.some(func(c *candidate) bool { return c.w() > 4 && c.h() > 1.5 && c.h() < 9 && c.glyphs > 1 })
		if err := s.read(ctx, lines, maxRead, nil); err != nil {
			return nil, err
		}
		if err := s.readBands(ctx, all); err != nil {
			return nil, err
		}
		if err := s.readPieces(ctx); err != nil {
			return nil, err
		}
	}
	b.said = s.said
	var heights, rights []float64
	b.left = math.Inf(1)
	if !b.sparse {
		for _, p := range b.said {
			for _, n := range notices(p, all) {
				b.notices = append(b.notices, &n)
			}
		}
		b.notices = slices.DeleteFunc(b.notices, b.saidAsValue)
	}
	for _, n := range b.notices {
		heights = append(heights, n.box.H)
		b.left = min(b.left, n.box.X)
	}
	b.place(s.placed, all)
	for _, c := range s.lines {
		if c.regular() && c.w() > 20 {
			rights = append(rights, c.x1)
		}
	}
	b.height = 4
	if len(heights) > 0 {
		slices.Sort(heights)
		b.height = min(max(heights[len(heights)/2], 2), 7)
	}
	x0, _, x1, _ := s.view.bounds(s.page)
	b.right = x1 - 8
	if len(rights) > 3 {
		slices.Sort(rights)
		b.right = min(b.right, rights[len(rights)*9/10]+2)
	}
	b.left = max(b.left, x0)
	return b, nil
}

// saidAsValue reports whether a short label without its colon is what is written
// behind another one: "Giấy tờ tùy thân:   CCCD số 0…".
func (b *board) saidAsValue(n *notice) bool {
	if n.ended || !n.entry || len(n.letters) >= 10 {
		return false
	}
	return slices.ContainsFunc(b.notices, func(o *notice) bool {
		return o != n && o.ended && len(o.rest) == 0 && o.letters != n.letters && o.right() < n.box.X && o.level(n)
	})
}

// judge says whether a value is written in its room.
func (s *script) judge(ctx context.Context, b *board, r *valueRoom, out *ValueReading) error {
	out.Because = ""
	got := s.look1(r, r.line, b)
	if got.Filled > surelyBlank && b.asksParts(r, &got) {
		if err := b.readIn(ctx, s, r, r.line); err != nil {
			return err
		}
	}
	if b.part(r); r.value.Type == NumberValue {
		got = s.look1(r, r.line, b) // its room ends before other print
	}
	box := r.line
	if len(r.gaps) > 0 {
		got = s.gaps(r, b, out)
	} else if got.Filled < surelyBlank && r.below.W > 5 && r.below.H > 1.5 {
		if next := s.look1(r, r.below, b); next.Filled > got.Filled {
			got, box = next, r.below
		}
	}
	out.Box, out.Features = s.boxOf(r, box), got.Features
	switch {
	case got.Filled >= surelyFilled:
		if b.wantsText(r.value) {
			if err := b.readIn(ctx, s, r, box); err != nil {
				return err
			}
		}
		out.State, out.Confidence = Filled, got.Filled
		out.Text, out.Sure = textOf(b.words(r, box))
		out.How = howOf(got.Hand, out.Sure, s.engine != nil && (!b.sparse || b.wantsText(r.value)))
	case got.Filled <= surelyBlank:
		out.State, out.Confidence = Blank, 1-got.Filled
	default:
		out.State, out.Confidence = UnsureValue, max(got.Filled, 1-got.Filled)
	}
	return nil
}

// textOf joins words, with the engine's mean confidence in their letters.
func textOf(words []word) (string, float64) {
	p := phrase{words: words}
	return strings.TrimSpace(p.text()), p.confidence()
}

// howOf says how a value was written, by its colour and by how surely it reads.
func howOf(hand, sure float64, read bool) How {
	odds := math.Log(max(hand, 1e-6) / max(1-hand, 1e-6))
	if read {
		odds += 12 * (surePrint - sure)
	}
	if odds > 0 {
		return ByHand
	}
	return ByPrint
}

// surePrint is the engine's confidence in the letters of print, at least; in
// handwriting it is less.
const surePrint = 0.84

// place adds the print that a known layout has, where it was not read.
func (b *board) place(placed []notice, all []*label) {
	for _, n := range placed {
		i := slices.IndexFunc(all, func(l *label) bool { return l.letters == n.letters })
		if i < 0 || slices.ContainsFunc(b.notices, func(o *notice) bool { return o.letters == n.letters && o.box.overlap(n.box) > 0 }) {
			continue
		}
		n.label = all[i]
		b.notices = append(b.notices, &n)
	}
}
