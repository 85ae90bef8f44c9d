package paper

import "image/color"

// typist prints lines of text on a sheet.
type typist struct {
	s    *Sheet
	f    *Faces
	size float64 // em in mm
	ink  color.RGBA
}

// write prints text from a point and returns where it ends.
func (t typist) write(x, y float64, style Style, text string) float64 {
	p, adv := t.f.At(text, style, t.size, Pt{x, y}, Left)
	t.s.Fill(p, Ink{Color: t.ink, Density: 0.97})
	return x + adv
}

// centre prints text with its middle at a point.
func (t typist) centre(x, y float64, style Style, text string) {
	p, _ := t.f.At(text, style, t.size, Pt{x, y}, Centre)
	t.s.Fill(p, Ink{Color: t.ink, Density: 0.97})
}

// entry prints a label and, after it, what was typed into the form, set
// narrower where the line is longer than its place.
func (t typist) entry(x, y, width float64, label, value string) {
	p, _ := t.f.At(label+" "+value, Regular, t.size, Pt{x, y}, Left)
	if _, max := p.Bounds(); max.X > x+width {
		k := width / (max.X - x)
		p = p.Apply(Affine{k, 0, x - k*x, 0, 1, 0})
	}
	t.s.Fill(p, Ink{Color: t.ink, Density: 0.97})
}

// dots prints the dotted line of a form.
func (t typist) dots(x0, x1, y float64) {
	var p Path
	for x := x0; x < x1; x += 1.1 {
		p = append(p, Rect(x, y+1, 0.22, 0.22)...)
	}
	t.s.Fill(p, Ink{Color: black, Density: 0.6})
}

// sized returns the typist with another size of type.
func (t typist) sized(em float64) typist { t.size = em; return t }

// disclaimer prints the line that every sample carries, small, near the foot.
func (t typist) disclaimer(y float64) {
	t.ink = color.RGBA{120, 110, 112, 255}
	t.sized(2.4).centre(t.s.W/2, y, Italic, disclaimer)
}

const disclaimer = "Mẫu thử của tthclint, không có giá trị sử dụng – sample, not a real document"
