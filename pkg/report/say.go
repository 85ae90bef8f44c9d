package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// The functions below say parts of a report in the words of the text report, for
// printers of other forms. What they return is inert; see [Inert].

// Line is a label with what stands beside it. A line without a label goes on
// where the one before it stopped.
type Line struct{ Label, Text string }

// HeadLines says what results depend on besides the files, and what was not
// looked at.
func HeadLines(h lint.Head, lang msg.Lang) []Line {
	var lines []Line
	p := textPrinter{w: io.Discard, o: TextOptions{Lang: lang}, fields: func(label, value string) {
		lines = append(lines, Line{released(label), released(value)})
	}}
	_ = p.Begin(h) // nothing that could fail is written to
	return lines
}

// Reason is one cause for which rules gave no answer about a dossier.
type Reason struct {
	Because  string
	Rules    []string
	Subjects []string // documents; none stands for the dossier
}

// Reasons says why something of a dossier could not be checked; none where
// everything was or a finding explains it.
func Reasons(r *lint.Result, lang msg.Lang) []Reason {
	if !r.Unchecked() {
		return nil
	}
	p := wording(lang)
	return array(p.reasons(r), func(why *reason) Reason {
		return Reason{released(why.because), why.rules, array(why.subjects, released)}
	})
}

// wording returns the words of the report as text, for parts of other reports.
func wording(lang msg.Lang) *textPrinter { return &textPrinter{o: TextOptions{Lang: lang}} }

// Basis names clauses, those of one instrument together.
func Basis(citations []law.Citation, lang msg.Lang) string {
	return released(wording(lang).basis(citations))
}

// PlaceText says in words where in a file something is; empty where it is the
// file as a whole.
func PlaceText(at lint.Place, lang msg.Lang) string {
	return released(wording(lang).where(at))
}

// Standing says why a finding does not count, in full: it is waived, an earlier
// run had it already, or both. Nothing where it counts.
func Standing(f *lint.Finding, lang msg.Lang) []string {
	var all []string
	if f.Waived != nil {
		all = append(all, WaiverText(f.Waived, lang))
	}
	if f.Known {
		all = append(all, inertText(wordKnown.With(), lang))
	}
	return all
}

// RateText says an indicator with its count, its share and whether its target is
// reached, or that it is not applicable (N/A).
func RateText(r lint.Rate, lang msg.Lang) string {
	p := wording(lang)
	text := wordRate.With("title", msg.Text{Message: r.Title}, "n", r.Numerator, "of", r.Denominator, "share", "N/A")
	if r.Judged() {
		text = wordRate.With("title", msg.Text{Message: r.Title}, "n", r.Numerator, "of", r.Denominator, "share", decimal(share(&r.Counts, r.Target), lang)+" %")
	}
	said := released(p.say(text))
	if more := strings.Join(p.saidOf(&r, &r.Counts), "; "); more != "" {
		said += ", " + released(more)
	}
	return said
}

// GroupText names a group of an indicator: the unit, the procedure, or the week
// with its days.
func GroupText(g *lint.Group, lang msg.Lang) string {
	return released(wording(lang).groupTitle(g))
}

// CountsText says counts as "3/4 (75.00 %)", or N/A where there is no share.
func CountsText(c *lint.Counts, target float64, lang msg.Lang) string {
	if !c.Judged() {
		return fmt.Sprintf("%d/%d (N/A)", c.Numerator, c.Denominator)
	}
	return fmt.Sprintf("%d/%d (%s %%)", c.Numerator, c.Denominator, decimal(share(c, target), lang))
}

// Percent is the share of counts that have one, with two decimals. It is rounded,
// but never up to the target or to the whole where they are not reached.
func Percent(c *lint.Counts, target float64) float64 { return share(c, target) }

// NotOfficial says what has to be said beside indicators wherever they are shown.
func NotOfficial(lang msg.Lang) string { return wordNotOfficial.In(lang) }

// ProcedureText names the procedure of a result by name and code, as far as
// known.
func ProcedureText(r *lint.Result) string { return Inert(procedureText(r.Procedure, r.ProcedureName)) }
