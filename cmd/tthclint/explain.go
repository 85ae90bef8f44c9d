package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

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
func (c *Command) explain(r *rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", r.ID)
	c.section(&b, explainWhat, c.say(r.Title))
	c.section(&b, explainWhy, c.say(r.Why))
	c.section(&b, explainRemedy, c.say(r.Remedy))
	var editions []string
	for _, e := range byTime(r.Editions) {
		editions = append(editions, c.explainEdition(&e))
	}
	c.section(&b, explainEditions, editions...)
	if len(r.After) > 0 {
		c.section(&b, explainAfter, strings.Join(r.After, ", "))
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

func (c *Command) explainEdition(e *edition) string {
	basis := make([]string, len(e.Basis))
	for i, citation := range e.Basis {
		basis[i] = c.lang.Pick(citation.String(), citation.English())
	}
	return textEdition.With(
		"period", report.Period(e.In), "severity", report.SeverityWord(e.Severity).With(), "basis", strings.Join(basis, "; "),
	).In(c.lang)
}
