// Package xlsx prints a report as an Excel workbook for officers who work off a
// list: the sheets Tổng hợp, Lỗi (a row for each finding and for each thing that
// could not be checked), Hồ sơ, Chỉ số and Theo đơn vị, each with a filter and a
// header that stays in view, with links to the files.
//
// Names come from the documents under test. They are texts, never formulas, and
// what cannot be seen in them is shown as an escape; the only formulas are the
// links, in which a name is a quoted text.
package xlsx

import (
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// Options configure [New]. The zero value works.
type Options struct {
	Lang msg.Lang // empty is Vietnamese

	// Base is the path from the workbook to the folder that was checked, with
	// slashes, for the links to its files; "." where it lies in the folder. Empty:
	// no links.
	Base string

	// TempDir is where sheets of more than 16 MiB wait until the workbook is
	// written. Empty: they wait in memory.
	TempDir string
}

// nowhere is no folder on any system: excelize then keeps in memory what it
// would else write to the system's folder for temporary files.
const nowhere = "\x00"

// New returns a printer that writes the workbook to w when the report ends. It
// is closed by its End, or by an error of it.
func New(w io.Writer, o Options) report.Printer {
	if o.TempDir == "" {
		o.TempDir = nowhere
	}
	return &printer{w: w, o: o, units: map[string]*lint.Summary{}}
}

type printer struct {
	w        io.Writer
	o        Options
	book     *book
	head     lint.Head
	findings *sheet
	dossiers *sheet
	units    map[string]*lint.Summary
}

func (p *printer) Begin(h lint.Head) error {
	p.head = h
	var err error
	if p.book, err = newBook(p.o.TempDir); err != nil {
		return err
	}
	return p.closing(p.begin())
}

// begin makes the sheets in their order; what stands on the first is known last.
func (p *printer) begin() error {
	if err := p.book.reserve(p.say(sheetSummary)); err != nil {
		return err
	}
	var err error
	p.findings, err = p.book.sheet(p.say(sheetFindings), []column{
		{p.say(colDossier), 26}, {p.say(colProcedure), 26}, {p.say(colUnit), 24}, {p.say(colVerdict), 14}, {p.say(colSeverity), 16},
		{p.say(colFile), 34}, {p.say(colPlace), 26}, {p.say(colMessage), 60}, {p.say(colRemedy), 60}, {p.say(colBasis), 44}, {p.say(colRule), 26}, {p.say(colNote), 30},
	})
	if err != nil {
		return err
	}
	p.dossiers, err = p.book.sheet(p.say(sheetDossiers), []column{
		{p.say(colDossier), 26}, {p.say(colProcedure), 34}, {p.say(colUnit), 28}, {p.say(colVerdict), 16},
		{p.say(colErrors), 8}, {p.say(colWarnings), 11}, {p.say(colOpen), 18}, {p.say(colFiles), 8},
	})
	return err
}

func (p *printer) Result(r *lint.Result) error { return p.closing(p.result(r)) }

func (p *printer) result(r *lint.Result) error {
	u := p.units[r.Unit]
	if u == nil {
		u = &lint.Summary{}
		p.units[r.Unit] = u
	}
	u.Add(r)
	for i := range r.Findings {
		if err := p.finding(r, &r.Findings[i]); err != nil {
			return err
		}
	}
	open := 0
	for at, o := range report.Open(r) {
		open++
		because := o.Because.In(p.o.Lang)
		if because == "" {
			because = p.say(noReason)
		}
		err := p.findings.row(
			text(report.SubjectText(r, p.o.Lang)), text(report.ProcedureText(r)), text(r.Unit), text(p.say(report.VerdictWord(r.Verdict))), text(p.say(notChecked)),
			p.link(at.File), text(""), text(because), text(""), text(""), text(o.Rule), text(""))
		if err != nil {
			return err
		}
	}
	var own lint.Summary
	own.Add(r)
	return p.dossiers.row(text(report.SubjectText(r, p.o.Lang)), text(report.ProcedureText(r)), text(r.Unit), text(p.say(report.VerdictWord(r.Verdict))),
		own.Findings[lint.Error], own.Findings[lint.Warning], open, len(r.Documents))
}

func (p *printer) finding(r *lint.Result, f *lint.Finding) error {
	note := ""
	switch {
	case f.Waived != nil:
		note = report.WaiverText(f.Waived, p.o.Lang)
	case f.Known:
		note = p.say(known)
	}
	return p.findings.row(
		text(report.SubjectText(r, p.o.Lang)), text(report.ProcedureText(r)), text(r.Unit), text(p.say(report.VerdictWord(r.Verdict))), text(p.say(report.SeverityWord(f.Severity))),
		p.link(f.Place.File), text(report.PlaceText(f.Place, p.o.Lang)), text(f.Message.In(p.o.Lang)), text(f.Remedy.In(p.o.Lang)),
		text(report.Basis(f.Basis, p.o.Lang)), text(f.Rule), text(note))
}

func (p *printer) End(s lint.Summary) error {
	defer p.book.close()
	for i := range s.Settings {
		if err := p.finding(&lint.Result{}, &s.Settings[i]); err != nil {
			return err
		}
	}
	if err := p.rates(s.Rates); err != nil {
		return err
	}
	if err := p.byUnit(); err != nil {
		return err
	}
	if err := p.summary(s); err != nil {
		return err
	}
	return p.book.write(p.w)
}

// closing closes the workbook where the report ends with an error, since no End
// may follow.
func (p *printer) closing(err error) error {
	if err != nil {
		p.book.close()
	}
	return err
}

func (p *printer) say(m msg.Message) string { return m.In(p.o.Lang) }

// maxLink is the longest text in a formula, in characters.
const maxLink = 255

// link is a file with a link to it, where it can have one.
func (p *printer) link(file string) any {
	if file == "" || p.o.Base == "" || report.Inert(file) != file {
		return text(file)
	}
	target := strings.TrimSuffix(p.o.Base, "/") + "/" + file
	if len([]rune(target)) > maxLink || len([]rune(file)) > maxLink {
		return text(file)
	}
	return excelize.Cell{StyleID: p.book.linked, Formula: "HYPERLINK(" + quoted(target) + "," + quoted(file) + ")", Value: file}
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// text is a name or a sentence as a cell: visible, and not longer than a cell
// may be.
func text(s string) string {
	s = report.Inert(s)
	if runes := []rune(s); len(runes) > excelize.TotalCellChars {
		return string(runes[:excelize.TotalCellChars-1]) + "…"
	}
	return s
}

func share(c *lint.Counts, target float64) string {
	if !c.Judged() {
		return "N/A"
	}
	return strconv.FormatFloat(report.Percent(c, target), 'f', 2, 64) + " %"
}
