package scans

import (
	"fmt"
	"math"
	"slices"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// slipSheet is how the table of a phiếu kiểm soát is laid out.
type slipSheet struct {
	id       string
	w, h     float64 // mm
	size     float64 // of the print in mm
	once     bool    // Người giao and Người nhận stand in the head of the table only
	when     string  // where a row says when: "top" or "foot" of the two cells, or in a "column" of its own
	parted   bool    // a rule parts it from the cells
	open     bool    // no rule between giver and receiver
	hint     string  // below Người giao and Người nhận
	results  int     // columns of the result
	ordinals bool    // a first column numbers the rows
	held     bool    // kept for checking
}

var slips = []slipSheet{
	{id: "a4p", w: 210, h: 297, size: 4.2, when: "top", parted: true, results: 1},
	{id: "a4p-three", w: 210, h: 297, size: 4, when: "top", results: 3},
	{id: "a4p-open", w: 210, h: 297, size: 4.2, when: "top", open: true, results: 1, hint: "(Ký, ghi rõ họ tên)"},
	{id: "a4p-once", w: 210, h: 297, size: 4, when: "column", once: true, results: 1},
	{id: "a4l-once", w: 297, h: 210, size: 4, when: "column", once: true, results: 3, ordinals: true},
	{id: "a4l", w: 297, h: 210, size: 4.1, when: "top", parted: true, results: 3, hint: "(Ký, ghi rõ họ tên)"},
	{id: "a4p-once-top", w: 210, h: 297, size: 4.1, when: "top", parted: true, once: true, results: 1},

	{id: "a4l-foot", w: 297, h: 210, size: 4, when: "foot", parted: true, results: 1, held: true},
	{id: "a4p-once-ordinals", w: 210, h: 297, size: 3.9, when: "column", once: true, results: 1, ordinals: true, hint: "(Ký, họ tên)", held: true},
	{id: "a4p-column", w: 210, h: 297, size: 3.9, when: "column", results: 1, held: true},
	{id: "letter-three", w: 215.9, h: 279.4, size: 4, when: "top", parted: true, results: 3, hint: "(Ký và ghi rõ họ tên)", held: true},
}

// slip is a control slip being drawn.
type slip struct {
	*letter
	slipSheet
	x       []float64 // the upright rules
	when, g int       // the columns of the time (or -1) and of the giver
	notes   int       // the column of the first result
	high    float64   // of a row
	em      float64   // of the print in the table
}

// drawSlip draws a phiếu kiểm soát quá trình giải quyết hồ sơ: a table with a row
// for each handover, signed by who gives (giao) and who receives (nhan). Value
// handed_over_onN is when row N was handed over. The last rows may be unused.
func (s *Spec) drawSlip(t *Truth) *canvas {
	r := newSource(s.Seed, 2)
	id := s.layout(r)
	l := slips[slices.IndexFunc(slips, func(l slipSheet) bool { return l.id == id })]
	t.Layout = "pks-" + id
	c := &slip{letter: &letter{canvas: s.begin(t, l.w, l.h, l.size), spec: *s, office: r.office(), left: r.in(14, 20)}, slipSheet: l}
	c.y = c.in(16, 22)
	isNew := c.odds(0.5)
	if c.odds(0.5) { // which form it is, and since when
		no := "Mẫu số 05 (Thông tư số 01/2018/TT-VPCP)"
		if isNew {
			no = "Mẫu số 06 (Thông tư số 03/2025/TT-VPCP)"
		}
		c.form(paper.Italic, c.letter.em*0.8, c.W-c.left, c.y-c.letter.em*1.4, paper.Right, no)
	}
	c.heads(fmt.Sprint(1+c.IntN(3000)), "/KSHS")
	c.title(c.letter.em*1.15, c.print, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ")
	items := []item{{key: "dossier_code", label: pick(c.source, "Mã hồ sơ:", "Mã số hồ sơ:"), value: c.dossierCode()}}
	if c.odds(0.5) {
		items = append(items, item{key: "person_name", label: "Chủ hồ sơ:", value: c.person(c.odds(0.5)).name})
	}
	c.items(append(items, item{label: "Cơ quan (bộ phận) giải quyết hồ sơ:", value: "Phòng Kinh tế, UBND " + c.office.name()}), 3)
	c.y += 5
	c.table()
	return c.canvas
}

// table draws the head and the rows.
func (c *slip) table() {
	c.columns()
	c.em = c.letter.em * 0.85
	top, last := c.y, len(c.x)-1
	high := c.em * 3.4
	if c.slipSheet.hint != "" && c.once {
		high = c.em * 4.4
	}
	c.head(top, high)
	c.frame(rect{c.x[0], top, c.x[last] - c.x[0], high}, 0.3)
	y := top + high
	rows := 3 + c.IntN(3)
	c.high = math.Min(c.in(30, 38), (c.H-14-y)/float64(rows))
	for c.high < 24 && rows > 2 {
		rows--
		c.high = math.Min(36, (c.H-14-y)/float64(rows))
	}
	used := rows - weightedInt(c.source, 6, 2, 1)
	stages := []string{"Bộ phận TN&TKQ", "Phòng Kinh tế", "VP HĐND-UBND", "Lãnh đạo UBND", "Phòng Kinh tế", "Bộ phận TN&TKQ"}
	for i := range rows {
		c.row(y, i+1, stages[i], stages[i+1], i < used)
		y += c.high
	}
	for i, v := range c.x {
		if i == c.g+1 {
			continue // drawn row by row
		}
		c.rule(v, top, v, y, 0.3, c.print)
	}
}

// columns settles the upright rules.
func (c *slip) columns() {
	widths := []float64{}
	add := func(w float64) int { widths = append(widths, w); return len(widths) - 1 }
	if c.ordinals {
		add(10)
	}
	add(c.W * 0.18)
	c.when = -1
	if c.slipSheet.when == "column" {
		c.when = add(c.W * 0.15)
	}
	c.g = add(c.W * 0.18)
	add(c.W * 0.18)
	c.notes = len(widths)
	for range c.results {
		add(14)
	}
	add(20)
	free, fixed := c.W-2*c.left, 0.0
	for _, w := range widths {
		fixed += w
	}
	c.x = []float64{c.left}
	for _, w := range widths {
		c.x = append(c.x, c.x[len(c.x)-1]+w*free/fixed)
	}
}

func weightedInt(r source, weights ...float64) int {
	var list []choice
	for i, w := range weights {
		list = append(list, choice{fmt.Sprint(i), w})
	}
	var n int
	fmt.Sscan(weighted(r, list), &n)
	return n
}

// head prints the head of the table.
func (c *slip) head(top, high float64) {
	text := func(i, j int, lines ...string) {
		y := top + c.em*1.5
		for _, l := range lines {
			c.centred(paper.Bold, c.em, (c.x[i]+c.x[j])/2, y, c.x[j]-c.x[i]-2, l)
			y += c.em * 1.2
		}
	}
	i := 0
	if c.ordinals {
		text(0, 1, "TT")
		i = 1
	}
	text(i, i+1, "TÊN CƠ QUAN", "(bộ phận)")
	if c.when >= 0 {
		text(c.when, c.when+1, "THỜI GIAN", "GIAO, NHẬN")
	}
	switch {
	case c.once:
		for k, who := range []string{"Người giao", "Người nhận"} {
			text(c.g+k, c.g+k+1, who)
			if h := c.slipSheet.hint; h != "" {
				c.centred(paper.Italic, c.em*0.9, (c.x[c.g+k]+c.x[c.g+k+1])/2, top+c.em*2.8, c.x[c.g+k+1]-c.x[c.g+k]-2, h)
			}
		}
		c.rule(c.x[c.g+1], top, c.x[c.g+1], top+high, 0.3, c.print)
	case c.when >= 0:
		text(c.g, c.g+2, "KÝ GIAO, NHẬN HỒ SƠ")
	default:
		text(c.g, c.g+2, "THỜI GIAN GIAO, NHẬN HỒ SƠ")
	}
	if c.results == 1 {
		text(c.notes, c.notes+1, "KẾT QUẢ")
	} else {
		for k, s := range []string{"Trước hạn", "Đúng hạn", "Quá hạn"} {
			text(c.notes+k, c.notes+k+1, s)
		}
	}
	text(c.notes+c.results, c.notes+c.results+1, "GHI CHÚ")
}
