package register

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// headerLines is how many lines may stand above the header: titles that
// exports print.
const headerLines = 20

// found is a header among the lines at the head of a table.
type found struct {
	at      int // among the lines
	lines   int // 1 or 2
	columns []Column
	known   int   // columns that are understood
	twice   []int // columns that are not used because a later one says the same
}

// findHeader looks for the header: the first line, or pair of lines, that names
// the dossier code and one field more. A pair counts where it is understood
// better than either line, as under merged cells.
func (a *Aliases) findHeader(head []line) *found {
	for i, l := range head {
		if l.row > headerLines {
			return nil
		}
		one := a.header(headerOf(head, i, 1))
		var two, below *found
		if i+1 < len(head) && !a.dataLike(head[i+1]) {
			two, below = a.header(headerOf(head, i, 2)), a.header(headerOf(head, i+1, 1))
		}
		switch {
		case two != nil && two.known > known(one) && two.known > known(below):
			two.at, two.lines = i, 2
			return two
		case one != nil && one.known >= known(below):
			one.at, one.lines = i, 1
			return one
		}
	}
	return nil
}

func known(f *found) int {
	if f == nil {
		return 0
	}
	return f.known
}

// dataLike reports whether a line holds a dossier rather than a header.
func (a *Aliases) dataLike(l line) bool {
	formats := dossier.CodeFormats()
	return slices.ContainsFunc(l.cells, func(c cell) bool {
		switch a.kindOf(c, formats) {
		case KindDate, KindTextDate, KindCode, KindPhone, KindID, KindProcedure:
			return true
		}
		return false
	})
}

// headerOf returns the headers that the lines from at on make. In two lines a
// cell belongs to that above it, or to the nearest to the left that is spread
// over several.
func headerOf(head []line, at, lines int) []string {
	upper := textsOf(head[at].cells)
	if lines < 2 || at+1 >= len(head) {
		return upper
	}
	lower := textsOf(head[at+1].cells)
	names, parent := make([]string, max(len(upper), len(lower))), ""
	for i := range names {
		top, bottom := textAt(upper, i), textAt(lower, i)
		switch {
		case top != "":
			parent = top
		case bottom == "":
			parent = ""
		default:
			top = parent
		}
		switch {
		case bottom == "":
			names[i], parent = top, ""
		case top == "":
			names[i] = bottom
		default:
			names[i] = top + " / " + bottom
		}
	}
	return names
}

func textsOf(cells []cell) []string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		if c.kind == cellText {
			texts[i], _ = clean(beginning(c.text))
		}
	}
	return texts
}

func textAt(texts []string, i int) string {
	if i < len(texts) {
		return texts[i]
	}
	return ""
}

// header returns what headers stand for, or nil if they are none: a header names
// the dossier code and one field more. Where two columns stand for the same, one
// that says so in full counts, then the last one.
func (a *Aliases) header(names []string) *found {
	f := &found{columns: make([]Column, len(names))}
	at, full := map[dossier.Field]int{}, map[dossier.Field]bool{}
	for i, name := range names {
		f.columns[i] = Column{Number: i + 1, Header: shorten(name)}
		field, whole := a.field(name), true
		if _, lower, joined := strings.Cut(name, " / "); field == "" && joined {
			field, whole = a.field(lower), false
		}
		if field == "" {
			continue
		}
		if earlier, twice := at[field]; twice {
			if full[field] && !whole {
				f.twice = append(f.twice, i)
				continue
			}
			f.columns[earlier].Field = ""
			f.twice = append(f.twice, earlier)
		}
		f.columns[i].Field = field
		at[field], full[field] = i, whole
	}
	f.known = len(at)
	if _, ok := at[dossier.FieldCode]; !ok || f.known < 2 {
		return nil
	}
	for len(f.columns) > 0 && f.columns[len(f.columns)-1].Header == "" && f.columns[len(f.columns)-1].Field == "" {
		f.columns = f.columns[:len(f.columns)-1] // separators at the end of the line
	}
	return f
}

// numbering reports whether a line under the header only numbers the columns:
// "(1)", "2", "B".
func numbering(l line) bool {
	n := 0
	for _, c := range l.cells {
		text := strings.Trim(strings.TrimSpace(c.text), "()[].")
		switch {
		case text == "":
			continue
		case len(text) > 2 || strings.Trim(text, "0123456789ABCDEFG") != "":
			return false
		}
		n++
	}
	return n > 2
}
