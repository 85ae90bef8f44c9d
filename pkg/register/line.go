package register

import (
	"context"
	"iter"
	"strings"
	"time"
)

// line is one line of a table, or a few of a CSV where a cell holds line breaks.
// Its cells are valid until the next line.
type line struct {
	row      int // from 1
	cells    []cell
	hidden   bool
	unclosed int  // the cell, from 1, whose quotation mark is never closed; 0 for none
	counted  bool // the number of cells means something
}

// cell is one cell of a line.
type cell struct {
	text string
	kind cellKind
	at   time.Time // of cellDay
}

// cellKind says how a cell is stored.
type cellKind uint8

const (
	cellText    cellKind = iota
	cellNumber           // a number, which may be days
	cellDay              // a day
	cellFormula          // a formula without a stored value
	cellFault            // an error of a formula
)

func (c cell) blank() bool { return c.kind == cellText && strings.TrimSpace(c.text) == "" }

func blankCells(cells []cell) bool { return filled(cells) == 0 }

// filled counts the cells that are not blank.
func filled(cells []cell) int {
	n := 0
	for _, c := range cells {
		if !c.blank() {
			n++
		}
	}
	return n
}

// table is a list in a file: a CSV, or a sheet of a workbook.
type table interface {
	// sheet returns its name, "" where the file has no sheets, and whether it is
	// hidden.
	sheet() (name string, hidden bool)
	// lines gives the lines from the top. A sequence ends with its first error;
	// it can be started anew.
	lines(ctx context.Context) iter.Seq2[line, error]
	// merged returns the cells that a cell above covers. It may take as long as
	// all lines.
	merged(ctx context.Context) (*merges, error)
}
