package lint

import (
	"time"

	"github.com/tthclint/tthclint/pkg/msg"
)

// Rate is an indicator: a share of the whole with its target, and the same
// share by unit, by procedure and by week.
type Rate struct {
	Key    string // stable, as "digitized-results"
	Title  msg.Message
	Rest   msg.Message // says {n}, how many are bad, where that is a number of its own; zero elsewhere
	Target float64     // as a share of 1; 0 where no target is set
	Counts
	Groups []Group // by unit, then by procedure, then by week, each in order
}

// Counts are the numbers under a share. Of the denominator, the numerator is
// what is good, Unchecked what could not be judged, and the rest is bad.
type Counts struct {
	Numerator   int
	Denominator int
	Unchecked   int      // of the denominator; never part of the numerator
	Unknown     int      // of which it is not known whether they belong to the denominator
	Failing     []string // ids of the dossiers with something bad, in the order of the report
	FailingMore int      // such dossiers that Failing does not list
}

// Group is the part of a rate that concerns one unit, procedure or week.
type Group struct {
	By   By
	Key  string    // the unit; the code of the procedure, or its name; the week as "2026-W37"; empty if unknown
	Name string    // of a procedure; else empty
	From time.Time // the Monday of a week; else zero
	Counts
}

// By says what groups have in common.
type By string

// What groups may have in common.
const (
	ByUnit      By = "unit"
	ByProcedure By = "procedure"
	ByWeek      By = "week"
)

// Bad is how many of the denominator were judged and are not good.
func (c Counts) Bad() int { return c.Denominator - c.Numerator - c.Unchecked }

// Judged reports whether there is a share at all: something was to be counted,
// and not everything of it is unchecked.
func (c Counts) Judged() bool { return c.Denominator > c.Unchecked }

// Reach tells whether a target is reached.
type Reach string

// Whether a target is reached.
const (
	Reached    Reach = "reached"
	NotReached Reach = "not-reached" // not even if all that is unchecked turned out good
	Undecided  Reach = "undecided"   // what is unchecked decides
	NoTarget   Reach = ""            // there is no target, or no share
)

// Against compares the share with a target, as a share of 1.
func (c Counts) Against(target float64) Reach {
	switch need := target * float64(c.Denominator); {
	case target <= 0 || !c.Judged():
		return NoTarget
	case float64(c.Numerator) >= need-rounding:
		return Reached
	case float64(c.Numerator+c.Unchecked) < need-rounding:
		return NotReached
	}
	return Undecided
}

// rounding lets 9 of 10 reach a target of 0.9, which no binary fraction is.
const rounding = 1e-9
