package scans

import (
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// drawSlip draws a phiếu kiểm soát quá trình giải quyết hồ sơ: a table with a row
// for each handover, signed by who gives (giao) and who receives (nhận).
func (s *Spec) drawSlip(t *Truth) *canvas {
	r := newSource(s.Seed, 2)
	c := &letter{canvas: s.begin(t, 210, 297, 4.2), spec: *s, office: r.office(), left: r.in(16, 22)}
	t.Layout = "pks-a4p"
	c.y = c.in(16, 24)
	c.heads(fmt.Sprintf("%d/KSHS", 1+c.IntN(3000)))
	c.title(c.em*1.15, c.print, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ")
	c.entry("Mã hồ sơ:", fmt.Sprintf("H%02d.%02d-%06d-%04d", 1+c.IntN(63), 1+c.IntN(40), c.IntN(1e6), c.IntN(1e4)))
	c.entry("Cơ quan (bộ phận) giải quyết hồ sơ:", "Phòng Kinh tế, UBND "+c.office.name())
	c.y += 5
	x := []float64{c.left, c.left + 40, c.left + 78, c.left + 116, c.left + 148, 210 - c.left}
	heads := []string{"TÊN CƠ QUAN", "THỜI GIAN GIAO, NHẬN HỒ SƠ", "", "KẾT QUẢ", "GHI CHÚ"}
	top := c.y
	for i, h := range heads {
		switch {
		case i == 1:
			c.centred(paper.Bold, c.em*0.85, (x[1]+x[3])/2, top+5, x[3]-x[1]-3, h)
		case h != "":
			c.centred(paper.Bold, c.em*0.85, (x[i]+x[i+1])/2, top+5, x[i+1]-x[i]-3, h)
		}
	}
	c.frame(rect{x[0], top, x[5] - x[0], 9}, 0.3)
	y := top + 9
	rows := 3 + c.IntN(3)
	high := min(36, (283-y)/float64(rows))
	stages := strings.Split("Bộ phận TN&TKQ,Phòng Kinh tế,VP HĐND-UBND,Lãnh đạo UBND,Phòng Kinh tế,Bộ phận TN&TKQ", ",")
	for i := range rows {
		c.row(x, y, high, i+1, stages[i], stages[i+1])
		y += high
	}
	for _, v := range []float64{x[0], x[1], x[3], x[4], x[5]} {
		c.rule(v, top, v, y, 0.3, c.print)
	}
	return c.canvas
}

func (c *letter) row(x []float64, y, high float64, n int, from, to string) {
	c.frame(rect{x[0], y, x[5] - x[0], high}, 0.3)
	small := c.em * 0.85
	c.form(paper.Regular, small, x[0]+2, y+5, paper.Left, "1. Giao: "+from)
	c.form(paper.Regular, small, x[0]+2, y+11, paper.Left, "2. Nhận: "+to)
	c.centred(paper.Regular, small, (x[1]+x[3])/2, y+4.5, x[3]-x[1]-3, "...giờ...phút, "+c.longDate())
	c.rule(x[1], y+6, x[3], y+6, 0.25, c.print)
	c.rule(x[2], y+6, x[2], y+high, 0.25, c.print)
	for k, who := range []string{"giao", "nhan"} {
		label := "Người giao"
		if who == "nhan" {
			label = "Người nhận"
		}
		mid := (x[1+k] + x[2+k]) / 2
		c.centred(paper.Regular, small, mid, y+10, 34, label)
		p := place{field: fmt.Sprintf("%s%d", who, n), name: c.person(c.odds(0.5)).name,
			box: rect{x[1+k] + 1, y + 11.5, x[2+k] - x[1+k] - 2, high - 12.5}, caption: rect{x[1+k] + 1, y + 6.5, x[2+k] - x[1+k] - 2, 4}}
		kind := weighted(c.source, []choice{{"normal", 50}, {"name_hand", 8}, {"name_typed", 8}, {"tiny", 8}, {"initials", 8}, {"over_caption", 4}, {"faint", 3},
			{"blank", 10}, {"typed_name", 3}, {"stray", 2}, {"pencil_x", 1}, {"dotted", 1}})
		old := c.em
		c.em = small * 0.85
		c.mark(p, kind)
		c.em = old
		delete(c.truth.Case, p.field)
	}
	if c.odds(0.4) {
		c.value(x[3]+3, y+10, 26, false, pick(c.source, "Đúng hạn", "Trước hạn", "Quá hạn"))
	}
}
