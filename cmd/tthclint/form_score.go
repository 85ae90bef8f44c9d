package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form/score"
	"github.com/tthclint/tthclint/pkg/msg"
)

// scoreFlags are the flags of the subcommand form score as typed.
type scoreFlags struct {
	readingFlags
	format, split, fitted, worst string
	jobs                         int
}

func (c *Command) formScoreCommand(outcome *int) *cobra.Command {
	var f scoreFlags
	cmd := &cobra.Command{
		Use: "score " + c.say(helpScoreFolder), Short: c.say(helpScore), Long: c.say(helpScoreLong), Example: c.say(helpScoreExample),
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0 || args[0] == "":
				return &userError{what: textScoreNoFolder.With(), remedy: textSeeHelp.With("command", cmd.CommandPath())}
			case len(args) > 1:
				return &userError{what: textTooMany.With("arg", args[1]), remedy: textSeeHelp.With("command", cmd.CommandPath())}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			code, err := c.score(cmd.Context(), &f, args[0])
			*outcome = code
			return err
		},
	}
	f.define(cmd.Flags(), c.say)
	return cmd
}

func (f *scoreFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.SortFlags = false
	set.StringVar(&f.format, "format", "text", say(helpScoreFormat))
	set.StringVar(&f.split, "split", "", say(helpScoreSplit))
	set.StringVar(&f.fitted, "fit-writers", "", say(helpScoreFitted))
	set.StringVar(&f.worst, "worst", "", say(helpScoreWorst))
	f.readingFlags.define(set, say)
	set.IntVarP(&f.jobs, "jobs", "j", 0, say(helpScoreJobs))
}

// score reads every labelled page of a folder and prints how well.
func (c *Command) score(ctx context.Context, f *scoreFlags, path string) (int, error) {
	write, err := scoreWriter(f.format)
	if err != nil {
		return exitCannotRun, err
	}
	if f.jobs < 0 {
		return exitCannotRun, badValue("jobs", strconv.Itoa(f.jobs), textOther.With("error", "1, 2, 3, …"))
	}
	if f.jobs == 0 {
		f.jobs = min(runtime.GOMAXPROCS(0), 8)
	}
	values, err := valuesOf(path)
	if err != nil {
		return exitCannotRun, err
	}
	o := check.Options{Version: version(), Values: values != nil}
	done, err := c.readBy(ctx, &f.readingFlags, f.jobs, &o)
	defer done()
	if err != nil {
		return exitCannotRun, err
	}
	inspector, err := check.NewInspector(o)
	if err != nil {
		return exitCannotRun, err
	}
	root, labels, err := openLabelled(path)
	if err != nil {
		return exitCannotRun, err
	}
	defer root.Close()
	var known *score.Known
	if f.fitted != "" {
		fitted, err := labelsOf(f.fitted)
		if err != nil {
			return exitCannotRun, err
		}
		known = score.KnownFrom(fitted)
	}
	if f.split != "" && !score.HasColumn(labels, f.split) {
		return exitCannotRun, badValue("split", f.split, textScoreColumns.With("columns", score.Columns(labels)))
	}
	album, err := newAlbum(f.worst)
	if err != nil {
		return exitCannotRun, err
	}
	pages, err := c.scorePages(ctx, &scorer{inspector, root, album, values}, labels, f.jobs)
	if err != nil {
		return exitCannotRun, err
	}
	report := &score.Report{All: score.Score(pages, known), Picture: album.link}
	if f.split != "" {
		for _, p := range score.Split(pages, f.split) {
			report.Parts = append(report.Parts, score.PartTable{Column: p.Column, Value: p.Value, Table: score.Score(p.Pages, known)})
		}
	}
	if err := album.finish(report.All, c.lang); err != nil {
		return exitCannotRun, err
	}
	if err := write(c.Stdout, report, c.lang); err != nil {
		return exitCannotRun, cannotWrite(err)
	}
	return exitClean, nil
}

func scoreWriter(format string) (func(io.Writer, *score.Report, msg.Lang) error, error) {
	switch format {
	case "text":
		return score.WriteText, nil
	case "json":
		return score.WriteJSON, nil
	case "markdown":
		return score.WriteMarkdown, nil
	}
	return nil, badValue("format", format, textOther.With("error", "text, json, markdown"))
}

// openLabelled opens a folder of labelled pages and reads its labels. Every page
// must be there: a score of what is left of a set says nothing about the set.
func openLabelled(path string) (*os.Root, []score.Label, error) {
	labels, err := labelsOf(path)
	if err != nil {
		return nil, nil, err
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, nil, cannotOpen(path, err)
	}
	table := filepath.Join(path, score.FileName)
	missing := &score.LabelsError{File: table}
	for _, l := range labels {
		info, err := root.Stat(filepath.FromSlash(l.File))
		if err == nil && !info.Mode().IsRegular() {
			err = errNotRegular
		}
		if err != nil && len(missing.Problems) < maxMissing {
			missing.Problems = append(missing.Problems, score.Problem{Line: l.Line, What: cannotOpen(l.File, err).(*userError).what})
		}
	}
	if len(missing.Problems) > 0 {
		_ = root.Close()
		return nil, nil, &userError{what: textScoreLabels.With("reason", missing.Text()), remedy: textScoreRemedy.With(), err: missing}
	}
	return root, labels, nil
}

// maxMissing bounds how many missing pages are named.
const maxMissing = 20

// labelsOf reads the labels of a folder.
func labelsOf(path string) ([]score.Label, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	if !info.IsDir() {
		return nil, &userError{what: textScoreNotFolder.With("path", path), remedy: textScoreRemedy.With()}
	}
	table := filepath.Join(path, score.FileName)
	file, err := os.Open(table)
	if os.IsNotExist(err) {
		return nil, &userError{what: textScoreNoLabels.With("path", path), remedy: textScoreRemedy.With(), err: err}
	}
	if err != nil {
		return nil, cannotOpen(table, err)
	}
	defer file.Close()
	labels, err := score.ReadLabels(file, table)
	if err != nil {
		return nil, &userError{what: textScoreLabels.With("reason", reason(err)), remedy: textScoreRemedy.With(), err: err}
	}
	if len(labels) == 0 {
		return nil, &userError{what: textScoreNoRows.With("table", table), remedy: textScoreRemedy.With()}
	}
	return labels, nil
}

// valuesOf reads the table of values of a folder, or returns nil where it has
// none.
func valuesOf(path string) (map[string][]score.ValueLabel, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return nil, nil // told of the labels
	}
	table := filepath.Join(path, score.ValuesName)
	file, err := os.Open(table)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, cannotOpen(table, err)
	}
	defer file.Close()
	values, err := score.ReadValues(file, table)
	if err != nil {
		return nil, &userError{what: textScoreLabels.With("reason", reason(err)), remedy: textScoreRemedy.With(), err: err}
	}
	return values, nil
}
