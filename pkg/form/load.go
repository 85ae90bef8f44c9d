package form

import (
	"embed"
	"errors"
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
	return Load(dir)
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
	s := &Set{}
	for _, name := range names {
		f, err := ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		if s.Form(f.ID) != nil {
			return nil, &FileError{File: name, Problems: []Problem{twice.at(f.lines.of(".id"), "name", f.ID)}}
		}
		s.forms = append(s.forms, f)
	}
	return newSet(s.forms), nil
}

// ReadFile reads one form file. What is wrong in it is a [FileError]; any other
// error means that it cannot be read.
func ReadFile(dir fs.FS, name string) (*Form, error) {
	file, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	src, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err != nil {
		return nil, err
	}
	f, err := Parse(src)
	if e := (*FileError)(nil); errors.As(err, &e) {
		e.File = name
	}
	return f, err
}
