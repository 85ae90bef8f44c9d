package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/dossier/archive"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// input is one path of the command line, ready to be checked.
type input struct {
	run    run
	prefix string    // stands before its names in a report about several paths
	held   io.Closer // what stays open during the run; may be nil
	folder string    // the whole path of the folder that is checked; empty where it is none

	now *evidence.Dossier // of the result that is being printed
}

func (in *input) close() {
	if in.held != nil {
		_ = in.held.Close() // it was only read
	}
}

// open prepares the check of every path. Inputs are returned also beside an
// error, to be closed.
func (c *Command) open(ctx context.Context, f *lintFlags, paths []string, o check.Options) ([]*input, error) {
	var inputs []*input
	for _, path := range paths {
		in, err := c.openPath(ctx, f, path, len(paths) > 1, o)
		if err != nil {
			return inputs, err
		}
		inputs = append(inputs, in)
	}
	return inputs, nil
}

func (c *Command) openPath(ctx context.Context, f *lintFlags, path string, several bool, o check.Options) (*input, error) {
	if path == "-" {
		in, err := c.openStdin(ctx, cmp.Or(f.name, "stdin.pdf"), o)
		if in != nil && several {
			in.prefix = "-"
		}
		return in, err
	}
	abs, info, err := locate(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	switch {
	case info.IsDir():
		in, err := c.openFolder(ctx, f, path, abs, o)
		if in != nil && several {
			in.prefix = slashed(path)
		}
		return in, err
	case info.Mode().IsRegular() && archive.Is(abs):
		in, err := c.openArchive(ctx, f, path, abs, o)
		if in != nil && several {
			in.prefix = slashed(path)
		}
		return in, err
	case f.register != "":
		return nil, &userError{what: textRegisterOneFolder.With(), remedy: textRegisterOneFolderRemedy.With()}
	case !info.Mode().IsRegular():
		return nil, &userError{what: textNotPDF.With("path", path), remedy: textNotPDFRemedy.With()}
	}
	name := filepath.Base(abs)
	if several {
		name = slashed(path)
	}
	return c.openFile(ctx, path, abs, name, o)
}

// openFolder reads a folder through a root that links cannot lead out of.
func (c *Command) openFolder(ctx context.Context, f *lintFlags, path, abs string, o check.Options) (*input, error) {
	if f.register != "" {
		var err error
		if o.Register, err = loadRegister(ctx, f.register, abs, o.RegisterOptions()); err != nil {
			return nil, err
		}
	}
	root, err := os.OpenRoot(abs)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	run, err := c.library.dir(ctx, folder{root}, o)
	if err != nil {
		_ = root.Close()
		return nil, cannotCheck(path, err)
	}
	return &input{run: run, held: root, folder: abs}, nil
}

// openArchive reads a .zip file as the folder in it.
func (c *Command) openArchive(ctx context.Context, f *lintFlags, path, abs string, o check.Options) (*input, error) {
	if f.register != "" {
		var err error
		if o.Register, err = loadRegister(ctx, f.register, abs, o.RegisterOptions()); err != nil {
			return nil, err
		}
	}
	file, info, err := openMeasured(path, abs)
	if err != nil {
		return nil, err
	}
	run, err := c.library.zip(ctx, file, info.Size(), o)
	if err != nil {
		_ = file.Close()
		return nil, cannotCheck(path, err)
	}
	return &input{run: run, held: file}, nil
}

// openFile checks one PDF as a dossier of its own.
func (c *Command) openFile(ctx context.Context, path, abs, name string, o check.Options) (*input, error) {
	file, info, err := openMeasured(path, abs)
	if err != nil {
		return nil, err
	}
	if !strings.EqualFold(filepath.Ext(abs), ".pdf") && !hasHeader(file) {
		_ = file.Close()
		return nil, &userError{what: textNotPDF.With("path", path), remedy: textNotPDFRemedy.With()}
	}
	run, err := c.library.file(ctx, name, file, info.Size(), o)
	if err != nil {
		_ = file.Close()
		return nil, cannotCheck(path, err)
	}
	return &input{run: run, held: file}, nil
}

// hasHeader reports whether a file begins as a PDF does.
func hasHeader(r io.ReaderAt) bool {
	head := make([]byte, 1024)
	n, _ := r.ReadAt(head, 0)
	return bytes.Contains(head[:n], []byte("%PDF-"))
}

// readStdin reads standard input to its end, up to a limit.
func (c *Command) readStdin(ctx context.Context) ([]byte, error) {
	type answer struct {
		data []byte
		err  error
	}
	read := make(chan answer, 1)
	go func() {
		data, err := io.ReadAll(io.LimitReader(c.Stdin, c.MaxStdin+1))
		read <- answer{data, err}
	}()
	var got answer
	select {
	case got = <-read:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if got.err != nil {
		return nil, cannotOpen("-", got.err)
	}
	if int64(len(got.data)) > c.MaxStdin {
		return nil, &userError{what: textStdinTooLarge.With("limit", int(c.MaxStdin>>20)), remedy: textStdinTooLargeRemedy.With(), err: errTooLarge}
	}
	return got.data, nil
}

// errTooLarge lies under the error for more bytes than are read.
var errTooLarge = errors.New("too large")

// openStdin checks what is read from standard input as a dossier of its own.
func (c *Command) openStdin(ctx context.Context, name string, o check.Options) (*input, error) {
	data, err := c.readStdin(ctx)
	if err != nil {
		return nil, err
	}
	run, err := c.library.file(ctx, name, bytes.NewReader(data), int64(len(data)), o)
	if err != nil {
		return nil, cannotCheck(name, err)
	}
	return &input{run: run}, nil
}

// openMeasured opens a file and says what it is. Errors name it as it was typed.
func openMeasured(typed, path string) (*os.File, fs.FileInfo, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, cannotOpen(typed, err)
	}
	info, err := file.Stat()
	if err != nil {
		_ = file.Close()
		return nil, nil, cannotOpen(typed, err)
	}
	return file, info, nil
}

// cannotOpen says that a path of the command line cannot be opened.
func cannotOpen(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &userError{what: textNotExist.With("path", path), remedy: textNotExistRemedy.With(), err: err}
	case errors.Is(err, fs.ErrPermission):
		return &userError{what: textPermission.With("path", path), remedy: textPermissionRemedy.With(), err: err}
	}
	remedy := textCannotReadRemedy
	switch {
	case escapes(err):
		remedy = textEscapesRemedy
	case inUse(err):
		remedy = textInUseRemedy
	}
	return &userError{what: textCannotRead.With("path", path, "reason", reason(err)), remedy: remedy.With(), err: err}
}

// cannotCheck says that the library refused a path. Errors that have their own
// words or concern an option keep them.
func cannotCheck(path string, err error) error {
	if e := (*register.Error)(nil); errors.As(err, &e) {
		return cannotUseRegister(path, err)
	}
	if e := (*check.RegistersError)(nil); errors.As(err, &e) {
		return &userError{what: textAtPath.With("path", path, "reason", e.Text()), remedy: textRegistersRemedy.With(), err: err}
	}
	if e := (*archive.Error)(nil); errors.As(err, &e) {
		return &userError{what: textCannotRead.With("path", path, "reason", e.Text()), err: err}
	}
	e := explainError(err)
	if e.what.ID != words.Technical {
		return err
	}
	return &userError{what: textCannotRead.With("path", path, "reason", e.what), remedy: textCannotReadRemedy.With(), err: err}
}

// distinct returns the paths without those that were named before, since what
// is checked twice would be counted twice.
func distinct(paths []string) []string {
	var seen, all []string
	for _, path := range paths {
		key := path
		if abs, err := filepath.Abs(path); err == nil && path != "-" {
			key = abs
		}
		if !slices.Contains(seen, key) {
			seen, all = append(seen, key), append(all, path)
		}
	}
	return all
}

// slashed is a path as reports write it.
func slashed(path string) string { return filepath.ToSlash(filepath.Clean(path)) }
