package result

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// WrongDocument finds files that surely show another paper than the one that
// the procedure ends with. It looks at the pages, so it runs after the rules on
// whether they can be read; see [OnPages].
func WrongDocument() rule {
	return rule{
		ID:    "result/wrong-document",
		Title: msg.Message{ID: "result/wrong-document.title", VI: "Đính kèm nhầm loại giấy", EN: "Another paper is attached in place of the result"},
		Why: msg.Message{
			ID: "result/wrong-document.why",
			VI: "Kết quả phải là loại giấy mà thủ tục trả cho công dân. Tờ khai, giấy tiếp nhận, phiếu kiểm soát, hay kết quả của thủ tục khác không thay được. Quy tắc chỉ nêu lỗi khi mọi trang đều được nhận ra chắc chắn là giấy khác hoặc trang trắng, và không tệp kết quả nào khác của hồ sơ là giấy đúng. Trích lục điện tử thay được giấy chứng nhận; bản quét trích lục giấy thì không có chữ ký của hai bên nên là cảnh báo.",
			EN: "The result must be the paper that the procedure hands out. An application, a receipt, a control slip or the result of another procedure does not replace it. The rule speaks only where every page was surely recognised as another paper or is blank, and no other result file of the dossier is the right paper. An electronic extract may stand for the certificate; the scan of a paper extract bears no signatures of the parties and is a warning.",
		},
		Remedy: msg.Message{
			ID: "result/wrong-document.remedy",
			VI: "Mở tệp để xem, rồi quét, ký số và đính kèm đúng kết quả của thủ tục thay cho tệp này.",
			EN: "Open the file, then scan the right result of the procedure, sign it digitally and attach it in place of this file.",
		},
		Date:  evidence.Digitized,
		After: []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted", "pdf/blank"},
		Applies: func(ctx context.Context, d *evidence.Dossier) (bool, error) {
			any, err := evidence.HasResult(ctx, d)
			return any && len(d.Forms) > 0, err
		},
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "result/wrong-document.warning", VI: "khi tệp là bản quét trích lục của chính việc đó",
				EN: "when it is a scanned extract of the same record",
			}},
		},
		Editions: lint.EditionsOf(basis.ElectronicResult("a"), lint.Error, evidence.EachResult(wrongDocument)),
	}
}

func wrongDocument(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	other, err := otherPaper(d, doc)
	if other == nil {
		return err
	}
	for _, result := range d.Results() {
		if result == doc || result.OnlyPDF() != nil {
			continue
		}
		pages, err := result.Pages()
		if err == nil && slices.ContainsFunc(pages, func(page evidence.PageReading) bool { return isRight(d, &page) }) {
			return lint.Inapplicable(besideText.With("file", result.Path))
		}
	}
	found := lint.Finding{
		Message:  wrongText.With("form", evidence.FormName(other.Form()), "expected", evidence.FormName(d.Forms[0]), "page", other.Page),
		Place:    doc.PlaceOn(other.Page, lint.Box{}),
		Identity: other.Form().ID,
	}
	if d.StandsIn(other.Form()) {
		found.Message.Message, found.Severity, found.Remedy = extractText, lint.Warning, extractRemedy.With()
	}
	p.Report(found)
	return nil
}

// isRight reports whether a page shows what the procedure ends with. What may
// stand in its place does so as an electronic document alone: the paper
// certificate is the original, and its scan the electronic counterpart.
func isRight(d *evidence.Dossier, page *evidence.PageReading) bool {
	return d.Expects(page.Form()) && (page.Electronic || !d.StandsIn(page.Form()))
}

// otherPaper returns the first page of a document that surely is another paper
// throughout. It is nil with a nil error for one that shows the right one, and
// with the reason where that cannot be told.
func otherPaper(d *evidence.Dossier, doc *evidence.Document) (*evidence.PageReading, error) {
	pages, err := doc.Pages()
	if err != nil {
		return nil, err
	}
	var other, open *evidence.PageReading
	for i := range pages {
		page := &pages[i]
		switch {
		case isRight(d, page):
			return nil, nil
		case page.Certain():
			if other == nil {
				other = page
			}
		case open == nil && !page.Blank:
			open = page
		}
	}
	switch {
	case open != nil:
		return nil, open.Unseen()
	case other == nil: // blank throughout
		return nil, pages[0].Unseen()
	}
	return other, nil
}

var (
	wrongText = msg.Message{
		ID: "result/wrong-document",
		VI: "Tệp là {form} (trang {page}), không phải {expected} mà thủ tục này trả cho công dân.",
		EN: "The file is {form} (page {page}) and not {expected}, which this procedure hands out.",
	}
	extractText = msg.Message{
		ID: "result/wrong-document.extract",
		VI: "Tệp là bản quét {form} (trang {page}), không phải {expected} mà thủ tục này trả cho công dân.",
		EN: "The file is a scan of {form} (page {page}) and not {expected}, which this procedure hands out.",
	}
	extractRemedy = msg.Message{
		ID: "result/wrong-document.extract.remedy",
		VI: "Quét bản giấy chứng nhận đã đủ chữ ký của hai bên, ký số rồi đính kèm; trích lục có thể để kèm.",
		EN: "Scan the paper certificate that both parties have signed, sign it digitally and attach it; the extract may stay beside it.",
	}
	besideText = msg.Message{
		ID: "result/wrong-document.beside", VI: "Kết quả đúng mẫu ở tệp {file}; tệp này là giấy kèm theo", EN: "The result of the right form is in {file}; this file comes with it",
	}
)
