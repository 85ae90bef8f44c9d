package pictures

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/report/html"
)

// view is a page that is to be shown, with what is marked on it.
type view struct {
	doc    *evidence.Document
	file   string // as the result names it
	page   int
	sheet  raster.Sheet // zero where it is not known
	turned int
	marks  []html.Mark
	boxes  []lint.Box // of marks and findings
	weight int        // of the findings about it: their highest severity
}

// choose returns the pages that are worth showing, in their order: those with a
// finding or a mark, and else the first page of a result.
func choose(e *evidence.Dossier, r *lint.Result, o Options) []*view {
	var all []*view
	for i, doc := range e.Documents {
		all = append(all, viewsOf(doc, r, r.Documents[i].Path, o)...)
	}
	most := cmp.Or(o.MaxPages, 4)
	if len(all) <= most {
		return all
	}
	heaviest := slices.Clone(all)
	slices.SortStableFunc(heaviest, func(a, b *view) int { return cmp.Compare(b.weight, a.weight) })
	heaviest = heaviest[:most]
	return slices.DeleteFunc(all, func(v *view) bool { return !slices.Contains(heaviest, v) })
}

// viewsOf returns the pages of one document, by number.
func viewsOf(doc *evidence.Document, r *lint.Result, file string, o Options) []*view {
	views := map[int]*view{}
	at := func(page int) *view {
		if views[page] == nil {
			views[page] = &view{doc: doc, file: file, page: page}
		}
		return views[page]
	}
	worst := lint.Severity(0) // of the findings about the document
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Place.File != file {
			continue
		}
		worst = max(worst, f.Severity)
		if f.Place.Page < 1 {
			continue
		}
		v := at(f.Place.Page)
		v.weight = max(v.weight, int(f.Severity))
		if !f.Place.Box.IsZero() {
			v.boxes = append(v.boxes, f.Place.Box)
		}
	}
	readings, _ := doc.PagesRead()
	for i := range readings {
		for _, m := range fieldMarks(&readings[i]) {
			at(readings[i].Page).mark(m)
		}
	}
	var unseen []html.Mark
	for _, m := range signatureMarks(doc, o.Redact) {
		if m.page == 0 {
			unseen = append(unseen, m.Mark)
			continue
		}
		at(m.page).mark(m.Mark)
	}
	if len(views) == 0 && (worst > 0 || doc.Role == dossier.Result) {
		at(1).weight = int(worst)
	}
	all := make([]*view, 0, len(views))
	for _, v := range views {
		for i := range readings {
			if p := &readings[i]; p.Page == v.page {
				v.sheet = p.Sheet
				if p.Reading != nil {
					v.turned = p.Reading.Rotation
				}
			}
		}
		all = append(all, v)
	}
	slices.SortFunc(all, func(a, b *view) int { return cmp.Compare(a.page, b.page) })
	if len(all) > 0 {
		all[0].marks = append(all[0].marks, unseen...)
	}
	return all
}

func (v *view) mark(m html.Mark) {
	v.marks = append(v.marks, m)
	v.boxes = append(v.boxes, m.Box)
}
