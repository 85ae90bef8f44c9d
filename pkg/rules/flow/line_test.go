package flow_test

import (
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
)

// november returns a day of November 2026, and its clock where it is given.
func november(day int, clock ...time.Duration) time.Time {
	t := law.Date(2026, time.November, day)
	for _, c := range clock {
		t = t.Add(c)
	}
	return t
}

// columns are those of a register that has all.
var columns = []dossier.Field{
	dossier.FieldCode, dossier.FieldStatus, dossier.FieldReceived, dossier.FieldDue, dossier.FieldTransferred, dossier.FieldResultReceived,
	dossier.FieldFinished, dossier.FieldReturned, dossier.FieldSecondReceived, dossier.FieldSecondDue,
}

// line returns the evidence of a dossier of 2 November, due on the 10th, as the
// register has it on the 24th.
func line(change func(*dossier.Entry), docs ...*evidence.Document) *evidence.Dossier {
	return evidencetest.Dossier(func(d *evidence.Dossier) {
		e := &dossier.Entry{
			File: "so.xlsx", Sheet: "Tháng 11", Row: 7, Code: "H20.30-261102-0001", Status: "Đang xử lý", Received: november(2), Due: november(10),
			Fields: columns, Columns: []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
		}
		if change != nil {
			change(e)
		}
		d.ID, d.Entry, d.Registered = e.Code, e, true
		d.Code, _, _ = dossier.FindCode(e.Code, dossier.CodeFormats())
		d.AsOf, d.DueSoon = november(24, 24*time.Hour-time.Second), 3
	}, docs...)
}

// without returns a register that lacks columns.
func without(missing ...dossier.Field) func(*dossier.Entry) {
	return func(e *dossier.Entry) {
		fields, at := []dossier.Field{}, []int{}
		for i, f := range e.Fields {
			lacks := false
			for _, m := range missing {
				lacks = lacks || m == f
			}
			if !lacks {
				fields, at = append(fields, f), append(at, e.Columns[i])
			}
		}
		e.Fields, e.Columns = fields, at
	}
}

// all makes several changes.
func all(changes ...func(*dossier.Entry)) func(*dossier.Entry) {
	return func(e *dossier.Entry) {
		for _, c := range changes {
			c(e)
		}
	}
}

func finished(day time.Time) func(*dossier.Entry) {
	return func(e *dossier.Entry) { e.Status, e.Finished = "Đã xử lý xong", day }
}

func status(s string) func(*dossier.Entry) { return func(e *dossier.Entry) { e.Status = s } }

func due(day time.Time) func(*dossier.Entry) { return func(e *dossier.Entry) { e.Due = day } }

func fault(kind dossier.FaultKind, column int) func(*dossier.Entry) {
	return func(e *dossier.Entry) { e.Faults = append(e.Faults, dossier.Fault{Kind: kind, Column: column}) }
}

func state(s lint.State) map[string]lint.State { return map[string]lint.State{"": s} }

func at(column int) lint.Place {
	return lint.Place{File: "so.xlsx", Sheet: "Tháng 11", Row: 7, Column: column}
}
