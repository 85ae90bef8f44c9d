package signatures

import (
	"io"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// TextOptions configure [NewText]. The zero value works.
type TextOptions struct {
	Lang    msg.Lang // empty is Vietnamese
	Color   bool     // also colour severities and verdicts, which are always words as well
	Verbose bool     // list all changes and all reasons, and every signature in full
	Width   int      // columns of a line; 0 is 100, less than 60 is 60
}

// NewText returns a printer of text for people: for each file a block, in it one
// for each signature with its separate answers, then what the rules say about it.
func NewText(w io.Writer, o TextOptions) Printer { return newText(w, o) }

func newText(w io.Writer, o TextOptions) *textPrinter {
	b := report.NewBlock(report.TextOptions{Lang: o.Lang, Color: o.Color, Verbose: o.Verbose, Width: o.Width})
	return &textPrinter{w: w, b: b, verbose: o.Verbose, verdicts: map[lint.Verdict]int{}}
}

type textPrinter struct {
	w        io.Writer
	b        *report.Block
	verbose  bool
	files    int
	verdicts map[lint.Verdict]int
}

// briefly bounds the lists of a text that was not asked for all of it.
const briefly = 5

func (p *textPrinter) Begin(h lint.Head) error {
	p.b.Head(wordTitle.With("tool", h.ToolName, "version", h.ToolVersion), h)
	return p.flush()
}

func (p *textPrinter) End() error {
	p.b.Blank()
	if p.files > 1 {
		p.b.Line(0, wordTotal.With(
			"n", p.files, "accepted", p.verdicts[lint.Accepted], "rejected", p.verdicts[lint.Rejected], "undetermined", p.verdicts[lint.Undetermined],
		))
	}
	p.b.Line(0, wordPreCheck.With())
	return p.flush()
}

func (p *textPrinter) flush() error {
	_, err := p.w.Write(p.b.Bytes())
	return err
}

func (p *textPrinter) File(f *File) error {
	verdict := f.Verdict()
	p.files++
	p.verdicts[verdict]++
	p.b.Blank()
	title := wordFile
	if f.Folder {
		title = wordFolder
	}
	p.b.Heading(0, title.With("file", f.Name), verdict, verdictWord(verdict).With())
	findings := f.findings()
	if f.Fault != nil && len(findings) == 0 { // which say the same, and more
		p.b.Line(2, wordFault.With("what", f.Fault.What))
		p.b.Field(2, labelRemedy, f.Fault.Remedy)
	}
	if f.Report != nil {
		p.report(f.Report, f.Sizes, faulty(findings))
	}
	p.b.Findings(told(findings, f.Report))
	if f.Fault == nil {
		p.unchecked(openOutcomes(f.Result))
	}
	return p.flush()
}

// unchecked tells what could not be checked of the file above.
func (p *textPrinter) unchecked(open []lint.Outcome) {
	for i := range open {
		open[i].Subject = ""
	}
	if len(open) > 0 {
		p.b.Unchecked(&lint.Result{Verdict: lint.Undetermined, Outcomes: open})
	}
}

func verdictWord(v lint.Verdict) msg.Message {
	switch v {
	case lint.Accepted:
		return wordAccepted
	case lint.Rejected:
		return wordRejected
	}
	return wordUndetermined
}

// many is the number of signatures of a file beyond which only the main points
// of each are told, unless all was asked for.
const many = 10

// report tells of every signature of a file, and of what may be taken for one.
// failed are the numbers of those that an error is about.
func (p *textPrinter) report(rep *sign.Report, sizes []pdf.Size, failed map[int]bool) {
	stamps := 0
	for i := range rep.Signatures {
		if rep.Signatures[i].Kind == sign.KindTimestamp {
			stamps++
		}
	}
	held := wordSignatures.With("n", len(rep.Signatures)-stamps)
	switch {
	case len(rep.Signatures) == 0:
		held = wordNone.With()
	case stamps == len(rep.Signatures):
		held = wordListed.With("a", wordTimestamps.With("n", stamps), "b", wordNone.With())
	case stamps > 0:
		held = wordListed.With("a", held, "b", wordTimestamps.With("n", stamps))
	}
	p.b.Field(2, labelHolds, wordHolds.With("signatures", held, "pages", rep.Pages, "revisions", rep.Revisions))
	if len(rep.Signatures) > many && !p.verbose {
		p.b.Line(2, wordBrief.With())
	}
	for i := range rep.Signatures {
		p.signature(i+1, &rep.Signatures[i], rep, sizes, failed[i+1])
	}
	p.few(len(rep.UnsignedFields), func(i int) {
		f := &rep.UnsignedFields[i]
		var where any = ""
		if f.Page > 0 {
			where = wordOnPage.With("n", f.Page)
		}
		p.b.Item(2, wordUnsigned.With("field", words.Clip(f.Field), "where", where))
	})
	p.few(len(rep.Marks), func(i int) {
		m := &rep.Marks[i]
		var text any = ""
		if m.Text != "" {
			text = wordMarkText.With("text", words.Clip(m.Text))
		}
		p.b.Item(2, wordMark.With("kind", markWord(m.Kind), "where", p.b.Place(lint.Place{Page: m.Page, Box: boxOf(m.Box)}), "text", text))
	})
	p.few(len(rep.Reasons), func(i int) { p.b.Item(2, explained(sign.KindSignature, rep.Reasons[i])) })
}

// few writes the items of a list, all of them only where that was asked for.
func (p *textPrinter) few(n int, item func(i int)) {
	for i := range n {
		if i == briefly && !p.verbose {
			p.b.Item(2, wordEllipsis.With("n", n-i))
			return
		}
		item(i)
	}
}

func markWord(kind string) any {
	if m, ok := markWords[kind]; ok {
		return m.With()
	}
	return kind
}
