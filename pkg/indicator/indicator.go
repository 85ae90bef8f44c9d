package indicator

import (
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/msg"
)

// Indicator is one share that is counted.
type Indicator struct {
	Key    string // stable, as "digitized-results"
	Title  msg.Message
	Target float64 // by default, as a share of 1; 0 for none

	rest  msg.Message              // see [lint.Rate]
	needs []string                 // rules that must have run
	every bool                     // no rule may have been left out
	judge func(*subject) []answer  // one answer for each thing that is counted
	day   func(*subject) time.Time // decides the week
}

// Needs returns the rules on which the indicator rests: where one of them did
// not run, it has no denominator. That on usable results rests on all rules and names none.
func (i Indicator) Needs() []string { return slices.Clone(i.needs) }

// answer is what an indicator says of one thing; see the package comment.
type answer uint8

const (
	out answer = iota
	good
	bad
	unchecked
	unknown
)

// All returns the indicators in the order in which they are told. The targets
// are those of the plan that Sa Đéc city made after the inspection of 2023: 90 %
// of results digitized, 100 % of results signed in two layers, 95 % of dossiers
// online.
func All() []Indicator {
	return []Indicator{
		digitizedComponents(), digitizedResults(), linked(), usable(), electronicResults(), twoLayer(), onTime(), openInTime(), online(),
	}
}
