package scans

import (
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// household is a giấy chứng nhận đăng ký hộ kinh doanh: its labels follow Thông
// tư 02/2023/TT-BKHĐT and Thông tư 68/2025/TT-BTC.
func (c *letter) household() {
	if c.odds(0.5) {
		c.waves(pickTint(c.source))
		c.border(red, c.IntN(4))
		c.y += 6
	}
	agency := pick(c.source,
		[]string{"ỦY BAN NHÂN DÂN " + strings.ToUpper(c.office.name()), "PHÒNG KINH TẾ"},
		[]string{"UBND HUYỆN " + strings.ToUpper(c.office.commune), "PHÒNG TÀI CHÍNH - KẾ HOẠCH"})
	c.headsOf(agency, "", "")
	title := pick(c.source, red, c.print)
	c.title(c.em*1.35, title, "GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH")
	p := c.person(c.odds(0.5))
	c.y += c.em * 0.9
	c.number(c.W/2, c.y, paper.Centre, pick(c.source, "Số:", "Mã số hộ kinh doanh:"), fmt.Sprintf("%d%07d", 50+c.IntN(49), c.IntN(1e7)), "")
	c.y += c.em * 1.4
	_, parts := c.day(2023, 2026)
	c.gaps("registered_on", paper.Italic, c.W/2, c.y, paper.Centre, c.W*0.7, "Đăng ký lần đầu, ", blankDate, parts)
	name := strings.ToUpper(pick(c.source, "Hộ kinh doanh ", "Tạp hóa ", "Quán ăn ") + strings.Fields(p.name)[len(strings.Fields(p.name))-1])
	c.count = 0
	c.numbered = false // its labels are
	c.items([]item{
		{key: "business_name", label: "1. Tên hộ kinh doanh:", value: name},
		{key: "address", label: "2. Địa chỉ trụ sở hộ kinh doanh:", value: p.home},
		{label: "Điện thoại:", value: fmt.Sprintf("09%08d", c.IntN(1e8)), short: true}, {label: "Email:", value: "", short: true},
		{key: "business_lines", label: "3. Ngành, nghề kinh doanh:", value: pick(c.source, "Bán lẻ lương thực, thực phẩm", "Dịch vụ ăn uống", "Sửa chữa xe máy")},
		{key: "capital", label: "4. Vốn kinh doanh:", value: fmt.Sprintf("%d.000.000 đồng", 20+c.IntN(400))},
		{key: "person_name", label: "5. Họ và tên chủ hộ kinh doanh:", value: strings.ToUpper(p.name)},
		{label: "Giới tính:", value: pick(c.source, "Nam", "Nữ"), short: true}, {key: "born_on", label: "Sinh ngày:", value: p.born, short: true},
		{key: "id_number", label: "Số định danh cá nhân:", value: p.card}, {key: "residence", label: "Nơi thường trú:", value: p.home},
	}, 5)
	hint := pick(c.source, "(Ký, ghi họ tên và đóng dấu)", "(Ký, ghi rõ họ tên và đóng dấu)", "(Ký tên, đóng dấu)")
	c.signed(pick(c.source, []string{"TRƯỞNG PHÒNG"}, []string{"KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"}, []string{"TM. ỦY BAN NHÂN DÂN"}), hint, false)
}
