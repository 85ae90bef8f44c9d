package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// NewCSV returns a printer of a table (RFC 4180, UTF-8 with a byte order mark, by
// which Excel knows it): a line for each finding, for each thing that could not be
// judged, and for each dossier of which there is nothing to say. The names of the
// columns and the values of state, severity and verdict do not depend on the
// language. No cell can begin a formula: one that begins with a sign which a
// spreadsheet would calculate has an apostrophe in front.
func NewCSV(w io.Writer, lang msg.Lang) Printer {
	return &csvPrinter{raw: w, w: csv.NewWriter(w), lang: lang}
}

type csvPrinter struct {
	raw  io.Writer
	w    *csv.Writer
	lang msg.Lang
}

func (p *csvPrinter) Begin(lint.Head) error {
	if _, err := io.WriteString(p.raw, "\ufeff"); err != nil {
		return err
	}
	p.w.UseCRLF = true
	return p.line("dossier", "procedure", "unit", "verdict", "state", "severity", "rule", "message_id", "file", "page", "x_mm", "y_mm", "w_mm", "h_mm",
		"sheet", "row", "column", "message", "remedy", "basis", "fingerprint", "waived", "known")
}

func (p *csvPrinter) Result(r *lint.Result) error {
	about := []string{r.Dossier, r.Procedure, r.Unit, string(r.Verdict)}
	lines := len(r.Findings)
	for i := range r.Findings {
		if err := p.finding(about, &r.Findings[i]); err != nil {
			return err
		}
	}
	for at, o := range Open(r) {
		line := append(about[:4:4], string(o.State), "", o.Rule, o.Because.ID)
		line = append(line, placeCells(at)...)
		if err := p.line(append(line, o.Because.In(p.lang), "", "", "", "", "")...); err != nil {
			return err
		}
		lines++
	}
	if lines > 0 {
		return nil
	}
	return p.line(append(about[:4:4], make([]string, 19)...)...)
}

func (p *csvPrinter) End(s lint.Summary) error {
	for i := range s.Settings {
		if err := p.finding(make([]string, 4), &s.Settings[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *csvPrinter) finding(about []string, f *lint.Finding) error {
	line := append(about[:4:4], string(lint.Found), f.Severity.String(), f.Rule, f.Message.ID)
	line = append(line, placeCells(f.Place)...)
	waived, known := "", ""
	if f.Waived != nil {
		waived = WaiverText(f.Waived, p.lang)
	}
	if f.Known {
		known = "known"
	}
	return p.line(append(line, f.Message.In(p.lang), f.Remedy.In(p.lang), strings.Join(citations(f.Basis, p.lang), "; "), f.Fingerprint, waived, known)...)
}

func (p *csvPrinter) line(cells ...string) error {
	for i, cell := range cells {
		cells[i] = Cell(cell)
	}
	if err := p.w.Write(cells); err != nil {
		return err
	}
	p.w.Flush() // a line is whole as soon as its dossier is judged
	return p.w.Error()
}

// Cell returns a text as a cell that no spreadsheet calculates: visible, and with
// an apostrophe before a sign that begins a formula.
func Cell(s string) string {
	s = Inert(s)
	if s != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}

func placeCells(at lint.Place) []string {
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	cells := []string{at.File, number(at.Page), "", "", "", "", at.Sheet, number(at.Row), number(at.Column)}
	if record := recordPlace(at); record.Box != nil {
		for i, v := range []float64{record.Box.X, record.Box.Y, record.Box.W, record.Box.H} {
			cells[2+i] = strconv.FormatFloat(v, 'f', -1, 64)
		}
	}
	return cells
}
