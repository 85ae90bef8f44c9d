package lint

import (
	"context"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Rule is one demand on a dossier. It is a value without state and is used by
// several goroutines at once.
type Rule[D any] struct {
	ID     string      // "family/kebab-name"; never reused, never renamed
	Title  msg.Message // what is wrong when the rule finds something, in a few words
	Why    msg.Message // why it matters and how it is judged, for the explanation of the rule
	Remedy msg.Message // what to do about a finding; a finding may carry its own

	// After names rules whose finding about a subject makes this rule silent
	// about it: a file of no bytes is told once, and not a second time as
	// unreadable and a third time as unsigned. They must stand before this rule,
	// and a finding of less severity than this rule's silences nothing.
	After []string

	// Applies reports whether the rule concerns the dossier at all. An error
	// means that this could not be told.
	Applies func(context.Context, D) (bool, error)

	// Date returns the day that decides which edition runs; the zero time means
	// the day of the check. Nil means the dossier's own date.
	Date func(context.Context, D) time.Time

	// Memory, where it is not nil, marks a rule that compares a dossier with those
	// before it. It makes what the rule remembers during one run over a source,
	// which [Pass.Memory] gives to it. Such a rule runs after all others, for one
	// dossier after another in the order of the source, whatever the number of
	// jobs; where a dossier is judged alone it does not apply. Its Run is to be
	// quick: what it needs of a dossier is computed by Warm.
	Memory func() any

	// Warm computes, while dossiers are still judged side by side, the facts that
	// a rule with a Memory asks for. May be nil.
	Warm func(context.Context, D)

	// Editions are the states of the law under the rule. Their periods do not
	// overlap; there may be gaps.
	Editions []Edition[D]

	// Exceptions are the findings that weigh other than their edition says, for
	// the explanation of the rule.
	Exceptions []Exception
}

// Exception says when a finding has a severity of its own.
type Exception struct {
	Severity Severity
	When     msg.Message // goes on behind the severity: "when …"
}

// Edition is a rule in one state of the law.
type Edition[D any] struct {
	In       law.Period
	Basis    []law.Citation // at least one
	Severity Severity

	// Run judges the dossier and reports through the pass. An error means that
	// it could not be judged, which is never the same as nothing found.
	Run func(context.Context, D, *Pass) error
}

// EditionsOf returns one edition per state of the law, all with the same
// severity and judgement.
func EditionsOf[D any](grounds []law.Ground, severity Severity, run func(context.Context, D, *Pass) error) []Edition[D] {
	editions := make([]Edition[D], len(grounds))
	for i, g := range grounds {
		editions[i] = Edition[D]{In: g.In, Basis: g.Basis, Severity: severity, Run: run}
	}
	return editions
}

// Family returns the part of a rule's id before the slash.
func (r *Rule[D]) Family() string {
	for i := range len(r.ID) {
		if r.ID[i] == '/' {
			return r.ID[:i]
		}
	}
	return r.ID
}
