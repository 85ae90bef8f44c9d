package signatures

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/lint"
)

// TestOpenOutcomes wants the same list for people and for programs.
func TestOpenOutcomes(t *testing.T) {
	r := &lint.Result{Verdict: lint.Undetermined, Outcomes: []lint.Outcome{
		{Rule: "a", State: lint.Passed}, {Rule: "b", State: lint.NotChecked}, {Rule: "c", State: lint.NotChecked, After: "d"}, {Rule: "e", State: lint.Failed},
		{Rule: "f", State: lint.NotInForce},
	}}
	rules := func(all []lint.Outcome) (s string) {
		for _, o := range all {
			s += o.Rule
		}
		return s
	}
	assert.Equal(t, "be", rules(openOutcomes(r)))
	r.Outcomes = append(r.Outcomes[:1:1], r.Outcomes[4])
	assert.Equal(t, "f", rules(openOutcomes(r)))
	r.Verdict = lint.Accepted
	assert.Empty(t, openOutcomes(r))
	assert.Empty(t, openOutcomes(nil))
}
