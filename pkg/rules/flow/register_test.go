package flow_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/flow"
)

func TestRegisterDates(t *testing.T) {
	complete := func(e *dossier.Entry) {
		e.Status, e.Finished, e.Returned, e.Transferred, e.ResultReceived = "Đã trả kết quả", november(9), november(10), november(3), november(9)
	}
	none := time.Time{}
	lacks := func(name string, columns []int, change func(*dossier.Entry)) testCase {
		var ids []string
		for range columns {
			ids = append(ids, "flow/register-dates")
		}
		return testCase{Name: name, Evidence: line(all(complete, change)), States: state(lint.Found), Messages: ids, Check: func(t *testing.T, r *lint.Result) {
			require.Len(t, r.Findings, len(columns))
			for i, c := range columns {
				assert.Equal(t, at(c), r.Findings[i].Place)
			}
		}}
	}
	has := func(name string, change func(*dossier.Entry)) testCase {
		return testCase{Name: name, Evidence: line(all(complete, change)), States: state(lint.Passed)}
	}
	linttest.Rule(t, flow.RegisterDates(),
		has("complete", func(*dossier.Entry) {}),
		lacks("no receipt", []int{3}, func(e *dossier.Entry) { e.Received = none }),
		lacks("no due day", []int{4}, func(e *dossier.Entry) { e.Due = none }),
		lacks("neither transfer nor the way back", []int{5, 6}, func(e *dossier.Entry) { e.Transferred, e.ResultReceived = none, none }),
		lacks("finished on no day", []int{7}, func(e *dossier.Entry) { e.Finished, e.Returned = none, none }),
		lacks("handed out on no day", []int{8}, func(e *dossier.Entry) { e.Returned = none }),
		has("a register of fewer columns", all(func(e *dossier.Entry) { e.Transferred = none }, without(dossier.FieldTransferred))),
		has("settled at once", func(e *dossier.Entry) {
			e.Due, e.Transferred, e.ResultReceived, e.Finished, e.Returned = none, none, none, november(2), november(2)
		}),
		has("open", func(e *dossier.Entry) {
			e.Status, e.Transferred, e.ResultReceived, e.Finished, e.Returned = "Đang xử lý", none, none, none, none
		}),
		has("refused", func(e *dossier.Entry) {
			e.Status, e.Due, e.Transferred, e.ResultReceived, e.Finished, e.Returned = "Từ chối tiếp nhận", none, none, none, none, none
		}),
		has("not back yet is flow/held's", func(e *dossier.Entry) { e.Status, e.ResultReceived, e.Returned = "Đã xử lý xong", none, none }),
		has("a day that cannot be read is flow/register-row's", all(func(e *dossier.Entry) { e.Due = none }, fault(dossier.FaultDate, 4))),
		testCase{Name: "shifted", Evidence: line(all(complete, fault(dossier.FaultCells, 2))), States: state(lint.NotApplicable)},
		testCase{Name: "a list without days", Evidence: line(without(columns[2:]...)), States: state(lint.NotApplicable)},
		testCase{
			Name: "the form of 2018", Evidence: line(all(complete, func(e *dossier.Entry) { e.Received, e.Due = law.Date(2025, 9, 12), none })),
			States: state(lint.Found), Messages: []string{"flow/register-dates"}, Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, "Mẫu số 06 (Sổ theo dõi hồ sơ)", r.Findings[0].Basis[0].Clause)
				assert.Equal(t, "Sổ theo dõi không ghi ngày hẹn trả của hồ sơ.", r.Findings[0].Message.In(msg.Vietnamese))
			},
		},
	)
}

func TestTwoStages(t *testing.T) {
	land := func(e *evidence.Dossier) *evidence.Dossier {
		e.ProcedureName = "Đăng ký chuyển nhượng quyền sử dụng đất"
		return e
	}
	second := func(received, due time.Time) func(*dossier.Entry) {
		return func(e *dossier.Entry) { e.SecondReceived, e.SecondDue = received, due }
	}
	found := func(name string, e *evidence.Dossier, columns ...int) testCase {
		var ids []string
		for range columns {
			ids = append(ids, "flow/two-stages")
		}
		return testCase{Name: name, Evidence: e, States: state(lint.Found), Messages: ids, Check: func(t *testing.T, r *lint.Result) {
			require.Len(t, r.Findings, len(columns))
			for i, c := range columns {
				assert.Equal(t, at(c), r.Findings[i].Place)
			}
		}}
	}
	silent := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.NotApplicable)}
	}
	linttest.Rule(t, flow.TwoStages(),
		testCase{Name: "both", Evidence: land(line(second(november(5), november(12)))), States: state(lint.Passed)},
		found("no due day", line(second(november(5), time.Time{})), 10),
		found("no receipt", line(second(time.Time{}, november(12))), 9),
		found("neither, finished", land(line(finished(november(9)))), 9, 10),
		silent("neither, open", land(line(nil))),
		silent("one stage", line(finished(november(9)))),
		silent("a register without the columns", land(line(all(finished(november(9)), without(dossier.FieldSecondReceived, dossier.FieldSecondDue))))),
		silent("shifted", land(line(all(finished(november(9)), fault(dossier.FaultCells, 2))))),
		testCase{Name: "a day that cannot be read", Evidence: line(all(second(november(5), time.Time{}), fault(dossier.FaultDate, 10))), States: state(lint.Passed)},
	)
}

func TestCodeDate(t *testing.T) {
	received := func(day time.Time) func(*dossier.Entry) { return func(e *dossier.Entry) { e.Received = day } }
	submitted := func(day time.Time) func(*dossier.Entry) {
		return func(e *dossier.Entry) {
			e.Submitted, e.Fields, e.Columns = day, append(e.Fields[:len(e.Fields):len(e.Fields)], dossier.FieldSubmitted), append(e.Columns[:len(e.Columns):len(e.Columns)], 11)
		}
	}
	found := func(name, message string, severity lint.Severity, change func(*dossier.Entry)) testCase {
		return testCase{Name: name, Evidence: line(change), States: state(lint.Found), Messages: []string{message}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, severity, r.Findings[0].Severity)
			assert.Equal(t, at(3), r.Findings[0].Place)
		}}
	}
	linttest.Rule(t, flow.CodeDate(),
		testCase{Name: "one day", Evidence: line(received(november(2, 9*time.Hour))), States: state(lint.Passed)},
		found("received before its code", "flow/code-date", lint.Warning, received(law.Date(2026, 10, 30))),
		found("received long after its code", "flow/code-date", lint.Warning, received(november(6))),
		found("received soon after its code", "flow/code-date.online", lint.Info, received(november(5))),
		found("handed in on another day", "flow/code-date", lint.Warning, all(received(november(5)), submitted(november(3)))),
		testCase{Name: "the day on which it was handed in", Evidence: line(all(received(november(5)), submitted(november(2)))), States: state(lint.Passed)},
		testCase{Name: "a code without a day", Evidence: line(func(e *dossier.Entry) { e.Code = "A-17" }), States: state(lint.NotApplicable)},
		testCase{Name: "no receipt", Evidence: line(received(time.Time{})), States: state(lint.NotApplicable)},
		testCase{Name: "shifted", Evidence: line(fault(dossier.FaultCells, 2)), States: state(lint.NotApplicable)},
	)
}

func TestNotRegistered(t *testing.T) {
	here := func(registered bool, id string) *evidence.Dossier {
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			d.ID, d.Registered = id, registered
			d.Code, _, _ = dossier.FindCode(id, dossier.CodeFormats())
		}, evidencetest.Document("a/KQ1.pdf"))
	}
	linttest.Rule(t, flow.NotRegistered(),
		testCase{Name: "registered", Evidence: line(nil, evidencetest.Document("KQ1.pdf")), States: state(lint.Passed)},
		testCase{Name: "another code", Evidence: here(true, "H20.30-261102-0009"), States: state(lint.Found), Messages: []string{"flow/not-registered"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "a/KQ1.pdf"}, r.Findings[0].Place)
			}},
		testCase{Name: "no code", Evidence: here(true, "a"), States: state(lint.Found), Messages: []string{"flow/not-registered.no-code"}},
		testCase{Name: "no register", Evidence: here(false, "a"), States: state(lint.NotApplicable)},
		testCase{Name: "a line without files", Evidence: line(nil), States: state(lint.NotApplicable)},
	)
}
