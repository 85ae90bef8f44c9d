package main

import (
	"math"
	"math/rand/v2"

	"golang.org/x/image/font/sfnt"
)

// stamp is the round face of a seal on a sheet: its middle in mm, and how far it
// was turned before it was pressed down.
type stamp struct {
	c          *canvas
	x, y, turn float64
}

// polar returns the point d mm from the middle in the direction a.
func (s stamp) polar(d, a float64) (x, y float64) {
	sin, cos := math.Sincos(a + s.turn)
	return s.x + d*cos, s.y + d*sin
}

func (s stamp) ring(r, w float64) {
	var pts []point
	for k := range 181 {
		x, y := s.polar(r, float64(k)/90*math.Pi)
		pts = append(pts, point{x, y, w})
	}
	s.c.stroke(pts, 1)
}

// dots is a ring of dots with a gap between their middles.
func (s stamp) dots(r, gap, w float64) {
	n := int(2 * math.Pi * r / gap)
	for k := range n {
		x, y := s.polar(r, 2*math.Pi*float64(k)/float64(n))
		s.c.dot(x, y, w, 1)
	}
}

// words runs along the middle of a band, r mm from the centre, high mm tall, from
// one direction to another; with from > to their feet point outwards.
func (s stamp) words(ft *sfnt.Font, words string, r, high, from, to float64) {
	im, w, h := set(ft, words, high)
	feet := 1.0
	if from < to {
		feet = -1
	}
	s.c.stamp(im, w, h, func(u, v float64) (float64, float64) {
		return s.polar(r+feet*v, from+(to-from)*(u/w+0.5))
	}, 1)
}

// seal presses a round seal on the sheet: rings, words along them and a star or
// wreath. It returns the radius in mm.
func seal(rng *rand.Rand, c *canvas, fonts []*sfnt.Font, x, y float64) float64 {
	s := stamp{c: c, x: x, y: y}
	r := 16.5 + 2.5*rng.Float64()
	pen := 0.35 + 0.5*rng.Float64()
	s.ring(r, pen)
	if rng.IntN(2) == 0 {
		s.ring(r-0.9, pen*0.6)
	}
	inner := r * (0.6 + 0.08*rng.Float64())
	s.ring(inner, pen*0.7)
	turn := 0.15 * rng.NormFloat64()
	around := func(words string, from, to float64) {
		s.words(fonts[rng.IntN(len(fonts))], words, (r+inner)/2, (r-inner)*0.75, from+turn, to+turn)
	}
	around("ỦY BAN NHÂN DÂN XÃ "+[]string{"HÒA BÌNH", "TÂN LẬP", "AN THẠNH", "IA BĂNG", "MƯỜNG KHOA"}[rng.IntN(5)], math.Pi*0.9, math.Pi*2.1)
	around([]string{"T. NGHỆ AN", "T. CÀ MAU", "TP. HÀ NỘI", "T. LÀO CAI"}[rng.IntN(4)], math.Pi*0.72, math.Pi*0.28)
	star(c, x, y, inner*(0.3+0.45*rng.Float64()), turn)
	if rng.IntN(2) == 0 { // a wreath round it
		for k := range 40 {
			a := math.Pi*0.5 + turn + (float64(k)/39-0.5)*math.Pi*1.6
			u, v := s.polar(0.78*inner, a)
			p, q := s.polar(0.9*inner, a+0.08)
			c.line(u, v, p, q, 0.5, 1)
		}
	}
	s.fade(rng, r)
	return r
}

// fade takes ink away from a seal of radius r that was pressed unevenly: one side
// pales, patches are missing.
func (s stamp) fade(rng *rand.Rand, r float64) {
	a, fade := rng.Float64()*6, rng.Float64()*0.9
	if rng.IntN(2) == 0 {
		fade *= 0.3
	}
	sin, cos := math.Sincos(a)
	p, q := 6*rng.Float64(), 6*rng.Float64()
	s.weigh(r, func(u, v float64) float64 {
		keep := 1 - fade*(0.5+0.5*(u*cos+v*sin)/r)
		keep *= 1 - 0.5*fade*(0.5+0.5*math.Sin(0.9*u+p)*math.Sin(0.8*v+q))
		return keep * (0.8 + 0.2*rng.Float64())
	})
}

// weigh multiplies what lies within r mm of the middle, and 1 mm round it, by
// keep, which is told where from the middle it is.
func (s stamp) weigh(r float64, keep func(u, v float64) float64) {
	c := s.c
	for j := max(0, int((s.y-r-1)*fine)); j < min(c.h, int((s.y+r+1)*fine)); j++ {
		for i := max(0, int((s.x-r-1)*fine)); i < min(c.w, int((s.x+r+1)*fine)); i++ {
			c.layer[j*c.w+i] *= float32(keep(float64(i)/fine-s.x, float64(j)/fine-s.y))
		}
	}
}
