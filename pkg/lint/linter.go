package lint

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Options configure a [Linter].
type Options[D any] struct {
	// Rules are run in this order over each dossier.
	Rules []Rule[D]

	// Evidence makes the evidence of a dossier. It is called once for each
	// dossier, with the context that bounds all its facts; the evidence is
	// dropped when its rules have run.
	Evidence func(context.Context, *dossier.Dossier) D

	// AsOf is the day of the check. It decides the edition of a rule for a
	// dossier that has no date of its own.
	AsOf time.Time

	// Only names the rules to run, as ids or whole families ("sign"). None means
	// all.
	Only []string

	// Severities replace the severity of rules, by id.
	Severities map[string]Severity

	// Jobs is the number of dossiers judged at once; less than 1 means 1.
	Jobs int

	// Waive returns the waiver of a finding, or nil. It is called by several
	// goroutines, with everything of the result but its verdict.
	Waive func(*Result, *Finding) *Waiver

	// Known reports whether an earlier run had the finding already. It is called by
	// several goroutines.
	Known func(*Finding) bool

	// NoDigests leaves out the SHA-256 of the documents, so that no file is read
	// in whole for it. Findings then have no fingerprint.
	NoDigests bool

	// Judged is called with the evidence of a dossier and with its result when its
	// rules have run, before the evidence is dropped, in the order of the source;
	// nil is allowed.
	Judged func(D, *Result)
}

// Linter judges dossiers. It is safe for use by several goroutines.
type Linter[D any] struct {
	rules      []Rule[D]
	evidence   func(context.Context, *dossier.Dossier) D
	asOf       time.Time
	severities map[string]Severity
	jobs       int
	noDigests  bool
	judged     func(D, *Result)
	waive      func(*Result, *Finding) *Waiver
	known      func(*Finding) bool
}

// New returns a linter, or an error that names everything that is wrong with
// the options: a rule without citation, remedy or text in a language,
// overlapping editions, an unknown rule name.
func New[D any](o Options[D]) (*Linter[D], error) {
	if err := validate(o.Rules); err != nil {
		return nil, err
	}
	selected, err := Select(o.Rules, o.Only)
	if err != nil {
		return nil, err
	}
	for id, severity := range o.Severities {
		if err := known(o.Rules, id); err != nil {
			return nil, err
		}
		if !strings.Contains(id, "/") || severity < Info || severity > Error {
			return nil, fmt.Errorf("lint: severity of %q: want a rule's id and info, warning or error", id)
		}
	}
	if o.AsOf.IsZero() {
		return nil, fmt.Errorf("lint: the date of the check (AsOf) is missing")
	}
	if o.Evidence == nil {
		return nil, fmt.Errorf("lint: Evidence is missing")
	}
	return &Linter[D]{rules: selected, evidence: o.Evidence, asOf: o.AsOf, severities: o.Severities, jobs: max(o.Jobs, 1), noDigests: o.NoDigests, waive: o.Waive, known: o.Known, judged: o.Judged}, nil
}

// Select returns the rules that ids and families name, in their own order. No
// name means all. An unknown name is an [UnknownRuleError].
func Select[D any](rules []Rule[D], names []string) ([]Rule[D], error) {
	if len(names) == 0 {
		return rules, nil
	}
	for _, name := range names {
		if err := known(rules, name); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(slices.Clone(rules), func(r Rule[D]) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return named(&r, name) })
	}), nil
}

// named reports whether name is the rule's id or its family.
func named[D any](r *Rule[D], name string) bool {
	return name == r.ID || strings.TrimSuffix(strings.TrimSuffix(name, "*"), "/") == r.Family()
}

// Judge runs the rules over one dossier. Rules that compare it with others do
// not apply.
func (l *Linter[D]) Judge(ctx context.Context, d *dossier.Dossier) *Result {
	return l.conclude(ctx, l.begin(ctx, d), nil)
}

// judgement is a dossier over which the rules have run that look at it alone.
type judgement[D any] struct {
	dossier   *dossier.Dossier
	evidence  D
	run       run
	ready     bool // there is evidence
	documents []DocumentInfo
}

// begin runs the rules that look at one dossier alone and warms up the facts of
// the others.
func (l *Linter[D]) begin(ctx context.Context, d *dossier.Dossier) *judgement[D] {
	j := &judgement[D]{dossier: d}
	if err := protect(func() error { j.evidence = l.evidence(ctx, d); return nil }); err != nil {
		j.run.failAll(l.ids(), err)
	} else {
		j.ready = true
		for i := range l.rules {
			switch rule := &l.rules[i]; {
			case rule.Memory == nil:
				l.runRule(ctx, &j.run, rule, d, j.evidence, nil)
			case rule.Warm != nil:
				_ = protect(func() error { rule.Warm(ctx, j.evidence); return nil }) // the rule meets it once more
			}
		}
	}
	j.documents = l.documents(ctx, d)
	return j
}

// memories are those of one run, by rule. Nil where a dossier is judged alone.
type memories map[string]any

func (l *Linter[D]) memories() memories {
	m := memories{}
	for i := range l.rules {
		if rule := &l.rules[i]; rule.Memory != nil {
			m[rule.ID] = rule.Memory()
		}
	}
	return m
}

// conclude runs the rules that compare the dossier with those before it and
// gives the result.
func (l *Linter[D]) conclude(ctx context.Context, j *judgement[D], m memories) *Result {
	for i := range l.rules {
		rule := &l.rules[i]
		switch {
		case rule.Memory == nil || !j.ready:
		case m == nil:
			j.run.outcomes = append(j.run.outcomes, Outcome{Rule: rule.ID, State: NotApplicable, Because: aloneText.With(), severity: rule.severity()})
		default:
			l.runRule(ctx, &j.run, rule, j.dossier, j.evidence, m[rule.ID])
		}
	}
	result := l.result(j)
	if j.ready && l.judged != nil {
		l.judged(j.evidence, result)
	}
	return result
}

var aloneText = msg.Message{
	ID: "lint/alone", VI: "Chỉ so sánh khi kiểm tra nhiều hồ sơ", EN: "Compared only where several dossiers are checked",
}

func (l *Linter[D]) ids() []string {
	ids := make([]string, len(l.rules))
	for i := range l.rules {
		ids[i] = l.rules[i].ID
	}
	return ids
}

func (l *Linter[D]) runRule(ctx context.Context, r *run, rule *Rule[D], d *dossier.Dossier, evidence D, memory any) {
	date, err := l.date(ctx, rule, d, evidence)
	if err != nil {
		state, because := stateOf(err)
		r.outcomes = append(r.outcomes, Outcome{Rule: rule.ID, State: state, Because: because, Err: err, severity: Error})
		return
	}
	edition := rule.edition(date)
	if edition == nil {
		r.outcomes = append(r.outcomes, Outcome{
			Rule: rule.ID, State: NotInForce, Because: notInForceText.With("date", law.Date(date.In(law.Vietnam()).Date())), severity: rule.severity(),
		})
		return
	}
	facts := editionFacts{severity: edition.Severity, basis: edition.Basis, remedy: rule.Remedy}
	if s, ok := l.severities[rule.ID]; ok {
		facts.severity = s
	}
	pass := &Pass{run: r, rule: rule.ID, after: rule.After, edition: facts, memory: memory}
	pass.judge(func() error {
		applies, err := rule.Applies(ctx, evidence)
		if err != nil {
			return err
		}
		if !applies {
			return &inapplicable{}
		}
		return edition.Run(ctx, evidence, pass)
	})
}

// date returns the day that decides the edition of a rule for a dossier.
func (l *Linter[D]) date(ctx context.Context, rule *Rule[D], d *dossier.Dossier, evidence D) (date time.Time, err error) {
	if rule.Date == nil {
		date = d.Date()
	} else {
		err = protect(func() error { date = rule.Date(ctx, evidence); return nil })
	}
	if date.IsZero() {
		date = l.asOf
	}
	return date, err
}

// severity returns the highest severity among the editions.
func (r *Rule[D]) severity() (worst Severity) {
	for i := range r.Editions {
		worst = max(worst, r.Editions[i].Severity)
	}
	return worst
}

// editionFacts is what a pass needs of the edition that runs.
type editionFacts struct {
	severity Severity
	basis    []law.Citation
	remedy   msg.Message
}

var notInForceText = msg.Message{ID: "lint/not-in-force", VI: "Chưa có quy định áp dụng vào ngày {date}", EN: "No edition is in force on {date}"}

// edition returns the edition in force on a date, or nil.
func (r *Rule[D]) edition(date time.Time) *Edition[D] {
	for i := range r.Editions {
		if r.Editions[i].In.Contains(date) {
			return &r.Editions[i]
		}
	}
	return nil
}

func (r *run) failAll(rules []string, err error) {
	state, because := stateOf(err)
	for _, id := range rules {
		r.outcomes = append(r.outcomes, Outcome{Rule: id, State: state, Because: because, Err: err, severity: Error})
	}
}

// documents names the documents of a dossier, with their digests.
func (l *Linter[D]) documents(ctx context.Context, d *dossier.Dossier) (all []DocumentInfo) {
	for _, doc := range d.Documents {
		info := DocumentInfo{Path: doc.Path, Role: doc.Role, Size: doc.Size}
		_ = protect(func() error { // an unreadable file has no digest; its rules tell why
			if l.noDigests {
				return nil
			}
			sum, err := doc.DigestContext(ctx)
			if err == nil {
				info.SHA256 = hex.EncodeToString(sum[:])
			}
			return err
		})
		all = append(all, info)
	}
	return all
}

// result puts everything in order and gives the verdict.
func (l *Linter[D]) result(j *judgement[D]) *Result {
	d := j.dossier
	res := &Result{
		Dossier: d.ID, Procedure: d.Procedure, ProcedureName: d.ProcedureName, Unit: d.Unit,
		Documents: j.documents, Findings: j.run.findings, Outcomes: j.run.outcomes, Judged: d,
	}
	digests := map[string]string{}
	for _, info := range j.documents {
		digests[info.Path] = info.SHA256
	}
	for i := range res.Findings {
		if l.noDigests {
			break
		}
		f := &res.Findings[i]
		content := digests[f.Place.File]
		if content == "" {
			content = d.ID
		}
		f.Fingerprint = fingerprint(f, content)
	}
	for i := range res.Outcomes {
		if res.Outcomes[i].Subject == "" {
			res.Outcomes[i].Subject = d.ID
		}
	}
	slices.SortStableFunc(res.Findings, compareFindings)
	slices.SortStableFunc(res.Outcomes, func(a, b Outcome) int {
		if c := strings.Compare(a.Rule, b.Rule); c != 0 {
			return c
		}
		return strings.Compare(a.Subject, b.Subject)
	})
	for i := range res.Findings {
		f := &res.Findings[i]
		if l.waive != nil {
			f.Waived = l.waive(res, f)
		}
		f.Known = l.known != nil && l.known(f)
	}
	res.Verdict = verdict(res)
	return res
}
