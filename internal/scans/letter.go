package scans

import (
	"image/color"
	"math"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// letter is a paper of one column: an extract, a birth certificate, a marital
// note, a decision (Nghị định 30/2020/NĐ-CP, Phụ lục I) or a slip of the desk.
type letter struct {
	*canvas
	sheet
	spec   Spec
	office office
	left   float64
	y      float64
	count  int // of numbered entries
}

func (s *Spec) drawLetter(t *Truth) *canvas {
	r := newSource(s.Seed, 2)
	id := "a4p"
	if s.Form != MarriageApplication {
		id = s.layout(r)
	}
	l := sheetOf(id)
	t.Layout = s.Form + "-" + id
	k := math.Min(1, l.w/210)
	c := &letter{canvas: s.begin(t, l.w, l.h, l.size), sheet: l, spec: *s, office: r.office(), left: r.in(20, 32) * k}
	if l.h < 200 {
		c.left = r.in(14, 20)
	}
	c.y = c.in(14, 24) * math.Min(1, l.h/250)
	switch s.Form {
	case Birth:
		c.birth()
	case Decision:
		c.decision()
	case Extract:
		c.marriageExtract()
	case BirthExtract:
		c.birthExtract()
	case DeathExtract:
		c.deathExtract()
	case OtherExtract:
		c.otherExtract()
	case Household:
		c.household()
	case Receipt:
		c.receipt()
	case Apology:
		c.apology()
	case DeskSlip:
		c.deskSlip()
	case MarriageApplication:
		c.marriageApplication()
	case Application:
		c.application()
	default:
		c.maritalNote()
	}
	return c.canvas
}

// heads prints agency and number on the left, state and motto on the right.
func (c *letter) heads(number, after string) {
	agency := []string{"ỦY BAN NHÂN DÂN", strings.ToUpper(c.office.name())}
	if c.odds(0.4) {
		agency = []string{"UBND " + strings.ToUpper("tỉnh "+c.office.province), "ỦY BAN NHÂN DÂN " + strings.ToUpper(c.office.name())}
	}
	c.headsOf(agency, number, after)
}

// headsOf is heads for an agency of one or two lines. With an empty number none
// is printed.
func (c *letter) headsOf(agency []string, number, after string) {
	em := c.em * 0.95
	l, r := c.left+c.W*0.12, c.W*0.66
	top, wide := c.y, math.Min(c.W*0.36, 2*(l-8))
	for i, line := range agency {
		style := paper.Regular
		if i == len(agency)-1 {
			style = paper.Bold
		}
		c.centred(style, em, l, top+em*1.3*float64(i), wide, line)
	}
	issuer := strings.Join(agency, " ")
	c.record("issuer", Value{Filled: true, Text: issuer}, rect{l - wide/2, c.y - em, wide, em * 2.6})
	foot := top + em*1.3*float64(len(agency)-1) + em*0.4
	c.rule(l-10, foot, l+10, foot, 0.3, c.print)
	if number != "" && !c.below {
		c.number(l, c.y+em*3.2, paper.Centre, "Số:", number, after)
	}
	c.centred(paper.Bold, em, r, c.y, c.W*0.52, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	w := c.form(paper.Bold, em, r, c.y+em*1.3, paper.Centre, "Độc lập - Tự do - Hạnh phúc")
	c.rule(r-w/2, c.y+em*1.7, r+w/2, c.y+em*1.7, 0.3, c.print)
	old := c.em
	c.em = em
	_, parts := c.day(2010, 2026)
	c.gaps("issued_on", paper.Italic, r, c.y+em*3.2, paper.Centre, c.W*0.48, c.office.commune+", ", blankDate, parts)
	c.em = old
	c.y += em * c.in(5, 6.5)
}

// state prints state and motto in the middle, where a paper has no agency's
// head.
func (c *letter) state() {
	c.form(paper.Bold, c.em, c.W/2, c.y, paper.Centre, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	c.y += c.em * 1.4
	w := c.form(paper.Bold, c.em, c.W/2, c.y, paper.Centre, "Độc lập - Tự do - Hạnh phúc")
	c.rule(c.W/2-w/2, c.y+1.2, c.W/2+w/2, c.y+1.2, 0.3, c.print)
	c.y += c.em * 1.2
}

func (c *letter) title(size float64, col color.RGBA, text string) {
	if _, w := c.faces.Form.Outline(text, paper.Bold); w*size > c.W-2*c.left*0.7 {
		size = (c.W - 2*c.left*0.7) / w
	}
	c.y += size * 0.6
	c.write(c.faces.Form, paper.Bold, size, c.W/2, c.y, paper.Centre, col, text)
	c.y += size * 0.7
}

// para prints a paragraph.
func (c *letter) para(style paper.Style, text string) {
	for i, l := range c.wrap(c.faces.Form, c.em*1.02, c.W-c.left-c.W*0.12, text) {
		c.y += c.em * 1.5
		x := c.left
		if i == 0 {
			x += 9
		}
		c.form(style, c.em, x, c.y, paper.Left, l)
	}
}

// signed prints the block of the official on the right, and Nơi nhận on the left
// where the paper has one.
func (c *letter) signed(captions []string, hint string, to bool) {
	l := c.em * 1.35
	w := math.Min(92, c.W*0.46)
	mid := c.W - 16 - w/2
	if c.official > 0 && !to {
		mid = math.Min(mid, c.W*c.official)
	}
	c.y += c.em * c.in(1.2, 3)
	if to {
		y := c.y
		c.form(paper.Italic, c.em*0.9, c.left, y, paper.Left, "Nơi nhận:")
		for _, s := range []string{"- Như Điều 3;", "- UBND tỉnh (để b/c);", "- Lưu: VT, TP."} {
			y += c.em * 1.15
			c.form(paper.Regular, c.em*0.85, c.left, y, paper.Left, s)
		}
	}
	top := c.y - c.em
	for _, s := range captions {
		c.centred(paper.Bold, c.em, mid, c.y, w, s)
		c.y += l
	}
	if hint != "" {
		c.centred(paper.Italic, c.em*0.93, mid, c.y, w, hint)
		c.y += l
	}
	if !to && c.odds(0.6) {
		c.centred(paper.Bold, c.em, mid, c.y, w, pick(c.source, "CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
		c.y += l
	}
	space := math.Max(20, math.Min(c.in(26, 42), c.H-c.y-8))
	p := place{field: "official", name: c.person(c.odds(0.35)).name, box: rect{mid - w/2, c.y - c.em + 1, w, space}, caption: rect{mid - w/2, top, w, l * 1.5}}
	kind := c.spec.Official
	if kind == "" {
		kind = "name_typed"
	}
	c.mark(p, kind)
	seal := c.spec.Seal
	if seal == "bleeds" {
		seal = "normal" // there is nothing to run into
	}
	c.affix(c.office, seal, false)
}
