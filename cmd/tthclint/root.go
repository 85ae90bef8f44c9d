package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/msg"
)

// root makes the command tree in the chosen language. A subcommand that ran
// stores its exit code in outcome; an error means exit code 2.
func (c *Command) root(outcome *int) *cobra.Command {
	cobra.MousetrapHelpText = "" // a folder may be dropped on the program; see dropped
	root := &cobra.Command{
		Use:           "tthclint",
		Short:         c.say(helpRoot),
		Long:          c.say(helpRootLong),
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          c.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(c.Stderr)
			*outcome = exitCannotRun // a script whose folder variable is empty must notice
			return cmd.Help()
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetIn(c.Stdin)
	root.SetOut(c.Stdout)
	root.SetErr(c.Stderr)
	root.SetHelpFunc(c.help)
	root.SetFlagErrorFunc(explainFlag)
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.PersistentFlags().String("lang", string(msg.Vietnamese), c.say(helpLang))
	root.PersistentFlags().BoolP("help", "h", false, c.say(helpHelp))
	root.Flags().Bool("version", false, c.say(helpVersion))
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		lang, _ := cmd.Flags().GetString("lang")
		if lang != string(msg.Vietnamese) && lang != string(msg.English) {
			return badValue("lang", lang, textOther.With("error", "vi, en"))
		}
		return nil
	}
	root.AddCommand(c.lintCommand(outcome), c.verifyCommand(outcome), c.inspectCommand(outcome), c.watchCommand(outcome), c.rulesCommand(), c.explainCommand(), c.proceduresCommand(outcome), c.formCommand(outcome), c.trustCommand(outcome), c.registerCommand(outcome), c.initCommand(), c.configCommand(outcome), c.doctorCommand(outcome), c.completionCommand(), c.versionCommand(), c.manualCommand(), c.renderWorkerCommand())
	root.SetHelpCommand(&cobra.Command{
		Use: "help", Short: c.say(helpHelp), Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return c.unknownCommand(root, rest)
			}
			return target.Help()
		},
	})
	c.complete(root)
	return root
}

// unknownCommand refuses a first argument that is no subcommand.
func (c *Command) unknownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if strings.ContainsAny(args[0], `/\.`) { // it was meant as a path, and there is none
		return &userError{what: textNotExist.With("path", args[0]), remedy: textNotExistRemedy.With()}
	}
	remedy := textSeeHelp.With("command", root.CommandPath())
	var names []string
	for _, sub := range root.Commands() {
		names = append(names, sub.Name())
	}
	if near := msg.Nearest(args[0], names); near != "" {
		remedy = textDidYouMean.With("name", near)
	}
	return &userError{what: textUnknownCommand.With("name", args[0]), remedy: remedy}
}

// dropped puts the subcommand lint in front of arguments that begin with an
// existing path, as Windows gives them for a folder dropped on the program.
func dropped(root *cobra.Command, args []string) []string {
	if len(args) == 0 || slices.ContainsFunc(root.Commands(), func(sub *cobra.Command) bool { return sub.Name() == args[0] }) {
		return args
	}
	if _, err := os.Lstat(filepath.Clean(args[0])); args[0] == "" || err != nil {
		return args
	}
	return append([]string{"lint"}, args...)
}

// langOf finds the language among arguments that are not yet parsed, since the
// texts of the parser itself depend on it.
func langOf(args []string) msg.Lang {
	lang := msg.Vietnamese
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		switch {
		case arg == "--":
			return lang
		case arg == "--lang" && i+1 < len(args):
			value, ok = args[i+1], true
		}
		if ok && value == string(msg.English) {
			lang = msg.English
		} else if ok {
			lang = msg.Vietnamese
		}
	}
	return lang
}

func (c *Command) say(m msg.Message) string { return m.In(c.lang) }
