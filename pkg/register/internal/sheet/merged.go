package sheet

import (
	"bytes"
	"context"
	"errors"
	"io"
)

// maxMerged bounds how many merged ranges are kept.
const maxMerged = 100_000

// Range is a block of merged cells. The first cell alone holds a value.
type Range struct{ FirstRow, FirstColumn, LastRow, LastColumn int } // rows from 1, columns from 0

// Merged returns the merged ranges of a sheet. The file has them behind its
// rows, so that this reads the whole sheet once.
func (b *Book) Merged(ctx context.Context, sheet Sheet) ([]Range, error) {
	var all []Range
	err := b.elements(ctx, sheet.part, func(s *scanner) error {
		if !s.is("mergeCell") || len(all) >= maxMerged {
			return nil
		}
		ref, _ := s.attr("ref")
		from, to, ok := bytes.Cut(ref, []byte(":"))
		if !ok {
			return nil
		}
		r := Range{rowOf(from), columnOf(from), rowOf(to), columnOf(to)}
		if r.FirstRow > 0 && r.FirstColumn >= 0 && r.LastRow >= r.FirstRow && r.LastColumn >= r.FirstColumn &&
			r.LastRow <= MaxRows && r.LastColumn < MaxColumns {
			all = append(all, r)
		}
		return nil
	})
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil // the rows say so
	}
	return all, err
}

// rowOf returns the row of a reference as "BC17".
func rowOf(ref []byte) int {
	n := 0
	for _, c := range ref {
		if c >= '0' && c <= '9' && n <= MaxRows {
			n = n*10 + int(c-'0')
		}
	}
	return n
}
