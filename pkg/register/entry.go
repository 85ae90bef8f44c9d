package register

import (
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
)

// entry reads one line.
func entry(file string, row int, columns []Column, cells []string) dossier.Entry {
	e := dossier.Entry{File: file, Row: row}
	if extra := len(cells) - len(columns); extra != 0 && !blank(cells[min(len(columns), len(cells)):]) || extra < 0 {
		e.Faults = append(e.Faults, dossier.Fault{Kind: dossier.FaultCells, Column: min(len(cells), len(columns)) + 1})
	}
	for i, col := range columns {
		if i >= len(cells) || col.Field == "" {
			continue
		}
		value, fault := clean(cells[i])
		complain := func(kind dossier.FaultKind) {
			e.Faults = append(e.Faults, dossier.Fault{Kind: kind, Column: col.Number, Header: col.Header, Value: shorten(value)})
		}
		if fault {
			complain(dossier.FaultEncoding)
		}
		set(&e, col.Field, value, complain)
	}
	if e.Code == "" {
		e.Faults = append(e.Faults, dossier.Fault{Kind: dossier.FaultNoCode, Column: codeColumn(columns)})
	}
	return e
}

// set puts a cell's value into its field.
func set(e *dossier.Entry, field Field, value string, complain func(dossier.FaultKind)) {
	date := func(into *time.Time) {
		t, err := ParseDate(value)
		if err != nil {
			complain(dossier.FaultDate)
		}
		*into = t
	}
	switch field {
	case Code:
		e.Code = value
	case Procedure:
		e.Procedure = value
	case ProcedureName:
		e.ProcedureName = value
	case Sector:
		e.Sector = value
	case Department:
		e.Department = value
	case Unit:
		e.Unit = value
	case Status:
		e.Status = value
	case Received:
		date(&e.Received)
	case Due:
		date(&e.Due)
	case Finished:
		date(&e.Finished)
	}
}

// clean returns a cell in NFC with its runs of white space as one space, and
// whether bytes had to be replaced because they are no text.
func clean(cell string) (value string, broken bool) {
	broken = !utf8.ValidString(cell)
	if broken {
		cell = strings.ToValidUTF8(cell, "\uFFFD")
	}
	return strings.Join(strings.Fields(norm.NFC.String(cell)), " "), broken
}

func codeColumn(columns []Column) int {
	for _, c := range columns {
		if c.Field == Code {
			return c.Number
		}
	}
	return 0
}

// dateLayouts are the ways in which one-stop systems write a day, with the day
// before the month, with and without time.
var dateLayouts = []string{
	"2/1/2006", "2/1/2006 15:04:05", "2/1/2006 15:04", "15:04 2/1/2006", "15:04:05 2/1/2006",
	"2-1-2006", "2-1-2006 15:04:05", "2-1-2006 15:04", "2.1.2006",
	"2006-01-02", "2006-01-02 15:04:05", "2006-01-02T15:04:05", "20060102150405",
}

// ParseDate reads a day as registers write it, in Vietnamese time. An empty
// cell is the zero time.
func ParseDate(cell string) (time.Time, error) {
	if cell == "" {
		return time.Time{}, nil
	}
	var first error
	for _, layout := range dateLayouts {
		t, err := time.ParseInLocation(layout, cell, law.Vietnam())
		if err == nil {
			return t, nil
		}
		if first == nil {
			first = err
		}
	}
	return time.Time{}, first
}
