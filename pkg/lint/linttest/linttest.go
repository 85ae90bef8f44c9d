// Package linttest tests rules: each must be seen to pass, to find and not to
// apply, and every word it says must exist in both languages.
package linttest

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Case is one dossier and what the rule must say about it.
type Case[D any] struct {
	Name     string
	Dossier  *dossier.Dossier // nil: an empty one
	Evidence D
	AsOf     time.Time             // zero: 23/11/2026
	States   map[string]lint.State // by subject; the dossier itself is ""
	Messages []string              // the ids of the findings' messages, in the result's order
	Check    func(*testing.T, *lint.Result)
}

// Rule runs the cases. It fails unless the states passed, found and
// not-applicable occur at least once each, so that a rule that cannot pass or
// cannot find is noticed, and where a finding weighs what the rule does not tell.
func Rule[D any](t *testing.T, rule lint.Rule[D], cases ...Case[D]) {
	t.Helper()
	rule.After = nil // the rules before it do not run here
	seen := map[lint.State]bool{}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			r := judge(t, rule, c)
			got := map[string]lint.State{}
			for _, o := range r.Outcomes {
				subject := o.Subject
				if subject == r.Dossier {
					subject = ""
				}
				got[subject] = o.State
				seen[o.State] = true
				checkText(t, o.Because, false)
			}
			if len(got) != len(c.States) {
				t.Errorf("states = %v, want %v", got, c.States)
			}
			for subject, want := range c.States {
				if got[subject] != want {
					t.Errorf("state of %q = %q, want %q (%s)", subject, got[subject], want, because(r, subject))
				}
			}
			var ids []string
			for _, f := range r.Findings {
				ids = append(ids, f.Message.ID)
				checkText(t, f.Message, true)
				checkText(t, f.Remedy, true)
				if len(f.Basis) == 0 {
					t.Errorf("finding %s cites no law", f.Message.ID)
				}
				if !explained(rule, f.Severity) {
					t.Errorf("finding %s weighs %s, which neither an edition nor an exception of the rule says", f.Message.ID, f.Severity)
				}
			}
			if strings.Join(ids, " ") != strings.Join(c.Messages, " ") {
				t.Errorf("messages = %v, want %v", ids, c.Messages)
			}
			if c.Check != nil {
				c.Check(t, r)
			}
		})
	}
	for _, state := range []lint.State{lint.Passed, lint.Found, lint.NotApplicable} {
		if !seen[state] {
			t.Errorf("rule %s: no case ends %s", rule.ID, state)
		}
	}
}

// explained reports whether the rule tells that it has findings of a severity.
func explained[D any](rule lint.Rule[D], severity lint.Severity) bool {
	return slices.ContainsFunc(rule.Editions, func(e lint.Edition[D]) bool { return e.Severity == severity }) ||
		slices.ContainsFunc(rule.Exceptions, func(e lint.Exception) bool { return e.Severity == severity })
}

func judge[D any](t *testing.T, rule lint.Rule[D], c Case[D]) *lint.Result {
	t.Helper()
	if c.AsOf.IsZero() {
		c.AsOf = law.Date(2026, 11, 23)
	}
	if c.Dossier == nil {
		c.Dossier = &dossier.Dossier{ID: "dossier"}
	}
	l, err := lint.New(lint.Options[D]{
		Rules: []lint.Rule[D]{rule}, AsOf: c.AsOf, Evidence: func(context.Context, *dossier.Dossier) D { return c.Evidence },
	})
	if err != nil {
		t.Fatal(err)
	}
	return l.Judge(t.Context(), c.Dossier)
}

// checkText fails for a text without words in a language or with a place that
// no argument fills.
func checkText(t *testing.T, text msg.Text, required bool) {
	t.Helper()
	if text.IsZero() && !required {
		return
	}
	for _, lang := range []msg.Lang{msg.Vietnamese, msg.English} {
		s := text.In(lang)
		if s == "" || strings.ContainsAny(s, "{}") {
			t.Errorf("message %s in %s reads %q", text.ID, lang, s)
		}
	}
}

func because(r *lint.Result, subject string) string {
	for _, o := range r.Outcomes {
		if o.Subject == subject || subject == "" && o.Subject == r.Dossier {
			return o.Because.In(msg.English)
		}
	}
	return "no outcome"
}
