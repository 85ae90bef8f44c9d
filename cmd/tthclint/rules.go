package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/law"
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
func (c *Command) listRules(rules []ruleInfo) error {
	widest := 0
	for i := range rules {
		widest = max(widest, len(rules[i].id))
	}
	var b strings.Builder
	for i := range rules {
		r := &rules[i]
		weight := c.say(wordNotInForce)
		if e := r.on(c.Now()); e != nil {
			weight = c.say(report.SeverityWord(e.severity))
		}
		fmt.Fprintf(&b, "%-*s  %-10s  %s\n", widest, r.id, weight, c.say(r.title))
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
	From     string        `json:"from"`  // first day; empty: open
	Until    string        `json:"until"` // last day; empty: open
	Severity string        `json:"severity"`
	Basis    []basisRecord `json:"basis"`
}

type basisRecord struct {
	Instrument string `json:"instrument"`
	Clause     string `json:"clause"`
}

// dumpRules writes everything about the rules for other programs.
func (c *Command) dumpRules(rules []ruleInfo, utf8 bool) error {
	records := make([]ruleRecord, len(rules))
	for i := range rules {
		r := &rules[i]
		record := ruleRecord{ID: r.id, Family: r.family, Title: c.say(r.title), Why: c.say(r.why), Remedy: c.say(r.remedy), After: append([]string{}, r.after...)}
		for _, e := range r.editions {
			edition := editionRecord{From: isoDay(e.in.From), Until: isoDay(lastDay(e.in)), Severity: e.severity.String(), Basis: []basisRecord{}}
			for _, citation := range e.basis {
				edition.Basis = append(edition.Basis, basisRecord(citation))
			}
			record.Editions = append(record.Editions, edition)
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

// lastDay is the last day of a period; zero if it is open.
func lastDay(p law.Period) time.Time {
	if p.To.IsZero() {
		return p.To
	}
	return p.To.AddDate(0, 0, -1)
}

func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(law.Vietnam()).Format(time.DateOnly)
}
