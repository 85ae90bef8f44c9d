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
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// rulesFlags are the flags of the subcommand rules as typed.
type rulesFlags struct {
	format, effectiveOn, diff string
	utf8                      bool
}

func (c *Command) rulesCommand() *cobra.Command {
	var f rulesFlags
	cmd := &cobra.Command{
		Use: c.say(helpRulesUse), Short: c.say(helpRules), Long: c.say(helpRulesLong), Example: c.say(helpRulesExample), DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if f.diff != "" && len(args) > 0 {
				args = args[1:]
			}
			return noArgs(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.showRules(&f, args) },
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringVar(&f.format, "format", "text", c.say(helpRulesFormat))
	cmd.Flags().StringVar(&f.effectiveOn, "effective-on", "", c.say(helpEffectiveOn))
	cmd.Flags().StringVar(&f.diff, "diff", "", c.say(helpDiff))
	cmd.Flags().BoolVar(&f.utf8, "utf8", false, c.say(helpUTF8))
	return cmd
}

func (c *Command) showRules(f *rulesFlags, args []string) error {
	if f.format != "text" && f.format != "json" {
		return badValue("format", f.format, textOther.With("error", "text, json"))
	}
	if f.diff != "" && f.effectiveOn != "" {
		return &userError{what: textDiffOrDay.With(), remedy: textDiffOrDayRemedy.With()}
	}
	rules := c.library.rules()
	if f.diff != "" {
		return c.diffRules(f, rules, args)
	}
	day, err := c.dayOf("effective-on", f.effectiveOn)
	if err != nil {
		return err
	}
	if f.format == "json" {
		return c.dumpRules(rules, day, f.utf8)
	}
	return c.listRules(rules, day, f.effectiveOn != "")
}

// dumpRules writes everything about the rules for other programs.
func (c *Command) dumpRules(rules []rule, day time.Time, utf8 bool) error {
	list := rulesRecord{Lang: string(c.lang), Rules: make([]ruleRecord, len(rules)), EffectiveOn: law.Day(day)}
	for i := range rules {
		list.Rules[i] = c.ruleRecord(&rules[i], day)
	}
	return c.writeJSON(list, utf8)
}

// listRules writes one line for each rule, with its severity on a day, and below
// it its clauses if they are asked for.
func (c *Command) listRules(rules []rule, day time.Time, withBasis bool) error {
	widest, running := 0, 0
	for i := range rules {
		widest = max(widest, len(rules[i].ID))
		if inForce(&rules[i], day) != nil {
			running++
		}
	}
	var b strings.Builder
	if withBasis {
		fmt.Fprintf(&b, "%s\n\n", listInForce.With("day", law.DayOf(day), "n", running, "of", len(rules)).In(c.lang))
	}
	for i := range rules {
		r := &rules[i]
		e := inForce(r, day)
		fmt.Fprintf(&b, "%-*s  %-12s  %s\n", widest, r.ID, c.weight(r, e), c.say(r.Title))
		if withBasis && e != nil {
			fmt.Fprintf(&b, "%*s  %s. %s\n", widest, "", report.Period(e.In).In(c.lang), report.Basis(e.Basis, c.lang))
		}
	}
	_, err := fmt.Fprint(c.Stdout, b.String())
	return err
}

// weight says the severity of an edition and behind it those of exceptions that
// weigh more; a dash where none is in force.
func (c *Command) weight(r *rule, e *edition) string {
	if e == nil {
		return c.say(wordNotInForce)
	}
	words := []string{c.say(report.SeverityWord(e.Severity))}
	for _, x := range r.Exceptions {
		if x.Severity > e.Severity {
			words = append(words, c.say(report.SeverityWord(x.Severity)))
		}
	}
	return strings.Join(words, "/")
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
	return &lint.UnknownRuleError{Name: e.Name, Suggestion: msg.Nearest(e.Name, append(families, ids...))}
}
