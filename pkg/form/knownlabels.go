package form

import (
	"context"
	"math"
	"slices"
)

// expected is the print before a value where a known layout has it, in the view.
type expected struct {
	*label
	box Box
}

// How far from its place the print before a value is looked for, in mm. What is
// written above it may take a line or two more than on the sheet that was
// measured; it keeps its column.
const (
	besideLabel = 5.0
	aboveLabel  = 3.0
	belowLabel  = 16.0
	labelTries  = 3    // lines that are read for one label
	labelHeight = 1.45 // of a strip: words that are known need fewer pixels
	sameColumn  = 3.0  // labels begin as near to each other
	atPlace     = 1.5  // a line that begins so near is not read where nothing hangs on it
)

// expectedLabels returns where a match has the print before values.
func (m *match) expectedLabels() []expected {
	scale := math.Hypot(m.to[0], m.to[3])
	var out []expected
	for _, c := range m.edition.Labels {
		x0, x1, y := m.where(c)
		h := 1.25 * scale * c.Box.H // with accents and tails
		out = append(out, expected{&label{text: c.Text, letters: letters(c.Text)}, Box{x0, y - h/2, x1 - x0, h}})
	}
	return out
}

// readLabels reads the print before values where a known layout has it, and no
// more of the page; what was found before is not looked for.
func (s *script) readLabels(ctx context.Context, all []*label, found []*notice) ([]*notice, error) {
	var out []*notice
	for _, column := range columnsOf(s.expected) {
		shift, top := 0.0, math.Inf(-1)
		for _, e := range column {
			i := slices.IndexFunc(all, func(l *label) bool { return l.letters == e.letters })
			if i < 0 || slices.ContainsFunc(found, func(n *notice) bool { return n.label == all[i] && n.box.overlap(e.box) > 0 }) {
				continue
			}
			if len(all[i].values) == 0 {
				if n := s.placeLabel(all[i], e.box, shift); n != nil {
					out = append(out, n)
				}
				continue
			}
			n, err := s.readLabel(ctx, all[i], e.box, shift, top)
			if err != nil {
				return nil, err
			}
			if n == nil {
				continue
			}
			y := n.box.Y + n.box.H/2
			shift, top = y-e.box.Y-e.box.H/2, y+n.box.H/2
			out = append(out, n)
		}
	}
	return out, nil
}

// complete reports whether each required value of a form has a label among those
// that were found: as many of a wording as values that share it.
func complete(f *Form, found []*notice) bool {
	asked := func(v *Value) bool { return v.Required && v.Signer == "" && !v.Repeated && !v.dated() }
	for i := range f.Values {
		v := &f.Values[i]
		if !asked(v) {
			continue
		}
		left := 0
		for j := range f.Values {
			if o := &f.Values[j]; asked(o) && sharesCaption(o, v) {
				left++
			}
		}
		for _, n := range found {
			if slices.Contains(n.values, v) {
				left--
			}
		}
		if left > 0 {
			return false
		}
	}
	return true
}

// sharesCaption reports whether two values have a caption of one wording.
func sharesCaption(a, b *Value) bool {
	return slices.ContainsFunc(a.Captions, func(c string) bool { return slices.Contains(b.Captions, c) })
}

// columnsOf groups labels by where they begin, each group from the top.
func columnsOf(all []expected) [][]expected {
	var out [][]expected
	for _, e := range all {
		i := slices.IndexFunc(out, func(c []expected) bool { return math.Abs(c[0].box.X-e.box.X) < sameColumn })
		if i < 0 {
			out, i = append(out, nil), len(out)
		}
		out[i] = append(out[i], e)
	}
	for _, c := range out {
		slices.SortStableFunc(c, func(a, b expected) int { return less(a.box.Y, b.box.Y) })
	}
	return out
}

// placeLabel places a label that only ends the room of others, by its line alone.
func (s *script) placeLabel(l *label, at Box, shift float64) *notice {
	y := at.Y + at.H/2 + shift
	for _, c := range s.lines {
		if math.Abs(c.x0-at.X) < atPlace && math.Abs(c.cy()-y) < atPlace {
			return &notice{label: l, box: Box{c.x0, c.cy() - at.H/2, at.W, at.H}, tilt: c.tilt, likely: 0.6, ended: true}
		}
	}
	return nil
}

// readLabel looks for a label in its column near its place, below what was found
// before.
func (s *script) readLabel(ctx context.Context, l *label, at Box, shift, top float64) (*notice, error) {
	y := at.Y + at.H/2 + shift
	lines := s.some(func(c *candidate) bool {
		d := c.cy() - y
		return math.Abs(c.x0-at.X) < besideLabel && d > -aboveLabel && d < belowLabel && c.cy() > top && c.h() < 2.5*at.H && c.w() > 0.7*at.W
	})
	slices.SortStableFunc(lines, func(a, b *candidate) int { return less(math.Abs(a.cy()-y), math.Abs(b.cy()-y)) })
	for _, c := range lines[:min(len(lines), labelTries)] {
		strip := *c
		strip.x1 = min(c.x1, c.x0+1.06*at.W+1.5)
		strip.y0, strip.y1 = c.cy()-labelHeight*at.H/2, c.cy()+labelHeight*at.H/2
		strip.sw, strip.read = 0, false
		begun := len(s.said)
		if err := s.read(ctx, []*candidate{&strip}, 1, nil); err != nil {
			return nil, err
		}
		for i := begun; i < len(s.said); i++ {
			for _, n := range notices(s.said[i], []*label{l}) {
				if n.label != l {
					continue
				}
				n.rest = nil
				s.said[i].words = slices.DeleteFunc(s.said[i].words, func(w word) bool { return w.box.X >= n.right()-0.5 })
				return &n, nil
			}
		}
		s.said = s.said[:begun]
	}
	return nil, nil
}

// readRoom reads what stands in a box of a room.
func (s *script) readRoom(ctx context.Context, r *valueRoom, in Box) error {
	c := &candidate{line: line{x0: math.Inf(1), x1: math.Inf(-1), y0: math.Inf(1), y1: math.Inf(-1)}, tilt: r.at.tilt}
	for _, l := range s.lines {
		_, y := r.level((l.x0+l.x1)/2, l.cy())
		if l.x1 < in.X || l.x0 > in.X+in.W || y < in.Y || y > in.Y+in.H || l.h() > 1.5*in.H {
			continue
		}
		right := in.X + in.W
		if r.value.Type == NumberValue { // it may stand beyond the other print
			right = max(right, l.x1)
			r.line.W = max(r.line.W, l.x1+1-in.X)
		}
		c.x0, c.x1 = min(c.x0, max(l.x0, in.X)), max(c.x1, min(l.x1, right))
		c.y0, c.y1 = min(c.y0, l.cy()-l.box().H/2), max(c.y1, l.cy()+l.box().H/2)
	}
	if c.x1-c.x0 < 2 {
		return nil
	}
	return s.read(ctx, []*candidate{c}, 1, nil)
}
