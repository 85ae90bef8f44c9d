package learn

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
)

// Result is a form made of scans, and what it was made of.
type Result struct {
	Form *form.Form
	YAML []byte // the form file, with remarks for who reviews it

	Sheets int   // scans that were laid on each other
	Other  []int // by index: scans that show other print than the first
	Copies []int // by index: scans that are a copy of one before
	// Same says that the scans differ in nothing: they are blank, or show one
	// paper, so that what is filled in cannot be told from print.
	Same bool

	Taken []Line // what is taken for print, top to bottom
	Left  []Line // what looks like print and was left out, for it may be personal

	// Unnamed holds the keys of fields at whose box no caption was found, Moved
	// those whose box was cut at print that it covered.
	Unnamed, Moved []string
	Unseen         []string // keys of values of which no caption was found
}

// Line is a line of print of the form.
type Line struct {
	Text string
	Box  form.Box // mm from the top left of the sheet
	Open bool     // a value follows on the line
	Seen int      // on how many scans
}

// Learn makes a form of what was read on its scans, of which the first is the
// one that the marks were measured on. The error is a [form.FileError] about the
// marks or an [Error] about the scans.
func Learn(m *form.Marks, scans []*form.Print) (*Result, error) {
	if len(scans) == 0 || len(scans[0].Lines) == 0 {
		return nil, &Error{What: noPrint.With(), Remedy: noPrintRemedy.With()}
	}
	paper := paperOf(m, scans[0])
	if err := fits(m, paper); err != nil {
		return nil, err
	}
	r := &Result{}
	sheets := r.overlay(scans, paper)
	r.Sheets = len(sheets)
	r.collect(m, sheets)
	title, err := r.title(m, paper)
	if err != nil {
		return nil, err
	}
	return r, r.build(m, paper, title)
}

// overlay lays the scans on the first one and returns the sheets that fit.
func (r *Result) overlay(scans []*form.Print, paper form.Size) []*form.Print {
	// The sheet may be a little larger or smaller than its scan.
	to := affine{1, 0, (paper.W - scans[0].Paper.W) / 2, 0, 1, (paper.H - scans[0].Paper.H) / 2}
	first := moved(scans[0], to)
	sheets := []*form.Print{first}
	for i, s := range scans[1:] {
		t, ok := register(s, first)
		if !ok {
			r.Other = append(r.Other, i+1)
			continue
		}
		if slices.ContainsFunc(scans[:i+1], func(o *form.Print) bool { return identical(o, s) }) {
			r.Copies = append(r.Copies, i+1)
			continue
		}
		sheets = append(sheets, moved(s, t))
	}
	return sheets
}

// moved returns what was read, laid on the first sheet.
func moved(p *form.Print, t affine) *form.Print {
	out := &form.Print{Paper: p.Paper}
	for _, l := range p.Lines {
		words := slices.Clone(l.Words)
		for i := range words {
			words[i].Box = t.box(words[i].Box)
		}
		out.Lines = append(out.Lines, form.PrintLine{Words: words, Box: t.box(l.Box)})
	}
	return out
}

// identical reports whether two scans are one file, or one a copy of the other.
func identical(a, b *form.Print) bool {
	return slices.EqualFunc(a.Lines, b.Lines, func(l, o form.PrintLine) bool {
		return l.Box == o.Box && textOf(l.Words) == textOf(o.Words)
	})
}

func textOf(words []form.PrintWord) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return strings.Join(all, " ")
}

// sheetSizes are those of ISO 216 that papers of offices have, upright, in mm.
var sheetSizes = [...]form.Size{{W: 210, H: 297}, {W: 148, H: 210}, {W: 297, H: 420}, {W: 105, H: 148}}

// paperOf returns the size of the sheet: as marked, or the usual one that the
// scan comes near to, or that of the scan.
func paperOf(m *form.Marks, scan *form.Print) form.Size {
	if m.Paper.W > 0 {
		return m.Paper
	}
	for _, s := range sheetSizes {
		for _, s := range []form.Size{s, {W: s.H, H: s.W}} {
			if close(s.W, scan.Paper.W, 6) && close(s.H, scan.Paper.H, 6) {
				return s
			}
		}
	}
	return form.Size{W: round(scan.Paper.W), H: round(scan.Paper.H)}
}

func close(a, b, by float64) bool { return a-b < by && b-a < by }

// fits checks that the marks lie on the sheet.
func fits(m *form.Marks, paper form.Size) error {
	var wrong []form.Problem
	for _, f := range m.Form.Fields {
		mark, ok := m.Boxes[f.Key]
		if b := mark.Box; ok && (b.X < 0 || b.Y < 0 || b.X+b.W > paper.W || b.Y+b.H > paper.H) {
			wrong = append(wrong, form.Problem{Line: mark.Line,
				What:   offSheet.With("field", f.Key, "w", paper.W, "h", paper.H),
				Remedy: offSheetRemedy.With()})
		}
	}
	if wrong == nil {
		return nil
	}
	return &form.FileError{Problems: wrong}
}
