package register

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Mapping says how one list is read: where its header stands and what each
// column was taken for. It is found from the file, and a caller who knows better
// pins it ([Options.Pinned]).
type Mapping struct {
	Sheet   string   `json:"sheet,omitempty" yaml:"sheet"`     // empty where the file has no sheets
	Hidden  bool     `json:"hidden,omitempty" yaml:"-"`        // the sheet
	Header  int      `json:"header" yaml:"header"`             // first line of the header, from 1; 0 for a list in JSON
	Lines   int      `json:"header_lines" yaml:"header_lines"` // 1 or 2
	Columns []Column `json:"columns" yaml:"columns"`           // from left to right
	Pinned  bool     `json:"pinned,omitempty" yaml:"-"`        // it is the caller's
	Sampled int      `json:"sampled_rows,omitempty" yaml:"-"`  // lines that the samples of the columns are of
	Notes   []Note   `json:"notes,omitempty" yaml:"-"`         // what was found odd

	width int // cells that a line should have
}

// Column says what one column was taken for.
type Column struct {
	Number int           `json:"column" yaml:"column"`             // from 1
	Header string        `json:"header,omitempty" yaml:"header"`   // as written; of two lines joined by " / "
	Field  dossier.Field `json:"field,omitempty" yaml:"field"`     // empty for a column that is not understood
	Over   int           `json:"header_column,omitempty" yaml:"-"` // where the header stands, if cells have shifted against it
	Sample map[Kind]int  `json:"sample,omitempty" yaml:"-"`        // how many cells look like what
}

// column returns the column of a field, or nil.
func (m *Mapping) column(f dossier.Field) *Column {
	for i := range m.Columns {
		if m.Columns[i].Field == f {
			return &m.Columns[i]
		}
	}
	return nil
}

// fields returns what the columns hold, and where each stands.
func (m *Mapping) fields() (all []dossier.Field, at []int) {
	for _, c := range m.Columns {
		if c.Field.Kept() {
			all, at = append(all, c.Field), append(at, c.Number)
		}
	}
	return all, at
}

// looks returns how many cells are filled, and how many of these look like one of
// kinds.
func (c *Column) looks(kinds ...Kind) (filled, like int) {
	for k, n := range c.Sample {
		if k == KindEmpty {
			continue
		}
		filled += n
		if slices.Contains(kinds, k) {
			like += n
		}
	}
	return filled, like
}

// Note is something about a register as a whole that people should know.
type Note struct {
	Kind   NoteKind `json:"kind"`
	Sheet  string   `json:"sheet,omitempty"`
	Row    int      `json:"row,omitempty"` // the first, where there are several
	Column int      `json:"column,omitempty"`
	Count  int      `json:"count,omitempty"`
	Text   msg.Text `json:"-"`
}

// NoteKind says what a note is about.
type NoteKind string

// What notes are about.
const (
	NoteShifted    NoteKind = "shifted-columns" // the cells stand under other headers; put right by their content
	NoteUnsuited   NoteKind = "unsuited-column" // a column that does not hold what its header says; not used
	NoteUnknown    NoteKind = "unknown-header"  // a header that is not understood
	NoteTwice      NoteKind = "header-twice"    // two columns for the same; the last one counts
	NoteNoHeader   NoteKind = "no-header"       // a sheet without a list; not read
	NoteHidden     NoteKind = "hidden"          // hidden rows or a hidden sheet; read like others
	NoteRepeated   NoteKind = "repeated-header" // the header stands again among the lines
	NoteAnother    NoteKind = "another-header"  // another list begins, whose lines are read by its own header
	NoteRemark     NoteKind = "remark"          // a line that is no dossier: a sum, a signature, a heading
	NoteContinued  NoteKind = "continued"       // a line whose code is merged with that above
	NoteTextDates  NoteKind = "text-dates"      // a workbook whose days are letters
	NoteMixedDates NoteKind = "mixed-dates"     // days and letters in one column: day and month may have been swapped
	NoteProcedure  NoteKind = "unknown-procedure"
)

// pin checks a pinned mapping against the lines at the head of a table.
func pin(m Mapping, head []line) (*Mapping, error) {
	m.Pinned, m.Lines = true, max(m.Lines, 1)
	m.Columns = slices.Clone(m.Columns)
	slices.SortFunc(m.Columns, func(a, b Column) int { return cmp.Compare(a.Number, b.Number) })
	for i, c := range m.Columns {
		if c.Number < 1 || i > 0 && c.Number == m.Columns[i-1].Number {
			return nil, fmt.Errorf("column %d twice, or no column", c.Number)
		}
		if c.Field != "" && !slices.Contains(allFields, c.Field) {
			return nil, fmt.Errorf("column %d: unknown meaning %q", c.Number, c.Field)
		}
	}
	if m.column(dossier.FieldCode) == nil {
		return nil, fmt.Errorf("no column for %q", dossier.FieldCode)
	}
	// A file whose header has changed is another list than that which was pinned.
	at := slices.IndexFunc(head, func(l line) bool { return l.row == m.Header })
	for _, c := range m.Columns {
		if c.Header == "" || m.Header == 0 {
			continue
		}
		if at < 0 {
			return nil, &Error{Because: notHeaderText.With("row", m.Header)}
		}
		names := headerOf(head, at, m.Lines)
		over := cmp.Or(c.Over, c.Number) - 1
		if over >= len(names) || dossier.Fold(names[over]) != dossier.Fold(c.Header) {
			return nil, &Error{Because: otherHeaderText.With("column", over+1, "header", c.Header)}
		}
	}
	return &m, nil
}
