package register

import (
	"context"
	"errors"
	"iter"
	"slices"

	"github.com/tthclint/tthclint/pkg/register/internal/sheet"
)

// sheetTable is a sheet of a workbook.
type sheetTable struct {
	book *sheet.Book
	of   sheet.Sheet
}

// openBook opens a workbook and returns its sheets.
func (f *File) openBook(ctx context.Context) ([]table, error) {
	l := f.o.Limits
	book, err := sheet.Open(ctx, f.r, f.size, sheet.Limits{Inflated: l.Inflated, Ratio: l.Ratio, Strings: l.Strings})
	if err != nil {
		return nil, bookError(f.Name, err)
	}
	f.book = book
	var all []table
	for _, s := range book.Sheets {
		all = append(all, &sheetTable{book, s})
	}
	return all, nil
}

// bookError puts an error about a workbook into words.
func bookError(name string, err error) error {
	switch {
	case errors.Is(err, sheet.ErrBomb):
		return &Error{Because: bombText.With("file", name), Err: err}
	case errors.Is(err, sheet.ErrNotExcel):
		return &Error{Because: notWorkbookText.With("file", name), Err: errors.Join(ErrNoList, err)}
	case errors.Is(err, sheet.ErrDamaged):
		return &Error{Because: damagedText.With("file", name), Err: err}
	}
	return err
}

func (t *sheetTable) sheet() (string, bool) { return t.of.Name, t.of.Hidden }

func (t *sheetTable) lines(ctx context.Context) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		var l line
		for row, err := range t.book.Rows(ctx, t.of) {
			if err != nil {
				yield(line{}, err)
				return
			}
			l = line{row: row.Number, hidden: row.Hidden, cells: l.cells[:0]}
			for _, c := range row.Cells {
				l.cells = append(l.cells, cellOf(c))
			}
			if !yield(l, nil) {
				return
			}
		}
	}
}

func cellOf(c sheet.Cell) cell {
	switch c.Kind {
	case sheet.Day:
		return cell{text: c.Text, kind: cellDay, at: wall(c.Time)}
	case sheet.Number:
		return cell{text: c.Text, kind: cellNumber, at: c.Time}
	case sheet.Formula:
		return cell{kind: cellFormula}
	case sheet.Fault:
		return cell{text: c.Text, kind: cellFault}
	}
	return cell{text: c.Text}
}

// merges are the cells of a sheet that belong to a cell above them.
type merges struct {
	ranges []sheet.Range // by first row
	next   int           // the first that has not begun
	spent  int64         // bytes of the texts that were put below
	open   []covering
}

// covering is a range that reaches the present row, with its value.
type covering struct {
	sheet.Range
	value cell
}

func (t *sheetTable) merged(ctx context.Context) (*merges, error) {
	all, err := t.book.Merged(ctx, t.of)
	if err != nil {
		return nil, err
	}
	m := &merges{}
	for _, r := range all {
		if r.LastRow > r.FirstRow {
			m.ranges = append(m.ranges, r)
		}
	}
	slices.SortFunc(m.ranges, func(a, b sheet.Range) int { return a.FirstRow - b.FirstRow })
	return m, nil
}

// spread puts the values of cells above into the cells of a line that they
// cover, and reports whether the cell in column (from 0) is such a cell. Lines
// must come in order.
func (m *merges) spread(l *line, column int) (covered bool) {
	if m == nil {
		return false
	}
	m.open = slices.DeleteFunc(m.open, func(c covering) bool { return c.LastRow < l.row })
	for _, c := range m.open {
		for len(l.cells) <= c.FirstColumn {
			l.cells = append(l.cells, cell{})
		}
		if l.cells[c.FirstColumn].blank() {
			l.cells[c.FirstColumn] = c.value
			m.spent += int64(len(c.value.text))
			covered = covered || c.FirstColumn == column
		}
	}
	for ; m.next < len(m.ranges) && m.ranges[m.next].FirstRow <= l.row; m.next++ {
		if r := m.ranges[m.next]; r.FirstRow == l.row && r.FirstColumn < len(l.cells) && len(m.open) < maxCovering {
			m.open = append(m.open, covering{r, l.cells[r.FirstColumn]})
		}
	}
	return covered
}

// maxCovering bounds the ranges that reach one row.
const maxCovering = 1000
