package lint

import "github.com/tthclint/tthclint/pkg/dossier"

// Verdict is the answer about a dossier as a whole.
type Verdict string

// The verdicts.
const (
	Accepted     Verdict = "accepted"     // every rule of weight error was answered, and none found anything
	Rejected     Verdict = "rejected"     // a finding of severity error
	Undetermined Verdict = "undetermined" // no such finding, but something of that weight could not be judged
)

// Result is everything that was said about one dossier.
type Result struct {
	Dossier       string
	Procedure     string
	ProcedureName string
	Unit          string
	Verdict       Verdict
	Documents     []DocumentInfo
	Findings      []Finding
	Outcomes      []Outcome

	// Judged is what was judged, for what is counted of it, such as the line of
	// the register. It holds personal data and is no part of a report. Nil in
	// results that no [Linter] made.
	Judged *dossier.Dossier
}

// DocumentInfo names one document of a result.
type DocumentInfo struct {
	Path   string
	Role   dossier.Role
	Size   int64
	SHA256 string // lower-case hexadecimal; empty if the file could not be read
}

func verdict(r *Result) Verdict {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity == Error && f.Waived == nil {
			return Rejected
		}
	}
	inForce, asked := false, false
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		if o.severity != Error {
			continue
		}
		if o.State == NotChecked || o.State == Failed {
			if o.After != "" && r.waived(o.After, o.Subject) {
				continue // whoever waived the cause waived what could not be looked at for it
			}
			return Undetermined
		}
		asked = true
		inForce = inForce || o.State != NotInForce
	}
	if asked && !inForce {
		return Undetermined // no law that could have been broken: nothing was judged
	}
	return Accepted
}

// Unchecked reports whether anything of the dossier could not be judged, other
// than what a finding already explains.
func (r *Result) Unchecked() bool {
	if r.Verdict == Undetermined {
		return true
	}
	for i := range r.Outcomes {
		if r.Outcomes[i].Open() {
			return true
		}
	}
	return false
}

// Worst returns the highest severity among the findings that count, or 0.
func (r *Result) Worst() Severity {
	var worst Severity
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Counts() {
			worst = max(worst, f.Severity)
		}
	}
	return worst
}
