package sign

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Missing finds results without any digital signature.
func Missing() rule {
	return rule{
		ID:    "sign/missing",
		Title: msg.Message{ID: "sign/missing.title", VI: "Kết quả chưa ký số", EN: "The result is not signed digitally"},
		Why: msg.Message{
			ID: "sign/missing.why",
			VI: "Kết quả điện tử phải có chữ ký số của cơ quan có thẩm quyền. Ảnh quét có hình con dấu và chữ ký không phải là chữ ký số.",
			EN: "An electronic result must carry the digital signature of the competent agency. A scan that shows a seal and a signature is not signed digitally.",
		},
		Remedy: msg.Message{
			ID: "sign/missing.remedy",
			VI: "Chuyển lại bộ phận chuyên môn hoặc văn thư để ký số (người có thẩm quyền và cơ quan) rồi đính kèm lại.",
			EN: "Return it to the specialised office or the clerk to be signed digitally (competent person and agency) and attach it again.",
		},
		Date:    evidence.Digitized,
		After:   append(readable(), "sign/removed", "sign/image-only"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("b"), lint.Error, evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			report, err := reportOf(doc)
			if err != nil || len(standing(report)) > 0 {
				return err
			}
			switch {
			case len(removedFrom(report)) > 0:
				p.Report(lint.Finding{Message: removedText.With(), Place: doc.Place()})
			case len(report.Signatures) > 0:
				p.Report(lint.Finding{Message: timestampOnlyText.With(), Place: doc.Place()})
			case len(report.UnsignedFields) > 0:
				f := report.UnsignedFields[0]
				where := doc.Place()
				if f.Page > 0 {
					where = doc.PlaceOn(f.Page, lint.Box{X: f.Box.X, Y: f.Box.Y, W: f.Box.W, H: f.Box.H})
				}
				p.Report(lint.Finding{Message: emptyFieldText.With("field", f.Field), Place: where})
			default:
				p.Report(lint.Finding{Message: missingText.With(), Place: doc.Place()})
			}
			return nil
		})),
	}
}

var (
	missingText = msg.Message{
		ID: "sign/missing", VI: "Tệp kết quả không có chữ ký số nào.", EN: "The result file has no digital signature.",
	}
	emptyFieldText = msg.Message{
		ID: "sign/missing.empty-field",
		VI: "Tệp kết quả có ô chữ ký số «{field}» nhưng chưa ai ký.",
		EN: "The result file has a signature field «{field}» that nobody has signed.",
	}
	// removedText is for those who run this rule without sign/removed, which
	// otherwise says more.
	removedText = msg.Message{
		ID: "sign/missing.removed",
		VI: "Chữ ký số của tệp đã bị gỡ bỏ sau khi ký.",
		EN: "The digital signature was removed from the file after signing.",
	}
	timestampOnlyText = msg.Message{
		ID: "sign/missing.timestamp-only",
		VI: "Tệp chỉ có dấu thời gian, không có chữ ký số của người hoặc cơ quan.",
		EN: "The file has a timestamp only and no signature of a person or agency.",
	}
)
