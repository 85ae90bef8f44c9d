// Package ink makes the handwriting of the sample folder: signatures out of
// pen strokes and fingerprints out of ridges. Both are procedural, so that no
// person's hand is in them; the same seed gives the same ink.
package ink

import (
	"math"
	"math/rand/v2"
)

// Dot is one place of the pen: where it was and how wide the line is there, in
// units of the signature's height.
type Dot struct{ X, Y, W float64 }

// Stroke is the way of the pen from touching to leaving the paper.
type Stroke []Dot

type pt struct{ x, y float64 }

// curve runs a smooth line (Catmull-Rom) through knots and gives it the width
// of a ball pen: thinner where it is fast, thin at both ends.
func curve(r *rand.Rand, knots []pt, width float64) Stroke {
	const steps = 14
	var line []pt
	at := func(i int) pt { return knots[min(max(i, 0), len(knots)-1)] }
	for i := 0; i+1 < len(knots); i++ {
		a, b, c, d := at(i-1), at(i), at(i+1), at(i+2)
		for s := range steps {
			t := float64(s) / steps
			line = append(line, pt{spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t)})
		}
	}
	line = append(line, knots[len(knots)-1])

	out := make(Stroke, len(line))
	phase := r.Float64() * 2 * math.Pi
	for i, p := range line {
		q := line[max(i-1, 0)]
		speed := math.Hypot(p.x-q.x, p.y-q.y) * steps
		w := width * (1.25 - 0.55*math.Min(1, speed/0.9))
		w *= 1 + 0.12*math.Sin(float64(i)*0.13+phase)
		end := math.Min(float64(i), float64(len(line)-1-i)) / 8
		w *= 0.35 + 0.65*math.Min(1, end)
		out[i] = Dot{p.x, p.y, w}
	}
	return out
}

func spline(a, b, c, d, t float64) float64 {
	return 0.5 * (2*b + (c-a)*t + (2*a-5*b+4*c-d)*t*t + (3*b-a-3*c+d)*t*t*t)
}
