package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"path/filepath"

	"github.com/tthclint/tthclint/pkg/report"
)

// output is a report that goes to a file.
type output struct {
	format outputFormat
	path   string
	file   *wholeFile
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
	var err error
	if o.file, err = createWhole(o.path); err != nil {
		if e := (*fs.PathError)(nil); errors.As(err, &e) {
			e.Path = filepath.Dir(o.path) // the folder is at fault, not the name made up for a while
		}
		return cannotCreate(o.path, err)
	}
	o.w = bufio.NewWriterSize(&namedWriter{o.file, o.path}, 64<<10)
	return nil
}

// namedWriter tells of what fails which of several reports it is.
type namedWriter struct {
	io.Writer
	path string
}

func (w *namedWriter) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if err != nil {
		err = cannotCreate(w.path, err)
	}
	return n, err
}

// finish puts the whole report in its place.
func (o *output) finish() error {
	err := o.w.Flush()
	if err == nil {
		err = o.file.place()
	}
	if err != nil {
		return cannotCreate(o.path, err)
	}
	return nil
}

func (o *output) discard() { o.file.discard() }

func cannotCreate(path string, err error) error {
	if e := (*userError)(nil); errors.As(err, &e) {
		return e // it was said where it failed
	}
	why, remedy := notWritten(err)
	return &userError{what: textOutputFails.With("file", path, "reason", why), remedy: remedy, err: err}
}
