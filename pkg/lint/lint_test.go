package lint_test

import (
	"context"
	"errors"
	"iter"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

type evidence = *dossier.Dossier

func say(id string) msg.Message { return msg.Message{ID: id, VI: "vi " + id, EN: "en " + id} }

var basis = []law.Citation{{Instrument: "Nghị định 45/2020/NĐ-CP", Clause: "Điều 14"}}

func rule(id string, run func(context.Context, evidence, *lint.Pass) error) lint.Rule[evidence] {
	return lint.Rule[evidence]{
		ID: id, Title: say(id), Why: say(id), Remedy: say(id + ".remedy"),
		Applies:  func(context.Context, evidence) (bool, error) { return true, nil },
		Editions: []lint.Edition[evidence]{{Basis: basis, Severity: lint.Error, Run: run}},
	}
}

func judge(t *testing.T, d *dossier.Dossier, rules ...lint.Rule[evidence]) *lint.Result {
	t.Helper()
	l, err := lint.New(lint.Options[evidence]{
		Rules: rules, AsOf: law.Date(2026, 11, 23), Evidence: func(_ context.Context, d *dossier.Dossier) evidence { return d },
	})
	require.NoError(t, err)
	return l.Judge(t.Context(), d)
}

func states(r *lint.Result) map[string]lint.State {
	out := map[string]lint.State{}
	for _, o := range r.Outcomes {
		out[o.Rule+" "+o.Subject] = o.State
	}
	return out
}

func pass(context.Context, evidence, *lint.Pass) error { return nil }

func TestSixOutcomes(t *testing.T) {
	notApplicable := rule("a/not-applicable", pass)
	notApplicable.Applies = func(context.Context, evidence) (bool, error) { return false, nil }
	notInForce := rule("a/not-in-force", pass)
	notInForce.Editions[0].In = law.Period{To: law.Date(2020, 1, 1)}
	r := judge(t, &dossier.Dossier{ID: "D"},
		rule("a/passed", pass),
		rule("a/found", func(_ context.Context, _ evidence, p *lint.Pass) error {
			p.Report(lint.Finding{Message: say("a/found").With()})
			return nil
		}),
		notApplicable, notInForce,
		rule("a/not-checked", func(context.Context, evidence, *lint.Pass) error { return lint.Unable(say("why").With(), nil) }),
		rule("a/failed", func(context.Context, evidence, *lint.Pass) error { panic("boom") }),
	)
	assert.Equal(t, map[string]lint.State{
		"a/passed D": lint.Passed, "a/found D": lint.Found, "a/not-applicable D": lint.NotApplicable,
		"a/not-in-force D": lint.NotInForce, "a/not-checked D": lint.NotChecked, "a/failed D": lint.Failed,
	}, states(r))
	assert.Equal(t, lint.Rejected, r.Verdict)
	require.Len(t, r.Findings, 1)
	assert.Equal(t, lint.Error, r.Findings[0].Severity)
	assert.Equal(t, basis, r.Findings[0].Basis)
	assert.Equal(t, "vi a/found.remedy", r.Findings[0].Remedy.In(msg.Vietnamese))
	assert.NotEmpty(t, r.Findings[0].Fingerprint)
}

func TestVerdictOfWhatCouldNotBeJudged(t *testing.T) {
	unable := func(context.Context, evidence, *lint.Pass) error { return errors.New("disk") }
	assert.Equal(t, lint.Undetermined, judge(t, &dossier.Dossier{}, rule("a/b", unable)).Verdict)

	warning := rule("a/b", unable)
	warning.Editions[0].Severity = lint.Warning
	r := judge(t, &dossier.Dossier{}, warning)
	assert.Equal(t, lint.Accepted, r.Verdict, "a warning that could not be judged does not hold a dossier back")
	assert.True(t, r.Unchecked(), "but it is not forgotten")

	failing := rule("a/b", pass)
	failing.Applies = func(context.Context, evidence) (bool, error) { panic("boom") }
	assert.Equal(t, lint.Undetermined, judge(t, &dossier.Dossier{}, failing).Verdict)

	l, err := lint.New(lint.Options[evidence]{
		Rules: []lint.Rule[evidence]{rule("a/b", pass)}, AsOf: time.Now(),
		Evidence: func(context.Context, *dossier.Dossier) evidence { panic("no evidence") },
	})
	require.NoError(t, err)
	r = l.Judge(t.Context(), &dossier.Dossier{ID: "D"})
	assert.Equal(t, lint.Undetermined, r.Verdict)
	assert.Equal(t, map[string]lint.State{"a/b D": lint.Failed}, states(r))
}

func TestSubjectsAreJudgedApartAndRootCausesFold(t *testing.T) {
	root := rule("pdf/unreadable", func(_ context.Context, _ evidence, p *lint.Pass) error {
		for _, path := range []string{"a.pdf", "b.pdf"} {
			p.Subject(path, func() error {
				if path == "a.pdf" {
					p.Report(lint.Finding{Message: say("x").With(), Place: lint.Place{File: path}})
				}
				return nil
			})
		}
		return nil
	})
	consequence := rule("sign/missing", func(_ context.Context, _ evidence, p *lint.Pass) error {
		for _, path := range []string{"a.pdf", "b.pdf", "c.pdf"} {
			p.Subject(path, func() error {
				switch path {
				case "b.pdf":
					panic("boom")
				case "c.pdf":
					return lint.Inapplicable(say("other").With())
				}
				p.Report(lint.Finding{Message: say("y").With()})
				return nil
			})
		}
		return nil
	})
	consequence.After = []string{"pdf/unreadable"}
	r := judge(t, &dossier.Dossier{ID: "D"}, root, consequence)
	assert.Equal(t, map[string]lint.State{
		"pdf/unreadable a.pdf": lint.Found, "pdf/unreadable b.pdf": lint.Passed,
		"sign/missing a.pdf": lint.NotChecked, "sign/missing b.pdf": lint.Failed, "sign/missing c.pdf": lint.NotApplicable,
	}, states(r))
	require.Len(t, r.Findings, 1)
	assert.Equal(t, "pdf/unreadable", r.Findings[0].Rule)
	assert.Equal(t, "pdf/unreadable", r.Outcomes[2].After)
}

func TestEditionByDateToTheSecond(t *testing.T) {
	changed := law.Date(2023, 5, 25)
	r := rule("a/b", func(_ context.Context, _ evidence, p *lint.Pass) error {
		p.Report(lint.Finding{Message: say("old").With()})
		return nil
	})
	r.Editions[0].In.To = changed
	r.Editions = append(r.Editions, lint.Edition[evidence]{
		In: law.Period{From: changed}, Basis: basis, Severity: lint.Warning,
		Run: func(_ context.Context, _ evidence, p *lint.Pass) error {
			p.Report(lint.Finding{Message: say("new").With()})
			return nil
		},
	})
	for at, want := range map[time.Time]string{changed.Add(-time.Second): "old", changed: "new", {}: "new"} {
		got := judge(t, &dossier.Dossier{Entry: &dossier.Entry{Received: at}}, r)
		require.Len(t, got.Findings, 1)
		assert.Equal(t, want, got.Findings[0].Message.ID, at)
	}
}

func TestSeverityCanBeReplaced(t *testing.T) {
	r := rule("a/b", func(_ context.Context, _ evidence, p *lint.Pass) error {
		p.Report(lint.Finding{Message: say("x").With()})
		return nil
	})
	l, err := lint.New(lint.Options[evidence]{
		Rules: []lint.Rule[evidence]{r}, AsOf: time.Now(), Severities: map[string]lint.Severity{"a/b": lint.Info},
		Evidence: func(_ context.Context, d *dossier.Dossier) evidence { return d },
	})
	require.NoError(t, err)
	got := l.Judge(t.Context(), &dossier.Dossier{})
	assert.Equal(t, lint.Info, got.Worst())
	assert.Equal(t, lint.Accepted, got.Verdict)
}

func TestNewNamesEveryMistake(t *testing.T) {
	bad := lint.Rule[evidence]{ID: "Bad Name", After: []string{"no/such"}}
	twice := rule("a/b", pass)
	twice.Editions = append(twice.Editions, lint.Edition[evidence]{Run: pass})
	_, err := lint.New(lint.Options[evidence]{Rules: []lint.Rule[evidence]{bad, twice, twice}})
	require.Error(t, err)
	for _, want := range []string{
		"family/kebab-name", "does not stand before", "both languages", "Applies is missing", "no edition",
		"cites no law", "no severity", "overlap", "used twice",
	} {
		assert.ErrorContains(t, err, want)
	}
}

func TestUnknownRuleNames(t *testing.T) {
	rules := []lint.Rule[evidence]{rule("sign/missing", pass), rule("sign/broken", pass), rule("result/empty", pass)}
	_, err := lint.Select(rules, []string{"sing/missing"})
	var unknown *lint.UnknownRuleError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "sign/missing", unknown.Suggestion)
	_, err = lint.Select(rules, []string{"xyz"})
	require.ErrorAs(t, err, &unknown)
	assert.Empty(t, unknown.Suggestion)
	for _, family := range []string{"sign", "sign/", "sign/*"} {
		got, err := lint.Select(rules, []string{family})
		require.NoError(t, err)
		assert.Len(t, got, 2, family)
	}
}

// counting gives n dossiers and an error after the third.
type counting int

func (n counting) Dossiers(context.Context) iter.Seq2[*dossier.Dossier, error] {
	return func(yield func(*dossier.Dossier, error) bool) {
		for i := range int(n) {
			if i == 3 && !yield(nil, errors.New("unreadable folder")) {
				return
			}
			if !yield(&dossier.Dossier{ID: strconv.Itoa(i)}, nil) {
				return
			}
		}
	}
}

func TestResultsKeepTheSourcesOrder(t *testing.T) {
	slow := rule("a/b", func(_ context.Context, d evidence, p *lint.Pass) error {
		if strings.HasSuffix(d.ID, "0") {
			time.Sleep(2 * time.Millisecond)
		}
		return nil
	})
	for _, jobs := range []int{0, 1, 8} {
		l, err := lint.New(lint.Options[evidence]{
			Rules: []lint.Rule[evidence]{slow}, AsOf: time.Now(), Jobs: jobs,
			Evidence: func(_ context.Context, d *dossier.Dossier) evidence { return d },
		})
		require.NoError(t, err)
		next, failures := 0, 0
		for r, err := range l.Results(t.Context(), counting(200)) {
			if err != nil {
				assert.Equal(t, 3, next)
				failures++
				continue
			}
			assert.Equal(t, strconv.Itoa(next), r.Dossier)
			next++
		}
		assert.Equal(t, 200, next)
		assert.Equal(t, 1, failures)
	}
}

func TestResultsEndEarly(t *testing.T) {
	l, err := lint.New(lint.Options[evidence]{
		Rules: []lint.Rule[evidence]{rule("a/b", pass)}, AsOf: time.Now(), Jobs: 4,
		Evidence: func(_ context.Context, d *dossier.Dossier) evidence { return d },
	})
	require.NoError(t, err)
	for r := range l.Results(t.Context(), counting(1_000_000)) {
		if r != nil && r.Dossier == "20" {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	n := 0
	for _, err := range l.Results(ctx, counting(1_000_000)) {
		last = err
		if n++; n == 20 {
			cancel()
		}
	}
	assert.ErrorIs(t, last, context.Canceled)
	assert.Less(t, n, 1000)
}

func TestFingerprintFollowsContentNotPlace(t *testing.T) {
	report := func(row int) lint.Rule[evidence] {
		return rule("a/b", func(_ context.Context, _ evidence, p *lint.Pass) error {
			p.Report(lint.Finding{Message: say("x").With("n", 1), Place: lint.Place{Row: row}})
			return nil
		})
	}
	one := judge(t, &dossier.Dossier{ID: "D"}, report(1)).Findings[0]
	assert.Equal(t, one.Fingerprint, judge(t, &dossier.Dossier{ID: "D"}, report(2)).Findings[0].Fingerprint)
	assert.NotEqual(t, one.Fingerprint, judge(t, &dossier.Dossier{ID: "E"}, report(1)).Findings[0].Fingerprint)
}

func TestSeverityText(t *testing.T) {
	var s lint.Severity
	require.NoError(t, s.UnmarshalText([]byte("warning")))
	assert.Equal(t, lint.Warning, s)
	assert.Error(t, s.UnmarshalText([]byte("fatal")))
}
