package pdf

// MM is the length of one default user space unit (1/72 inch) in millimetres.
const MM = 25.4 / 72

// Rect is a rectangle in user space units, normalised: X0 <= X1, Y0 <= Y1,
// origin at the lower left (ISO 32000-2 7.9.5).
type Rect struct{ X0, Y0, X1, Y1 float64 }

func (r Rect) empty() bool { return r.X1 <= r.X0 || r.Y1 <= r.Y0 }

func (r Rect) intersect(s Rect) Rect {
	return Rect{max(r.X0, s.X0), max(r.Y0, s.Y0), min(r.X1, s.X1), min(r.Y1, s.Y1)}
}

// Box is a rectangle as a reader of the page sees it: millimetres from the top
// left of the displayed page (crop box, after /Rotate).
type Box struct{ X, Y, W, H float64 }

// Size is width and height of a displayed page in millimetres.
type Size struct{ W, H float64 }

// Size returns width and height of the displayed page in millimetres.
func (p Page) Size() (w, h float64) {
	b := p.Display(p.CropBox)
	return b.W, b.H
}

// Display returns where a rectangle in user space is seen on the displayed
// page. It may lie partly or wholly outside of it.
func (p Page) Display(r Rect) Box {
	c, k := p.CropBox, MM*p.UserUnit
	var b Box
	switch p.Rotate {
	case 90:
		b = Box{r.Y0 - c.Y0, r.X0 - c.X0, r.Y1 - r.Y0, r.X1 - r.X0}
	case 180:
		b = Box{c.X1 - r.X1, r.Y0 - c.Y0, r.X1 - r.X0, r.Y1 - r.Y0}
	case 270:
		b = Box{c.Y1 - r.Y1, c.X1 - r.X1, r.Y1 - r.Y0, r.X1 - r.X0}
	default:
		b = Box{r.X0 - c.X0, c.Y1 - r.Y1, r.X1 - r.X0, r.Y1 - r.Y0}
	}
	return Box{b.X * k, b.Y * k, b.W * k, b.H * k}
}

// UserSpace is the inverse of [Page.Display].
func (p Page) UserSpace(b Box) Rect {
	c, k := p.CropBox, 1/(MM*p.UserUnit)
	x, y, w, h := b.X*k, b.Y*k, b.W*k, b.H*k
	switch p.Rotate {
	case 90:
		return Rect{c.X0 + y, c.Y0 + x, c.X0 + y + h, c.Y0 + x + w}
	case 180:
		return Rect{c.X1 - x - w, c.Y0 + y, c.X1 - x, c.Y0 + y + h}
	case 270:
		return Rect{c.X1 - y - h, c.Y1 - x - w, c.X1 - y, c.Y1 - x}
	}
	return Rect{c.X0 + x, c.Y1 - y - h, c.X0 + x + w, c.Y1 - y}
}
