package flow

import (
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
)

// apology is the form on which an office says that it is late.
const apology = "phieu_xin_loi"

// apologised reports whether an apology lies in the dossier, known by its name or
// by the form on its pages, and the latest day that one sets; zero where no day
// was read for certain.
func apologised(d *evidence.Dossier) (found bool, until time.Time) {
	for _, doc := range d.Documents {
		if doc.Role != dossier.Apology && !(doc.Role == dossier.Unknown && doc.OtherCode == "" && showsApology(doc)) {
			continue
		}
		found = true
		if doc.OnlyPDF() != nil {
			continue
		}
		if p, ok := doc.NewDue(); ok && p.Day.After(until) {
			until = p.Day
		}
	}
	return found, until
}

// showsApology looks at the pages of a file of which no name says what it is.
func showsApology(doc *evidence.Document) bool {
	if doc.OnlyPDF() != nil {
		return false
	}
	pages, err := doc.Pages()
	return err == nil && slices.ContainsFunc(pages, func(p evidence.PageReading) bool { return p.Form() != nil && p.Form().ID == apology })
}
