package scans

import (
	"math"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// clerk draws the second block of the 2010 edition, which nobody asks about.
func (c *certificate) clerk(cell rect) {
	c.centred(paper.Bold, c.em, cell.mid().X, cell.y+c.em, cell.w, "NGƯỜI THỰC HIỆN")
	c.centred(paper.Italic, c.em*0.93, cell.mid().X, cell.y+c.em*2.3, cell.w, "(Ký, ghi rõ họ tên)")
	if c.odds(0.85) {
		c.sign(paper.Pt{X: cell.mid().X + c.near(0, 4), Y: cell.y + c.em*5.5}, c.in(20, 34), c.in(8, 15), 1, c.pen())
	}
	c.centred(paper.Bold, c.em, cell.mid().X, cell.y+c.em*9.2, cell.w, c.person(c.odds(0.5)).name)
}

// authority draws the place of the official.
func (c *certificate) authority(cell rect, space, lines float64) {
	l := c.em * 1.3
	w := c.words
	mid := cell.mid().X
	y := cell.y + c.em
	p := place{field: "official", name: c.person(c.odds(0.35)).name}
	own := w.officialLines() * l
	if c.dated && c.odds(0.7) {
		text, _ := c.day(2011, 2026)
		c.centred(paper.Italic, c.em*0.98, mid, y, cell.w-4, c.office.commune+", "+text)
		cell.y, y, space = cell.y+l, y+l, math.Max(16, space-l)
	}
	p.box = rect{cell.x + 2, cell.y + own + 0.8, cell.w - 4, lines*l + space - own - 0.8}
	if c.below {
		p.box.y, p.box.h = cell.y, space-0.8
		y += space
	}
	p.caption = rect{p.box.x, y - c.em, p.box.w, l * 1.5}
	c.centred(paper.Bold, c.em*1.02, mid, y, p.box.w, w.official)
	if w.officialHint != "" {
		y += l
		c.centred(paper.Italic, c.em*0.93, mid, y, p.box.w, w.officialHint)
	}
	for _, t := range w.officialTitle {
		y += l
		c.centred(paper.Bold, c.em, mid, y, p.box.w, t)
	}
	if c.cells {
		c.frame(rect{cell.x + 1, cell.y - 0.8, cell.w - 2, lines*l + space + 2}, 0.3)
		if c.bars {
			c.bar(rect{cell.x + 1, cell.y - 0.8, cell.w - 2, own + 1.6})
		}
	}
	kind := c.spec.Official
	if kind == "" {
		kind = "name_typed"
	}
	c.mark(p, kind)
}
