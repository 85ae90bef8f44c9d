package scan

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// SeveralSheets finds pages that show more than one paper.
func SeveralSheets() rule {
	return rule{
		ID:    "scan/several-sheets",
		Title: msg.Message{ID: "scan/several-sheets.title", VI: "Nhiều giấy tờ trên một ảnh", EN: "Several papers on one picture"},
		Why: msg.Message{
			ID: "scan/several-sheets.why",
			VI: "Số trang ảnh phải bằng số trang giấy, theo đúng thứ tự; hai tờ hoặc hai thẻ quét chung một ảnh thì không đếm và không đối chiếu được từng tờ. Chương trình nêu cảnh báo khi thấy từ hai vùng hình chữ nhật tách rời nhau; giấy trắng trên nền trắng không phân biệt được.",
			EN: "There are as many page images as pages of paper, in their order; two sheets or cards on one picture can neither be counted nor compared one by one. It is a warning when two or more rectangles lie apart; white paper on a white ground cannot be told.",
		},
		Remedy: msg.Message{
			ID: "scan/several-sheets.remedy", VI: "Quét mỗi tờ, mỗi mặt thành một trang riêng. " + scanAgainVI, EN: "Scan each sheet and each side to a page of its own. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.WholePaper(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			if q.Sheets < 2 {
				return nil
			}
			return &hit{message: severalText, args: []any{"sheets", q.Sheets}, bad: float64(q.Sheets)}
		})),
	}
}

var severalText = msg.Message{
	ID: "scan/several-sheets", VI: "Trang {pages} có {sheets} tờ giấy hoặc thẻ trên cùng một ảnh.", EN: "Page {pages} shows {sheets} sheets or cards on one picture.",
}
