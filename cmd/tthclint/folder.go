package main

import (
	"io/fs"
	"os"
	"path/filepath"
)

// folder is a file system over a root that links cannot lead out of. Unlike
// that of [os.Root.FS] it also opens files whose names are no UTF-8, as old
// archives leave behind: they are to be checked like all others.
type folder struct{ root *os.Root }

func (f folder) Open(name string) (fs.File, error) {
	file, err := f.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	return file, nil
}
