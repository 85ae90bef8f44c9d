package register

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
)

// entry reads one line.
func entry(file string, columns []Column, rec record) dossier.Entry {
	e := dossier.Entry{File: file, Row: rec.row}
	cells := rec.cells
	switch extra := len(cells) - len(columns); {
	case rec.unclosed > 0: // says why the cells have shifted, if they have
		f := dossier.Fault{Kind: dossier.FaultQuote, Column: rec.unclosed}
		if rec.unclosed <= len(columns) {
			col := columns[rec.unclosed-1]
			f.Header = col.Header
			if col.Field != "" && col.Field != Owner { // the others hold names of citizens
				value, _ := clean(cells[rec.unclosed-1])
				f.Value = shorten(value)
			}
		}
		e.Faults = append(e.Faults, f)
	case extra < 0 || !blank(cells[len(columns):]):
		e.Faults = append(e.Faults, dossier.Fault{Kind: dossier.FaultCells, Column: min(len(cells), len(columns)) + 1})
	}
	for i, col := range columns {
		if i >= len(cells) || col.Field == "" {
			continue
		}
		value, broken := clean(cells[i])
		complain := func(kind dossier.FaultKind) {
			f := dossier.Fault{Kind: kind, Column: col.Number, Header: col.Header}
			if col.Field != Owner {
				f.Value = shorten(value)
			}
			e.Faults = append(e.Faults, f)
		}
		if broken {
			complain(dossier.FaultEncoding)
		}
		set(&e, col.Field, value, complain)
	}
	if e.Code == "" {
		code := codeColumn(columns)
		e.Faults = append(e.Faults, dossier.Fault{Kind: dossier.FaultNoCode, Column: code.Number, Header: code.Header})
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
	if fact, ok := paperFacts[field]; ok {
		if e.Paper == nil {
			e.Paper = map[dossier.PaperFact]bool{}
		}
		e.Paper[fact] = value != ""
	}
	if field == Owner && len(value) == 12 && strings.Trim(value, "0123456789") == "" {
		e.Owner = value
	}
}

// clean returns a cell in NFC with its runs of white space as one space, and
// whether bytes had to be replaced because they are no text. What it returns is
// a copy: an entry must not hold the line, in which citizens are named.
func clean(cell string) (value string, broken bool) {
	broken = !utf8.ValidString(cell)
	if broken {
		cell = strings.ToValidUTF8(cell, "\uFFFD")
	}
	return strings.Clone(strings.Join(strings.Fields(norm.NFC.String(cell)), " ")), broken
}

func codeColumn(columns []Column) Column {
	i := slices.IndexFunc(columns, func(c Column) bool { return c.Field == Code })
	return columns[i] // a header has one
}

// dateLayouts are the ways in which one-stop systems write a day, with the day
// before the month, with and without time.
var dateLayouts = []string{
	"2/1/2006", "2/1/2006 15:04:05", "2/1/2006 15:04", "15:04 2/1/2006", "15:04:05 2/1/2006",
	"2-1-2006", "2-1-2006 15:04:05", "2-1-2006 15:04", "2.1.2006",
	"2006-01-02", "2006-01-02 15:04:05", "2006-01-02T15:04:05", "20060102150405",
}

// The years that a register can speak of. Systems write 01/01/1900 or
// 01/01/0001 where they have no date.
const (
	firstYear = 2000
	lastYear  = 2100
)

var errYear = errors.New("no year of a dossier")

// ParseDate reads a day as registers write it, in Vietnamese time. An empty
// cell is the zero time, and so is a day that cannot be right, with an error.
func ParseDate(cell string) (time.Time, error) {
	if cell == "" {
		return time.Time{}, nil
	}
	var first error
	for _, layout := range dateLayouts {
		t, err := time.ParseInLocation(layout, cell, law.Vietnam())
		if err == nil {
			if year := t.Year(); year < firstYear || year > lastYear {
				return time.Time{}, errYear
			}
			return t, nil
		}
		if first == nil {
			first = err
		}
	}
	return time.Time{}, first
}
