package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/msg"
)

// manualCommand writes the manual pages, for those who pack the program. The
// pages are the help in the form of man(7), one for each subcommand.
func (c *Command) manualCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Hidden: true, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return cannotCreate(args[0], err)
			}
			return c.writeManual(cmd.Root(), args[0])
		},
	}
}

func (c *Command) writeManual(cmd *cobra.Command, dir string) error {
	path := filepath.Join(dir, manualName(cmd)+".1")
	if err := os.WriteFile(path, []byte(c.manual(cmd)), 0o644); err != nil {
		return cannotCreate(path, err)
	}
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			if err := c.writeManual(sub, dir); err != nil {
				return err
			}
		}
	}
	return nil
}

func manualName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manual is the page of a command. It bears neither date nor version, so that it
// changes when the help does.
func (c *Command) manual(cmd *cobra.Command) string {
	var b strings.Builder
	head := func(m msg.Message) { fmt.Fprintf(&b, ".SH %s\n", roff(c.say(m))) }
	fmt.Fprintf(&b, ".TH %s 1 \"\" tthclint\n", roff(strings.ToUpper(manualName(cmd))))
	head(manName)
	fmt.Fprintf(&b, "%s \\- %s\n", roff(manualName(cmd)), roff(cmd.Short))
	head(manSynopsis)
	use := cmd.UseLine() + " " + c.say(helpOptions)
	if cmd.HasSubCommands() {
		use = cmd.CommandPath() + " " + c.say(helpUse)
	}
	fmt.Fprintf(&b, "%s\n", roff(use))
	if cmd.Long != "" {
		head(manDescription)
		fmt.Fprintf(&b, "%s\n", roff(cmd.Long))
	}
	var see []string
	if cmd.HasParent() {
		see = append(see, manualName(cmd.Parent()))
	}
	if cmd.HasSubCommands() {
		head(manCommands)
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(sub.Name()), roff(sub.Short))
				see = append(see, manualName(sub))
			}
		}
	}
	head(manOptions)
	cmd.InitDefaultHelpFlag()
	cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) { manualFlag(&b, f) })
	cmd.InheritedFlags().VisitAll(func(f *pflag.Flag) { manualFlag(&b, f) })
	if cmd.Example != "" {
		head(manExamples)
		fmt.Fprintf(&b, ".nf\n%s\n.fi\n", roff(cmd.Example))
	}
	if len(see) > 0 {
		head(manSee)
		for i, name := range see {
			comma := ","
			if i == len(see)-1 {
				comma = ""
			}
			fmt.Fprintf(&b, ".BR %s (1)%s\n", roff(name), comma)
		}
	}
	return b.String()
}

func manualFlag(b *strings.Builder, f *pflag.Flag) {
	if f.Hidden {
		return
	}
	placeholder, usage := pflag.UnquoteUsage(f)
	if f.Value.Type() == "bool" {
		placeholder = ""
	}
	fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace("--"+f.Name+" "+placeholder)), roff(usage))
}

// roff makes text what man(7) shows as it is: an empty line is a paragraph.
func roff(text string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text), "\n")
	for i, line := range lines {
		switch {
		case line == "":
			lines[i] = ".PP"
		case strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'"):
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
