package main

import (
	"math"
	"math/rand/v2"
)

// ridgeScale is the resolution at which ridges are grown, in pixels per mm.
const ridgeScale = 10

// ridges grows a fingerprint as skin does: noise is sharpened along a field of
// directions again and again, until it is ridges with ends and forks
// (Cappelli, Maio, Maltoni, 2002). The result is w by h pixels, 0 to 1.
func ridges(rng *rand.Rand, w, h int) []float32 {
	field := directions(rng, float64(w)/ridgeScale, float64(h)/ridgeScale)
	pitch := (0.42 + 0.16*rng.Float64()) * ridgeScale
	const turns, r = 24, 5
	var bank [turns][2*r + 1][2*r + 1]float32
	for k := range bank {
		sin, cos := math.Sincos(float64(k) * math.Pi / turns)
		var sum float64
		for pass := range 2 { // the second takes the mean off
			for y := -r; y <= r; y++ {
				for x := -r; x <= r; x++ {
					across := -float64(x)*sin + float64(y)*cos
					d := float64(x*x + y*y)
					g := math.Exp(-d/(2*2.3*2.3)) * math.Cos(2*math.Pi*across/pitch)
					if pass == 0 {
						sum += g
					} else {
						bank[k][y+r][x+r] = float32(g - sum/float64((2*r+1)*(2*r+1)))
					}
				}
			}
		}
	}
	v, next := make([]float32, w*h), make([]float32, w*h)
	for i := range v {
		v[i] = float32(0.3 * rng.NormFloat64())
	}
	for range 6 {
		for y := range h {
			for x := range w {
				a := field(float64(x)/ridgeScale, float64(y)/ridgeScale)
				k := &bank[int(math.Round((a/math.Pi+2)*turns))%turns]
				var sum float32
				for dy := -r; dy <= r; dy++ {
					v2 := (y + dy + h) % h * w
					for dx := -r; dx <= r; dx++ {
						sum += k[dy+r][dx+r] * v[v2+(x+dx+w)%w]
					}
				}
				next[y*w+x] = min(1, max(-1, sum))
			}
		}
		v, next = next, v
	}
	for i, p := range v {
		v[i] = 0.5 + 0.5*p
	}
	return v
}

// directions is the field of an arch, a loop or a whorl: cores turn it by half,
// deltas back (Sherlock and Monro, 1993).
func directions(rng *rand.Rand, w, h float64) func(x, y float64) float64 {
	type point struct{ x, y, turn float64 }
	var points []point
	cx, cy := w*(0.5+0.1*rng.NormFloat64()), h*(0.4+0.08*rng.NormFloat64())
	side := float64(rng.IntN(2)*2 - 1)
	switch rng.IntN(5) {
	case 0: // an arch
	case 1, 2: // a loop
		points = []point{{cx, cy, 0.5}, {cx + side*w*(0.35+0.2*rng.Float64()), cy + h*0.4, -0.5}}
	default: // a whorl
		points = []point{{cx, cy - 0.8, 0.5}, {cx + 0.4*side, cy + 1.2 + rng.Float64(), 0.5}, {cx - w*0.5, cy + h*0.4, -0.5}, {cx + w*0.5, cy + h*0.42, -0.5}}
	}
	arch := len(points) == 0
	return func(x, y float64) float64 {
		if arch {
			return math.Atan(-0.9 * math.Sin((x-cx)/w*2*math.Pi) * max(0, 1-math.Abs(y-cy)/h))
		}
		a := 0.0
		for _, p := range points {
			a += p.turn * math.Atan2(y-p.y, x-p.x)
		}
		return a
	}
}

// touch presses a grown finger on the paper, rolled or only touched,
// wet or dry, partly.
func touch(rng *rand.Rand, c *canvas, x, y float64) {
	w, h := 11+6*rng.Float64(), 14+8*rng.Float64()
	pw, ph := int(w*ridgeScale), int(h*ridgeScale)
	skin := ridges(rng, pw, ph)
	sin, cos := math.Sincos(0.35 * rng.NormFloat64())
	wet := 0.25 + 0.5*rng.Float64() // how much of the skin inks
	p1, p2, p3, p4 := 6*rng.Float64(), 6*rng.Float64(), 6*rng.Float64(), 6*rng.Float64()
	worn := 0.7 * rng.Float64()
	blot := 0.45 * rng.Float64()
	sideCut := 1.0
	if rng.IntN(4) == 0 {
		sideCut = 0.2 + 0.6*rng.Float64()
	}
	for j := range ph {
		for i := range pw {
			u, v := float64(i)/ridgeScale-w/2, float64(j)/ridgeScale-h/2
			e := 4*u*u/w/w + 4*v*v/h/h
			edge := 1 - e + 0.15*math.Sin(1.3*u+p1)*math.Sin(1.1*v+p2)
			if edge < 0 || u > sideCut*w/2 {
				continue
			}
			pressure := 0.6 + 0.5*math.Sin(0.45*u+p3)*math.Cos(0.4*v+p4) + 0.2*math.Sin(1.1*u-0.7*v+p1)
			a := (float64(skin[j*pw+i]) - 0.75 + wet + blot*pressure) * 2.2
			if pressure < worn*0.6 {
				a -= 0.7
			}
			a *= min(1, 2.5*edge+0.2)
			if a > 0.1 {
				c.dot(x+u*cos-v*sin, y+u*sin+v*cos, 0.065, min(1, a))
			}
		}
	}
}
