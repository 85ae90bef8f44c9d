package main

import "github.com/spf13/cobra"

// registerCommand holds the subcommands about lists of dossiers.
func (c *Command) registerCommand(outcome *int) *cobra.Command {
	cmd := &cobra.Command{
		Use: "register", Short: c.say(helpRegisterCommand), Long: c.say(helpRegisterLong), DisableFlagsInUseLine: true, Args: c.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(c.Stderr)
			*outcome = exitCannotRun
			return cmd.Help()
		},
	}
	cmd.AddCommand(c.registerShowCommand())
	return cmd
}
