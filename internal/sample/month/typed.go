package month

import (
	"fmt"
	"strings"
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// text is what an electronic result says.
type text struct {
	agency   [2]string // above the number
	number   string    // with its label
	title    string
	subtitle string
	lines    [][2]string // label and value; a label alone is a paragraph
	signedAs []string
	official string
}

// typed sets the electronic result of a dossier, as the system of the office
// issues it: text, which the official and the office sign digitally.
func (d *dossier) typed(st *studio, x text) *paper.Typed {
	t := paper.NewTyped(st.faces, 210, 297)
	const left, em = 28, 4.6
	mid := 146.0
	if x.agency[1] == "" { // the State alone stands above
		mid = 105
	}
	head := func(x, y float64, style paper.Style, s string) {
		t.Write(paper.Pt{X: x, Y: y}, paper.Centre, 4.3, style, s)
	}
	rule := func(x, y, w float64) { t.Fill(paper.Rect(x-w/2, y, w, 0.3), ink) }
	head(62, 24, paper.Regular, x.agency[0])
	head(62, 30, paper.Bold, x.agency[1])
	if x.agency[1] != "" {
		rule(62, 32, 24)
	}
	head(mid, 24, paper.Bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	head(mid, 30, paper.Bold, "Độc lập - Tự do - Hạnh phúc")
	rule(mid, 32, 52)
	if x.number != "" {
		head(62, 39, paper.Regular, x.number)
	}
	head(mid, 39, paper.Italic, d.office.place+", "+longDate(day(d.Done)))
	size := min(6, 168/width(st, x.title))
	t.Write(paper.Pt{X: 105, Y: 56}, paper.Centre, size, paper.Bold, x.title)
	y := 63.0
	if x.subtitle != "" {
		t.Write(paper.Pt{X: 105, Y: y}, paper.Centre, em, paper.Bold, x.subtitle)
	}
	y = 76
	for _, l := range x.lines {
		if l[1] == "" {
			y = t.Paragraph(paper.Pt{X: left, Y: y}, 160, 8, em, 7.2, paper.Regular, l[0]) + 8.4
			continue
		}
		end := t.Write(paper.Pt{X: left, Y: y}, paper.Left, em, paper.Regular, l[0])
		y = t.Paragraph(paper.Pt{X: left, Y: y}, 160, end-left+1.5, em, 7.2, paper.Bold, l[1]) + 8.4
	}
	y += 6
	for _, s := range x.signedAs {
		style := paper.Bold
		if strings.HasPrefix(s, "(") {
			style = paper.Italic
		}
		t.Write(paper.Pt{X: 144, Y: y}, paper.Centre, 4.5, style, s)
		y += 6
	}
	t.Write(paper.Pt{X: 144, Y: y + 22}, paper.Centre, em, paper.Bold, x.official)
	t.Disclaimer()
	return t
}

func width(st *studio, s string) float64 {
	_, w := st.faces.Outline(s, paper.Bold)
	return w
}

// longDate writes a day as papers do: days below ten and the first two months
// with a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I).
func longDate(t time.Time) string {
	month := fmt.Sprint(int(t.Month()))
	if t.Month() < 3 {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), month, t.Year())
}

// text returns what the paper of a dossier says.
func (d *dossier) text() text {
	seed := d.seed()
	x := text{
		agency: [2]string{"UBND TỈNH ĐỒNG THÁP", d.office.committee()}, number: "Số: " + d.number(),
		title: strings.ToUpper(d.Procedure.paper), signedAs: []string{d.office.title}, official: d.office.official,
	}
	home := fmt.Sprintf("Khóm %d, %s %s, tỉnh Đồng Tháp", 1+seed%5, d.office.kind, d.office.place)
	born := fmt.Sprintf("%02d/%02d/19%d", 1+seed%28, 1+seed%12, 60+seed%35)
	card := fmt.Sprintf("099%d%02d%06d", seed%2, 60+seed%35, seed*7919%1_000_000)
	sex := map[bool]string{true: "Nữ", false: "Nam"}[womanly(d.Owner)]
	mother, father := womenNames[seed%uint64(len(womenNames))], menNames[seed/7%uint64(len(menNames))]
	registered := "UBND " + d.office.kind + " " + d.office.place + ", tỉnh Đồng Tháp"
	const hint = "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)"
	switch d.Procedure {
	case birth: // the owner of the dossier is the father or the mother
		child := fmt.Sprint(strings.Fields(d.Owner)[0], " Gia ", childNames[seed%uint64(len(childNames))])
		if womanly(d.Owner) {
			mother = d.Owner
		} else {
			father = d.Owner
		}
		x.lines = [][2]string{
			{"Họ, chữ đệm, tên:", strings.ToUpper(child)}, {"Ngày, tháng, năm sinh:", date(d.received().AddDate(0, 0, -9))},
			{"Giới tính:", "Nam"}, {"Dân tộc:", "Kinh"}, {"Quốc tịch:", "Việt Nam"},
			{"Nơi sinh:", "Bệnh viện Đa khoa Sa Đéc, tỉnh Đồng Tháp"}, {"Quê quán:", "tỉnh Đồng Tháp"},
			{"Số định danh cá nhân:", fmt.Sprintf("099226%06d", seed*6007%1_000_000)},
			{"Họ, chữ đệm, tên người mẹ:", strings.ToUpper(mother)}, {"Họ, chữ đệm, tên người cha:", strings.ToUpper(father)},
			{"Họ, chữ đệm, tên người đi khai sinh:", d.Owner},
			{"Nơi đăng ký khai sinh:", registered}, {"Ngày, tháng, năm đăng ký:", date(day(d.Done))},
		}
		x.signedAs = []string{"NGƯỜI KÝ GIẤY KHAI SINH", hint, d.office.title}
	case single:
		x.lines = [][2]string{
			{"Xét đề nghị của ông/bà " + d.Owner + ", về việc cấp Giấy xác nhận tình trạng hôn nhân,", ""}, {"XÁC NHẬN:", ""},
			{"Họ, chữ đệm, tên:", strings.ToUpper(d.Owner)}, {"Ngày, tháng, năm sinh:", born}, {"Giới tính:", sex}, {"Dân tộc:", "Kinh"}, {"Quốc tịch:", "Việt Nam"},
			{"Giấy tờ tùy thân:", "Căn cước số " + card}, {"Nơi cư trú:", home},
			{"Tình trạng hôn nhân:", "Hiện tại chưa đăng ký kết hôn với ai."}, {"Giấy này được cấp để:", "làm thủ tục đăng ký kết hôn."},
		}
		x.signedAs = []string{"NGƯỜI KÝ GIẤY XÁC NHẬN", "(Ký, ghi rõ họ tên, chức vụ và đóng dấu)", d.office.title}
	case death: // the owner is who declares it
		x.lines = [][2]string{
			{"Họ, chữ đệm, tên:", strings.ToUpper(mother)}, {"Ngày, tháng, năm sinh:", born}, {"Giới tính:", "Nữ"}, {"Dân tộc:", "Kinh"}, {"Quốc tịch:", "Việt Nam"},
			{"Số định danh cá nhân:", card}, {"Đã chết vào lúc:", fmt.Sprintf("%02d giờ %02d phút, %s", seed%24, seed%60, longDate(d.received().AddDate(0, 0, -2)))},
			{"Nơi chết:", home}, {"Nguyên nhân chết:", "Tuổi già"},
			{"Họ, chữ đệm, tên người đi khai tử:", d.Owner}, {"Đã được đăng ký khai tử tại:", registered},
		}
		x.signedAs = []string{"NGƯỜI KÝ TRÍCH LỤC", hint, d.office.title}
	case trade:
		x.agency[1] = d.office.committee()
		x.number, x.subtitle = "Số: "+fmt.Sprintf("5%09d", seed*7919%1_000_000_000), "Đăng ký lần đầu, "+longDate(day(d.Done))
		given := strings.Fields(d.Owner)
		x.lines = [][2]string{
			{"1. Tên hộ kinh doanh:", "TẠP HÓA " + strings.ToUpper(given[len(given)-1])}, {"2. Địa chỉ trụ sở hộ kinh doanh:", home},
			{"3. Ngành, nghề kinh doanh:", "Bán lẻ lương thực, thực phẩm"}, {"4. Vốn kinh doanh:", fmt.Sprintf("%d.000.000 đồng", 20+seed%180)},
			{"5. Họ và tên chủ hộ kinh doanh:", strings.ToUpper(d.Owner)}, {"Giới tính:", sex}, {"Sinh ngày:", born},
			{"Số định danh cá nhân:", card}, {"Nơi thường trú:", home},
		}
		x.signedAs = []string{"TM. ỦY BAN NHÂN DÂN", d.office.title}
	case copied:
		x.lines = [][2]string{
			{"Chứng thực bản sao này đúng với bản chính do ông, bà xuất trình.", ""},
			{"Người yêu cầu chứng thực:", d.Owner}, {"Bản chính:", "Bằng tốt nghiệp trung học phổ thông"},
			{"Số chứng thực:", d.number()}, {"Ngày chứng thực:", longDate(day(d.Done))},
		}
		x.signedAs = []string{"NGƯỜI THỰC HIỆN CHỨNG THỰC", d.office.title}
	case land:
		x.agency, x.number = [2]string{}, ""
		x.title, x.subtitle = "GIẤY CHỨNG NHẬN", "QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT"
		x.lines = [][2]string{
			{"Mã Giấy chứng nhận:", fmt.Sprintf("%012d", seed*7919%1_000_000_000_000)},
			{"1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:", ""}, {"Ông/Bà:", strings.ToUpper(d.Owner)}, {"CCCD số:", card},
			{"2. Thông tin thửa đất:", ""}, {"Thửa đất số:", fmt.Sprint(1 + seed%400)}, {"Tờ bản đồ số:", fmt.Sprint(1 + seed%60)},
			{"Diện tích:", fmt.Sprintf("%d,5 m²", 60+seed%300)}, {"Loại đất:", "Đất ở tại đô thị"}, {"Địa chỉ:", home},
			{"Nguồn gốc sử dụng đất:", "Nhận chuyển nhượng quyền sử dụng đất"},
		}
		x.signedAs = []string{"GIÁM ĐỐC"}
		x.official = "Thạch Minh Quân"
	}
	return x
}

var childNames = []string{"Bảo", "Hân", "Huy", "Khang", "Linh", "Nghi", "Phát", "Thịnh"}
