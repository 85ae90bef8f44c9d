package scans

import (
	"fmt"
	"image/color"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// drawOther draws a page that is none of the forms. The application for a
// marriage registration is the one most like a certificate: the same two
// persons, the same captions, signed by both.
func (s *Spec) drawOther(t *Truth) *canvas {
	r := newSource(s.Seed, 2)
	c := &letter{canvas: s.begin(t, 210, 297, 4.6), spec: *s, office: r.office(), left: r.in(20, 30)}
	c.y = c.in(16, 24)
	kind := s.Layout
	if kind == "" {
		kind = weighted(r, []choice{{"to-khai", 4}, {"blank", 1}, {"letter", 2}, {"card", 1.5}})
	}
	t.Layout = kind
	switch kind {
	case "blank":
		if c.odds(0.5) {
			c.dirt(rect{20, 20, 170, 250})
		}
	case "letter":
		c.text()
	case "card":
		c.card()
	default:
		c.application()
	}
	return c.canvas
}

func (c *letter) application() {
	c.form(paper.Bold, c.em, c.W/2, c.y, paper.Centre, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	c.y += c.em * 1.4
	w := c.form(paper.Bold, c.em, c.W/2, c.y, paper.Centre, "Độc lập - Tự do - Hạnh phúc")
	c.rule(c.W/2-w/2, c.y+1.2, c.W/2+w/2, c.y+1.2, 0.3, c.print)
	c.y += c.em * 1.5
	c.title(c.em*1.3, c.print, "TỜ KHAI ĐĂNG KÝ KẾT HÔN")
	c.y += c.em
	c.centred(paper.Regular, c.em, c.W/2, c.y, 150, "Kính gửi: Ủy ban nhân dân "+c.office.name())
	c.y += 6
	wife, husband := c.person(true), c.person(false)
	x := []float64{c.left, c.left + 44, (c.left + 44 + 210 - 16) / 2, 210 - 16}
	rows := [][3]string{{"Thông tin", "Bên nữ", "Bên nam"}, {"Họ, chữ đệm, tên", wife.name, husband.name}, {"Ngày, tháng, năm sinh", wife.born, husband.born},
		{"Dân tộc", wife.people, husband.people}, {"Quốc tịch", "Việt Nam", "Việt Nam"}, {"Nơi cư trú", wife.home, husband.home}, {"Giấy tờ tùy thân", wife.card, husband.card},
		{"Kết hôn lần thứ mấy", "Thứ nhất", "Thứ nhất"}}
	top := c.y
	for i, r := range rows {
		c.rule(x[0], c.y, x[3], c.y, 0.3, c.print)
		c.y += c.em * 2
		c.form(paper.Regular, c.em*0.95, x[0]+1.5, c.y-c.em*0.6, paper.Left, r[0])
		for k := range 2 {
			if i == 0 {
				c.form(paper.Bold, c.em, x[1+k]+20, c.y-c.em*0.6, paper.Left, r[1+k])
			} else {
				c.value(x[1+k]+1.5, c.y-c.em*0.6, x[2+k]-x[1+k]-3, false, r[1+k])
			}
		}
	}
	for _, v := range x {
		c.rule(v, top, v, c.y, 0.3, c.print)
	}
	c.rule(x[0], c.y, x[3], c.y, 0.3, c.print)
	c.para(paper.Regular, "Chúng tôi cam đoan những lời khai trên đây là đúng sự thật, việc kết hôn của chúng tôi là tự nguyện, không vi phạm quy định của Luật Hôn nhân và gia đình.")
	c.y += c.em * 1.6
	c.form(paper.Italic, c.em, c.W*0.7, c.y, paper.Centre, "Làm tại: "+c.office.commune+", "+c.longDate())
	c.y += c.em * 1.8
	names := []string{"Bên nữ", "Bên nam"}
	if c.odds(0.4) {
		names = []string{"Vợ", "Chồng"}
	}
	for k, p := range []person{wife, husband} {
		mid := c.W * (0.28 + 0.44*float64(k))
		c.form(paper.Bold, c.em, mid, c.y, paper.Centre, names[k])
		c.form(paper.Italic, c.em*0.95, mid, c.y+c.em*1.3, paper.Centre, "(Ký, ghi rõ họ, chữ đệm, tên)")
		if c.odds(0.8) {
			c.sign(paper.Pt{X: mid + c.near(0, 4), Y: c.y + c.em*4}, c.in(22, 38), c.in(9, 16), 1, c.pen())
		}
		c.form(paper.Regular, c.em, mid, c.y+c.em*7, paper.Centre, p.name)
	}
}

// text is a page out of the middle of a longer paper.
func (c *letter) text() {
	words := strings.Fields("theo quy định của pháp luật về hộ tịch Ủy ban nhân dân cấp xã có trách nhiệm tiếp nhận hồ sơ kiểm tra giấy tờ và trả kết quả cho người yêu cầu trong thời hạn nêu tại phiếu hẹn trường hợp cần xác minh thì kéo dài không quá năm ngày làm việc công dân nộp bản sao kèm bản chính để đối chiếu")
	for c.y < c.H-40 {
		var s []string
		for range 30 + c.IntN(60) {
			s = append(s, pick(c.source, words...))
		}
		c.para(paper.Regular, "Căn cứ "+strings.Join(s, " ")+".")
		c.y += c.em * 0.5
	}
	c.form(paper.Regular, c.em, c.W/2, 14, paper.Centre, fmt.Sprint(2+c.IntN(5)))
}

// card is the photocopy of both sides of an identity card.
func (c *letter) card() {
	p := c.person(c.odds(0.5))
	for i := range 2 {
		x, y := c.W/2-43+c.near(0, 10), 40+float64(i)*80+c.near(0, 6)
		c.Fill(paper.Rect(x, y, 86, 54), paper.Ink{Color: color.RGBA{214, 226, 230, 255}, Density: 0.7})
		c.frame(rect{x, y, 86, 54}, 0.3)
		if i == 1 {
			c.press(paper.Pt{X: x + 22, Y: y + 30}, 20)
			c.press(paper.Pt{X: x + 44, Y: y + 30}, 20)
			c.form(paper.Regular, 2.4, x+40, y+8, paper.Left, "Đặc điểm nhận dạng: Nốt ruồi C:2cm dưới trước tai trái")
			continue
		}
		c.form(paper.Bold, 2.6, x+52, y+6, paper.Centre, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
		c.form(paper.Bold, 2.4, x+52, y+10, paper.Centre, "Độc lập - Tự do - Hạnh phúc")
		c.form(paper.Bold, 4, x+52, y+17, paper.Centre, "CĂN CƯỚC CÔNG DÂN")
		c.Fill(paper.Rect(x+4, y+18, 20, 26), paper.Ink{Color: color.RGBA{150, 150, 150, 255}, Density: 0.8})
		c.form(paper.Bold, 4, x+30, y+25, paper.Left, p.card)
		c.form(paper.Regular, 3, x+30, y+31, paper.Left, strings.ToUpper(p.name))
		c.form(paper.Regular, 2.6, x+30, y+36, paper.Left, p.born)
		c.form(paper.Regular, 2.4, x+30, y+41, paper.Left, p.home)
	}
}
