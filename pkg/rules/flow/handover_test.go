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
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register/slip"
	"github.com/tthclint/tthclint/pkg/rules/flow"
)

const hour = time.Hour

// slipOf returns a dossier with a control slip of some rows.
func slipOf(change func(*dossier.Entry), rows ...dossier.Handover) *evidence.Dossier {
	for i := range rows {
		rows[i].N, rows[i].Row = i+1, i+5
	}
	return line(change, evidencetest.Document("phieu.csv", evidencetest.Slip(slip.Slip{
		Columns: slip.Columns{From: 2, To: 3, Giver: 4, Receiver: 5, Given: 6, Received: 7}, Handovers: rows,
	})))
}

func slipState(s lint.State) map[string]lint.State { return map[string]lint.State{"phieu.csv": s} }

func cellOf(row, column int) lint.Place {
	return lint.Place{File: "phieu.csv", Row: row, Column: column}
}

func TestHandoverOrder(t *testing.T) {
	row := func(given, received time.Time) dossier.Handover {
		return dossier.Handover{Given: given, Received: received}
	}
	none := time.Time{}
	found := func(name, message string, place lint.Place, rows ...dossier.Handover) testCase {
		return testCase{Name: name, Evidence: slipOf(nil, rows...), States: slipState(lint.Found), Messages: []string{message}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, place, r.Findings[0].Place)
			assert.Equal(t, lint.Warning, r.Findings[0].Severity)
		}}
	}
	passes := func(name string, rows ...dossier.Handover) testCase {
		return testCase{Name: name, Evidence: slipOf(nil, rows...), States: slipState(lint.Passed)}
	}
	linttest.Rule(t, flow.HandoverOrder(),
		passes("in order", row(november(2, 8*hour), november(2, 9*hour)), row(november(2, 9*hour), november(3, 8*hour))),
		found("received before it was given", "flow/handover-order.row", cellOf(5, 7), row(november(2, 9*hour), november(2, 8*hour))),
		found("the next is earlier", "flow/handover-order", cellOf(6, 6), row(november(2, 9*hour), november(2, 9*hour)), row(november(2, 8*hour), none)),
		found("over a row without a time", "flow/handover-order", cellOf(7, 7), row(november(3), none), row(none, none), row(none, november(2))),
		passes("by the day where one has no clock", row(november(2, 9*hour), none), row(november(2), none)),
		testCase{Name: "no slip", Evidence: line(nil), States: state(lint.NotApplicable)},
		testCase{Name: "a slip that cannot be read", Evidence: line(nil, evidencetest.Document("phieu.csv", as(dossier.ControlSlip))), States: slipState(lint.NotChecked)},
	)
}

func TestHandoverChain(t *testing.T) {
	row := func(from, to string) dossier.Handover {
		return dossier.Handover{From: from, To: to, Given: november(2), Received: november(2)}
	}
	person := func(giver, receiver string) dossier.Handover {
		return dossier.Handover{Giver: giver, Receiver: receiver, Given: november(2), Received: november(2)}
	}
	done := finished(november(9))
	found := func(name, message string, place lint.Place, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: slipState(lint.Found), Messages: []string{message}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, place, r.Findings[0].Place)
			assert.NotContains(t, r.Findings[0].Message.In(msg.Vietnamese), "Mẫu", "no name is said")
		}}
	}
	passes := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: slipState(lint.Passed)}
	}
	linttest.Rule(t, flow.HandoverChain(),
		passes("a chain", slipOf(done, row("Bộ phận Một cửa", "Phòng Tư pháp"), row("P. TƯ PHÁP", "Lãnh đạo UBND"), row("Lãnh đạo Ủy ban nhân dân", "BP TN&TKQ"))),
		passes("the desk by other names", slipOf(done, row("Bộ phận Một cửa", "Phòng Tư pháp"), row("Phòng Tư pháp", "Trung tâm Phục vụ hành chính công"))),
		passes("initials", slipOf(nil, row("Một cửa", "Phòng Tài nguyên và Môi trường"), row("TNMT", "Một cửa"))),
		passes("an office within another's name", slipOf(nil, row("Một cửa", "Phòng Tư pháp"), row("Cán bộ Phòng Tư pháp", "Một cửa"))),
		passes("nobody is named", slipOf(nil, row("Một cửa", ""), row("Phòng Tư pháp", "Một cửa"))),
		passes("persons", slipOf(nil, person("Trần Mẫu", "Lê Thử"), person("Lê Thử", "Trần Mẫu"))),
		passes("not yet back", slipOf(nil, row("Một cửa", "Phòng Tư pháp"))),
		found("a break", "flow/handover-chain", cellOf(6, 2), slipOf(nil, row("Một cửa", "Phòng Tư pháp"), row("Phòng Tài chính", "Một cửa"))),
		found("a break between persons", "flow/handover-chain", cellOf(6, 4), slipOf(nil, person("Trần Mẫu", "Lê Mẫu Thử"), person("Võ Mẫu Đơn", "Trần Mẫu"))),
		found("finished and not back", "flow/handover-chain.not-back", cellOf(5, 3), slipOf(done, row("Một cửa", "Phòng Tư pháp"))),
		testCase{Name: "an empty slip", Evidence: slipOf(done), States: slipState(lint.NotApplicable)},
		testCase{Name: "no slip", Evidence: line(nil), States: state(lint.NotApplicable)},
	)
}
