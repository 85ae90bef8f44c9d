package form

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/mistake"
	"github.com/tthclint/tthclint/pkg/msg"
)

// FileError says what is wrong in a form file, and Problem is one thing of it, or
// something that looks wrong.
type (
	FileError = mistake.Error
	Problem   = mistake.Problem
)

// fault is a kind of problem with the words for it.
type fault struct{ what, remedy msg.Message }

// at makes a problem of a fault. Both texts take the same arguments.
func (f fault) at(line int, pairs ...any) Problem {
	return Problem{Line: line, What: f.what.With(pairs...), Remedy: f.remedy.With(pairs...)}
}

// draft collects what is wrong in a file while a form is made of it.
type draft struct {
	lines    lines
	problems []Problem
}

// maxFile bounds a form file, in bytes; the largest shipped one has ten thousand.
const maxFile = 64 << 10

// decode reads the YAML of a file into y, which points to a struct.
func decode(src []byte, y any) *draft {
	found, err := strict.Read("", src, maxFile, strict.Struct(y))
	d := &draft{lines: lines(found)}
	if e := (*FileError)(nil); errors.As(err, &e) {
		d.problems = e.Problems
	} else if len(found) == 0 {
		d.problems = append(d.problems, fileEmpty.at(0))
	}
	return d
}

// lines holds the line of each value in a file by its path, as
// ".fields[1].area.size". The path of the whole file is empty.
type lines strict.Lines

// of returns the line of a value, or of the nearest one around it that is there.
func (l lines) of(path string) int { return strict.Lines(l).Of(strings.TrimPrefix(path, ".")) }

// wrong notes a fault of the value that a path names.
func (d *draft) wrong(path string, f fault, pairs ...any) {
	d.problems = append(d.problems, f.at(d.lines.of(path), pairs...))
}

// err returns the problems as an error, or nil.
func (d *draft) err() error {
	if len(d.problems) == 0 {
		return nil
	}
	mistake.Sort(d.problems)
	return &FileError{Problems: d.problems}
}

// path names a value inside another, as ".fields[1]" and "key".
func in(path, key string) string { return path + "." + key }

// item names a value of a list.
func item(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
