package main

import (
	"fmt"
	"math"
)

// small are kinds of boxes in which somebody signed by hardly more than a knot of a
// few millimetres, or by a letter, and as many that hold what is as small and is none.
var small = weighted("present mite 12, present name+mite 5, present soil+mite 2, present shone+mite 2, present tiny 4, present initials 7, present name+initials 3, " +
	"present over_caption 4, present outside 3, present outside_mite 2, present across_name 2, present faint 2, " +
	"absent stray 12, absent typed_and_stray 6, absent pencil_x 8, absent dirt 4, absent soil+blank 4, absent soil+typed_name 2, absent blot+blank 2, absent scuffs+blank 2, " +
	"absent hair+blank 2, absent typed_name 3, absent shone+blank 2, absent fold 1, absent dotted 1, absent neighbour 3, absent names+stray 2, absent blank 1")

// ornate are kinds of boxes on paper with large ornaments: with a signature as often
// as without.
var ornate = weighted("present normal 5, present tiny 3, present mite 2, present initials 3, present faint 4, present name_typed 4, present outside 2, present over_caption 2, present name_hand 1, " +
	"fingerprint fingerprint 3, fingerprint named 1, " +
	"absent blank 10, absent typed_name 9, absent stray 3, absent pencil_x 2, absent dirt 1, absent names+blank 2, absent showthrough 1, absent shone+blank 1, absent hint+blank 1")

// mite signs with a knot 2.5 to 8 mm wide: a signature as small, a quick scrawl, or
// a loop or two.
func (s *scene) mite(x, y float64) {
	rng := s.rng
	w, pen := 2.5+5.5*rng.Float64(), 0.16+0.3*rng.Float64()
	switch k := rng.IntN(10); {
	case k < 4:
		c := s.crops[rng.IntN(len(s.crops))]
		s.writer = c.writer
		s.lay(c.im, x, y, w, 6)
	case k < 6:
		s.writer = fmt.Sprint("mite ", rng.Uint32())
		cursive(rng, s.c, x, y, w, w*(0.35+0.5*rng.Float64()), pen)
	default:
		s.writer = fmt.Sprint("mite ", rng.Uint32())
		s.c.stroke(smooth(s.knot(x, y, w, w*(0.5+0.6*rng.Float64()), pen)), 1)
		if rng.IntN(3) == 0 {
			s.c.stroke(smooth(s.knot(x+0.3*w*rng.NormFloat64(), y+0.2*w*rng.NormFloat64(), 0.6*w, 0.5*w, pen)), 1)
		}
	}
	if rng.IntN(3) == 0 {
		s.c.weigh(rng)
	}
}

// knot is a path that turns to and fro within w by h mm, and may run out.
func (s *scene) knot(x, y, w, h, pen float64) []point {
	rng := s.rng
	turn := rng.NormFloat64() * 0.5
	sin, cos := math.Sincos(turn)
	n := 5 + rng.IntN(6)
	var pts []point
	for i := range n {
		u := w * (float64(i)/float64(n-1) - 0.5 + 0.18*rng.NormFloat64())
		v := h * (float64(i%2) - 0.5) * (0.3 + 0.8*rng.Float64())
		pts = append(pts, point{x + u*cos - v*sin, y + u*sin + v*cos, pen * (0.8 + 0.4*rng.Float64())})
	}
	if rng.IntN(3) == 0 {
		pts = append(pts, point{x + w*(0.6+0.8*rng.Float64()), y + 0.4*h*rng.NormFloat64(), pen * 0.7})
	}
	return pts
}

// ornament prints what certificates have behind their places: large petals with
// lines in them, rosettes of lines that cross, rays, wreaths; in some print as dark as ink.
func (s *scene) ornament() {
	rng := s.rng
	col := [3]float64{0.25 + 0.65*rng.Float64(), 0.2 + 0.6*rng.Float64(), 0.2 + 0.6*rng.Float64()}
	for range 1 + rng.IntN(2) {
		x, y := s.w*rng.Float64(), s.h*(1.6*rng.Float64()-0.3)
		line := 0.1 + 0.25*rng.Float64()
		switch rng.IntN(5) {
		case 0, 1:
			s.petals(x, y, line)
		case 2:
			s.guilloche(x, y, line)
		case 3:
			s.rays(x, y, line)
		default:
			rosette(rng, s.c, x, y)
		}
		tone := 0.15 + 0.55*rng.Float64()
		if s.mode.bilevel {
			tone = 0.3 + 0.7*rng.Float64()
		}
		s.c.press(col, tone)
	}
}

// petals are a flower's: each a few outlines, one in the other.
func (s *scene) petals(x, y, line float64) {
	rng := s.rng
	n, r, turn := 5+rng.IntN(12), 10+35*rng.Float64(), 6*rng.Float64()
	from, wide := r*0.4*rng.Float64(), (0.5+0.7*rng.Float64())*math.Pi/float64(n)
	lines, pointed := 1+rng.IntN(6), rng.IntN(2) == 0
	for k := range n {
		mid := turn + 2*math.Pi*float64(k)/float64(n)
		for l := range lines {
			part := 1 - float64(l)/float64(lines)
			var pts []point
			for i := range 49 {
				a := math.Pi * float64(i) / 24
				along := (1 - math.Cos(a)) / 2
				side := wide * part * math.Sin(a)
				if pointed {
					side *= 1 - 0.6*along
				}
				d := from + (r-from)*along*(0.6+0.4*part)
				sin, cos := math.Sincos(mid + side*r/(d+0.3*r))
				pts = append(pts, point{x + d*cos, y + d*sin, line})
			}
			s.c.stroke(pts, 1)
		}
	}
}

// guilloche is a ring of waves out of step.
func (s *scene) guilloche(x, y, line float64) {
	rng := s.rng
	r, n, deep := 8+26*rng.Float64(), 4+rng.IntN(16), 0.1+0.35*rng.Float64()
	strands := 2 + rng.IntN(8)
	for j := range strands {
		phase := 2 * math.Pi * float64(j) / float64(strands)
		var pts []point
		for i := range 361 {
			a := float64(i) / 180 * math.Pi
			d := r * (1 - deep + deep*math.Cos(float64(n)*a+phase))
			sin, cos := math.Sincos(a)
			pts = append(pts, point{x + d*cos, y + d*sin, line})
		}
		s.c.stroke(pts, 1)
	}
}

// rays run out from a sun.
func (s *scene) rays(x, y, line float64) {
	rng := s.rng
	n, from, to := 12+rng.IntN(48), 5+10*rng.Float64(), 25+60*rng.Float64()
	for k := range n {
		sin, cos := math.Sincos(2 * math.Pi * (float64(k) + 0.1*rng.Float64()) / float64(n))
		long := to
		if k%2 == 1 {
			long = from + (to-from)*0.7
		}
		s.c.line(x+from*cos, y+from*sin, x+long*cos, y+long*sin, line, 1)
	}
}
