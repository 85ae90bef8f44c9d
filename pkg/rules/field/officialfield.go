package field

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// officialField is a place of a form that the agency fills on paper.
type officialField struct {
	key             string
	missing, unsure msg.Message
}

// judge says whether the field is filled on every page that shows a result.
func (o *officialField) judge(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	s, err := sheetsOf(doc, func(f *form.Form) bool { return isResult(d, f) && f.Field(o.key) != nil })
	if err != nil {
		return err
	}
	var unsure, electronic error
	onPaper := 0
	for i := range s.shown {
		page := &s.shown[i]
		read, ok := page.Reading.Field(o.key)
		if !ok {
			unsure = lint.Unable(o.unsure.With("page", page.Page, "because", noCaptionText.With()), nil)
			continue
		}
		if read.State == ink.Absent || read.State == ink.Unsure {
			instead, err := signedDigitally(doc, page, read.Box)
			if err != nil {
				return err
			}
			if !instead.IsZero() {
				electronic = lint.Inapplicable(instead)
				continue
			}
		}
		onPaper++
		switch {
		case read.State == ink.Absent && read.Required:
			p.Report(lint.Finding{
				Message:  o.missing.With("form", evidence.FormName(page.Form()), "where", where(page, &read)),
				Place:    place(doc, page, &read),
				Identity: identity(page, o.key),
			})
		case read.State == ink.Unsure && read.Required:
			unsure = lint.Unable(o.unsure.With("page", page.Page, "because", doubt(&read)), nil)
		}
	}
	switch {
	case unsure != nil:
		return unsure
	case onPaper == 0 && electronic != nil:
		return electronic
	case len(s.shown) == 0 && s.electronic != nil:
		return lint.Inapplicable(electronicText.With("page", s.electronic.Page))
	case len(s.shown) > 0 || s.unseen != nil && d.MayHaveForm():
		return s.answer()
	}
	return lint.Inapplicable(noFieldText.With())
}

// isResult reports whether a page with this form may be the result itself. In a
// procedure that ends with something else it is the copy of another paper, which
// is not held to what its original bears: it says "đã ký" where that was signed.
func isResult(d *evidence.Dossier, f *form.Form) bool {
	bound := len(f.Procedures.Codes)+len(f.Procedures.Names) > 0
	return d.Expects(f) || len(d.Forms) == 0 && (!bound || d.MayHaveForm())
}

// near is how far, in mm, a digital signature may lie beside the box whose ink
// it replaces: signing programs place it by hand.
const near = 8

// signedDigitally says why a place needs no ink: the page is no picture of a
// paper, or a digital signature is shown there, as Nghị định 30/2020/NĐ-CP
// Phụ lục I has it at the end of an electronic document. Whether that signature
// is good is for the rules on signatures to say. It is zero for a place on
// paper.
func signedDigitally(doc *evidence.Document, page *evidence.PageReading, box form.Box) (msg.Text, error) {
	if page.Electronic {
		return electronicText.With("page", page.Page), nil
	}
	report, err := doc.Signatures()
	if err != nil {
		return msg.Text{}, err
	}
	for i := range report.Signatures {
		s := &report.Signatures[i]
		b := s.Box
		if s.Visible() && !s.Removed && s.Page == page.Page &&
			b.X < box.X+box.W+near && box.X-near < b.X+b.W && b.Y < box.Y+box.H+near && box.Y-near < b.Y+b.H {
			return digitalText.With("page", page.Page), nil
		}
	}
	return msg.Text{}, nil
}

var (
	digitalText = msg.Message{
		ID: "field/digital", VI: "Ô ký ở trang {page} có chữ ký số hiển thị thay cho chữ ký tay và con dấu", EN: "The box on page {page} shows a digital signature in place of ink",
	}
	electronicText = msg.Message{
		ID: "field/electronic", VI: "Trang {page} là văn bản điện tử, không phải bản quét giấy: không cần chữ ký tay và con dấu", EN: "Page {page} is electronic and no scan of paper: it needs no ink",
	}
	noFieldText = msg.Message{
		ID: "field/none", VI: "Không có trang nào thuộc mẫu giấy có ô này", EN: "No page shows a form with this place",
	}
)
