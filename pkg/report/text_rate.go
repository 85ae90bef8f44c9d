package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// day shows a date in the form of the language.
var day = msg.Message{ID: "report/day", VI: "{date}", EN: "{date}"}

// rates writes the indicators as a table, and below it those by unit, procedure
// and week that the options ask for.
func (p *textPrinter) rates(all []lint.Rate) {
	if len(all) == 0 {
		return
	}
	p.line("")
	for _, l := range Wrap(p.say(wordRates.With("note", msg.Text{Message: wordNotOfficial})), p.width) {
		p.line("%s", l)
	}
	t := rateTable{printer: p, indent: 2}
	var none []string
	for i := range all {
		r := &all[i]
		if r.Judged() {
			t.add(r, &r.Counts)
			continue
		}
		none = append(none, p.say(noRateText(r)))
	}
	t.write()
	if len(none) > 0 {
		for _, l := range Wrap(p.say(wordRatesNone.With("titles", whole(strings.Join(none, "; ")))), p.width-2) {
			p.line("  %s", l)
		}
	}
	for _, by := range p.o.By {
		p.groups(by, all)
	}
}

// noRateText names an indicator without a share, with what there is to say of it.
func noRateText(r *lint.Rate) msg.Text {
	title := msg.Text{Message: r.Title}
	switch {
	case r.Unchecked > 0:
		return wordNoRate.With("title", title, "why", wordRateUnchecked.With("n", r.Unchecked))
	case r.Unknown > 0:
		return wordNoRate.With("title", title, "why", wordOnlyUnknown.With("n", r.Unknown))
	}
	return title
}

// groups writes the indicators of each group of one kind.
func (p *textPrinter) groups(by lint.By, all []lint.Rate) {
	var keys []string
	tables := map[string]*rateTable{}
	titles := map[string]string{}
	for i := range all {
		for k := range all[i].Groups {
			g := &all[i].Groups[k]
			if g.By != by {
				continue
			}
			t := tables[g.Key]
			if t == nil {
				t = &rateTable{printer: p, indent: 4}
				keys, tables[g.Key] = append(keys, g.Key), t
			}
			if g.Judged() {
				t.add(&all[i], &g.Counts)
			}
			titles[g.Key] = p.groupTitle(g)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		if a == "" || b == "" {
			return cmp.Compare(len(b), len(a)) // what is unknown last
		}
		return cmp.Compare(a, b)
	})
	p.line("")
	p.line("%s", p.word(byWord(by)))
	for _, key := range keys {
		if t := tables[key]; len(t.rows) > 0 {
			for _, l := range Wrap(titles[key], p.width-2) {
				p.line("  %s", l)
			}
			t.write()
		}
	}
}

func (p *textPrinter) groupTitle(g *lint.Group) string {
	switch {
	case g.Key == "":
		return p.word(UnknownWord(g.By))
	case !g.From.IsZero():
		year, n, _ := strings.Cut(g.Key, "-W")
		return p.say(wordWeek.With("year", year, "n", strings.TrimPrefix(n, "0"), "from", legalDay(g.From), "to", legalDay(g.From).AddDate(0, 0, 6)))
	case g.Name != "":
		return Inert(g.Name + " (" + g.Key + ")")
	}
	return Inert(g.Key)
}

// share is the rate in percent with two decimals. It is rounded, but never up to
// the target or to the whole where they are not reached.
func share(c *lint.Counts, target float64) float64 {
	exact := 100 * float64(c.Numerator) / float64(c.Denominator)
	rounded := hundredths(exact)
	for _, mark := range []float64{100 * target, 100} {
		if exact < mark-1e-7 && rounded >= mark {
			return math.Floor(exact*100) / 100
		}
	}
	return rounded
}

func decimal(v float64, lang msg.Lang) string {
	s := fmt.Sprintf("%.2f", v)
	if lang == msg.English {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}
