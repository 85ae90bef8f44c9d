package month

import (
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
)

// cells changes the line of the register.
func cells(edit func(*row)) change { return func(d *dossier) { edit(&d.row) } }

// state sets the status of a dossier that is being handled or ended without a
// result.
func state(s string) change { return cells(func(r *row) { r.status = s }) }

// held is a dossier that was settled but of which the desk got nothing.
func held(d *dossier) { d.row.status, d.row.result, d.row.returned = "Đã xử lý xong", "", "" }

// unlisted is a dossier without a line in the register.
func unlisted(d *dossier) { d.unlisted = true }

// again is a dossier whose line stands in the register twice.
func again(d *dossier) { d.again = true }

// notDigitized is a dossier whose papers were not scanned.
func notDigitized(d *dossier) { d.row.papers = "0" }

// called gives the result another name than the prescribed.
func called(name string) change { return func(d *dossier) { d.name = name } }

// stages sets the days of the second stage.
func stages(received, due string) change {
	return cells(func(r *row) { r.second, r.secondDue = date(day(received)), date(day(due)) })
}

// apology adds the office's apology for the delay, with the new day.
func apology(newDue string) change {
	return func(d *dossier) {
		d.files = append(d.files, file{"Văn bản xin lỗi.pdf", func(st *studio) ([]byte, error) {
			x := text{
				agency: [2]string{"UBND TỈNH ĐỒNG THÁP", d.office.committee()}, number: "Số: " + d.number(),
				title: "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
				lines: [][2]string{
					{"Kính gửi:", d.Owner}, {"Mã hồ sơ:", d.Code},
					{"Thời gian hẹn trả kết quả giải quyết hồ sơ:", longDate(day(d.Due))},
					{"Lý do:", "cần xác minh thêm tại nơi cư trú trước đây."},
					{"Thời gian trả kết quả:", longDate(day(newDue))},
					{"Ủy ban nhân dân xin lỗi ông, bà vì sự chậm trễ này.", ""},
				},
				signedAs: []string{d.office.title}, official: d.office.official,
			}
			t := d.typed(st, x)
			return pdfwrite.Typed([]*paper.Typed{t}, info(d, day(d.Due).Add(9*time.Hour))), nil
		}})
	}
}

// beside adds a file to the dossier.
func beside(name string, data []byte) change {
	return func(d *dossier) {
		d.files = append(d.files, file{name, func(*studio) ([]byte, error) { return data, nil }})
	}
}
