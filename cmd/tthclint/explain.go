package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/docs/pictures"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/waiver"
)

func (c *Command) explainCommand() *cobra.Command {
	var png string
	cmd := &cobra.Command{
		Use: "explain " + c.say(helpRuleArg), Short: c.say(helpExplain), DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &userError{what: textNoRule.With(), remedy: textListRules.With()}
			}
			return noArgs(cmd, args[1:])
		},
		RunE: func(_ *cobra.Command, args []string) error {
			text, err := c.explainID(args[0])
			if err != nil {
				return err
			}
			if png != "" {
				if err := writeExample(png, args[0]); err != nil {
					return err
				}
			}
			_, err = fmt.Fprint(c.Stdout, text)
			return err
		},
	}
	cmd.Flags().StringVar(&png, "png", "", c.say(helpExplainPNG))
	return cmd
}

// writeExample writes the picture of a rule to a file.
func writeExample(path, rule string) error {
	picture := pictures.Of(rule)
	if picture == nil {
		return &userError{what: textNoPicture.With("rule", rule), remedy: textNoPictureRemedy.With()}
	}
	return writePicture(path, true, func(f *os.File) error {
		_, err := f.Write(picture)
		return err
	})
}

// explainID explains whatever a report may name: a rule, or what is told about
// waivers.
func (c *Command) explainID(id string) (string, error) {
	rules := c.library.rules()
	ids := make([]string, 0, len(rules)+2)
	for i := range rules {
		if rules[i].ID == id {
			return c.explain(&rules[i]), nil
		}
		ids = append(ids, rules[i].ID)
	}
	for _, a := range waiver.Abouts() {
		if a.ID == id {
			return c.explainWaiver(&a), nil
		}
		ids = append(ids, a.ID)
	}
	return "", &lint.UnknownRuleError{Name: id, Suggestion: msg.Nearest(id, ids)}
}

// explain says what a rule demands, why, since when and by which clauses, and
// what to do about a finding.
func (c *Command) explain(r *rule) string {
	var b strings.Builder
	c.introduce(&b, r.ID, r.Title, r.Why, r.Remedy)
	var weights []string
	for _, e := range byTime(r.Editions) {
		weights = append(weights, textEdition.With(
			"period", report.Period(e.In), "severity", report.SeverityWord(e.Severity).With(), "basis", report.Basis(e.Basis, c.lang),
		).In(c.lang))
	}
	for _, x := range r.Exceptions {
		weights = append(weights, textException.With("severity", report.SeverityWord(x.Severity).With(), "when", x.When.With()).In(c.lang))
	}
	c.section(&b, explainEditions, weights...)
	if len(r.After) > 0 {
		c.section(&b, explainAfter, strings.Join(r.After, ", "))
	}
	if pictures.Of(r.ID) != nil {
		c.section(&b, explainPicture, "tthclint explain "+r.ID+" --png "+c.say(explainPictureFile))
	}
	return b.String()
}

// explainWaiver says the same of a finding about a waiver, which no law speaks of.
func (c *Command) explainWaiver(a *lint.About) string {
	var b strings.Builder
	c.introduce(&b, a.ID, a.Title, a.Why, a.Remedy)
	c.section(&b, explainEditions, textWaiverBasis.With("severity", report.SeverityWord(a.Severity).With()).In(c.lang))
	return b.String()
}

func (c *Command) introduce(b *strings.Builder, id string, title, why, remedy msg.Message) {
	fmt.Fprintf(b, "%s\n", id)
	c.section(b, explainWhat, c.say(title))
	c.section(b, explainWhy, c.say(why))
	c.section(b, explainRemedy, c.say(remedy))
}

func (c *Command) section(b *strings.Builder, title msg.Message, paragraphs ...string) {
	fmt.Fprintf(b, "\n%s\n", c.say(title))
	for _, text := range paragraphs {
		for _, line := range report.Wrap(text, helpWidth-2) {
			fmt.Fprintf(b, "  %s\n", line)
		}
	}
}
