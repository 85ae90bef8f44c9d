package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
)

// rateTable lines up indicators: title, count, share, and what is to be said of
// them.
type rateTable struct {
	printer *textPrinter
	indent  int
	rows    [][4]string
}

func (t *rateTable) add(r *lint.Rate, c *lint.Counts) {
	p := t.printer
	row := [4]string{p.word(r.Title), fmt.Sprintf("%d/%d", c.Numerator, c.Denominator), decimal(share(c, r.Target), p.o.Lang) + " %"}
	row[3] = strings.Join(p.saidOf(r, c), "; ")
	t.rows = append(t.rows, row)
}

// saidOf is what is to be said of an indicator besides its numbers.
func (p *textPrinter) saidOf(r *lint.Rate, c *lint.Counts) (said []string) {
	if reach := c.Against(r.Target); reach != lint.NoTarget {
		said = append(said, p.say(reachWord(reach).With("target", math.Round(r.Target*10000)/100)))
	}
	if c.Bad() > 0 && r.Rest.ID != "" {
		said = append(said, p.say(r.Rest.With("n", c.Bad())))
	}
	if c.Unchecked > 0 {
		said = append(said, p.say(wordRateUnchecked.With("n", c.Unchecked)))
	}
	if c.Unknown > 0 {
		said = append(said, p.say(wordRateUnknown.With("n", c.Unknown)))
	}
	return said
}

func (t *rateTable) write() {
	var width [3]int
	for _, row := range t.rows {
		for i := range width {
			width[i] = max(width[i], columns(row[i]))
		}
	}
	margin := spaces(t.indent)
	column := t.indent + width[0] + width[1] + width[2] + 6
	for _, row := range t.rows {
		numbers := padLeft(row[1], width[1]) + "  " + padLeft(row[2], width[2])
		switch p := t.printer; {
		case column-2 > p.width: // no room for one line
			for _, l := range Wrap(row[0], p.width-t.indent) {
				p.line("%s%s", margin, l)
			}
			p.line("%s    %s", margin, numbers)
			t.below(row[3])
		case column+30 > p.width: // none beside the numbers
			p.line("%s%s  %s", margin, pad(row[0], width[0]), numbers)
			t.below(row[3])
		default:
			first := margin + pad(row[0], width[0]) + "  " + numbers + "  "
			for _, l := range Wrap(row[3], p.width-column) {
				p.line("%s", strings.TrimRight(first+l, " "))
				first = strings.Repeat(" ", column)
			}
		}
	}
}

// below writes what is said of a row under its numbers.
func (t *rateTable) below(said string) {
	if said == "" {
		return
	}
	for _, l := range Wrap(said, t.printer.width-t.indent-4) {
		t.printer.line("%s    %s", spaces(t.indent), l)
	}
}

func pad(s string, width int) string     { return s + blanks(width-columns(s)) }
func padLeft(s string, width int) string { return blanks(width-columns(s)) + s }
func blanks(n int) string                { return strings.Repeat(" ", max(n, 0)) }
