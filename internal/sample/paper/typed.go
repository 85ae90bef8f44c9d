package paper

import (
	"fmt"
	"image/color"
	"math"
	"strings"
)

// Typed is a page that a program made and nobody scanned: lines of type and
// filled areas, in mm from the top left.
type Typed struct {
	W, H  float64
	Lines []TypedLine
	Areas []Area
	faces *Faces
}

// TypedLine is a line of type whose baseline begins at a point.
type TypedLine struct {
	X, Y, Size float64 // size is that of the em
	Style      Style
	Text       string
	Color      color.RGBA
}

// Area is a filled outline.
type Area struct {
	Path  Path
	Color color.RGBA
}

// NewTyped returns an empty page.
func NewTyped(f *Faces, w, h float64) *Typed { return &Typed{W: w, H: h, faces: f} }

// Faces returns the typeface of the page.
func (t *Typed) Faces() *Faces { return t.faces }

// Write sets a line of type that begins, has its middle or ends at a point, and
// returns where it ends.
func (t *Typed) Write(at Pt, align Align, size float64, style Style, text string) float64 {
	return t.WriteIn(black, at, align, size, style, text)
}

// WriteIn is Write in a colour.
func (t *Typed) WriteIn(c color.RGBA, at Pt, align Align, size float64, style Style, text string) float64 {
	_, adv := t.faces.Outline(text, style)
	x := at.X - adv*size*float64(align)/2
	t.Lines = append(t.Lines, TypedLine{x, at.Y, size, style, text, c})
	return x + adv*size
}

// Paragraph sets text in lines of a width, the first one indented, and returns
// the baseline of the last.
func (t *Typed) Paragraph(at Pt, width, indent, size, pitch float64, style Style, text string) float64 {
	line, x, room := "", at.X+indent, width-indent
	y := at.Y
	flush := func() { t.Write(Pt{x, y}, Left, size, style, line) }
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if _, adv := t.faces.Outline(longer, style); adv*size > room && line != "" {
			flush()
			longer, x, room = word, at.X, width
			y += pitch
		}
		line = longer
	}
	flush()
	return y
}

// Fill adds an area.
func (t *Typed) Fill(p Path, c color.RGBA) { t.Areas = append(t.Areas, Area{p, c}) }

// Disclaimer sets the line that every sample carries.
func (t *Typed) Disclaimer() {
	t.WriteIn(color.RGBA{120, 110, 112, 255}, Pt{t.W / 2, t.H - 9}, Centre, 2.4, Italic, disclaimer)
}

// Operators returns the construction of a path in PDF (ISO 32000-2 8.5.2), its
// numbers with so many decimals.
func (p Path) Operators(m Affine, decimals int) string {
	var b strings.Builder
	unit := math.Pow10(decimals)
	put := func(op string, pts ...Pt) {
		for _, a := range pts {
			a = m.Apply(a)
			fmt.Fprintf(&b, "%v %v ", math.Round(a.X*unit)/unit+0, math.Round(a.Y*unit)/unit+0)
		}
		b.WriteString(op + "\n")
	}
	var at Pt
	for i, s := range p {
		switch s.op {
		case 'm':
			if i > 0 {
				b.WriteString("h\n")
			}
			put("m", s.p[0])
		case 'l':
			put("l", s.p[0])
		case 'q': // PDF has no quadratic curves
			third := func(a, c Pt) Pt { return Pt{a.X + 2*(c.X-a.X)/3, a.Y + 2*(c.Y-a.Y)/3} }
			put("c", third(at, s.p[0]), third(s.p[1], s.p[0]), s.p[1])
		case 'c':
			put("c", s.p[:]...)
		}
		pts := s.points()
		at = pts[len(pts)-1]
	}
	if len(p) > 0 {
		b.WriteString("h\n")
	}
	return b.String()
}
