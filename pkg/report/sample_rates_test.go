package report_test

import (
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

func sampleRates() []lint.Rate {
	attached := func(n, of int, failing ...string) lint.Counts {
		return lint.Counts{Numerator: n, Denominator: of, Failing: failing}
	}
	return []lint.Rate{
		{
			Key: "digitized-results", Title: msg.Message{ID: "rate/attached", VI: "Kết quả đã đính kèm", EN: "Results attached"}, Target: 0.9,
			Counts: lint.Counts{Numerator: 3, Denominator: 4, Unknown: 1, Failing: []string{"H20.30-260911-0003"}},
			Groups: []lint.Group{
				{By: lint.ByUnit, Key: "UBND phường Mẫu", Counts: attached(3, 3)},
				{By: lint.ByUnit, Counts: attached(0, 1, "H20.30-260911-0003")},
				{By: lint.ByProcedure, Key: "1.000894", Name: "Đăng ký kết hôn", Counts: attached(3, 4, "H20.30-260911-0003")},
				{By: lint.ByWeek, Key: "2026-W37", From: law.Date(2026, 9, 7), Counts: attached(2, 2)},
				{By: lint.ByWeek, Key: "2026-W40", From: law.Date(2026, 9, 28), Counts: attached(1, 2, "H20.30-260911-0003")},
			},
		},
		{
			Key: "two-layer", Title: msg.Message{ID: "rate/signed", VI: "Kết quả có đủ 02 lớp chữ ký số", EN: "Results with two layers"}, Target: 1,
			Counts: lint.Counts{Numerator: 2, Denominator: 3, Unchecked: 1},
			Groups: []lint.Group{{By: lint.ByUnit, Key: "UBND phường Mẫu", Counts: lint.Counts{Numerator: 2, Denominator: 3, Unchecked: 1}}},
		},
		{
			Key: "open-in-time", Title: msg.Message{ID: "rate/open", VI: "Hồ sơ còn trong hạn", EN: "In time"}, Rest: msg.Message{ID: "rate/open.rest", VI: "{n} hồ sơ quá hạn", EN: "{n} overdue"},
			Counts: lint.Counts{Numerator: 1, Denominator: 4, Failing: []string{"H20.30-260911-0005", "H20.30-260911-0006"}, FailingMore: 1},
		},
		{Key: "unchecked", Title: msg.Message{ID: "rate/unchecked", VI: "Không gì xét được", EN: "Nothing judged"}, Target: 0.95, Counts: lint.Counts{Denominator: 2, Unchecked: 2}},
		{Key: "empty", Title: msg.Message{ID: "rate/empty", VI: "Không có gì để tính", EN: "Nothing to count"}},
	}
}

func sampleRegister() *lint.RegisterInfo {
	note := msg.Message{ID: "register/note.unknown", VI: "Cột {column} «{header}»: chưa hiểu; không dùng.", EN: "Column {column} «{header}» is not understood; it is not used."}
	r := &lint.RegisterInfo{
		File: "ho-so.csv", Rows: 4,
		Lists: []lint.RegisterList{{File: "ho-so.csv", Header: 2, Columns: []lint.RegisterColumn{
			{Number: 1, Header: "Số hồ sơ", Field: dossier.FieldCode}, {Number: 2, Header: "Màu bìa"},
		}}},
		Procedures: []lint.RegisterProcedure{{Code: "9.999999", Name: "Thủ tục mẫu", Lines: 2}},
	}
	for column, header := range []string{"Màu bìa", "Kệ", "Tủ", "Ngăn", "Hộp"} {
		r.Notes = append(r.Notes, lint.RegisterNote{
			Kind: "unknown-header", File: "ho-so.csv", Row: 2, Column: column + 2, Text: note.With("column", column+2, "header", header),
		})
	}
	return r
}
