package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/form/learn"
	"github.com/tthclint/tthclint/pkg/msg"
)

// learnFlags are the flags of the subcommand form learn as typed.
type learnFlags struct {
	readingFlags
	marks, out string
	force      bool
}

// marksName is the marks file that is written where no other name is given.
const marksName = "danh-dau.yaml"

func (c *Command) formLearnCommand(outcome *int) *cobra.Command {
	var f learnFlags
	cmd := &cobra.Command{
		Use: "learn " + c.say(helpVerifyPaths), Short: c.say(helpLearn), Long: c.say(helpLearnLong), Example: c.say(helpLearnExample),
		DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "" {
				return &userError{what: textLearnNoScan.With(), remedy: textLearnNoScanRemedy.With()}
			}
			if slices.Contains(args, "-") {
				return &userError{what: textLearnStdin.With(), remedy: textLearnStdinRemedy.With()}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			paths, err := matched(args)
			if err != nil {
				return err
			}
			code, err := c.learn(cmd.Context(), &f, paths)
			*outcome = code
			return err
		},
	}
	f.define(cmd.Flags(), c.say)
	return cmd
}

func (f *learnFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.SortFlags = false
	set.StringVar(&f.marks, "marks", "", say(helpLearnMarks))
	set.StringVarP(&f.out, "output", "o", "", say(helpLearnOutput))
	set.BoolVar(&f.force, "force", false, say(helpLearnForce))
	f.ocrFlags.define(set, say)
	f.renderFlags.define(set, say)
}

// learn makes a form of scans and marks or, without marks, a first marks file of
// one scan.
func (c *Command) learn(ctx context.Context, f *learnFlags, paths []string) (int, error) {
	var m *form.Marks
	out := f.out
	if f.marks == "" {
		if out == "" {
			out = marksName
		}
	} else {
		var err error
		if m, err = readMarks(f.marks); err != nil {
			return exitCannotRun, err
		}
		if out == "" {
			out = m.Form.ID + ".yaml"
		}
	}
	if _, err := os.Stat(out); err == nil && !f.force {
		return exitCannotRun, &userError{what: textLearnExists.With("path", out), remedy: textLearnExistsRemedy.With()}
	}
	s, done, err := c.newScans(ctx, f, paths)
	defer done()
	if err != nil {
		return exitCannotRun, err
	}
	if m == nil {
		return c.suggestMarks(ctx, s, out, paths)
	}
	return c.learnForm(ctx, s, m, f, out)
}

// suggestMarks writes a first marks file of the first page that has print.
func (c *Command) suggestMarks(ctx context.Context, s *scanned, out string, paths []string) (int, error) {
	prints, _, err := s.read(ctx, 1)
	if err != nil {
		return exitCannotRun, err
	}
	if len(prints) == 0 {
		return exitCannotRun, &userError{what: textLearnNothing.With(), remedy: textLearnNothingRemedy.With()}
	}
	marks := learn.Suggest(prints[0])
	if err := writeNew(out, marks); err != nil {
		return exitCannotRun, err
	}
	m, err := form.ParseMarks(marks)
	id, n := "", 0
	if err == nil {
		id, n = m.Form.ID, len(m.Form.Fields)
	}
	_, err = fmt.Fprintln(c.Stdout, learnMarksWritten.With("path", out, "n", n, "id", id, "scans", strings.Join(quoted(paths), " ")).In(c.lang))
	return exitClean, err
}

// learnForm makes the form, writes it and reads the scans with it.
func (c *Command) learnForm(ctx context.Context, s *scanned, m *form.Marks, f *learnFlags, out string) (int, error) {
	prints, names, err := s.read(ctx, maxScans)
	if err != nil {
		return exitCannotRun, err
	}
	r, err := learn.Learn(m, prints)
	if err != nil {
		return exitCannotRun, learnError(f.marks, err)
	}
	if err := writeNew(out, r.YAML); err != nil {
		return exitCannotRun, err
	}
	known, all, strangers, err := s.recognised(ctx, r.Form)
	if err != nil {
		return exitCannotRun, err
	}
	t := learnText{Command: c, Result: r, names: names, out: out}
	if _, err := io.WriteString(c.Stdout, t.text(known, all, strangers)); err != nil {
		return exitCannotRun, err
	}
	if known < all {
		return exitFindings, nil
	}
	return exitClean, nil
}

// readMarks reads a marks file.
func readMarks(name string) (*form.Marks, error) {
	src, err := readNamed(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &userError{what: textNotExist.With("path", name), remedy: textLearnNoMarksRemedy.With(), err: err}
	}
	if err != nil {
		return nil, err
	}
	m, err := form.ParseMarks(src)
	if err != nil {
		return nil, learnError(name, err)
	}
	return m, nil
}

// writeNew writes a file, with the folder that it lies in.
func writeNew(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return cannotWrite(err)
	}
	return writePicture(name, true, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// quoted returns paths as they are typed on a command line.
func quoted(paths []string) []string {
	out := make([]string, len(paths))
	for i, p := range paths {
		if out[i] = p; strings.ContainsAny(p, " \t") {
			out[i] = `"` + p + `"`
		}
	}
	return out
}
