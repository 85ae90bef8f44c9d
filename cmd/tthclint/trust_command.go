package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// trustCommand holds the subcommands about the certificates of authorities.
func (c *Command) trustCommand(outcome *int) *cobra.Command {
	cmd := &cobra.Command{
		Use: "trust", Short: c.say(helpTrustCommand), Long: c.say(helpTrustLong), DisableFlagsInUseLine: true, Args: c.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(c.Stderr)
			*outcome = exitCannotRun
			return cmd.Help()
		},
	}
	var store string
	cmd.PersistentFlags().StringVar(&store, "trust-store", "", c.say(helpTrustStore))
	cmd.AddCommand(c.trustListCommand(&store), c.trustImportCommand(&store), c.trustUpdateCommand(&store), c.trustRemoveCommand(&store))
	return cmd
}

// labelWidth is the column in which what stands beside a label begins.
const labelWidth = 13

// labelled writes a label and what it names, indented, on as many lines as it
// needs.
func (c *Command) labelled(b *strings.Builder, label msg.Message, text string) {
	if text == "" {
		return
	}
	word := c.say(label)
	for _, line := range report.Wrap(report.Inert(text), helpWidth-4-labelWidth) {
		fmt.Fprintf(b, "    %s%s%s\n", word, strings.Repeat(" ", max(labelWidth-len([]rune(word)), 0)), line)
		word = ""
	}
}

// paragraph writes a text on as many lines as it needs.
func paragraph(b *strings.Builder, text string) {
	for _, line := range report.Wrap(text, helpWidth) {
		fmt.Fprintln(b, line)
	}
}
