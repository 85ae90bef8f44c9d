package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

func (c *Command) formListCommand() *cobra.Command {
	var format, dir string
	var utf8 bool
	cmd := &cobra.Command{
		Use: "list", Short: c.say(helpFormList), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if format != "text" && format != "json" {
				return badValue("format", format, textOther.With("error", "text, json"))
			}
			set, err := c.forms(dir)
			if err != nil {
				return err
			}
			if format == "json" {
				records := make([]formRecord, len(set.Forms()))
				for i, f := range set.Forms() {
					records[i] = recordOf(f)
				}
				return c.writeJSON(map[string]any{"lang": string(c.lang), "forms": records}, utf8)
			}
			_, err = fmt.Fprint(c.Stdout, c.formList(set))
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", c.say(helpRulesFormat))
	cmd.Flags().StringVar(&dir, "forms", "", c.say(helpOwnForms))
	cmd.Flags().BoolVar(&utf8, "utf8", false, c.say(helpUTF8))
	return cmd
}

func (c *Command) writeJSON(v any, utf8 bool) error {
	out, err := report.Marshal(v, utf8)
	if err != nil {
		return err
	}
	_, err = c.Stdout.Write(append(out, '\n'))
	return err
}

// formList writes each form with its editions, by id.
func (c *Command) formList(set *form.Set) string {
	widest := 0
	for _, f := range set.Forms() {
		widest = max(widest, len(f.ID))
	}
	var b strings.Builder
	for _, f := range set.Forms() {
		fmt.Fprintf(&b, "%-*s  %s (%s)\n", widest, f.ID, report.Inert(c.lang.Pick(f.Name.VI, f.Name.EN)), c.say(roleWord(f.Role)))
		indent := strings.Repeat(" ", widest+2)
		if codes := f.Procedures.Codes; len(codes) > 0 {
			fmt.Fprintf(&b, "%s%s\n", indent, listCodes.With("codes", strings.Join(codes, ", ")).In(c.lang))
		}
		for _, e := range f.Editions {
			fmt.Fprintf(&b, "%s%-13s %s\n", indent, e.ID, c.editionLine(e))
		}
	}
	return b.String()
}

// editionLine says from when to when an edition is issued, and what is known of
// its layout.
func (c *Command) editionLine(e *form.Edition) string {
	period := report.Period(e.In)
	if e.Measured() {
		return editionMeasured.With("period", period, "w", e.Paper.W, "h", e.Paper.H).In(c.lang)
	}
	return period.In(c.lang)
}

func roleWord(r form.Role) msg.Message {
	switch r {
	case form.Application:
		return wordApplication
	case form.Slip:
		return wordSlip
	}
	return wordResult
}
