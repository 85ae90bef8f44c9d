package field

import (
	"context"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Blank finds papers on which a required value is not filled in. It is an error
// where the form names the clause that demands the value and a warning
// elsewhere; what is written is never said.
func Blank() rule {
	return rule{
		ID: "field/blank",
		Title: msg.Message{
			ID: "field/blank.title", VI: "Giấy còn mục bắt buộc bỏ trống", EN: "A required entry of the paper is blank",
		},
		Why: msg.Message{
			ID: "field/blank.why",
			VI: "Kết quả điện tử phải thể hiện đầy đủ nội dung như bản giấy. Chương trình xem chỗ điền sau từng nhãn của mẫu (số, ngày, họ tên, nơi đăng ký) có chữ in hoặc chữ viết tay hay chỉ có dòng chấm, đường kẻ, hoa văn của phôi. Bỏ trống mục mà luật nêu rõ (ghi ở căn cứ) là lỗi; mục mà chỉ mẫu có là cảnh báo. Ngày chỉ ghi một phần, hoặc chỉ có phần in sẵn như «/2024» sau số, là chưa điền. Không chắc thì không kết luận. Dấu gạch hoặc chữ «không» là đã điền.",
			EN: "An electronic result must have all that the paper has to have. The program looks behind each label of the form (number, day, names, office) for print or handwriting, or nothing but dots, a ruled line or the pattern of the paper. A blank that the law asks for (see the clause) is an error; one that only the form has is a warning. A day of which a part is missing, or a number of which only the printed «/2024» is there, is not filled in. In doubt nothing is said. A dash or the word «không» counts as filled in.",
		},
		Remedy: msg.Message{
			ID: "field/blank.remedy",
			VI: "Đối chiếu với bản giấy và sổ đăng ký. Nếu còn trống thì điền đủ theo sổ (hoặc cấp lại), quét lại, ký số rồi đính kèm.",
			EN: "Compare with the paper and the register. If it is blank, have it filled in as the register says (or issued again), scan it again, sign it digitally and attach it.",
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: mayWant(wantsValues),
		Exceptions: []lint.Exception{
			{Severity: lint.Error, When: msg.Message{
				ID: "field/blank.error", VI: "khi luật nêu rõ phải ghi mục đó và còn hiệu lực (Luật Hộ tịch 2014 Điều 14, Điều 17; Nghị định 30/2020/NĐ-CP Phụ lục I)",
				EN: "when a law in force demands the entry itself (Law on Civil Status 2014, Articles 14 and 17; Decree 30/2020/NĐ-CP, Annex I)",
			}},
		},
		Editions: lint.EditionsOf(basis.PaperFilled(), lint.Warning, evidence.EachResult(blank)),
	}
}

func blank(ctx context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	s, err := sheetsOf(doc, func(f *form.Form) bool { return isResult(d, f) && wantsValues(f) })
	if err != nil {
		return err
	}
	day := evidence.Digitized(ctx, d)
	if day.IsZero() {
		day = d.AsOf
	}
	var unsure error
	for i := range s.shown {
		page := &s.shown[i]
		for j := range page.Form().Values {
			v := &page.Form().Values[j]
			if !v.Required {
				continue
			}
			read, ok := page.Reading.Value(v.Key)
			switch {
			case !ok || read.State == form.UnsureValue:
				unsure = lint.Unable(blankUnsureText.With("value", valueName(v), "page", page.Page, "because", valueDoubt(&read)), nil)
			case read.State == form.Blank:
				p.Report(blankFinding(doc, page, v, &read, day))
			}
		}
	}
	switch {
	case unsure != nil:
		return unsure
	case len(s.shown) > 0 || s.unseen != nil && d.MayHaveForm():
		return s.answer()
	}
	return lint.Inapplicable(noValuesText.With())
}

func blankFinding(doc *evidence.Document, page *evidence.PageReading, v *form.Value, read *form.ValueReading, day time.Time) lint.Finding {
	at := form.FieldReading{Box: read.Box}
	text := blankText
	if read.Because == form.Incomplete {
		text = incompleteText
	}
	f := lint.Finding{
		Message:  text.With("form", evidence.FormName(page.Form()), "value", valueName(v), "where", where(page, &at)),
		Place:    place(doc, page, &at),
		Identity: identity(page, v.Key),
	}
	if slices.ContainsFunc(v.Basis, func(c law.Citation) bool { return basis.InForce(c, day) }) {
		f.Severity = lint.Error
		f.Basis = slices.Concat(v.Basis, basis.PaperFilled()[0].Basis)
	}
	return f
}

// mayWant is the Applies of rules on what is written: a result may be a form that
// has it, or nothing is known of its form.
func mayWant(has func(*form.Form) bool) func(context.Context, *evidence.Dossier) (bool, error) {
	return func(ctx context.Context, d *evidence.Dossier) (bool, error) {
		any, err := evidence.HasResult(ctx, d)
		return any && (len(d.Forms) == 0 || slices.ContainsFunc(d.Forms, has)), err
	}
}

// wantsValues reports whether a form has a value that must be filled in.
func wantsValues(f *form.Form) bool {
	return slices.ContainsFunc(f.Values, func(v form.Value) bool { return v.Required })
}

// valueName returns what people call a value.
func valueName(v *form.Value) msg.Text {
	return msg.Message{ID: "value/" + v.Key, VI: v.Label.VI, EN: v.Label.EN}.With()
}

// valueDoubt says why it could not be told whether a value is there.
func valueDoubt(v *form.ValueReading) msg.Text {
	switch v.Because {
	case form.CaptionNotFound:
		return noLabelText.With()
	case form.Covered:
		return coveredText.With()
	}
	return unclearText.With()
}

var (
	blankText = msg.Message{
		ID: "field/blank",
		VI: "{form} bỏ trống mục «{value}» ({where}).",
		EN: "{form} is blank at «{value}» ({where}).",
	}
	incompleteText = msg.Message{
		ID: "field/blank.incomplete",
		VI: "{form} mới ghi một phần mục «{value}» ({where}).",
		EN: "{form} is filled in only in part at «{value}» ({where}).",
	}
	blankUnsureText = msg.Message{
		ID: "field/blank.unsure",
		VI: "Không chắc mục «{value}» (trang {page}) đã điền hay chưa: {because}; cần người xem lại",
		EN: "Whether «{value}» (page {page}) is filled in cannot be told for sure: {because}; a person must look",
	}
	noLabelText = msg.Message{
		ID: "doubt/label", VI: "không đọc được nhãn đứng trước chỗ điền", EN: "the label before it was not read",
	}
	noValuesText = msg.Message{
		ID: "field/blank.none", VI: "Không có trang nào thuộc mẫu giấy có mục bắt buộc điền", EN: "No page shows a form with entries that must be filled in",
	}
)
