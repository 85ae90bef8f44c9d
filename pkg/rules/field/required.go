package field

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// RequiredSignature finds papers that lack a signature or a seal which their
// form asks for, besides those that have a rule of their own: what an office
// marks in a form of its own is judged by it.
func RequiredSignature() rule {
	return rule{
		ID: "field/required-signature",
		Title: msg.Message{
			ID: "field/required-signature.title", VI: "Bản giấy thiếu chữ ký hoặc dấu mà mẫu giấy yêu cầu", EN: "A signature or seal that the form asks for is missing",
		},
		Why: msg.Message{
			ID: "field/required-signature.why",
			VI: "Mẫu giấy (kể cả mẫu do cơ quan tự thêm) ghi rõ những ô phải ký hoặc đóng dấu. Chữ ký của vợ, chồng, của người có thẩm quyền và con dấu của cơ quan có quy tắc riêng; quy tắc này xét các ô còn lại.",
			EN: "A form, also one that an office added itself, says which places must be signed or sealed. The signatures of the spouses and of the official and the agency's seal have rules of their own; this one looks at the other places.",
		},
		Remedy: msg.Message{
			ID: "field/required-signature.remedy",
			VI: "Lấy đủ chữ ký (hoặc dấu) trên bản giấy, quét lại rồi mới ký số và đính kèm.",
			EN: "Complete the signatures (or the seal) on the paper, scan it again, and only then sign it digitally and attach it.",
		},
		Date:     evidence.Digitized,
		After:    readable(),
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("a"), lint.Error, evidence.EachResult(requiredSignature)),
	}
}

// ownRules are the keys of fields that other rules judge.
var ownRules = [...]string{form.WifeSignature, form.HusbandSignature, form.OfficialSignature, form.SealField}

// asksForMore reports whether a form has a required field for this rule. Rows of
// control slips are judged by the rules on handovers.
func asksForMore(f *form.Form) bool { return slices.ContainsFunc(f.Fields, isOther) }

func isOther(f form.Field) bool {
	return f.Required && !f.Repeated && !slices.Contains(ownRules[:], f.Key)
}

func requiredSignature(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	s, err := sheetsOf(doc, func(f *form.Form) bool { return isResult(d, f) && asksForMore(f) })
	if err != nil {
		return err
	}
	var unsure error
	judged := 0
	for i := range s.shown {
		page := &s.shown[i]
		for _, f := range page.Form().Fields {
			if !isOther(f) {
				continue
			}
			read, ok := page.Reading.Field(f.Key)
			if !ok {
				read = form.FieldReading{Key: f.Key}
				unsure = lint.Unable(requiredUnsureText.With("label", labelOf(page.Form(), &read), "page", page.Page, "because", noCaptionText.With()), nil)
				continue
			}
			if read.State == ink.Absent || read.State == ink.Unsure {
				instead, err := signedDigitally(doc, page, read.Box)
				if err != nil {
					return err
				}
				if !instead.IsZero() {
					continue
				}
			}
			judged++
			switch read.State {
			case ink.Absent:
				p.Report(lint.Finding{
					Message:  requiredText.With("form", evidence.FormName(page.Form()), "label", labelOf(page.Form(), &read), "where", where(page, &read)),
					Place:    place(doc, page, &read),
					Identity: identity(page, f.Key),
				})
			case ink.Unsure:
				unsure = lint.Unable(requiredUnsureText.With("label", labelOf(page.Form(), &read), "page", page.Page, "because", doubt(&read)), nil)
			}
		}
	}
	switch {
	case unsure != nil:
		return unsure
	case judged > 0 || s.unseen != nil && slices.ContainsFunc(d.Forms, asksForMore):
		return s.answer()
	}
	return lint.Inapplicable(noFieldText.With())
}

var (
	requiredText = msg.Message{
		ID: "field/required-signature",
		VI: "{form} còn trống ô «{label}» ({where}): giấy được quét khi chưa hoàn chỉnh.",
		EN: "The place «{label}» of {form} is empty ({where}): the paper was scanned before it was complete.",
	}
	requiredUnsureText = msg.Message{
		ID: "field/required-signature.unsure",
		VI: "Không chắc ô «{label}» (trang {page}) đã có chữ ký, dấu hay chưa: {because}; cần người xem lại",
		EN: "Whether the place «{label}» (page {page}) is signed or sealed cannot be told for sure: {because}; a person must look",
	}
)
