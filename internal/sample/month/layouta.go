package month

import (
	"bytes"
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"
)

// layoutA writes the list of dossiers of a one-stop system as it is exported to
// a workbook: a title above, the header in merged cells, days as numbers, some of
// them typed in by hand as text, a line hidden by a filter. Four columns were
// added by the office.
func layoutA(dossiers []*dossier) ([]byte, error) {
	b := newBook("Danh sách hồ sơ")
	b.text(1, 1, "UBND PHƯỜNG SA ĐÉC")
	b.text(2, 1, "DANH SÁCH HỒ SƠ TIẾP NHẬN VÀ GIẢI QUYẾT")
	b.text(3, 1, "Từ ngày 01/09/2026 đến ngày 30/09/2026")
	header := []string{"Số hồ sơ", "Tên thủ tục hành chính", "Tên lĩnh vực", "Phòng ban", "Ngày tiếp nhận", "Ngày hẹn trả",
		"Ngày kết thúc xử lý", "Cơ quan/đơn vị", "Chủ hồ sơ", "Số điện thoại", "Cán bộ xử lý hiện tại", "Trạng thái hồ sơ",
		"Ngày nhận kết quả", "Ngày trả kết quả", "Ngày nhận giai đoạn 2", "Ngày hẹn trả giai đoạn 2"}
	for line := range 3 {
		b.merge(line+1, 1, len(header))
	}
	for i, h := range header {
		b.text(5, i+1, h)
	}
	row := 6
	for _, d := range dossiers {
		if d.unlisted {
			continue
		}
		times := 1
		if d.again {
			times = 2
		}
		for range times {
			d.lines = append(d.lines, fmt.Sprintf("%s:%d", b.sheet, row))
			r := d.row
			for i, v := range []string{r.code, r.procedure, d.Procedure.sector, d.Procedure.department, r.received, r.due, r.finished, r.unit, r.owner,
				phone(d.ordinal), "Trương Quốc Bảo", r.status, r.result, r.returned, r.second, r.secondDue} {
				b.put(row, i+1, v)
			}
			row++
		}
	}
	b.text(row+1, 1, "Người lập biểu")
	b.hide(8)
	return b.bytes()
}

// phone returns a number that no network has.
func phone(n int) string {
	return "0000 000 " + string([]byte{'0' + byte(n/100), '0' + byte(n/10%10), '0' + byte(n%10)})
}

// book is a workbook of one sheet; it keeps the first error.
type book struct {
	f     *excelize.File
	sheet string
	day   int // style of days
	err   error
}

func newBook(sheet string) *book {
	b := &book{f: excelize.NewFile(), sheet: sheet}
	b.keep(b.f.SetSheetName("Sheet1", sheet))
	layout := "dd/mm/yyyy"
	var err error
	b.day, err = b.f.NewStyle(&excelize.Style{CustomNumFmt: &layout})
	b.keep(err)
	return b
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) cell(row, column int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	b.keep(err)
	return name
}

// text writes a cell as text.
func (b *book) text(row, column int, s string) {
	b.keep(b.f.SetCellStr(b.sheet, b.cell(row, column), s))
}

// put writes a real day as a number, anything else as text, and nothing for "".
func (b *book) put(row, column int, s string) {
	if s == "" {
		return
	}
	at, err := time.Parse("02/01/2006", s)
	if err != nil {
		b.text(row, column, s)
		return
	}
	cell := b.cell(row, column)
	b.keep(b.f.SetCellValue(b.sheet, cell, at))
	b.keep(b.f.SetCellStyle(b.sheet, cell, cell, b.day))
}

func (b *book) merge(row, from, to int) {
	b.keep(b.f.MergeCell(b.sheet, b.cell(row, from), b.cell(row, to)))
}

func (b *book) hide(row int) { b.keep(b.f.SetRowVisible(b.sheet, row, false)) }

func (b *book) bytes() ([]byte, error) {
	var out bytes.Buffer
	if b.err == nil {
		b.err = b.f.Write(&out)
	}
	return out.Bytes(), b.err
}
