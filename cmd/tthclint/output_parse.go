package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/report"
)

// destination is where one of several reports goes.
type destination interface {
	where() string
	open(*reportJob) (report.Printer, error) // begins to write
	finish() error                           // puts the whole report in its place
	discard()                                // takes away what was not finished
}

// slipName is the form of --output that makes many files.
const slipName = "slip"

// parseOutputs reads the values of --output, as "sarif=report.sarif".
func parseOutputs(values []string) ([]destination, error) {
	var all []destination
	names := outputNames(false) + ", " + slipName
	for _, value := range values {
		name, path, ok := strings.Cut(value, "=")
		if !ok || path == "" {
			return nil, badValue("output", value, textOutputForm.With("formats", names))
		}
		same := func(d destination) bool { return fullPath(d.where()) == fullPath(path) }
		if slices.ContainsFunc(all, same) {
			return nil, badValue("output", value, textOutputTwice.With())
		}
		if name == slipName {
			all = append(all, &slipFolder{path: path})
			continue
		}
		format, ok := findFormat(name)
		if !ok {
			return nil, badValue("output", value, textOther.With("error", names))
		}
		if extension := strings.ToLower(filepath.Ext(path)); !slices.Contains(format.extensions, extension) {
			return nil, badValue("output", value, textOutputExtension.With("format", name, "extensions", strings.Join(format.extensions, ", ")))
		}
		all = append(all, &output{format: format, path: path})
	}
	return all, nil
}

// fullPath returns one name for a place, however it was typed.
func fullPath(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return filepath.Clean(path)
}
