package field

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// SpouseSignature finds marriage certificates that were scanned before wife and
// husband had signed.
func SpouseSignature() rule {
	run := evidence.EachResult(spouses)
	return rule{
		ID: "field/spouse-signature",
		Title: msg.Message{
			ID: "field/spouse-signature.title", VI: "Giấy chứng nhận kết hôn thiếu chữ ký của vợ hoặc chồng", EN: "A spouse's signature is missing on the marriage certificate",
		},
		Why: msg.Message{
			ID: "field/spouse-signature.why",
			VI: "Lãnh đạo UBND ký trước, hai bên nam nữ ký sau khi có mặt nhận kết quả. Bản quét có chữ ký của lãnh đạo và con dấu nhưng hai ô của vợ, chồng còn trống là bản quét quá sớm. Điểm chỉ có giá trị như chữ ký và được nêu thành lưu ý. Tên đánh máy không phải là chữ ký.",
			EN: "The official signs first; wife and husband sign when they come for the certificate. A scan with signature and seal of the office and empty boxes of the spouses was made too early. A fingerprint counts as a signature and is remarked on; a typed name does not count.",
		},
		Remedy: msg.Message{
			ID: "field/spouse-signature.remedy",
			VI: "Đề nghị vợ, chồng ký (hoặc điểm chỉ) đủ vào Giấy chứng nhận kết hôn bản giấy, quét lại rồi mới ký số và đính kèm.",
			EN: "Have wife and husband sign (or give a fingerprint) on the paper certificate, scan it again, and only then sign it digitally and attach it.",
		},
		Date:    evidence.Received, // dossiers received earlier follow the earlier law
		After:   readable(),
		Applies: mayBeCertificate,
		Exceptions: []lint.Exception{
			{Severity: lint.Info, When: msg.Message{
				ID: "field/spouse-signature.info", VI: "khi vợ hoặc chồng điểm chỉ thay cho chữ ký",
				EN: "when a spouse gave a fingerprint in place of a signature",
			}},
		},
		Editions: slices.Concat(
			lint.EditionsOf(basis.SpousesSign(), lint.Error, run),
			lint.EditionsOf(basis.SpousesSignByForm(), lint.Warning, run),
		),
	}
}

// mayBeCertificate reports whether a result may be a marriage certificate: the
// procedure says so, or it is not known what the procedure ends with.
func mayBeCertificate(ctx context.Context, d *evidence.Dossier) (bool, error) {
	if any, err := evidence.HasResult(ctx, d); !any || err != nil {
		return false, err
	}
	return d.SpousesSign() != procedure.No, nil
}

func hasSpouses(f *form.Form) bool { return f.Field(form.WifeSignature) != nil }

// spouse is what is said of one side of a certificate.
type spouse struct {
	key                                 string
	missing, fingerprint, unsure, other msg.Message
}

// instead says what is in a box that is not signed; it is zero for nothing.
func instead(read *form.FieldReading) msg.Text {
	switch {
	case slices.Contains(read.Contents, ink.Mark) && slices.Contains(read.Contents, ink.Name):
		return nameAndMarkText.With()
	case slices.Contains(read.Contents, ink.Name):
		return nameText.With()
	case slices.Contains(read.Contents, ink.Mark):
		return markText.With()
	}
	return msg.Text{}
}

func bothSpouses() []spouse {
	return []spouse{
		{form.WifeSignature, wifeText, wifeFingerprintText, wifeUnsureText, wifeOtherText},
		{form.HusbandSignature, husbandText, husbandFingerprintText, husbandUnsureText, husbandOtherText},
	}
}

// spouses judges every marriage certificate in one document.
func spouses(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	s, err := sheetsOf(doc, hasSpouses)
	if err != nil {
		return err
	}
	var unsure []msg.Text
	for i := range s.shown {
		page := &s.shown[i]
		for _, side := range bothSpouses() {
			if because, ok := side.judge(doc, page, p); !ok {
				unsure = append(unsure, because)
			}
		}
	}
	switch {
	case len(unsure) == 1:
		return lint.Unable(unsure[0], nil)
	case len(unsure) > 1:
		return lint.Unable(bothUnsureText.With("page", unsure[0].Args["page"], "because", unsure[0].Args["because"]), nil)
	case len(s.shown) > 0 || s.unseen != nil:
		return s.answer()
	case s.electronic != nil && d.StandsIn(s.electronic.Form()):
		return lint.Inapplicable(extractText.With("form", evidence.FormName(s.electronic.Form()))) // bears no spouses' signatures
	case s.others > 0 && d.SpousesSign() == procedure.Yes:
		return lint.Unable(otherFormText.With(), nil)
	}
	return lint.Inapplicable(noCertificateText.With())
}

// judge reports what is wrong with one side. It returns false and the reason
// where that cannot be told.
func (side *spouse) judge(doc *evidence.Document, page *evidence.PageReading, p *lint.Pass) (msg.Text, bool) {
	read, ok := page.Reading.Field(side.key)
	if !ok {
		return side.unsure.With("page", page.Page, "because", noCaptionText.With()), false
	}
	if over := pastedOn(page, &read); over != nil && !underIt(over, &read) {
		return side.unsure.With("page", page.Page, "because", pastedDoubtText.With()), false // field/pasted-signature says so
	}
	if page.Electronic && read.State.Signed() {
		return side.unsure.With("page", page.Page, "because", noPaperText.With()), false
	}
	found := lint.Finding{Place: place(doc, page, &read), Identity: identity(page, side.key)}
	switch read.State {
	case ink.Absent:
		found.Message = side.missing.With("where", where(page, &read))
		if content := instead(&read); !content.IsZero() {
			found.Message = side.other.With("where", where(page, &read), "content", content)
		}
		p.Report(found)
	case ink.Fingerprint:
		found.Severity = lint.Info
		found.Message, found.Remedy = side.fingerprint.With("where", where(page, &read)), fingerprintRemedy.With()
		p.Report(found)
	case ink.Unsure:
		return side.unsure.With("page", page.Page, "because", doubt(&read)), false
	}
	return msg.Text{}, true
}

var (
	wifeText = msg.Message{
		ID: "field/spouse-signature.wife",
		VI: "Ô ký của VỢ ({where}) còn trống: giấy được quét khi chưa có chữ ký hoặc điểm chỉ của vợ.",
		EN: "The WIFE's box ({where}) is empty: the paper was scanned without her signature or fingerprint.",
	}
	husbandText = msg.Message{
		ID: "field/spouse-signature.husband",
		VI: "Ô ký của CHỒNG ({where}) còn trống: giấy được quét khi chưa có chữ ký hoặc điểm chỉ của chồng.",
		EN: "The HUSBAND's box ({where}) is empty: the paper was scanned without his signature or fingerprint.",
	}
	nameText = msg.Message{ID: "content/name", VI: "họ tên đánh máy hoặc viết sẵn", EN: "a typed or written name"}
	markText = msg.Message{ID: "content/mark", VI: "nét hoặc vết mực không phải chữ ký", EN: "a stroke or stain that is no signature"}

	nameAndMarkText = msg.Message{
		ID: "content/name-and-mark", VI: "họ tên và nét mực không phải chữ ký", EN: "a name and a stroke that is no signature",
	}
	wifeOtherText = msg.Message{
		ID: "field/spouse-signature.wife-other",
		VI: "Ô ký của VỢ ({where}) chỉ có {content}, không có chữ ký: giấy được quét khi chưa có chữ ký hoặc điểm chỉ của vợ.",
		EN: "The WIFE's box ({where}) holds {content} and no signature: the paper was scanned without her signature or fingerprint.",
	}
	husbandOtherText = msg.Message{
		ID: "field/spouse-signature.husband-other",
		VI: "Ô ký của CHỒNG ({where}) chỉ có {content}, không có chữ ký: giấy được quét khi chưa có chữ ký hoặc điểm chỉ của chồng.",
		EN: "The HUSBAND's box ({where}) holds {content} and no signature: the paper was scanned without his signature or fingerprint.",
	}
	wifeFingerprintText = msg.Message{
		ID: "field/spouse-signature.wife-fingerprint",
		VI: "Vợ điểm chỉ thay cho chữ ký ({where}); điểm chỉ được chấp nhận như chữ ký.",
		EN: "The wife gave a fingerprint in place of a signature ({where}); it is accepted as one.",
	}
	husbandFingerprintText = msg.Message{
		ID: "field/spouse-signature.husband-fingerprint",
		VI: "Chồng điểm chỉ thay cho chữ ký ({where}); điểm chỉ được chấp nhận như chữ ký.",
		EN: "The husband gave a fingerprint in place of a signature ({where}); it is accepted as one.",
	}
	fingerprintRemedy = msg.Message{
		ID: "field/spouse-signature.fingerprint.remedy", VI: "Không phải làm gì thêm.", EN: "Nothing needs to be done.",
	}
	wifeUnsureText = msg.Message{
		ID: "field/spouse-signature.wife-unsure",
		VI: "Không chắc ô ký của vợ (trang {page}) đã có chữ ký hay chưa: {because}; cần người xem lại",
		EN: "Whether the wife's box (page {page}) is signed cannot be told for sure: {because}; a person must look",
	}
	husbandUnsureText = msg.Message{
		ID: "field/spouse-signature.husband-unsure",
		VI: "Không chắc ô ký của chồng (trang {page}) đã có chữ ký hay chưa: {because}; cần người xem lại",
		EN: "Whether the husband's box (page {page}) is signed cannot be told for sure: {because}; a person must look",
	}
	bothUnsureText = msg.Message{
		ID: "field/spouse-signature.both-unsure",
		VI: "Không chắc các ô ký của vợ và chồng (trang {page}) đã có chữ ký hay chưa: {because}; cần người xem lại",
		EN: "Whether the boxes of wife and husband (page {page}) are signed cannot be told for sure: {because}; a person must look",
	}
	otherFormText = msg.Message{
		ID: "field/spouse-signature.other-form",
		VI: "Thủ tục này có kết quả là Giấy chứng nhận kết hôn nhưng tệp là mẫu giấy khác; cần người xem lại",
		EN: "The result of this procedure is a marriage certificate but the file shows another form; a person must look",
	}
	extractText = msg.Message{
		ID: "field/spouse-signature.extract", VI: "Kết quả là {form} bản điện tử, không có ô ký của vợ, chồng", EN: "The result is an electronic {form}, which has no place for the spouses' signatures",
	}
	noCertificateText = msg.Message{
		ID: "field/spouse-signature.none", VI: "Không phải Giấy chứng nhận kết hôn", EN: "Not a marriage certificate",
	}
)
