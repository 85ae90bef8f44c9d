package form

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form/internal/writing"
)

// Probabilities between which a value is neither filled nor blank.
const (
	surelyBlank  = 0.3
	surelyFilled = 0.7
)

// readValues finds the values of the form of a reading and judges them.
func (r *Reading) readValues(ctx context.Context, sc *script) error {
	if len(r.Form.Values) == 0 {
		return nil
	}
	b, err := sc.board(ctx, r.Form)
	if err != nil {
		return err
	}
	rooms := b.rooms()
	if n := b.dated(rooms); n != nil {
		rooms = append(rooms, n)
	}
	for i := range r.Form.Values {
		v := &r.Form.Values[i]
		if v.Signer != "" || v.Repeated {
			continue
		}
		got := ValueReading{Key: v.Key, Label: v.Label, Type: v.Type, Required: v.Required, State: UnsureValue, Because: CaptionNotFound}
		if i := slices.IndexFunc(rooms, func(o *valueRoom) bool { return o.value == v }); i >= 0 {
			sc.judge(b, rooms[i], &got)
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

// board reads the lines of a page that may have a form's values, and says what
// of them is print of the form.
func (s *script) board(ctx context.Context, f *Form) (*board, error) {
	b := &board{form: f}
	if s.engine != nil {
		lines := s.some(func(c *candidate) bool { return c.w() > 4 && c.h() > 1.5 && c.h() < 9 && c.glyphs > 1 })
		if err := s.read(ctx, lines, maxRead, nil); err != nil {
			return nil, err
		}
		if err := s.readPieces(ctx); err != nil {
			return nil, err
		}
	}
	b.said = s.said
	all := labelsOf(f)
	var heights, rights []float64
	b.left = math.Inf(1)
	for _, p := range b.said {
		for _, n := range notices(p, all) {
			b.notices = append(b.notices, &n)
			heights = append(heights, n.box.H)
			b.left = min(b.left, n.box.X)
		}
	}
	b.notices = slices.DeleteFunc(b.notices, b.saidAsValue)
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
func (s *script) judge(b *board, r *valueRoom, out *ValueReading) {
	out.Because = ""
	b.part(r)
	got := s.look1(r, r.line, b)
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
		out.State, out.Confidence = Filled, got.Filled
		out.Text, out.Sure = textOf(b.words(r, box))
		out.How = howOf(got.Hand, out.Sure, s.engine != nil)
	case got.Filled <= surelyBlank:
		out.State, out.Confidence = Blank, 1-got.Filled
	default:
		out.State, out.Confidence = UnsureValue, max(got.Filled, 1-got.Filled)
	}
}

// gaps judges the parts of a value, all of which must be written.
func (s *script) gaps(r *valueRoom, b *board, out *ValueReading) writing.Reading {
	all := writing.Reading{Filled: 1}
	some, narrow := false, false
	for _, g := range r.gaps {
		got := s.look1(r, g, b)
		switch {
		case got.Filled < surelyFilled && b.reads(r, g):
			got.Filled, got.Hand = readFilled, 0.5
		case g.W < leastGap: // words that were read as one leave no room between them
			got.Filled = max(got.Filled, 0.5)
		}
		some = some || got.Filled >= surelyFilled
		narrow = narrow || got.Filled < surelyFilled && g.W < usualGap
		all.Filled = min(all.Filled, got.Filled)
		all.Hand = max(all.Hand, got.Hand)
	}
	switch {
	case some && narrow: // where a figure is written, the words beside it may be misplaced
		all.Filled = 0.5
	case some && all.Filled <= surelyBlank:
		out.Because = Incomplete
	}
	return all
}

const (
	leastGap   = 2.0 // mm that a figure takes
	usualGap   = 5.0 // mm that forms leave for one
	readFilled = 0.8 // of a gap in which a figure was read
)

// reads reports whether figures were read in a box of a room: where words and
// figures run together, the gap between them is not where it seems.
func (b *board) reads(r *valueRoom, in Box) bool {
	in.X, in.W = in.X-1, in.W+2
	return slices.ContainsFunc(b.words(r, in), func(w word) bool {
		return strings.ContainsFunc(w.text, isDigit) && w.confidence > 0.3
	})
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

// margin is what is seen around a room, in mm: pieces that reach into it are
// seen whole.
const margin = 2.5

// look1 judges what stands in a box of a room.
func (s *script) look1(r *valueRoom, in Box, b *board) writing.Reading {
	if p := s.see(r, in, b); p != nil {
		return writing.Judge(p)
	}
	return writing.Reading{Filled: 0.5, Hand: 0.5}
}

// see cuts a box of a room out of the page, with its surroundings. It returns
// nil for one that is too small or too large.
func (s *script) see(r *valueRoom, in Box, b *board) *writing.Patch {
	n := r.at
	// The caption is seen, too, for the contrast of the form's print.
	x0, x1 := min(n.box.X, in.X)-0.5, in.X+in.W+0.5
	if in.X-n.right() > 30 {
		x0 = in.X - 0.5
	}
	y0, y1 := in.Y-margin, in.Y+in.H+margin
	w, h := int((x1-x0)*patchScale), int((y1-y0)*patchScale)
	if w < 4 || h < 4 || w > 4096 || h > 1024 {
		return nil
	}
	p := &writing.Patch{W: w, H: h, PxPerMM: patchScale, Height: 0.62 * b.height * patchScale}
	luma, blue, red := resample(s.page, r.frame(s.view), x0, y0, w, h)
	p.Light = luma
	if red != nil {
		p.Light = make([]uint8, len(luma))
		p.Blue = make([]uint8, len(luma))
		for i, y := range luma {
			p.Light[i] = uint8(min(255, max(0, int(y)+(int(red[i])-128)*359/256)))
			p.Blue[i] = uint8(max(0, int(blue[i])-128))
		}
	}
	rect := func(b Box) writing.Rect {
		return writing.Rect{X0: int((b.X - x0) * patchScale), Y0: int((b.Y - y0) * patchScale),
			X1: int((b.X + b.W - x0) * patchScale), Y1: int((b.Y + b.H - y0) * patchScale)}
	}
	p.Room = rect(in)
	if x0 < n.box.X && in.Y <= 0 {
		p.Caption = rect(Box{n.box.X, -n.box.H / 2, n.box.W, n.box.H})
	}
	return p
}

// frame returns the map from the room's frame to the displayed page.
func (r *valueRoom) frame(v *view) Transform {
	n := r.at
	return turn(v.angle).after(Transform{1, 0, 0, n.tilt, 1, n.middleAt(0), 0, 0, 1})
}

// boxOf returns a box of a room on the displayed page.
func (s *script) boxOf(r *valueRoom, in Box) Box { return r.frame(s.view).Bounds(in) }

// dated finds the line of place and day, which has no caption before it.
func (b *board) dated(rooms []*valueRoom) *valueRoom {
	for i := range b.form.Values {
		v := &b.form.Values[i]
		if v.Type != DateValue || v.Repeated || slices.ContainsFunc(rooms, func(r *valueRoom) bool { return r.value == v }) ||
			!slices.ContainsFunc(v.Captions, func(c string) bool { return strings.HasPrefix(c, "…") }) {
			continue
		}
		var best *valueRoom
		for _, p := range b.said {
			words := tokens(p.words)
			i := slices.IndexFunc(words, func(w word) bool { return letters(w.text) == "ngay" })
			if i < 0 || i > 6 || b.labelled(p) {
				continue // a day in a text, or the value of another label
			}
			n := &notice{label: &label{}, box: words[i].box, tilt: p.tilt}
			n.box.W = 0.1
			r := b.room(v, n)
			r.line.W = max(r.line.W, p.words[len(p.words)-1].right()+3-r.line.X)
			if r.gaps = dateGaps(b.words(r, r.line), r.line); len(r.gaps) < 3 {
				continue
			}
			if best == nil || n.box.Y < best.at.box.Y {
				best = r
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// labelled reports whether a line begins with the caption of a value.
func (b *board) labelled(p phrase) bool {
	return slices.ContainsFunc(b.notices, func(n *notice) bool { return n.entry && n.box.overlap(p.box()) > 0 })
}

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
