package flow_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/rules/flow"
	"github.com/tthclint/tthclint/pkg/sign"
)

// signedBy returns a result with one intact signature.
func signedBy(role sign.Role, claimed, proven time.Time) *evidence.Document {
	return evidencetest.Document("KQ1.pdf", evidencetest.Signed(sign.Signature{
		Kind: sign.KindSignature, Integrity: sign.Intact, Role: role, Claimed: claimed, Proven: proven,
	}))
}

func TestHeld(t *testing.T) {
	back := func(e *dossier.Entry) { e.ResultReceived = november(12) }
	found := func(name, message string, severity lint.Severity, column int, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.Found), Messages: []string{message}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, severity, r.Findings[0].Severity)
			assert.Equal(t, at(column), r.Findings[0].Place)
		}}
	}
	passes := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.Passed)}
	}
	silent := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.NotApplicable)}
	}
	noDesk := without(dossier.FieldResultReceived)
	linttest.Rule(t, flow.Held(),
		found("finished six working days ago", "flow/held", lint.Warning, 6, line(finished(november(16)))),
		passes("finished five working days ago", line(finished(november(17)))),
		passes("it came back", line(all(finished(november(16)), back))),
		passes("it was handed out", line(all(finished(november(16)), func(e *dossier.Entry) { e.Returned = november(17) }))),
		passes("the status says that it was handed out", line(all(finished(november(16)), status("Đã trả kết quả")))),
		passes("it waits at the desk", line(all(finished(november(16)), status("Chờ trả kết quả")))),
		found("a register of returns alone", "flow/held.not-handed-out", lint.Info, 8, line(all(finished(november(16)), noDesk))),
		silent("a register of neither", line(all(finished(november(16)), without(dossier.FieldResultReceived, dossier.FieldReturned)))),
		found("signed, proven", "flow/held.signed", lint.Warning, 6, line(nil, signedBy(sign.RoleAgency, november(2), november(9)))),
		found("signed, claimed", "flow/held.claimed", lint.Warning, 6, line(nil, signedBy(sign.RoleAgency, november(9), time.Time{}))),
		passes("signed lately", line(nil, signedBy(sign.RoleAgency, november(20), time.Time{}))),
		silent("signed tomorrow, as the clock says", line(nil, signedBy(sign.RoleAgency, november(28), time.Time{}))),
		silent("signed by who scanned", line(nil, signedBy(sign.RoleScanner, november(9), time.Time{}))),
		silent("signatures that cannot be read", line(nil, evidencetest.Document("KQ1.pdf"))),
		silent("open without a result", line(nil)),
		silent("withdrawn", line(status("Rút hồ sơ"))),
		silent("of an unknown state", line(status(""))),
		silent("finished, nobody says when", line(status("Đã xử lý xong"))),
		silent("the cell cannot be read", line(all(finished(november(9)), fault(dossier.FaultDate, 6)))),
		silent("cells have shifted", line(all(finished(november(9)), fault(dossier.FaultQuote, 2)))),
	)
}
