package main

import (
	"errors"
	"os"
	"path/filepath"
)

// wholeFile is a file that is written beside its place and moved there when it
// is whole, so that nobody takes half of it for all.
type wholeFile struct {
	*os.File // nil when it is in its place or gone
	path     string
}

var errIsFolder = errors.New("a folder has this name")

func createWhole(path string) (*wholeFile, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, errIsFolder // now and not when everything was written
	}
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return nil, err
	}
	return &wholeFile{file, path}, nil
}

// place puts the file in its place.
func (f *wholeFile) place() error {
	err := f.Chmod(0o644) // as other files that people make, and not for its maker alone
	if errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), f.path)
	}
	if err == nil {
		f.File = nil
	}
	return err
}

// discard takes away what was not put in its place.
func (f *wholeFile) discard() {
	if f != nil && f.File != nil {
		_ = f.Close()
		_ = os.Remove(f.Name()) // nothing is left to do about one that stays
		f.File = nil
	}
}
