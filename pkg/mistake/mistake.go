// Package mistake says what is wrong in a file that people write, such as
// settings, waivers or forms: everything at once, each with its place and with
// what to do about it.
package mistake

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/msg"
)

// Error says that a file cannot be used.
type Error struct {
	File     string    // as its reader called it; empty where only its content was given
	Problems []Problem // at least one, by line and column
}

// Problem is one thing that is wrong, or that looks wrong.
type Problem struct {
	Line, Column int // from 1, columns in letters; line 0 concerns the file as a whole, column 0 the line
	What         msg.Text
	Remedy       msg.Text
	Excerpt      string // the line as it stands in the file; empty where there is none
}

// Error returns the first problem, in English, with file, line and column.
func (e *Error) Error() string { return e.Text().In(msg.English) }

// Text returns the first problem in both languages, with file, line and column.
func (e *Error) Text() msg.Text { return e.Problems[0].Text(e.File) }

// Text returns the problem with its place. The file may be empty.
func (p *Problem) Text(file string) msg.Text {
	place := inFile
	switch {
	case file == "" && p.Line == 0:
		return p.What
	case file == "" && p.Column == 0:
		place = line
	case file == "":
		place = lineColumn
	case p.Line > 0 && p.Column == 0:
		place = inFileLine
	case p.Line > 0:
		place = inFileLineColumn
	}
	return place.With("file", file, "line", p.Line, "column", p.Column, "what", p.What)
}

// Sort puts problems in the order of the file.
func Sort(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// How a problem is told with its place.
var (
	line             = msg.Message{ID: "mistake/line", VI: "dòng {line}: {what}", EN: "line {line}: {what}"}
	lineColumn       = msg.Message{ID: "mistake/line-column", VI: "dòng {line}, cột {column}: {what}", EN: "line {line}, column {column}: {what}"}
	inFile           = msg.Message{ID: "mistake/file", VI: "{file}: {what}", EN: "{file}: {what}"}
	inFileLine       = msg.Message{ID: "mistake/file-line", VI: "{file}, dòng {line}: {what}", EN: "{file}, line {line}: {what}"}
	inFileLineColumn = msg.Message{ID: "mistake/file-line-column", VI: "{file}, dòng {line}, cột {column}: {what}", EN: "{file}, line {line}, column {column}: {what}"}
)
