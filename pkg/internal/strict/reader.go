// Package strict reads YAML files that people write, by their keys. An unknown
// key, a value of the wrong kind or an entry that stands twice is a
// [mistake.Problem], and all of them come out at once, each in its place.
//
// What a file may hold is said with values:
//
//	strict.Object(
//		strict.Needed("name", strict.Text(&o.Name)),
//		strict.Key("layers", strict.Whole(&o.Layers, 1, 2)),
//	)
package strict

import (
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/mistake"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Value reads one value of a file into what it was made for, and notes what is
// wrong with it. It is never called for a key without a value.
type Value func(*Reader, *yamltree.Node)

// Fault is a kind of problem with the words for it. Both take the same arguments.
type Fault struct{ What, Remedy msg.Message }

// Lines holds the line of each key and item of a file by its path, as
// "fields[1].area.size".
type Lines map[string]int

// Of returns the line of a path, or of the nearest place around it that the file
// has; 1 where it has none.
func (l Lines) Of(path string) int {
	for path != "" {
		if line, ok := l[path]; ok {
			return line
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return 1
}

// Reader collects what is wrong in a file while it is read.
type Reader struct {
	path     string
	lines    Lines
	problems []mistake.Problem
	after    []func()
}

// Read reads a file of at most so many bytes. Its name is what problems call it.
// The error is a [mistake.Error]. A file that says nothing has no keys.
func Read(file string, src []byte, most int, keys Value) (Lines, error) {
	r := &Reader{lines: Lines{}}
	n, err := yamltree.Parse(src, most)
	switch {
	case err != nil:
		r.problems = append(r.problems, mistake.Problem{Line: err.Line, Column: err.Column, What: err.What(), Remedy: err.Remedy()})
	case n == nil:
		keys(r, &yamltree.Node{Kind: yamltree.Map})
	default:
		keys(r, n)
	}
	for _, judge := range r.after {
		judge()
	}
	return r.lines, r.err(file, src)
}

// Wrong notes a fault of a node.
func (r *Reader) Wrong(n *yamltree.Node, f Fault, pairs ...any) {
	r.problems = append(r.problems, mistake.Problem{Line: n.Line, Column: n.Column, What: f.What.With(pairs...), Remedy: f.Remedy.With(pairs...)})
}

// Unknown notes a name that is none of those known, with the nearest of them.
func (r *Reader) Unknown(n *yamltree.Node, f Fault, known []string) {
	remedy := f.Remedy.With("known", strings.Join(known, ", "))
	if near := msg.Nearest(n.Text, known); near != "" {
		remedy = didYouMean.With("near", near, "rest", remedy)
	}
	r.problems = append(r.problems, mistake.Problem{Line: n.Line, Column: n.Column, What: f.What.With("name", n.Text), Remedy: remedy})
}

// Problems returns how many problems there are so far.
func (r *Reader) Problems() int { return len(r.problems) }

// Later judges when everything has been read.
func (r *Reader) Later(judge func()) { r.after = append(r.after, judge) }

// under reads what stands under a key.
func (r *Reader) under(key *yamltree.Node, value Value, n *yamltree.Node) {
	step := key.Text
	if r.path != "" {
		step = "." + step
	}
	r.at(step, key.Line, value, n)
}

// item reads an item of a list.
func (r *Reader) item(i int, value Value, n *yamltree.Node) {
	r.at(fmt.Sprintf("[%d]", i), n.Line, value, n)
}

func (r *Reader) at(step string, line int, value Value, n *yamltree.Node) {
	outside := r.path
	r.path += step
	r.lines[r.path] = line
	value(r, n)
	r.path = outside
}

// maxExcerpt bounds an excerpt, in letters.
const maxExcerpt = 160

// err returns the problems as an error, or nil.
func (r *Reader) err(file string, src []byte) error {
	if len(r.problems) == 0 {
		return nil
	}
	mistake.Sort(r.problems)
	lines := strings.Split(strings.TrimPrefix(strings.ToValidUTF8(string(src), "\ufffd"), "\ufeff"), "\n")
	for i := range r.problems {
		if p := &r.problems[i]; p.Line > 0 && p.Line <= len(lines) {
			p.Excerpt = strings.TrimRight(lines[p.Line-1], " \t\r")
			if letters := []rune(p.Excerpt); len(letters) > maxExcerpt {
				p.Excerpt = string(letters[:maxExcerpt]) + " …"
			}
		}
	}
	return &mistake.Error{File: file, Problems: r.problems}
}
