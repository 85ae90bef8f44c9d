package main

import (
	"fmt"
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
	room     room
	print    [][4]float64
	others   [][4]float64
	seals    [][3]float64
	writer   string
	typeface *sfnt.Font
	bold     *sfnt.Font
	mode     scanned
	emblem   bool
}

// kinds of spouses' boxes and how often each is drawn: most of all what lies
// near the border between a signature and none.
var spouseKinds = weighted("absent blank 4, absent typed_name 6, absent typed_and_stray 5, absent stray 10, absent pencil_x 10, absent dirt 3, " +
	"absent dotted 2, absent ruled 2, absent fold 2, absent showthrough 4, absent hand_name 3, absent neighbour 4, absent smear 2, absent text 3, " +
	"present normal 8, present name_typed 6, present name_hand 5, present on_typed_name 4, present outside 4, present over_caption 4, " +
	"present tiny 11, present initials 8, present faint 7, present neighbour 2, fingerprint fingerprint 7, fingerprint named 3")

var officialKinds = weighted("absent blank 2, absent typed_name 8, absent typed_and_stray 1, absent stray 2, absent pencil_x 2, absent fold 1, absent dirt 1, " +
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

// box makes one example: a box of random shape on random paper, what stands
// round it, what is in it, one of the series' kinds or of the usual ones, scanned
// and cut. seed decides everything.
func (d *series) box(seed uint64, official bool) Example {
	rng := rand.New(rand.NewPCG(seed, 77))
	s := &scene{rng: rng, crops: d.crops, faces: d.faces, mode: scanner(rng), emblem: d.emblem}
	if d.bilevel {
		s.mode = blackAndWhite(s.mode)
	}
	bw, bh := 44+45*rng.Float64(), 18+22*rng.Float64()
	if official {
		bw, bh = 60+35*rng.Float64(), 24+18*rng.Float64()
	}
	kinds := d.kinds
	switch {
	case kinds != nil:
	case official:
		kinds = officialKinds
	default:
		kinds = spouseKinds
	}
	s.place(bw, bh, roomOf(official))
	s.c = paper(rng, s.w, s.h)
	s.typeface, s.bold = s.face(), s.face()
	if d.used && rng.IntN(3) == 0 {
		s.netting()
	}
	if d.ornate {
		s.ornament()
	}
	truth, kind, _ := strings.Cut(kinds[rng.IntN(len(kinds))], " ")
	e := Example{Truth: truth, Case: kind, Page: fmt.Sprint("drawn ", seed), Who: "wife", Drawn: true}
	s.captions(official)
	if official {
		e.Who, e.Seal = "official", "absent"
		if rng.IntN(10) < 7 || s.emblem && rng.IntN(2) == 0 {
			e.Seal = "present"
			x, y := s.box[0]+s.box[2]*(0.1+0.6*rng.Float64()), s.box[1]+s.box[3]*(0.1+0.8*rng.Float64())
			if rng.IntN(4) == 0 { // astray, most often up to the title
				x, y = s.box[0]-10+(s.box[2]+20)*rng.Float64(), s.box[1]-16+(s.box[3]+22)*rng.Float64()
			}
			s.stampSeal(x, y)
		}
		if rng.IntN(6) == 0 { // a stamp of words, which is no seal
			s.stampWords()
		}
	} else if reaches, known := s.sealOdds(); rng.IntN(reaches) == 0 { // the official's seal reaches in
		x, y := s.box[0]+s.box[2]*rng.Float64(), s.box[1]+s.box[3]+4+14*rng.Float64()
		if rng.IntN(2) == 0 {
			x, y = s.box[0]-8+(s.box[2]+16)*float64(rng.IntN(2))+4*rng.NormFloat64(), s.box[1]+s.box[3]*rng.Float64()
		}
		r := s.stampSeal(x, y)
		if rng.IntN(known) == 0 {
			s.seals = append(s.seals, [3]float64{x, y, r})
		}
	}
	under, shown, ok := strings.Cut(kind, "+")
	if ok {
		s.under(under)
		kind = shown
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

// sealOdds says of how many boxes of a person the official's seal reaches into one,
// and of how many such seals one is known: a black one, of which a scan leaves
// parts, is what a person's stroke is taken for, and is seldom found.
func (s *scene) sealOdds() (reaches, known int) {
	if s.mode.bilevel {
		return 4, 6
	}
	return 9, 2
}

// place sets the box and what is drawn around it.
func (s *scene) place(w, h float64, r room) {
	s.room = r
	s.box = [4]float64{r.side + margin, r.up + margin, w, h}
	s.w, s.h = w+2*(r.side+margin), h+r.up+r.down+2*margin
}

// neat are signatures that are next to plain writing.
var neat = weighted("present neat 3, present neat_typed 2")

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
		if rng.IntN(9) > 0 { // otherwise the finder did not know it
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

func (s *scene) stampSeal(x, y float64) float64 {
	stamp := seal
	if s.emblem {
		stamp = emblemSeal
	}
	r := stamp(s.rng, s.c, s.faces.print, x, y)
	col := [3]float64{0.85, 0.1 + 0.2*s.rng.Float64(), 0.15 + 0.2*s.rng.Float64()}
	if s.rng.IntN(6) == 0 {
		col = [3]float64{0.7, 0.15, 0.45 + 0.2*s.rng.Float64()}
	}
	s.c.soften(0.2 * s.rng.Float64())
	s.c.press(col, 0.45+0.5*s.rng.Float64())
	return r
}

// stampWords stamps a line or two of words, framed or not, in red or blue.
func (s *scene) stampWords() {
	rng := s.rng
	x, y := s.box[0]+s.box[2]*rng.Float64(), s.box[1]+s.box[3]*(rng.Float64()*1.2-0.2)
	size := 3.5 + 2.5*rng.Float64()
	words := []string{"PHÓ CHỦ TỊCH", "BẢN CHÍNH", "SAO Y BẢN CHÍNH", "ĐÃ THU LỆ PHÍ", "CÔNG VĂN ĐẾN", "KHẨN"}[rng.IntN(6)]
	r := s.c.text(s.bold, words, size, x, y)
	if rng.IntN(2) == 0 {
		s.c.text(s.typeface, fmt.Sprintf("Số: %d  Ngày %02d/%02d", rng.IntN(900), 1+rng.IntN(28), 1+rng.IntN(12)), size*0.7, x, y+size*1.1)
		r[3] += size
	}
	if rng.IntN(2) == 0 {
		x0, y0, x1, y1 := r[0]-1.5, r[1]-1, r[0]+r[2]+1.5, r[1]+r[3]+1.5
		for _, l := range [][4]float64{{x0, y0, x1, y0}, {x0, y1, x1, y1}, {x0, y0, x0, y1}, {x1, y0, x1, y1}} {
			s.c.line(l[0], l[1], l[2], l[3], 0.4, 1)
		}
	}
	col := [3]float64{0.85, 0.15, 0.2}
	if rng.IntN(4) == 0 {
		col = [3]float64{0.15, 0.2, 0.65}
	}
	s.c.press(col, 0.5+0.45*rng.Float64())
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
	p := cut(im, newQuad(c), b[2], b[3], given, s.room)
	p.Bilevel = mode.bilevel
	place := func(r [4]float64, slip float64) ink.Rect {
		x, y := r[0]-b[0]-given[0]+s.room.side+n(slip), r[1]-b[1]-given[1]+s.room.up+n(slip)
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
