package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/report"
)

func (c *Command) rulesCommand() *cobra.Command {
	var format string
	var utf8 bool
	cmd := &cobra.Command{
		Use: "rules", Short: c.say(helpRules), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch format {
			case "text":
				return c.listRules(c.library.rules())
			case "json":
				return c.dumpRules(c.library.rules(), utf8)
			}
			return badValue("format", format, textOther.With("error", "text, json"))
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", c.say(helpRulesFormat))
	cmd.Flags().BoolVar(&utf8, "utf8", false, c.say(helpUTF8))
	return cmd
}

// listRules writes one line for each rule, with its severity of today.
func (c *Command) listRules(rules []rule) error {
	widest := 0
	for i := range rules {
		widest = max(widest, len(rules[i].ID))
	}
	var b strings.Builder
	for i := range rules {
		r := &rules[i]
		weight := c.say(wordNotInForce)
		if e := inForce(r, c.Now()); e != nil {
			weight = c.say(report.SeverityWord(e.Severity))
		}
		fmt.Fprintf(&b, "%-*s  %-10s  %s\n", widest, r.ID, weight, c.say(r.Title))
	}
	_, err := fmt.Fprint(c.Stdout, b.String())
	return err
}

type ruleRecord struct {
	ID       string          `json:"id"`
	Family   string          `json:"family"`
	Title    string          `json:"title"`
	Why      string          `json:"why"`
	Remedy   string          `json:"remedy"`
	After    []string        `json:"after"`
	Editions []editionRecord `json:"editions"`
}

type editionRecord struct {
	From     string         `json:"from"`  // first day; empty: open
	Until    string         `json:"until"` // last day; empty: open
	Severity string         `json:"severity"`
	Basis    []law.Citation `json:"basis"`
}

// dumpRules writes everything about the rules for other programs.
func (c *Command) dumpRules(rules []rule, utf8 bool) error {
	records := make([]ruleRecord, len(rules))
	for i := range rules {
		r := &rules[i]
		record := ruleRecord{ID: r.ID, Family: r.Family(), Title: c.say(r.Title), Why: c.say(r.Why), Remedy: c.say(r.Remedy), After: append([]string{}, r.After...)}
		for _, e := range byTime(r.Editions) {
			record.Editions = append(record.Editions, editionRecord{
				From: law.Day(e.In.From), Until: law.Day(e.In.Last()), Severity: e.Severity.String(), Basis: e.Basis,
			})
		}
		records[i] = record
	}
	out, err := report.Marshal(map[string]any{"lang": string(c.lang), "rules": records}, utf8)
	if err != nil {
		return err
	}
	_, err = c.Stdout.Write(append(out, '\n'))
	return err
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

// findRule returns the rule with an id, or an error that names the nearest.
func findRule(rules []rule, id string) (*rule, error) {
	ids := make([]string, len(rules))
	for i := range rules {
		if ids[i] = rules[i].ID; ids[i] == id {
			return &rules[i], nil
		}
	}
	return nil, &lint.UnknownRuleError{Name: id, Suggestion: lint.Nearest(id, ids)}
}

// knownRules returns an error unless every name is that of a rule or a family.
// For a name without a slash the nearest may also be a family.
func knownRules(rules []rule, names []string) error {
	_, err := lint.Select(rules, names)
	e := (*lint.UnknownRuleError)(nil)
	if !errors.As(err, &e) || strings.Contains(e.Name, "/") {
		return err
	}
	var families, ids []string
	for i := range rules {
		if family := rules[i].Family(); !slices.Contains(families, family) {
			families = append(families, family)
		}
		ids = append(ids, rules[i].ID)
	}
	return &lint.UnknownRuleError{Name: e.Name, Suggestion: lint.Nearest(e.Name, append(families, ids...))}
}
