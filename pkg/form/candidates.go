package form

import (
	"cmp"
	"math"
	"slices"
)

// tilt says how lines of print run in a view: level on a flat scan, and ever
// more aslant down a page that was photographed from the side.
type tilt struct{ slope, change, middle float64 }

func (t tilt) at(y float64) float64 { return t.slope + t.change*(y-t.middle) }

// newTilt fits the slopes of long lines.
func newTilt(lines []line) tilt {
	type vote struct{ y, a, w float64 }
	var votes []vote
	for _, l := range lines {
		if a, ok := l.slope(); ok && l.w() > 25 && math.Abs(a) < 0.08 {
			votes = append(votes, vote{l.cy(), math.Tan(a), l.w()})
		}
	}
	var t tilt
	for _, near := range []float64{0.08, 0.02, 0.01} {
		var n, my, ma float64
		in := votes[:0:0]
		for _, v := range votes {
			if math.Abs(v.a-t.at(v.y)) <= near {
				in = append(in, v)
				n, my, ma = n+v.w, my+v.w*v.y, ma+v.w*v.a
			}
		}
		if len(in) == 0 {
			break
		}
		my, ma = my/n, ma/n
		// A few lines must not bend the page: they pull against a flat sheet.
		d, s := 2e5, 0.0
		for _, v := range in {
			s += v.w * (v.y - my) * (v.a - ma)
			d += v.w * (v.y - my) * (v.y - my)
		}
		t = tilt{ma, s / d, my}
	}
	return t
}

// candidate is a line of a view that may be print.
type candidate struct {
	line
	tilt float64 // its slope
	read bool    // the engine has seen it
	blue bool    // to be read in blue light
}

// lineIn is a line that fills a box.
func lineIn(b Box, tilt float64) *candidate {
	return &candidate{line: line{x0: b.X, y0: b.Y, x1: b.X + b.W, y1: b.Y + b.H}, tilt: tilt}
}

// candidates joins the parts of a view to lines that may be print, top to
// bottom. Parts of ornaments are left out where their shape gives them away.
func (v *view) candidates() []*candidate {
	parts := slices.Clone(v.parts)
	parts = slices.DeleteFunc(parts, func(l line) bool {
		return l.h() < 1.3 || l.h() > 10 && l.w() < 4*l.h() || l.h() > 16 // a title with marks above and below is 11 mm high
	})
	slices.SortFunc(parts, func(a, b line) int { return cmp.Or(cmp.Compare(a.x0, b.x0), cmp.Compare(a.y0, b.y0)) })
	if len(parts) > 2000 {
		return nil
	}
	var open []*candidate
	for _, l := range parts {
		var best *candidate
		for _, c := range open {
			gap, h := l.x0-c.x1, min(l.h(), c.h())
			if gap < -1.5*h || gap > 1.2*h+1 || max(l.h(), c.h()) > 1.9*h {
				continue
			}
			if math.Abs(l.cy()-v.tilt.at(c.cy())*(l.x0-c.x1)-c.cy()) > 0.45*h {
				continue
			}
			if best == nil || c.x1 > best.x1 {
				best = c
			}
		}
		if best == nil {
			open = append(open, &candidate{line: l})
			continue
		}
		best.join(l)
	}
	out := open[:0]
	for _, c := range open {
		ratio := c.w() / c.h()
		if c.w() < 2.5 || ratio < 0.8 || c.glyphs < 2 && ratio < 1.1 {
			continue
		}
		c.tilt = v.tilt.at(c.cy())
		if a, ok := c.slope(); ok && math.Abs(math.Tan(a)-c.tilt) < 0.03 {
			c.tilt = math.Tan(a)
		}
		out = append(out, c)
	}
	out = withoutBorder(out)
	slices.SortFunc(out, func(a, b *candidate) int { return cmp.Or(cmp.Compare(a.cy(), b.cy()), cmp.Compare(a.x0, b.x0)) })
	return out
}

// withoutBorder leaves out the pieces of an ornamental border: many of a few
// strokes, one under the other.
func withoutBorder(all []*candidate) []*candidate {
	piece := func(c *candidate) bool { return c.glyphs <= 4 && c.w() < 14 }
	return slices.DeleteFunc(slices.Clone(all), func(c *candidate) bool {
		if !piece(c) {
			return false
		}
		n := 0
		for _, o := range all {
			if piece(o) && (math.Abs(o.x0-c.x0) < 2 || math.Abs(o.x1-c.x1) < 2) {
				n++
			}
		}
		return n > 6
	})
}

// join adds a part on the right.
func (l *line) join(r line) {
	l.x0, l.x1 = math.Min(l.x0, r.x0), math.Max(l.x1, r.x1)
	l.y0, l.y1 = math.Min(l.y0, r.y0), math.Max(l.y1, r.y1)
	l.glyphs += r.glyphs
	l.sw, l.sx, l.sy, l.sxx, l.sxy = l.sw+r.sw, l.sx+r.sx, l.sy+r.sy, l.sxx+r.sxx, l.sxy+r.sxy
}

// box returns the line as an upright box about its middle: as high as its
// letters are, however aslant it runs.
func (c *candidate) box() Box {
	drop := math.Abs(c.tilt) * c.w()
	h := max(c.h()-drop, 0.6*c.h())
	return Box{c.x0, c.cy() - h/2, c.w(), h}
}

// Width of a letter in parts of the height of its line, accents and tails
// included, as narrow and as wide as typefaces make it.
const (
	narrowLetter = 0.30
	wideLetter   = 0.95
)

// fits reports whether a text may be what a line says, by its length.
func (c *candidate) fits(w *wording) bool {
	r := c.w() / c.box().H
	return r > narrowLetter*float64(w.runes) && (w.open || r < wideLetter*float64(w.runes)+1)
}

// regular reports whether a line has about as many letters as print of its
// size: ornaments and handwriting have fewer and longer pieces.
func (c *candidate) regular() bool {
	pitch := c.w() / c.h() / float64(c.glyphs)
	return c.glyphs >= 4 && pitch > 0.2 && pitch < 1.3
}

// spaced reports whether a line has the letters that print of its size has, some
// of them run together. Waves of a paper's pattern and strokes of a pen are
// longer than that.
func (c *candidate) spaced() bool { return c.w()/c.h() < 1.8*float64(c.glyphs) }
