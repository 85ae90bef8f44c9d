package flow_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/flow"
)

func as(role dossier.Role) evidencetest.Option {
	return func(d *evidence.Document) { d.Role = role }
}

func TestLate(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	unnamed := func(id string) *evidence.Document {
		return evidencetest.Document("scan.pdf", as(dossier.Unknown), evidencetest.Pages(evidencetest.Shows(forms.Form(id))))
	}
	stages := func(e *dossier.Entry) { e.SecondReceived, e.SecondDue = november(12), november(20) }
	hours := 15 * time.Hour
	found := func(name, message string, column int, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.Found), Messages: []string{message}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, at(column), r.Findings[0].Place)
			assert.Equal(t, lint.Accepted, r.Verdict, "lateness is no fault of the result")
		}}
	}
	passes := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.Passed)}
	}
	silent := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.NotApplicable)}
	}
	linttest.Rule(t, flow.Late(),
		passes("finished on the due day", line(finished(november(10, hours)))),
		found("finished a day later", "flow/late", 4, line(finished(november(11)))),
		found("by hours, where both are said", "flow/late.hours", 4, line(all(due(november(10, hours)), finished(november(10, hours+time.Minute))))),
		passes("by hours, where one is said", line(all(due(november(10)), finished(november(10, 23*time.Hour))))),
		passes("the day in Vietnam counts", line(finished(time.Date(2026, 11, 10, 16, 59, 0, 0, time.UTC)))),
		found("the day in Vietnam counts, too late", "flow/late", 4, line(finished(time.Date(2026, 11, 10, 17, 1, 0, 0, time.UTC)))),
		passes("the citizen came late", line(all(finished(november(10)), func(e *dossier.Entry) { e.Returned = november(20) }))),
		passes("it came back in time", line(func(e *dossier.Entry) { e.ResultReceived, e.Returned = november(9), november(20) })),
		found("known by its return alone", "flow/late.returned", 4, line(all(status("Đã trả kết quả"), func(e *dossier.Entry) { e.Returned = november(20) }))),
		found("open and overdue", "flow/late.open", 4, line(nil)),
		passes("open on its due day", line(due(november(24)))),
		found("overdue since yesterday", "flow/late.open", 4, line(due(november(23, hours)))),
		passes("the second due day counts", line(all(stages, finished(november(20))))),
		found("late in the second stage", "flow/late.second", 10, line(all(stages, finished(november(21))))),
		found("open and overdue in the second stage", "flow/late.open-second", 10, line(stages)),
		passes("an apology by its name", line(nil, evidencetest.Document("xin loi.pdf", as(dossier.Apology)))),
		passes("an apology by its form", line(nil, unnamed("phieu_xin_loi"))),
		passes("an apology whose new day was kept", line(finished(november(15)), bears(t, evidencetest.Document("xin loi.pdf", as(dossier.Apology)), "phieu_xin_loi", "new_due_on", "15/11/2026", 0.95))),
		found("late for the new day as well", "flow/late.again", 4, line(finished(november(16)), bears(t, evidencetest.Document("xin loi.pdf", as(dossier.Apology)), "phieu_xin_loi", "new_due_on", "15/11/2026", 0.95))),
		found("open after the new day", "flow/late.again", 4, line(nil, bears(t, evidencetest.Document("xin loi.pdf", as(dossier.Apology)), "phieu_xin_loi", "new_due_on", "15/11/2026", 0.95))),
		passes("a new day that was not read clearly", line(finished(november(16)), bears(t, evidencetest.Document("xin loi.pdf", as(dossier.Apology)), "phieu_xin_loi", "new_due_on", "15/11/2026", 0.7))),
		found("another paper without a name", "flow/late.open", 4, line(nil, unnamed("giay_tiep_nhan"))),
		found("a paper that cannot be read", "flow/late.open", 4, line(nil, evidencetest.Document("a.pdf", as(dossier.Unknown), evidencetest.Damaged()))),
		silent("withdrawn", line(status("Công dân rút hồ sơ"))),
		silent("waits for the citizen", line(status("Yêu cầu bổ sung giấy tờ"))),
		silent("of an unknown state", line(status(""))),
		silent("finished, nobody says when", line(status("Đã xử lý xong"))),
		silent("no due day", line(due(time.Time{}))),
		silent("cells have shifted", line(fault(dossier.FaultCells, 3))),
		silent("due before receipt", line(fault(dossier.FaultOrder, 4))),
		silent("no line", evidencetest.Dossier(nil)),
		testCase{Name: "of 2017", Evidence: line(func(e *dossier.Entry) { e.Received = law.Date(2017, 5, 4) }), States: state(lint.NotInForce)},
		testCase{
			Name: "what an officer reads", Evidence: line(finished(november(12))), States: state(lint.Found), Messages: []string{"flow/late"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, "Hồ sơ trễ hạn 2 ngày: hẹn trả 10/11/2026, ngày kết thúc xử lý 12/11/2026; không có văn bản xin lỗi trong hồ sơ.",
					r.Findings[0].Message.In(msg.Vietnamese))
				assert.Contains(t, r.Findings[0].Basis[0].Clause, "Mẫu số 04 (Văn bản xin lỗi")
			},
		},
	)
}

func TestDueSoon(t *testing.T) {
	in := func(days int) *evidence.Dossier { return line(due(november(24 + days))) }
	never := in(1)
	never.DueSoon = -1
	found := func(name, message string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.Found), Messages: []string{message}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, lint.Info, r.Findings[0].Severity)
		}}
	}
	linttest.Rule(t, flow.DueSoon(),
		found("today", "flow/due-soon.today", in(0)),
		found("in three days", "flow/due-soon", in(3)),
		testCase{Name: "in four days", Evidence: in(4), States: state(lint.Passed)},
		testCase{Name: "overdue is told as late", Evidence: in(-1), States: state(lint.Passed)},
		testCase{Name: "finished", Evidence: line(all(due(november(25)), finished(november(24)))), States: state(lint.NotApplicable)},
		testCase{Name: "no due day", Evidence: line(due(time.Time{})), States: state(lint.NotApplicable)},
		testCase{Name: "switched off", Evidence: never, States: state(lint.NotApplicable)},
	)
}
