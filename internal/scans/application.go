package scans

import (
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// marriageApplication is the paper most like a certificate: the same two
// persons, the same captions, signed by both.
func (c *letter) marriageApplication() {
	c.state()
	c.y += c.em * 0.3
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
		c.undersigned(c.W*(0.28+0.44*float64(k)), names[k], p)
	}
}

// undersigned prints the place where somebody signs an application.
func (c *letter) undersigned(mid float64, caption string, p person) {
	c.form(paper.Bold, c.em, mid, c.y, paper.Centre, caption)
	c.form(paper.Italic, c.em*0.95, mid, c.y+c.em*1.3, paper.Centre, "(Ký, ghi rõ họ, chữ đệm, tên)")
	if c.odds(0.8) {
		c.sign(paper.Pt{X: mid + c.near(0, 4), Y: c.y + c.em*4}, c.in(22, 38), c.in(9, 16), 1, c.pen())
	}
	c.form(paper.Regular, c.em, mid, c.y+c.em*7, paper.Centre, p.name)
}

// application is another request to the registry, of one person.
func (c *letter) application() {
	c.state()
	c.y += c.em * 0.3
	title := pick(c.source, "TỜ KHAI ĐĂNG KÝ KHAI SINH", "TỜ KHAI ĐĂNG KÝ KHAI TỬ", "TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON",
		"TỜ KHAI ĐĂNG KÝ LẠI KHAI SINH", "TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH")
	c.title(c.em*1.25, c.print, title)
	c.y += c.em
	c.centred(paper.Regular, c.em, c.W/2, c.y, c.W*0.7, "Kính gửi: Ủy ban nhân dân "+c.office.name())
	p, about := c.person(c.odds(0.5)), c.person(c.odds(0.5))
	c.items([]item{
		{key: "person_name", label: "Họ, chữ đệm, tên người yêu cầu:", value: p.name}, {label: "Nơi cư trú:", value: p.home}, {key: "id_number", label: "Giấy tờ tùy thân:", value: p.card},
		{label: "Quan hệ với người được khai:", value: pick(c.source, "Cha", "Mẹ", "Con", "Bản thân")},
		{label: "Đề nghị cơ quan thực hiện:", value: strings.ToLower(strings.TrimPrefix(title, "TỜ KHAI "))},
		{label: "Họ, chữ đệm, tên:", value: about.name}, {label: "Ngày, tháng, năm sinh:", value: about.born},
		{label: "Giới tính:", value: "Nam", short: true}, {label: "Dân tộc:", value: about.people, short: true},
	}, 5)
	c.para(paper.Regular, "Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.")
	c.y += c.em * 1.8
	_, parts := c.day(2018, 2026)
	c.gaps("declared_on", paper.Italic, c.W*0.68, c.y, paper.Centre, c.W*0.5, "Làm tại: "+c.office.commune+", ", blankDate, parts)
	c.y += c.em * 1.8
	c.undersigned(c.W*0.68, "Người yêu cầu", p)
}
