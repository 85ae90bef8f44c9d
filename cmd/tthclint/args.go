package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/msg"
)

// somePath wants one path or more, none of them empty. The remedy says which.
func somePath(remedy msg.Message) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 || slices.Contains(args, "") {
			return &userError{what: textNoPath.With(), remedy: remedy.With()}
		}
		return nil
	}
}

// oneCode wants the code of one procedure.
func oneCode(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return &userError{what: textNoCode.With(), remedy: textListProcedures.With()}
	}
	return noArgs(cmd, args[1:])
}

func atMostOne(cmd *cobra.Command, args []string) error {
	if len(args) < 2 {
		return nil
	}
	return noArgs(cmd, args[1:])
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &userError{what: textTooMany.With("arg", args[0]), remedy: textSeeHelp.With("command", cmd.CommandPath())}
	}
	return nil
}
