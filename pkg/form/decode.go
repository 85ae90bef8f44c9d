package form

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/tthclint/tthclint/pkg/internal/yamldepth"
	"github.com/tthclint/tthclint/pkg/internal/yamlwords"
)

// Bounds of a form file, beside those of yamldepth.
const (
	maxFile    = 64 << 10 // bytes; the largest shipped one has ten thousand
	maxAliases = 50
)

// decode reads the YAML of a file into y, which points to a struct.
func decode(src []byte, y any) *draft {
	d := &draft{}
	if len(src) > maxFile {
		d.problems = append(d.problems, fileTooLarge.at(0, "limit", maxFile>>10))
		return d
	}
	if line := yamldepth.Exceeds(src, nil); line > 0 {
		d.problems = append(d.problems, fileTooDeep.at(line))
		return d
	}
	if len(bytes.TrimSpace(src)) == 0 {
		d.problems = append(d.problems, fileEmpty.at(0))
		return d
	}
	node, p := document(src)
	if p != nil {
		d.problems = append(d.problems, *p)
		return d
	}
	d.lines = linesOf(node)
	if d.unknown("", node, reflect.TypeOf(y).Elem()); len(d.problems) > 0 {
		return d
	}
	if p := fill(node, y); p != nil {
		d.problems = append(d.problems, *p)
	}
	return d
}

// document returns the one document of a file. The parser panics on some broken
// input, which is a mistake in the file like any other.
func document(src []byte) (node ast.Node, p *Problem) {
	defer caught(&p)
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		return nil, problemOf(err)
	}
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil || doc.Body.Type() == ast.CommentType || doc.Body.Type() == ast.NullType:
		case node != nil:
			p := fileSeveral.at(lineOf(doc.Body.GetToken()))
			return nil, &p
		default:
			node = doc.Body
		}
	}
	if node == nil {
		p := fileEmpty.at(0)
		return nil, &p
	}
	if n, nested := aliases(node); n > maxAliases || nested {
		p := fileAliases.at(1, "limit", maxAliases)
		return nil, &p
	}
	return node, nil
}

func fill(node ast.Node, y any) (p *Problem) {
	defer caught(&p)
	if err := yaml.NodeToValue(node, y, yaml.Strict()); err != nil {
		return problemOf(err)
	}
	return nil
}

// caught turns a panic of the parser into a problem.
func caught(p **Problem) {
	if r := recover(); r != nil {
		got := notYAML.at(1, "detail", yamlwords.Reason(fmt.Sprint(r)))
		*p = &got
	}
}

// problemOf finds the words for an error of the parser.
func problemOf(err error) *Problem {
	p := notYAML.at(1, "detail", yamlwords.Reason(err.Error()))
	if e := (*yaml.TypeError)(nil); errors.As(err, &e) {
		p = wrongType(e.DstType).at(lineOf(e.Token))
	} else if e := (*yaml.OverflowError)(nil); errors.As(err, &e) {
		p = wrongType(e.DstType).at(lineOf(e.Token))
	} else if e := (*yaml.UnexpectedNodeTypeError)(nil); errors.As(err, &e) {
		p = wantsText.at(lineOf(e.Token))
		switch e.Expected {
		case ast.SequenceType:
			p = wantsList.at(lineOf(e.Token))
		case ast.MappingType:
			p = wantsKeys.at(lineOf(e.Token))
		}
	} else if e := yaml.Error(nil); errors.As(err, &e) {
		p = notYAML.at(lineOf(e.GetToken()), "detail", yamlwords.Reason(e.GetMessage()))
	}
	return &p
}

func lineOf(t *token.Token) int {
	if t == nil || t.Position == nil {
		return 1
	}
	return t.Position.Line
}

func wrongType(want reflect.Type) fault {
	switch want.Kind() {
	case reflect.Bool:
		return wantsBool
	case reflect.Float64:
		return wantsNumber
	case reflect.Slice:
		return wantsList
	case reflect.Struct:
		return wantsKeys
	}
	return wantsText
}

// unknown notes every key that the format does not have.
func (d *draft) unknown(path string, node ast.Node, t reflect.Type) {
	switch n := node.(type) {
	case *ast.AnchorNode:
		d.unknown(path, n.Value, t)
	case *ast.SequenceNode:
		if t.Kind() == reflect.Slice {
			for i, v := range n.Values {
				d.unknown(item(path, i), v, t.Elem())
			}
		}
	case *ast.MappingNode:
		for _, v := range n.Values {
			d.unknown(path, v, t)
		}
	case *ast.MappingValueNode:
		if t.Kind() != reflect.Struct {
			return
		}
		keys, key := keysOf(t), n.Key.GetToken().Value
		i := slices.Index(keys, key)
		if i < 0 {
			d.wrong(in(path, key), unknownKey, "key", key, "known", strings.Join(keys, ", "))
			return
		}
		d.unknown(in(path, key), n.Value, t.Field(i).Type)
	}
}

// keysOf returns the keys of a type of the file, by its fields.
func keysOf(t reflect.Type) []string {
	keys := make([]string, t.NumField())
	for i := range keys {
		keys[i] = t.Field(i).Tag.Get("yaml")
	}
	return keys
}
