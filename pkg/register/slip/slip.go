// Package slip reads control slips (phiếu kiểm soát quá trình giải quyết hồ sơ)
// that an office keeps as a table: CSV, Excel workbooks, and lists in JSON.
//
// Two layouts are in use. The form of the circulars has a column for the places,
// in which "1. Giao: …" and "2. Nhận: …" stand below each other or in rows of
// their own, and one for the time. Systems export a column for each of giver,
// receiver and their times. Columns are known by their headers; a title and the
// dossier's data may stand above.
package slip

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register"
)

// What a slip may cost.
const (
	maxSize = 8 << 20 // bytes
	maxRows = 2000    // handovers; a dossier has a dozen
	maxHead = 60      // lines above the table
)

// Slip is a control slip as read.
type Slip struct {
	// Columns tells what the slip has columns for.
	Columns   Columns
	Handovers []dossier.Handover // in the order of the slip, without rows in which nothing was entered
}

// Columns tells what a slip has columns for, and in which column each stands,
// from 1; 0 is none, and in JSON those that are there have 1.
type Columns struct{ From, To, Giver, Receiver, Given, Received int }

// Times reports whether the slip has a column for a time.
func (c *Columns) Times() bool { return c.Given > 0 || c.Received > 0 }

// Read reads a control slip. name is what errors call it. The error is a
// [register.Error] if the file is no slip that can be read, that of the context
// or that of the reader.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string) (*Slip, error) {
	if size > maxSize {
		return nil, refuse(tooLargeText.With("file", name, "limit", maxSize>>20))
	}
	head := make([]byte, min(size, 512))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if isJSON(head) {
		return readJSON(ctx, io.NewSectionReader(r, 0, size), name)
	}
	// A slip is small: so is what a workbook of one may inflate to.
	tables, err := register.Tables(ctx, r, size, name, register.Limits{Inflated: 64 << 20, Strings: 16 << 20})
	if err != nil {
		return nil, err
	}
	var all *Slip
	for i := range tables {
		s, err := readTable(ctx, &tables[i], name)
		switch {
		case err != nil:
			return nil, err
		case s == nil:
		case all == nil:
			all = s
		default:
			all.Handovers = append(all.Handovers, s.Handovers...)
		}
	}
	if all == nil {
		return nil, refuse(noTableText.With("file", name, "lines", maxHead))
	}
	return all.numbered(), nil
}

// numbered drops the rows in which nothing was entered and numbers the others.
func (s *Slip) numbered() *Slip {
	s.Handovers = slices.DeleteFunc(s.Handovers, func(h dossier.Handover) bool { return h.Empty() })
	for i := range s.Handovers {
		s.Handovers[i].N = i + 1
	}
	return s
}

// readTable reads the slip of one table; it is nil where there is none.
func readTable(ctx context.Context, t *register.Table, name string) (*Slip, error) {
	var m *mapping
	s := &Slip{}
	above := 0
	var last register.Line
	for l, err := range t.Lines(ctx) {
		if err != nil {
			return nil, err
		}
		if m == nil {
			if above++; above > maxHead {
				return nil, nil
			}
			if m = mapped(last, l); m != nil {
				s.Columns = m.columns()
			}
			last = l
			continue
		}
		if m.title(l) {
			continue // the second line of the header, or the header again on the next page
		}
		if len(s.Handovers) >= maxRows {
			return nil, refuse(tooManyText.With("file", name, "limit", maxRows))
		}
		m.row(l, t.Sheet, &s.Handovers)
	}
	if m == nil {
		return nil, nil
	}
	return s, nil
}

func refuse(because msg.Text) error { return &register.Error{Because: because} }

var (
	tooLargeText = msg.Message{
		ID: "slip/too-large", VI: "{file}: phiếu kiểm soát lớn hơn {limit} MiB nên không đọc", EN: "{file}: a control slip of more than {limit} MiB is not read",
	}
	tooManyText = msg.Message{
		ID: "slip/too-many", VI: "{file}: phiếu kiểm soát có hơn {limit} dòng giao, nhận nên không đọc", EN: "{file}: a control slip of more than {limit} handovers is not read",
	}
	noTableText = msg.Message{
		ID: "slip/no-table",
		VI: "{file}: không tìm thấy bảng giao, nhận (cột nơi giao, nơi nhận và thời gian) trong {lines} dòng đầu",
		EN: "{file}: no table of handovers (columns for giver, receiver and time) among the first {lines} lines",
	}
	notListText = msg.Message{
		ID: "slip/not-a-list", VI: "{file}: dữ liệu JSON không phải danh sách các lần giao, nhận", EN: "{file}: the JSON is no list of handovers",
	}
)
