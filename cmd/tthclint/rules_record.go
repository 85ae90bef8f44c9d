package main

import (
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// rulesRecord is the list of rules in JSON: strings and arrays are never null.
type rulesRecord struct {
	Lang        string       `json:"lang"`
	Rules       []ruleRecord `json:"rules"`
	EffectiveOn string       `json:"effectiveOn"` // the day that severity and inForce are about
}

type ruleRecord struct {
	ID         string            `json:"id"`
	Family     string            `json:"family"`
	Title      string            `json:"title"`
	Why        string            `json:"why"`
	Remedy     string            `json:"remedy"`
	After      []string          `json:"after"`
	Severity   string            `json:"severity"` // on the day; empty: not in force
	Editions   []editionRecord   `json:"editions"`
	Exceptions []exceptionRecord `json:"exceptions"`
}

type editionRecord struct {
	From     string         `json:"from"`  // first day; empty: open
	Until    string         `json:"until"` // last day; empty: open
	InForce  bool           `json:"inForce"`
	Severity string         `json:"severity"`
	Basis    []law.Citation `json:"basis"`
}

// exceptionRecord says when a finding weighs other than its edition says.
type exceptionRecord struct {
	Severity string `json:"severity"`
	When     string `json:"when"`
}

func (c *Command) ruleRecord(r *rule, day time.Time) ruleRecord {
	record := ruleRecord{
		ID: r.ID, Family: r.Family(), Title: c.say(r.Title), Why: c.say(r.Why), Remedy: c.say(r.Remedy), After: append([]string{}, r.After...),
		Exceptions: make([]exceptionRecord, len(r.Exceptions)),
	}
	for _, e := range byTime(r.Editions) {
		er := editionRecord{From: law.Day(e.In.From), Until: law.Day(e.In.Last()), InForce: e.In.Contains(day), Severity: e.Severity.String(), Basis: e.Basis}
		if er.InForce {
			record.Severity = er.Severity
		}
		record.Editions = append(record.Editions, er)
	}
	for i, x := range r.Exceptions {
		record.Exceptions[i] = exceptionRecord{x.Severity.String(), c.say(x.When)}
	}
	return record
}

// inForce returns the edition of a rule that is in force at a time, or nil.
func inForce(r *rule, t time.Time) *edition {
	for i := range r.Editions {
		if r.Editions[i].In.Contains(t) {
			return &r.Editions[i]
		}
	}
	return nil
}

// byTime returns editions in the order in which they came into force.
func byTime(editions []edition) []edition {
	return slices.SortedFunc(slices.Values(editions), func(a, b edition) int { return a.In.Compare(b.In) })
}
