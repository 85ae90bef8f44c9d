package scans

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// certificate is a marriage certificate being drawn.
type certificate struct {
	*canvas
	layout
	spec          Spec
	office        office
	wife, husband person
	margin        float64
	x0, x1        float64 // of what is printed: of one page of two
	top           float64 // where the next block begins
	pitch         float64 // of lines
	words         wording
	plain         bool // captions not bold
	drift         paper.Pt
}

// wording is how this page words what forms word differently.
type wording struct {
	wife, husband  string // captions
	hint           string // may be empty
	sameLine       bool   // caption and hint on one line
	official       string
	officialHint   string
	officialTitle  []string
	bold, capitals bool
}

func (c *certificate) draw() {
	c.ornaments()
	c.x0, c.x1 = c.margin, c.w-c.margin
	if c.spread {
		c.drawSpread()
		return
	}
	c.head()
	left, right := c.spouses()
	room := c.height() // of the signatures
	lines := c.registration()
	n := float64(max(len(left), len(right)) + len(lines))
	if c.headings {
		n++
	}
	c.pitch = math.Max(1.18*c.em, math.Min((c.h-c.margin-c.top-room)/(n+1), c.in(1.45, 2.1)*c.em))
	c.columns(left, right)
	c.list(lines)
	c.signatures()
}

// list prints lines one under the other, all as wide as what is printed.
func (c *certificate) list(lines []line) {
	for _, l := range lines {
		c.top += c.pitch
		c.entry(c.x0+6, c.x1-c.x0-12, l)
	}
}

func (c *certificate) ornaments() {
	c.margin = c.in(12, 17) * math.Min(1, c.w/200)
	style := c.IntN(6)
	if c.edition == 2010 {
		style = c.IntN(3)
	}
	line := pick(c.source, color.RGBA{238, 196, 202, 255}, color.RGBA{240, 205, 190, 255}, color.RGBA{226, 206, 226, 255}, color.RGBA{200, 222, 210, 255})
	edge := pick(c.source, color.RGBA{176, 44, 62, 255}, color.RGBA{150, 30, 44, 255}, color.RGBA{120, 70, 40, 255}, color.RGBA{60, 60, 64, 255}, color.RGBA{40, 70, 110, 255})
	switch style {
	case 0: // plain
		c.margin -= 3
		return
	case 1:
		c.border(edge, c.IntN(4))
	case 2:
		c.waves(line)
	default:
		c.waves(line)
		c.wheel(line)
		c.border(edge, c.IntN(4))
	}
}

func (c *certificate) head() {
	mid := c.w / 2
	if c.spread {
		mid = (c.x0 + c.x1) / 2
	}
	y := c.margin + c.em*1.1
	if c.odds(0.55) { // an emblem above
		r := c.em * c.in(1.1, 1.6)
		c.emblem(paper.Pt{X: mid, Y: y + r - 1}, r)
		y += 2*r + c.em*0.8
	}
	number, year := fmt.Sprint(1+c.IntN(240)), fmt.Sprintf("/%d", 2011+c.IntN(15))
	c.form(paper.Bold, c.em*0.98, mid, y, paper.Centre, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	y += c.em * c.in(1.25, 1.5)
	w := c.form(paper.Bold, c.em*c.in(0.98, 1.08), mid, y, paper.Centre, "Độc lập - Tự do - Hạnh phúc")
	c.rule(mid-w/2, y+1.2, mid+w/2, y+1.2, 0.3, c.print)
	place := c.IntN(3)
	if place == 0 {
		c.number(c.x1-5, c.margin+c.em*1.6, paper.Right, "Số:", number, year)
	}
	red := color.RGBA{196, 22, 44, 255}
	if c.edition == 2010 && c.odds(0.5) || c.odds(0.25) {
		red = c.print
	}
	size := c.em * c.in(1.4, 1.85)
	y += size * c.in(1.25, 1.7)
	title := []string{"GIẤY CHỨNG NHẬN KẾT HÔN"}
	if c.broken {
		title = []string{"GIẤY CHỨNG NHẬN", "KẾT HÔN"}
	}
	for i, text := range title {
		y += float64(i) * size * 1.35
		c.write(c.faces.Form, paper.Bold, size, mid, y, paper.Centre, red, text)
	}
	switch place {
	case 1:
		y += c.em * 1.4
		c.number(mid, y, paper.Centre, "Số:", number, year)
	case 2:
		y += c.em * 1.4
		c.number(c.x1-8, y, paper.Right, "Số:", number, year)
		if c.edition == 2010 {
			c.form(paper.Regular, c.em, c.x0+8, y, paper.Left, fmt.Sprintf("Quyển số: %02d", 1+c.IntN(9)))
		}
	}
	c.top = y + c.em*c.in(0.3, 0.9)
}

// line is a label with its value.
type line struct {
	label, value string
	name         bool   // the name of a spouse
	key          string // of the value
}

func (c *certificate) spouses() (left, right []line) {
	wife, husband := c.lines(c.wife, "vợ", "wife"), c.lines(c.husband, "chồng", "husband")
	if c.husbandFirst {
		return husband, wife
	}
	return wife, husband
}

// lines returns the lines about one spouse, in the wording of the edition.
func (c *certificate) lines(p person, who, key string) []line {
	col := (c.w-2*c.margin)/2 - 10
	label := "Họ, chữ đệm, tên " + who + ":"
	born, home := "Ngày, tháng, năm sinh:", "Nơi cư trú:"
	if c.edition == 2010 {
		label = "Họ và tên " + who + ":"
		home = "Nơi thường trú/tạm trú:"
	}
	var out []line
	name := strings.ToUpper(p.name)
	if c.words.capitals {
		out = append(out, line{label: label}, line{value: name, name: true, key: key + "_name"})
	} else {
		out = append(out, line{label: label, value: name, name: true, key: key + "_name"})
	}
	out = append(out, line{label: born, value: p.born, key: key + "_born_on"})
	if c.words.bold {
		out = append(out, line{label: "Dân tộc:", value: p.people + "     Quốc tịch: Việt Nam"})
	} else {
		out = append(out, line{label: "Dân tộc:", value: p.people}, line{label: "Quốc tịch:", value: "Việt Nam"})
	}
	out = append(out, c.folded(home, p.home, col)...)
	if c.edition == 2010 {
		return append(out, c.folded("Số Giấy CMND/Hộ chiếu:", p.card+", cấp ngày "+p.issued, col)...)
	}
	return append(out, c.folded("Giấy tờ tùy thân:", "Căn cước công dân số "+p.card+", cấp ngày "+p.issued, col)...)
}

// folded breaks a value that is longer than its column.
func (c *certificate) folded(label, value string, width float64) []line {
	f := c.faces.Value
	if c.hand {
		f = c.faces.Hand
	}
	var out []line
	for i, l := range c.wrap(f, c.em, width, label+" "+value) {
		if i == 0 {
			out = append(out, line{label: label, value: strings.TrimSpace(strings.TrimPrefix(l, label))})
		} else {
			out = append(out, line{value: l})
		}
	}
	return out
}

func (c *certificate) registration() []line {
	var out []line
	where := "Ủy ban nhân dân " + c.office.name() + ", tỉnh " + c.office.province
	out = append(out, line{label: "Nơi đăng ký kết hôn:", value: where, key: "issuer"})
	if c.odds(0.75) {
		out = append(out, line{label: "Ngày, tháng, năm đăng ký:", value: c.date(2011, 2026), key: "registered_on"})
	}
	if c.edition == 2010 || c.odds(0.15) {
		out = append(out, line{label: "Ghi chú:"})
	}
	return out
}

func (c *certificate) columns(left, right []line) {
	mid := c.w/2 + c.near(0, 2)
	if c.headings {
		first, second := "VỢ", "CHỒNG"
		if c.husbandFirst {
			first, second = second, first
		}
		c.top += c.pitch
		c.form(paper.Bold, c.em, c.margin+6, c.top, paper.Left, first)
		c.form(paper.Bold, c.em, mid+4, c.top, paper.Left, second)
	}
	for i := range max(len(left), len(right)) {
		c.top += c.pitch
		if i < len(left) {
			c.entry(c.margin+6, mid-c.margin-8, left[i])
		}
		if i < len(right) {
			c.entry(mid+4, c.w-c.margin-mid-8, right[i])
		}
	}
}

func (c *certificate) entry(x, width float64, l line) {
	style := paper.Regular
	if l.name && l.value == "" {
		style = paper.Bold
	}
	w := 0.0
	if l.label != "" {
		w = c.form(style, c.em, x, c.top, paper.Left, l.label) + 1.3
	}
	if l.value == "" {
		c.lead(x+w, x+width, c.top)
		return
	}
	// Values printed onto a form drift against its labels.
	v := Value{Filled: true, Hand: c.hand, Text: l.value}
	if l.key != "" {
		v = c.settled(l.key, l.value)
	}
	if !v.Filled || v.Hand || c.kept {
		c.lead(x+w, x+width, c.top)
	}
	old := c.leader
	c.leader = noLeader
	c.put(v, x+w+c.drift.X, c.top+c.drift.Y, width-w, l.name)
	c.leader = old
	c.record(l.key, v, rect{x + w, c.top - c.em, width - w, c.em * 1.35})
}
