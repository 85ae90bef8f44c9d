package register

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
)

// note notes something about a column, or about the header where column is 0.
func (m *Mapping) note(k NoteKind, column int, text msg.Text) {
	m.Notes = append(m.Notes, Note{Kind: k, Sheet: m.Sheet, Row: m.Header, Column: column, Text: text})
}

// sample counts what the cells below the header look like. Columns that have
// cells but no header are added.
func (f *File) sample(m *Mapping, head []line) {
	for _, l := range head {
		if l.row < m.Header+m.Lines || l.unclosed > 0 || filled(l.cells) < 2 || numbering(l) {
			continue
		}
		if f.o.Aliases.header(textsOf(l.cells)) != nil {
			break // the next page, or another list
		}
		m.Sampled++
		for i, c := range l.cells {
			at := slices.IndexFunc(m.Columns, func(col Column) bool { return col.Number == i+1 })
			if at < 0 {
				if c.blank() || m.Pinned || i >= maxAligned {
					continue
				}
				m.Columns = append(m.Columns, Column{Number: i + 1})
				at = len(m.Columns) - 1
			}
			col := &m.Columns[at]
			if col.Sample == nil {
				col.Sample = map[Kind]int{}
			}
			col.Sample[f.o.Aliases.kindOf(c, f.o.Formats)]++
		}
	}
}

// misfit reports whether a column does not hold what its header says: of the
// cells that are filled, fewer than half look like it.
func (c *Column) misfit() bool {
	switch {
	case c.Field.Dated():
		filled, like := c.looks(KindDate, KindTextDate, KindNumber)
		return filled > 0 && like*2 < filled
	case c.Field == dossier.FieldCode:
		// Codes of other shapes are codes too, but not what is clearly something else.
		filled, like := c.looks(KindDate, KindTextDate, KindPhone, KindID, KindProcedure, KindStatus, KindUnit, KindTitle, KindSector, KindAddress, KindName)
		return filled > 0 && like*2 > filled
	}
	return false
}

// checkTypes compares what columns hold with what their headers say. Where they
// contradict each other for the code, or for two columns, the cells have shifted
// against the headers: they are put right if that is certain, else the list is
// refused. One column alone that does not hold days is not used.
func (f *File) checkTypes(m *Mapping, where string) error {
	var bad []Column
	codeLost := false
	for _, c := range m.Columns {
		if c.misfit() {
			bad = append(bad, c)
			codeLost = codeLost || c.Field == dossier.FieldCode
		}
		// Codes of a known shape that stand where none are expected.
		if filled, codes := c.looks(KindCode); c.Field != dossier.FieldCode && c.Field != dossier.FieldResultCode && filled >= 2 && codes*2 > filled {
			if code := m.column(dossier.FieldCode); code.Sample[KindCode] == 0 {
				bad, codeLost = append(bad, *code), true
			}
		}
	}
	if codeLost || len(bad) > 1 {
		return f.putRight(m, bad[0], where)
	}
	m.dropStray()
	for _, c := range bad {
		if filled, _ := c.looks(); filled >= 5 {
			m.column(c.Field).Field = ""
			m.note(NoteUnsuited, c.Number, unsuitedNote.With("column", c.Number, "header", c.Header))
		}
	}
	m.tellColumns(f.Format)
	return nil
}

// dropStray forgets columns without a header in which few lines have a cell: such
// a cell is a fault of its line.
func (m *Mapping) dropStray() {
	m.Columns = slices.DeleteFunc(m.Columns, func(c Column) bool {
		filled, _ := c.looks()
		return c.Header == "" && filled*2 < m.Sampled
	})
}

// putRight moves headers to the columns that they describe.
func (f *File) putRight(m *Mapping, bad Column, where string) error {
	var headers, content []Column
	m.Notes = nil // of columns that are others now
	for _, c := range m.Columns {
		if c.Header != "" {
			headers = append(headers, c)
		}
		if c.Sample != nil {
			content = append(content, Column{Number: c.Number, Sample: c.Sample})
		}
	}
	columns, ok := realign(headers, content)
	if !ok {
		return &Error{Because: shiftedText.With("file", where, "column", bad.Number, "header", bad.Header)}
	}
	m.Columns, m.width = columns, content[len(content)-1].Number
	m.note(NoteShifted, 0, shiftedNote.With("headers", len(headers), "columns", len(content)))
	m.tellColumns(f.Format)
	return nil
}

// tellColumns notes what was not understood, and days that may not be those that
// were meant.
func (m *Mapping) tellColumns(format Format) {
	for _, c := range m.Columns {
		filled, written := c.looks(KindTextDate)
		_, stored := c.looks(KindDate)
		switch {
		case m.told(c.Number):
		case c.Field == "" && c.Header != "":
			m.note(NoteUnknown, c.Number, unknownNote.With("column", c.Number, "header", c.Header))
		case c.Field == "" && filled > 0 && c.Header == "":
			m.note(NoteUnknown, c.Number, headlessNote.With("column", c.Number))
		case !c.Field.Dated() || format != Workbook || written == 0:
		case stored > 0:
			m.note(NoteMixedDates, c.Number, mixedDatesNote.With("column", c.Number, "header", c.Header))
		default:
			m.note(NoteTextDates, c.Number, textDatesNote.With("column", c.Number, "header", c.Header))
		}
	}
}

// told reports whether a column was noted.
func (m *Mapping) told(column int) bool {
	return slices.ContainsFunc(m.Notes, func(n Note) bool { return n.Column == column })
}

// headerWithoutCode returns the line that would be a header if it had a column
// for the dossier code, or 0.
func (a *Aliases) headerWithoutCode(head []line) int {
	for _, l := range head {
		if l.row > headerLines {
			break
		}
		known := 0
		for _, text := range textsOf(l.cells) {
			if f := a.field(text); f != "" {
				known++
			}
		}
		if known >= 3 {
			return l.row
		}
	}
	return 0
}
