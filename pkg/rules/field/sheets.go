package field

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// sheets are the pages of a document, as a rule on some forms sees them.
type sheets struct {
	shown  []evidence.PageReading // show one of the forms
	others int                    // surely show another form
	// unseen is why a page could not be judged; nil if all were. hidden tells
	// that it is more than what may be the back of a sheet.
	unseen error
	hidden bool
	// electronic is the first page that is no picture of a paper; nil if all are.
	electronic *evidence.PageReading
}

// sheetsOf sorts the pages of a document by whether they show a form that the
// rule wants.
func sheetsOf(doc *evidence.Document, wants func(*form.Form) bool) (sheets, error) {
	var s sheets
	if err := doc.OnlyPDF(); err != nil {
		return s, err
	}
	pages, err := doc.Pages()
	if err != nil {
		return s, err
	}
	var blank error // matters where there is nothing else
	for _, page := range pages {
		f := page.Form()
		if page.Electronic && s.electronic == nil {
			s.electronic = &page
		}
		switch {
		case f != nil && wants(f):
			s.shown = append(s.shown, page)
		case page.Certain():
			s.others++
		case page.Blank:
			blank = page.Unseen()
		default:
			back := page.MayBeBack()
			if s.unseen == nil || !back && !s.hidden {
				s.unseen = page.Unseen()
			}
			s.hidden = s.hidden || !back
		}
	}
	if len(s.shown) == 0 && s.others == 0 && s.unseen == nil {
		s.unseen = blank
	}
	return s, nil
}

// answer is what remains to be said when every page that shows a form was
// judged: nil, or that another page may show one, too.
func (s *sheets) answer() error {
	if len(s.shown) > 0 && !s.hidden {
		return nil
	}
	return s.unseen
}

// place returns the place of a field.
func place(doc *evidence.Document, page *evidence.PageReading, f *form.FieldReading) lint.Place {
	return doc.PlaceOn(page.Page, lint.Box{X: f.Box.X, Y: f.Box.Y, W: f.Box.W, H: f.Box.H})
}

// where says in words where on its page a field lies, and that this was told by
// the seal alone if it was: then nobody's caption confirms the place.
func where(page *evidence.PageReading, f *form.FieldReading) msg.Text {
	if page.Sheet.WidthMM <= 0 || page.Sheet.HeightMM <= 0 || f.Box.W <= 0 || f.Box.H <= 0 {
		return onPageText.With("page", page.Page)
	}
	// Two signers stand left and right of the middle, so that the centre is
	// narrow; from top to bottom a sheet has three parts.
	column := part((f.Box.X+f.Box.W/2)/page.Sheet.WidthMM, 0.45, 0.55)
	row := part((f.Box.Y+f.Box.H/2)/page.Sheet.HeightMM, 1./3, 2./3)
	at := atText.With("column", columns[column].With(), "row", rows[row].With(), "page", page.Page)
	if f.Found == form.BySeal {
		return bySealText.With("where", at)
	}
	return at
}

// part tells whether at lies before, between or behind two bounds.
func part(at, from, to float64) int {
	switch {
	case at < from:
		return 0
	case at <= to:
		return 1
	}
	return 2
}

var (
	onPageText = msg.Message{ID: "where/page", VI: "trang {page}", EN: "page {page}"}
	atText     = msg.Message{ID: "where/at", VI: "{column}, {row} trang {page}", EN: "{column}, {row} of page {page}"}
	bySealText = msg.Message{ID: "where/by-seal", VI: "{where}, vị trí suy từ con dấu", EN: "{where}, a place told by the seal"}
	columns    = [3]msg.Message{
		{ID: "where/left", VI: "bên trái", EN: "on the left"},
		{ID: "where/centre", VI: "chính giữa", EN: "in the centre"},
		{ID: "where/right", VI: "bên phải", EN: "on the right"},
	}
	rows = [3]msg.Message{
		{ID: "where/top", VI: "phần trên", EN: "upper part"},
		{ID: "where/middle", VI: "phần giữa", EN: "middle"},
		{ID: "where/bottom", VI: "phần dưới", EN: "lower part"},
	}
)

// readable are the rules whose finding leaves nothing to say about the paper.
func readable() []string {
	return []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted", "pdf/blank", "result/wrong-document"}
}
