package main

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/pkg/report"
)

// output is a report that goes to a file. It is written beside its place and
// moved there when it is whole, so that nobody takes half a report for one.
type output struct {
	format outputFormat
	path   string
	file   *os.File
	w      *bufio.Writer
}

func (o *output) where() string { return o.path }

func (o *output) open(j *reportJob) (report.Printer, error) {
	if err := o.create(); err != nil {
		return nil, err
	}
	j.w, j.path = o.w, o.path
	return o.format.printer(j), nil
}

// create begins to write the report.
func (o *output) create() error {
	file, err := os.CreateTemp(filepath.Dir(o.path), "."+filepath.Base(o.path)+".*.tmp")
	if err != nil {
		if e := (*fs.PathError)(nil); errors.As(err, &e) {
			e.Path = filepath.Dir(o.path) // the folder is at fault, not the name made up for a while
		}
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
	why := reason(err)
	if errors.Is(err, fs.ErrPermission) {
		why = textNoWriting.With()
	}
	return &userError{what: textOutputFails.With("file", path, "reason", why), remedy: textCannotWriteRemedy.With(), err: err}
}
