package lint_test

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
)

// remembering is a rule that finds every third dossier that it sees and names
// the one before.
func remembering(warmed *atomic.Int32) lint.Rule[evidence] {
	r := rule("result/remembers", func(_ context.Context, d evidence, p *lint.Pass) error {
		seen := p.Memory().(*[]string)
		if n := len(*seen); n%3 == 2 {
			p.Report(lint.Finding{Message: say("found").With("before", (*seen)[n-1])})
		}
		*seen = append(*seen, d.ID)
		return nil
	})
	r.Memory = func() any { return &[]string{} }
	r.Warm = func(context.Context, evidence) { warmed.Add(1) }
	return r
}

// TestMemoryFollowsTheSource runs one linter twice with many jobs: each run
// begins with nothing and sees the dossiers in their order.
func TestMemoryFollowsTheSource(t *testing.T) {
	var warmed atomic.Int32
	l, err := lint.New(lint.Options[evidence]{
		Rules: []lint.Rule[evidence]{remembering(&warmed), rule("result/other", pass)}, AsOf: law.Date(2026, 11, 23), Jobs: 7,
		Evidence: func(_ context.Context, d *dossier.Dossier) evidence { return d },
	})
	require.NoError(t, err)
	for range 2 {
		before, n := "", 0
		for r, err := range l.Results(t.Context(), counting(50)) {
			if err != nil {
				continue // the source has one
			}
			if n%3 == 2 {
				require.Len(t, r.Findings, 1, r.Dossier)
				assert.Equal(t, before, r.Findings[0].Message.Args["before"])
				assert.Equal(t, lint.Rejected, r.Verdict)
			} else {
				assert.Equal(t, map[string]lint.State{"result/remembers": lint.Passed, "result/other": lint.Passed}, byRule(r), n)
			}
			before, n = r.Dossier, n+1
		}
		assert.Equal(t, 50, n)
	}
	assert.EqualValues(t, 100, warmed.Load())

	alone := l.Judge(t.Context(), &dossier.Dossier{ID: "a"})
	assert.Equal(t, lint.NotApplicable, byRule(alone)["result/remembers"], "nothing to compare with")
}

func byRule(r *lint.Result) map[string]lint.State {
	all := map[string]lint.State{}
	for _, o := range r.Outcomes {
		all[o.Rule] = o.State
	}
	return all
}
