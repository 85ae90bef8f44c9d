package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/report"
)

const helpWidth = 80

// help writes the help of a command in the chosen language.
func (c *Command) help(cmd *cobra.Command, _ []string) {
	var b strings.Builder
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	for paragraph := range strings.SplitSeq(text, "\n") {
		b.WriteString(strings.Join(report.Wrap(paragraph, helpWidth), "\n") + "\n")
	}
	use := cmd.UseLine() + " " + c.say(helpOptions)
	if cmd.HasSubCommands() {
		use = cmd.CommandPath() + " " + c.say(helpUse)
	}
	fmt.Fprintf(&b, "\n%s\n  %s\n", c.say(helpUsage), use)
	if cmd.HasSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", c.say(helpCommands))
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				entry(&b, sub.Name(), sub.Short, 12)
			}
		}
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", c.say(helpExamples), cmd.Example)
	}
	fmt.Fprintf(&b, "\n%s\n", c.say(helpFlags))
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			placeholder, usage := pflag.UnquoteUsage(f)
			if f.Value.Type() == "bool" {
				placeholder = ""
			}
			entry(&b, strings.TrimSpace("--"+f.Name+" "+placeholder), usage, 22)
		}
	})
	fmt.Fprint(cmd.OutOrStdout(), b.String())
}

// entry writes a name and beside it what it means, below it where it is long.
func entry(b *strings.Builder, name, meaning string, column int) {
	if utf8.RuneCountInString(name) >= column {
		fmt.Fprintf(b, "  %s\n", name)
		name = ""
	}
	for _, line := range report.Wrap(meaning, helpWidth-column-2) {
		fmt.Fprintf(b, "  %-*s%s\n", column, name, line)
		name = ""
	}
}
