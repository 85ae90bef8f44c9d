package main

import (
	"context"
	"io"
	"runtime"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/signatures"
	"github.com/tthclint/tthclint/pkg/sign"
)

// verifyFlags are the flags of the subcommand verify as typed.
type verifyFlags struct {
	configFlags
	trustFlags
	format, failOn, asOf string
	permit, name         string
	jobs                 int
	exitZero             bool
	utf8, verbose        bool
	colorFlags
}

func (c *Command) verifyCommand(outcome *int) *cobra.Command {
	var f verifyFlags
	cmd := &cobra.Command{
		Use: "verify " + c.say(helpVerifyPaths), Short: c.say(helpVerify), Long: c.say(helpVerifyLong), Example: c.say(helpVerifyExample),
		DisableFlagsInUseLine: true,
		Args:                  somePath(textVerifyNoPathRemedy),
		RunE: func(cmd *cobra.Command, args []string) error {
			paths, err := matched(args)
			if err != nil {
				return err
			}
			code, err := c.verify(cmd.Context(), &f, cmd.Flags(), paths)
			*outcome = code
			return err
		},
	}
	f.define(cmd.Flags(), c.say)
	return cmd
}

func (f *verifyFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.SortFlags = false
	set.StringVar(&f.format, "format", "text", say(helpFormat))
	set.StringVar(&f.failOn, "fail-on", "error", say(helpFailOn))
	f.configFlags.define(set, say)
	set.StringVar(&f.asOf, "as-of", "", say(helpAsOf))
	f.trustFlags.define(set, say)
	set.StringVar(&f.permit, "permit", "", say(helpPermit))
	set.IntVar(&f.jobs, "jobs", 0, say(helpVerifyJobs))
	set.StringVar(&f.name, "name", "", say(helpName))
	set.BoolVar(&f.utf8, "utf8", false, say(helpUTF8))
	set.BoolVar(&f.verbose, "verbose", false, say(helpVerifyVerbose))
	f.colorFlags.define(set, say)
	set.BoolVar(&f.exitZero, "exit-zero", false, say(helpExitZero))
}

// verify looks at the signatures of every file and prints one answer for each,
// in the order of the arguments.
func (c *Command) verify(ctx context.Context, f *verifyFlags, set *pflag.FlagSet, paths []string) (int, error) {
	s, err := c.settings(&f.configFlags, paths)
	if err != nil {
		return exitCannotRun, err
	}
	f.follow(s, set)
	if err := f.colorFlags.check(); err != nil {
		return exitCannotRun, err
	}
	failOn, err := parseSeverity(f.failOn)
	if err != nil {
		return exitCannotRun, err
	}
	options, err := c.verifyOptions(f, paths)
	if err == nil {
		err = s.verifyBy(&options)
	}
	if err != nil {
		return exitCannotRun, err
	}
	v, err := c.library.verifier(options)
	if err != nil {
		return exitCannotRun, err
	}
	sources := c.verifySources(f.name, paths)
	defer sources.close()
	p, err := c.verifyPrinter(f, c.Stdout, sources.several())
	if err != nil {
		return exitCannotRun, err
	}
	if err := p.Begin(v.Head()); err != nil {
		return exitCannotRun, cannotWrite(err)
	}
	t, err := c.printVerified(p, f.format == "text", verifyAll(ctx, v, sources.files, options.Jobs))
	if err != nil {
		return exitCannotRun, err
	}
	if err := p.End(); err != nil {
		return exitCannotRun, cannotWrite(err)
	}
	switch {
	case ctx.Err() != nil:
		return exitCannotRun, &userError{what: textVerifyInterrupted.With("n", t.files), err: ctx.Err()}
	case t.files == 0:
		return exitCannotRun, &userError{what: textVerifyNothing.With("paths", listed(paths)), remedy: textVerifyNothingRemedy.With()}
	}
	return t.code(failOn, f.exitZero), nil
}

func (c *Command) verifyOptions(f *verifyFlags, paths []string) (check.Options, error) {
	o := check.Options{Jobs: f.jobs, Version: version()}
	var err error
	if o.AsOf, err = c.asOf(f.asOf); err != nil {
		return o, err
	}
	if o.Permit, err = parsePermit(f.permit); err != nil {
		return o, err
	}
	switch {
	case f.jobs < 0:
		return o, badValue("jobs", strconv.Itoa(f.jobs), textOther.With("error", "1, 2, 3, …"))
	case f.jobs == 0:
		o.Jobs = min(runtime.GOMAXPROCS(0), 8)
	}
	if err = c.judgeBy(&f.trustFlags, &o); err != nil {
		return o, err
	}
	return o, onlyStdin(paths, f.name, "verify")
}

// onlyStdin refuses standard input that is named twice, and a name for it where
// it is not read.
func onlyStdin(paths []string, name, command string) error {
	stdins := 0
	for _, path := range paths {
		if path == "-" {
			stdins++
		}
	}
	switch {
	case name != "" && stdins == 0:
		return &userError{what: textNameWithoutStdin.With(), remedy: textNameWithoutStdinRemedy.With()}
	case stdins > 1:
		return &userError{what: textStdinTwice.With(), remedy: textSeeHelp.With("command", "tthclint "+command)}
	}
	return nil
}

// parsePermit returns what the caller allows after signing.
func parsePermit(name string) (sign.Changes, error) {
	switch p := sign.Changes(name); p {
	case "", sign.ChangesNone, sign.ChangesForm, sign.ChangesAnnotation:
		return p, nil
	}
	return "", badValue("permit", name, textOther.With("error", "none, form, annotation"))
}

// verifyPrinter returns the printer of a format. With several, the JSON form is
// an array, else one object.
func (c *Command) verifyPrinter(f *verifyFlags, w io.Writer, several bool) (signatures.Printer, error) {
	o := signatures.JSONOptions{Lang: c.lang, UTF8: f.utf8}
	switch {
	case f.format == "text":
		return signatures.NewText(w, signatures.TextOptions{Lang: c.lang, Color: f.colors(c.Stdout), Verbose: f.verbose, Width: consoleWidth(c.Stdout)}), nil
	case f.format == "json" && several:
		return signatures.NewJSON(w, o), nil
	case f.format == "json", f.format == "ndjson":
		return signatures.NewNDJSON(w, o), nil
	}
	return nil, badValue("format", f.format, textOther.With("error", "text, json, ndjson"))
}
