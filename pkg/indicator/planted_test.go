package indicator_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// planted is a dossier with what rules say of its results.
type planted struct {
	*dossier.Dossier
	found  map[string]string // rule → id of the message; about the first result
	unable []string          // rules that cannot judge the first result
}

// rules are the rules on signatures and one on fields, which say what is
// planted.
func rules() []lint.Rule[planted] {
	var all []lint.Rule[planted]
	for _, id := range append(indicator.SignatureRules(), "sign/one-layer", "field/seal") {
		weight := lint.Error
		var after []string
		switch id {
		case "sign/one-layer":
			weight, after = lint.Warning, []string{"sign/missing", "sign/untrusted"}
		case "sign/broken":
			after = []string{"sign/missing"}
		}
		text := msg.Message{ID: id, VI: "x", EN: "x"}
		all = append(all, lint.Rule[planted]{
			ID: id, Title: text, Why: text, Remedy: text, After: after,
			Applies: func(context.Context, planted) (bool, error) { return true, nil },
			Editions: []lint.Edition[planted]{{
				Basis: []law.Citation{{Instrument: "x"}}, Severity: weight,
				Run: func(_ context.Context, d planted, p *lint.Pass) error {
					for i, doc := range d.Results() {
						p.Subject(doc.Path, func() error {
							if i == 0 && slices.Contains(d.unable, id) {
								return errors.New("unable")
							}
							if message, ok := d.found[id]; ok && i == 0 {
								p.Report(lint.Finding{Message: msg.Message{ID: message, VI: "x", EN: "x"}.With(), Place: lint.Place{File: doc.Path}})
							}
							return nil
						})
					}
					return nil
				},
			}},
		})
	}
	return all
}

// judged returns the results of planted dossiers as a linter gives them.
func judged(t testing.TB, all ...planted) []*lint.Result {
	t.Helper()
	of := map[*dossier.Dossier]planted{}
	for _, d := range all {
		of[d.Dossier] = d
	}
	l, err := lint.New(lint.Options[planted]{
		Rules: rules(), AsOf: asOf(), NoDigests: true,
		Evidence: func(_ context.Context, d *dossier.Dossier) planted { return of[d] },
	})
	require.NoError(t, err)
	var results []*lint.Result
	for _, d := range all {
		results = append(results, l.Judge(t.Context(), d.Dossier))
	}
	return results
}

func asOf() time.Time { return law.Date(2026, time.September, 30).Add(24*time.Hour - time.Second) }

// rates counts results with all rules in force.
func rates(t testing.TB, o indicator.Options, results ...*lint.Result) map[string]lint.Rate {
	t.Helper()
	all := map[string]lint.Rate{}
	for _, r := range list(t, o, results...) {
		all[r.Key] = r
	}
	return all
}

func list(t testing.TB, o indicator.Options, results ...*lint.Result) []lint.Rate {
	t.Helper()
	o.AsOf = asOf()
	tally, err := indicator.New(o)
	require.NoError(t, err)
	for _, r := range results {
		tally.Add(r)
	}
	return tally.Rates()
}

func september(day int) time.Time { return law.Date(2026, time.September, day) }

// file returns a document of a role.
func file(path string, role dossier.Role) *dossier.Document {
	return &dossier.Document{Path: path, Role: role}
}

// registered returns a dossier with its line in the register.
func registered(id, unit, procedure string, e dossier.Entry, docs ...*dossier.Document) *dossier.Dossier {
	e.Code, e.Fields = id, []dossier.Field{dossier.FieldCode, dossier.FieldChannel}
	return &dossier.Dossier{ID: id, Unit: unit, Procedure: procedure, Documents: docs, Entry: &e, Registered: true}
}
