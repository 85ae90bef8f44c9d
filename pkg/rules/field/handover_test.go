package field_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/field"
)

// row is one row of a slip: when, giver, receiver.
type row struct {
	when       form.ValueState
	giao, nhan ink.State
}

var (
	fullRow  = row{form.Filled, ink.Present, ink.Present}
	emptyRow = row{form.Blank, ink.Absent, ink.Absent}
)

// slipDossier is a dossier with one control slip, which is attached in a role.
func slipDossier(t *testing.T, role dossier.Role, rows ...row) *evidence.Dossier {
	t.Helper()
	forms, err := form.Builtin()
	require.NoError(t, err)
	page := evidencetest.Shows(forms.Form("phieu_kiem_soat"))
	for i, r := range rows {
		y := 80 + 40*float64(i)
		for k, key := range []string{"giao", "nhan"} {
			page.Reading.Fields = append(page.Reading.Fields, form.FieldReading{Key: fmt.Sprint(key, i+1), Row: i + 1, Kind: form.Signature, Required: true,
				Label: form.Text{VI: "Chữ ký " + key, EN: key}, State: []ink.State{r.giao, r.nhan}[k], Box: form.Box{X: 65 + 35*float64(k), Y: y, W: 34, H: 24}})
		}
		page.Reading.Rows = append(page.Reading.Rows, form.RowReading{N: i + 1, Box: form.Box{X: 65, Y: y - 8, W: 70, H: 34},
			When: form.ValueReading{State: r.when, Box: form.Box{X: 66, Y: y - 7, W: 68, H: 5}}})
	}
	doc := evidencetest.Document("a.pdf", evidencetest.Pages(page))
	doc.Role = role
	return evidencetest.Dossier(nil, doc)
}

func TestHandoverDate(t *testing.T) {
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	slip := func(rows ...row) *evidence.Dossier { return slipDossier(t, dossier.ControlSlip, rows...) }
	const id = "field/handover-date"
	undrawn := evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Undrawn()))
	undrawn.Role = dossier.ControlSlip
	linttest.Rule(t, field.HandoverDate(),
		testCase{Name: "all dated", Evidence: slip(fullRow, fullRow), States: state(lint.Passed)},
		testCase{Name: "still to come", Evidence: slip(fullRow, emptyRow, emptyRow), States: state(lint.Passed)},
		testCase{Name: "not dated", Evidence: slip(fullRow, row{form.Blank, ink.Present, ink.Absent}, emptyRow), States: state(lint.Found), Messages: []string{id},
			Check: func(t *testing.T, r *lint.Result) {
				f := r.Findings[0]
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box{X: 66, Y: 113, W: 68, H: 5}}, f.Place)
				assert.Contains(t, f.Message.In(msg.Vietnamese), "Dòng giao, nhận thứ 2")
				assert.Equal(t, lint.Warning, f.Severity, "the columns of Mẫu số 06 were not seen")
			}},
		testCase{Name: "on the form of 2018", AsOf: law.Date(2025, 9, 14), Evidence: slip(row{form.Blank, ink.Present, ink.Present}), States: state(lint.Found), Messages: []string{id},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Error, r.Findings[0].Severity)
				assert.Contains(t, r.Findings[0].Basis[0].Clause, "Mẫu số 05")
			}},
		testCase{Name: "not sure", Evidence: slip(fullRow, row{form.UnsureValue, ink.Present, ink.Present}), States: state(lint.NotChecked)},
		testCase{Name: "not sure whether in use", Evidence: slip(row{form.Blank, ink.Unsure, ink.Absent}), States: state(lint.NotChecked)},
		testCase{Name: "found beside what is not sure", Evidence: slip(row{form.Blank, ink.Present, ink.Present}, row{"", ink.Present, ink.Present}), States: state(lint.NotChecked), Messages: []string{id}},
		testCase{Name: "no rows", Evidence: slip(), States: state(lint.NotChecked)},
		testCase{Name: "attached as the result", Evidence: slipDossier(t, dossier.Result, row{form.Blank, ink.Present, ink.Present}), States: state(lint.Found), Messages: []string{id}},
		testCase{Name: "a component", Evidence: slipDossier(t, dossier.Component, row{form.Blank, ink.Present, ink.Present}), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "cannot be drawn", Evidence: evidencetest.Dossier(nil, undrawn), States: state(lint.NotChecked)},
		testCase{Name: "a result that cannot be drawn", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Undrawn()))), States: state(lint.NotApplicable)},
		testCase{Name: "a damaged result", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Damaged())), States: state(lint.NotApplicable)},
	)
}

func TestHandoverSignature(t *testing.T) {
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	slip := func(rows ...row) *evidence.Dossier { return slipDossier(t, dossier.ControlSlip, rows...) }
	const id = "field/handover-signature"
	linttest.Rule(t, field.HandoverSignature(),
		testCase{Name: "all signed", Evidence: slip(fullRow, row{form.Blank, ink.Fingerprint, ink.Present}), States: state(lint.Passed)},
		testCase{Name: "still to come", Evidence: slip(fullRow, emptyRow), States: state(lint.Passed)},
		testCase{Name: "receiver missing", Evidence: slip(fullRow, row{form.Filled, ink.Present, ink.Absent}, emptyRow), States: state(lint.Found), Messages: []string{id},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box{X: 100, Y: 120, W: 34, H: 24}}, r.Findings[0].Place)
				assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "«Chữ ký của người nhận»")
			}},
		testCase{Name: "dated and signed by nobody", Evidence: slip(row{form.Filled, ink.Absent, ink.Absent}), States: state(lint.Found), Messages: []string{id, id}},
		testCase{Name: "not sure", Evidence: slip(row{form.Filled, ink.Present, ink.Unsure}), States: state(lint.NotChecked)},
		testCase{Name: "a component", Evidence: slipDossier(t, dossier.Component, row{form.Filled, ink.Absent, ink.Absent}), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}
