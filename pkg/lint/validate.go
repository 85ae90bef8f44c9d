package lint

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"github.com/tthclint/tthclint/pkg/msg"
)

var idPattern = regexp.MustCompile(`^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$`)

// validate returns everything that is wrong with a set of rules.
func validate[D any](rules []Rule[D]) error {
	var all []error
	var seen []string
	for i := range rules {
		r := &rules[i]
		complain := func(format string, args ...any) {
			all = append(all, fmt.Errorf("rule %q: %w", r.ID, fmt.Errorf(format, args...)))
		}
		if !idPattern.MatchString(r.ID) {
			complain("the id is not family/kebab-name")
		}
		if slices.Contains(seen, r.ID) {
			complain("the id is used twice")
		}
		for _, after := range r.After {
			if !slices.Contains(seen, after) {
				complain("%q does not stand before it", after)
			}
		}
		seen = append(seen, r.ID)
		for _, m := range []msg.Message{r.Title, r.Why, r.Remedy} {
			if m.ID == "" || m.VI == "" || m.EN == "" {
				complain("Title, Why and Remedy need an id and a text in both languages (%q)", m.ID)
			}
		}
		for j := range r.Exceptions {
			e := &r.Exceptions[j]
			if e.Severity < Info || e.Severity > Error || e.When.ID == "" || e.When.VI == "" || e.When.EN == "" {
				complain("exception %d needs a severity, an id and a text in both languages", j+1)
			}
		}
		if r.Applies == nil {
			complain("Applies is missing")
		}
		if len(r.Editions) == 0 {
			complain("there is no edition")
		}
		for j := range r.Editions {
			e := &r.Editions[j]
			if len(e.Basis) == 0 {
				complain("edition %d cites no law", j+1)
			}
			if e.Severity < Info || e.Severity > Error {
				complain("edition %d has no severity", j+1)
			}
			if e.Run == nil {
				complain("edition %d has no Run", j+1)
			}
			for k := range j {
				if e.In.Overlaps(r.Editions[k].In) {
					complain("editions %d and %d overlap", k+1, j+1)
				}
			}
		}
	}
	return errors.Join(all...)
}

// UnknownRuleError is a rule name that no rule has.
type UnknownRuleError struct {
	Name       string
	Suggestion string // the nearest name; empty if none is near
}

func (e *UnknownRuleError) Error() string {
	if e.Suggestion == "" {
		return fmt.Sprintf("unknown rule %q", e.Name)
	}
	return fmt.Sprintf("unknown rule %q, did you mean %q?", e.Name, e.Suggestion)
}

// known returns an UnknownRuleError unless name is an id or a family of rules.
func known[D any](rules []Rule[D], name string) error {
	ids := make([]string, len(rules))
	for i := range rules {
		if named(&rules[i], name) {
			return nil
		}
		ids[i] = rules[i].ID
	}
	return &UnknownRuleError{name, msg.Nearest(name, ids)}
}
