package paper

import (
	"fmt"
	"math"
	"os"
	"path/filepath"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Style is one cut of the typeface.
type Style int

// The cuts that the forms use.
const (
	Regular Style = iota
	Bold
	Italic
)

// Faces is a typeface. It is not safe for concurrent use.
type Faces struct {
	font [3]*sfnt.Font
	buf  sfnt.Buffer
}

// LoadFaces reads Liberation Serif, which has the letters of Vietnamese, from
// the folder of the package fonts-liberation2.
func LoadFaces(dir string) (*Faces, error) {
	var src [3][]byte
	for i, name := range []string{"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("the fonts of fonts-liberation2 are needed: %w", err)
		}
		src[i] = b
	}
	return ParseFaces(src[0], src[1], src[2])
}

// ParseFaces reads the three cuts of a TrueType typeface.
func ParseFaces(regular, bold, italic []byte) (*Faces, error) {
	f := &Faces{}
	for i, b := range [][]byte{regular, bold, italic} {
		var err error
		if f.font[i], err = sfnt.Parse(b); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Outline returns a line of text of an em of 1, its baseline beginning at the
// origin, and its advance.
func (f *Faces) Outline(text string, style Style) (Path, float64) {
	var out Path
	x := 0.0
	for _, r := range text {
		p, adv := f.glyph(r, style)
		if p == nil && adv == 0 {
			p, adv = f.composed(r, style)
		}
		out = append(out, p.Apply(Shift(x, 0))...)
		x += adv
	}
	return out, x
}

// glyph returns the outline of a letter and its advance, or nothing if the font
// lacks it.
func (f *Faces) glyph(r rune, style Style) (Path, float64) {
	font := f.font[style]
	em := font.UnitsPerEm()
	ppem := fixed.I(int(em))
	unit := 1 / (64 * float64(em))
	g, err := font.GlyphIndex(&f.buf, r)
	if err != nil || g == 0 {
		return nil, 0
	}
	segs, err := font.LoadGlyph(&f.buf, g, ppem, nil)
	if err != nil {
		return nil, 0
	}
	var out Path
	for _, s := range segs {
		var p [3]Pt
		for i, a := range s.Args {
			p[i] = Pt{float64(a.X) * unit, float64(a.Y) * unit}
		}
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			out.MoveTo(p[0])
		case sfnt.SegmentOpLineTo:
			out.LineTo(p[0])
		case sfnt.SegmentOpQuadTo:
			out.QuadTo(p[0], p[1])
		case sfnt.SegmentOpCubeTo:
			out.CubeTo(p[0], p[1], p[2])
		}
	}
	adv, err := font.GlyphAdvance(&f.buf, g, ppem, 0)
	if err != nil {
		return out, 0
	}
	return out, float64(adv) * unit
}

// Fit returns a line of text stretched so that its ink fills a box.
func (f *Faces) Fit(text string, style Style, x, y, w, h float64) Path {
	p, _ := f.Outline(text, style)
	min, max := p.Bounds()
	if len(p) == 0 || max.X <= min.X || max.Y <= min.Y {
		return nil
	}
	sx, sy := w/(max.X-min.X), h/(max.Y-min.Y)
	return p.Apply(Affine{sx, 0, x - min.X*sx, 0, sy, y - min.Y*sy})
}

// Align says which point of a line of text is given.
type Align int

// The alignments.
const (
	Left Align = iota
	Centre
	Right
)

// At returns a line of text of a size (em in mm) whose baseline begins, has its
// middle, or ends at a point, and its length in mm.
func (f *Faces) At(text string, style Style, size float64, at Pt, align Align) (Path, float64) {
	p, adv := f.Outline(text, style)
	dx := -adv * size * float64(align) / 2
	return p.Apply(Scale(size, size)).Apply(Shift(at.X+dx, at.Y)), adv * size
}

// Around returns text on a circle, its middle at an angle in degrees clockwise
// from the top; inside out when below is set, to be read from the bottom.
func (f *Faces) Around(text string, style Style, size float64, c Pt, r, angle float64, below bool) Path {
	_, total := f.Outline(text, style)
	dir, at := 1.0, Pt{c.X, c.Y - r}
	if below {
		dir, at = -1, Pt{c.X, c.Y + r}
	}
	var out Path
	done := 0.0
	for _, ch := range text {
		g, adv := f.Outline(string(ch), style)
		turn := angle + dir*(done+adv/2-total/2)*size/r*180/math.Pi
		g = g.Apply(Shift(-adv/2, 0)).Apply(Scale(size, size)).Apply(Shift(at.X, at.Y))
		out = append(out, g.Apply(Rotate(turn, c))...)
		done += adv
	}
	return out
}
