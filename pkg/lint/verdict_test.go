package lint_test

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
)

func TestNoLawInForceIsNoAcceptance(t *testing.T) {
	old := rule("a/b", pass)
	old.Editions[0].In = law.Period{To: law.Date(2020, 1, 1)}
	assert.Equal(t, lint.Undetermined, judge(t, &dossier.Dossier{}, old).Verdict)
	assert.True(t, judge(t, &dossier.Dossier{}, old).Unchecked())
	assert.Equal(t, lint.Accepted, judge(t, &dossier.Dossier{}, old, rule("a/c", pass)).Verdict, "another rule has answered")
}

func TestWeakerFindingSilencesNothing(t *testing.T) {
	root := rule("a/root", func(_ context.Context, _ evidence, p *lint.Pass) error {
		p.Report(lint.Finding{Message: say("x").With(), Severity: lint.Warning})
		return nil
	})
	next := rule("a/next", pass)
	next.After = []string{"a/root"}
	r := judge(t, &dossier.Dossier{ID: "D"}, root, next)
	assert.Equal(t, lint.Passed, states(r)["a/next D"])
	next.Editions[0].Severity = lint.Warning
	r = judge(t, &dossier.Dossier{ID: "D"}, root, next)
	assert.Equal(t, lint.NotChecked, states(r)["a/next D"])
}

func TestRuleMayChooseItsDate(t *testing.T) {
	r := rule("a/b", pass)
	r.Editions[0].In = law.Period{To: law.Date(2020, 1, 1)}
	r.Date = func(context.Context, evidence) time.Time { return law.Date(2019, 1, 1) }
	assert.Equal(t, lint.Passed, states(judge(t, &dossier.Dossier{ID: "D"}, r))["a/b D"])
	r.Date = func(context.Context, evidence) time.Time { panic("boom") }
	assert.Equal(t, lint.Failed, states(judge(t, &dossier.Dossier{ID: "D"}, r))["a/b D"])
}

func TestSeveritiesAreValidated(t *testing.T) {
	for id, severity := range map[string]lint.Severity{"a": lint.Error, "a/b": 0, "a/c": lint.Error} {
		_, err := lint.New(lint.Options[evidence]{
			Rules: []lint.Rule[evidence]{rule("a/b", pass)}, AsOf: time.Now(), Severities: map[string]lint.Severity{id: severity},
			Evidence: func(_ context.Context, d *dossier.Dossier) evidence { return d },
		})
		assert.Error(t, err, id)
	}
	all, err := lint.Select([]lint.Rule[evidence]{rule("a/b", pass)}, []string{})
	require.NoError(t, err)
	assert.Len(t, all, 1, "an empty list of names does not run nothing")
}

func TestOutcomeKeepsItsError(t *testing.T) {
	disk := errors.New("disk")
	r := judge(t, &dossier.Dossier{}, rule("a/b", func(context.Context, evidence, *lint.Pass) error { return disk }))
	assert.ErrorIs(t, r.Outcomes[0].Err, disk)
}

// exploding panics after its first dossier.
type exploding struct{}

func (exploding) Dossiers(context.Context) iter.Seq2[*dossier.Dossier, error] {
	return func(yield func(*dossier.Dossier, error) bool) {
		yield(&dossier.Dossier{ID: "first"}, nil)
		panic("source")
	}
}

func TestPanicOfASourceIsAnError(t *testing.T) {
	before := runtime.NumGoroutine()
	l, err := lint.New(lint.Options[evidence]{
		Rules: []lint.Rule[evidence]{rule("a/b", pass)}, AsOf: time.Now(), Jobs: 4,
		Evidence: func(_ context.Context, d *dossier.Dossier) evidence { return d },
	})
	require.NoError(t, err)
	var results int
	var last error
	for r, err := range l.Results(t.Context(), exploding{}) {
		if r != nil {
			results++
		}
		last = err
	}
	assert.Equal(t, 1, results)
	var panicked *lint.PanicError
	assert.ErrorAs(t, last, &panicked)
	assert.LessOrEqual(t, runtime.NumGoroutine(), before+1, "no goroutine is left behind")
}
