package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// TextOptions configure [NewText]. The zero value works.
type TextOptions struct {
	Lang    msg.Lang  // empty is Vietnamese
	Color   bool      // also colour severities and verdicts, which are always words as well
	Verbose bool      // also list dossiers with which everything is in order, remarks, repeated warnings, all files, and indicators by everything
	Infos   bool      // also list remarks
	By      []lint.By // also write the indicators by these
	Quiet   bool      // leave out the head, the indicators and the summary; what would only be counted there is listed, but what a baseline knows
	Width   int       // columns of a line; 0 is 100, less than 60 is 60
}

// NewText returns a printer of text for people, grouped by dossier, errors first.
// A dossier that was checked in full without any finding is counted but not
// listed, unless the options ask for it. So are remarks, and dossiers of which
// there is nothing to say but a warning that stands above in the same words: what
// is the same everywhere must not bury what is not.
func NewText(w io.Writer, o TextOptions) Printer {
	if o.Verbose && o.By == nil {
		o.By = []lint.By{lint.ByUnit, lint.ByProcedure, lint.ByWeek}
	}
	return &textPrinter{w: w, o: o, width: max(cmp.Or(o.Width, 100), 60)}
}

type textPrinter struct {
	w     io.Writer
	o     TextOptions
	width int
	open  int // dossiers with something unchecked
	told  repeats

	b strings.Builder // the part that is being written

	fields func(label, value string) // takes the fields in place of b; may be nil
}

func (p *textPrinter) Begin(h lint.Head) error {
	if p.o.Quiet {
		return nil
	}
	p.line("%s", p.say(wordTitle.With("tool", h.ToolName, "version", h.ToolVersion)))
	p.basics(h)
	if h.Register != nil {
		p.register(h.Register)
	} else {
		p.field("", p.word(wordRegister), p.word(wordNoRegister))
	}
	p.beyond(h)
	if n := len(h.Ignored); n > 0 {
		shown := n
		if !p.o.Verbose {
			shown = min(n, 3)
		}
		files := array(h.Ignored[:shown], func(file string) string { return string(name(file)) })
		if shown < n {
			files = append(files, p.say(wordMore.With("n", n-shown)))
		}
		p.field("", p.word(wordIgnored), p.say(wordIgnoredAll.With("n", n, "files", whole(strings.Join(files, ", ")))))
	}
	return p.flush()
}

func (p *textPrinter) Result(r *lint.Result) error {
	unchecked := r.Unchecked()
	if unchecked {
		p.open++
	}
	findings := p.worthTelling(r.Findings)
	if !unchecked && !p.o.Verbose && p.nothingNew(findings) {
		return nil
	}
	p.line("")
	p.line("%s – %s", p.say(heading(r)), p.colored(verdictColor(r.Verdict), p.word(VerdictWord(r.Verdict))))
	if name := procedureText(r.Procedure, r.ProcedureName); name != "" {
		p.field("  ", p.word(wordProcedure), Inert(name))
	}
	if r.Unit != "" {
		p.field("  ", p.word(wordUnit), Inert(r.Unit))
	}
	if p.o.Verbose {
		for i, d := range r.Documents {
			label := ""
			if i == 0 {
				label = p.word(wordDocuments)
			}
			p.field("  ", label, string(name(d.Path)))
		}
	}
	p.findings(findings)
	if unchecked {
		p.unchecked(r)
	}
	return p.flush()
}

// procedureText names a procedure by name and code, as far as known.
func procedureText(code, name string) string {
	if name != "" && code != "" {
		return name + " (" + code + ")"
	}
	return name + code
}

func (p *textPrinter) End(s lint.Summary) error {
	if len(s.Settings) > 0 {
		p.line("")
		p.line("%s", p.word(wordSettings))
		p.findings(s.Settings)
	}
	if !p.o.Quiet {
		p.summary(s)
	}
	if s.Interrupted {
		p.line("")
		p.line("%s", p.word(wordInterrupted))
	}
	return p.flush()
}

// summary counts what stands above, and says the indicators.
func (p *textPrinter) summary(s lint.Summary) {
	p.line("")
	p.line("%s", p.word(wordSummary))
	p.item("", p.say(wordCounts.With("n", s.Dossiers, "accepted", s.Accepted, "rejected", s.Rejected, "undetermined", s.Undetermined)))
	p.item("", p.say(wordFindings.With("errors", s.Findings[lint.Error], "warnings", s.Findings[lint.Warning], "infos", s.Findings[lint.Info])))
	if s.Waived > 0 {
		p.item("", p.say(wordWaived.With("n", s.Waived)))
	}
	if s.Known > 0 {
		p.item("", p.say(wordKnownAll.With("n", s.Known)))
	}
	if p.told.infos > 0 {
		p.item("", p.say(wordInfos.With("n", p.told.infos)))
	}
	if p.told.dossiers > 0 {
		p.item("", p.say(wordAlike.With("n", p.told.dossiers, "rules", strings.Join(p.told.rules, ", "))))
	}
	if p.open > 0 {
		p.item("", p.say(wordOpen.With("n", p.open)))
	}
	if s.Unreadable > 0 {
		p.item("", p.say(wordUnreadable.With("n", s.Unreadable)))
	}
	if j := s.Join; !j.IsZero() {
		p.join(j)
	}
	p.rates(s.Rates)
}

// say renders a text in the language of the report, inert and with the blanks of
// names held.
func (p *textPrinter) say(t msg.Text) string { return inertHeld(hold(t).In(p.o.Lang)) }

func (p *textPrinter) word(m msg.Message) string { return p.say(msg.Text{Message: m}) }

func (p *textPrinter) line(format string, args ...any) {
	fmt.Fprintf(&p.b, format, args...)
	p.b.WriteByte('\n')
}

// field writes a label and, beside it, its value, wrapped.
func (p *textPrinter) field(indent, label, value string) {
	if p.fields != nil {
		p.fields(label, value)
		return
	}
	column := 16 - len(indent)
	for i, l := range Wrap(value, p.width-len(indent)-column) {
		if i > 0 {
			label = ""
		}
		p.line("%s%s%s%s", indent, label, strings.Repeat(" ", max(column-columns(label), 1)), l)
	}
}

// item writes one point of a list, wrapped.
func (p *textPrinter) item(indent, value string) {
	mark := "- "
	for _, l := range Wrap(value, p.width-len(indent)-len(mark)) {
		p.line("%s%s%s", indent, mark, l)
		mark = "  "
	}
}

// flush writes what was collected in one piece.
func (p *textPrinter) flush() error {
	_, err := p.w.Write(p.take())
	return err
}

// take returns what was collected.
func (p *textPrinter) take() []byte {
	text := released(p.b.String())
	p.b.Reset()
	return []byte(text)
}
