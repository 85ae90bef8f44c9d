package main

import "math"

// crossed are kinds of boxes in which a signature and print lie on each other, and
// of what is as dark or as large as a faint signature or a finger and is neither:
// blots, and the other side where the paper is thin.
var crossed = weighted("absent typed_name 5, absent names+blank 3, absent typed_and_stray 3, absent hand_name 2, absent name+stray 2, absent written+stray 2, " +
	"absent shone+typed_name 7, absent shone+blank 3, absent blot+blank 5, absent blot+typed_name 5, " +
	"present across_name 9, present across_caption 6, present names+normal 2, present hint+across_caption 2, present shone+across_name 2, present shone+faint 3, " +
	"present shone+tiny 2, present blot+normal 2, present blot+faint 2, present blot+tiny 2, fingerprint fingerprint 2, fingerprint named 2, fingerprint shone+fingerprint 2, fingerprint blot+fingerprint 1")

// blot is soft dirt as large as a finger: spots that run into each other, with a
// few specks round them.
func (s *scene) blot() {
	rng := s.rng
	x, y := s.somewhere()
	col := [][3]float64{{0.45, 0.32, 0.2}, {0.22, 0.2, 0.2}, {0.5, 0.44, 0.34}, {0.3, 0.28, 0.34}}[rng.IntN(4)]
	spread := 1 + 3*rng.Float64()
	for range 3 + rng.IntN(10) {
		u, v, big := x+spread*rng.NormFloat64(), y+spread*0.8*rng.NormFloat64(), 0.5+3*rng.Float64()
		sin, cos := math.Sincos(math.Pi * rng.Float64())
		long := 1.5 * rng.Float64() * rng.Float64()
		s.c.line(u-long*cos, v-long*sin, u+long*cos, v+long*sin, big, 0.3+0.7*rng.Float64())
	}
	s.c.soften(0.15 + 0.9*rng.Float64()*rng.Float64())
	if rough := rng.Float64(); rng.IntN(2) == 0 {
		for i, a := range s.c.layer {
			if a > 0 {
				s.c.layer[i] = a * float32(1-rough*rng.Float64())
			}
		}
	}
	tone := 0.15 + 0.65*rng.Float64()
	if s.mode.bilevel {
		tone = 0.5 + 0.5*rng.Float64()
	}
	s.c.press(col, tone)
	for range rng.IntN(12) {
		s.c.dot(x+4*spread*rng.NormFloat64(), y+3*spread*rng.NormFloat64(), 0.1+0.3*rng.Float64()*rng.Float64(), 1)
	}
	s.c.press(col, min(1, tone+0.3*rng.Float64()))
}
