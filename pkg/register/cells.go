package register

import (
	"context"
	"io"
	"iter"
	"time"
)

// Table is one table of a file, of which nothing is known but its cells. It is
// for one goroutine.
type Table struct {
	Sheet string // empty where the file has no sheets
	of    table
	name  string
}

// Line is one line of a table. Its cells are the caller's.
type Line struct {
	Row   int // from 1
	Cells []Cell
}

// Cell is one cell: its text with its runs of blanks as one, or the point in
// time that a workbook stores, on the clock of Vietnam.
type Cell struct {
	Text string
	Time time.Time
}

// Tables opens the tables of a file in CSV or of a workbook, for those who look
// for other things in it than a list of dossiers. A file in JSON, and one that
// cannot be read, is an [Error]; other errors are that of the context and that
// of the reader.
func Tables(ctx context.Context, r io.ReaderAt, size int64, name string, l Limits) ([]Table, error) {
	format, err := formatOf(r, size, name)
	if err != nil {
		return nil, err
	}
	var tables []table
	switch format {
	case Workbook:
		f := &File{Name: name, r: r, size: size, o: Options{Limits: l.orDefault()}}
		tables, err = f.openBook(ctx)
	case CSV:
		var t *csvTable
		t, err = openCSV(ctx, r, size, name)
		tables = []table{t}
	default:
		err = &Error{Because: notTextText.With("file", name)}
	}
	if err != nil {
		return nil, err
	}
	var all []Table
	for _, t := range tables {
		sheet, _ := t.sheet()
		all = append(all, Table{sheet, t, name})
	}
	return all, nil
}

// Lines gives the lines that are not blank, from the top. A sequence ends with
// its first error; it can be started anew.
func (t *Table) Lines(ctx context.Context) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		for l, err := range t.of.lines(ctx) {
			if err != nil {
				yield(Line{}, bookError(t.name, err))
				return
			}
			if blankCells(l.cells) {
				continue
			}
			out := Line{Row: l.row, Cells: make([]Cell, len(l.cells))}
			for i, c := range l.cells {
				out.Cells[i].Text, _ = clean(c.text)
				if c.kind == cellDay {
					out.Cells[i] = Cell{Time: c.at}
				}
			}
			if !yield(out, nil) {
				return
			}
		}
	}
}
