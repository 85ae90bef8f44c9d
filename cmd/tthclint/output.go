package main

import (
	"context"
	"io"
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
	ctx    context.Context // of the run
	flags  *lintFlags
	w      io.Writer
	path   string // of the file; empty on the screen
	failOn lint.Severity
	inputs []*input
	office string // the agency of the settings; empty if they name none
}

// outputFormats are the forms of the report in the order of the help.
func outputFormats() []outputFormat {
	return []outputFormat{
		{"text", []string{".txt"}, func(o *reportJob) report.Printer {
			return report.NewText(o.w, report.TextOptions{
				Lang: o.lang, Color: o.path == "" && o.flags.colors(o.Stdout), Verbose: o.flags.verbose, Quiet: o.path == "" && o.flags.quiet, Width: consoleWidth(o.w), By: o.flags.groups,
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
		{"html", []string{".html", ".htm"}, (*reportJob).page, true},
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
