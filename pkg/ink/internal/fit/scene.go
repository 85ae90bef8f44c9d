package main

import (
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"strings"

	"golang.org/x/image/font/sfnt"

	"github.com/tthclint/tthclint/pkg/ink"
)

// margin in mm is drawn beyond what is cut, for boxes found off their place.
const margin = 6

// scene is one box that is being drawn, in mm of the canvas.
type scene struct {
	rng      *rand.Rand
	c        *canvas
	crops    []crop
	faces    *faces
	w, h     float64    // of the canvas
	box      [4]float64 // x, y, w, h
	print    [][4]float64
	others   [][4]float64
	seals    [][3]float64
	writer   string
	typeface *sfnt.Font
	bold     *sfnt.Font
	mode     scanned
}

// kinds of spouses' boxes and how often each is drawn: most of all what lies
// near the border between a signature and none.
var spouseKinds = weighted("absent blank 4, absent typed_name 6, absent typed_and_stray 5, absent stray 8, absent pencil_x 7, absent dirt 3, " +
	"absent dotted 2, absent ruled 2, absent fold 2, absent showthrough 4, absent hand_name 3, absent neighbour 4, absent smear 2, absent text 3, " +
	"present normal 8, present name_typed 6, present name_hand 5, present on_typed_name 4, present outside 4, present over_caption 4, " +
	"present tiny 8, present initials 7, present faint 6, present neighbour 2, fingerprint fingerprint 7, fingerprint named 3")

var officialKinds = weighted("absent blank 2, absent typed_name 7, absent typed_and_stray 1, absent stray 1, absent pencil_x 1, absent fold 1, absent dirt 1, " +
	"present normal 3, present name_typed 6, present on_typed_name 2, present outside 2, present over_caption 2, present tiny 4, present faint 2, present initials 2")

func weighted(list string) (out []string) {
	for _, e := range strings.Split(list, ", ") {
		var truth, kind string
		var n int
		if _, err := fmt.Sscan(e, &truth, &kind, &n); err != nil {
			panic(err)
		}
		for range n {
			out = append(out, truth+" "+kind)
		}
	}
	return out
}

// drawn makes one example: a box of random shape on random paper, what stands
// round it, what is in it, one of kinds or of the usual ones, scanned and cut.
// seed decides everything.
func drawn(seed uint64, crops []crop, f *faces, official bool, kinds []string) Example {
	rng := rand.New(rand.NewPCG(seed, 77))
	s := &scene{rng: rng, crops: crops, faces: f, mode: scanner(rng)}
	bw, bh := 44+45*rng.Float64(), 18+22*rng.Float64()
	if official {
		bw, bh = 60+35*rng.Float64(), 24+18*rng.Float64()
	}
	switch {
	case kinds != nil:
	case official:
		kinds = officialKinds
	default:
		kinds = spouseKinds
	}
	s.box = [4]float64{roomSide + margin, roomUp + margin, bw, bh}
	s.w, s.h = bw+2*(roomSide+margin), bh+roomUp+roomDown+2*margin
	s.c = paper(rng, s.w, s.h)
	s.typeface, s.bold = s.face(), s.face()
	truth, kind, _ := strings.Cut(kinds[rng.IntN(len(kinds))], " ")
	e := Example{Truth: truth, Case: kind, Page: fmt.Sprint("drawn ", seed), Who: "wife", Drawn: true}
	s.captions(official)
	if official {
		e.Who, e.Seal = "official", "absent"
		if rng.IntN(10) < 7 {
			e.Seal = "present"
			s.stampSeal(s.box[0]+s.box[2]*(0.1+0.6*rng.Float64()), s.box[1]+s.box[3]*(0.1+0.8*rng.Float64()))
		}
	} else if rng.IntN(9) == 0 { // the official's seal reaches in
		x, y := s.box[0]+s.box[2]*rng.Float64(), s.box[1]+s.box[3]+4+14*rng.Float64()
		if rng.IntN(2) == 0 {
			x, y = s.box[0]-8+(s.box[2]+16)*float64(rng.IntN(2))+4*rng.NormFloat64(), s.box[1]+s.box[3]*rng.Float64()
		}
		r := s.stampSeal(x, y)
		if rng.IntN(2) == 0 {
			s.seals = append(s.seals, [3]float64{x, y, r})
		}
	}
	s.content(truth, kind)
	if rng.IntN(8) == 0 {
		fold(rng, s.c, s.w, s.h)
	}
	if rng.IntN(6) == 0 {
		s.dirt()
	}
	e.Writer = s.writer
	e.Patch = s.cut()
	e.Patch.Sealed = official
	return e
}

func (s *scene) face() *sfnt.Font { return s.faces.print[s.rng.IntN(len(s.faces.print))] }

// somewhere returns a place in the box.
func (s *scene) somewhere() (x, y float64) {
	return s.box[0] + s.box[2]*(0.2+0.6*s.rng.Float64()), s.box[1] + s.box[3]*(0.15+0.55*s.rng.Float64())
}

var black = [3]float64{0.08, 0.08, 0.1}

// colour picks the ink of a pen.
func (s *scene) colour() [3]float64 {
	j := func(v float64) float64 { return min(1, max(0, v+0.06*s.rng.NormFloat64())) }
	switch s.rng.IntN(5) {
	case 0, 1:
		return [3]float64{j(0.12), j(0.2), j(0.6)}
	case 2:
		return [3]float64{j(0.35), j(0.18), j(0.55)}
	default:
		return [3]float64{j(0.12), j(0.12), j(0.14)}
	}
}

// captions prints what the form prints round the box.
func (s *scene) captions(official bool) {
	rng, b := s.rng, s.box
	mid := b[0] + b[2]/2 + 2*rng.NormFloat64()
	known := func(r [4]float64) {
		if rng.IntN(12) > 0 { // otherwise the finder did not know it
			s.print = append(s.print, r)
		}
	}
	size := 3.6 + 1.4*rng.Float64()
	hint := "(Ký, ghi rõ họ, chữ đệm, tên)"
	who := []string{"Vợ", "Chồng", "VỢ", "CHỒNG", "Bên nữ", "Bên nam", "Người yêu cầu"}[rng.IntN(7)]
	if official {
		who = []string{"NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "CÔNG CHỨC TƯ PHÁP - HỘ TỊCH"}[rng.IntN(4)]
		hint = "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)"
	}
	if rng.IntN(4) > 0 { // above
		y := b[1] - 2 - 2*rng.Float64()
		if rng.IntN(6) > 0 {
			_, _, h := set(s.typeface, hint, size*0.85)
			known(s.c.text(s.typeface, hint, size*0.85, mid, y-h))
			y -= h + 0.6 + rng.Float64()
		}
		_, _, h := set(s.bold, who, size)
		known(s.c.text(s.bold, who, size, mid, y-h))
	} else { // below
		known(s.c.text(s.bold, who, size, mid, b[1]+b[3]+0.5+rng.Float64()))
		if rng.IntN(2) == 0 {
			s.c.text(s.typeface, "Ngày đăng ký kết hôn: "+fmt.Sprintf("%02d/%02d/%d", 1+rng.IntN(28), 1+rng.IntN(12), 2010+rng.IntN(15)), size, mid, b[1]-8-2*rng.Float64())
		}
	}
	if official && rng.IntN(2) == 0 { // title, not part of the form
		s.c.text(s.bold, []string{"CHỦ TỊCH", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"}[rng.IntN(3)], size, mid, b[1]-1.5+2*rng.Float64())
	}
	if rng.IntN(3) == 0 { // the next part of the form
		known(s.c.text(s.bold, "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", size, mid+s.w*0.3*rng.NormFloat64(), b[1]+b[3]+3+3*rng.Float64()))
	}
	s.c.press(black, 0.8+0.2*rng.Float64())
	if rng.IntN(7) == 0 { // a frame
		w := 0.2 + 0.3*rng.Float64()
		x0, y0, x1, y1 := b[0]-rng.Float64(), b[1]-rng.Float64(), b[0]+b[2]+rng.Float64(), b[1]+b[3]+rng.Float64()
		if rng.IntN(2) == 0 {
			y0 -= 11
		}
		s.c.line(x0, y0, x1, y0, w, 1)
		s.c.line(x0, y1, x1, y1, w, 1)
		s.c.line(x0, y0, x0, y1, w, 1)
		s.c.line(x1, y0, x1, y1, w, 1)
		s.c.press(black, 0.6+0.4*rng.Float64())
	}
	if rng.IntN(10) == 0 { // a dotted line to write the name on
		s.dots(b[1] + b[3]*(0.7+0.25*rng.Float64()))
	}
}

func (s *scene) dots(y float64) {
	gap := 0.8 + 1.2*s.rng.Float64()
	for x := s.box[0] + 2; x < s.box[0]+s.box[2]-2; x += gap {
		s.c.dot(x, y, 0.13+0.1*s.rng.Float64(), 1)
	}
	s.c.press(black, 0.8)
}

func (s *scene) stampSeal(x, y float64) float64 {
	r := seal(s.rng, s.c, s.faces.print, x, y)
	col := [3]float64{0.85, 0.1 + 0.2*s.rng.Float64(), 0.15 + 0.2*s.rng.Float64()}
	if s.rng.IntN(6) == 0 {
		col = [3]float64{0.7, 0.15, 0.45 + 0.2*s.rng.Float64()}
	}
	s.c.soften(0.2 * s.rng.Float64())
	s.c.press(col, 0.45+0.5*s.rng.Float64())
	return r
}

// signature draws one of the three hands at a place, w mm wide at most.
func (s *scene) signature(x, y, w, part float64) {
	rng := s.rng
	switch k := rng.IntN(10); {
	case k < 5: // real ink
		c := s.crops[rng.IntN(len(s.crops))]
		s.writer = c.writer
		s.lay(c.part(part), x, y, w*part, 22)
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
		s.c.stamp(&q, w, h, func(u, v float64) (float64, float64) { return place(-u, v) }, 1)
		return
	}
	s.c.stamp(&q, w, h, place, 1)
}

// typed prints a name at the foot of the box, or where asked.
func (s *scene) typed(y float64) {
	if y == 0 {
		y = s.box[1] + s.box[3]*(0.7+0.22*s.rng.Float64())
	}
	s.c.text(s.bold, name(s.rng), 3.6+1.6*s.rng.Float64(), s.box[0]+s.box[2]*(0.5+0.08*s.rng.NormFloat64()), y)
	s.c.press(black, 0.75+0.25*s.rng.Float64())
}

// written writes the name by a neat hand.
func (s *scene) written() {
	ft := s.faces.hand[s.rng.IntN(len(s.faces.hand))]
	im, w, h := set(ft, name(s.rng), 4+2*s.rng.Float64())
	place := tilt(s.rng, s.box[0]+s.box[2]*(0.5+0.08*s.rng.NormFloat64()), s.box[1]+s.box[3]*(0.8+0.12*s.rng.Float64()), w*3)
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
	case "present name_hand", "absent hand_name":
		s.written()
		y = s.box[1] + s.box[3]*(0.2+0.3*rng.Float64())
	case "absent text":
		for i := range 1 + rng.IntN(2) {
			s.c.text(s.typeface, []string{"Số định danh cá nhân: 099", "Nơi đăng ký:", "Ngày ... tháng ... năm 20", "Giấy tờ tùy thân"}[rng.IntN(4)]+fmt.Sprint(rng.IntN(99999)), 3.4+rng.Float64(), s.box[0]+s.box[2]*(0.3+0.4*rng.Float64()), s.box[1]+s.box[3]*(0.1+0.4*float64(i)+0.2*rng.Float64()))
		}
		s.c.press(black, 0.9)
	}
	switch kind {
	case "stray", "typed_and_stray":
		for range 1 + rng.IntN(2) {
			stray(rng, s.c, x+5*rng.NormFloat64(), y+3*rng.NormFloat64(), 2+8*rng.Float64()*rng.Float64()+2*rng.Float64(), pen)
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
			s.written()
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
	case "tiny":
		wide = 6 + 7*rng.Float64()
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

// cut scans the scene and cuts the box as found, a little off its place.
func (s *scene) cut() *ink.Patch {
	rng := s.rng
	im, mode := scan(rng, s.c, s.mode), s.mode
	turn := 0.006 * rng.NormFloat64()
	sin, cos := math.Sincos(turn)
	corner := func(x, y float64) (float64, float64) {
		x, y = x-s.w/2, y-s.h/2
		return (s.w/2 + x*cos - y*sin) * mode.perMM, (s.h/2 + x*sin + y*cos) * mode.perMM
	}
	b := s.box
	var c [8]float64
	for i, p := range [4][2]float64{{b[0], b[1]}, {b[0] + b[2], b[1]}, {b[0] + b[2], b[1] + b[3]}, {b[0], b[1] + b[3]}} {
		c[2*i], c[2*i+1] = corner(p[0], p[1])
	}
	n := func(v float64) float64 { return v * min(2, max(-2, rng.NormFloat64())) }
	given := [4]float64{n(1), n(1), b[2] * (1 + n(0.025)), b[3] * (1 + n(0.025))}
	p := cut(im, newQuad(c), b[2], b[3], given)
	p.Bilevel = mode.bilevel
	place := func(r [4]float64, slip float64) ink.Rect {
		x, y := r[0]-b[0]-given[0]+roomSide+n(slip), r[1]-b[1]-given[1]+roomUp+n(slip)
		return ink.Rect{X0: int(x * scale), Y0: int(y * scale), X1: int((x + r[2]) * scale), Y1: int((y + r[3]) * scale)}
	}
	for _, r := range s.print {
		if rng.IntN(5) == 0 { // of a font somewhat wider or narrower
			d := r[2] * 0.06 * rng.NormFloat64()
			r[0], r[2] = r[0]-d/2, r[2]+d
		}
		if q := place(r, 0.2); q.X1 > 0 && q.Y1 > 0 && q.X0 < p.W && q.Y0 < p.H {
			p.Print = append(p.Print, q)
		}
	}
	for _, r := range s.others {
		if q := place(r, 1); q.X1 > 0 && q.Y1 > 0 && q.X0 < p.W && q.Y0 < p.H {
			p.Others = append(p.Others, q)
		}
	}
	for _, r := range s.seals {
		q := place([4]float64{r[0], r[1], 0, 0}, 0.5)
		p.Seals = append(p.Seals, ink.Circle{X: q.X0, Y: q.Y0, R: int(r[2] * scale)})
	}
	return p
}
