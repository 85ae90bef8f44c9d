package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/pkg/msg"
)

// folder is a file system over a root that links cannot lead out of. Unlike
// that of [os.Root.FS] it also opens files whose names are no UTF-8, as old
// archives leave behind: they are to be checked like all others.
type folder struct{ root *os.Root }

func (f folder) Open(name string) (fs.File, error) {
	file, err := f.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, held(err)
	}
	return file, nil
}

// heldError has words for the error of a file that another program keeps to
// itself, which the library cannot know of.
type heldError struct{ error }

func (e heldError) Unwrap() error { return e.error }

// Text says it in both languages.
func (e heldError) Text() msg.Text { return textInUse.With() }

// held gives an error the words of [heldError] if it is one.
func held(err error) error {
	if e := (*fs.PathError)(nil); inUse(err) && errors.As(err, &e) {
		return &fs.PathError{Op: e.Op, Path: e.Path, Err: heldError{e.Err}}
	}
	return err
}
