package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/waiver"
)

// shells returns those that there is a completion for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func (c *Command) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "completion " + strings.Join(shells(), "|"), Short: c.say(helpCompletion), Long: c.say(helpCompletionLong), DisableFlagsInUseLine: true,
		ValidArgs: shells(),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || !slices.Contains(shells(), args[0]) {
				return &userError{what: textNoShell.With(), remedy: textAllowed.With("want", textOther.With("error", strings.Join(shells(), ", ")))}
			}
			return noArgs(cmd, args[1:])
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(c.Stdout, true)
			case "zsh":
				return root.GenZshCompletion(c.Stdout)
			case "fish":
				return root.GenFishCompletion(c.Stdout, true)
			}
			return root.GenPowerShellCompletionWithDesc(c.Stdout)
		},
	}
}

// complete tells the shells what may stand for arguments and values of flags, by
// the names of the flags: one name means the same in all subcommands.
func (c *Command) complete(cmd *cobra.Command) {
	for _, sub := range cmd.Commands() {
		c.complete(sub)
	}
	for flag, values := range map[string]cobra.CompletionFunc{
		"format": one(formatsOf(cmd)...), "output": outputsTo, "fail-on": one("info", "warning", "error"), "lang": one("vi", "en"), "color": one("auto", "always", "never"), "pictures": one("none", "failing", "all"),
		"ocr": one("builtin", "native", "none"), "by": listOf(func(*cobra.Command) []string { return []string{"unit", "procedure", "week"} }),
		"rules":  listOf(func(*cobra.Command) []string { return append(c.families(), c.ruleIDs()...) }),
		"config": files("yaml", "yml"), "waivers": files("yaml", "yml"), "register": files("csv", "xlsx", "json"), "slip-template": files("docx"),
		"trust": folders, "trust-store": folders, "evidence": folders, "forms": folders, "cache": folders,
	} {
		if cmd.LocalFlags().Lookup(flag) != nil {
			_ = cmd.RegisterFlagCompletionFunc(flag, values) // the flag is there, and has none yet
		}
	}
	switch cmd.CommandPath() {
	case "tthclint watch":
		cmd.ValidArgsFunction = folders
	case "tthclint explain":
		cmd.ValidArgsFunction = onlyOne(func(*cobra.Command) []string { return append(c.ruleIDs(), c.waiverIDs()...) })
	case "tthclint form show":
		cmd.ValidArgsFunction = onlyOne(c.formIDs)
	}
}

// one is any one of some values.
func one(values ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)
}

// onlyOne is the first argument, and none after it.
func onlyOne(values func(*cobra.Command) []string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return values(cmd), cobra.ShellCompDirectiveNoFileComp
	}
}

// listOf is one or more values with commas between.
func listOf(values func(*cobra.Command) []string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		done := typed[:strings.LastIndex(typed, ",")+1]
		all := values(cmd)
		for i := range all {
			all[i] = done + all[i]
		}
		return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// outputsTo is a form of the report, and behind its = a file.
func outputsTo(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	if strings.Contains(typed, "=") {
		return nil, cobra.ShellCompDirectiveDefault
	}
	names := strings.Split(outputNames(false)+", "+slipName, ", ")
	for i := range names {
		names[i] += "="
	}
	return names, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func files(extensions ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(extensions, cobra.ShellCompDirectiveFilterFileExt)
}

func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// formatsOf are the forms in which a subcommand can answer.
func formatsOf(cmd *cobra.Command) []string {
	switch cmd.CommandPath() {
	case "tthclint lint":
		return strings.Split(outputNames(true), ", ")
	case "tthclint watch":
		return []string{"text", "ndjson"}
	case "tthclint inspect", "tthclint verify":
		return []string{"text", "json", "ndjson"}
	}
	return []string{"text", "json"}
}

// ruleIDs are the ids of the rules, each with its title.
func (c *Command) ruleIDs() []string {
	rules := c.library.rules()
	ids := make([]string, len(rules))
	for i := range rules {
		ids[i] = cobra.CompletionWithDesc(rules[i].ID, c.say(rules[i].Title))
	}
	return ids
}

func (c *Command) waiverIDs() []string {
	var ids []string
	for _, a := range waiver.Abouts() {
		ids = append(ids, cobra.CompletionWithDesc(a.ID, c.say(a.Title)))
	}
	return ids
}

func (c *Command) families() []string {
	rules := c.library.rules()
	var all []string
	for i := range rules {
		if family := rules[i].Family(); !slices.Contains(all, family) {
			all = append(all, family)
		}
	}
	return all
}

// formIDs are the ids of the forms, of those in the folder --forms as well. Forms
// that cannot be read are for the command itself to tell.
func (c *Command) formIDs(cmd *cobra.Command) []string {
	dir, _ := cmd.Flags().GetString("forms")
	set, err := c.forms(dir)
	if err != nil {
		return nil
	}
	var ids []string
	for _, f := range set.Forms() {
		ids = append(ids, cobra.CompletionWithDesc(f.ID, report.Inert(c.lang.Pick(f.Name.VI, f.Name.EN))))
	}
	return ids
}
