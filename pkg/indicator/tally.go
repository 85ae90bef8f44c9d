package indicator

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
)

// Options configure a [Tally].
type Options struct {
	// Targets are shares of 1 by the key of an indicator, in place of those of
	// [All]; 0 means no target.
	Targets map[string]float64

	// Rules are the ids of the rules that run, and Every says that none was left
	// out. An indicator that rests on a rule that does not run has no denominator.
	Rules []string
	Every bool

	// AsOf is the day of the check, which decides what is overdue.
	AsOf time.Time
}

// Tally counts indicators over results. It is not for use by several goroutines.
type Tally struct {
	indicators []Indicator
	whole      []count
	groups     [3]map[string]*group // in the order of [dimensions]
	asOf       time.Time
}

// dimensions are what groups may have in common, in the order in which they are
// told.
func dimensions() [3]lint.By { return [...]lint.By{lint.ByUnit, lint.ByProcedure, lint.ByWeek} }

// Bounds of what is kept, so that memory stays flat whatever a register holds.
const (
	maxGroups  = 5_000 // of one dimension; what comes later is counted as unknown
	maxFailing = 5_000 // ids of failing dossiers, of one indicator
)

// group is one unit, procedure or week.
type group struct {
	key, name string
	from      time.Time // of a week
	counts    []count   // of each indicator
}

// count are the numbers of one indicator and the dossiers that fail it.
type count struct {
	lint.Counts
	failing []failure
	more    int
}

// failure is a dossier that fails an indicator, with its groups.
type failure struct {
	id     string
	groups [3]*group
}

// UnknownKeyError says that a target names no indicator.
type UnknownKeyError struct {
	Key   string
	Known []string
}

func (e *UnknownKeyError) Error() string {
	return fmt.Sprintf("indicator: no indicator has the key %q", e.Key)
}

// New returns an empty tally. The error is an [UnknownKeyError], or concerns a
// target that is no share of 1.
func New(o Options) (*Tally, error) {
	t := &Tally{indicators: All(), asOf: o.AsOf}
	for i := range t.indicators {
		one := &t.indicators[i]
		if target, ok := o.Targets[one.Key]; ok {
			one.Target = target
		}
		ran := func(rule string) bool { return o.Every || slices.Contains(o.Rules, rule) }
		if one.every && !o.Every || slices.ContainsFunc(one.needs, func(rule string) bool { return !ran(rule) }) {
			one.judge = nil
		}
	}
	for key, target := range o.Targets {
		if !slices.ContainsFunc(t.indicators, func(one Indicator) bool { return one.Key == key }) {
			return nil, &UnknownKeyError{key, Keys()}
		}
		if math.IsNaN(target) || target < 0 || target > 1 {
			return nil, fmt.Errorf("indicator: target of %q: want a share from 0 to 1", key)
		}
	}
	t.whole = make([]count, len(t.indicators))
	for i := range t.groups {
		t.groups[i] = map[string]*group{}
	}
	return t, nil
}

// Keys returns the keys of [All].
func Keys() []string {
	var keys []string
	for _, one := range All() {
		keys = append(keys, one.Key)
	}
	return keys
}

// Add counts one result.
func (t *Tally) Add(r *lint.Result) {
	s := newSubject(r, t.asOf)
	unit, procedure := t.group(0, r.Unit, ""), t.procedure(r)
	for i := range t.indicators {
		one := &t.indicators[i]
		if one.judge == nil {
			continue
		}
		var counts lint.Counts
		for _, a := range one.judge(s) {
			tell(&counts, a)
		}
		if counts.Denominator == 0 && counts.Unknown == 0 {
			continue
		}
		t.add(i, r.Dossier, counts, [3]*group{unit, procedure, t.week(one.day(s))})
	}
}

// tell counts one answer.
func tell(c *lint.Counts, a answer) {
	switch a {
	case unknown:
		c.Unknown++
	case good, bad, unchecked:
		c.Denominator++
		if a == good {
			c.Numerator++
		}
		if a == unchecked {
			c.Unchecked++
		}
	}
}

// add counts what an indicator says of one dossier, as a whole and in its groups.
func (t *Tally) add(i int, id string, counts lint.Counts, in [3]*group) {
	whole := &t.whole[i]
	whole.plus(counts)
	kept := counts.Bad() > 0 && len(whole.failing) < maxFailing
	if kept {
		whole.failing = append(whole.failing, failure{id, in})
	}
	for _, c := range []*count{whole, &in[0].counts[i], &in[1].counts[i], &in[2].counts[i]} {
		if c != whole {
			c.plus(counts)
		}
		if counts.Bad() > 0 && !kept {
			c.more++
		}
	}
}

func (c *count) plus(n lint.Counts) {
	c.Numerator += n.Numerator
	c.Denominator += n.Denominator
	c.Unchecked += n.Unchecked
	c.Unknown += n.Unknown
}

// procedure returns the group of a result's procedure: by its code, or else by
// its name.
func (t *Tally) procedure(r *lint.Result) *group {
	if r.Procedure != "" {
		return t.group(1, r.Procedure, r.ProcedureName)
	}
	return t.group(1, r.ProcedureName, "")
}

// week returns the group of the week that holds a day.
func (t *Tally) week(day time.Time) *group {
	name, monday := week(day)
	g := t.group(2, name, "")
	if g.key != "" {
		g.from = monday
	}
	return g
}

// group returns a group of a dimension by its key. Spellings that differ in case
// and blanks are one; the first one names it.
func (t *Tally) group(dimension int, key, name string) *group {
	folded := dossier.Fold(key)
	all := t.groups[dimension]
	if all[folded] == nil && len(all) >= maxGroups {
		key, name, folded = "", "", ""
	}
	g := all[folded]
	if g == nil {
		g = &group{key: key, name: name, counts: make([]count, len(t.indicators))}
		all[folded] = g
	}
	if g.name == "" {
		g.name = name
	}
	return g
}
