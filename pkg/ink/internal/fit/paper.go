package main

import (
	"math"
	"math/rand/v2"

	"golang.org/x/image/font/sfnt"
)

// paper chooses a sheet and prints its pattern: none, waves, rosettes.
func paper(rng *rand.Rand, wMM, hMM float64) *canvas {
	tint := [3]float64{1, 1, 1}
	switch rng.IntN(5) {
	case 0, 1, 2: // pink as certificates are
		tint = [3]float64{0.99, 0.90 + 0.07*rng.Float64(), 0.92 + 0.06*rng.Float64()}
	case 3:
		tint = [3]float64{0.99, 0.97, 0.88 + 0.1*rng.Float64()}
	}
	c := newCanvas(wMM, hMM, tint)
	col := [3]float64{0.9, 0.4 + 0.3*rng.Float64(), 0.4 + 0.3*rng.Float64()}
	if rng.IntN(4) == 0 {
		col = [3]float64{0.3 + 0.5*rng.Float64(), 0.3 + 0.5*rng.Float64(), 0.3 + 0.5*rng.Float64()}
	}
	if rng.IntN(10) < 7 {
		waves(rng, c, wMM, hMM)
		c.press(col, 0.1+0.25*rng.Float64())
	}
	for range 2 {
		if rng.IntN(10) < 3 {
			rosette(rng, c, wMM*rng.Float64(), hMM*(rng.Float64()*1.6-0.5))
			if rng.IntN(2) == 0 { // in another colour than the waves
				col = [3]float64{0.2 + 0.7*rng.Float64(), 0.2 + 0.6*rng.Float64(), 0.2 + 0.6*rng.Float64()}
			}
			c.press(col, 0.15+0.35*rng.Float64())
		}
	}
	if rng.IntN(10) == 0 { // an emblem
		star(c, wMM*rng.Float64(), hMM*rng.Float64(), 8+14*rng.Float64(), 0.3*rng.NormFloat64())
		c.press(col, 0.05+0.2*rng.Float64())
	}
	if rng.IntN(12) == 0 { // a border of the certificate beside the box
		x := wMM * 0.97
		c.line(x, 0, x, hMM, 0.4+rng.Float64(), 1)
		c.line(x-2, 0, x-2, hMM, 0.2+0.5*rng.Float64(), 1)
		c.press([3]float64{0.6, 0.1, 0.15}, 0.9)
	}
	return c
}

func waves(rng *rand.Rand, c *canvas, wMM, hMM float64) {
	gap, amp, length := 1.6+3*rng.Float64(), 0.6+1.6*rng.Float64(), 10+25*rng.Float64()
	p, q := 6*rng.Float64(), rng.Float64()
	for y := -4.0; y < hMM+4; y += gap {
		var pts []point
		for x := 0.0; x <= wMM; x += 0.8 {
			pts = append(pts, point{x, y + amp*math.Sin(2*math.Pi*x/length+p+q*y/5), 0.15 + 0.1*rng.Float64()*q})
		}
		c.stroke(pts, 1)
	}
}

func rosette(rng *rand.Rand, c *canvas, x, y float64) {
	r0 := 15 + 30*rng.Float64()
	n := 6 + rng.IntN(20)
	for ring := range 1 + rng.IntN(4) {
		r := r0 * (1 - 0.12*float64(ring))
		dent := r * 0.12 * rng.Float64()
		var pts []point
		for k := range 361 {
			a := float64(k) / 180 * math.Pi
			s, co := math.Sincos(a)
			d := r + dent*math.Sin(float64(n)*a)
			pts = append(pts, point{x + d*co, y + d*s, 0.2})
		}
		c.stroke(pts, 1)
	}
	if rng.IntN(2) == 0 {
		for k := range rng.IntN(14) {
			s, co := math.Sincos(float64(k) * 0.45)
			c.line(x+0.4*r0*co, y+0.4*r0*s, x+0.7*r0*co, y+0.7*r0*s, 0.25, 1)
		}
		return
	}
	petals := 10 + rng.IntN(20)
	wide, from := r0*(0.04+0.05*rng.Float64()), r0*(0.3+0.3*rng.Float64())
	for k := range petals {
		s, co := math.Sincos(2 * math.Pi * float64(k) / float64(petals))
		var pts []point
		for i := range 41 {
			sa, ca := math.Sincos(2 * math.Pi * float64(i) / 40)
			u, v := (from+r0)/2+(r0-from)/2*ca, wide*sa
			pts = append(pts, point{x + u*co - v*s, y + u*s + v*co, 0.18})
		}
		c.stroke(pts, 1)
	}
}

// star fills five points.
func star(c *canvas, x, y, r, turn float64) {
	for k := range 5 {
		a := float64(k)*0.4*math.Pi - math.Pi/2 + turn
		for t := 0.0; t <= 1; t += 0.2 / r {
			s, co := math.Sincos(a)
			w, d := r*0.42*(1-t), r*t
			c.line(x+d*co-w*s, y+d*s+w*co, x+d*co+w*s, y+d*s-w*co, 0.3, 1)
		}
	}
}

// text prints words with their middle at x and their upper edge at y, and
// returns their box in mm.
func (c *canvas) text(ft *sfnt.Font, words string, size, x, y float64) [4]float64 {
	im, w, h := set(ft, words, size)
	c.stamp(im, w, h, func(u, v float64) (float64, float64) { return x + u, y + h/2 + v }, 1)
	return [4]float64{x - w/2, y, w, h}
}

// fold creases the paper: a dark soft line with a light edge.
func fold(rng *rand.Rand, c *canvas, wMM, hMM float64) {
	w := 0.15 + 0.6*rng.Float64()
	if rng.IntN(3) > 0 {
		y := hMM * (0.2 + 0.6*rng.Float64())
		c.line(0, y, wMM, y+1.5*rng.NormFloat64(), w, 1)
	} else {
		x := wMM * (0.2 + 0.6*rng.Float64())
		c.line(x, 0, x+1.5*rng.NormFloat64(), hMM, w, 1)
	}
	c.soften(0.3 * rng.Float64())
	c.press([3]float64{0.3, 0.3, 0.3}, 0.3+0.6*rng.Float64())
}
