package flow_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/rules/flow"
)

type testCase = linttest.Case[*evidence.Dossier]

func TestRegisterRow(t *testing.T) {
	row := func(faults ...dossier.Fault) *evidence.Dossier {
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			d.Entry = &dossier.Entry{File: "ho-so.csv", Row: 7, Code: "A-1", Faults: faults}
		})
	}
	found := map[string]lint.State{"": lint.Found}
	linttest.Rule(t, flow.RegisterRow(),
		testCase{Name: "sound", Evidence: row(), States: map[string]lint.State{"": lint.Passed}},
		testCase{Name: "no line", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "impossible date", Evidence: row(dossier.Fault{Kind: dossier.FaultDate, Column: 5, Header: "Ngày hẹn trả", Value: "31/02/2023"}),
			States: found, Messages: []string{"flow/register-row.date"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "ho-so.csv", Row: 7, Column: 5}, r.Findings[0].Place)
				assert.Equal(t, lint.Accepted, r.Verdict, "the rest of the line stands: a warning")
				assert.Contains(t, r.Findings[0].Basis[1].Clause, "Mẫu số 07")
			}},
		testCase{Name: "every other fault", Evidence: row(
			dossier.Fault{Kind: dossier.FaultNoCode, Column: 1}, dossier.Fault{Kind: dossier.FaultDuplicate, Column: 2, Value: "A-1"},
			dossier.Fault{Kind: dossier.FaultCells, Column: 3}, dossier.Fault{Kind: dossier.FaultQuote, Column: 4}, dossier.Fault{Kind: dossier.FaultEncoding, Column: 5, Header: "x", Value: "y"},
		), States: found, Messages: []string{
			"flow/register-row.no-code", "flow/register-row.duplicate", "flow/register-row.cells", "flow/register-row.quote", "flow/register-row.encoding",
		}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, lint.Rejected, r.Verdict, "a line that cannot be told is lost")
		}},
		testCase{Name: "form of 2018", AsOf: law.Date(2025, 9, 14), Evidence: row(dossier.Fault{Kind: dossier.FaultNoCode}),
			States: found, Messages: []string{"flow/register-row.no-code"},
			Check: func(t *testing.T, r *lint.Result) { assert.Contains(t, r.Findings[0].Basis[1].Clause, "Mẫu số 06") }},
	)
}
