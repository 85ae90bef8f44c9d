package field

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// NameMismatch finds papers on which the printed name under a signature is
// another person's than the name above. No name is ever said.
func NameMismatch() rule {
	return rule{
		ID: "field/name-mismatch",
		Title: msg.Message{
			ID: "field/name-mismatch.title", VI: "Tên dưới chữ ký khác tên ghi ở trên", EN: "The name under a signature is not the one above",
		},
		Why: msg.Message{
			ID: "field/name-mismatch.why",
			VI: "Tên in dưới chữ ký phải là tên người đó ghi ở phần trên của giấy: tên khác là dấu hiệu ký nhầm ô hoặc in nhầm phôi. So tên không phân biệt hoa, thường, dấu; chữ đọc không rõ không bị tính là khác. Đây là cảnh báo để người có trách nhiệm đối chiếu; báo cáo không ghi tên.",
			EN: "The printed name under a signature must be that of the same person above: another name points at signatures in the wrong boxes or a sheet printed for somebody else. Letter case and marks make no difference, and letters that were not read clearly count for nothing. It is a warning for a person to look; the report names nobody.",
		},
		Remedy: msg.Message{
			ID: "field/name-mismatch.remedy",
			VI: "Đối chiếu họ tên trên giấy với sổ đăng ký. Nếu sai thì in lại, ký lại, quét lại rồi mới ký số.",
			EN: "Compare the names with the register. If one is wrong, print and sign the paper again, and scan it before signing digitally.",
		},
		Date:     evidence.Digitized,
		After:    readable(),
		Applies:  mayWant(repeatsNames),
		Editions: lint.EditionsOf(basis.PaperFilled(), lint.Warning, evidence.EachResult(nameMismatch)),
	}
}

func nameMismatch(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	s, err := sheetsOf(doc, func(f *form.Form) bool { return isResult(d, f) && repeatsNames(f) })
	if err != nil {
		return err
	}
	compared := 0
	for i := range s.shown {
		page := &s.shown[i]
		for j := range page.Form().Values {
			v := &page.Form().Values[j]
			if v.SameAs == "" {
				continue
			}
			below, _ := page.Reading.Value(v.Key)
			above, _ := page.Reading.Value(v.SameAs)
			if !clear(&below) || !clear(&above) {
				continue
			}
			compared++
			if form.SameText(below.Text, above.Text) >= sameName || !another(page, v, &below, &above) {
				continue
			}
			at := form.FieldReading{Box: below.Box}
			p.Report(lint.Finding{
				Message: mismatchText.With("form", evidence.FormName(page.Form()), "value", valueName(v),
					"other", valueName(page.Form().Value(v.SameAs)), "where", where(page, &at)),
				Place:    place(doc, page, &at),
				Identity: identity(page, v.Key),
			})
		}
	}
	if compared == 0 {
		return lint.Inapplicable(noNamesText.With())
	}
	return nil
}

func repeatsNames(f *form.Form) bool {
	for _, v := range f.Values {
		if v.SameAs != "" {
			return true
		}
	}
	return false
}

// How names are compared. Recognition loses a letter of ten on a fair scan, and
// more where a seal or a signature crosses the name.
const (
	clearRead = 0.8  // the engine's confidence in a name that is compared
	sameName  = 0.8  // names that agree so far are one
	otherName = 0.55 // names that agree less are of two persons
	sureOther = 0.85 // a name is the other person's from here
)

// clear reports whether a value was read well enough to be held against
// another: as print, whole, a name of two words at least.
func clear(v *form.ValueReading) bool {
	return v.State == form.Filled && v.How == form.ByPrint && v.Sure >= clearRead && form.IsName(v.Text)
}

// another reports whether a name is surely another person's: that of somebody
// else on the page, or one that agrees with the expected one in hardly a letter
// and was read without a doubt.
func another(page *evidence.PageReading, v *form.Value, below, above *form.ValueReading) bool {
	alike := form.SameText(below.Text, above.Text)
	for i := range page.Form().Values {
		o := &page.Form().Values[i]
		if o.Type != form.NameValue || o.Key == v.SameAs || o.Signer != "" {
			continue
		}
		if read, ok := page.Reading.Value(o.Key); ok && clear(&read) && form.SameText(below.Text, read.Text) >= max(sureOther, alike+0.2) {
			return true
		}
	}
	return alike < otherName && below.Sure >= sureName && above.Sure >= sureName
}

// sureName is the confidence from which a name that nobody on the page has is
// taken for a name at all.
const sureName = 0.9

var (
	mismatchText = msg.Message{
		ID: "field/name-mismatch",
		VI: "{form}: «{value}» khác «{other}» ({where}).",
		EN: "{form}: «{value}» differs from «{other}» ({where}).",
	}
	noNamesText = msg.Message{
		ID: "field/name-mismatch.none", VI: "Không có cặp tên nào đọc đủ rõ để đối chiếu", EN: "No two names were read well enough to compare",
	}
)
