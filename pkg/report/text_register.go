package report

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/lint"
)

// shownNotes is how many notes on a register, and how many unknown procedures,
// are told unless all are asked for.
const shownNotes = 3

// register names the register and what was found odd in it.
func (p *textPrinter) register(r *lint.RegisterInfo) {
	p.field("", p.word(wordRegister), p.say(wordRows.With("file", r.File, "rows", r.Rows)))
	notes := slices.Clone(r.Notes) // what may have changed an answer first, columns that are not used last
	slices.SortStableFunc(notes, func(a, b lint.RegisterNote) int { return cmp.Compare(unused(a), unused(b)) })
	for i, n := range notes {
		if i == shownNotes && !p.o.Verbose && len(notes) > shownNotes+1 {
			p.field("", "", p.say(wordMoreNotes.With("n", len(notes)-i)))
			break
		}
		p.field("", "", "– "+p.say(n.Text))
	}
	for i, u := range r.Procedures {
		if i == shownNotes && !p.o.Verbose && len(r.Procedures) > shownNotes+1 {
			p.field("", "", p.say(wordMoreProcedures.With("n", len(r.Procedures)-i)))
			break
		}
		p.field("", "", "– "+p.say(wordUnknownProcedure.With("procedure", procedureText(u.Code, u.Name), "n", u.Lines)))
	}
}

func unused(n lint.RegisterNote) int {
	if n.Kind == "unknown-header" {
		return 1
	}
	return 0
}

// join says what the lines of the register and the folder left over.
func (p *textPrinter) join(j lint.Join) {
	p.item("", p.say(wordJoin.With("matched", j.Matched, "lines", j.LinesOnly, "files", j.FilesOnly)))
	if j.Unusable > 0 {
		p.item("", p.say(wordUnusableLines.With("n", j.Unusable)))
	}
	if j.Unfound > 0 {
		p.item("", p.say(wordUnfound.With("n", j.Unfound, "dossiers", j.UnfoundIn)))
	}
}
