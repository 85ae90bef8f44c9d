package field

import (
	"fmt"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/register/slip"
)

// entry is a row of a control slip that is kept as a table.
type entry struct {
	dossier.Handover
	doc     *evidence.Document
	columns slip.Columns
	last    bool
}

// table judges the rows of a slip that is kept as a table.
func table(doc *evidence.Document, p *lint.Pass, judge func(*entry, *lint.Pass)) error {
	s, err := doc.Slip()
	if err != nil {
		return err
	}
	for i, h := range s.Handovers {
		judge(&entry{h, doc, s.Columns, i == len(s.Handovers)-1}, p)
	}
	return nil
}

// place returns a cell of the row.
func (e *entry) place(column int) lint.Place {
	return lint.Place{File: e.doc.Path, Sheet: e.Sheet, Row: e.Row, Column: column}
}

// identity tells the row from others of the slip.
func (e *entry) identity() string { return fmt.Sprintf("row%d", e.N) }
