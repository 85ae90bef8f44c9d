package signatures

import "github.com/tthclint/tthclint/pkg/lint"

// openOutcomes are the outcomes of rules that gave no answer about a file: the
// ones for which its verdict is open, without those that keep silent after a
// finding. Where no rule is in force, those are all there is to tell.
func openOutcomes(r *lint.Result) []lint.Outcome {
	if r == nil || !r.Unchecked() {
		return nil
	}
	pick := func(want func(*lint.Outcome) bool) (some []lint.Outcome) {
		for i := range r.Outcomes {
			if want(&r.Outcomes[i]) {
				some = append(some, r.Outcomes[i])
			}
		}
		return some
	}
	open := pick(func(o *lint.Outcome) bool {
		return o.After == "" && (o.State == lint.NotChecked || o.State == lint.Failed)
	})
	if len(open) == 0 {
		open = pick(func(o *lint.Outcome) bool { return o.State == lint.NotInForce })
	}
	if len(open) == 0 { // a verdict that is open has a reason
		open = pick(func(o *lint.Outcome) bool { return o.State == lint.NotChecked || o.State == lint.Failed })
	}
	return open
}
