package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// verifyFile is one file to verify. It is opened when its turn comes, so that a
// folder of any size needs few file handles.
type verifyFile struct {
	name   string // as the report calls it
	folder bool   // it is a folder, which cannot be read
	open   func(context.Context) (*opened, error)
}

// opened is a file that can be read at any offset.
type opened struct {
	io.ReaderAt
	size int64
	held io.Closer // nil: nothing to close
}

func (o *opened) close() {
	if o.held != nil {
		_ = o.held.Close() // it was only read
	}
}

// verifySources are the paths of the command line, in their order.
type verifySources []verifySource

// verifySource is one path: a folder with its root, or a file.
type verifySource struct {
	path   string
	folder bool // it is a folder, be it readable or not
	root   *os.Root
	file   func(context.Context) (*opened, error)
}

// verifySources looks which of the paths are folders. What cannot be opened is
// told where its file's answer would stand. name is that of standard input.
func (c *Command) verifySources(name string, paths []string) verifySources {
	var all verifySources
	for _, p := range paths {
		all = append(all, c.verifySource(name, p))
	}
	return all
}

func (c *Command) verifySource(name, p string) verifySource {
	s := verifySource{path: p}
	if p == "-" {
		s.path = cmp.Or(name, "stdin.pdf")
		s.file = func(ctx context.Context) (*opened, error) {
			data, err := c.readStdin(ctx)
			return &opened{ReaderAt: bytes.NewReader(data), size: int64(len(data))}, err
		}
		return s
	}
	abs, info, err := locate(p)
	if err == nil && info.IsDir() {
		s.folder = true
		s.root, err = os.OpenRoot(abs)
	}
	s.file = func(context.Context) (*opened, error) {
		switch {
		case err != nil:
			return nil, cannotOpen(p, err)
		case !info.Mode().IsRegular(): // to open a pipe would wait for its writer
			return nil, cannotOpen(p, errNotRegular)
		}
		file, err := os.Open(abs)
		if err != nil {
			return nil, cannotOpen(p, err)
		}
		return sized(p, file)
	}
	return s
}

var errNotRegular = errors.New("not a regular file")

// sized asks an open file for its size.
func sized(name string, file *os.File) (*opened, error) {
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		_ = file.Close()
		return nil, cannotOpen(name, err)
	}
	return &opened{file, info.Size(), file}, nil
}

func (all verifySources) close() {
	for _, s := range all {
		if s.root != nil {
			_ = s.root.Close()
		}
	}
}

// several reports whether there may be more or fewer files than one.
func (all verifySources) several() bool { return len(all) != 1 || all[0].root != nil }

// files gives the files in the order of the arguments, those of a folder by
// their path. Folders are walked while their files are verified.
func (all verifySources) files(ctx context.Context) iter.Seq[verifyFile] {
	return func(yield func(verifyFile) bool) {
		for _, s := range all {
			if s.root == nil {
				if !yield(verifyFile{s.path, s.folder, s.file}) {
					return
				}
			} else if !s.walk(ctx, yield) {
				return
			}
		}
	}
}

// walk gives the PDF files below a folder, by their names: what is called
// otherwise is not looked at. A part of it that cannot be read is given too, as
// a file that cannot be opened. Links are not followed into folders, and cannot
// lead out.
func (s verifySource) walk(ctx context.Context, yield func(verifyFile) bool) bool {
	done := errors.New("done")
	err := fs.WalkDir(folder{s.root}, ".", func(name string, d fs.DirEntry, err error) error {
		shown := path.Join(slashed(s.path), name)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			if !yield(verifyFile{shown, d == nil || d.IsDir(), func(context.Context) (*opened, error) { return nil, cannotOpen(shown, err) }}) {
				return done
			}
			if d == nil || d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !strings.EqualFold(path.Ext(name), ".pdf"):
			return nil
		}
		open := func(context.Context) (*opened, error) { return s.inFolder(name, shown) }
		if !yield(verifyFile{shown, false, open}) {
			return done
		}
		return nil
	})
	return err == nil
}

// inFolder opens a file below the root.
func (s verifySource) inFolder(name, shown string) (*opened, error) {
	local := filepath.FromSlash(name)
	info, err := s.root.Stat(local)
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		return nil, cannotOpen(shown, err)
	}
	file, err := s.root.Open(local)
	if err != nil {
		return nil, cannotOpen(shown, err)
	}
	return sized(shown, file)
}
