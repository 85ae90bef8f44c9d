package score

import (
	"slices"
	"strconv"
	"strings"
)

// Group is the answers on pages that share a trait.
type Group struct {
	Column string
	Values []GroupValue
}

// GroupValue is the answers on pages with one value of the trait.
type GroupValue struct {
	Value string
	PageScore
}

// groupColumns are the columns by which answers are grouped, where the table
// has them.
var groupColumns = [...]string{"difficulty", "colour", "layout", "dpi", "rotation", "rotate_meta", "fill", "degradation", columnSources}

// Columns that are no columns of the table.
const (
	columnSources = "writers"     // the collections that the ink is from
	columnFit     = "fit writers" // whether the writers are known
	columnLayouts = "fit layouts" // whether the layout is known
)

// valuesOf returns the values of a page in a column; degradations and
// collections are several.
func valuesOf(l *Label, column string, known *Known) []string {
	switch column {
	case columnSources:
		var all []string
		for _, w := range l.Writers {
			all = append(all, source(w))
		}
		slices.Sort(all)
		return orNone(slices.Compact(all))
	case columnFit:
		return []string{known.writersPart(l)}
	case columnLayouts:
		return []string{known.layoutPart(l)}
	case "degradation":
		return orNone(strings.Fields(l.Columns[column]))
	}
	return orNone([]string{l.Columns[column]}[:min(1, len(l.Columns[column]))])
}

func orNone(values []string) []string {
	if len(values) == 0 {
		return []string{partNone}
	}
	return values
}

// has reports whether the pages say anything in a column.
func has(pages []Page, column string) bool {
	return slices.ContainsFunc(pages, func(p Page) bool {
		switch column {
		case columnSources, columnFit:
			return len(p.Label.Writers) > 0
		case columnLayouts:
			column = "layout"
		}
		return p.Label.Columns[column] != ""
	})
}

func scoreGroups(pages []Page, known *Known) []Group {
	columns := groupColumns[:]
	if known != nil {
		columns = append([]string{columnFit, columnLayouts}, columns...)
	}
	var all []Group
	for _, column := range columns {
		if !has(pages, column) {
			continue
		}
		scores := map[string]*PageScore{}
		for i := range pages {
			for _, v := range valuesOf(&pages[i].Label, column, known) {
				if scores[v] == nil {
					scores[v] = &PageScore{}
				}
				scores[v].add(&pages[i])
			}
		}
		g := Group{Column: column}
		for _, v := range sortedValues(scores) {
			if scores[v].Pages > 0 {
				g.Values = append(g.Values, GroupValue{v, *scores[v]})
			}
		}
		if len(g.Values) > 0 {
			all = append(all, g)
		}
	}
	return all
}

// sortedValues returns the keys of a map: numbers by size, difficulties from
// easy to hard, all else by name, and none last.
func sortedValues[T any](m map[string]T) []string {
	var all []string
	for v := range m {
		all = append(all, v)
	}
	slices.SortFunc(all, func(a, b string) int {
		if x, y := rank(a), rank(b); x != y {
			return x - y
		}
		return strings.Compare(a, b)
	})
	return all
}

func rank(v string) int {
	if n, err := strconv.Atoi(v); err == nil && n >= 0 && n < 1<<20 {
		return n
	}
	if i := slices.Index([]string{"easy", "medium", "hard"}, v); i >= 0 {
		return 1<<20 + i
	}
	if v == partNone {
		return 1<<20 + 4
	}
	return 1<<20 + 3
}

// Split divides pages by what stands in a column, in the order of the values.
// A page with several values, as degradations, is in several parts.
func Split(pages []Page, column string) []Part {
	byValue := map[string][]Page{}
	for _, p := range pages {
		for _, v := range valuesOf(&p.Label, column, nil) {
			byValue[v] = append(byValue[v], p)
		}
	}
	var parts []Part
	for _, v := range sortedValues(byValue) {
		parts = append(parts, Part{column, v, byValue[v]})
	}
	return parts
}

// Part is the pages with one value in a column.
type Part struct {
	Column, Value string
	Pages         []Page
}

// Columns names the columns of a table of labels, as a list in one text.
func Columns(labels []Label) string {
	names := map[string]bool{}
	for _, l := range labels {
		for name := range l.Columns {
			names[name] = true
		}
	}
	return strings.Join(sortedValues(names), ", ")
}

// HasColumn reports whether a table of labels can be split by a column.
func HasColumn(labels []Label, column string) bool {
	return column == columnSources || slices.ContainsFunc(labels, func(l Label) bool {
		_, ok := l.Columns[column]
		return ok
	})
}
