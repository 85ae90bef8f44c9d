package main

import (
	"fmt"
	"image"
	"math/rand/v2"
	"slices"
	"strings"
)

func (s *scene) dots(y float64) {
	gap := 0.8 + 1.2*s.rng.Float64()
	for x := s.box[0] + 2; x < s.box[0]+s.box[2]-2; x += gap {
		s.c.dot(x, y, 0.13+0.1*s.rng.Float64(), 1)
	}
	s.c.press(black, 0.8)
}

// signature draws one of the three hands at a place, w mm wide at most.
func (s *scene) signature(x, y, w, part float64) {
	rng := s.rng
	switch k := rng.IntN(10); {
	case k < 5: // real ink
		c := s.crops[rng.IntN(len(s.crops))]
		s.writer = c.writer
		from := 0.0
		if part < 1 && rng.IntN(3) == 0 {
			from = (1 - part) * rng.Float64()
		}
		s.lay(c.part(from, part), x, y, w*part, 22)
	case k < 8:
		pen := 0.25 + 0.45*rng.Float64()
		if w*part < 14 {
			pen *= 0.7
		}
		s.writer = fmt.Sprint("drawn ", rng.Uint32())
		cursive(rng, s.c, x, y, w*part, w*(0.2+0.25*rng.Float64()), pen)
	default:
		ft := s.faces.flowing[rng.IntN(len(s.faces.flowing))]
		n := name(rng)
		words := strings.Fields(strings.ToLower(n))
		last := []rune(plain(words[len(words)-1]))
		first := []rune(plain(words[0]))
		sign := strings.ToUpper(string(first[:1])) + []string{"", ".", " "}[rng.IntN(3)] + strings.ToUpper(string(last[:1])) + string(last[1:])
		if part < 1 {
			sign = strings.ToUpper(string(first[:1]) + string(last[:1]))
		}
		s.writer = fmt.Sprint("set ", words)
		im, _, _ := set(ft, sign, 12)
		s.lay(im, x, y, w*part, 18)
		if rng.IntN(3) == 0 {
			stray(rng, s.c, x-w*part*0.4, y+w*0.15, w*part*(0.5+0.5*rng.Float64()), 0.4)
		}
	}
}

// penned signs with a name, or a part of one, in a neat or a flowing hand: larger
// than a name is written, aslant, on a bent line, some letters run together.
func (s *scene) penned(x, y, w float64) {
	rng := s.rng
	fonts := slices.Concat(s.faces.hand, s.faces.flowing, s.faces.flowing)
	text := signName(rng)
	s.writer = fmt.Sprint("penned ", text)
	im, _, _ := set(fonts[rng.IntN(len(fonts))], text, 12)
	s.lay(im, x, y, w, 16)
	if rng.IntN(3) == 0 {
		s.c.stroke(smooth([]point{{x - w*0.4, y + w*0.12, 0.4}, {x, y + w*0.1 + rng.NormFloat64(), 0.4}, {x + w*0.6, y + w*0.05*rng.NormFloat64(), 0.3}}), 1)
	}
}

// signName is what somebody signs with: a name, or a part of one, without accents.
func signName(rng *rand.Rand) string {
	words := strings.Fields(plain(strings.ToLower(name(rng))))
	for i, v := range words {
		words[i] = strings.ToUpper(v[:1]) + v[1:]
	}
	text := words[len(words)-1]
	switch rng.IntN(4) {
	case 0:
		text = strings.Join(words, "")
	case 1:
		text = words[0][:1] + ". " + text
	case 2:
		text = words[0] + text
	}
	return text
}

// plain takes the accents off, which flowing hands do not have.
func plain(s string) string {
	from := []rune("áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ")
	to := []rune("aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy")
	return strings.Map(func(r rune) rune {
		for i, f := range from {
			if r == f {
				return to[i]
			}
		}
		return r
	}, s)
}

// lay stamps a picture of ink at most w by most mm large.
func (s *scene) lay(im *image.Alpha, x, y, w, most float64) {
	h := w * float64(im.Rect.Dy()) / float64(max(1, im.Rect.Dx()))
	if h > most {
		w, h = w*most/h, most
	}
	q := *im
	q.Rect = image.Rect(0, 0, im.Rect.Dx(), im.Rect.Dy())
	if s.rng.IntN(2) == 0 {
		h *= 0.7 + 0.6*s.rng.Float64()
	}
	place := tilt(s.rng, x, y, w)
	if s.rng.IntN(6) == 0 { // as good a signature turned over
		straight := place
		place = func(u, v float64) (float64, float64) { return straight(-u, v) }
	}
	s.c.stamp(&q, w, h, place, 1)
	if s.rng.IntN(3) == 0 {
		s.c.weigh(s.rng)
	}
}

// typed prints a name at the foot of the box, or where asked.
func (s *scene) typed(y float64) {
	if y == 0 {
		y = s.box[1] + s.box[3]*(0.7+0.22*s.rng.Float64())
	}
	s.c.text(s.bold, name(s.rng), 3.6+1.6*s.rng.Float64(), s.box[0]+s.box[2]*(0.5+0.08*s.rng.NormFloat64()), y)
	s.c.press(black, 0.75+0.25*s.rng.Float64())
}

// written writes the name by a neat hand, at the foot of the box, or where asked.
func (s *scene) written(y float64) {
	ft := s.faces.hand[s.rng.IntN(len(s.faces.hand))]
	im, w, h := set(ft, name(s.rng), 4+2*s.rng.Float64())
	x := s.box[0] + s.box[2]*(0.5+0.08*s.rng.NormFloat64())
	if y == 0 {
		y = s.box[1] + s.box[3]*(0.8+0.12*s.rng.Float64())
	}
	place := tilt(s.rng, x, y, w*3)
	s.c.stamp(im, w, h, place, 1)
	s.c.press(s.colour(), 0.5+0.45*s.rng.Float64())
}

func (s *scene) dirt() {
	for range 2 + s.rng.IntN(25) {
		x, y := s.w*s.rng.Float64(), s.h*s.rng.Float64()
		if s.rng.IntN(6) == 0 {
			stray(s.rng, s.c, x, y, 0.3+2*s.rng.Float64(), 0.15+0.4*s.rng.Float64())
		} else {
			s.c.dot(x, y, 0.1+0.35*s.rng.Float64()*s.rng.Float64(), 1)
		}
	}
	s.c.press([3]float64{0.25, 0.22, 0.2}, 0.4+0.6*s.rng.Float64())
}

// content draws what the box shows.
func (s *scene) content(truth, kind string) {
	rng := s.rng
	x, y := s.somewhere()
	pen := 0.25 + 0.45*rng.Float64()
	tone := 0.65 + 0.35*rng.Float64()
	if s.mode.bilevel { // what is lighter than the threshold is not there
		tone = 1
	}
	room := s.box[2] * 0.75
	wide := min(room, 14+26*rng.Float64())
	if truth == "present" && rng.IntN(12) == 0 {
		stray(rng, s.c, s.box[0]+s.box[2]*rng.Float64(), s.box[1]+s.box[3]*rng.Float64(), 2+4*rng.Float64(), pen)
		s.c.press(s.colour(), tone)
	}
	switch truth + " " + kind {
	case "absent typed_name", "absent typed_and_stray":
		s.typed(0)
	case "present name_typed":
		s.typed(0)
		y = s.box[1] + s.box[3]*(0.2+0.3*rng.Float64())
	case "present on_typed_name":
		at := s.box[1] + s.box[3]*(0.45+0.4*rng.Float64())
		s.typed(at)
		y = at + 2 - 4*rng.Float64()
	case "present across_name": // from side to side
		at := s.box[1] + s.box[3]*(0.3+0.55*rng.Float64())
		s.typed(at)
		y, wide = at+2+1.5*rng.NormFloat64(), min(s.box[2], 20+35*rng.Float64())
	case "present across_caption":
		y, wide = s.box[1]-1-7*rng.Float64(), min(s.box[2], 18+32*rng.Float64())
	case "present name_hand", "absent hand_name":
		s.written(0)
		y = s.box[1] + s.box[3]*(0.2+0.3*rng.Float64())
	case "absent lettered":
		s.lettered(name(rng), s.box[1]+s.box[3]*(0.15+0.65*rng.Float64()))
	case "absent lettered_typed":
		s.twice()
	case "absent text":
		for i := range 1 + rng.IntN(2) {
			s.c.text(s.typeface, []string{"Số định danh cá nhân: 099", "Nơi đăng ký:", "Ngày ... tháng ... năm 20", "Giấy tờ tùy thân"}[rng.IntN(4)]+fmt.Sprint(rng.IntN(99999)), 3.4+rng.Float64(), s.box[0]+s.box[2]*(0.3+0.4*rng.Float64()), s.box[1]+s.box[3]*(0.1+0.4*float64(i)+0.2*rng.Float64()))
		}
		s.c.press(black, 0.9)
	}
	switch kind {
	case "stray", "typed_and_stray":
		for range 1 + rng.IntN(2) {
			stray(rng, s.c, x+5*rng.NormFloat64(), y+3*rng.NormFloat64(), 2+10*rng.Float64()*rng.Float64()+2*rng.Float64(), pen)
		}
		if rng.IntN(3) == 0 {
			s.c.dot(s.box[0]+s.box[2]*rng.Float64(), y+4*rng.NormFloat64(), 0.2+0.3*rng.Float64(), 1)
		}
		s.c.press(s.colour(), tone)
		return
	case "pencil_x":
		cross(rng, s.c, x, y, 1.2+2.2*rng.Float64(), pen)
		if rng.IntN(3) > 0 {
			s.c.press([3]float64{0.35, 0.35, 0.38}, 0.35+0.6*rng.Float64())
		} else {
			s.c.press(s.colour(), tone)
		}
		return
	case "dirt":
		s.dirt()
	case "dotted":
		s.dots(y)
		s.dots(s.box[1] + s.box[3]*(0.6+0.3*rng.Float64()))
	case "ruled":
		for k := range 1 + rng.IntN(3) {
			v := s.box[1] + s.box[3]*(0.4+0.2*float64(k))
			s.c.line(s.box[0], v, s.box[0]+s.box[2], v+0.3*rng.NormFloat64(), 0.12+0.2*rng.Float64(), 1)
		}
		s.c.press([3]float64{0.2, 0.2, 0.3}, 0.3+0.7*rng.Float64())
	case "fold":
		fold(rng, s.c, s.w, s.h)
	case "showthrough":
		w := min(room, 18+26*rng.Float64())
		s.signature(x, y, w, 1)
		s.writer = ""
		s.c.text(s.bold, mirrored(rng), 4, x, s.box[1]+s.box[3]*0.8)
		s.c.soften(0.3 + 0.2*rng.Float64())
		s.c.press([3]float64{0.3, 0.3, 0.35}, 0.05+0.16*rng.Float64())
	case "smear":
		s.c.line(x, y, x+6*rng.NormFloat64(), y+3*rng.NormFloat64(), 2+4*rng.Float64(), 0.8)
		s.c.soften(0.6)
		s.c.press([3]float64{0.4, 0.4, 0.4}, 0.1+0.35*rng.Float64())
	case "neighbour": // somebody else's signature, in another box
		b := s.box
		side := float64(rng.IntN(2)*2 - 1)
		gap := 1 + 9*rng.Float64()
		o := [4]float64{b[0] + side*(b[2]+gap), b[1], b[2], b[3]}
		at := [2]float64{b[0] + b[2]/2 + side*(b[2]/2+gap+5+9*rng.Float64()), y}
		if rng.IntN(4) == 0 {
			gap = 6 + 6*rng.Float64()
			o = [4]float64{b[0], b[1] + b[3] + gap, b[2], b[3]}
			at = [2]float64{x, b[1] + b[3] + gap + 3 + 4*rng.Float64()}
		}
		if rng.IntN(6) > 0 {
			s.others = append(s.others, o)
		}
		s.signature(at[0], at[1], min(wide, 20), 1)
		s.c.press(s.colour(), tone)
		s.writer = ""
	case "fingerprint", "named":
		if kind == "named" {
			s.written(0)
		}
		press := fingertip
		if rng.IntN(3) > 0 {
			press = touch
		}
		press(rng, s.c, x, min(y, s.box[1]+s.box[3]*0.6))
		col := s.colour()
		if rng.IntN(3) == 0 {
			col = [3]float64{0.75, 0.15, 0.2}
		}
		if !s.mode.bilevel {
			tone = 0.4 + 0.55*rng.Float64()
		}
		s.c.press(col, tone)
		return
	}
	if truth != "present" {
		return
	}
	part := 1.0
	switch kind {
	case "neat", "neat_typed":
		if kind == "neat_typed" {
			s.typed(0)
			y = s.box[1] + s.box[3]*(0.2+0.3*rng.Float64())
		}
		s.penned(x, y, min(room, 16+26*rng.Float64()))
		s.c.press(s.colour(), tone)
		return
	case "tiny":
		wide = 6 + 7*rng.Float64()
	case "mite", "outside_mite":
		if kind == "outside_mite" {
			x, y = s.box[0]+s.box[2]*rng.Float64(), s.box[1]-3+4*rng.Float64()
			if rng.IntN(2) == 0 {
				y = s.box[1] + s.box[3] - 3*rng.Float64()
			}
		}
		s.mite(x, y)
		s.c.press(s.colour(), tone)
		return
	case "initials":
		part, wide = 0.3+0.15*rng.Float64(), 12+16*rng.Float64()
	case "faint":
		if !s.mode.bilevel {
			tone = 0.22 + 0.25*rng.Float64()
		}
	case "outside":
		switch rng.IntN(4) {
		case 0:
			x = s.box[0] + 0.2*wide*rng.NormFloat64()
		case 1:
			x = s.box[0] + s.box[2] + 0.2*wide*rng.NormFloat64()
		case 2:
			y = s.box[1] + s.box[3] - 2*rng.Float64()
		default:
			y = s.box[1] + 2*rng.Float64()
		}
	case "over_caption":
		y = s.box[1] - 4*rng.Float64()
	}
	s.signature(x, y, wide, part)
	s.c.press(s.colour(), tone)
}

// mirrored is print on the other side; its letters do not matter.
func mirrored(rng *rand.Rand) string {
	r := []rune(name(rng))
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
