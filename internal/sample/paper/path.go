package paper

import "math"

// Pt is a point. Paths are in millimetres of the upright sheet, from its top
// left corner.
type Pt struct{ X, Y float64 }

// Affine is a plane map: x' = A*x + B*y + C, y' = D*x + E*y + F.
type Affine struct{ A, B, C, D, E, F float64 }

// Shift moves by a vector.
func Shift(x, y float64) Affine { return Affine{1, 0, x, 0, 1, y} }

// Scale enlarges from the origin.
func Scale(x, y float64) Affine { return Affine{x, 0, 0, 0, y, 0} }

// Rotate turns about a point, in degrees clockwise as seen on paper.
func Rotate(deg float64, about Pt) Affine {
	s, c := math.Sincos(deg * math.Pi / 180)
	return Affine{c, -s, about.X - c*about.X + s*about.Y, s, c, about.Y - s*about.X - c*about.Y}
}

// Then returns the map that does m first and n after it.
func (m Affine) Then(n Affine) Affine {
	return Affine{
		n.A*m.A + n.B*m.D, n.A*m.B + n.B*m.E, n.A*m.C + n.B*m.F + n.C,
		n.D*m.A + n.E*m.D, n.D*m.B + n.E*m.E, n.D*m.C + n.E*m.F + n.F,
	}
}

// Inverse returns the map that undoes m.
func (m Affine) Inverse() Affine {
	d := m.A*m.E - m.B*m.D
	return Affine{m.E / d, -m.B / d, (m.B*m.F - m.C*m.E) / d, -m.D / d, m.A / d, (m.C*m.D - m.A*m.F) / d}
}

// Apply maps one point.
func (m Affine) Apply(p Pt) Pt { return Pt{m.A*p.X + m.B*p.Y + m.C, m.D*p.X + m.E*p.Y + m.F} }

// Path is an outline of closed contours, filled by nonzero winding.
type Path []segment

type segment struct {
	op byte // 'm', 'l', 'q' or 'c'
	p  [3]Pt
}

func (s segment) points() []Pt {
	switch s.op {
	case 'q':
		return s.p[:2]
	case 'c':
		return s.p[:3]
	}
	return s.p[:1]
}

// MoveTo starts a contour.
func (p *Path) MoveTo(a Pt) { *p = append(*p, segment{'m', [3]Pt{a}}) }

// LineTo adds a straight line.
func (p *Path) LineTo(a Pt) { *p = append(*p, segment{'l', [3]Pt{a}}) }

// QuadTo adds a quadratic Bézier curve.
func (p *Path) QuadTo(a, b Pt) { *p = append(*p, segment{'q', [3]Pt{a, b}}) }

// CubeTo adds a cubic Bézier curve.
func (p *Path) CubeTo(a, b, c Pt) { *p = append(*p, segment{'c', [3]Pt{a, b, c}}) }

// Polygon adds a closed contour.
func (p *Path) Polygon(pts ...Pt) {
	for i, a := range pts {
		if i == 0 {
			p.MoveTo(a)
		} else {
			p.LineTo(a)
		}
	}
}

// Apply returns the mapped path.
func (p Path) Apply(m Affine) Path { return p.Map(m.Apply) }

// Map returns the path with each of its points moved, the handles of curves
// too.
func (p Path) Map(move func(Pt) Pt) Path {
	out := make(Path, len(p))
	for i, s := range p {
		out[i] = segment{s.op, [3]Pt{move(s.p[0]), move(s.p[1]), move(s.p[2])}}
	}
	return out
}

// Bounds returns the bounding box of the points of a path, which holds the path.
func (p Path) Bounds() (min, max Pt) {
	min, max = Pt{math.Inf(1), math.Inf(1)}, Pt{math.Inf(-1), math.Inf(-1)}
	for _, s := range p {
		for _, a := range s.points() {
			min = Pt{math.Min(min.X, a.X), math.Min(min.Y, a.Y)}
			max = Pt{math.Max(max.X, a.X), math.Max(max.Y, a.Y)}
		}
	}
	return min, max
}

// Circle returns a disc.
func Circle(c Pt, r float64) Path {
	const k = 0.5522847498
	var p Path
	p.MoveTo(Pt{c.X + r, c.Y})
	p.CubeTo(Pt{c.X + r, c.Y + k*r}, Pt{c.X + k*r, c.Y + r}, Pt{c.X, c.Y + r})
	p.CubeTo(Pt{c.X - k*r, c.Y + r}, Pt{c.X - r, c.Y + k*r}, Pt{c.X - r, c.Y})
	p.CubeTo(Pt{c.X - r, c.Y - k*r}, Pt{c.X - k*r, c.Y - r}, Pt{c.X, c.Y - r})
	p.CubeTo(Pt{c.X + k*r, c.Y - r}, Pt{c.X + r, c.Y - k*r}, Pt{c.X + r, c.Y})
	return p
}

// Ring returns a circle drawn with a pen of width w.
func Ring(c Pt, r, w float64) Path {
	in := Circle(c, r-w/2).Apply(Affine{-1, 0, 2 * c.X, 0, 1, 0}) // mirrored, so that it cuts out
	return append(Circle(c, r+w/2), in...)
}

// Star returns a five-pointed star.
func Star(c Pt, r float64) Path {
	var pts []Pt
	for i := range 10 {
		s, co := math.Sincos(float64(i) * math.Pi / 5)
		d := r
		if i%2 == 1 {
			d = r * 0.382
		}
		pts = append(pts, Pt{c.X + d*s, c.Y - d*co})
	}
	var p Path
	p.Polygon(pts...)
	return p
}

// Rect returns a filled rectangle.
func Rect(x, y, w, h float64) Path {
	var p Path
	p.Polygon(Pt{x, y}, Pt{x + w, y}, Pt{x + w, y + h}, Pt{x, y + h})
	return p
}

// Frame returns the outline of a rectangle, drawn inwards with width t.
func Frame(x, y, w, h, t float64) Path {
	p := Rect(x, y, w, t)
	p = append(p, Rect(x, y+h-t, w, t)...)
	p = append(p, Rect(x, y+t, t, h-2*t)...)
	return append(p, Rect(x+w-t, y+t, t, h-2*t)...)
}

// Line returns a polyline drawn with a pen of width w.
func Line(w float64, pts ...Pt) Path {
	var p Path
	for i := 1; i < len(pts); i++ {
		p.link(pts[i-1], pts[i], w, w)
	}
	return p
}

// link adds one piece of a pen stroke, w0 wide at a and w1 at b.
func (p *Path) link(a, b Pt, w0, w1 float64) {
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	if d == 0 {
		return
	}
	nx, ny := -(b.Y-a.Y)/d/2, (b.X-a.X)/d/2
	p.Polygon(Pt{a.X - nx*w0, a.Y - ny*w0}, Pt{b.X - nx*w1, b.Y - ny*w1},
		Pt{b.X + nx*w1, b.Y + ny*w1}, Pt{a.X + nx*w0, a.Y + ny*w0})
}
