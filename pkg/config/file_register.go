package config

import (
	"regexp"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/internal/aliaskeys"
	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/register"
)

// keys are those of the section register.
func (g *Register) keys() strict.Value {
	var names aliaskeys.Names
	keys := strict.Object(append(names.Keys(register.Fields()), strict.Key("pinned", g.pinned()))...)
	return func(r *strict.Reader, n *yamltree.Node) {
		keys(r, n)
		g.Headers, g.Words, g.Statuses, g.Footers = names.Headers, names.Words, names.Statuses, names.Footers
	}
}

func (g *Register) pinned() strict.Value {
	return func(r *strict.Reader, n *yamltree.Node) {
		first := map[string]int{}
		strict.List(&g.Pinned, func(s *Sheet) strict.Value {
			return func(r *strict.Reader, n *yamltree.Node) {
				s.keys()(r, n)
				if line := first[s.Name]; line > 0 {
					r.Wrong(n, sheetTwice, "name", s.Name, "line", line)
				}
				first[s.Name] = n.Line
			}
		})(r, n)
	}
}

func (s *Sheet) keys() strict.Value {
	s.Header, s.Lines = 1, 1
	return strict.Object(
		strict.Key("sheet", strict.Text(&s.Name)),
		strict.Key("header", strict.Whole(&s.Header, 1, 100)),
		strict.Key("header_lines", strict.Whole(&s.Lines, 1, 2)),
		strict.Needed("columns", s.columns()),
	)
}

// columns reads the columns of a list: each once, the code among them.
func (s *Sheet) columns() strict.Value {
	return func(r *strict.Reader, n *yamltree.Node) {
		numbers, fields := map[int]int{}, map[dossier.Field]int{}
		problems := r.Problems()
		strict.List(&s.Columns, func(c *Column) strict.Value {
			return func(r *strict.Reader, n *yamltree.Node) {
				c.keys()(r, n)
				switch {
				case c.Number == 0 || c.Field == "": // wrong already
				case numbers[c.Number] > 0:
					r.Wrong(n, columnTwice, "column", ColumnName(c.Number), "line", numbers[c.Number])
				case fields[c.Field] > 0:
					r.Wrong(n, fieldTwice, "field", string(c.Field), "line", fields[c.Field])
				default:
					numbers[c.Number], fields[c.Field] = n.Line, n.Line
				}
			}
		})(r, n)
		if fields[dossier.FieldCode] == 0 && r.Problems() == problems {
			r.Wrong(n, noCodeColumn)
		}
	}
}

var columnShape = regexp.MustCompile(`^[A-Za-z]{1,2}$`)

func (c *Column) keys() strict.Value {
	return strict.Object(
		strict.Needed("column", func(r *strict.Reader, n *yamltree.Node) {
			var letters string
			strict.Pattern(&letters, columnShape, wantsColumn)(r, n)
			c.Number = columnNumber(letters)
		}),
		strict.Needed("field", strict.Choice(&c.Field, register.Fields()...)),
		strict.Key("header", strict.Text(&c.Header)),
	)
}

// columnNumber returns the number of a column by its letters, as 28 for "AB".
func columnNumber(letters string) (n int) {
	for _, r := range strings.ToUpper(letters) {
		n = n*26 + int(r-'A') + 1
	}
	return n
}

// ColumnName returns the letters of a column, as spreadsheets show them; numbers
// are from 1.
func ColumnName(number int) (letters string) {
	for ; number > 0; number = (number - 1) / 26 {
		letters = string(rune('A'+(number-1)%26)) + letters
	}
	return letters
}
