package scans

import (
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// decision is a quyết định after Nghị định 30/2020/NĐ-CP, Phụ lục I.
func (c *letter) decision() {
	c.heads(fmt.Sprint(1+c.IntN(2000)), "/QĐ-UBND")
	c.title(c.em*1.15, c.print, "QUYẾT ĐỊNH")
	if c.below {
		c.y += c.em
		c.number(c.W/2, c.y, paper.Centre, "Số:", fmt.Sprint(1+c.IntN(2000)), "/QĐ-UBND")
		c.y += c.em
	}
	c.y += c.em * 0.4
	c.centred(paper.Bold, c.em, c.W/2, c.y, c.W*0.71, pick(c.source, "Về việc cho phép thay đổi, cải chính hộ tịch", "Về việc hỗ trợ chi phí mai táng", "Về việc thu hồi đất",
		"Về việc cấp giấy phép xây dựng nhà ở riêng lẻ", "Về việc công nhận hộ nghèo", "Về việc trợ cấp xã hội hằng tháng"))
	c.y += c.em * 1.8
	head := "CHỦ TỊCH ỦY BAN NHÂN DÂN "
	if c.odds(0.3) {
		head = "ỦY BAN NHÂN DÂN "
	}
	c.centred(paper.Bold, c.em, c.W/2, c.y, c.W*0.76, head+strings.ToUpper(c.office.name()))
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
