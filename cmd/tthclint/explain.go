package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

func (c *Command) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use: "explain " + c.say(helpRuleArg), Short: c.say(helpExplain), DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &userError{what: textNoRule.With(), remedy: textListRules.With()}
			}
			return noArgs(cmd, args[1:])
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			rule, err := findRule(c.library.rules(), args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(c.Stdout, c.explain(rule))
			return err
		},
	}
}

// explain says what a rule demands, why, since when and by which clauses, and
// what to do about a finding.
func (c *Command) explain(r *ruleInfo) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", r.id)
	c.section(&b, explainWhat, c.say(r.title))
	c.section(&b, explainWhy, c.say(r.why))
	c.section(&b, explainRemedy, c.say(r.remedy))
	var editions []string
	for i := range r.editions {
		editions = append(editions, c.explainEdition(&r.editions[i]))
	}
	c.section(&b, explainEditions, editions...)
	if len(r.after) > 0 {
		c.section(&b, explainAfter, strings.Join(r.after, ", "))
	}
	return b.String()
}

func (c *Command) section(b *strings.Builder, title msg.Message, paragraphs ...string) {
	fmt.Fprintf(b, "\n%s\n", c.say(title))
	for _, text := range paragraphs {
		for _, line := range report.Wrap(text, helpWidth-2) {
			fmt.Fprintf(b, "  %s\n", line)
		}
	}
}

func (c *Command) explainEdition(e *editionInfo) string {
	var basis []string
	for _, citation := range e.basis {
		if c.lang == msg.English {
			basis = append(basis, citation.English())
		} else {
			basis = append(basis, citation.String())
		}
	}
	return textEdition.With(
		"period", period(e.in), "severity", msg.Text{Message: report.SeverityWord(e.severity)}, "basis", strings.Join(basis, "; "),
	).In(c.lang)
}

// period says a period by its first and last day.
func period(p law.Period) msg.Text {
	from, last := p.From.In(law.Vietnam()), lastDay(p).In(law.Vietnam())
	switch {
	case p.From.IsZero() && p.To.IsZero():
		return textAlways.With()
	case p.To.IsZero():
		return textSince.With("from", from)
	case p.From.IsZero():
		return textUntil.With("last", last)
	}
	return textFromTo.With("from", from, "last", last)
}
