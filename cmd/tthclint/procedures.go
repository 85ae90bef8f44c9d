package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/report"
)

// proceduresCommand holds the subcommands about procedures.
func (c *Command) proceduresCommand(outcome *int) *cobra.Command {
	cmd := &cobra.Command{
		Use: "procedures", Short: c.say(helpProcedures), Long: c.say(helpProceduresLong), DisableFlagsInUseLine: true, Args: c.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(c.Stderr)
			*outcome = exitCannotRun
			return cmd.Help()
		},
	}
	cmd.AddCommand(&cobra.Command{
		Use: "list", Short: c.say(helpProceduresList), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			var b strings.Builder
			for _, p := range procedure.Builtin().Procedures() {
				if p.Code != "" {
					fmt.Fprintf(&b, "%s  %s\n", p.Code, c.lang.Pick(p.Name.VI, p.Name.EN))
				}
			}
			_, err := fmt.Fprint(c.Stdout, b.String())
			return err
		},
	}, &cobra.Command{
		Use: "show " + c.say(helpProceduresCode), Short: c.say(helpProceduresShow), DisableFlagsInUseLine: true, Args: oneCode,
		RunE: func(_ *cobra.Command, args []string) error {
			p, ok := procedure.Builtin().Find(args[0], "")
			if !ok {
				return &userError{what: textNoProcedure.With("code", args[0]), remedy: textListProcedures.With()}
			}
			_, err := fmt.Fprint(c.Stdout, c.procedureText(p))
			return err
		},
	})
	return cmd
}

// procedureText says which paper a procedure ends with and which it asks for.
func (c *Command) procedureText(p procedure.Procedure) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n", p.Code, c.lang.Pick(p.Name.VI, p.Name.EN))
	if len(p.Forms) > 0 {
		fmt.Fprintln(&b, procedureForms.With("forms", strings.Join(p.Forms, ", ")).In(c.lang))
	}
	asked := procedure.Builtin().Components(p.Code, c.Now())
	if len(asked) == 0 {
		fmt.Fprintln(&b, c.say(procedureUnknown))
	}
	for _, paper := range asked {
		need := procedureConditional
		if paper.Required {
			need = procedureRequired
		}
		fmt.Fprintf(&b, "- %s (%s)\n", c.lang.Pick(paper.Name.VI, paper.Name.EN), c.say(need))
		fmt.Fprintf(&b, "  %s; %s\n", paper.Source, report.Period(paper.In).In(c.lang))
	}
	if len(asked) > 0 {
		fmt.Fprintln(&b, c.say(procedureMemory))
	}
	return b.String()
}
