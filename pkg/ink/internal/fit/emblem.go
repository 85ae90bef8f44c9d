package main

import (
	"math"
	"math/rand/v2"
	"strings"

	"golang.org/x/image/font/sfnt"
)

// emblems are kinds of officials' boxes on which a seal lies: with as many
// signatures as without, on the same names, words and dirt, so that only the
// strokes of a pen tell.
var emblems = weighted("absent blank 6, absent typed_name 12, absent name+blank 5, absent names+blank 3, absent soil+typed_name 4, absent blot+typed_name 2, " +
	"absent hint+typed_name 2, absent shone+typed_name 3, absent name+stray 2, absent typed_and_stray 2, absent scuffs+typed_name 2, " +
	"present normal 6, present name_typed 9, present on_typed_name 6, present faint 5, present tiny 5, present initials 3, present outside 3, present over_caption 2, " +
	"present soil+name_typed 2, present name+normal 3, present hint+name_typed 2, present shone+name_typed 2")

// emblemSeal stamps a seal of a people's committee as its engravers cut it: the
// emblem of the state in its middle, ears of rice round a star and a wheel, or the
// star alone; rings that are plain, twofold or of dots; pressed with too much ink,
// with too little, on one side.
func emblemSeal(rng *rand.Rand, c *canvas, fonts []*sfnt.Font, x, y float64) float64 {
	r := 15 + 6*rng.Float64()
	pen := 0.25 + 0.6*rng.Float64()
	turn := 0.25 * rng.NormFloat64()
	if rng.IntN(8) == 0 {
		turn = 2 * math.Pi * rng.Float64()
	}
	s := stamp{c, x, y, turn}
	s.ring(r, pen)
	switch rng.IntN(4) {
	case 0:
		s.ring(r-0.7-0.6*rng.Float64(), pen*0.6)
	case 1:
		s.dots(r-0.9, 1+rng.Float64(), 0.2+0.15*rng.Float64())
	}
	inner := r * (0.52 + 0.16*rng.Float64())
	switch rng.IntN(5) {
	case 0:
		s.dots(inner, 0.9+rng.Float64(), 0.2+0.25*rng.Float64())
	case 1: // the words stand free
	default:
		s.ring(inner, pen*(0.4+0.5*rng.Float64()))
	}
	around := func(words string, from, to float64) {
		ft := fonts[rng.IntN(len(fonts))]
		s.words(ft, words, (r+inner)/2, (r-inner)*(0.6+0.25*rng.Float64()), from, to)
	}
	half := math.Pi * (0.5 + 0.3*rng.Float64())
	around(sealWords[rng.IntN(len(sealWords))]+strings.ToUpper(name(rng)), math.Pi*1.5-half, math.Pi*1.5+half)
	if rng.IntN(5) > 0 {
		wide := math.Pi * (0.12 + 0.12*rng.Float64())
		around([]string{"T. ", "TP. ", "H. ", "Q. ", "TX. "}[rng.IntN(5)]+strings.ToUpper(name(rng)), math.Pi*0.5+wide, math.Pi*0.5-wide)
		if rng.IntN(2) == 0 {
			for _, side := range []float64{-1, 1} {
				u, v := s.polar((r+inner)/2, math.Pi*0.5+side*(wide+0.2))
				star(c, u, v, 0.8+0.8*rng.Float64(), turn)
			}
		}
	}
	if rng.IntN(4) == 0 {
		star(c, x, y, inner*(0.3+0.6*rng.Float64()), turn)
	} else {
		s.emblem(rng, inner*(0.8+0.17*rng.Float64()))
	}
	s.pressed(rng, r)
	return r
}

var sealWords = strings.Split("ỦY BAN NHÂN DÂN XÃ |UBND PHƯỜNG |U.B.N.D THỊ TRẤN |ỦY BAN NHÂN DÂN HUYỆN |SỞ TƯ PHÁP |ĐẠI SỨ QUÁN ", "|")

// emblem draws the state's, of which engravers leave out this or that.
func (s stamp) emblem(rng *rand.Rand, r float64) {
	c := s.c
	down := math.Pi / 2
	rows := 1 + rng.IntN(3)
	grains, fat := 8+rng.IntN(14), 0.3+0.5*rng.Float64()
	reach, lean := math.Pi*(0.55+0.35*rng.Float64()), 0.05+0.2*rng.Float64()
	for row := range rows { // ears of rice, two bundles from below
		d := r * (0.95 - 0.15*float64(row))
		for _, side := range []float64{-1, 1} {
			for k := range grains {
				a := down + side*(0.25+(reach-0.25)*float64(k)/float64(grains))
				u, v := s.polar(d, a)
				p, q := s.polar(d-r*(0.06+0.06*rng.Float64()), a+side*lean)
				c.line(u, v, p, q, fat, 1)
			}
		}
	}
	if rng.IntN(6) > 0 {
		u, v := s.polar(r*(0.1+0.3*rng.Float64()), -down)
		star(c, u, v, r*(0.14+0.22*rng.Float64()), s.turn)
	}
	if rng.IntN(5) > 0 { // the wheel, whole or its upper half
		d, big := r*(0.3+0.3*rng.Float64()), r*(0.16+0.2*rng.Float64())
		mx, my := s.polar(d, down)
		teeth, whole, w := 7+rng.IntN(8), rng.IntN(2) == 0, 0.3+0.7*rng.Float64()
		var rim []point
		for k := range 4*teeth + 1 {
			a := math.Pi + s.turn + 2*math.Pi*float64(k)/float64(4*teeth)
			if !whole && k > 2*teeth {
				break
			}
			sin, cos := math.Sincos(a)
			rim = append(rim, point{mx + big*cos, my + big*sin, w})
			if k%4 == 0 {
				c.line(mx+big*cos, my+big*sin, mx+big*1.35*cos, my+big*1.35*sin, w, 1)
			}
		}
		c.stroke(rim, 1)
		if rng.IntN(2) == 0 {
			c.dot(mx, my, big*0.5*rng.Float64(), 1)
		}
	}
	if rng.IntN(3) > 0 { // the ribbon
		d, a := r*(0.7+0.25*rng.Float64()), 0.3+0.5*rng.Float64()
		w := 0.3 + 1.6*rng.Float64()
		for _, e := range []float64{0, r * 0.14} {
			var pts []point
			for k := range 21 {
				u, v := s.polar(d-e, down+a*(float64(k)/10-1))
				pts = append(pts, point{u, v, w})
			}
			c.stroke(pts, 1)
			if w > 0.9 {
				break
			}
		}
	}
	if rng.IntN(4) == 0 { // rays under the star
		for k := range 5 + rng.IntN(9) {
			a := down + 0.12*(float64(k)-6)
			u, v := s.polar(r*0.1, a)
			p, q := s.polar(r*(0.3+0.2*rng.Float64()), a)
			c.line(u, v, p, q, 0.15+0.2*rng.Float64(), 1)
		}
	}
}

// pressed takes away and adds what the pad and the hand did to a seal.
func (s stamp) pressed(rng *rand.Rand, r float64) {
	sin, cos := math.Sincos(2 * math.Pi * rng.Float64())
	fade, edge, grain := 0.5*rng.Float64(), -2.0, 0.3*rng.Float64()
	switch rng.IntN(6) {
	case 0, 1: // one side did not touch
		edge, fade = -0.9+1.1*rng.Float64(), 0.3
	case 2: // a dry pad
		fade, grain = 0.5+0.4*rng.Float64(), 0.4+0.5*rng.Float64()
	case 3: // much ink
		s.c.soften(0.15 + 0.2*rng.Float64())
		for i, a := range s.c.layer {
			s.c.layer[i] = min(1, a*float32(1.5+rng.Float64()))
		}
	}
	p, q, f := 6*rng.Float64(), 6*rng.Float64(), 0.5+0.9*rng.Float64()
	s.weigh(r, func(u, v float64) float64 {
		patch := 0.5 + 0.5*math.Sin(f*u+p)*math.Sin(f*0.9*v+q)
		keep := 1 - fade*patch
		if side := (u*cos+v*sin)/r + 0.15*(patch-0.5); side < edge {
			keep *= max(0, 1-8*(edge-side))
		}
		return keep * (1 - grain*rng.Float64())
	})
}
