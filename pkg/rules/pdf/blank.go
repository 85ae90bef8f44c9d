package pdf

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Blank finds results of which every page is blank.
func Blank() rule {
	return rule{
		ID:    "pdf/blank",
		Title: msg.Message{ID: "pdf/blank.title", VI: "Tệp PDF trắng", EN: "The PDF is blank"},
		Why: msg.Message{
			ID: "pdf/blank.why",
			VI: "Mọi trang đều không có nội dung, thường do quét nhầm mặt giấy. Hệ thống vẫn đếm là đã đính kèm, nhưng kết quả phải có đầy đủ nội dung.",
			EN: "Nothing is on any page, mostly since the wrong side was scanned. Systems count it as attached, but a result must carry its full content.",
		},
		Remedy: msg.Message{
			ID: "pdf/blank.remedy", VI: "Quét lại đúng mặt giấy có nội dung, ký số rồi đính kèm thay cho tệp này.",
			EN: "Scan the side that bears the result, sign it and attach it in place of this file.",
		},
		Date:     evidence.Digitized,
		After:    []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted"},
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(readable(), lint.Error, evidence.EachResult(blank)),
	}
}

func blank(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	pages, err := doc.Pages()
	if err != nil {
		return err
	}
	var unseen error
	for i := range pages {
		switch page := &pages[i]; {
		case page.Electronic: // it bears a stroke at least
			return nil
		case page.Blank:
		case page.Reading == nil:
			unseen = page.Unseen()
		default:
			return nil
		}
	}
	if unseen == nil {
		p.Report(lint.Finding{Message: blankText.With("pages", len(pages)), Place: doc.Place(), Identity: "blank"})
	}
	return unseen
}

var blankText = msg.Message{
	ID: "pdf/blank", VI: "Cả {pages} trang của tệp đều trắng, không có nội dung.", EN: "All {pages} pages of the file are blank.",
}
