package paper

import (
	"math"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/text/unicode/norm"
)

// BuiltIn returns the typeface that needs no file: the Go fonts. They lack
// the letters of Vietnamese, which [Faces.Outline] composes.
func BuiltIn() (*Faces, error) {
	return ParseFaces(goregular.TTF, gobold.TTF, goitalic.TTF)
}

// Covers reports whether every cut of the typeface has a glyph for every
// letter of a text.
func (f *Faces) Covers(text string) bool {
	for _, font := range f.font {
		for _, r := range text {
			if g, err := font.GlyphIndex(&f.buf, r); err != nil || g == 0 {
				return false
			}
		}
	}
	return true
}

// composed returns the outline of a letter that a font lacks, built from the
// letter that its marks stand on. The marks are drawn: fonts that lack the
// letters lack most of the marks too.
func (f *Faces) composed(r rune, style Style) (Path, float64) {
	base, marks := r, ""
	switch r {
	case 'đ':
		base, marks = 'd', "-"
	case 'Đ':
		base, marks = 'D', "-"
	default:
		parts := []rune(norm.NFD.String(string(r)))
		if len(parts) < 2 {
			return nil, 0
		}
		base, marks = parts[0], string(parts[1:])
	}
	p, adv := f.glyph(base, style)
	if len(p) == 0 {
		return nil, adv
	}
	min, max := p.Bounds()
	pen := 0.07
	if style == Bold {
		pen = 0.1
	}
	at := marking{x: (min.X + max.X) / 2, top: min.Y - 0.09, low: max.Y + 0.14, right: max.X, left: min.X, high: min.Y, pen: pen}
	if base == 'i' {
		at.x += 0.02
	}
	for _, m := range marks {
		p = append(p, at.mark(m, base)...)
	}
	return p, adv
}

// marking is where the next mark of a letter goes, in em from the origin of
// the letter; y grows downwards.
type marking struct {
	x, top, low       float64
	left, right, high float64
	pen               float64
}

func (a *marking) mark(m, base rune) Path {
	above := func(dy float64, pts ...Pt) Path {
		for i := range pts {
			pts[i].X += a.x
			pts[i].Y += a.top
		}
		a.top -= dy
		return Line(a.pen, pts...)
	}
	switch m {
	case 0x300:
		return above(0.16, Pt{-0.13, -0.12}, Pt{0.06, 0})
	case 0x301:
		return above(0.16, Pt{-0.06, 0}, Pt{0.13, -0.12})
	case 0x302:
		return above(0.15, Pt{-0.15, 0}, Pt{0, -0.11}, Pt{0.15, 0})
	case 0x303:
		return above(0.15, Pt{-0.16, -0.01}, Pt{-0.07, -0.07}, Pt{0.07, -0.01}, Pt{0.16, -0.07})
	case 0x306:
		return above(0.15, Pt{-0.14, -0.11}, Pt{-0.07, -0.02}, Pt{0.07, -0.02}, Pt{0.14, -0.11})
	case 0x309:
		return above(0.2, Pt{-0.07, -0.15}, Pt{0.03, -0.17}, Pt{0.06, -0.1}, Pt{0, -0.05}, Pt{0, 0.01})
	case 0x31b:
		w := 0.1
		return Line(a.pen, Pt{a.right - 0.09, a.high + 0.06}, Pt{a.right + w*0.6, a.high + 0.05}, Pt{a.right + w, a.high - 0.06})
	case 0x323:
		return Circle(Pt{a.x, math.Max(0.14, a.low)}, a.pen*0.85)
	case '-':
		if base == 'D' {
			return Line(a.pen, Pt{a.left - 0.08, a.high * 0.5}, Pt{(a.left + a.right) / 2, a.high * 0.5})
		}
		return Line(a.pen, Pt{a.right - 0.3, a.high * 0.82}, Pt{a.right + 0.08, a.high * 0.82})
	}
	return nil
}
