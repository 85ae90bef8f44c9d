package main

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// lintFlags are the flags of the subcommand lint as typed.
type lintFlags struct {
	configFlags
	trustFlags
	readingFlags
	asideFlags
	format, failOn, asOf      string
	register, procedure, name string
	rules, by, outputs        []string
	groups                    []lint.By // of by
	jobs                      int
	twoLayer, exitZero        bool
	slipTemplate              string
	utf8, verbose, quiet      bool
	colorFlags
	showFlags
}

func (c *Command) lintCommand(outcome *int) *cobra.Command {
	var f lintFlags
	cmd := &cobra.Command{
		Use: "lint " + c.say(helpPaths), Short: c.say(helpLint), Long: c.say(helpLintLong), Example: c.say(helpLintExample),
		DisableFlagsInUseLine: true,
		Args:                  somePath(textNoPathRemedy),
		RunE: func(cmd *cobra.Command, args []string) error {
			paths, err := matched(args)
			if err != nil {
				return err
			}
			code, err := c.lint(cmd.Context(), &f, cmd.Flags(), paths)
			*outcome = code
			return err
		},
	}
	f.define(cmd.Flags(), c.say)
	return cmd
}

// define adds the flags to a set, with their meaning in the chosen language.
func (f *lintFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.SortFlags = false
	set.StringVar(&f.format, "format", "text", say(helpLintFormat))
	set.StringArrayVar(&f.outputs, "output", nil, say(helpOutputs))
	f.showFlags.define(set, say)
	set.StringVar(&f.slipTemplate, "slip-template", "", say(helpSlipTemplate))
	set.StringVar(&f.failOn, "fail-on", "error", say(helpFailOn))
	f.configFlags.define(set, say)
	set.StringVar(&f.asOf, "as-of", "", say(helpAsOf))
	f.trustFlags.define(set, say)
	set.StringVar(&f.register, "register", "", say(helpRegister))
	set.BoolVar(&f.twoLayer, "two-layer", false, say(helpTwoLayer))
	set.StringSliceVar(&f.rules, "rules", nil, say(helpRuleNames))
	set.StringSliceVar(&f.by, "by", nil, say(helpBy))
	set.IntVar(&f.jobs, "jobs", 0, say(helpJobs))
	f.readingFlags.define(set, say)
	f.asideFlags.define(set, say)
	set.StringVar(&f.procedure, "procedure", "", say(helpProcedure))
	set.StringVar(&f.name, "name", "", say(helpName))
	set.BoolVar(&f.utf8, "utf8", false, say(helpUTF8))
	set.BoolVar(&f.verbose, "verbose", false, say(helpVerbose))
	set.BoolVar(&f.quiet, "quiet", false, say(helpQuiet))
	f.colorFlags.define(set, say)
	set.BoolVar(&f.exitZero, "exit-zero", false, say(helpExitZero))
}

// lint checks the paths and prints one report about all of them.
func (c *Command) lint(ctx context.Context, f *lintFlags, set *pflag.FlagSet, paths []string) (int, error) {
	paths = distinct(paths)
	s, err := c.settings(&f.configFlags, paths)
	if err != nil {
		return exitCannotRun, err
	}
	f.follow(s, set)
	if err := f.colorFlags.check(); err != nil {
		return exitCannotRun, err
	}
	c.quiet = f.quiet
	failOn, err := parseSeverity(f.failOn)
	if err != nil {
		return exitCannotRun, err
	}
	if f.groups, err = parseBy(f.by); err != nil {
		return exitCannotRun, err
	}
	if err := f.showFlags.parse(); err != nil {
		return exitCannotRun, err
	}
	format, ok := findFormat(f.format)
	if !ok || format.fileOnly {
		return exitCannotRun, badValue("format", f.format, textOther.With("error", outputNames(true)))
	}
	outputs, err := parseOutputs(f.outputs)
	if err != nil {
		return exitCannotRun, err
	}
	options, err := c.options(f, paths)
	if err == nil {
		err = f.judge(s, set, &options)
	}
	if err != nil {
		return exitCannotRun, err
	}
	if err := c.setAside(&f.asideFlags, &options); err != nil {
		return exitCannotRun, err
	}
	done, err := c.readBy(ctx, &f.readingFlags, f.jobs, &options)
	defer done()
	if err == nil {
		err = s.knowsForms(options.Forms)
	}
	if err != nil {
		return exitCannotRun, err
	}
	inputs, err := c.open(ctx, f, paths, options)
	defer func() {
		for _, in := range inputs {
			in.close()
		}
	}()
	if err != nil {
		return exitCannotRun, err
	}
	bar := &progress{}
	job := reportJob{Command: c, ctx: ctx, flags: f, failOn: failOn, inputs: inputs, office: s.Agency.Name}
	screen := job
	screen.w = bar.over(c.Stdout)
	printers := []report.Printer{format.printer(&screen)}
	for _, o := range outputs {
		own := job
		printer, err := o.open(&own)
		defer o.discard()
		if err != nil {
			return exitCannotRun, err
		}
		printers = append(printers, printer)
	}
	t, err := c.print(ctx, f.over(report.Several(printers...)), bar, inputs, paths)
	if err != nil && ctx.Err() == nil {
		return exitCannotRun, err
	}
	for _, o := range outputs { // an interrupted run reports what was finished
		if err := o.finish(); err != nil {
			return exitCannotRun, err
		}
	}
	if err != nil {
		return exitCannotRun, err
	}
	if err := f.remember(options.Baseline, inputs[0].run.Head().Rules); err != nil {
		return exitCannotRun, err
	}
	return t.code(failOn, f.exitZero), nil
}

func parseSeverity(name string) (lint.Severity, error) {
	var s lint.Severity
	if err := s.UnmarshalText([]byte(name)); err != nil {
		return 0, badValue("fail-on", name, textOther.With("error", "info, warning, error"))
	}
	return s, nil
}

// parseBy returns what indicators are told by besides the whole.
func parseBy(names []string) (by []lint.By, err error) {
	for _, name := range names {
		switch one := lint.By(strings.TrimSpace(name)); one {
		case lint.ByUnit, lint.ByProcedure, lint.ByWeek:
			if !slices.Contains(by, one) {
				by = append(by, one)
			}
		default:
			return nil, badValue("by", name, textOther.With("error", "unit, procedure, week"))
		}
	}
	return by, nil
}

// options turns flags into what the library takes, except for the register,
// whose place depends on the folder.
func (c *Command) options(f *lintFlags, paths []string) (check.Options, error) {
	o := check.Options{TwoLayer: f.twoLayer, Jobs: f.jobs, Version: version()}
	var err error
	if o.AsOf, err = c.asOf(f.asOf); err != nil {
		return o, err
	}
	if o.Procedure, err = parseProcedure(f.procedure); err != nil {
		return o, err
	}
	if f.jobs < 0 {
		return o, badValue("jobs", strconv.Itoa(f.jobs), textOther.With("error", "1, 2, 3, …"))
	}
	if f.rules != nil {
		for _, name := range f.rules {
			if name = strings.TrimSpace(name); name != "" {
				o.Rules = append(o.Rules, name)
			}
		}
		if o.Rules == nil { // nothing to run would mean nothing to find
			return o, badValue("rules", "", textListRules.With())
		}
		if err = knownRules(c.library.rules(), o.Rules); err != nil {
			return o, err
		}
	}
	if err = c.judgeBy(&f.trustFlags, &o); err != nil {
		return o, err
	}
	if f.register != "" && (len(paths) > 1 || paths[0] == "-") {
		return o, &userError{what: textRegisterOneFolder.With(), remedy: textRegisterOneFolderRemedy.With()}
	}
	if f.name != "" && !slices.Contains(paths, "-") {
		return o, &userError{what: textNameWithoutStdin.With(), remedy: textNameWithoutStdinRemedy.With()}
	}
	return o, nil
}

var procedureCode = regexp.MustCompile(`^(\d\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Za-z]\d{2})?$`)

// parseProcedure returns the national code of a procedure. Systems write behind
// it which office offers it, as 1.000894.000.00.00.H20.
func parseProcedure(code string) (string, error) {
	if code == "" {
		return "", nil
	}
	m := procedureCode.FindStringSubmatch(strings.TrimSpace(code))
	if m == nil {
		return "", badValue("procedure", code, textProcedureForm.With())
	}
	return m[1], nil
}
