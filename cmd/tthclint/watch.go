package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// watchFlags are those flags of lint that have a meaning for single files, and
// how the folder is watched.
type watchFlags struct {
	lintFlags
	existing bool
	settle   time.Duration
}

func (c *Command) watchCommand(outcome *int) *cobra.Command {
	var f watchFlags
	cmd := &cobra.Command{
		Use: "watch " + c.say(helpFolderArg), Short: c.say(helpWatch), Long: c.say(helpWatchLong), Example: c.say(helpWatchExample),
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "" {
				return &userError{what: textNoFolder.With(), remedy: textNoFolderRemedy.With()}
			}
			return noArgs(cmd, args[1:])
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			err := c.watch(cmd.Context(), &f, cmd.Flags(), args[0])
			if err != nil {
				*outcome = exitCannotRun
			}
			return err
		},
	}
	f.define(cmd.Flags(), c.say)
	return cmd
}

func (f *watchFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.SortFlags = false
	set.StringVar(&f.format, "format", "text", say(helpWatchFormat))
	set.BoolVar(&f.existing, "existing", false, say(helpExisting))
	set.DurationVar(&f.settle, "settle", 2*time.Second, say(helpSettle))
	f.configFlags.define(set, say)
	f.trustFlags.define(set, say)
	set.BoolVar(&f.twoLayer, "two-layer", false, say(helpTwoLayer))
	set.StringSliceVar(&f.rules, "rules", nil, say(helpRuleNames))
	f.readingFlags.define(set, say)
	set.StringVar(&f.waivers, "waivers", "", say(helpWaivers))
	set.StringVar(&f.procedure, "procedure", "", say(helpProcedure))
	set.BoolVar(&f.utf8, "utf8", false, say(helpUTF8))
	set.BoolVar(&f.verbose, "verbose", false, say(helpVerbose))
	set.BoolVar(&f.quiet, "quiet", false, say(helpWatchQuiet))
	f.colorFlags.define(set, say)
}

// watch checks the files that come into a folder until it is interrupted.
func (c *Command) watch(ctx context.Context, f *watchFlags, set *pflag.FlagSet, dir string) error {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return cannotOpen(dir, err)
	}
	switch info, err := os.Stat(abs); {
	case err != nil:
		return cannotOpen(dir, err)
	case !info.IsDir():
		return &userError{what: textNotFolder.With("path", dir), remedy: textNoFolderRemedy.With()}
	}
	switch {
	case f.format != "text" && f.format != "ndjson":
		return badValue("format", f.format, textOther.With("error", "text, ndjson"))
	case f.settle < time.Millisecond || f.settle > time.Hour:
		return badValue("settle", f.settle.String(), textOther.With("error", "500ms, 2s, 1m"))
	}
	if err := f.colorFlags.check(); err != nil {
		return err
	}
	c.quiet = f.quiet
	s, err := c.settings(&f.configFlags, []string{dir})
	if err != nil {
		return err
	}
	f.failOn = "error"
	f.follow(s, set)
	options, err := c.options(&f.lintFlags, []string{dir})
	if err == nil {
		err = f.judge(s, set, &options)
	}
	if err == nil {
		err = c.setAside(&f.asideFlags, &options)
	}
	if err != nil {
		return err
	}
	done, err := c.readBy(ctx, &f.readingFlags, 1, &options)
	defer done()
	if err != nil {
		return err
	}
	w := &watcher{Command: c, dir: abs, settle: f.settle, idle: idleLook, after: time.After, checker: c.watchChecker(f, options)}
	notices := watchFolders()
	defer notices.close()
	w.notices = notices
	if !f.existing {
		if err := w.known(); err != nil {
			return cannotOpen(dir, err)
		}
	}
	if !c.quiet {
		c.tell(textWatching.With("dir", dir))
	}
	err = w.run(ctx)
	if ending := w.checker.end(); err == nil {
		err = ending
	}
	return err
}

// fileChecker checks one file after another and writes about each.
type fileChecker struct {
	*Command
	options check.Options
	printer report.Printer
	out     *countingWriter
	tally   tally
	begun   bool
	words   bool // for people, who are also told of files in order
}

func (c *Command) watchChecker(f *watchFlags, o check.Options) *fileChecker {
	k := &fileChecker{Command: c, options: o, out: &countingWriter{w: c.Stdout}, words: f.format == "text"}
	if k.words {
		k.printer = report.NewText(k.out, report.TextOptions{
			Lang: c.lang, Color: f.colors(c.Stdout), Verbose: f.verbose, Quiet: true, Width: consoleWidth(c.Stdout),
		})
	} else {
		k.printer = report.NewNDJSON(k.out, report.JSONOptions{Lang: c.lang, UTF8: f.utf8})
	}
	return k
}

// check checks a file, named in the report by its place in the folder, as of now.
// One that cannot be checked is told of; the error is that of the report.
func (k *fileChecker) check(ctx context.Context, path, name string) error {
	k.options.AsOf = k.Now()
	in, err := k.openFile(ctx, name, path, name, k.options)
	if err != nil {
		if ctx.Err() == nil {
			k.complain(err)
		}
		return nil
	}
	defer in.close()
	if !k.begun {
		if err := k.printer.Begin(commonHead([]*input{in})); err != nil {
			return cannotWrite(err)
		}
		k.begun = true
	}
	before, told := k.out.n, k.tally.summary.Dossiers
	if err := k.printInput(ctx, k.printer, in, &k.tally, &progress{}); err != nil {
		return err
	}
	if k.words && k.out.n == before && k.tally.summary.Dossiers > told { // a file in order
		line := textInOrder.With("name", name)
		if _, err := k.out.Write([]byte("\n" + report.Inert(line.In(k.lang)) + "\n")); err != nil {
			return cannotWrite(err)
		}
	}
	return nil
}

// end closes the report with the sum of all files.
func (k *fileChecker) end() error {
	if !k.begun {
		return nil
	}
	if err := k.printer.End(k.tally.summary); err != nil {
		return cannotWrite(err)
	}
	return nil
}

// countingWriter counts what is written, in bytes.
type countingWriter struct {
	w interface{ Write([]byte) (int, error) }
	n int64
}

func (w *countingWriter) Write(data []byte) (int, error) {
	n, err := w.w.Write(data)
	w.n += int64(n)
	return n, err
}

// scannable reports whether a file of this name is a document that was dropped:
// a PDF, and not one that a program keeps for itself while it writes.
func scannable(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".pdf") && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~")
}
