// Package aliaskeys reads what the columns of registers are called, as a file of
// aliases and the settings both hold it.
package aliaskeys

import (
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/internal/yamltree"
)

// Names are the names; see register.Aliases for the meaning.
type Names struct {
	Headers  map[dossier.Field][]string
	Words    map[dossier.Field][]string
	Statuses map[string]string
	Footers  []string
}

// Keys returns the keys that fill n. fields are those that a column can hold.
func (n *Names) Keys(fields []dossier.Field) []strict.Field {
	n.Headers, n.Words, n.Statuses = map[dossier.Field][]string{}, map[dossier.Field][]string{}, map[string]string{}
	return []strict.Field{
		strict.Key("headers", columns(n.Headers, fields, once())),
		strict.Key("words", columns(n.Words, wordFields(), nil)),
		strict.Key("statuses", strict.Table(nil, func(number string) strict.Value {
			return func(r *strict.Reader, v *yamltree.Node) {
				var words string
				if strict.Text(&words)(r, v); words != "" {
					n.Statuses[number] = words
				}
			}
		})),
		strict.Key("footers", strict.Texts(&n.Footers, nil)),
	}
}

// wordFields are the columns that can be told by their words.
func wordFields() []dossier.Field {
	return []dossier.Field{dossier.FieldUnit, dossier.FieldProcedureName, dossier.FieldSector, dossier.FieldAddress}
}

// columns reads lists of texts by column of a register.
func columns(into map[dossier.Field][]string, known []dossier.Field, check func(column string) strict.Value) strict.Value {
	names := make([]string, len(known))
	for i, f := range known {
		names[i] = string(f)
	}
	return strict.Table(strict.Known(names, unknownColumn), func(column string) strict.Value {
		return func(r *strict.Reader, n *yamltree.Node) {
			var each strict.Value
			if check != nil {
				each = check(column)
			}
			var all []string
			strict.Texts(&all, each)(r, n)
			into[dossier.Field(column)] = all
		}
	})
}

// once checks names of columns, of which none may stand for two.
func once() func(column string) strict.Value {
	type taken struct {
		column string
		line   int
	}
	first := map[string]taken{}
	return func(column string) strict.Value {
		return func(r *strict.Reader, n *yamltree.Node) {
			name := dossier.Fold(n.Text)
			if before, ok := first[name]; ok {
				r.Wrong(n, headerTwice, "name", n.Text, "field", before.column, "line", before.line)
				return
			}
			first[name] = taken{column, n.Line}
		}
	}
}
