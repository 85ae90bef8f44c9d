package config

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Error says what is wrong in a file.
type Error struct {
	File     string
	Problems []Problem // at least one, by line and column
}

// Problem is one thing that is wrong.
type Problem struct {
	Line, Column int // from 1, columns in letters; 0 concerns the file as a whole
	What         msg.Text
	Remedy       msg.Text
	Excerpt      string // the line as it stands in the file; empty where there is none
}

// Error returns the first problem, in English, with file, line and column.
func (e *Error) Error() string { return e.Text().In(msg.English) }

// Text returns the first problem in both languages, with file, line and column.
func (e *Error) Text() msg.Text { return e.Problems[0].Text(e.File) }

// Text returns the problem with its place.
func (p *Problem) Text(file string) msg.Text {
	if p.Line == 0 {
		return inFile.With("file", file, "what", p.What)
	}
	return atLine.With("file", file, "line", p.Line, "column", p.Column, "what", p.What)
}

// fault is a kind of problem with the words for it.
type fault struct{ what, remedy msg.Message }

// draft collects what is wrong in a file while it is read.
type draft struct {
	c        *Config
	path     []string
	problems []Problem
	after    []func() // what can only be judged when the rest has been read
}

// maxFile bounds a file, in bytes.
const maxFile = 256 << 10

// read reads a file by its keys.
func (d *draft) read(src []byte, keys value) {
	n, err := yamltree.Parse(src, maxFile)
	switch {
	case err != nil:
		d.problems = append(d.problems, Problem{Line: err.Line, Column: err.Column, What: err.What(), Remedy: err.Remedy()})
		return
	case n == nil:
		return
	}
	keys(d, n)
	for _, judge := range d.after {
		judge()
	}
}

// wrong notes a fault of a node.
func (d *draft) wrong(n *yamltree.Node, f fault, pairs ...any) {
	d.problems = append(d.problems, Problem{Line: n.Line, Column: n.Column, What: f.what.With(pairs...), Remedy: f.remedy.With(pairs...)})
}

// unknown notes a name that is none of those known, with the nearest of them.
func (d *draft) unknown(n *yamltree.Node, f fault, known []string) {
	near := lint.Nearest(n.Text, known)
	remedy := f.remedy.With("known", strings.Join(known, ", "))
	if near != "" {
		remedy = didYouMean.With("near", near, "rest", remedy)
	}
	d.problems = append(d.problems, Problem{Line: n.Line, Column: n.Column, What: f.what.With("name", n.Text), Remedy: remedy})
}

// in reads what stands under a key.
func (d *draft) in(key *yamltree.Node, read func()) {
	d.path = append(d.path, key.Text)
	d.c.lines[strings.Join(d.path, ".")] = key.Line
	read()
	d.path = d.path[:len(d.path)-1]
}

// later judges when everything has been read.
func (d *draft) later(judge func()) { d.after = append(d.after, judge) }

// maxExcerpt bounds an excerpt, in letters.
const maxExcerpt = 160

// err returns the problems as an error, or nil.
func (d *draft) err(file string, src []byte) error {
	if len(d.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(d.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	lines := strings.Split(strings.TrimPrefix(strings.ToValidUTF8(string(src), "\ufffd"), "\ufeff"), "\n")
	for i := range d.problems {
		if p := &d.problems[i]; p.Line > 0 && p.Line <= len(lines) {
			p.Excerpt = strings.TrimRight(lines[p.Line-1], " \t\r")
			if r := []rune(p.Excerpt); len(r) > maxExcerpt {
				p.Excerpt = string(r[:maxExcerpt]) + " …"
			}
		}
	}
	return &Error{File: file, Problems: d.problems}
}
