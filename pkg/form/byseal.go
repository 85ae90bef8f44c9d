package form

import (
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/ink"
)

// Sizes in mm about a seal that stands for captions which cannot be read.
const (
	besideSeal = 12 // that a name may stand left of the seal's middle
	rightOf    = 45 // and right of it: a seal covers the left of a signature
	underSeal  = 14 // that a name stands under the seal at most
	beyondSeal = 5  // that a line of captions reaches beyond the seal at least
)

// bySeal returns the place of the official whose captions were not read, as when
// the seal lies on them: about the seal, from the captions that it leaves to the
// name under the signature. There is none unless all others who sign have their
// places by captions and the seal lies in none of theirs, nor over values.
func (l *located) bySeal(placed []*spot, to Transform, sheet Box) *spot {
	f := l.sealedField(placed)
	if f == nil || !usable(l.script.page) {
		return nil
	}
	top := sheet.Y + sheet.H/5
	x0, y0, _, _ := l.script.view.bounds(l.script.page)
	if l.title != nil && l.titled(x0+sheet.W*3/4) {
		top = max(top, l.title.box.Y+l.title.box.H-y0)
	}
	whole := &spot{Field: f, to: to, sheet: sheet, sealed: true, box: Box{sheet.X, top, sheet.W, sheet.Y + sheet.H - top}}
	x, y, r, ok := ink.FindSeal(whole.cut(l.script.page, nil, nil), false)
	if !ok {
		return nil
	}
	s := seal{whole.box.X + x, whole.box.Y + y, r}
	if l.labelsAbout(s, x0, y0) {
		return nil
	}
	if d := byAuthority(f, placed, s); d != nil {
		return d
	}
	if slices.ContainsFunc(placed, func(o *spot) bool { return o.box.holds(s.x, s.y) }) {
		return nil
	}
	box := l.aboutSeal(s, f, x0, y0)
	box = box.within(Box{sheet.X + pageEdge, top, sheet.W - 2*pageEdge, sheet.Y + sheet.H - pageEdge - top})
	for _, o := range placed {
		box = box.beside(o.box, s)
	}
	scale := l.scale()
	if box.W < 2*r || box.H < leastHeight*scale || !box.holds(s.x, s.y) && box.Y > s.y+r {
		return nil
	}
	return &spot{Field: f, box: box, to: to, sheet: sheet, sealed: true, known: true, bySeal: true}
}

// byAuthority returns the place on which a seal lies as that of the official, if it
// is that of somebody who need not sign: one who signs for the official, under whose
// title his own stands, has the official's seal.
func byAuthority(f *Field, placed []*spot, s seal) *spot {
	i := slices.IndexFunc(placed, func(o *spot) bool {
		return !o.Required && o.Kind == Signature && o.row == 0 && o.box.distance(s.x, s.y) < s.r/2 && s.x < o.box.X+o.box.W/2+s.r/2
	})
	if i < 0 {
		return nil
	}
	d := *placed[i]
	d.Field, d.sealed, d.bySeal = f, true, true
	return &d
}

// seal is a round seal on the sheet, in mm.
type seal struct{ x, y, r float64 }

// sealedField returns the one field without a place in whose place a seal
// belongs, if all others that the form requires have theirs; else nil.
func (l *located) sealedField(placed []*spot) *Field {
	var out *Field
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if !f.Required || f.With != "" || slices.ContainsFunc(placed, func(s *spot) bool { return s.Field == f }) {
			continue
		}
		if out != nil || !l.form.sealed(f) || f.Repeated {
			return nil
		}
		out = f
	}
	return out
}

// labelsAbout reports whether labels of values stand in a seal, or under it:
// what is stamped there is no official's.
func (l *located) labelsAbout(s seal, x0, y0 float64) bool {
	return slices.ContainsFunc(l.script.claims, func(c claim) bool {
		x, y := c.box.X-x0, c.box.Y+c.box.H/2-y0
		return c.likely > 0.9 && !c.short() && y > s.y-s.r && x < s.x+s.r && x+c.box.W > s.x-s.r &&
			l.isLabel(c)
	})
}

// aboutSeal returns the place that a seal tells: as wide as usual about the middle
// of the name under it, from the foot of the captions that reach beyond it.
func (l *located) aboutSeal(s seal, f *Field, x0, y0 float64) Box {
	scale := l.scale()
	middle, head, foot := s.x+s.r/2, s.y-s.r/2, 0.0
	var lines []Box
	for _, c := range l.script.lines {
		b := c.box()
		b.X, b.Y = b.X-x0, b.Y-y0
		if c.regular() && !s.holds(b) && b.X+b.W/2 > s.x-besideSeal && b.X+b.W/2 < s.x+rightOf {
			lines = append(lines, b)
		}
	}
	for _, b := range lines { // the name
		if low := b.Y + b.H; b.Y > s.y && low < s.y+s.r+underSeal && low > foot && b.W < f.Area.W*scale {
			middle, foot = b.X+b.W/2, low
		}
	}
	for _, b := range lines { // captions
		low := b.Y + b.H
		if low < s.y+s.r/2 && low > head && b.X < s.x+s.r && b.X+b.W > s.x-s.r && (b.X+b.W > s.x+s.r+beyondSeal || b.X < s.x-s.r-beyondSeal) &&
			(foot == 0 || foot-low > leastHeight*scale) {
			head = low
		}
	}
	if foot == 0 {
		foot = max(head+f.Area.H*scale, s.y+s.r)
	}
	w := f.Area.W * max(scale, 1)
	return Box{middle - w/2, head + 1, w, foot + 1 - head}
}

// holds reports whether a box lies in the seal.
func (s seal) holds(b Box) bool {
	for _, x := range []float64{b.X, b.X + b.W} {
		if math.Hypot(x-s.x, b.Y+b.H/2-s.y) > s.r {
			return false
		}
	}
	return true
}

// beside returns what of b another place leaves on the side where a seal lies:
// over or under it, left or right of it.
func (b Box) beside(o Box, s seal) Box {
	if b.overlap(o) == 0 {
		return b
	}
	right, low := b.X+b.W, b.Y+b.H
	switch {
	case s.y > o.Y+o.H:
		b.Y = o.Y + o.H
	case s.y < o.Y:
		low = o.Y
	case s.x > o.X+o.W:
		b.X = o.X + o.W
	default:
		right = o.X
	}
	b.W, b.H = right-b.X, low-b.Y
	return b
}
