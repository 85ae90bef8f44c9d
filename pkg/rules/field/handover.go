package field

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// handover is a row of a control slip with what was read in it.
type handover struct {
	form.RowReading
	signed []form.FieldReading // the places of giver and receiver
}

// used reports whether something was surely entered in the row.
func (h *handover) used() bool {
	return h.When.State == form.Filled || slices.ContainsFunc(h.signed, func(f form.FieldReading) bool { return f.State.Signed() })
}

// empty reports whether surely nothing was entered in the row.
func (h *handover) empty() bool {
	return h.When.State == form.Blank && !slices.ContainsFunc(h.signed, func(f form.FieldReading) bool { return f.State != ink.Absent })
}

// handovers returns the rows of a page that shows a control slip, but for those
// without an entry: a slip waits there for what is still to come.
func handovers(page *evidence.PageReading) []handover {
	var all []handover
	for _, row := range page.Reading.Rows {
		h := handover{RowReading: row}
		for _, f := range page.Reading.Fields {
			if f.Row == row.N {
				h.signed = append(h.signed, f)
			}
		}
		if !h.empty() {
			all = append(all, h)
		}
	}
	return all
}

// isSlip reports whether a form is a table of handovers.
func isSlip(f *form.Form) bool {
	return f.Role == form.Slip && slices.ContainsFunc(f.Fields, func(field form.Field) bool { return field.Repeated })
}

// eachSlip judges every document that is a control slip by its name, and every
// result that shows one: rows on pages with judge, those of tables with entered.
func eachSlip(
	judge func(*evidence.Document, *evidence.PageReading, *handover, *lint.Pass) (msg.Text, bool), entered func(*entry, *lint.Pass),
) func(context.Context, *evidence.Dossier, *lint.Pass) error {
	return func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
		for _, doc := range d.Documents {
			if doc.Role == dossier.ControlSlip || doc.Role == dossier.Result {
				p.Subject(doc.Path, func() error {
					if doc.Role == dossier.ControlSlip && doc.OnlyPDF() != nil {
						return table(doc, p, entered)
					}
					return slipPages(doc, p, judge)
				})
			}
		}
		return nil
	}
}

// slipPages judges the rows of one document. A row that cannot be told leaves the
// document not checked; the others are judged all the same.
func slipPages(doc *evidence.Document, p *lint.Pass, judge func(*evidence.Document, *evidence.PageReading, *handover, *lint.Pass) (msg.Text, bool)) error {
	s, err := sheetsOf(doc, isSlip)
	if err != nil {
		if doc.Role == dossier.Result {
			return lint.Inapplicable(noSlipText.With()) // the rules on results say why it cannot be read
		}
		return err
	}
	var unsure error
	for i := range s.shown {
		page := &s.shown[i]
		rows := handovers(page)
		if len(page.Reading.Rows) == 0 {
			unsure = lint.Unable(noRowsText.With("page", page.Page), nil)
		}
		for k := range rows {
			if because, ok := judge(doc, page, &rows[k], p); !ok && unsure == nil {
				unsure = lint.Unable(because, nil)
			}
		}
	}
	switch {
	case unsure != nil:
		return unsure
	case len(s.shown) > 0:
		return s.answer()
	case doc.Role == dossier.ControlSlip && s.unseen != nil:
		return s.unseen
	case s.electronic != nil:
		return lint.Inapplicable(electronicText.With("page", s.electronic.Page))
	}
	return lint.Inapplicable(noSlipText.With())
}

// hasSlip is the Applies of rules on control slips.
func hasSlip(_ context.Context, d *evidence.Dossier) (bool, error) {
	return slices.ContainsFunc(d.Documents, func(doc *evidence.Document) bool {
		return doc.Role == dossier.ControlSlip || doc.Role == dossier.Result
	}), nil
}

// onPage returns a place on a page of a document.
func onPage(doc *evidence.Document, page *evidence.PageReading, b form.Box) lint.Place {
	return doc.PlaceOn(page.Page, lint.Box{X: b.X, Y: b.Y, W: b.W, H: b.H})
}

var (
	noSlipText = msg.Message{
		ID: "field/no-slip", VI: "Không có trang nào là phiếu kiểm soát quá trình giải quyết hồ sơ", EN: "No page shows a control slip",
	}
	noRowsText = msg.Message{
		ID: "field/no-rows", VI: "Không tìm được dòng giao, nhận nào trên phiếu kiểm soát (trang {page}); cần người xem lại",
		EN: "No row of handover was found on the control slip (page {page}); a person must look",
	}
)
