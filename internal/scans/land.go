package scans

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// landSheet is how the certificate of land rights is laid out: one sheet of
// A4, its first page with code, sections 1 to 3 and the signature (Thông tư
// 10/2024/TT-BTNMT).
type landSheet struct {
	id     string
	qr     float64 // where the code stands, as a share of the width
	emblem bool
	lines  int     // of the title
	middle float64 // of the official's place, as a share of the width
	serial float64 // where the serial number stands, as a share of the width
	held   bool
}

var landSheets = []landSheet{
	{id: "a4p", qr: 0.84, emblem: true, lines: 2, middle: 0.68, serial: 0.82},
	{id: "a4p-left", qr: 0.1, emblem: true, lines: 3, middle: 0.7, serial: 0.8},
	{id: "a4p-plain", qr: 0.84, lines: 2, middle: 0.64, serial: 0.5},
	{id: "a4p-wide", qr: 0.12, lines: 2, emblem: true, middle: 0.6, serial: 0.82, held: true},
	{id: "a4p-centred", qr: 0.82, emblem: true, lines: 3, middle: 0.5, serial: 0.2, held: true},
}

func pickTint(r source) color.RGBA {
	return pick(r, color.RGBA{244, 200, 206, 255}, color.RGBA{240, 205, 190, 255}, color.RGBA{236, 210, 224, 255})
}

func (s *Spec) drawLand(t *Truth) *canvas {
	r := newSource(s.Seed, 2)
	id := s.layout(r)
	l := landSheets[slices.IndexFunc(landSheets, func(l landSheet) bool { return l.id == id })]
	t.Layout = Land + "-" + id
	c := &letter{canvas: s.begin(t, 210, 297, 4.3), sheet: sheet{official: l.middle}, spec: *s, office: r.office(), left: r.in(20, 28)}
	c.leader, c.kept = noLeader, false
	c.waves(pickTint(c.source))
	if c.odds(0.7) {
		c.wheel(pickTint(c.source))
	}
	if c.odds(0.8) {
		c.border(red, c.IntN(4))
	}
	c.y = c.in(18, 24)
	if l.emblem {
		c.emblem(paper.Pt{X: c.W / 2, Y: c.y + 5}, 7)
		c.y += 17
	}
	c.qr(rect{c.W*l.qr - 10, 16, 22, 22})
	c.state()
	c.y += c.em * 0.5
	lines := []string{"GIẤY CHỨNG NHẬN", "QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT"}
	if l.lines == 3 {
		lines = []string{"GIẤY CHỨNG NHẬN", "QUYỀN SỬ DỤNG ĐẤT,", "QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT"}
	}
	for i, line := range lines {
		size := 1.2
		if i == 0 {
			size = 1.75
		}
		c.title(c.em*size, red, line)
	}
	c.y += c.em * 0.8
	c.form(paper.Regular, c.em, c.left, c.y, paper.Left, "Mã Giấy chứng nhận:")
	c.enter("certificate_code", c.left+c.em*9.2, c.y, 60, false, fmt.Sprintf("%012d", c.Uint64()%1e12))
	c.landSections()
	_, parts := c.day(2024, 2026)
	c.y += c.em * 2
	c.gaps("issued_on", paper.Italic, c.W*l.middle, c.y, paper.Centre, 84, c.office.commune+", ", blankDate, parts)
	c.signed(pick(c.source, []string{"GIÁM ĐỐC"}, []string{"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}), pick(c.source, "(Ký, ghi rõ họ tên và đóng dấu)", ""), false)
	c.form(paper.Bold, c.em*1.2, c.W*l.serial, 284, paper.Centre, fmt.Sprintf("AA %08d", c.IntN(1e8)))
	return c.canvas
}

// landSections prints sections 1 to 3.
func (c *letter) landSections() {
	p := c.person(c.odds(0.5))
	head := func(s string) {
		c.y += c.em * 1.7
		c.form(paper.Bold, c.em, c.left, c.y, paper.Left, s)
	}
	head("1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:")
	c.paired = true
	c.items([]item{{key: "person_name", label: "Ông/Bà:", value: strings.ToUpper(p.name)}, {key: "id_number", label: "CCCD số:", value: p.card}}, 2)
	head("2. Thông tin thửa đất:")
	c.items([]item{
		{key: "parcel", label: "Thửa đất số:", value: fmt.Sprint(1 + c.IntN(900)), short: true}, {key: "map_sheet", label: "Tờ bản đồ số:", value: fmt.Sprint(1 + c.IntN(90)), short: true},
		{key: "area", label: "Diện tích:", value: fmt.Sprintf("%d,%d m²", 50+c.IntN(900), c.IntN(10)), short: true}, {label: "Loại đất:", value: "Đất ở tại nông thôn", short: true},
		{label: "Thời hạn sử dụng đất:", value: "Lâu dài"}, {label: "Hình thức sử dụng đất:", value: "Sử dụng riêng"}, {key: "address", label: "Địa chỉ:", value: p.home},
		{label: "Nguồn gốc sử dụng đất:", value: "Nhận chuyển nhượng quyền sử dụng đất"},
	}, 8)
	head("3. Thông tin tài sản gắn liền với đất: -/-")
}

// landBack draws the second page: sketch, notes and later changes. It has no
// title and names no form.
func (c *letter) landBack() {
	c.waves(pickTint(c.source))
	c.y = c.in(18, 26)
	for i, s := range []string{"4. Sơ đồ thửa đất, tài sản gắn liền với đất:", "5. Ghi chú:", "6. Những thay đổi sau khi cấp Giấy chứng nhận:"} {
		c.y += c.em * 2
		c.form(paper.Bold, c.em, c.left, c.y, paper.Left, s)
		switch i {
		case 0:
			x, y := c.left+40+c.near(0, 8), c.y+12
			var q paper.Path
			q.Polygon(paper.Pt{X: x, Y: y}, paper.Pt{X: x + 60, Y: y + c.near(0, 6)}, paper.Pt{X: x + 56 + c.near(0, 4), Y: y + 70}, paper.Pt{X: x - 4, Y: y + 66})
			c.Fill(q, paper.Ink{Color: color.RGBA{240, 226, 200, 255}, Density: 0.5})
			for k, n := range []string{"8,00", "21,50", "8,20", "21,40"} {
				c.form(paper.Regular, 3, x+[]float64{28, 62, 28, -12}[k], y+[]float64{-2, 36, 74, 36}[k], paper.Left, n)
			}
			c.y += 96
		case 1:
			c.para(paper.Regular, "Không.")
			c.y += 12
		default:
			x := []float64{c.left, c.left + 100, 192}
			for k := range 5 {
				c.rule(x[0], c.y+4+16*float64(k), x[2], c.y+4+16*float64(k), 0.3, c.print)
			}
			for _, v := range x {
				c.rule(v, c.y+4, v, c.y+68, 0.3, c.print)
			}
			c.centred(paper.Regular, c.em*0.9, (x[0]+x[1])/2, c.y+13, 90, "Nội dung thay đổi và cơ sở pháp lý")
			c.centred(paper.Regular, c.em*0.9, (x[1]+x[2])/2, c.y+13, 60, "Xác nhận của cơ quan có thẩm quyền")
		}
	}
	c.form(paper.Regular, c.em, c.left, 286, paper.Left, fmt.Sprintf("Số vào sổ cấp Giấy chứng nhận: CN %05d", c.IntN(1e5)))
}
