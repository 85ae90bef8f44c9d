package content

import (
	"math"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// matrix is a transformation (ISO 32000-2 8.3.3).
type matrix struct{ a, b, c, d, e, f float64 }

var unit = matrix{a: 1, d: 1}

// mul returns the transformation m followed by n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return x*m.a + y*m.c + m.e, x*m.b + y*m.d + m.f
}

// bounds returns the rectangle around a transformed one.
func (m matrix) bounds(r pdf.Rect) pdf.Rect {
	out := pdf.Rect{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
	for _, p := range [][2]float64{{r.X0, r.Y0}, {r.X1, r.Y0}, {r.X0, r.Y1}, {r.X1, r.Y1}} {
		x, y := m.apply(p[0], p[1])
		out = pdf.Rect{X0: min(out.X0, x), Y0: min(out.Y0, y), X1: max(out.X1, x), Y1: max(out.Y1, y)}
	}
	return out
}

func matrixOf(v *pdf.View, o pdf.Object) matrix {
	a := v.Array(o)
	if len(a) < 6 {
		return unit
	}
	var n [6]float64
	for i := range n {
		x, ok := v.Number(a[i])
		if !ok {
			return unit
		}
		n[i] = max(-maxNumber, min(maxNumber, x))
	}
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
}
