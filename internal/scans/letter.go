package scans

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// letter is a paper of one column: an extract, a birth certificate, a marital
// note or a decision (Nghị định 30/2020/NĐ-CP, Phụ lục I).
type letter struct {
	*canvas
	spec   Spec
	office office
	left   float64
	y      float64
}

func (s *Spec) drawLetter(t *Truth) *canvas {
	w, h := 210.0, 297.0
	id := "a4p"
	r := newSource(s.Seed, 2)
	if s.Form != Decision && r.odds(0.15) {
		w, h, id = 210, 148, "a5l"
	}
	em := 4.6
	if h < 200 {
		em = 3.2
	}
	t.Layout = s.Form + "-" + id
	c := &letter{canvas: s.begin(t, w, h, em), spec: *s, office: r.office(), left: r.in(20, 32)}
	if h < 200 {
		c.left = r.in(14, 20)
	}
	c.y = c.in(14, 24) * math.Min(1, h/250)
	switch s.Form {
	case Birth:
		c.birth()
	case Decision:
		c.decision()
	case Extract:
		c.extract()
	default:
		c.maritalNote()
	}
	return c.canvas
}

// heads prints agency and number on the left, state and motto on the right.
func (c *letter) heads(number string) {
	em := c.em * 0.95
	l, r := c.left+c.W*0.12, c.W*0.66
	agency := []string{"ỦY BAN NHÂN DÂN", strings.ToUpper(c.office.name())}
	if c.odds(0.4) {
		agency = []string{"UBND " + strings.ToUpper("tỉnh "+c.office.province), "ỦY BAN NHÂN DÂN " + strings.ToUpper(c.office.name())}
	}
	c.centred(paper.Regular, em, l, c.y, c.W*0.36, agency[0])
	c.centred(paper.Bold, em, l, c.y+em*1.3, c.W*0.36, agency[1])
	c.rule(l-10, c.y+em*1.7, l+10, c.y+em*1.7, 0.3, c.print)
	c.centred(paper.Regular, em, l, c.y+em*3.2, c.W*0.36, "Số: "+number)
	c.centred(paper.Bold, em, r, c.y, c.W*0.52, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	w := c.form(paper.Bold, em, r, c.y+em*1.3, paper.Centre, "Độc lập - Tự do - Hạnh phúc")
	c.rule(r-w/2, c.y+em*1.7, r+w/2, c.y+em*1.7, 0.3, c.print)
	c.centred(paper.Italic, em, r, c.y+em*3.2, c.W*0.5, c.office.commune+", "+c.longDate())
	c.y += em * c.in(5, 6.5)
}

func (c *letter) title(size float64, col color.RGBA, text string) {
	c.y += size * 0.6
	c.write(c.faces.Form, paper.Bold, size, c.W/2, c.y, paper.Centre, col, text)
	c.y += size * 0.7
}

// entry prints a label with its value on as many lines as it takes.
func (c *letter) entry(label, value string) {
	pitch := c.em * 1.55
	width := c.W - c.left - 20
	f := c.faces.Value
	if c.hand {
		f = c.faces.Hand
	}
	for i, l := range c.wrap(f, c.em*1.02, width, label+" "+value) {
		c.y += pitch
		if i > 0 {
			c.value(c.left, c.y, width, false, l)
			continue
		}
		w := c.form(paper.Regular, c.em, c.left, c.y, paper.Left, label)
		c.value(c.left+w+1.3, c.y, width-w, false, strings.TrimSpace(strings.TrimPrefix(l, label)))
	}
}

// para prints a paragraph.
func (c *letter) para(style paper.Style, text string) {
	for i, l := range c.wrap(c.faces.Form, c.em*1.02, c.W-c.left-26, text) {
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
	if c.odds(0.15) && !to {
		mid = c.W / 2
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
	c.affix(c.office, seal)
}

func (c *letter) birth() {
	col := color.RGBA{196, 22, 44, 255}
	line := color.RGBA{240, 214, 180, 255}
	if c.odds(0.7) {
		c.waves(line)
		c.border(pick(c.source, color.RGBA{150, 70, 30, 255}, color.RGBA{176, 44, 62, 255}), c.IntN(4))
	}
	c.y += 4
	c.form(paper.Bold, c.em, c.W/2, c.y, paper.Centre, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	c.y += c.em * 1.4
	c.form(paper.Bold, c.em, c.W/2, c.y, paper.Centre, "Độc lập - Tự do - Hạnh phúc")
	c.y += c.em * 1.2
	c.form(paper.Regular, c.em, c.W-22, c.y, paper.Right, fmt.Sprintf("Số: %d/%d", 1+c.IntN(300), 2016+c.IntN(10)))
	c.title(c.em*1.7, col, "GIẤY KHAI SINH")
	child, mother, father := c.person(c.odds(0.5)), c.person(true), c.person(false)
	list := [][2]string{
		{"Họ, chữ đệm, tên:", strings.ToUpper(child.name)}, {"Ngày, tháng, năm sinh:", c.date(2016, 2026)}, {"Giới tính:", pick(c.source, "Nam", "Nữ")},
		{"Dân tộc:", child.people}, {"Quốc tịch:", "Việt Nam"}, {"Nơi sinh:", "Trung tâm Y tế khu vực " + c.office.commune}, {"Quê quán:", child.home},
		{"Số định danh cá nhân:", child.card}, {"Họ, chữ đệm, tên người mẹ:", strings.ToUpper(mother.name)}, {"Họ, chữ đệm, tên người cha:", strings.ToUpper(father.name)},
		{"Nơi đăng ký khai sinh:", "UBND " + c.office.name()}, {"Ngày, tháng, năm đăng ký:", c.date(2016, 2026)},
	}
	c.entries(list, 3)
	c.signed([]string{"NGƯỜI KÝ GIẤY KHAI SINH"}, "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)", false)
}

// entries prints entries until the room for the signature begins; at least n.
func (c *letter) entries(list [][2]string, n int) {
	for i, e := range list {
		if i >= n && c.y > c.H-48-c.em*2 {
			return
		}
		c.entry(e[0], e[1])
	}
}

func (c *letter) extract() {
	c.heads(fmt.Sprintf("%d/TLKH-BS", 1+c.IntN(400)))
	c.title(c.em*1.3, c.print, "TRÍCH LỤC KẾT HÔN")
	c.y += c.em * 0.6
	c.centred(paper.Bold, c.em, c.W/2, c.y, 60, "(BẢN SAO)")
	wife, husband := c.person(true), c.person(false)
	c.entries([][2]string{
		{"Họ, chữ đệm, tên vợ:", strings.ToUpper(wife.name)}, {"Ngày, tháng, năm sinh:", wife.born}, {"Nơi cư trú:", wife.home}, {"Giấy tờ tùy thân:", "CCCD số " + wife.card},
		{"Họ, chữ đệm, tên chồng:", strings.ToUpper(husband.name)}, {"Ngày, tháng, năm sinh:", husband.born}, {"Nơi cư trú:", husband.home}, {"Giấy tờ tùy thân:", "CCCD số " + husband.card},
		{"Đăng ký kết hôn tại:", "Ủy ban nhân dân " + c.office.name() + ", tỉnh " + c.office.province}, {"Số:", fmt.Sprintf("%d, %s", 1+c.IntN(90), c.longDate())},
	}, 4)
	c.signed([]string{"NGƯỜI KÝ TRÍCH LỤC"}, pick(c.source, "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)", "(Ký, ghi rõ họ tên, chức vụ và đóng dấu)"), false)
}

func (c *letter) maritalNote() {
	c.heads(fmt.Sprintf("%d/UBND-XNTTHN", 1+c.IntN(400)))
	c.title(c.em*1.15, c.print, "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN")
	p := c.person(c.odds(0.5))
	c.para(paper.Regular, "Xét đề nghị của ông/bà "+p.name+", về việc cấp Giấy xác nhận tình trạng hôn nhân,")
	c.y += c.em * 1.6
	c.centred(paper.Bold, c.em, c.W/2, c.y, 60, "XÁC NHẬN:")
	c.entries([][2]string{
		{"Họ, chữ đệm, tên:", strings.ToUpper(p.name)}, {"Ngày, tháng, năm sinh:", p.born}, {"Giới tính:", "Nữ    Dân tộc: " + p.people + "    Quốc tịch: Việt Nam"},
		{"Giấy tờ tùy thân:", "Căn cước công dân số " + p.card + ", cấp ngày " + p.issued}, {"Nơi cư trú:", p.home},
		{"Tình trạng hôn nhân:", "Hiện tại chưa đăng ký kết hôn với ai."}, {"Giấy này được cấp để:", "làm thủ tục kết hôn."},
	}, 3)
	c.signed([]string{"NGƯỜI KÝ GIẤY XÁC NHẬN"}, "(Ký, ghi rõ họ tên, chức vụ và đóng dấu)", false)
}

func (c *letter) decision() {
	c.heads(fmt.Sprintf("%d/QĐ-UBND", 1+c.IntN(2000)))
	c.title(c.em*1.15, c.print, "QUYẾT ĐỊNH")
	c.y += c.em * 0.4
	c.centred(paper.Bold, c.em, c.W/2, c.y, 150, pick(c.source, "Về việc cho phép thay đổi, cải chính hộ tịch", "Về việc hỗ trợ chi phí mai táng", "Về việc thu hồi đất"))
	c.y += c.em * 1.8
	c.centred(paper.Bold, c.em, c.W/2, c.y, 160, "CHỦ TỊCH ỦY BAN NHÂN DÂN "+strings.ToUpper(c.office.name()))
	c.y += c.em * 0.6
	for _, s := range []string{"Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "Căn cứ Luật Hộ tịch ngày 20 tháng 11 năm 2014;", "Xét đề nghị của công chức tư pháp - hộ tịch,"} {
		c.para(paper.Italic, s)
	}
	c.y += c.em * 2
	c.centred(paper.Bold, c.em, c.W/2, c.y, 60, "QUYẾT ĐỊNH:")
	p := c.person(c.odds(0.5))
	c.para(paper.Regular, "Điều 1. Cho phép ông/bà "+p.name+", sinh ngày "+p.born+", số định danh cá nhân "+p.card+", được thay đổi nội dung đăng ký theo hồ sơ kèm theo.")
	c.para(paper.Regular, "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.")
	c.para(paper.Regular, "Điều 3. Văn phòng UBND, công chức tư pháp - hộ tịch và ông/bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.")
	c.signed(pick(c.source, []string{"CHỦ TỊCH"}, []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}, []string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}), "", true)
}
