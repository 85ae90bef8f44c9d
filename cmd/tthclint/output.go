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
	"github.com/tthclint/tthclint/pkg/report/xlsx"
)

// outputFormat is a form of the report.
type outputFormat struct {
	name       string
	extensions []string // of its files; the first is the usual one
	printer    func(o *reportJob) report.Printer
	fileOnly   bool // is nothing for a screen
}

// reportJob is what a report is made by and of.
type reportJob struct {
	*Command
	flags  *lintFlags
	w      io.Writer
	path   string // of the file; empty on the screen
	failOn lint.Severity
	inputs []*input
}

// outputFormats are the forms of the report in the order of the help.
func outputFormats() []outputFormat {
	return []outputFormat{
		{"text", []string{".txt"}, func(o *reportJob) report.Printer {
			return report.NewText(o.w, report.TextOptions{
				Lang: o.lang, Color: o.flags.withColor, Verbose: o.flags.verbose, Width: consoleWidth(o.w), By: o.flags.groups,
				Infos: o.failOn == lint.Info, // what the exit code rests on is shown
			})
		}, false},
		{"json", []string{".json"}, func(o *reportJob) report.Printer {
			return report.NewJSON(o.w, report.JSONOptions{Lang: o.lang, UTF8: o.flags.utf8})
		}, false},
		{"ndjson", []string{".ndjson", ".jsonl"}, func(o *reportJob) report.Printer {
			return report.NewNDJSON(o.w, report.JSONOptions{Lang: o.lang, UTF8: o.flags.utf8})
		}, false},
		{"csv", []string{".csv"}, func(o *reportJob) report.Printer {
			return report.NewCSV(o.w, o.lang)
		}, false},
		{"sarif", []string{".sarif", ".json"}, func(o *reportJob) report.Printer {
			return report.NewSARIF(o.w, report.JSONOptions{Lang: o.lang, UTF8: o.flags.utf8})
		}, false},
		{"junit", []string{".xml"}, func(o *reportJob) report.Printer {
			return report.NewJUnit(o.w, report.XMLOptions{Lang: o.lang, FailOn: o.failOn})
		}, false},
		{"xlsx", []string{".xlsx"}, func(o *reportJob) report.Printer {
			return xlsx.New(o.w, xlsx.Options{Lang: o.lang, Base: o.linkBase(), TempDir: filepath.Dir(o.path)})
		}, true},
		{"github", []string{".txt"}, func(o *reportJob) report.Printer {
			return report.NewAnnotations(o.w, o.lang)
		}, false},
	}
}

// outputNames lists the forms, those for a screen or all.
func outputNames(screen bool) string {
	var names []string
	for _, f := range outputFormats() {
		if !screen || !f.fileOnly {
			names = append(names, f.name)
		}
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

// linkBase returns the way from the file of the report to the folder in which the
// names of the report begin; empty where links would lead nowhere.
func (o *reportJob) linkBase() string {
	if o.path == "" || len(o.inputs) != 1 || o.inputs[0].folder == "" {
		return ""
	}
	from, err := filepath.Abs(filepath.Dir(o.path))
	if err != nil {
		return ""
	}
	base, err := filepath.Rel(from, o.inputs[0].folder)
	if err != nil {
		base = o.inputs[0].folder // on another drive
	}
	return filepath.ToSlash(base)
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
			return nil, badValue("output", value, textOutputForm.With("formats", outputNames(false)))
		}
		format, ok := findFormat(name)
		if !ok {
			return nil, badValue("output", value, textOther.With("error", outputNames(false)))
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
