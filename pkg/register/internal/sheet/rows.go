package sheet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"
)

// The size of a sheet in the file format.
const (
	MaxRows    = 1 << 20
	MaxColumns = 1 << 14
)

// maxRow bounds the texts of a row, in bytes: each cell may name the longest of
// the shared strings.
const maxRow = 16 << 20

// freeText is how much of a shared string costs nothing each time it is named, in
// bytes: the reference to it was counted. What is longer could make a sheet of
// any size out of one string.
const freeText = 64

// Kind says what a cell holds.
type Kind uint8

// What a cell can hold.
const (
	Empty   Kind = iota
	Text         // as it was typed
	Number       // in the notation of Go, and not shown as a day
	Day          // a point in time
	Formula      // one without a stored value
	Fault        // an error of a formula, as #N/A
)

// Cell is one cell.
type Cell struct {
	Kind Kind
	Text string    // of Text, Number and Fault; of Day as stored
	Time time.Time // of Day, in UTC as a wall clock shows it
}

// Row is one row. Its cells are valid until the next one.
type Row struct {
	Number int // from 1
	Hidden bool
	Cells  []Cell
}

// Rows gives the rows of a sheet that are stored, in order, empty ones among
// them. A sequence ends with its first error, which is ErrBomb, ErrDamaged or
// that of the context; the rows before stand.
func (b *Book) Rows(ctx context.Context, sheet Sheet) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		part, err := b.open(ctx, sheet.part)
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer part.Close()
		r := reader{book: b, scanner: newScanner(part)}
		for {
			row, err := r.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Row{}, part.explain(err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// reader reads the rows of one sheet.
type reader struct {
	*scanner
	book  *Book
	row   Row
	size  int // bytes of the texts of the row
	raw   []byte
	began bool // the list of rows
}

func (r *reader) next() (Row, error) {
	for {
		t, err := r.scanner.next()
		if errors.Is(err, io.EOF) {
			if !r.began {
				return Row{}, ErrDamaged
			}
			return Row{}, io.ErrUnexpectedEOF
		}
		if err != nil {
			return Row{}, err
		}
		switch {
		case t == start && r.is("sheetData"):
			r.began = true
		case t == end && r.is("sheetData"):
			return Row{}, io.EOF // merged cells and the like follow
		case t == start && r.is("row"):
			return r.row, r.readRow()
		}
	}
}

// readRow reads up to the end of a row.
func (r *reader) readRow() error {
	number := r.number("r")
	if number < 0 {
		number = r.row.Number + 1
	}
	if number <= r.row.Number || number > MaxRows {
		return fmt.Errorf("row %d after row %d", number, r.row.Number)
	}
	r.row = Row{Number: number, Hidden: r.flag("hidden"), Cells: r.row.Cells[:0]}
	r.size = 0
	for {
		t, err := r.scanner.next()
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch {
		case t == end && r.is("row"):
			return nil
		case t == start && r.is("c"):
			if err := r.readCell(); err != nil {
				return err
			}
		}
	}
}

// readCell reads up to the end of a cell.
func (r *reader) readCell() error {
	column := len(r.row.Cells)
	if ref, ok := r.attr("r"); ok {
		if column = columnOf(ref); column < len(r.row.Cells) {
			return fmt.Errorf("cell %q out of order", ref)
		}
	}
	if column >= MaxColumns {
		return errors.New("more columns than a sheet has")
	}
	style, kind := r.number("s"), r.value("t")
	r.raw = r.raw[:0]
	formula, stored := false, false
	for {
		t, err := r.scanner.next()
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch {
		case t == text:
			if r.keep {
				r.raw = append(r.raw, r.scanner.text...)
			}
			if len(r.raw) > maxText {
				return errTooLong
			}
		case r.is("v"):
			r.keep = t == start
			stored = true
		case r.is("is") && t == start:
			stored = true
			if r.raw, err = r.rich(r.raw, "is"); err != nil {
				return err
			}
		case r.is("f"):
			formula = true
		case t == end && r.is("c"):
			r.keep = false
			if len(r.raw) == 0 && !formula {
				return nil // a cell that only has a look
			}
			cell := r.book.cell(kind, style, string(r.raw))
			if formula && (!stored || len(r.raw) == 0 && kind != "str") {
				cell = Cell{Kind: Formula}
			}
			if cell.Kind == Empty {
				return nil
			}
			if r.size += len(cell.Text); r.size > maxRow {
				return errTooLong
			}
			if kind == "s" && !r.book.spend(max(len(cell.Text)-freeText, 0)) {
				return ErrBomb
			}
			for len(r.row.Cells) < column {
				r.row.Cells = append(r.row.Cells, Cell{})
			}
			r.row.Cells = append(r.row.Cells, cell)
			return nil
		}
	}
}

// cell makes a cell of what is stored.
func (b *Book) cell(kind string, style int, raw string) Cell {
	switch kind {
	case "s":
		i, err := strconv.Atoi(raw)
		if err != nil {
			i = -1
		}
		value, ok := b.shared.at(i)
		if !ok {
			return Cell{Kind: Fault, Text: "#REF!"}
		}
		return textCell(control(value))
	case "inlineStr", "str":
		return textCell(control(raw))
	case "e":
		return Cell{Kind: Fault, Text: raw}
	case "b":
		return textCell(raw)
	case "d":
		for _, layout := range []string{"2006-01-02T15:04:05.999999999", "2006-01-02", time.RFC3339} {
			if t, err := time.Parse(layout, raw); err == nil {
				return Cell{Kind: Day, Text: raw, Time: t}
			}
		}
		return textCell(raw)
	}
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return textCell(raw)
	}
	if style >= 0 && style < len(b.dates) && b.dates[style] {
		if t, ok := Serial(n, b.of1904); ok {
			return Cell{Kind: Day, Text: raw, Time: t}
		}
	}
	if strings.ContainsAny(raw, "eE") {
		raw = strconv.FormatFloat(n, 'f', -1, 64)
	}
	return Cell{Kind: Number, Text: raw}
}

func textCell(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: s}
}

// Of1904 reports whether the workbook counts days from 1904.
func (b *Book) Of1904() bool { return b.of1904 }

// Serial returns the point in time of a number of days, as a wall clock shows
// it, to the second. Days are counted from 1904, or so that 1 March 1900 is day
// 61: the programs believe that 1900 was a leap year.
func Serial(days float64, of1904 bool) (time.Time, bool) {
	if !(days >= 0 && days < 2958466) { // 31 December 9999; not a number is neither
		return time.Time{}, false
	}
	from := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case of1904:
		from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 61:
		from = from.AddDate(0, 0, 1)
	}
	whole := int(days)
	seconds := (days - float64(whole)) * 24 * 60 * 60
	return from.AddDate(0, 0, whole).Add(time.Duration(seconds+0.5) * time.Second), true
}

// columnOf returns the column of a reference as "BC17", from 0.
func columnOf(ref []byte) int {
	n := 0
	for _, c := range ref {
		if c < 'A' || c > 'Z' || n > MaxColumns {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1
}
