package indicator

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/lint"
)

// Rates returns what was counted so far, in the order of [All]. Groups in which
// an indicator counted nothing are left out.
func (t *Tally) Rates() []lint.Rate {
	rates := make([]lint.Rate, len(t.indicators))
	ordered := t.ordered()
	for i := range t.indicators {
		one := &t.indicators[i]
		rates[i] = lint.Rate{Key: one.Key, Title: one.Title, Rest: one.rest, Target: one.Target, Counts: t.whole[i].counts(nil)}
		failing := map[*group][]string{}
		for _, f := range t.whole[i].failing {
			rates[i].Failing = append(rates[i].Failing, f.id)
			for _, g := range f.groups {
				failing[g] = append(failing[g], f.id)
			}
		}
		for d, by := range dimensions() {
			for _, g := range ordered[d] {
				if c := &g.counts[i]; c.Denominator > 0 || c.Unknown > 0 {
					rates[i].Groups = append(rates[i].Groups, lint.Group{By: by, Key: g.key, Name: g.name, From: g.from, Counts: c.counts(failing[g])})
				}
			}
		}
	}
	return rates
}

func (c *count) counts(failing []string) lint.Counts {
	out := c.Counts
	out.Failing, out.FailingMore = failing, c.more
	return out
}

// ordered returns the groups of each dimension by their keys, what is unknown
// last.
func (t *Tally) ordered() (all [3][]*group) {
	for d := range t.groups {
		for _, g := range t.groups[d] {
			all[d] = append(all[d], g)
		}
		slices.SortFunc(all[d], func(a, b *group) int { return compareKeys(a.key, b.key) })
	}
	return all
}

func compareKeys(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a)) // the empty one last
	}
	return cmp.Compare(a, b)
}
