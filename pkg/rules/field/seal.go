package field

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Seal finds papers that were scanned before the agency's seal was put on them.
func Seal() rule {
	o := officialField{form.SealField, sealText, sealUnsureText}
	return rule{
		ID:    "field/seal",
		Title: msg.Message{ID: "field/seal.title", VI: "Bản giấy thiếu con dấu", EN: "The seal is missing on the paper"},
		Why: msg.Message{
			ID: "field/seal.why",
			VI: "Dấu của cơ quan được đóng lên khoảng một phần ba chữ ký của người có thẩm quyền, về phía bên trái. Giấy quét khi chưa đóng dấu là giấy chưa hoàn chỉnh. Nếu chữ ký của người có thẩm quyền cũng thiếu thì chỉ nêu lỗi đó.",
			EN: "The agency's seal covers about a third of the official's signature, on its left. A paper that was scanned without it is not complete. Where the official's signature is missing, too, that alone is told.",
		},
		Remedy: msg.Message{
			ID: "field/seal.remedy",
			VI: "Đóng dấu lên bản giấy, quét lại rồi mới ký số và đính kèm.",
			EN: "Put the seal on the paper, scan it again, and only then sign it digitally and attach it.",
		},
		Date:     evidence.Digitized,
		After:    append(readable(), "field/official-signature"),
		Applies:  mayBeSigned,
		Editions: lint.EditionsOf(basis.PaperSealed(), lint.Error, evidence.EachResult(o.judge)),
	}
}

var (
	sealText = msg.Message{
		ID: "field/seal",
		VI: "{form} không có dấu của cơ quan ({where}): giấy được quét khi chưa đóng dấu.",
		EN: "{form} bears no seal of the agency ({where}): the paper was scanned before it was sealed.",
	}
	sealUnsureText = msg.Message{
		ID: "field/seal.unsure",
		VI: "Không chắc bản giấy (trang {page}) đã được đóng dấu hay chưa: {because}; cần người xem lại",
		EN: "Whether the paper (page {page}) bears a seal cannot be told for sure: {because}; a person must look",
	}
)
