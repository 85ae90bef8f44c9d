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
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/flow"
	"github.com/tthclint/tthclint/pkg/sign"
)

func fileState(s lint.State) map[string]lint.State { return map[string]lint.State{"KQ1.pdf": s} }

// issued has the register say when the result was issued.
func issued(day time.Time) func(*dossier.Entry) {
	return func(e *dossier.Entry) { e.Results = []dossier.Attachment{{Issued: day}} }
}

// bears adds a page to a document that shows a form with a value in print.
func bears(t *testing.T, doc *evidence.Document, id, key, text string, sure float64) *evidence.Document {
	t.Helper()
	forms, err := form.Builtin()
	require.NoError(t, err)
	page := evidencetest.Shows(forms.Form(id))
	page.Reading.Values = []form.ValueReading{{Key: key, State: form.Filled, How: form.ByPrint, Text: text, Sure: sure}}
	evidencetest.Pages(page)(doc)
	return doc
}

func TestLateSigned(t *testing.T) {
	none := time.Time{}
	done := finished(november(10))
	proven := func(at time.Time) *evidence.Document { return signedBy(sign.RoleAgency, none, at) }
	claimed := func(at time.Time) *evidence.Document { return signedBy(sign.RoleAgency, at, none) }
	twice := evidencetest.Document("KQ1.pdf", evidencetest.Signed(
		sign.Signature{Kind: sign.KindSignature, Integrity: sign.Intact, Role: sign.RolePerson, Proven: november(9)},
		sign.Signature{Kind: sign.KindSignature, Integrity: sign.Intact, Role: sign.RoleAgency, Proven: november(10)},
		sign.Signature{Kind: sign.KindSignature, Integrity: sign.Intact, Role: sign.RoleAgency, Proven: november(18)},
	))
	found := func(name, message string, place lint.Place, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: fileState(lint.Found), Messages: []string{message}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, place, r.Findings[0].Place)
			assert.Equal(t, lint.Accepted, r.Verdict)
		}}
	}
	passes := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: fileState(lint.Passed)}
	}
	silent := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: fileState(lint.NotApplicable)}
	}
	file := lint.Place{File: "KQ1.pdf"}
	linttest.Rule(t, flow.LateSigned(),
		passes("signed on the due day", line(done, proven(november(10, 20*time.Hour)))),
		found("signed a day later, proven", "flow/late-signed", file, line(done, proven(november(11)))),
		found("signed two days later, claimed", "flow/late-signed", file, line(done, claimed(november(12)))),
		passes("the zone may be wrong", line(done, claimed(november(11, 6*time.Hour)))),
		passes("signed once more later", line(done, twice)),
		found("issued later by the register", "flow/late-signed.issued", at(0), line(all(done, issued(november(12))), proven(november(10)))),
		found("issued later by the paper", "flow/late-signed.issued", lint.Place{File: "KQ1.pdf", Page: 1},
			line(done, bears(t, proven(november(10)), "ket_hon", "registered_on", "12/11/2026", 0.95))),
		passes("a day that was not read clearly", line(done, bears(t, proven(november(10)), "ket_hon", "registered_on", "12/11/2026", 0.6))),
		passes("a day that cannot be the paper's", line(done, bears(t, proven(november(10)), "ket_hon", "registered_on", "12/11/2028", 0.95))),
		passes("a day of another registration", line(done, bears(t, proven(november(10)), "trich_luc_ket_hon", "registered_on", "12/11/2026", 0.95))),
		silent("an apology", line(done, proven(november(12)), evidencetest.Document("xin loi.pdf", as(dossier.Apology)))),
		silent("withdrawn", line(status("Rút hồ sơ"), proven(november(12)))),
		silent("no due day", line(all(done, due(none)), proven(november(12)))),
		silent("not signed", line(done, evidencetest.Document("KQ1.pdf", evidencetest.Signed()))),
		silent("a picture", line(done, evidencetest.Document("KQ1.pdf", evidencetest.Content(evidence.JPEG)))),
		testCase{Name: "no result", Evidence: line(done), States: state(lint.NotApplicable)},
		testCase{Name: "nothing could be had", Evidence: line(done, evidencetest.Document("KQ1.pdf")), States: fileState(lint.NotChecked)},
		testCase{
			Name: "what an officer reads", Evidence: line(done, claimed(november(12, 9*time.Hour))), States: fileState(lint.Found), Messages: []string{"flow/late-signed"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, "Kết quả ký số 12/11/2026 09:00:00 (theo giờ máy của người ký, chưa có dấu thời gian), sau ngày hẹn trả 10/11/2026 là 2 ngày.",
					r.Findings[0].Message.In(msg.Vietnamese))
			},
		},
	)
}

func TestSignedTooEarly(t *testing.T) {
	none := time.Time{}
	agency := func(claimed, proven time.Time) *evidence.Document { return signedBy(sign.RoleAgency, claimed, proven) }
	on := func(day string, doc *evidence.Document) *evidence.Dossier {
		return line(nil, bears(t, doc, "ket_hon", "registered_on", day, 0.95))
	}
	found := func(name string, place lint.Place, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: fileState(lint.Found), Messages: []string{"flow/signed-too-early"}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, place, r.Findings[0].Place)
		}}
	}
	passes := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: fileState(lint.Passed)}
	}
	silent := func(name string, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: fileState(lint.NotApplicable)}
	}
	page := lint.Place{File: "KQ1.pdf", Page: 1}
	linttest.Rule(t, flow.SignedTooEarly(),
		passes("on the day", on("Ngày 05 tháng 11 năm 2026", agency(none, november(5)))),
		found("a day before, proven", page, on("Ngày 05 tháng 11 năm 2026", agency(none, november(4, 23*time.Hour)))),
		passes("7 hours are no accusation", on("05/11/2026", agency(november(4, 20*time.Hour), none))),
		found("a day before, claimed", page, on("05/11/2026", agency(november(4, 16*time.Hour), none))),
		found("by the register", at(0), line(issued(november(5)), agency(none, november(4)))),
		passes("the last signature counts", on("05/11/2026", evidencetest.Document("KQ1.pdf", evidencetest.Signed(
			sign.Signature{Kind: sign.KindSignature, Integrity: sign.Intact, Role: sign.RolePerson, Proven: november(3)},
			sign.Signature{Kind: sign.KindSignature, Integrity: sign.Intact, Role: sign.RoleAgency, Proven: november(5)})))),
		silent("a day before the receipt was read wrongly", on("05/10/2026", agency(none, november(4)))),
		silent("no day", line(nil, agency(none, november(4)))),
		silent("two days in one value", on("05/11/2026 06/11/2026", agency(none, november(4)))),
		silent("broken", line(issued(november(5)), evidencetest.Document("KQ1.pdf", evidencetest.Signed(sign.Signature{Kind: sign.KindSignature, Integrity: sign.Broken, Proven: november(4)})))),
		testCase{Name: "no result", Evidence: line(nil), States: state(lint.NotApplicable)},
		testCase{Name: "nothing could be had", Evidence: line(nil, evidencetest.Document("KQ1.pdf")), States: fileState(lint.NotChecked)},
	)
}
