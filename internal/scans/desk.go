package scans

import (
	"fmt"
	"math"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// dossierCode returns a code of a dossier in one of the ways they are written.
func (c *canvas) dossierCode() string {
	day := fmt.Sprintf("%02d%02d%02d", 20+c.IntN(7), 1+c.IntN(12), 1+c.IntN(28))
	if c.odds(0.4) {
		return fmt.Sprintf("%03d.%02d.%02d.H%02d-%s-%04d", c.IntN(100), 10+c.IntN(40), 10+c.IntN(40), 1+c.IntN(63), day, 1+c.IntN(300))
	}
	return fmt.Sprintf("H%02d.%02d-%s-%04d", 1+c.IntN(63), 1+c.IntN(40), day, 1+c.IntN(300))
}

// dueTime is how slips print a time.
const dueTime = "_ giờ _, ngày _ tháng _ năm _"

func (c *canvas) time() []string {
	_, d := c.day(2019, 2026)
	return append([]string{fmt.Sprintf("%02d", 7+c.IntN(10)), fmt.Sprintf("%02d", c.IntN(60))}, d...)
}

// centre prints the head of the one-stop desk.
func (c *letter) centre(after string) {
	if c.odds(0.5) {
		side := c.em * 3.6
		c.qr(rect{c.left * 0.7, c.y - c.em*1.5, side, side})
		c.y += side - c.em*0.5 // above the head, top left (Thông tư 01/2023/TT-VPCP)
	}
	c.headsOf([]string{"UBND " + strings.ToUpper(c.office.name()), pick(c.source, "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ")}, fmt.Sprint(1+c.IntN(3000)), after)
	c.below = false
}

// receipt is a giấy tiếp nhận hồ sơ và hẹn trả kết quả, also the one of the
// second stage of a dossier.
func (c *letter) receipt() {
	c.centre("/TNHS")
	title := pick(c.source, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "GIẤY TIẾP NHẬN HỒ SƠ")
	c.title(c.em*1.15, c.print, title)
	if c.odds(0.25) {
		c.y += c.em * 0.7
		c.centred(paper.Bold, c.em, c.W/2, c.y, 70, pick(c.source, "(Giai đoạn 2)", "GIAI ĐOẠN 2"))
	}
	p := c.person(c.odds(0.5))
	c.items([]item{
		{key: "dossier_code", label: "Mã số hồ sơ:", value: c.dossierCode()},
		{label: "Bộ phận tiếp nhận:", value: "Bộ phận Một cửa " + c.office.name()},
		{key: "person_name", label: "Tiếp nhận hồ sơ của:", value: p.name},
		{label: "Số điện thoại:", value: fmt.Sprintf("09%08d", c.IntN(1e8)), short: true}, {key: "id_number", label: "CCCD:", value: p.card, short: true},
		{key: "procedure", label: "Nội dung yêu cầu giải quyết:", value: pick(c.source, "Đăng ký kết hôn", "Đăng ký khai sinh", "Đăng ký biến động đất đai", "Đăng ký thành lập hộ kinh doanh")},
		{label: "Thành phần hồ sơ nộp gồm:", value: "Tờ khai (bản chính, 01)"},
		{label: "Số lượng hồ sơ:", value: "01 (bộ)", short: true}, {label: "Phí, lệ phí:", value: "0 đồng", short: true},
	}, 4)
	for _, l := range [][2]string{{"received_on", "Thời gian nhận hồ sơ: "}, {"due_on", "Thời gian trả kết quả giải quyết hồ sơ: "}} {
		c.y += c.em * 1.55
		c.gaps(l[0], paper.Regular, c.left, c.y, paper.Left, c.W-c.left-18, l[1], dueTime, c.time())
	}
	if c.H > 200 {
		c.entry("Đăng ký nhận kết quả tại:", "Trung tâm Phục vụ hành chính công")
		c.entry("Vào sổ theo dõi hồ sơ, Quyển số", fmt.Sprintf("%d   Số thứ tự %d", 1+c.IntN(9), 1+c.IntN(400)))
	}
	c.twoSign("applicant_signature", "NGƯỜI NỘP HỒ SƠ", p.name, "receiver_signature", "NGƯỜI TIẾP NHẬN HỒ SƠ", "(Ký và ghi rõ họ tên)")
}

// twoSign draws the places of two who sign side by side.
func (c *letter) twoSign(left, caption1, name, right, caption2, hint string) {
	c.y += c.em * c.in(1.6, 2.6)
	w := c.W * 0.36
	space := math.Max(12, math.Min(c.in(22, 34), c.H-c.y-c.em*1.4-8))
	for i, key := range []string{left, right} {
		mid := c.W * (0.27 + 0.46*float64(i))
		who := name
		caption := caption1
		if i == 1 {
			who, caption = c.person(c.odds(0.5)).name, caption2
		}
		c.centred(paper.Bold, c.em, mid, c.y, w, caption)
		c.centred(paper.Italic, c.em*0.93, mid, c.y+c.em*1.3, w, hint)
		p := place{field: key, name: who, box: rect{mid - w/2, c.y + c.em*1.6, w, space}, caption: rect{mid - w/2, c.y - c.em, w, c.em * 2.6}}
		c.mark(p, weighted(c.source, []choice{{"normal", 45}, {"name_hand", 15}, {"name_typed", 15}, {"initials", 5}, {"blank", 12}, {"typed_name", 6}, {"stray", 2}}))
		delete(c.truth.Case, key)
	}
}

// apology is a phiếu xin lỗi và hẹn lại ngày trả kết quả (Thông tư
// 01/2018/TT-VPCP, Mẫu số 04) or what follows it (Thông tư 03/2025/TT-VPCP).
func (c *letter) apology() {
	c.centre("/PXL")
	isNew := c.odds(0.45)
	title := "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"
	if isNew {
		title = pick(c.source, "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT", "XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT HỒ SƠ", "THƯ XIN LỖI")
	}
	c.title(c.em*1.15, c.print, title)
	p := c.person(c.odds(0.5))
	unit := "Ủy ban nhân dân " + c.office.name()
	c.items([]item{
		{key: "person_name", label: "Kính gửi:", value: "Ông/Bà " + p.name},
		{label: "Đã tiếp nhận hồ sơ đề nghị giải quyết:", value: pick(c.source, "Đăng ký kết hôn", "Đăng ký biến động đất đai")},
		{key: "dossier_code", label: "Mã số hồ sơ:", value: c.dossierCode()},
	}, 3)
	c.y += c.em * 1.55
	c.gaps("due_on", paper.Regular, c.left, c.y, paper.Left, c.W-c.left-18, "Thời gian hẹn trả kết quả giải quyết hồ sơ: ", dueTime, c.time())
	c.para(paper.Regular, "Tuy nhiên đến nay "+unit+" chưa trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời hạn ghi trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả.")
	c.items([]item{{key: "reason", label: "Lý do:", value: pick(c.source, "chờ ý kiến của cơ quan phối hợp", "cần xác minh thêm", "hệ thống gián đoạn")}}, 1)
	c.para(paper.Regular, unit+" xin lỗi Ông/Bà và sẽ trả kết quả vào thời gian sau:")
	c.y += c.em * 1.55
	c.gaps("new_due_on", paper.Regular, c.left, c.y, paper.Left, c.W-c.left-18, "Thời gian trả kết quả: ", dueTime, c.time())
	c.signed(pick(c.source, []string{"THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"}, []string{"CHỦ TỊCH"}, []string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, []string{"GIÁM ĐỐC"}),
		pick(c.source, "(Ký, ghi rõ họ tên, đóng dấu)", "(Ký tên, đóng dấu)", ""), false)
}

// deskSlip asks for more, refuses or stops.
func (c *letter) deskSlip() {
	c.centre("/HDHS")
	c.title(c.em*1.15, c.print, pick(c.source, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ"))
	p := c.person(c.odds(0.5))
	c.items([]item{
		{key: "person_name", label: "Hồ sơ của:", value: p.name}, {key: "procedure", label: "Nội dung yêu cầu giải quyết:", value: "Đăng ký kết hôn"},
		{label: "Địa chỉ:", value: p.home}, {key: "dossier_code", label: "Mã số hồ sơ:", value: c.dossierCode()},
	}, 4)
	c.para(paper.Regular, "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau: bổ sung giấy xác nhận tình trạng hôn nhân; giấy tờ tùy thân còn hạn.")
	c.items([]item{{key: "reason", label: "Lý do:", value: "hồ sơ chưa đủ thành phần theo quy định"}}, 1)
	c.twoSign("applicant_signature", "NGƯỜI NỘP HỒ SƠ", p.name, "receiver_signature", "NGƯỜI TIẾP NHẬN HỒ SƠ", "(Ký và ghi rõ họ tên)")
}

// qr draws a square that looks like a QR code and holds nothing.
func (c *canvas) qr(b rect) {
	defer c.apart("qr")()
	const n = 25
	m := b.w / n
	var p paper.Path
	for i := range n {
		for j := range n {
			finder := (i < 8 || i >= n-8) && j < 8 || i < 8 && j >= n-8
			if !finder && c.odds(0.5) {
				p = append(p, paper.Rect(b.x+float64(i)*m, b.y+float64(j)*m, m, m)...)
			}
		}
	}
	for _, at := range [][2]float64{{0, 0}, {n - 7, 0}, {0, n - 7}} {
		x, y := b.x+at[0]*m, b.y+at[1]*m
		p = append(p, paper.Frame(x, y, 7*m, 7*m, m)...)
		p = append(p, paper.Rect(x+2*m, y+2*m, 3*m, 3*m)...)
	}
	c.Fill(p, paper.Ink{Color: c.print, Density: 0.95})
}
