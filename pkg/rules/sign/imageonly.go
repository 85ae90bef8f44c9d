package sign

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// ImageOnly finds results that show something laid over a page that looks like a
// signature or a seal, while nobody signed digitally.
func ImageOnly() rule {
	return rule{
		ID: "sign/image-only",
		Title: msg.Message{
			ID: "sign/image-only.title", VI: "Chỉ dán hình chữ ký, con dấu, không ký số", EN: "A picture of a signature or seal in place of a digital signature",
		},
		Why: msg.Message{
			ID: "sign/image-only.why",
			VI: "Hình con dấu hoặc chữ ký dán lên tệp PDF không phải là chữ ký số: ai cũng dán được, và không cho biết nội dung có bị sửa hay không. Kết quả điện tử phải có chữ ký số của cơ quan có thẩm quyền.",
			EN: "A seal or signature pasted onto a PDF is no digital signature: anybody can paste it, and it does not tell whether the content was changed. An electronic result must carry the digital signature of the competent agency.",
		},
		Remedy: msg.Message{
			ID: "sign/image-only.remedy",
			VI: "Chuyển lại để ký số bằng chứng thư số của người có thẩm quyền và của cơ quan trên phần mềm ký số (không dùng chức năng đóng dấu, dán ảnh của trình xem PDF) rồi đính kèm lại.",
			EN: "Return it to be signed with the certificates of the competent person and the agency in a signing program (not with the stamp tool of a PDF viewer), and attach it again.",
		},
		Date:    evidence.Digitized,
		After:   append(readable(), "sign/removed"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("b"), lint.Error, evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			report, err := reportOf(doc)
			if err != nil || len(report.Marks) == 0 || len(standing(report)) > 0 {
				return err
			}
			var seen []msg.Text
			for i := range report.Marks {
				seen = append(seen, markText(&report.Marks[i]))
			}
			m := &report.Marks[0]
			where := doc.Place()
			if m.Page > 0 {
				where = doc.PlaceOn(m.Page, lint.Box{X: m.Box.X, Y: m.Box.Y, W: m.Box.W, H: m.Box.H})
			}
			p.Report(lint.Finding{Message: imageOnlyText.With("marks", list(seen)), Place: where})
			return nil
		})),
	}
}

var (
	imageOnlyText = msg.Message{
		ID: "sign/image-only",
		VI: "Tệp không có chữ ký số nào, chỉ có {marks}.",
		EN: "The file has no digital signature, only {marks}.",
	}
	markPlainText = msg.Message{ID: "mark/plain", VI: "{kind} ở trang {page}", EN: "{kind} on page {page}"}
	markWordsText = msg.Message{ID: "mark/words", VI: "{kind} «{text}» ở trang {page}", EN: "{kind} «{text}» on page {page}"}
)

var markKinds = map[string]msg.Message{
	"stamp":     {ID: "mark/stamp", VI: "hình dấu được dán", EN: "a pasted stamp"},
	"ink":       {ID: "mark/ink", VI: "nét ký vẽ trên màn hình", EN: "a signature drawn on the screen"},
	"free-text": {ID: "mark/free-text", VI: "dòng chữ gõ thêm", EN: "typed text"},
	"field":     {ID: "mark/field", VI: "hình vẽ sẵn trong ô chữ ký chưa ai ký", EN: "a picture in a signature field that nobody signed"},
}

// markText says what a mark is, with the words in it.
func markText(m *sign.Mark) msg.Text {
	kind, ok := markKinds[m.Kind]
	if !ok {
		kind = msg.Message{ID: "mark/other", VI: "hình được dán", EN: "a pasted picture"}
	}
	if text := oneLine(m.Text); text != "" {
		return markWordsText.With("kind", kind.With(), "text", text, "page", m.Page)
	}
	return markPlainText.With("kind", kind.With(), "page", m.Page)
}
