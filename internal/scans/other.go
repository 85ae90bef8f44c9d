package scans

import (
	"fmt"
	"image/color"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// drawOther draws a page that is none of the forms.
func (s *Spec) drawOther(t *Truth) *canvas {
	r := newSource(s.Seed, 2)
	c := &letter{canvas: s.begin(t, 210, 297, 4.6), spec: *s, office: r.office(), left: r.in(20, 30)}
	c.y = c.in(16, 24)
	t.Layout = s.layout(r)
	switch t.Layout {
	case "blank":
		if c.odds(0.5) {
			c.dirt(rect{20, 20, 170, 250})
		}
	case "letter":
		c.text()
	case "land-2":
		c.landBack()
	case "register":
		c.register()
	default:
		c.card()
	}
	return c.canvas
}

// register is a page of a register: it names what was registered, and who
// signed for it, as the result does.
func (c *letter) register() {
	c.title(c.em*1.1, c.print, pick(c.source, "SỔ ĐĂNG KÝ KẾT HÔN", "SỔ ĐĂNG KÝ KHAI SINH", "SỔ THEO DÕI HỒ SƠ"))
	x := []float64{c.left, c.left + 14, c.left + 70, c.left + 110, 194}
	top := c.y + 4
	y := top
	for i := range 12 {
		c.rule(x[0], y, x[4], y, 0.3, c.print)
		if i == 0 {
			for k, h := range []string{"STT", "Họ, chữ đệm, tên", "Ngày đăng ký", "Ghi chú"} {
				c.centred(paper.Bold, c.em*0.85, (x[k]+x[k+1])/2, y+9, x[k+1]-x[k]-2, h)
			}
		} else if c.odds(0.8) {
			c.form(paper.Regular, c.em*0.85, x[0]+4, y+9, paper.Left, fmt.Sprint(i))
			c.value(x[1]+2, y+9, 52, false, c.person(c.odds(0.5)).name)
			c.value(x[2]+2, y+9, 36, false, c.date(2015, 2026))
		}
		y += 18
	}
	c.rule(x[0], y, x[4], y, 0.3, c.print)
	for _, v := range x {
		c.rule(v, top, v, y, 0.3, c.print)
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
