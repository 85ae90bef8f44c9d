// Package procedure knows which administrative procedures (thủ tục hành chính)
// end with which kind of paper.
//
// It answers one question so far: whether the result is signed by wife and
// husband. A procedure that it does not know is unknown, never "without": what
// depends on the answer then has to look at the paper itself.
package procedure

import (
	"regexp"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// Answer is yes, no, or unknown.
type Answer uint8

// The answers. The zero value is Unknown.
const (
	Unknown Answer = iota
	No
	Yes
)

var codePattern = regexp.MustCompile(`^\s*(\d\.\d{6})(?:\D.*)?$`)

// Code returns the national code at the start of what a system writes, as
// "1.000894" of "1.000894.000.00.00.H20", or "" if there is none.
func Code(text string) string {
	if m := codePattern.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// marriage are the procedures that end with a marriage certificate, by the
// lists of three public one-stop systems.
var marriage = []string{"1.000894", "2.000806", "1.004746"}

// others are procedures of the same lists that end with another paper.
var others = []string{
	"1.001193", // Đăng ký khai sinh
	"1.004884", // Đăng ký lại khai sinh
	"1.004772", // Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân
	"1.000689", // Đăng ký khai sinh kết hợp nhận cha, mẹ, con
	"1.000656", // Đăng ký khai tử
	"1.005461", // Đăng ký lại khai tử
	"1.001022", // Đăng ký nhận cha, mẹ, con
	"1.004873", // Cấp Giấy xác nhận tình trạng hôn nhân
	"1.004859", // Đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch
	"2.000635", // Cấp bản sao Trích lục hộ tịch
	"2.001263", // Đăng ký nuôi con nuôi trong nước
	"2.000815", // Chứng thực bản sao từ bản chính
	"2.000884", // Chứng thực chữ ký
	"1.001612", // Đăng ký thành lập hộ kinh doanh
	"1.004222", // Đăng ký thường trú
	"1.004194", // Đăng ký tạm trú
	"1.010038", // Tách hộ
	"1.011607", // Công nhận hộ nghèo
	"1.001699", // Xác định mức độ khuyết tật
	"1.009122", // Cấp giấy phép xây dựng nhà ở riêng lẻ
}

// otherNames are words, folded, of procedures that end with another paper. The
// first group decides even where marriage is spoken of.
var otherNames = [2][]string{
	{"trich luc", "tinh trang hon nhan", "ban sao", "chung thuc", "cai chinh", "ghi vao so", "ghi chu"},
	{
		"khai sinh", "khai tu", "nhan cha me con", "nuoi con nuoi", "giam ho", "ho kinh doanh", "thuong tru", "tam tru",
		"tach ho", "ho ngheo", "can ngheo", "khuyet tat", "xay dung", "quyen su dung dat", "dat dai", "bao tro xa hoi",
		"nguoi co cong", "mai tang",
	},
}

// SpousesSign reports whether the result of a procedure is signed by wife and
// husband. The code decides, then the name.
func SpousesSign(code, name string) Answer {
	code = Code(code)
	for _, c := range marriage {
		if c == code {
			return Yes
		}
	}
	for _, c := range others {
		if c == code {
			return No
		}
	}
	name = " " + dossier.Fold(name) + " "
	has := func(words []string) bool {
		for _, w := range words {
			if strings.Contains(name, " "+w+" ") {
				return true
			}
		}
		return false
	}
	switch {
	case has(otherNames[0]):
		return No
	case has([]string{"ket hon"}):
		return Yes
	case has(otherNames[1]):
		return No
	}
	return Unknown
}
