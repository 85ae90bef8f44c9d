// Package slip prints a report as slips that send work back: for each rejected
// dossier a "Phiếu chuyển trả, yêu cầu hoàn thiện kết quả số hóa" as .docx, which
// an officer edits and signs. The plan of Sa Đéc after the inspection of 2023
// wants a result that comes unsigned or incomplete to go back a step; the slip
// says to which office, what is wrong, by which clause and what to do. A line of
// the register that belongs to no dossier has no slip: nothing was handed in.
//
// Slips are papers of the office and always Vietnamese. Their look is a template
// ([Template]) that an office can replace by its own Word file.
package slip

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// Options configure [New]. Create is needed.
type Options struct {
	// Create opens a new file by its name, which has no folder and holds nothing
	// that a file system does not take.
	Create func(name string) (io.WriteCloser, error)

	// Office is the office that sends the slips; empty leaves room to write it.
	Office string

	// Template is the look of a slip; nil means [Builtin].
	Template *Template
}

// New returns a printer that writes one file for each rejected dossier.
func New(o Options) report.Printer {
	if o.Template == nil {
		o.Template = Builtin()
	}
	return &printer{o: o, names: map[string]bool{}}
}

type printer struct {
	o     Options
	asOf  time.Time
	names map[string]bool // in use, in lower case
}

func (p *printer) Begin(h lint.Head) error {
	p.asOf = h.AsOf.In(law.Vietnam())
	return nil
}

func (p *printer) End(lint.Summary) error { return nil }

func (p *printer) Result(r *lint.Result) error {
	if r.Verdict != lint.Rejected || report.RegisterLine(r) != nil { // the register is put right, and no result could go back
		return nil
	}
	file, err := p.o.Create(p.name(r.Dossier))
	if err != nil {
		return err
	}
	err = p.o.Template.write(file, p.values(r), findings(r))
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

// blank is room to write by hand.
const blank = "………………………………"

func (p *printer) values(r *lint.Result) values {
	received, due := "", ""
	if r.Judged != nil && r.Judged.Entry != nil {
		received, due = day(r.Judged.Entry.Received), day(r.Judged.Entry.Due)
	}
	return values{
		"office": cmp.Or(p.o.Office, blank), "unit": cmp.Or(r.Unit, blank), "dossier": r.Dossier, "procedure": cmp.Or(report.ProcedureText(r), blank),
		"received": cmp.Or(received, blank), "due": cmp.Or(due, blank), "date": day(p.asOf),
		"day": p.asOf.Format("02"), "month": p.asOf.Format("01"), "year": p.asOf.Format("2006"),
	}
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(law.Vietnam()).Format("02/01/2006")
}

// findings are the rows of the table, errors first. What is waived and remarks
// are no reason to send anything back.
func findings(r *lint.Result) []values {
	all := slices.DeleteFunc(slices.Clone(r.Findings), func(f lint.Finding) bool { return f.Waived != nil || f.Severity < lint.Warning })
	slices.SortStableFunc(all, func(a, b lint.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	rows := make([]values, len(all))
	for i := range all {
		f := &all[i]
		rows[i] = values{
			"finding.number": strconv.Itoa(i + 1), "finding.severity": severity(f.Severity), "finding.message": f.Message.In(msg.Vietnamese),
			"finding.file": f.Place.File, "finding.place": report.PlaceText(f.Place, msg.Vietnamese),
			"finding.basis": report.Basis(f.Basis, msg.Vietnamese), "finding.remedy": f.Remedy.In(msg.Vietnamese), "finding.rule": f.Rule,
		}
	}
	return rows
}

func severity(s lint.Severity) string {
	if s == lint.Error {
		return "Lỗi"
	}
	return "Cảnh báo"
}
