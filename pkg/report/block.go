package report

import (
	"cmp"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Block is a piece of text in the form of the text report, for other reports
// than that of [NewText]. What stands in texts and names is made inert. It is
// not for use by several goroutines.
type Block struct{ p textPrinter }

// NewBlock returns an empty block. Verbose has no meaning for it.
func NewBlock(o TextOptions) *Block {
	return &Block{textPrinter{o: o, width: max(cmp.Or(o.Width, 100), 60)}}
}

// Head writes what a report depends on besides its files: the day, the anchors
// and what no rule looks at.
func (b *Block) Head(title msg.Text, h lint.Head) {
	b.p.line("%s", b.p.say(title))
	b.p.basics(h)
	b.p.beyond(h)
}

// Config names the file of settings that was used, if there was one.
func (b *Block) Config(c *lint.ConfigInfo) {
	if c != nil {
		b.p.config(c, nil)
	}
}

// Blank writes an empty line.
func (b *Block) Blank() { b.p.line("") }

// Line writes a line of its own, behind an indent of n columns.
func (b *Block) Line(n int, t msg.Text) {
	for _, l := range Wrap(b.p.say(t), b.p.width-n) {
		b.p.line("%*s%s", n, "", l)
	}
}

// Heading writes a line that ends with a word in the colour of a verdict.
func (b *Block) Heading(n int, t msg.Text, v lint.Verdict, word msg.Text) {
	b.p.line("%*s%s – %s", n, "", b.p.say(t), b.p.colored(verdictColor(v), b.p.say(word)))
}

// Field writes a label and beside it a text, behind an indent of n columns.
func (b *Block) Field(n int, label msg.Message, t msg.Text) {
	b.p.field(spaces(n), b.p.word(label), b.p.say(t))
}

// Item writes one point of a list.
func (b *Block) Item(n int, t msg.Text) { b.p.item(spaces(n), b.p.say(t)) }

// Place says a place inside of a file in words; empty where nothing is known.
func (b *Block) Place(at lint.Place) string { return released(b.p.where(at)) }

// Findings writes findings as the text report does.
func (b *Block) Findings(all []lint.Finding) { b.p.findings(all) }

// Unchecked writes what could not be checked, as the text report does.
func (b *Block) Unchecked(r *lint.Result) {
	if r.Unchecked() {
		b.p.unchecked(r)
	}
}

// Bytes returns what was written and empties the block.
func (b *Block) Bytes() []byte { return b.p.take() }

func spaces(n int) string { return "                "[:min(max(n, 0), 16)] }

// RecordFinding returns a finding as the JSON report has it.
func RecordFinding(f *lint.Finding, lang msg.Lang) any { return recordFinding(f, lang) }

// RecordBox returns a box as the JSON report has it; nil where it is unknown.
func RecordBox(b lint.Box) any {
	if r := recordPlace(lint.Place{Box: b}).Box; r != nil {
		return r
	}
	return nil
}

// RecordOutcome returns an outcome as the JSON report has it.
func RecordOutcome(o *lint.Outcome, lang msg.Lang) any { return recordOutcome(o, lang) }

// RecordConfig returns the file of settings as the JSON report has it; nil where
// there is none.
func RecordConfig(c *lint.ConfigInfo) any {
	if r := recordConfig(c); r != nil {
		return r
	}
	return nil
}
