package indicator

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
)

// Merge returns the sum of the rates of several runs, as of several folders in
// one report. Rates meet by their key, groups by theirs; titles and targets are
// those of the first. The arguments are not changed.
func Merge(runs ...[]lint.Rate) []lint.Rate {
	var sum []lint.Rate
	for _, rates := range runs {
		for _, r := range rates {
			i := slices.IndexFunc(sum, func(have lint.Rate) bool { return have.Key == r.Key })
			if i < 0 {
				r.Groups, r.Failing = slices.Clone(r.Groups), slices.Clone(r.Failing)
				sum = append(sum, r)
				continue
			}
			have := &sum[i]
			have.Counts = plus(have.Counts, r.Counts)
			have.Groups = mergeGroups(have.Groups, r.Groups)
		}
	}
	return sum
}

func mergeGroups(a, b []lint.Group) []lint.Group {
	type id struct {
		by  lint.By
		key string
	}
	at := map[id]int{}
	for i := range a {
		at[id{a[i].By, dossier.Fold(a[i].Key)}] = i
	}
	for _, g := range b {
		if i, ok := at[id{g.By, dossier.Fold(g.Key)}]; ok {
			a[i].Counts = plus(a[i].Counts, g.Counts)
			continue
		}
		a = append(a, g)
	}
	order := dimensions()
	slices.SortStableFunc(a, func(x, y lint.Group) int {
		if x.By != y.By {
			return slices.Index(order[:], x.By) - slices.Index(order[:], y.By)
		}
		return compareKeys(x.Key, y.Key)
	})
	return a
}

func plus(a, b lint.Counts) lint.Counts {
	sum := lint.Counts{
		Numerator: a.Numerator + b.Numerator, Denominator: a.Denominator + b.Denominator,
		Unchecked: a.Unchecked + b.Unchecked, Unknown: a.Unknown + b.Unknown,
		Failing: slices.Concat(a.Failing, b.Failing), FailingMore: a.FailingMore + b.FailingMore,
	}
	if n := len(sum.Failing); n > maxFailing {
		sum.Failing, sum.FailingMore = sum.Failing[:maxFailing], sum.FailingMore+n-maxFailing
	}
	return sum
}
