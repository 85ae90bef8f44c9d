// Package yamltree reads YAML into plain nodes that know where they stand, so that
// everything wrong in a file can be told at once and in its place.
//
// It takes what a file of settings needs: mappings, lists and scalars. Anchors,
// aliases, tags and merged keys are refused, and so is input that would cost
// more than its size.
package yamltree

import (
	"bytes"
	"fmt"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Kind is what a node is.
type Kind int

// Kinds. The zero value is a key without a value.
const (
	Empty Kind = iota
	Text
	Whole   // a number without a fraction
	Decimal // any other number
	Bool
	List
	Map
)

// Node is one value of a file.
type Node struct {
	Kind         Kind
	Text         string // of a scalar, as written and without its quotes
	Line, Column int    // from 1; columns are runes
	Items        []*Node
	Entries      []Entry // in the order of the file; a key may stand twice
}

// Entry is a key of a map with its value.
type Entry struct{ Key, Value *Node }

// Fault is what kind of thing keeps a file from being read at all.
type Fault int

// Faults.
const (
	Syntax Fault = iota // Detail says what the parser says
	NotUTF8
	TooLarge   // Detail is the limit, in KiB
	TooDeep    // brackets or indentation
	Several    // more than one document
	NotAllowed // an anchor, alias, tag or merged key
)

// Error says why a file cannot be read.
type Error struct {
	Fault        Fault
	Line, Column int // from 1; 0 concerns the file as a whole
	Detail       string
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %d %s", e.Line, e.Fault, e.Detail) }

// Parse reads the one document of a file of at most so many bytes; nil means that
// the file says nothing.
func Parse(src []byte, most int) (n *Node, err *Error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff")) // as Notepad writes
	if err := bounds(src, most); err != nil {
		return nil, err
	}
	defer func() { // the parser panics on some broken input
		if v := recover(); v != nil {
			n, err = nil, &Error{Fault: Syntax, Line: 1, Column: 1, Detail: fmt.Sprint(v)}
		}
	}()
	file, parseErr := parser.ParseBytes(src, 0, parser.AllowDuplicateMapKey())
	if parseErr != nil {
		return nil, syntax(parseErr)
	}
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil || doc.Body.Type() == ast.CommentType || doc.Body.Type() == ast.NullType:
		case n != nil:
			return nil, at(&Error{Fault: Several}, doc.Body.GetToken())
		default:
			if n, err = node(doc.Body); err != nil {
				return nil, err
			}
		}
	}
	return n, nil
}

// node makes a node of one of the parser.
func node(from ast.Node) (*Node, *Error) {
	switch v := from.(type) {
	case *ast.MappingNode:
		n := &Node{Kind: Map}
		for _, e := range v.Values {
			if err := n.add(e); err != nil {
				return nil, err
			}
		}
		n.place(v.Start)
		if len(n.Entries) > 0 && !v.IsFlowStyle {
			n.Line, n.Column = n.Entries[0].Key.Line, n.Entries[0].Key.Column
		}
		return n, nil
	case *ast.MappingValueNode: // a mapping of one key
		n := &Node{Kind: Map}
		if err := n.add(v); err != nil {
			return nil, err
		}
		n.Line, n.Column = n.Entries[0].Key.Line, n.Entries[0].Key.Column
		return n, nil
	case *ast.SequenceNode:
		n := &Node{Kind: List}
		n.place(v.Start)
		for _, item := range v.Values {
			got, err := node(item)
			if err != nil {
				return nil, err
			}
			n.Items = append(n.Items, got)
		}
		return n, nil
	case *ast.LiteralNode:
		return scalar(Text, v.Value.GetToken().Value, v.GetToken()), nil
	case *ast.StringNode:
		return scalar(Text, v.Value, v.Token), nil
	case *ast.IntegerNode:
		return scalar(Whole, v.Token.Value, v.Token), nil
	case *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return scalar(Decimal, v.GetToken().Value, v.GetToken()), nil
	case *ast.BoolNode:
		return scalar(Bool, v.Token.Value, v.Token), nil
	case *ast.NullNode:
		return scalar(Empty, "", v.Token), nil
	}
	return nil, at(&Error{Fault: NotAllowed}, from.GetToken())
}

// add adds a key with its value.
func (n *Node) add(e *ast.MappingValueNode) *Error {
	key, err := node(e.Key)
	if err != nil {
		return err
	}
	if e.Key.IsMergeKey() || key.Kind == Map || key.Kind == List {
		return at(&Error{Fault: NotAllowed}, e.Key.GetToken())
	}
	value, err := node(e.Value)
	if err != nil {
		return err
	}
	if value.Kind == Empty { // the parser places nothing somewhere
		value.Line, value.Column = key.Line, key.Column
	}
	n.Entries = append(n.Entries, Entry{key, value})
	return nil
}

func scalar(k Kind, text string, t *token.Token) *Node {
	n := &Node{Kind: k, Text: text}
	n.place(t)
	return n
}

func (n *Node) place(t *token.Token) {
	n.Line, n.Column = 1, 1
	if t != nil && t.Position != nil {
		n.Line, n.Column = max(t.Position.Line, 1), max(t.Position.Column, 1)
	}
}

func at(e *Error, t *token.Token) *Error {
	var n Node
	n.place(t)
	e.Line, e.Column = n.Line, n.Column
	return e
}
