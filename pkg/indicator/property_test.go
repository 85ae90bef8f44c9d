package indicator_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/lint"
)

// anyDossier returns a dossier of which anything may be said.
func anyDossier(r *rand.Rand, n int) planted {
	statuses := []string{"", "Đang xử lý", "Đã trả kết quả", "Từ chối tiếp nhận"}
	e := dossier.Entry{Status: statuses[r.IntN(len(statuses))], Digitized: dossier.Answer(r.IntN(3)), Online: dossier.Answer(r.IntN(3))}
	if r.IntN(4) > 0 {
		e.Received = september(1 + r.IntN(10))
	}
	if r.IntN(4) > 0 {
		e.Due = september(5 + r.IntN(20))
	}
	if r.IntN(2) > 0 {
		e.Finished = september(5 + r.IntN(25))
	}
	id := fmt.Sprintf("D%04d", n)
	var docs []*dossier.Document
	for i := range r.IntN(3) {
		docs = append(docs, file(fmt.Sprintf("%s/%d.pdf", id, i), dossier.Result))
	}
	d := registered(id, []string{"", "Phường 1", "Phường 2"}[r.IntN(3)], []string{"", "1.000894", "2.000635"}[r.IntN(3)], e, docs...)
	if r.IntN(8) == 0 {
		d.Entry = nil
	}
	p := planted{Dossier: d, found: map[string]string{}}
	all := append(indicator.SignatureRules(), "sign/one-layer", "field/seal")
	for range r.IntN(3) {
		rule := all[r.IntN(len(all))]
		p.found[rule] = rule
	}
	for range r.IntN(2) {
		p.unable = append(p.unable, all[r.IntN(len(all))])
	}
	return p
}

func someResults(t *testing.T, r *rand.Rand) []*lint.Result {
	var all []planted
	for n := range r.IntN(60) {
		all = append(all, anyDossier(r, n))
	}
	return judged(t, all...)
}

func TestGroupsAddUpToTheWhole(t *testing.T) {
	for seed := range uint64(60) {
		rates := list(t, indicator.Options{Every: true}, someResults(t, rand.New(rand.NewPCG(seed, 1)))...)
		for _, rate := range rates {
			for _, by := range []lint.By{lint.ByUnit, lint.ByProcedure, lint.ByWeek} {
				var sum lint.Counts
				for _, g := range rate.Groups {
					if g.By == by {
						sum = added(sum, g.Counts)
					}
				}
				assert.Equal(t, sorted(rate.Counts), sorted(sum), "seed %d: %s by %s", seed, rate.Key, by)
			}
			assert.GreaterOrEqual(t, rate.Bad(), len(rate.Failing), rate.Key)
			assert.Equal(t, rate.Bad() == 0, len(rate.Failing) == 0, rate.Key)
		}
	}
}

func added(a, b lint.Counts) lint.Counts {
	return lint.Counts{
		Numerator: a.Numerator + b.Numerator, Denominator: a.Denominator + b.Denominator, Unchecked: a.Unchecked + b.Unchecked,
		Unknown: a.Unknown + b.Unknown, Failing: append(slices.Clone(a.Failing), b.Failing...), FailingMore: a.FailingMore + b.FailingMore,
	}
}

func sorted(c lint.Counts) lint.Counts {
	c.Failing = append([]string{}, c.Failing...)
	slices.Sort(c.Failing)
	return c
}

func TestMergeOfPartsIsTheWhole(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 2))
		results := someResults(t, r)
		cut := r.IntN(len(results) + 1)
		o := indicator.Options{Every: true}
		assert.Equal(t, list(t, o, results...), indicator.Merge(list(t, o, results[:cut]...), list(t, o, results[cut:]...)), "seed %d", seed)
	}
}

func TestWhatIsKeptIsBounded(t *testing.T) {
	tally, err := indicator.New(indicator.Options{Every: true, AsOf: asOf()})
	require.NoError(t, err)
	const n = indicator.MaxFailing + 1000
	for i := range n {
		d := registered(fmt.Sprint(i), fmt.Sprintf("Đơn vị %d", i), "1.000894", dossier.Entry{Finished: september(7)})
		tally.Add(&lint.Result{Dossier: d.ID, Unit: d.Unit, Procedure: d.Procedure, Judged: d})
	}
	for _, rate := range tally.Rates() {
		if rate.Key != "digitized-results" {
			continue
		}
		assert.Len(t, rate.Failing, indicator.MaxFailing)
		assert.Equal(t, 1000, rate.FailingMore)
		units, failing := 0, 0
		for _, g := range rate.Groups {
			if g.By == lint.ByUnit {
				units++
				failing += len(g.Failing) + g.FailingMore
			}
		}
		assert.LessOrEqual(t, units, indicator.MaxGroups+1)
		assert.Equal(t, n, failing, "every failing dossier is counted in its group or in that of the rest")
		double := indicator.Merge([]lint.Rate{rate}, []lint.Rate{rate})[0]
		assert.Len(t, double.Failing, indicator.MaxFailing)
		assert.Equal(t, 2*n-indicator.MaxFailing, double.FailingMore)
	}
}
