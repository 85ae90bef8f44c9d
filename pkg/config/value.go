package config

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
)

// value reads one value of a file and notes what is wrong with it. No value is
// ever read from a key without one.
type value func(*draft, *yamltree.Node)

// field is a key of an object.
type field struct {
	key   string
	value value
	need  bool
}

// object reads keys that are all known.
func object(fields ...field) value {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return func(d *draft, n *yamltree.Node) {
		given := d.entries(n, func(e yamltree.Entry) {
			i := slices.Index(keys, e.Key.Text)
			if i < 0 {
				d.unknown(e.Key, unknownKey, keys)
				return
			}
			d.in(e.Key, func() { fields[i].value(d, e.Value) })
		})
		for _, f := range fields {
			if f.need && n.Kind == yamltree.Map && !given[f.key] {
				d.wrong(n, missingKey, "key", f.key)
			}
		}
	}
}

// table reads keys that the file is free to choose. check notes what is wrong
// with a key and reports whether it can be used.
func table(check func(*draft, *yamltree.Node) bool, item func(key string) value) value {
	return func(d *draft, n *yamltree.Node) {
		d.entries(n, func(e yamltree.Entry) {
			if check(d, e.Key) {
				d.in(e.Key, func() { item(e.Key.Text)(d, e.Value) })
			}
		})
	}
}

// entries calls take with every entry of a map that has a value and stands there
// for the first time, and returns the keys.
func (d *draft) entries(n *yamltree.Node, take func(yamltree.Entry)) map[string]bool {
	if n.Kind != yamltree.Map {
		d.wrong(n, wantsKeys)
		return nil
	}
	seen, first := map[string]bool{}, map[string]int{}
	for _, e := range n.Entries {
		switch key := e.Key.Text; {
		case seen[key]:
			d.wrong(e.Key, keyTwice, "key", key, "line", first[key])
		case e.Value.Kind == yamltree.Empty:
			seen[key], first[key] = true, e.Key.Line
			d.wrong(e.Key, noValue, "key", key)
		default:
			seen[key], first[key] = true, e.Key.Line
			take(e)
		}
	}
	return seen
}

// list reads the items of a list, each of which is one of its own.
func list[T any](into *[]T, item func(*T) value) value {
	return func(d *draft, n *yamltree.Node) {
		if n.Kind != yamltree.List {
			d.wrong(n, wantsList)
			return
		}
		*into = make([]T, 0, len(n.Items))
		for _, i := range n.Items {
			if i.Kind == yamltree.Empty {
				d.wrong(i, noItem)
				continue
			}
			var got T
			item(&got)(d, i)
			*into = append(*into, got)
		}
	}
}

// texts reads a list of different texts, each of which check accepts.
func texts(into *[]string, check value) value {
	return func(d *draft, n *yamltree.Node) {
		first := map[string]int{}
		list(into, func(s *string) value {
			return func(d *draft, n *yamltree.Node) {
				text(s)(d, n)
				if *s == "" {
					return
				}
				if line := first[*s]; line > 0 {
					d.wrong(n, itemTwice, "name", *s, "line", line)
					return
				}
				first[*s] = n.Line
				if check != nil {
					check(d, n)
				}
			}
		})(d, n)
	}
}

func text(into *string) value {
	return func(d *draft, n *yamltree.Node) {
		switch {
		case n.Kind == yamltree.Whole, n.Kind == yamltree.Decimal, n.Kind == yamltree.Bool:
			d.wrong(n, wantsQuotes, "value", n.Text)
		case n.Kind != yamltree.Text:
			d.wrong(n, wantsText)
		case strings.TrimSpace(n.Text) == "":
			d.wrong(n, emptyText)
		default:
			*into = n.Text
		}
	}
}

// pattern reads a text of a shape; wrong says what it should be.
func pattern(into *string, shape *regexp.Regexp, wrong fault) value {
	return func(d *draft, n *yamltree.Node) {
		var s string
		if text(&s)(d, n); s == "" {
			return
		}
		if !shape.MatchString(s) {
			d.wrong(n, wrong, "value", s)
			return
		}
		*into = s
	}
}

// choice reads one of some words.
func choice[T ~string](into *T, known ...T) value {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	return func(d *draft, n *yamltree.Node) {
		var s string
		if text(&s)(d, n); s == "" {
			return
		}
		if !slices.Contains(names, s) {
			d.unknown(n, unknownWord, names)
			return
		}
		*into = T(s)
	}
}

func severity(into *lint.Severity) value {
	return func(d *draft, n *yamltree.Node) {
		var s string
		choice(&s, lint.Error.String(), lint.Warning.String(), lint.Info.String())(d, n)
		_ = into.UnmarshalText([]byte(s)) // nothing else is a choice
	}
}

func whole(into *int, least, most int) value {
	return func(d *draft, n *yamltree.Node) {
		i, err := strconv.Atoi(n.Text)
		if n.Kind != yamltree.Whole || err != nil || i < least || i > most {
			d.wrong(n, wantsWhole, "least", least, "most", most)
			return
		}
		*into = i
	}
}

// percent reads a share that is written as per cent.
func percent(into *float64) value {
	return func(d *draft, n *yamltree.Node) {
		f, err := strconv.ParseFloat(n.Text, 64)
		if n.Kind != yamltree.Whole && n.Kind != yamltree.Decimal || err != nil || !(f >= 0 && f <= 100) {
			d.wrong(n, wantsPercent)
			return
		}
		*into = f / 100
	}
}

func yes(into *bool) value {
	return func(d *draft, n *yamltree.Node) {
		if n.Kind != yamltree.Bool {
			d.wrong(n, wantsBool)
			return
		}
		*into = strings.EqualFold(n.Text, "true")
	}
}

var dayFirst = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)

// day reads a day in Vietnam.
func day(into *time.Time) value {
	return func(d *draft, n *yamltree.Node) {
		if n.Kind == yamltree.Text {
			t, err := time.ParseInLocation(time.DateOnly, n.Text, law.Vietnam())
			if err == nil {
				*into = t
				return
			}
			if m := dayFirst.FindStringSubmatch(n.Text); m != nil {
				if t, err := time.Parse("2/1/2006", m[1]+"/"+m[2]+"/"+m[3]); err == nil {
					d.wrong(n, dayOrder, "value", n.Text, "day", t.Format(time.DateOnly))
					return
				}
			}
		}
		d.wrong(n, wantsDay, "value", n.Text)
	}
}

// period reads the fields of a period under two keys, the first day and the
// last one.
func period(into *law.Period, from, to string) (first, last field) {
	return field{key: from, value: day(&into.From)}, field{key: to, value: func(d *draft, n *yamltree.Node) {
		var end time.Time
		if day(&end)(d, n); end.IsZero() {
			return
		}
		into.To = end.AddDate(0, 0, 1)
		d.later(func() {
			if !into.From.IsZero() && end.Before(into.From) {
				d.wrong(n, endsBeforeStart, "from", from, "to", to)
			}
		})
	}}
}
