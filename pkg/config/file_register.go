package config

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/register"
)

// keys are those of the section register.
func (r *Register) keys() value {
	r.Headers, r.Words, r.Statuses = map[dossier.Field][]string{}, map[dossier.Field][]string{}, map[string]string{}
	return object(
		field{key: "headers", value: r.headers()},
		field{key: "words", value: fieldTable(r.Words, wordFields(), nil)},
		field{key: "statuses", value: table(anyKey, func(number string) value {
			return func(d *draft, n *yamltree.Node) {
				var words string
				if text(&words)(d, n); words != "" {
					r.Statuses[number] = words
				}
			}
		})},
		field{key: "footers", value: texts(&r.Footers, nil)},
		field{key: "pinned", value: r.pinned()},
	)
}

// wordFields are the columns that can be told by their words.
func wordFields() []dossier.Field {
	return []dossier.Field{dossier.FieldUnit, dossier.FieldProcedureName, dossier.FieldSector, dossier.FieldAddress}
}

func anyKey(*draft, *yamltree.Node) bool { return true }

// fieldTable reads lists of texts by column of a register.
func fieldTable(into map[dossier.Field][]string, known []dossier.Field, check func(dossier.Field) value) value {
	return table(knownField(known), func(key string) value {
		return func(d *draft, n *yamltree.Node) {
			var each value
			if check != nil {
				each = check(dossier.Field(key))
			}
			var all []string
			texts(&all, each)(d, n)
			into[dossier.Field(key)] = all
		}
	})
}

func knownField(known []dossier.Field) func(*draft, *yamltree.Node) bool {
	names := make([]string, len(known))
	for i, f := range known {
		names[i] = string(f)
	}
	return func(d *draft, n *yamltree.Node) bool {
		if slices.Contains(names, n.Text) {
			return true
		}
		d.unknown(n, unknownColumn, names)
		return false
	}
}

// headers reads names of columns, of which none may stand for two.
func (r *Register) headers() value {
	type taken struct {
		field dossier.Field
		line  int
	}
	first := map[string]taken{}
	return fieldTable(r.Headers, register.Fields(), func(f dossier.Field) value {
		return func(d *draft, n *yamltree.Node) {
			name := dossier.Fold(n.Text)
			if before, ok := first[name]; ok {
				d.wrong(n, headerTwice, "name", n.Text, "field", string(before.field), "line", before.line)
				return
			}
			first[name] = taken{f, n.Line}
		}
	})
}

func (r *Register) pinned() value {
	return func(d *draft, n *yamltree.Node) {
		first := map[string]int{}
		list(&r.Pinned, func(s *Sheet) value {
			return func(d *draft, n *yamltree.Node) {
				s.keys()(d, n)
				if line := first[s.Name]; line > 0 {
					d.wrong(n, sheetTwice, "name", s.Name, "line", line)
				}
				first[s.Name] = n.Line
			}
		})(d, n)
	}
}

func (s *Sheet) keys() value {
	s.Header, s.Lines = 1, 1
	return object(
		field{key: "sheet", value: text(&s.Name)},
		field{key: "header", value: whole(&s.Header, 1, 100)},
		field{key: "header_lines", value: whole(&s.Lines, 1, 2)},
		field{key: "columns", value: s.columns(), need: true},
	)
}

// columns reads the columns of a list: each once, the code among them.
func (s *Sheet) columns() value {
	return func(d *draft, n *yamltree.Node) {
		numbers, fields := map[int]int{}, map[dossier.Field]int{}
		problems := len(d.problems)
		list(&s.Columns, func(c *Column) value {
			return func(d *draft, n *yamltree.Node) {
				c.keys()(d, n)
				switch {
				case c.Number == 0 || c.Field == "": // wrong already
				case numbers[c.Number] > 0:
					d.wrong(n, columnTwice, "column", ColumnName(c.Number), "line", numbers[c.Number])
				case fields[c.Field] > 0:
					d.wrong(n, fieldTwice, "field", string(c.Field), "line", fields[c.Field])
				default:
					numbers[c.Number], fields[c.Field] = n.Line, n.Line
				}
			}
		})(d, n)
		if fields[dossier.FieldCode] == 0 && len(d.problems) == problems {
			d.wrong(n, noCodeColumn)
		}
	}
}

var columnShape = regexp.MustCompile(`^[A-Za-z]{1,2}$`)

func (c *Column) keys() value {
	return object(
		field{key: "column", need: true, value: func(d *draft, n *yamltree.Node) {
			var letters string
			pattern(&letters, columnShape, wantsColumn)(d, n)
			c.Number = columnNumber(letters)
		}},
		field{key: "field", value: choice(&c.Field, register.Fields()...), need: true},
		field{key: "header", value: text(&c.Header)},
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
