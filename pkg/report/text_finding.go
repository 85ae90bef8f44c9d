package report

import (
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// findings writes what was found. What is said of several files is said once, and
// findings that one deed mends, as two empty boxes on one page, share the lines
// that say it.
func (p *textPrinter) findings(all []lint.Finding) {
	groups := Alike(all, p.o.Lang)
	again := make([]bool, len(groups))
	for i, group := range groups {
		again[i] = p.advised(group[0])
	}
	for i, group := range groups {
		f := group[0]
		p.finding(group)
		switch {
		case i+1 < len(groups) && again[i] == again[i+1] && Together(group, groups[i+1], p.o.Lang):
		case again[i]:
			p.field("    ", p.word(wordRule), p.say(wordAbove.With("rule", f.Rule)))
		default:
			p.advice(f)
		}
	}
	for i := range all {
		p.tell(&all[i])
	}
}

// finding says what is wrong and where, of several files at once if they are alike.
func (p *textPrinter) finding(group []*lint.Finding) {
	f := group[0]
	word := p.word(SeverityWord(f.Severity))
	indent := "  "
	for i, l := range Wrap(p.say(f.Message), p.width-len(indent)-columns(word)-2) {
		if i == 0 {
			p.line("%s%s: %s", indent, p.colored(severityColor(f.Severity), word), l)
		} else {
			p.line("%s  %s", indent, l)
		}
	}
	if f.Waived != nil {
		p.field("    ", p.word(wordWaiver), WaiverText(f.Waived, p.o.Lang))
	}
	if f.Known {
		p.field("    ", p.word(wordWaiver), p.word(wordKnown))
	}
	label := p.word(wordFile)
	for _, one := range group {
		if one.Place.File != "" {
			p.field("    ", label, string(name(one.Place.File)))
			label = ""
		}
	}
	if where := p.where(f.Place); where != "" {
		p.field("    ", p.word(wordWhere), where)
	}
}

// advice says what to do, by which clauses, and which rule says so.
func (p *textPrinter) advice(f *lint.Finding) {
	if !f.Remedy.IsZero() {
		p.field("    ", p.word(wordRemedy), p.say(f.Remedy))
	}
	if len(f.Basis) > 0 {
		p.field("    ", p.word(wordBasis), p.basis(f.Basis))
	}
	p.field("    ", p.word(wordRule), Inert(f.Rule))
}

// basis names the clauses, those of one instrument together.
func (p *textPrinter) basis(citations []law.Citation) string {
	var merged []law.Citation
	for _, c := range citations {
		if last := len(merged) - 1; last >= 0 && merged[last].Instrument == c.Instrument && c.Clause != "" && merged[last].Clause != "" {
			merged[last].Clause += ", " + c.Clause
		} else {
			merged = append(merged, c)
		}
	}
	parts := make([]string, len(merged))
	for i, c := range merged {
		parts[i] = Inert(p.o.Lang.Pick(c.String(), c.English()))
	}
	return strings.Join(parts, "; ")
}

// where says the place inside of a file in words; empty where it is the file as
// a whole.
func (p *textPrinter) where(at lint.Place) string {
	var parts []string
	add := func(m msg.Message, pairs ...any) { parts = append(parts, p.say(m.With(pairs...))) }
	if at.Page > 0 {
		add(wordPage, "n", at.Page)
	}
	if !at.Box.IsZero() && finite(at.Box.X, at.Box.Y, at.Box.W, at.Box.H) {
		add(wordBox, "w", mm(at.Box.W), "h", mm(at.Box.H), "x", mm(at.Box.X), "y", mm(at.Box.Y))
	}
	if at.Sheet != "" {
		add(wordSheet, "name", name(at.Sheet))
	}
	if at.Row > 0 {
		add(wordRow, "n", at.Row)
	}
	if at.Column > 0 {
		add(wordColumn, "n", at.Column)
	}
	return strings.Join(parts, ", ")
}

// mm rounds to what a ruler shows.
func mm(v float64) string { return fmt.Sprintf("%.0f", v) }
