package field

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// OfficialSignature finds papers that were scanned before the competent person
// had signed them.
func OfficialSignature() rule {
	o := officialField{form.OfficialSignature, officialText, officialUnsureText}
	return rule{
		ID: "field/official-signature",
		Title: msg.Message{
			ID: "field/official-signature.title", VI: "Bản giấy thiếu chữ ký của người có thẩm quyền", EN: "The official's signature is missing on the paper",
		},
		Why: msg.Message{
			ID: "field/official-signature.why",
			VI: "Bản giấy phải có chữ ký tay của người có thẩm quyền trước khi quét. Chữ ký số trên tệp quét chỉ xác nhận bản quét đúng với bản giấy, không thay cho chữ ký còn thiếu trên giấy. Văn bản điện tử, hoặc trang có hình hiển thị của chữ ký số ngay tại ô ký, không cần chữ ký tay và không bị xét theo quy tắc này.",
			EN: "The competent person must sign the paper by hand before it is scanned. The digital signature of a scan says that it is true to the paper and does not replace what the paper lacks. An electronic document, or a page that shows a digital signature in the very box, needs no signature by hand and is not judged by this rule.",
		},
		Remedy: msg.Message{
			ID: "field/official-signature.remedy",
			VI: "Trình người có thẩm quyền ký (và đóng dấu) trên bản giấy, quét lại rồi mới ký số và đính kèm.",
			EN: "Have the competent person sign (and seal) the paper, scan it again, and only then sign it digitally and attach it.",
		},
		Date:     evidence.Digitized,
		After:    readable(),
		Applies:  mayBeSigned,
		Editions: lint.EditionsOf(basis.PaperSigned(), lint.Error, evidence.EachResult(o.judge)),
	}
}

var (
	officialText = msg.Message{
		ID: "field/official-signature",
		VI: "{form} không có chữ ký tay của người có thẩm quyền ({where}): giấy được quét khi chưa ký.",
		EN: "{form} bears no handwritten signature of the competent person ({where}): the paper was scanned before it was signed.",
	}
	officialUnsureText = msg.Message{
		ID: "field/official-signature.unsure",
		VI: "Không chắc ô ký của người có thẩm quyền (trang {page}) đã có chữ ký hay chưa: {because}; cần người xem lại",
		EN: "Whether the official's box (page {page}) is signed cannot be told for sure: {because}; a person must look",
	}
)

// mayBeSigned reports whether a result may be a paper with a place for an
// official's signature: its form has one, or its form is not known.
func mayBeSigned(ctx context.Context, d *evidence.Dossier) (bool, error) {
	if any, err := evidence.HasResult(ctx, d); !any || err != nil {
		return false, err
	}
	for _, f := range d.Forms {
		if f.Field(form.OfficialSignature) != nil {
			return true, nil
		}
	}
	return len(d.Forms) == 0, nil
}
