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

// IdenticalSignatures finds marriage certificates on which one signature stands
// in the boxes of two persons.
func IdenticalSignatures() rule {
	return rule{
		ID: "field/identical-signatures",
		Title: msg.Message{
			ID: "field/identical-signatures.title", VI: "Một chữ ký ở ô của hai người", EN: "One signature in the boxes of two persons",
		},
		Why: msg.Message{
			ID: "field/identical-signatures.why",
			VI: "Vợ và chồng phải tự mình ký. Hai chữ ký có nét trùng nhau đến mức khó do hai người ký là dấu hiệu ký thay hoặc sao chép hình chữ ký. Đây là cảnh báo: người có trách nhiệm đối chiếu với Sổ đăng ký kết hôn trước khi kết luận.",
			EN: "Wife and husband sign in person. Two signatures that agree more than two hands do point at one person signing for both, or at a copied picture. It is a warning: a person must compare with the register of marriages before anybody is accused.",
		},
		Remedy: msg.Message{
			ID: "field/identical-signatures.remedy",
			VI: "Đối chiếu hai chữ ký trên bản giấy và trong Sổ đăng ký kết hôn. Nếu không phải do từng người ký thì cho hai bên ký lại, quét lại rồi mới ký số.",
			EN: "Compare both signatures on the paper and in the register of marriages. If they are not each person's own, have both sign again, and scan before signing digitally.",
		},
		Date:    evidence.Received,
		After:   readable(),
		Applies: mayBeCertificate,
		Editions: lint.EditionsOf(slices.Concat(basis.SpousesSign(), basis.SpousesSignByForm()), lint.Warning, evidence.EachResult(
			func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
				s, err := sheetsOf(doc, hasSpouses)
				if err != nil {
					return err
				}
				compared := 0
				for i := range s.shown {
					compared += compare(doc, &s.shown[i], p)
				}
				if compared == 0 {
					return lint.Inapplicable(noPairText.With()) // what is missing or unsure is told by the rule on each
				}
				return nil
			})),
	}
}

// compare reports the signatures of a page that are one picture, and returns
// how many pairs it compared.
func compare(doc *evidence.Document, page *evidence.PageReading, p *lint.Pass) int {
	pairs := 0
	fields := page.Reading.Fields
	for j := range fields {
		for i := range j {
			a, b := &fields[i], &fields[j]
			if !signed(a) || !signed(b) || samePerson(page.Form(), a.Key, b.Key) {
				continue
			}
			pairs++
			if ink.Same(a.Features.Shape, b.Features.Shape) < ink.SameFrom {
				continue
			}
			p.Report(lint.Finding{
				Message:  identicalText.With("first", labelOf(page.Form(), a), "second", labelOf(page.Form(), b), "page", page.Page),
				Place:    place(doc, page, b),
				Identity: identity(page, a.Key+"="+b.Key),
			})
		}
	}
	return pairs
}

// signed reports whether a field holds a signature whose strokes were measured.
func signed(f *form.FieldReading) bool {
	return f.Kind == form.Signature && f.State == ink.Present && len(f.Features.Shape.Cells) > 0
}

// samePerson reports whether two fields of a form are signed by one person.
func samePerson(f *form.Form, a, b string) bool {
	same := func(a, b string) bool { field := f.Field(a); return field != nil && field.SamePersonAs == b }
	return same(a, b) || same(b, a)
}

var (
	identicalText = msg.Message{
		ID: "field/identical-signatures",
		VI: "Ô «{first}» và ô «{second}» (trang {page}) có cùng một hình nét ký.",
		EN: "The boxes «{first}» and «{second}» (page {page}) hold one and the same signature.",
	}
	noPairText = msg.Message{
		ID: "field/identical-signatures.none", VI: "Không có đủ hai chữ ký để đối chiếu", EN: "There are no two signatures to compare",
	}
)
