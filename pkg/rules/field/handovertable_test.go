package field_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/register/slip"
	"github.com/tthclint/tthclint/pkg/rules/field"
)

// slipTable returns a dossier with a control slip that is kept as a table.
func slipTable(columns slip.Columns, rows ...dossier.Handover) *evidence.Dossier {
	for i := range rows {
		rows[i].N, rows[i].Row, rows[i].Sheet = i+1, i+5, "Phiếu"
	}
	return evidencetest.Dossier(nil, evidencetest.Document("phieu.xlsx", evidencetest.Slip(slip.Slip{Columns: columns, Handovers: rows})))
}

func TestRowsOfTables(t *testing.T) {
	day := law.Date(2025, 3, 3)
	places := slip.Columns{From: 1, To: 2, Given: 3, Received: 4}
	persons := slip.Columns{From: 1, To: 2, Giver: 5, Receiver: 6, Given: 3, Received: 3}
	row := func(given, received time.Time) dossier.Handover {
		return dossier.Handover{From: "Một cửa", To: "Phòng Tư pháp", Giver: "A", Receiver: "B", Given: given, Received: received}
	}
	change := func(f func(*dossier.Handover)) dossier.Handover {
		h := row(day, day)
		f(&h)
		return h
	}
	whole := row(day, day)
	found := func(name, message string, row, column int, e *evidence.Dossier) testCase {
		return testCase{
			Name: name, Evidence: e, AsOf: day, States: map[string]lint.State{"phieu.xlsx": lint.Found}, Messages: []string{message},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "phieu.xlsx", Sheet: "Phiếu", Row: row, Column: column}, r.Findings[0].Place)
				assert.Equal(t, lint.Error, r.Findings[0].Severity, "the cells of the form of 2018 are there to be filled")
			},
		}
	}
	passes := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, AsOf: day, States: map[string]lint.State{"phieu.xlsx": lint.Passed}}
	}
	none := testCase{Name: "no slip", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}}
	unread := testCase{Name: "cannot be read", Evidence: evidencetest.Dossier(nil, evidencetest.Document("phieu.xlsx", func(d *evidence.Document) {
		d.Role = dossier.ControlSlip
		d.Content = func() (evidence.Content, error) { return evidence.Office, nil }
	})), States: map[string]lint.State{"phieu.xlsx": lint.NotChecked}}

	linttest.Rule(t, field.HandoverDate(), none, unread,
		passes("dated", slipTable(places, whole, whole)),
		passes("the last is not received yet", slipTable(places, whole, row(day, time.Time{}))),
		found("not dated", "field/handover-date.row", 5, 4, slipTable(places, row(time.Time{}, time.Time{}), whole)),
		found("no time of giving", "field/handover-date.given", 6, 3, slipTable(places, whole, row(time.Time{}, day))),
		found("no time of receipt", "field/handover-date.received", 5, 4, slipTable(places, row(day, time.Time{}), whole)),
		found("no real time", "field/handover-date.unread", 5, 3, slipTable(persons, change(func(h *dossier.Handover) { h.Unread, h.Given, h.Received = true, time.Time{}, time.Time{} }))),
	)
	linttest.Rule(t, field.HandoverSignature(), none, unread,
		passes("named", slipTable(persons, whole)),
		passes("a slip of places", slipTable(places, change(func(h *dossier.Handover) { h.Giver, h.Receiver = "", "" }))),
		passes("the last is not received yet", slipTable(places, whole, change(func(h *dossier.Handover) { h.To, h.Receiver, h.Received = "", "", time.Time{} }))),
		found("no giver", "field/handover-signature.giver", 5, 5, slipTable(persons, change(func(h *dossier.Handover) { h.Giver = "" }))),
		found("no receiver", "field/handover-signature.receiver", 5, 6, slipTable(persons, change(func(h *dossier.Handover) { h.Receiver = "" }), whole)),
		found("no place from", "field/handover-signature.from", 5, 1, slipTable(places, change(func(h *dossier.Handover) { h.From, h.Giver = "", "" }))),
		found("no place to", "field/handover-signature.to", 5, 2, slipTable(places, change(func(h *dossier.Handover) { h.To, h.Receiver = "", "" }))),
	)
}
