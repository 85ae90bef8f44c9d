package scans

import (
	"math"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// choose settles the wording of a certificate.
func (c *certificate) choose() {
	w := &c.words
	w.bold, w.capitals = c.odds(0.5), c.odds(0.5)
	switch weighted(c.source, []choice{{"plain", 45}, {"capitals", 18}, {"person", 14}, {"sign", 13}, {"PERSON", 5}, {"name", 5}}) {
	case "plain":
		w.wife, w.husband = "Vợ", "Chồng"
	case "capitals":
		w.wife, w.husband = "VỢ", "CHỒNG"
	case "person":
		w.wife, w.husband = "Người vợ", "Người chồng"
	case "PERSON":
		w.wife, w.husband = "NGƯỜI VỢ", "NGƯỜI CHỒNG"
	case "sign":
		w.wife, w.husband = "Chữ ký của vợ", "Chữ ký của chồng"
	case "name":
		w.wife, w.husband = "Họ, chữ đệm, tên vợ", "Họ, chữ đệm, tên chồng"
	}
	w.hint = pick(c.source, "(Ký, ghi rõ họ, chữ đệm, tên)", "(Ký, ghi rõ họ, chữ đệm, tên)", "(Ký, ghi rõ họ tên)", "(Ký và ghi rõ họ, chữ đệm, tên)",
		"(Ký hoặc điểm chỉ, ghi rõ họ tên)", "(Ký, ghi rõ họ và tên)", "", "")
	w.sameLine = w.hint != "" && len(w.wife) < 8 && c.odds(0.08)
	w.official = pick(c.source, "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", "NGƯỜI KÝ GIẤY CHỨNG NHẬN", "TM. ỦY BAN NHÂN DÂN")
	w.officialHint = pick(c.source, "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)", "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ, đóng dấu)", "(Ký, ghi rõ họ tên, chức vụ và đóng dấu)", "(Ký tên, đóng dấu)", "")
	w.officialTitle = pick(c.source, []string{"CHỦ TỊCH"}, []string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, []string{"PHÓ CHỦ TỊCH"}, nil)
	if c.edition == 2010 {
		w.official = "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN"
	}
	if c.row && c.odds(0.5) {
		w.official = pick(c.source, "NGƯỜI KÝ", "TM. ỦY BAN NHÂN DÂN")
	}
}

func (w wording) lines() float64 {
	if w.hint != "" && !w.sameLine {
		return 2
	}
	return 1
}

func (w wording) officialLines() float64 {
	n := float64(1 + len(w.officialTitle))
	if w.officialHint != "" {
		n++
	}
	return n
}

// height is how much the signatures need at least.
func (c *certificate) height() float64 {
	l := c.em * 1.3
	space := 6 * c.em
	switch {
	case c.row:
		return (math.Max(c.words.lines(), c.words.officialLines())+1)*l + space*1.15
	case c.stacked:
		return 2*(c.words.lines()*l+space) + 2*l
	}
	return (c.words.lines()+c.words.officialLines()+2)*l + 2*space
}

// signatures draws the places where the spouses and the official sign, in what
// is left of the page.
func (c *certificate) signatures() {
	l := c.em * 1.3
	c.top += c.em * c.in(0.6, 1.6)
	rest := c.h - c.margin - c.top - 2
	spare := math.Max(0, rest-c.height())
	if c.odds(0.8) { // forms fill their sheet; few leave its foot empty
		down := spare * c.in(0, 0.5)
		c.top, rest, spare = c.top+down, rest-down, spare-down
	}
	first, second := c.wifePlace(), c.husbandPlace()
	if c.husbandFirst {
		first, second = second, first
	}
	in := c.x1 - c.x0
	space := math.Min(c.in(24, 42), 6*c.em+spare*c.in(0.25, 0.5))
	switch {
	case c.row:
		cell := in / 3
		lines := math.Max(c.words.lines(), c.words.officialLines())
		space = math.Min(c.in(24, 46), rest-lines*l-2)
		third := 0.0
		if c.odds(0.25) { // the official in the middle
			third = 1
		}
		x := func(i float64) float64 { return c.x0 + i*cell }
		c.spouse(first, rect{x(0), c.top, cell, 0}, space, lines, -1)
		if third == 1 {
			c.authority(rect{x(1), c.top, cell, 0}, space, lines)
			c.spouse(second, rect{x(2), c.top, cell, 0}, space, lines, 1)
		} else {
			c.spouse(second, rect{x(1), c.top, cell, 0}, space, lines, 0)
			c.authority(rect{x(2), c.top, cell, 0}, space, lines)
		}
	case c.stacked:
		half := in * c.in(0.44, 0.5)
		space = math.Min(c.in(22, 34), (rest-2*c.words.lines()*l-l)/2)
		c.spouse(first, rect{c.x0, c.top, half, 0}, space, c.words.lines(), -1)
		c.spouse(second, rect{c.x0, c.top + space + c.words.lines()*l + l*0.5, half, 0}, space, c.words.lines(), -1)
		w := in - half - 4
		c.authority(rect{c.x1 - w, c.top + c.in(0, 0.3)*space, w, 0}, math.Min(40, space*1.3), c.words.officialLines())
	case c.over:
		half := in / 2
		w := math.Min(in*0.6, 100)
		official := math.Max(18, math.Min(c.in(24, 40), rest-space-(c.words.lines()+c.words.officialLines()+2)*l))
		c.authority(rect{c.x0 + (in-w)*c.official, c.top, w, 0}, official, c.words.officialLines())
		c.top += c.words.officialLines()*l + official + l*c.in(0.5, 1.3)
		c.spouse(first, rect{c.x0, c.top, half, 0}, space, c.words.lines(), -1)
		c.spouse(second, rect{c.x0 + half, c.top, half, 0}, space, c.words.lines(), 1)
	default:
		half := in / 2
		c.spouse(first, rect{c.x0, c.top, half, 0}, space, c.words.lines(), -1)
		c.spouse(second, rect{c.x0 + half, c.top, half, 0}, space, c.words.lines(), 1)
		c.top += c.words.lines()*l + space + l*c.in(0.5, 1.3)
		if c.cells || c.pair {
			c.top += 2
		}
		w := math.Min(in*0.6, 100)
		x := math.Max(c.x0, math.Min(c.x1-w, c.w*c.official-w/2))
		rest = c.h - c.margin - c.top - 2
		if c.edition == 2010 {
			c.clerk(rect{c.x0, c.top, in - w - 2, 0})
			x = c.x1 - w
		}
		c.authority(rect{x, c.top, w, 0}, math.Max(18, math.Min(c.in(26, 44), rest-c.words.officialLines()*l)), c.words.officialLines())
	}
	c.affix(c.office, c.spec.Seal, c.high)
}

func (c *certificate) wifePlace() place {
	name := c.wife.name
	if c.spec.OtherName {
		other := newSource(c.seed, 6)
		name = other.person(true).name
	}
	return place{field: "wife", name: name}
}

func (c *certificate) husbandPlace() place { return place{field: "husband", name: c.husband.name} }

// spouse draws the place of one spouse: caption and space in a cell, whose
// height follows from them. lines is how many lines of caption the block leaves
// room for.
func (c *certificate) spouse(p place, cell rect, space, lines, out float64) {
	l := c.em * 1.3
	cell.h = lines*l + space
	p.out = out
	inset := cell.w * 0.06
	// The place begins under its own caption, which may be shorter than another's.
	own := c.words.lines() * l
	p.box = rect{cell.x + inset, cell.y + own + 0.8, cell.w - 2*inset, cell.h - own - 0.8}
	head := cell.y + c.em
	if c.below {
		p.box.y, p.box.h = cell.y, space-0.8
		head = cell.y + space + c.em
	}
	p.caption = rect{p.box.x, head - c.em, p.box.w, c.words.lines() * l}
	caption := c.words.wife
	if p.field == "husband" {
		caption = c.words.husband
	}
	style := paper.Bold
	if c.plain {
		style = paper.Regular
	}
	mid := p.box.mid().X
	switch {
	case c.indented:
		c.form(style, c.em*1.02, p.box.x, head, paper.Left, caption)
		if c.words.hint != "" {
			c.form(paper.Italic, c.em*0.95, p.box.x, head+l, paper.Left, c.words.hint)
		}
	case c.words.sameLine:
		c.centred(style, c.em, mid, head, p.box.w, caption+" "+c.words.hint)
	default:
		c.centred(style, c.em*1.02, mid, head, p.box.w, caption)
		if c.words.hint != "" {
			c.centred(paper.Italic, c.em*0.95, mid, head+l, p.box.w, c.words.hint)
		}
	}
	if c.cells || c.pair {
		c.frame(rect{cell.x + inset/2, cell.y - 0.8, cell.w - inset, cell.h + 2}, 0.3)
		if c.bars {
			c.bar(rect{cell.x + inset/2, cell.y - 0.8, cell.w - inset, own + 1.6})
		} else if c.odds(0.5) {
			y := p.box.y - 0.5
			if c.below {
				y = p.box.y + p.box.h + 0.5
			}
			c.rule(cell.x+inset/2, y, cell.x+cell.w-inset/2, y, 0.3, c.print)
		}
	}
	if c.dots {
		c.dotted(p.box.x+p.box.w*0.12, p.box.x+p.box.w*0.88, p.nameLine()+1)
	}
	kind := c.spec.Wife
	if p.field == "husband" {
		kind = c.spec.Husband
	}
	c.mark(p, kind)
}
