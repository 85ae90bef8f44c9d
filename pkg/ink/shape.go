package ink

import "math"

// Size of a shape: cells across and down, and directions of strokes.
const (
	shapeW    = 32
	shapeH    = 16
	shapeDirs = 4
)

// Shape describes what the strokes in a box look like, whatever their place and
// size: how much of them runs in which direction in which part of the picture.
// It keeps no pixel of the page, and no signature can be drawn from it.
type Shape struct {
	// Cells are by direction, row and column; the zero Shape has none.
	Cells []uint8
	// Aspect is the width of the strokes in parts of their height.
	Aspect float64
}

// trace is a point of a skeleton and the direction of the stroke there, from
// -pi/2 to pi/2.
type trace struct{ x, y, a float64 }

// shapeFrom is the part of the greatest group's length that another must have
// to belong to the signature.
const shapeFrom = 0.2

// newShape describes marks. Its frame follows the spread of the strokes and not
// their outmost points, which a speck moves.
func newShape(marks []trace) Shape {
	if len(marks) < 12 {
		return Shape{}
	}
	var mx, my, xx, yy float64
	n := float64(len(marks))
	for _, m := range marks {
		mx += m.x / n
		my += m.y / n
	}
	for _, m := range marks {
		xx += (m.x - mx) * (m.x - mx) / n
		yy += (m.y - my) * (m.y - my) / n
	}
	sx, sy := math.Sqrt(xx)+0.5, math.Sqrt(yy)+0.5
	var sum [shapeDirs * shapeH * shapeW]float64
	for _, m := range marks {
		// 2.4 standard deviations to each side.
		u := ((m.x-mx)/sx/2.4*0.5+0.5)*shapeW - 0.5
		v := ((m.y-my)/sy/2.4*0.5+0.5)*shapeH - 0.5
		d := (m.a/math.Pi + 0.5) * shapeDirs
		i, j, k := int(math.Floor(u)), int(math.Floor(v)), int(math.Floor(d))
		fu, fv, fd := u-float64(i), v-float64(j), d-float64(k)
		for c := range 8 { // shared among the nearest cells
			x, y, z := i+c&1, j+c>>1&1, (k+c>>2)%shapeDirs
			w := pick(c&1, fu) * pick(c>>1&1, fv) * pick(c>>2, fd)
			if x >= 0 && y >= 0 && x < shapeW && y < shapeH {
				sum[(z*shapeH+y)*shapeW+x] += w
			}
		}
	}
	most := 0.0
	for _, v := range sum {
		most = max(most, v)
	}
	s := Shape{Cells: make([]uint8, len(sum)), Aspect: sx / sy}
	for i, v := range sum {
		s.Cells[i] = uint8(255 * v / most)
	}
	return s
}

func pick(far int, part float64) float64 {
	if far == 1 {
		return part
	}
	return 1 - part
}

// SameFrom is the likeness from which two signatures are copies of one picture.
// Two people's signatures, even of the same letters, stay below.
const SameFrom = 0.88

// Same returns how alike two shapes are, 0 to 1: [SameFrom] and more for one
// signature pasted twice, moved, scaled a little and scanned. Shapes of boxes
// without strokes are like nothing.
func Same(a, b Shape) float64 {
	const size = shapeDirs * shapeH * shapeW
	if len(a.Cells) != size || len(b.Cells) != size || a.Aspect <= 0 || b.Aspect <= 0 {
		return 0
	}
	if r := a.Aspect / b.Aspect; r > 1.35 || r < 1/1.35 {
		return 0
	}
	x, y := a.soft(), b.soft()
	best := 0.0
	for dy := -1; dy <= 1; dy++ {
		for dx := -2; dx <= 2; dx++ {
			var ab, aa, bb float64
			for k := range shapeDirs {
				for j := max(0, -dy); j < min(shapeH, shapeH-dy); j++ {
					for i := max(0, -dx); i < min(shapeW, shapeW-dx); i++ {
						p, q := x[(k*shapeH+j)*shapeW+i], y[(k*shapeH+j+dy)*shapeW+i+dx]
						ab += p * q
						aa += p * p
						bb += q * q
					}
				}
			}
			if aa > 0 && bb > 0 {
				best = max(best, ab/math.Sqrt(aa*bb))
			}
		}
	}
	return min(best, 1)
}

// soft spreads each cell over its neighbours, so that strokes a little apart
// are alike. Roots keep one dense cell from outweighing the rest.
func (s Shape) soft() []float64 {
	out := make([]float64, len(s.Cells))
	for k := range shapeDirs {
		for j := range shapeH {
			for i := range shapeW {
				v := math.Sqrt(float64(s.Cells[(k*shapeH+j)*shapeW+i]))
				if v == 0 {
					continue
				}
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						if y, x := j+dy, i+dx; y >= 0 && x >= 0 && y < shapeH && x < shapeW {
							out[(k*shapeH+y)*shapeW+x] += v * float64((2-dx*dx)*(2-dy*dy)) / 4
						}
					}
				}
			}
		}
	}
	return out
}
