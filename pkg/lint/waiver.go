package lint

import "time"

// Waiver is the decision of a person that a finding shall not count for a while.
// The finding stays in the report and says so.
type Waiver struct {
	Reason string
	By     string    // who decided
	Until  time.Time // the first moment at which it no longer holds
	Source string    // where it is written, as "waivers.yaml:12"
}

// Counts reports whether the finding bears on the exit code: it is neither
// waived nor known from an earlier run.
func (f *Finding) Counts() bool { return f.Waived == nil && !f.Known }

// waived reports whether a rule found something about a subject and all of it is
// waived.
func (r *Result) waived(rule, subject string) bool {
	any := false
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Rule != rule || f.Place.File != subject && subject != r.Dossier {
			continue
		}
		if f.Waived == nil {
			return false
		}
		any = true
	}
	return any
}
