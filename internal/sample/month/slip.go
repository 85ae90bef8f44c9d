package month

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
)

// handover is a row of a control slip.
type handover struct {
	from, giver, given  string // "14 08:05": the day of September and the time
	to, receiver, taken string
}

const (
	desk      = "Bộ phận Một cửa"
	justice   = "Công chức Tư pháp - Hộ tịch"
	economy   = "Phòng Kinh tế, Hạ tầng và Đô thị"
	leaders   = "Lãnh đạo UBND"
	deskMan   = "Trương Quốc Bảo"
	justiceBy = "Nhiêu Thị Cẩm"
	economyBy = "Sơn Văn Thành"
)

// when writes a time as slips do.
func when(s string) string {
	if s == "" {
		return ""
	}
	return s[:2] + "/09/2026 " + s[3:]
}

// slipCSV adds a control slip as a system exports it.
func slipCSV(rows ...handover) change {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	w.Write([]string{"STT", "Nơi giao", "Người giao", "Thời gian giao", "Nơi nhận", "Người nhận", "Thời gian nhận"})
	for i, h := range rows {
		w.Write([]string{fmt.Sprint(i + 1), h.from, h.giver, when(h.given), h.to, h.receiver, when(h.taken)})
	}
	w.Flush()
	return beside("Phiếu kiểm soát.csv", b.Bytes())
}

// slipJSON adds a control slip as a system sends it.
func slipJSON(rows ...handover) change {
	type item struct {
		NoiGiao, NguoiGiao, ThoiGianGiao, NoiNhan, NguoiNhan, ThoiGianNhan string
	}
	var list []item
	for _, h := range rows {
		list = append(list, item{h.from, h.giver, when(h.given), h.to, h.receiver, when(h.taken)})
	}
	data, err := json.MarshalIndent(map[string]any{"TienTrinh": list}, "", "  ")
	if err != nil {
		panic(err) // strings alone
	}
	return beside("Phiếu kiểm soát.json", append(data, '\n'))
}

// slipForm adds a control slip that is kept in the layout of the form (Mẫu số
// 06, Thông tư 03/2025/TT-VPCP): the places of a row below each other.
func slipForm(rows ...handover) change {
	return func(d *dossier) {
		d.files = append(d.files, file{"Phiếu kiểm soát.xlsx", func(*studio) ([]byte, error) {
			b := newBook("Phiếu kiểm soát")
			b.text(1, 1, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ")
			b.text(2, 1, "Mã hồ sơ: "+d.Code)
			b.merge(1, 1, 6)
			for i, h := range []string{"TT", "TÊN CƠ QUAN", "THỜI GIAN GIAO, NHẬN HỒ SƠ", "NGƯỜI GIAO", "NGƯỜI NHẬN", "GHI CHÚ"} {
				b.text(4, i+1, h)
			}
			for i, h := range rows {
				b.text(5+i, 1, fmt.Sprint(i+1))
				b.text(5+i, 2, "1. Giao: "+h.from+" 2. Nhận: "+h.to)
				b.text(5+i, 3, formTime(h.given))
				b.text(5+i, 4, h.giver)
				b.text(5+i, 5, h.receiver)
			}
			return b.bytes()
		}})
	}
}

// formTime writes a time as the form prints it, dots where nothing was entered.
func formTime(s string) string {
	if s == "" {
		return "... giờ ... phút, ngày ... tháng ... năm ..."
	}
	return fmt.Sprintf("%s giờ %s phút, ngày %s tháng 9 năm 2026", s[3:5], s[6:8], s[:2])
}
