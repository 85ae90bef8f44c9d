package main

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/report"
)

// outputFormat is a form of the report.
type outputFormat struct {
	name       string
	extensions []string // of its files; the first is the usual one
	printer    func(c *Command, f *lintFlags, w io.Writer, failOn lint.Severity) report.Printer
}

// outputFormats are the forms of the report in the order of the help.
func outputFormats() []outputFormat {
	return []outputFormat{
		{"text", []string{".txt"}, func(c *Command, f *lintFlags, w io.Writer, failOn lint.Severity) report.Printer {
			return report.NewText(w, report.TextOptions{
				Lang: c.lang, Color: f.withColor, Verbose: f.verbose, Width: consoleWidth(w), By: f.groups,
				Infos: failOn == lint.Info, // what the exit code rests on is shown
			})
		}},
		{"json", []string{".json"}, func(c *Command, f *lintFlags, w io.Writer, _ lint.Severity) report.Printer {
			return report.NewJSON(w, report.JSONOptions{Lang: c.lang, UTF8: f.utf8})
		}},
		{"ndjson", []string{".ndjson", ".jsonl"}, func(c *Command, f *lintFlags, w io.Writer, _ lint.Severity) report.Printer {
			return report.NewNDJSON(w, report.JSONOptions{Lang: c.lang, UTF8: f.utf8})
		}},
		{"csv", []string{".csv"}, func(c *Command, _ *lintFlags, w io.Writer, _ lint.Severity) report.Printer {
			return report.NewCSV(w, c.lang)
		}},
		{"sarif", []string{".sarif", ".json"}, func(c *Command, f *lintFlags, w io.Writer, _ lint.Severity) report.Printer {
			return report.NewSARIF(w, report.JSONOptions{Lang: c.lang, UTF8: f.utf8})
		}},
		{"junit", []string{".xml"}, func(c *Command, _ *lintFlags, w io.Writer, failOn lint.Severity) report.Printer {
			return report.NewJUnit(w, report.XMLOptions{Lang: c.lang, FailOn: failOn})
		}},
		{"github", []string{".txt"}, func(c *Command, _ *lintFlags, w io.Writer, _ lint.Severity) report.Printer {
			return report.NewAnnotations(w, c.lang)
		}},
	}
}

func outputNames() string {
	var names []string
	for _, f := range outputFormats() {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

func findFormat(name string) (outputFormat, bool) {
	all := outputFormats()
	i := slices.IndexFunc(all, func(f outputFormat) bool { return f.name == name })
	if i < 0 {
		return outputFormat{}, false
	}
	return all[i], true
}

// output is a report that goes to a file. It is written beside its place and
// moved there when it is whole, so that nobody takes half a report for one.
type output struct {
	format outputFormat
	path   string
	file   *os.File
	w      *bufio.Writer
}

// parseOutputs reads the values of --output, as "sarif=report.sarif".
func parseOutputs(values []string) ([]*output, error) {
	var all []*output
	for _, value := range values {
		name, path, ok := strings.Cut(value, "=")
		if !ok || path == "" {
			return nil, badValue("output", value, textOutputForm.With("formats", outputNames()))
		}
		format, ok := findFormat(name)
		if !ok {
			return nil, badValue("output", value, textOther.With("error", outputNames()))
		}
		if extension := strings.ToLower(filepath.Ext(path)); !slices.Contains(format.extensions, extension) {
			return nil, badValue("output", value, textOutputExtension.With("format", name, "extensions", strings.Join(format.extensions, ", ")))
		}
		same := func(o *output) bool { return filepath.Clean(o.path) == filepath.Clean(path) }
		if slices.ContainsFunc(all, same) {
			return nil, badValue("output", value, textOutputTwice.With())
		}
		all = append(all, &output{format: format, path: path})
	}
	return all, nil
}

// create begins to write the report.
func (o *output) create() error {
	file, err := os.CreateTemp(filepath.Dir(o.path), "."+filepath.Base(o.path)+".*.tmp")
	if err != nil {
		return cannotCreate(o.path, err)
	}
	o.file, o.w = file, bufio.NewWriterSize(file, 64<<10)
	return nil
}

// finish puts the whole report in its place.
func (o *output) finish() error {
	err := o.w.Flush()
	if err == nil {
		err = o.file.Chmod(0o644) // as other files that people make, and not for its maker alone
	}
	if closing := o.file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(o.file.Name(), o.path)
	}
	if err != nil {
		return cannotCreate(o.path, err)
	}
	o.file = nil
	return nil
}

// discard takes away what was not finished.
func (o *output) discard() {
	if o.file != nil {
		_ = o.file.Close()
		_ = os.Remove(o.file.Name()) // nothing is left to do about one that stays
		o.file = nil
	}
}

func cannotCreate(path string, err error) error {
	return &userError{what: textOutputFails.With("file", path, "reason", reason(err)), remedy: textCannotWriteRemedy.With(), err: err}
}
