package form

import "math"

// Transform is a plane projective map, row by row, from mm of the upright
// sheet to mm of the displayed page. The zero Transform maps nothing.
type Transform [9]float64

// Apply maps one point. A point on the horizon maps to infinity.
func (t Transform) Apply(x, y float64) (float64, float64) {
	w := t[6]*x + t[7]*y + t[8]
	if w == 0 {
		return math.Inf(1), math.Inf(1)
	}
	return (t[0]*x + t[1]*y + t[2]) / w, (t[3]*x + t[4]*y + t[5]) / w
}

// Bounds returns the axis-aligned bounding box of a mapped box.
func (t Transform) Bounds(b Box) Box {
	x0, y0 := math.Inf(1), math.Inf(1)
	x1, y1 := math.Inf(-1), math.Inf(-1)
	for i := range 4 {
		x, y := t.Apply(b.X+b.W*float64(i&1), b.Y+b.H*float64(i>>1))
		x0, x1 = math.Min(x0, x), math.Max(x1, x)
		y0, y1 = math.Min(y0, y), math.Max(y1, y)
	}
	return Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// after composes maps: t.after(s) applies s first.
func (t Transform) after(s Transform) Transform {
	var r Transform
	for i := range 3 {
		for j := range 3 {
			for k := range 3 {
				r[3*i+j] += t[3*i+k] * s[3*k+j]
			}
		}
	}
	return r
}

// shape returns the scale of a map at the origin, how far its axes are from a
// right angle (radians) and the ratio of the scales along them.
func (t Transform) shape() (scale, shear, aspect float64) {
	a := math.Hypot(t[0], t[3])
	b := math.Hypot(t[1], t[4])
	if a == 0 || b == 0 {
		return 0, math.Inf(1), 0
	}
	return math.Sqrt(a * b), math.Asin(max(-1, min(1, (t[0]*t[1]+t[3]*t[4])/(a*b)))), a / b
}

// turn returns the map that turns the plane by an angle, in radians, clockwise
// as seen (y points down).
func turn(angle float64) Transform {
	sin, cos := math.Sincos(angle)
	return Transform{cos, -sin, 0, sin, cos, 0, 0, 0, 1}
}

// holds reports whether a point lies in b.
func (b Box) holds(x, y float64) bool {
	return x > b.X && x < b.X+b.W && y > b.Y && y < b.Y+b.H
}

// within returns what of b lies in another box; of boxes apart its sizes are below
// zero.
func (b Box) within(o Box) Box {
	x0, y0 := max(b.X, o.X), max(b.Y, o.Y)
	return Box{x0, y0, min(b.X+b.W, o.X+o.W) - x0, min(b.Y+b.H, o.Y+o.H) - y0}
}

// union returns the box around two boxes.
func (b Box) union(o Box) Box {
	x, y := math.Min(b.X, o.X), math.Min(b.Y, o.Y)
	return Box{x, y, math.Max(b.X+b.W, o.X+o.W) - x, math.Max(b.Y+b.H, o.Y+o.H) - y}
}
