package lint

import "runtime/debug"

// Pass is one run of one rule over one dossier. It is not for use by several
// goroutines.
type Pass struct {
	run     *run
	rule    string
	after   []string
	edition editionFacts
	subject string // of the judgement in progress; empty for the dossier
	split   bool   // the rule judges subjects of its own
	memory  any    // of a rule that has one
}

// Memory returns what [Rule.Memory] made for this run; nil for other rules.
func (p *Pass) Memory() any { return p.memory }

// Report adds a finding about the subject that is being judged. Rule, severity,
// basis and remedy are filled in from the rule where they are zero.
func (p *Pass) Report(f Finding) {
	f.Rule = p.rule
	if f.Severity == 0 {
		f.Severity = p.edition.severity
	}
	if f.Basis == nil {
		f.Basis = p.edition.basis
	}
	if f.Remedy.IsZero() {
		f.Remedy.Message = p.edition.remedy
	}
	p.run.findings = append(p.run.findings, f)
	p.run.found(p.subject, p.rule, f.Severity)
}

// Subject judges one document of the dossier, named by its path: judge reports
// its findings and returns an error if it could not judge. The answer becomes
// an outcome of its own; an error or a panic does not touch other subjects.
func (p *Pass) Subject(path string, judge func() error) {
	p.split = true
	p.subject = path
	defer func() { p.subject = "" }()
	p.judge(judge)
}

// judge runs one judgement and records its outcome.
func (p *Pass) judge(judge func() error) {
	for _, root := range p.after {
		if p.run.worst(p.subject, root) >= p.edition.severity {
			p.run.outcomes = append(p.run.outcomes, Outcome{
				Rule: p.rule, Subject: p.subject, State: NotChecked, After: root,
				Because: afterText.With("rule", root), severity: p.edition.severity,
			})
			return
		}
	}
	err := protect(judge)
	state, because := stateOf(err)
	if state == Passed && p.run.worst(p.subject, p.rule) > 0 {
		state = Found
	}
	if p.subject == "" && p.split && state == Passed {
		return // the subjects have answered
	}
	p.run.outcomes = append(p.run.outcomes, Outcome{
		Rule: p.rule, Subject: p.subject, State: state, Because: because, Err: err, severity: p.edition.severity,
	})
}

// protect turns a panic into an error.
func protect(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	return f()
}

// run is the state of all rules over one dossier.
type run struct {
	findings []Finding
	outcomes []Outcome
	foundBy  map[[2]string]Severity // subject and rule → worst finding
}

func (r *run) found(subject, rule string, severity Severity) {
	if r.foundBy == nil {
		r.foundBy = map[[2]string]Severity{}
	}
	key := [2]string{subject, rule}
	r.foundBy[key] = max(r.foundBy[key], severity)
}

// worst returns the severity of the worst finding of a rule about a subject, or
// 0.
func (r *run) worst(subject, rule string) Severity { return r.foundBy[[2]string{subject, rule}] }
