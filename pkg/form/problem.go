package form

import (
	"fmt"
	"slices"

	"github.com/tthclint/tthclint/pkg/msg"
)

// FileError says what is wrong in a form file.
type FileError struct {
	File     string    // as in its folder; empty where only its content was given
	Problems []Problem // at least one, by line
}

// Problem is something wrong in a form file, or something that looks wrong.
type Problem struct {
	Line   int // from 1; 0 concerns the file as a whole
	What   msg.Text
	Remedy msg.Text
}

// Error returns the first problem, in English, with file and line.
func (e *FileError) Error() string { return e.Text().In(msg.English) }

// Text returns the first problem in both languages, with file and line.
func (e *FileError) Text() msg.Text {
	p := e.Problems[0]
	switch {
	case e.File == "":
		return problemText.With("line", p.Line, "what", p.What)
	case p.Line == 0:
		return problemInFile.With("file", e.File, "what", p.What)
	}
	return problemAtLine.With("file", e.File, "line", p.Line, "what", p.What)
}

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

// wrong notes a fault of the value that a path names.
func (d *draft) wrong(path string, f fault, pairs ...any) {
	d.problems = append(d.problems, f.at(d.lines.of(path), pairs...))
}

// err returns the problems as an error, or nil.
func (d *draft) err() error {
	if len(d.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(d.problems, func(a, b Problem) int { return a.Line - b.Line })
	return &FileError{Problems: d.problems}
}

// path names a value inside another, as "fields[1]" and "key".
func in(path, key string) string { return path + "." + key }

// item names a value of a list.
func item(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
