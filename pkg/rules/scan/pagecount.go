package scan

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// PageCount finds sheets of a form with a back of which the back was not
// scanned.
func PageCount() rule {
	return rule{
		ID:    "scan/page-count",
		Title: msg.Message{ID: "scan/page-count.title", VI: "Thiếu mặt sau của giấy", EN: "The back of the sheet is missing"},
		Why: msg.Message{
			ID: "scan/page-count.why",
			VI: "Số trang ảnh phải bằng số trang của bản giấy. Mẫu giấy có nội dung ở mặt sau mà tệp ít trang hơn là cảnh báo. Mặt sau chỉ để ghi chú về sau (như giấy chứng nhận kết hôn, giấy khai sinh) có thể còn trống nên chỉ là lưu ý.",
			EN: "There are as many page images as the paper has pages. Where a form has content on its back and the file has fewer pages, it is a warning. A back that only has room for later notes, as on certificates of marriage and birth, may be empty still, so it is a remark.",
		},
		Remedy: msg.Message{
			ID: "scan/page-count.remedy", VI: "Xem mặt sau của bản giấy; nếu có chữ thì quét cả hai mặt, ký số và đính kèm lại.",
			EN: "Look at the back of the paper; if something is written there, scan both sides, sign and attach them again.",
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: mayHaveBack,
		Exceptions: []lint.Exception{
			{Severity: lint.Info, When: msg.Message{
				ID: "scan/page-count.info", VI: "khi mặt sau chỉ để ghi chú về sau",
				EN: "when the back has only room for later notes",
			}},
		},
		Editions: lint.EditionsOf(basis.WholePaper(), lint.Warning, evidence.EachResult(pageCount)),
	}
}

// mayHaveBack reports whether there is a result whose form may be known: of
// others nobody knows whether their sheets have a back.
func mayHaveBack(ctx context.Context, d *evidence.Dossier) (bool, error) {
	any, err := evidence.HasResult(ctx, d)
	return any && d.MayHaveForm(), err
}

func pageCount(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	pages, err := doc.Pages()
	if err != nil {
		return err
	}
	var front *evidence.PageReading
	var unseen error
	fronts, backs := 0, 0
	for i := range pages {
		page := &pages[i]
		f := page.Form()
		switch {
		case page.Electronic:
		case f != nil && f.Back != form.NoBack:
			fronts++
			if front == nil {
				front = page
			}
		case f == nil && (page.Blank || page.MayBeBack()):
			backs++
		case f == nil && unseen == nil:
			unseen = page.Unseen()
		}
	}
	switch {
	case unseen != nil:
		return unseen
	case fronts == 0 && backs == len(pages):
		return pages[0].Unseen()
	case fronts == 0:
		return lint.Inapplicable(noBackText.With())
	case backs >= fronts:
		return nil
	}
	found := lint.Finding{
		Message:  backText.With("form", evidence.FormName(front.Form()), "pages", len(pages)),
		Place:    doc.PlaceOn(front.Page, lint.Box{}),
		Identity: "back",
	}
	if front.Form().Back == form.BackNotes {
		found.Message.Message, found.Severity = notesText, lint.Info
	}
	p.Report(found)
	return nil
}

var (
	backText = msg.Message{
		ID: "scan/page-count",
		VI: "{form} có nội dung ở mặt sau nhưng tệp chỉ có {pages} trang, thiếu mặt sau.",
		EN: "{form} has content on its back, but the file has {pages} pages, without the back.",
	}
	notesText = msg.Message{
		ID: "scan/page-count.notes",
		VI: "{form} có mặt sau để ghi chú nhưng tệp chỉ có {pages} trang, không có mặt sau.",
		EN: "{form} has room for notes on its back, but the file has {pages} pages, without the back.",
	}
	noBackText = msg.Message{
		ID: "scan/page-count.none", VI: "Không có trang nào thuộc mẫu giấy có mặt sau", EN: "No page shows a form that has a back",
	}
)
