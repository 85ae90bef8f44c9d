package scan

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// BlankPage finds blank pages that are not the back of a sheet.
func BlankPage() rule {
	return rule{
		ID:    "scan/blank-page",
		Title: msg.Message{ID: "scan/blank-page.title", VI: "Có trang trắng bất thường", EN: "A page is blank where none should be"},
		Why: msg.Message{
			ID: "scan/blank-page.why",
			VI: "Mặt sau để trống vẫn được quét, nên một trang trắng ngay sau một trang có nội dung là bình thường. Trang trắng ở đầu tệp hoặc hai trang trắng liền nhau thường do đặt giấy ngược mặt hay máy kéo hai tờ một lượt: có thể thiếu một trang.",
			EN: "A blank back is scanned too, so a blank page behind one that bears something is as it should be. A blank page at the beginning, or two in a row, mostly mean that paper lay the wrong way up or that two sheets went through at once: a page may be missing.",
		},
		Remedy: msg.Message{
			ID: "scan/blank-page.remedy", VI: "Đối chiếu với bản giấy; nếu thiếu trang thì quét lại đủ và đúng thứ tự, nếu thừa thì bỏ trang trắng trước khi ký số.",
			EN: "Compare with the paper: if a page is missing, scan all of it again in order; if not, take the blank page out before signing.",
		},
		Date:     evidence.Digitized,
		After:    readable(),
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, evidence.EachResult(blankPage)),
	}
}

func blankPage(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	pages, err := doc.Pages()
	if err != nil {
		return err
	}
	var odd []int
	var unseen error
	for i := range pages {
		page := &pages[i]
		switch {
		case page.Electronic:
		case page.Reading == nil && !page.Blank:
			if unseen == nil {
				unseen = page.Unseen()
			}
		case page.Blank && (i == 0 || pages[i-1].Blank):
			odd = append(odd, page.Page)
		}
	}
	if len(odd) > 0 {
		p.Report(lint.Finding{Message: blankText.With("pages", span(odd)), Place: doc.PlaceOn(odd[0], lint.Box{}), Identity: "blank"})
	}
	return unseen
}

var blankText = msg.Message{
	ID: "scan/blank-page", VI: "Trang {pages} trắng mà không phải mặt sau của một trang có nội dung.", EN: "Page {pages} is blank and not the back of a page that bears something.",
}
