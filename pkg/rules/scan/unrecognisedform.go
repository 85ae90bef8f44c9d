package scan

import (
	"cmp"
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// UnrecognisedForm finds results on whose pages the form that the procedure ends
// with was not recognised, so that nobody looked at its signatures.
func UnrecognisedForm() rule {
	return rule{
		ID: "scan/unrecognised-form",
		Title: msg.Message{
			ID: "scan/unrecognised-form.title", VI: "Không nhận ra mẫu giấy của kết quả", EN: "The form of the result was not recognised",
		},
		Why: msg.Message{
			ID: "scan/unrecognised-form.why",
			VI: "Thủ tục này có kết quả theo mẫu đã biết nhưng không trang nào của tệp được nhận ra là mẫu đó: trang trắng, mờ, bị cắt, quá nghiêng, hoặc là giấy khác. Chữ ký và con dấu trên các trang ấy chưa được kiểm tra, không phải là đạt. Đây là cảnh báo vì giấy có thể đúng mà chương trình không đọc được.",
			EN: "The result of this procedure has a known form, but no page of the file was recognised as that form: it is blank, blurred, cropped, too oblique, or another paper. Signatures and seal on those pages were not checked, which is not the same as passed. It is a warning, since the paper may be right and the program unable to read it.",
		},
		Remedy: msg.Message{
			ID: "scan/unrecognised-form.remedy",
			VI: "Mở tệp để xem: nếu là giấy khác thì đính kèm đúng kết quả; nếu đúng giấy thì quét lại bằng máy quét, màu, tối thiểu 200 dpi, ngay ngắn và đủ bốn mép. Nếu bản quét đã rõ thì người có trách nhiệm tự kiểm tra chữ ký và con dấu.",
			EN: "Open the file: if it is another paper, attach the right result; if it is the right one, scan it again with a scanner, in colour, at 200 dpi or more, straight and with all four edges. If the scan is clear already, a person must look at signatures and seal.",
		},
		Date:    evidence.Digitized,
		After:   readable("result/wrong-document"),
		Applies: hasForm,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, evidence.EachResult(func(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			if err := doc.OnlyPDF(); err != nil {
				return err
			}
			pages, err := doc.Pages()
			if err != nil {
				return err
			}
			return judge(d, doc, pages, p)
		})),
	}
}

func hasForm(ctx context.Context, d *evidence.Dossier) (bool, error) {
	if any, err := evidence.HasResult(ctx, d); !any || err != nil {
		return false, err
	}
	return len(d.Forms) > 0, nil
}

// judge looks for a page of an expected form. A page that could not be drawn may
// be one: the answer is open then.
func judge(d *evidence.Dossier, doc *evidence.Document, pages []evidence.PageReading, p *lint.Pass) error {
	var first *evidence.PageReading // that was drawn and shows no form
	var undrawn *evidence.PageReading
	for i := range pages {
		page := &pages[i]
		switch {
		case d.Expects(page.Form()):
			return nil
		case page.Electronic, page.Certain():
		case page.Reading == nil && !page.Blank:
			undrawn = cmp.Or(undrawn, page)
		case first == nil || first.Blank && !page.Blank:
			first = page
		}
	}
	switch {
	case undrawn != nil:
		return undrawn.Unseen()
	case first == nil:
		return lint.Inapplicable(otherText.With())
	}
	message := unrecognisedText.With("form", evidence.FormName(d.Forms[0]), "page", first.Page, "because", first.Why())
	if len(pages) == 1 {
		message.Message = onlyPageText
	}
	p.Report(lint.Finding{Message: message, Place: doc.PlaceOn(first.Page, lint.Box{}), Identity: "form"})
	return nil
}

var (
	unrecognisedText = msg.Message{
		ID: "scan/unrecognised-form",
		VI: "Không trang nào được nhận ra là {form}, nên chưa kiểm tra được chữ ký và con dấu. Trang {page}: {because}.",
		EN: "No page was recognised as {form}, so signatures and seal were not checked. Page {page}: {because}.",
	}
	onlyPageText = msg.Message{
		ID: "scan/unrecognised-form.page",
		VI: "Trang {page} không được nhận ra là {form}, nên chưa kiểm tra được chữ ký và con dấu: {because}.",
		EN: "Page {page} was not recognised as {form}, so signatures and seal were not checked: {because}.",
	}
	otherText = msg.Message{
		ID: "scan/unrecognised-form.other", VI: "Mọi trang đều là văn bản điện tử hoặc thuộc mẫu giấy khác đã nhận ra", EN: "Every page is electronic or shows another form that was recognised",
	}
)
