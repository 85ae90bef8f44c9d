package scans

import (
	"fmt"
	"image/color"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

var red = color.RGBA{196, 22, 44, 255}

// hint returns what stands under "NGƯỜI KÝ TRÍCH LỤC".
func (c *letter) hint() string {
	return pick(c.source, "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)", "(Ký, ghi rõ họ tên, chức vụ và đóng dấu)")
}

func (c *letter) birth() {
	line := color.RGBA{240, 214, 180, 255}
	if c.odds(0.7) {
		c.waves(line)
		c.border(pick(c.source, color.RGBA{150, 70, 30, 255}, color.RGBA{176, 44, 62, 255}), c.IntN(4))
	}
	isCopy := c.odds(0.3)
	number, year := fmt.Sprint(1+c.IntN(300)), fmt.Sprintf("/%d", 2016+c.IntN(10))
	c.y += 4
	if isCopy && c.odds(0.5) {
		c.heads(number, "/GKS-BS")
	} else {
		c.state()
		c.number(c.W-22, c.y, paper.Right, "Số:", number, year)
	}
	c.title(c.em*1.7, red, "GIẤY KHAI SINH")
	if isCopy {
		c.y += c.em * 0.8
		c.centred(paper.Bold, c.em, c.W/2, c.y, 60, "(BẢN SAO)")
	}
	child, mother, father := c.person(c.odds(0.5)), c.person(true), c.person(false)
	c.items([]item{
		{key: "person_name", label: "Họ, chữ đệm, tên:", value: strings.ToUpper(child.name)},
		{key: "born_on", label: "Ngày, tháng, năm sinh:", value: c.date(2016, 2026)}, {key: "gender", label: "Giới tính:", value: pick(c.source, "Nam", "Nữ"), short: true},
		{label: "Dân tộc:", value: child.people, short: true}, {label: "Quốc tịch:", value: "Việt Nam", short: true},
		{key: "birth_place", label: "Nơi sinh:", value: "Trung tâm Y tế khu vực " + c.office.commune}, {label: "Quê quán:", value: child.home},
		{key: "id_number", label: "Số định danh cá nhân:", value: child.card, short: true},
		{key: "mother_name", label: "Họ, chữ đệm, tên người mẹ:", value: strings.ToUpper(mother.name)},
		{key: "father_name", label: "Họ, chữ đệm, tên người cha:", value: strings.ToUpper(father.name)},
		{key: "issuer", label: "Nơi đăng ký khai sinh:", value: "UBND " + c.office.name()}, {key: "registered_on", label: "Ngày, tháng, năm đăng ký:", value: c.date(2016, 2026)},
	}, 3)
	caption := "NGƯỜI KÝ GIẤY KHAI SINH"
	if isCopy {
		caption = pick(c.source, "NGƯỜI KÝ BẢN SAO", "NGƯỜI KÝ")
	}
	c.signed([]string{caption}, "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)", false)
}

// extractHead prints the head and the title of an extract.
func (c *letter) extractHead(after, title string) {
	c.heads(fmt.Sprint(1+c.IntN(400)), after)
	c.title(c.em*1.3, c.print, title)
	if c.odds(0.7) {
		c.y += c.em * 0.6
		c.centred(paper.Bold, c.em, c.W/2, c.y, 60, "(BẢN SAO)")
	}
	if c.below {
		c.y += c.em * 1.4
		c.number(c.W/2, c.y, paper.Centre, "Số:", fmt.Sprint(1+c.IntN(400)), after)
	}
}

func (c *letter) extractFoot() { c.signed([]string{"NGƯỜI KÝ TRÍCH LỤC"}, c.hint(), false) }

func (c *letter) marriageExtract() {
	c.extractHead("/TLKH-BS", pick(c.source, "TRÍCH LỤC KẾT HÔN", "TRÍCH LỤC KẾT HÔN", "TRÍCH LỤC GHI CHÚ KẾT HÔN"))
	wife, husband := c.person(true), c.person(false)
	c.items([]item{
		{key: "wife_name", label: "Họ, chữ đệm, tên vợ:", value: strings.ToUpper(wife.name)}, {key: "wife_born_on", label: "Ngày, tháng, năm sinh:", value: wife.born},
		{label: "Nơi cư trú:", value: wife.home}, {label: "Giấy tờ tùy thân:", value: "CCCD số " + wife.card},
		{key: "husband_name", label: "Họ, chữ đệm, tên chồng:", value: strings.ToUpper(husband.name)}, {key: "husband_born_on", label: "Ngày, tháng, năm sinh:", value: husband.born},
		{label: "Nơi cư trú:", value: husband.home}, {label: "Giấy tờ tùy thân:", value: "CCCD số " + husband.card},
		{key: "registered_at", label: "Đăng ký kết hôn tại:", value: "Ủy ban nhân dân " + c.office.name() + ", tỉnh " + c.office.province},
		{label: "Số:", value: fmt.Sprintf("%d, %s", 1+c.IntN(90), c.longDate())},
	}, 4)
	c.extractFoot()
}

func (c *letter) birthExtract() {
	c.extractHead("/TLKS-BS", "TRÍCH LỤC KHAI SINH")
	child, mother, father := c.person(c.odds(0.5)), c.person(true), c.person(false)
	c.items([]item{
		{key: "person_name", label: "Họ, chữ đệm, tên:", value: strings.ToUpper(child.name)}, {key: "born_on", label: "Ngày, tháng, năm sinh:", value: c.date(1990, 2024)},
		{label: "Giới tính:", value: pick(c.source, "Nam", "Nữ"), short: true}, {label: "Dân tộc:", value: child.people, short: true},
		{label: "Nơi sinh:", value: child.home}, {label: "Quê quán:", value: child.home}, {key: "id_number", label: "Số định danh cá nhân:", value: child.card},
		{key: "mother_name", label: "Họ, chữ đệm, tên người mẹ:", value: strings.ToUpper(mother.name)}, {key: "father_name", label: "Họ, chữ đệm, tên người cha:", value: strings.ToUpper(father.name)},
		{key: "registered_at", label: "Đã đăng ký khai sinh tại:", value: "UBND " + c.office.name() + ", tỉnh " + c.office.province},
	}, 4)
	c.extractFoot()
}

func (c *letter) deathExtract() {
	c.extractHead("/TLKT-BS", "TRÍCH LỤC KHAI TỬ")
	p, who := c.person(c.odds(0.5)), c.person(c.odds(0.5))
	c.items([]item{
		{key: "person_name", label: "Họ, chữ đệm, tên:", value: strings.ToUpper(p.name)}, {key: "born_on", label: "Ngày, tháng, năm sinh:", value: p.born},
		{label: "Giới tính:", value: pick(c.source, "Nam", "Nữ"), short: true}, {label: "Dân tộc:", value: p.people, short: true},
		{key: "id_number", label: "Số định danh cá nhân:", value: p.card}, {label: "Giấy tờ tùy thân:", value: "CCCD số " + p.card},
		{key: "died_at", label: "Đã chết vào lúc:", value: fmt.Sprintf("%d giờ %02d phút, %s", c.IntN(24), c.IntN(60), c.longDate())},
		{key: "death_place", label: "Nơi chết:", value: p.home}, {label: "Nguyên nhân chết:", value: pick(c.source, "Bệnh", "Tuổi già")},
		{label: "Họ, chữ đệm, tên người đi khai tử:", value: who.name},
		{key: "registered_at", label: "Đã được đăng ký khai tử tại:", value: "UBND " + c.office.name() + ", tỉnh " + c.office.province},
	}, 5)
	c.extractFoot()
}

func (c *letter) otherExtract() {
	title := pick(c.source, "TRÍCH LỤC ĐĂNG KÝ NHẬN CHA, MẸ, CON", "TRÍCH LỤC ĐĂNG KÝ GIÁM HỘ", "TRÍCH LỤC THAY ĐỔI HỘ TỊCH", "TRÍCH LỤC CẢI CHÍNH HỘ TỊCH",
		"TRÍCH LỤC BỔ SUNG HỘ TỊCH", "TRÍCH LỤC GHI CHÚ LY HÔN")
	c.extractHead("/TLHT-BS", title)
	p := c.person(c.odds(0.5))
	c.items([]item{
		{key: "person_name", label: "Họ, chữ đệm, tên:", value: strings.ToUpper(p.name)}, {key: "born_on", label: "Ngày, tháng, năm sinh:", value: p.born},
		{label: "Giới tính:", value: pick(c.source, "Nam", "Nữ"), short: true}, {label: "Dân tộc:", value: p.people, short: true}, {label: "Quốc tịch:", value: "Việt Nam"},
		{label: "Nơi cư trú:", value: p.home}, {key: "id_number", label: "Giấy tờ tùy thân:", value: "CCCD số " + p.card},
		{label: "Đã đăng ký:", value: strings.ToLower(strings.TrimPrefix(title, "TRÍCH LỤC ")) + ", " + c.longDate()}, {label: "Ghi chú:", value: "Không"},
	}, 4)
	c.extractFoot()
}

func (c *letter) maritalNote() {
	c.heads(fmt.Sprint(1+c.IntN(400)), "/UBND-XNTTHN")
	c.title(c.em*1.15, c.print, "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN")
	if c.below {
		c.y += c.em
		c.number(c.W/2, c.y, paper.Centre, "Số:", fmt.Sprint(1+c.IntN(400)), "/UBND-XNTTHN")
	}
	p := c.person(c.odds(0.5))
	c.para(paper.Regular, "Xét đề nghị của ông/bà "+p.name+", về việc cấp Giấy xác nhận tình trạng hôn nhân,")
	c.y += c.em * 1.6
	c.centred(paper.Bold, c.em, c.W/2, c.y, 60, "XÁC NHẬN:")
	c.items([]item{
		{key: "person_name", label: "Họ, chữ đệm, tên:", value: strings.ToUpper(p.name)}, {key: "born_on", label: "Ngày, tháng, năm sinh:", value: p.born},
		{label: "Giới tính:", value: "Nữ    Dân tộc: " + p.people + "    Quốc tịch: Việt Nam"},
		{label: "Giấy tờ tùy thân:", value: "Căn cước công dân số " + p.card + ", cấp ngày " + p.issued}, {key: "residence", label: "Nơi cư trú:", value: p.home},
		{key: "marital_status", label: "Tình trạng hôn nhân:", value: "Hiện tại chưa đăng ký kết hôn với ai."}, {key: "purpose", label: "Giấy này được cấp để:", value: "làm thủ tục kết hôn."},
	}, 3)
	c.signed([]string{"NGƯỜI KÝ GIẤY XÁC NHẬN"}, "(Ký, ghi rõ họ tên, chức vụ và đóng dấu)", false)
}
