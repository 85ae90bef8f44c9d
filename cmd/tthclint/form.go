package main

import "github.com/spf13/cobra"

// formCommand holds the subcommands about paper forms.
func (c *Command) formCommand(outcome *int) *cobra.Command {
	cmd := &cobra.Command{
		Use: "form", Short: c.say(helpForm), Long: c.say(helpFormLong), DisableFlagsInUseLine: true, Args: c.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(c.Stderr)
			*outcome = exitCannotRun
			return cmd.Help()
		},
	}
	cmd.AddCommand(c.formListCommand(), c.formShowCommand(), c.formLearnCommand(outcome), c.formTestCommand(outcome), c.formScoreCommand(outcome))
	return cmd
}
