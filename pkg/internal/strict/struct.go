package strict

import (
	"reflect"

	"github.com/tthclint/tthclint/pkg/internal/yamltree"
)

// Struct reads an object into the struct that into points to. The tag yaml of each
// field is its key. Fields are texts, which may be empty, booleans, numbers
// (float64), and structs and lists of these; anything else panics.
func Struct(into any) Value { return object(reflect.ValueOf(into).Elem()) }

func object(v reflect.Value) Value {
	fields := make([]Field, v.NumField())
	for i := range fields {
		fields[i] = Key(v.Type().Field(i).Tag.Get("yaml"), of(v.Field(i)))
	}
	return Object(fields...)
}

// of reads what a value of its type can hold.
func of(v reflect.Value) Value {
	switch v.Kind() {
	case reflect.String:
		return func(r *Reader, n *yamltree.Node) {
			var s string
			anyText(&s)(r, n)
			v.SetString(s)
		}
	case reflect.Bool:
		return Bool(v.Addr().Interface().(*bool))
	case reflect.Float64:
		return Number(v.Addr().Interface().(*float64))
	case reflect.Struct:
		return object(v)
	case reflect.Slice:
		return func(r *Reader, n *yamltree.Node) {
			v.Set(reflect.MakeSlice(v.Type(), 0, len(n.Items)))
			r.items(n, func(i int, one *yamltree.Node) {
				v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
				r.item(i, of(v.Index(v.Len()-1)), one)
			})
		}
	}
	panic("strict: no value for " + v.Type().String())
}
