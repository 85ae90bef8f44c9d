package form

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// lines holds the line of each value in a file by its path, as
// "fields[1].area.size". The path of the whole file is empty.
type lines map[string]int

// of returns the line of a value, or of the nearest one around it that is there.
func (l lines) of(path string) int {
	for path != "" {
		if line, ok := l[path]; ok {
			return line
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return 1
}

// linesOf finds the lines below a node. A key stands for its value.
func linesOf(node ast.Node) lines {
	l := lines{}
	l.walk("", node)
	return l
}

func (l lines) walk(path string, node ast.Node) {
	switch n := node.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			l.walk(path, v)
		}
	case *ast.MappingValueNode:
		key := in(path, n.Key.GetToken().Value)
		l[key] = n.Key.GetToken().Position.Line
		l.walk(key, n.Value)
	case *ast.SequenceNode:
		for i, v := range n.Values {
			path := item(path, i)
			if t := v.GetToken(); t != nil {
				l[path] = t.Position.Line
			}
			l.walk(path, v)
		}
	case *ast.AnchorNode:
		l.walk(path, n.Value)
	}
}

// aliases counts the aliases below a node, and tells whether one lies inside of
// what another may repeat: a few of those make terabytes of a small file.
func aliases(node ast.Node) (n int, nested bool) {
	v := &aliasCounter{}
	ast.Walk(v, node)
	return v.n, v.nested
}

type aliasCounter struct {
	n      int
	nested bool
	inside bool
}

// Visit implements [ast.Visitor].
func (c *aliasCounter) Visit(node ast.Node) ast.Visitor {
	switch n := node.(type) {
	case *ast.AliasNode:
		c.n++
		c.nested = c.nested || c.inside
	case *ast.AnchorNode:
		inside := *c
		inside.inside = true
		ast.Walk(&inside, n.Value)
		c.n, c.nested = inside.n, inside.nested
		return nil
	}
	return c
}
