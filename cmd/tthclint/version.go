package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (c *Command) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: c.say(helpVersion), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.Stdout, "tthclint %s\n", version())
			return err
		},
	}
}

// version is the module's version that the program was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
