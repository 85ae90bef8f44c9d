package form

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
)

//go:embed forms/*.yaml
var builtin embed.FS

// Builtin returns the forms shipped with the program.
func Builtin() (*Set, error) {
	dir, err := fs.Sub(builtin, "forms")
	if err != nil {
		return nil, err
	}
	s, err := Load(dir)
	if err == nil {
		s.digest = ""
	}
	return s, err
}

// Pattern is how the names of form files end.
const Pattern = "*.yaml"

// Load reads every file at the root of dir whose name fits [Pattern], one form
// each. A file that cannot be used is a [FileError].
func Load(dir fs.FS) (*Set, error) {
	names, err := fs.Glob(dir, Pattern)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var forms []*Form
	first := map[string]string{} // file by id
	sum := sha256.New()
	for _, name := range names {
		src, err := read(dir, name)
		if err != nil {
			return nil, err
		}
		f, err := parse(name, src)
		if err != nil {
			return nil, err
		}
		if before, dup := first[f.ID]; dup {
			return nil, &FileError{File: name, Problems: []Problem{f.SameAs(before)}}
		}
		first[f.ID] = name
		forms = append(forms, f)
		fmt.Fprintf(sum, "%d\n%s", len(src), src)
	}
	s := newSet(forms)
	if len(forms) > 0 {
		s.digest = hex.EncodeToString(sum.Sum(nil))[:16]
	}
	return s, nil
}

// ReadFile reads one form file. What is wrong in it is a [FileError]; any other
// error means that it cannot be read.
func ReadFile(dir fs.FS, name string) (*Form, error) {
	src, err := read(dir, name)
	if err != nil {
		return nil, err
	}
	return parse(name, src)
}

// read returns the content of a file, and of one that is too large a little
// more than is allowed.
func read(dir fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(dir, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() { // to open a pipe is to wait for its writer
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxFile+1))
}

// parse reads the content of a named file.
func parse(name string, src []byte) (*Form, error) {
	f, err := Parse(src)
	if e := (*FileError)(nil); errors.As(err, &e) {
		e.File = name
	}
	return f, err
}

// SameAs returns the problem that another file of the folder has a form of the
// same id.
func (f *Form) SameAs(file string) Problem {
	return sameForm.at(f.lines.of(".id"), "name", f.ID, "file", file)
}
