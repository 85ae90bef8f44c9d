package strict

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/law"
)

// Field is a key of an object.
type Field struct {
	key   string
	value Value
	need  bool
}

// Key is a key that may be left out.
func Key(name string, v Value) Field { return Field{name, v, false} }

// Needed is a key that must be there.
func Needed(name string, v Value) Field { return Field{name, v, true} }

// Object reads keys that are all known.
func Object(fields ...Field) Value {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return func(r *Reader, n *yamltree.Node) {
		given := r.entries(n, func(e yamltree.Entry) {
			i := slices.Index(keys, e.Key.Text)
			if i < 0 {
				r.Unknown(e.Key, unknownKey, keys)
				return
			}
			r.under(e.Key, fields[i].value, e.Value)
		})
		for _, f := range fields {
			if f.need && n.Kind == yamltree.Map && !given[f.key] {
				r.Wrong(n, missingKey, "key", f.key)
			}
		}
	}
}

// Table reads keys that the file is free to choose. check notes what is wrong
// with a key and reports whether it can be used; nil takes any.
func Table(check func(*Reader, *yamltree.Node) bool, item func(key string) Value) Value {
	return func(r *Reader, n *yamltree.Node) {
		r.entries(n, func(e yamltree.Entry) {
			if check == nil || check(r, e.Key) {
				r.under(e.Key, item(e.Key.Text), e.Value)
			}
		})
	}
}

// Known returns what takes the keys of a [Table] that are known; wrong says that
// there is no such name.
func Known(known []string, wrong Fault) func(*Reader, *yamltree.Node) bool {
	return func(r *Reader, n *yamltree.Node) bool {
		if slices.Contains(known, n.Text) {
			return true
		}
		r.Unknown(n, wrong, known)
		return false
	}
}

// entries calls take with every entry of a map that has a value and stands there
// for the first time, and returns the keys.
func (r *Reader) entries(n *yamltree.Node, take func(yamltree.Entry)) map[string]bool {
	if n.Kind != yamltree.Map {
		r.Wrong(n, wantsKeys)
		return nil
	}
	seen, first := map[string]bool{}, map[string]int{}
	for _, e := range n.Entries {
		switch key := e.Key.Text; {
		case seen[key]:
			r.Wrong(e.Key, keyTwice, "key", key, "line", first[key])
		case e.Value.Kind == yamltree.Empty:
			seen[key], first[key] = true, e.Key.Line
			r.Wrong(e.Key, noValue, "key", key)
		default:
			seen[key], first[key] = true, e.Key.Line
			take(e)
		}
	}
	return seen
}

// List reads the items of a list, each of which is one of its own.
func List[T any](into *[]T, item func(*T) Value) Value {
	return func(r *Reader, n *yamltree.Node) {
		*into = make([]T, 0, len(n.Items))
		r.items(n, func(i int, one *yamltree.Node) {
			var got T
			r.item(i, item(&got), one)
			*into = append(*into, got)
		})
	}
}

// items calls take with every item of a list that is not empty.
func (r *Reader) items(n *yamltree.Node, take func(i int, one *yamltree.Node)) {
	if n.Kind != yamltree.List {
		r.Wrong(n, wantsList)
	}
	for i, one := range n.Items {
		if one.Kind == yamltree.Empty {
			r.Wrong(one, noItem)
			continue
		}
		take(i, one)
	}
}

// Texts reads a list of different texts, each of which check, if not nil, looks at
// too.
func Texts(into *[]string, check Value) Value {
	return func(r *Reader, n *yamltree.Node) {
		first := map[string]int{}
		List(into, func(s *string) Value {
			return func(r *Reader, n *yamltree.Node) {
				Text(s)(r, n)
				if *s == "" {
					return
				}
				if line := first[*s]; line > 0 {
					r.Wrong(n, itemTwice, "name", *s, "line", line)
					return
				}
				first[*s] = n.Line
				if check != nil {
					check(r, n)
				}
			}
		})(r, n)
	}
}

// Text reads a text that is not empty. A number needs quotes, lest it lose zeros.
func Text(into *string) Value {
	return func(r *Reader, n *yamltree.Node) {
		before := len(r.problems)
		if anyText(into)(r, n); strings.TrimSpace(*into) == "" && len(r.problems) == before {
			r.Wrong(n, emptyText)
			*into = ""
		}
	}
}

// anyText reads a text that may be empty.
func anyText(into *string) Value {
	return func(r *Reader, n *yamltree.Node) {
		switch n.Kind {
		case yamltree.Text:
			*into = n.Text
		case yamltree.Whole, yamltree.Decimal, yamltree.Bool:
			r.Wrong(n, wantsQuotes, "value", n.Text)
		default:
			r.Wrong(n, wantsText)
		}
	}
}

// Pattern reads a text of a shape; wrong says what it should be, with the
// argument value.
func Pattern(into *string, shape *regexp.Regexp, wrong Fault) Value {
	return func(r *Reader, n *yamltree.Node) {
		var s string
		if Text(&s)(r, n); s == "" {
			return
		}
		if !shape.MatchString(s) {
			r.Wrong(n, wrong, "value", s)
			return
		}
		*into = s
	}
}

// Choice reads one of some words.
func Choice[T ~string](into *T, known ...T) Value {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	return func(r *Reader, n *yamltree.Node) {
		var s string
		if Text(&s)(r, n); s == "" {
			return
		}
		if !slices.Contains(names, s) {
			r.Unknown(n, unknownWord, names)
			return
		}
		*into = T(s)
	}
}

// Whole reads a whole number within bounds.
func Whole(into *int, least, most int) Value {
	return func(r *Reader, n *yamltree.Node) {
		i, err := strconv.Atoi(n.Text)
		if n.Kind != yamltree.Whole || err != nil || i < least || i > most {
			r.Wrong(n, wantsWhole, "least", least, "most", most)
			return
		}
		*into = i
	}
}

// Number reads a number.
func Number(into *float64) Value {
	return func(r *Reader, n *yamltree.Node) {
		f, err := strconv.ParseFloat(n.Text, 64)
		if n.Kind != yamltree.Whole && n.Kind != yamltree.Decimal || err != nil {
			r.Wrong(n, wantsNumber)
			return
		}
		*into = f
	}
}

// Bool reads true or false.
func Bool(into *bool) Value {
	return func(r *Reader, n *yamltree.Node) {
		if n.Kind != yamltree.Bool {
			r.Wrong(n, wantsBool)
			return
		}
		*into = strings.EqualFold(n.Text, "true")
	}
}

var dayFirst = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)

// Day reads a day in Vietnam.
func Day(into *time.Time) Value {
	return func(r *Reader, n *yamltree.Node) {
		if n.Kind == yamltree.Text {
			t, err := time.ParseInLocation(time.DateOnly, n.Text, law.Vietnam())
			if err == nil {
				*into = t
				return
			}
			if m := dayFirst.FindStringSubmatch(n.Text); m != nil {
				if t, err := time.Parse("2/1/2006", m[1]+"/"+m[2]+"/"+m[3]); err == nil {
					r.Wrong(n, dayOrder, "value", n.Text, "day", t.Format(time.DateOnly))
					return
				}
			}
		}
		r.Wrong(n, wantsDay, "value", n.Text)
	}
}

// Period reads the days of a period under two keys, the first day and the last
// one, which is of it.
func Period(into *law.Period, from, to string) (first, last Field) {
	return Key(from, Day(&into.From)), Key(to, func(r *Reader, n *yamltree.Node) {
		var end time.Time
		if Day(&end)(r, n); end.IsZero() {
			return
		}
		into.To = end.AddDate(0, 0, 1)
		r.Later(func() {
			if !into.From.IsZero() && end.Before(into.From) {
				r.Wrong(n, endsBeforeStart, "from", from, "to", to)
			}
		})
	})
}
