package raster

import "math"

// matrix is a transformation [a b c d e f] (ISO 32000-2 8.3.3):
// x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// scale is the mean factor by which m changes lengths.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

func (m matrix) finite() bool {
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			return false
		}
	}
	return true
}

// rect is a rectangle with x0 <= x1 and y0 <= y1.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) w() float64    { return r.x1 - r.x0 }
func (r rect) h() float64    { return r.y1 - r.y0 }
func (r rect) empty() bool   { return !(r.x1 > r.x0 && r.y1 > r.y0) }
func (r rect) area() float64 { return max(0, r.w()) * max(0, r.h()) }
func (r rect) grow(d float64) rect {
	return rect{r.x0 - d, r.y0 - d, r.x1 + d, r.y1 + d}
}

func (r rect) intersect(s rect) rect {
	return rect{max(r.x0, s.x0), max(r.y0, s.y0), min(r.x1, s.x1), min(r.y1, s.y1)}
}

func (r rect) union(s rect) rect {
	return rect{min(r.x0, s.x0), min(r.y0, s.y0), max(r.x1, s.x1), max(r.y1, s.y1)}
}

// covers reports whether s lies in r, give or take d.
func (r rect) covers(s rect, d float64) bool {
	return s.x0 >= r.x0-d && s.y0 >= r.y0-d && s.x1 <= r.x1+d && s.y1 <= r.y1+d
}

// bounds is the box around r after m.
func (m matrix) bounds(r rect) rect {
	x, y := m.apply(r.x0, r.y0)
	out := rect{x, y, x, y}
	for _, p := range [3][2]float64{{r.x1, r.y0}, {r.x0, r.y1}, {r.x1, r.y1}} {
		x, y := m.apply(p[0], p[1])
		out = out.union(rect{x, y, x, y})
	}
	return out
}

// upright reports whether m keeps upright rectangles upright: straight if x
// stays x, swapped if x and y change places. slack is the allowed shift of a
// corner of the unit square in units of the target.
func (m matrix) upright(slack float64) (straight, swapped bool) {
	if math.Abs(m[1]) <= slack && math.Abs(m[2]) <= slack {
		return true, false
	}
	return false, math.Abs(m[0]) <= slack && math.Abs(m[3]) <= slack
}

// orientation is how a picture's rows and columns lie on the displayed page:
// first swapped (transposed), then mirrored.
type orientation struct{ swap, flipX, flipY bool }

// orient reads the orientation of an image from the matrix that takes the unit
// square to the displayed page (y down). An image's first row is at the top of
// the unit square, y = 1 (ISO 32000-2 8.9.5.1).
func orient(m matrix, swapped bool) orientation {
	if swapped {
		// Image columns run along page y by m[1], rows (downwards, -y) along page x by -m[2].
		return orientation{swap: true, flipX: -m[2] < 0, flipY: m[1] < 0}
	}
	return orientation{flipX: m[0] < 0, flipY: -m[3] < 0}
}
