package main

import (
	"math"
	"strings"
)

// used are kinds of boxes on paper that has been handled, and of forms that are
// filled in otherwise than most: what is under or beside it, a plus sign, and
// what the box shows. Soil, the other side and names lie under signatures as
// often as in empty places, so that they say nothing of who signed.
var used = weighted("absent soil+blank 9, absent soil+typed_name 3, absent soil+stray 2, absent name+blank 7, absent names+blank 6, absent written+blank 4, " +
	"absent hint+blank 4, absent hint+typed_name 2, absent shone+blank 5, absent shone+pencil_x 4, absent shone+typed_name 4, absent name+pencil_x 3, absent names+stray 3, " +
	"absent scuffs+blank 2, absent hair+blank 2, absent hint+pencil_x 2, " +
	"present soil+normal 4, present soil+faint 2, present soil+tiny 3, present name+normal 6, present names+normal 5, present name+tiny 3, present names+initials 3, " +
	"present written+normal 3, present hint+normal 4, present hint+tiny 2, present shone+normal 5, present shone+faint 3, present shone+tiny 2, present hair+initials 2, present scuffs+outside 2, " +
	"present hint+over_caption 2, fingerprint soil+fingerprint 2, fingerprint shone+fingerprint 2, fingerprint name+fingerprint 2")

// under draws what lies under or beside what a box shows.
func (s *scene) under(what string) {
	rng, b := s.rng, s.box
	switch what {
	case "soil":
		s.soil()
	case "scuffs":
		s.scuffs()
	case "blot":
		s.blot()
	case "hair":
		x, y := s.somewhere()
		stray(rng, s.c, x, y, 4+14*rng.Float64(), 0.08+0.12*rng.Float64())
		s.c.press([3]float64{0.3, 0.28, 0.26}, 0.3+0.6*rng.Float64())
	case "name":
		s.typed(b[1] + b[3]*(0.02+0.8*rng.Float64()))
	case "names": // on two lines
		s.twoLines(name(rng), b[1]+b[3]*(0.05+0.6*rng.Float64()))
	case "written":
		s.written(b[1] + b[3]*(0.1+0.8*rng.Float64()))
	case "hint": // its second line, which the form may not know
		words := strings.Fields("hoặc điểm chỉ, họ, chữ đệm, tên ghi rõ chức vụ)")
		text := strings.Join(words[rng.IntN(len(words)-1):], " ")
		r := s.c.text(s.typeface, text, 2.8+1.4*rng.Float64(), b[0]+b[2]/2+2*rng.NormFloat64(), b[1]-0.5+3*rng.Float64())
		if rng.IntN(2) == 0 {
			s.print = append(s.print, r)
		}
		s.c.press(black, 0.8+0.2*rng.Float64())
	case "shone":
		s.otherSide()
	}
}

// twoLines prints words broken in their middle.
func (s *scene) twoLines(text string, y float64) {
	rng := s.rng
	words := strings.Fields(text)
	size, mid := 3.4+1.6*rng.Float64(), s.box[0]+s.box[2]*(0.5+0.08*s.rng.NormFloat64())
	cut := max(1, len(words)-1-rng.IntN(2))
	for _, line := range [][]string{words[:cut], words[cut:]} {
		s.c.text(s.bold, strings.Join(line, " "), size, mid, y)
		y += size * (1.1 + 0.2*rng.Float64())
	}
	s.c.press(black, 0.75+0.25*rng.Float64())
}

// otherSide is what shows through the paper: lines of print and, most often,
// somebody's signature, all from behind.
func (s *scene) otherSide() {
	rng := s.rng
	owner := s.writer
	y := s.box[1] - 6 + 10*rng.Float64()
	for range rng.IntN(5) {
		s.c.text(s.typeface, mirrored(rng), 3.2+1.6*rng.Float64(), s.box[0]+s.box[2]*rng.Float64(), y)
		y += 5 + 6*rng.Float64()
	}
	if rng.IntN(4) > 0 {
		x, y := s.somewhere()
		s.signature(x, y, min(s.box[2]*0.75, 18+26*rng.Float64()), 1)
	}
	s.writer = owner
	s.c.soften(0.14 + 0.4*rng.Float64())
	tone := 0.08 + 0.24*rng.Float64()
	s.c.press([3]float64{0.3 + 0.2*rng.Float64(), 0.3 + 0.2*rng.Float64(), 0.35 + 0.25*rng.Float64()}, tone)
}

// soil is dirt that lies together: specks of all sizes round a spot, blots, soft
// clouds and the ring of a drop, in one colour.
func (s *scene) soil() {
	rng, b := s.rng, s.box
	x, y := s.somewhere()
	col := [][3]float64{{0.2, 0.18, 0.16}, {0.42, 0.34, 0.22}, {0.25, 0.25, 0.25}, {0.55, 0.48, 0.38}}[rng.IntN(4)]
	wide, tall := b[2]*(0.08+0.25*rng.Float64()), b[3]*(0.1+0.25*rng.Float64())
	if rng.IntN(3) > 0 { // a soft cloud
		for range 3 + rng.IntN(12) {
			u, v := x+wide*0.8*rng.NormFloat64(), y+tall*0.7*rng.NormFloat64()
			s.c.line(u, v, u+wide*0.6*rng.NormFloat64(), v+tall*0.3*rng.NormFloat64(), 1+5*rng.Float64(), 0.25+0.75*rng.Float64())
		}
		s.c.soften(0.4 + 1.2*rng.Float64())
		s.c.press(col, 0.08+0.5*rng.Float64())
	}
	if rng.IntN(5) == 0 { // a drop that has dried
		r := 2 + 6*rng.Float64()
		var pts []point
		for k := range 61 {
			sin, cos := math.Sincos(float64(k) / 30 * math.Pi)
			pts = append(pts, point{x + r*cos, y + r*sin*(0.8+0.1*math.Sin(3*cos)), 0.3 + 0.8*rng.Float64()})
		}
		s.c.stroke(pts, 1)
		s.c.soften(0.15 + 0.2*rng.Float64())
		s.c.press([3]float64{0.5, 0.38, 0.25}, 0.15+0.4*rng.Float64())
	}
	large := 0.12 + 0.5*rng.Float64()*rng.Float64()
	for range 3 + rng.IntN(45) {
		u, v := x+wide*rng.NormFloat64(), y+tall*rng.NormFloat64()
		r := large * math.Exp(0.5*rng.NormFloat64())
		switch rng.IntN(8) {
		case 0: // drawn out
			s.c.line(u, v, u+2*r*rng.NormFloat64(), v+2*r*rng.NormFloat64(), r, 1)
		case 1: // a blot of several
			for range 2 + rng.IntN(4) {
				s.c.dot(u+r*rng.NormFloat64(), v+r*rng.NormFloat64(), r*(0.5+rng.Float64()), 1)
			}
		default:
			s.c.dot(u, v, r, 0.4+0.6*rng.Float64())
		}
	}
	s.c.soften(0.2 * rng.Float64())
	tone := 0.35 + 0.6*rng.Float64()
	if s.mode.bilevel {
		tone = 0.6 + 0.4*rng.Float64()
	}
	s.c.press(col, tone)
}

// scuffs are scratches side by side.
func (s *scene) scuffs() {
	rng := s.rng
	x, y := s.somewhere()
	sin, cos := math.Sincos(math.Pi * rng.Float64())
	for range 2 + rng.IntN(7) {
		u, v, l := x+3*rng.NormFloat64(), y+3*rng.NormFloat64(), 1+5*rng.Float64()
		s.c.line(u, v, u+l*cos+0.3*rng.NormFloat64(), v+l*sin+0.3*rng.NormFloat64(), 0.06+0.2*rng.Float64(), 0.4+0.6*rng.Float64())
	}
	s.c.press([3]float64{0.35, 0.33, 0.33}, 0.25+0.6*rng.Float64())
}

// netting prints the pattern of paper for certificates as other printers have it:
// waves that cross, slanting lines, or rows of small words.
func (s *scene) netting() {
	rng := s.rng
	col := [3]float64{0.5 + 0.45*rng.Float64(), 0.3 + 0.5*rng.Float64(), 0.3 + 0.5*rng.Float64()}
	tone := 0.1 + 0.4*rng.Float64()
	switch rng.IntN(4) {
	case 0: // waves that cross
		waves(rng, s.c, s.w, s.h)
		waves(rng, s.c, s.w, s.h)
	case 1: // bundles of waves out of step, as rosettes of lines have them
		gap, length := 2+4*rng.Float64(), 8+20*rng.Float64()
		for y := -4.0; y < s.h+4; y += gap {
			for k := range 2 + rng.IntN(3) {
				var pts []point
				for x := 0.0; x <= s.w; x += 0.8 {
					pts = append(pts, point{x, y + gap*0.9*math.Sin(2*math.Pi*x/length+float64(k)*1.3), 0.12 + 0.1*rng.Float64()})
				}
				s.c.stroke(pts, 1)
			}
		}
	case 2: // slanting lines
		gap, slant := 1+2.5*rng.Float64(), 0.3+rng.Float64()
		for x := -s.h * slant; x < s.w; x += gap {
			s.c.line(x, s.h, x+s.h*slant, 0, 0.12+0.12*rng.Float64(), 1)
			if rng.IntN(2) == 0 {
				s.c.line(x, 0, x+s.h*slant, s.h, 0.12+0.12*rng.Float64(), 1)
			}
		}
	default: // small words
		size := 1.6 + 1.6*rng.Float64()
		for y := 2.0; y < s.h; y += size * 2.2 {
			for x := 6 * rng.Float64(); x < s.w; x += 22 {
				s.c.text(s.typeface, "HỘ TỊCH", size, x, y)
			}
		}
		tone *= 0.7
	}
	s.c.press(col, tone)
}
