package scans

import (
	"image/color"
	"math"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// rect is a box in mm of the upright sheet.
type rect struct{ x, y, w, h float64 }

func (b rect) mid() paper.Pt { return paper.Pt{X: b.x + b.w/2, Y: b.y + b.h/2} }

// canvas is a page being drawn.
type canvas struct {
	source
	*paper.Sheet
	seed  uint64
	faces *Type
	ink   []Crop
	em    float64 // size of the print in mm
	print color.RGBA
	hand  bool
	fill  color.RGBA // colour of what is filled in by hand
	faint bool       // the seal took badly
	field map[string]rect
	room  map[string]rect // of the values
	truth *Truth
	habit habit
	filling
}

// write prints text and returns its width in mm.
func (c *canvas) write(f *paper.Faces, style paper.Style, size, x, y float64, align paper.Align, col color.RGBA, text string) float64 {
	p, w := f.At(text, style, size, paper.Pt{X: x, Y: y}, align)
	c.Fill(p, paper.Ink{Color: col, Density: 0.97})
	return w
}

// form prints text of the form itself.
func (c *canvas) form(style paper.Style, size, x, y float64, align paper.Align, text string) float64 {
	return c.write(c.faces.Form, style, size, x, y, align, c.print, text)
}

// centred prints text no wider than a width.
func (c *canvas) centred(style paper.Style, size, x, y, width float64, text string) {
	if _, w := c.faces.Form.Outline(text, style); w*size > width {
		size = width / w
	}
	c.form(style, size, x, y, paper.Centre, text)
}

// value fills in a value, typed or by hand, no wider than a width.
func (c *canvas) value(x, y, width float64, bold bool, text string) {
	f, style, size, col := c.faces.Value, paper.Regular, c.em, c.print
	if bold {
		style = paper.Bold
	}
	if c.hand {
		f, style, size, col = c.faces.Hand, paper.Regular, c.em*c.faces.handSize, c.fill
		y -= c.in(0, 0.5)
	}
	if _, w := f.Outline(text, style); w*size > width {
		size *= math.Max(0.6, width/(w*size))
	}
	c.write(f, style, size, x, y, paper.Left, col, text)
}

// rule draws a straight line.
func (c *canvas) rule(x0, y0, x1, y1, w float64, col color.RGBA) {
	c.Fill(paper.Line(w, paper.Pt{X: x0, Y: y0}, paper.Pt{X: x1, Y: y1}), paper.Ink{Color: col, Density: 0.92})
}

// dotted draws a dotted line.
func (c *canvas) dotted(x0, x1, y float64) {
	step, size := 1.1, 0.24
	var p paper.Path
	for x := x0; x < x1; x += step {
		p = append(p, paper.Rect(x, y, size, size)...)
	}
	c.Fill(p, paper.Ink{Color: c.print, Density: 0.75})
}

// frame draws the outline of a box.
func (c *canvas) frame(b rect, w float64) {
	c.Fill(paper.Frame(b.x, b.y, b.w, b.h, w), paper.Ink{Color: c.print, Density: 0.9})
}

// bar prints a grey bar with an edge.
func (c *canvas) bar(b rect) {
	c.Fill(paper.Rect(b.x, b.y, b.w, b.h), paper.Ink{Color: c.print, Density: 0.14})
	c.frame(b, 0.2)
}

// wrap breaks text into lines no wider than a width in mm.
func (c *canvas) wrap(f *paper.Faces, size, width float64, text string) []string {
	var lines []string
	line := ""
	for _, word := range splitWords(text) {
		next := word
		if line != "" {
			next = line + " " + word
		}
		if _, w := f.Outline(next, paper.Regular); line != "" && w*size > width {
			lines = append(lines, line)
			next = word
		}
		line = next
	}
	return append(lines, line)
}
