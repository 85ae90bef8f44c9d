package field_test

import (
	"testing"
	"time"

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

type testCase = linttest.Case[*evidence.Dossier]

func TestSpouseSignature(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage := forms.ForProcedure("1.000894", "")
	require.NotNil(t, marriage)
	birth := forms.ForProcedure("1.001193", "")
	require.NotNil(t, birth)

	with := func(procedure string, o ...evidencetest.Option) *evidence.Dossier {
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			d.Procedure, d.Form = procedure, forms.ForProcedure(procedure, "")
			d.Forms = forms.Results(procedure, "")
		}, evidencetest.Document("a.pdf", o...))
	}
	certificate := func(wife, husband ink.State) *evidence.Dossier {
		return with("1.000894", evidencetest.Pages(evidencetest.Certificate(marriage, wife, husband)))
	}
	otherPage := evidence.PageReading{Page: 2, Reading: &form.Reading{Form: birth, Edition: birth.Editions[0], Confidence: 0.95}}
	maybePage := evidence.PageReading{Page: 2, Reading: &form.Reading{Form: birth, Edition: birth.Editions[0], Confidence: 0.86}}
	backPage := evidence.PageReading{Page: 2, Sparse: true, Reading: &form.Reading{Reason: form.NoText}, Because: msg.Message{ID: "x", VI: "trắng", EN: "blank"}.With()}
	almostPage := evidence.PageReading{Page: 2, Reading: &form.Reading{Reason: form.OtherForm}, Because: msg.Message{ID: "x", VI: "khác", EN: "other"}.With()}
	named := evidencetest.Certificate(marriage, ink.Absent, ink.Present)
	named.Reading.Fields[0].Contents = []ink.Content{ink.Name}
	blank := evidencetest.Unrecognised(form.NoText)
	blank.Blank = true
	extract := forms.Form("trich_luc_ket_hon")
	screen := evidencetest.Shows(extract)
	screen.Electronic = true
	unseen := evidence.PageReading{Page: 1, Because: msg.Message{ID: "x", VI: "mờ", EN: "blurred"}.With()}
	received := func(day time.Time) *evidence.Dossier {
		d := certificate(ink.Absent, ink.Present)
		d.Entry = &dossier.Entry{Received: day, Finished: day.AddDate(0, 0, 5)}
		return d
	}
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	wife, husband := "field/spouse-signature.wife", "field/spouse-signature.husband"

	linttest.Rule(t, field.SpouseSignature(),
		testCase{Name: "both signed", Evidence: certificate(ink.Present, ink.Present), States: state(lint.Passed)},
		testCase{Name: "a fingerprint counts, and is said", Evidence: certificate(ink.Fingerprint, ink.Fingerprint), States: state(lint.Found),
			Messages: []string{wife + "-fingerprint", husband + "-fingerprint"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Accepted, r.Verdict)
				assert.Equal(t, lint.Info, r.Findings[0].Severity)
			}},
		testCase{Name: "wife missing", Evidence: certificate(ink.Absent, ink.Present), States: state(lint.Found), Messages: []string{wife},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box{X: 26, Y: 173, W: 72, H: 33}}, r.Findings[0].Place)
				assert.Equal(t, lint.Rejected, r.Verdict)
				assert.Equal(t, "Điều 17 khoản 2", r.Findings[0].Basis[0].Clause)
				assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "VỢ (bên trái, phần giữa trang 1)")
			}},
		testCase{Name: "a typed name in place of a signature", Evidence: with("1.000894", evidencetest.Pages(named)), States: state(lint.Found), Messages: []string{wife + "-other"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "chỉ có họ tên đánh máy hoặc viết sẵn, không có chữ ký")
			}},
		testCase{Name: "husband missing", Evidence: certificate(ink.Present, ink.Absent), States: state(lint.Found), Messages: []string{husband}},
		testCase{Name: "both missing", Evidence: certificate(ink.Absent, ink.Absent), States: state(lint.Found), Messages: []string{wife, husband}},
		testCase{Name: "one missing, one unsure", Evidence: certificate(ink.Absent, ink.Unsure), States: state(lint.NotChecked), Messages: []string{wife},
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Rejected, r.Verdict) }},
		testCase{Name: "both unsure", Evidence: certificate(ink.Unsure, ink.Unsure), States: state(lint.NotChecked),
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Undetermined, r.Verdict)
				assert.Contains(t, r.Outcomes[0].Because.In(msg.Vietnamese), "vợ và chồng")
			}},
		testCase{Name: "certificate behind a cover sheet", Evidence: with("1.000894", evidencetest.Pages(otherPage, evidencetest.Certificate(marriage, ink.Present, ink.Present))), States: state(lint.Passed)},
		testCase{Name: "certificate with a blank back", Evidence: with("1.000894", evidencetest.Pages(evidencetest.Certificate(marriage, ink.Present, ink.Present), backPage)), States: state(lint.Passed)},
		testCase{Name: "certificate before a page full of something nobody can read", Evidence: with("1.000894", evidencetest.Pages(evidencetest.Certificate(marriage, ink.Present, ink.Present), evidencetest.Unrecognised(form.NoText))), States: state(lint.NotChecked)},
		testCase{Name: "certificate before a page that cannot be drawn", Evidence: with("1.000894", evidencetest.Pages(evidencetest.Certificate(marriage, ink.Present, ink.Present), unseen)), States: state(lint.NotChecked)},
		testCase{Name: "certificate before a page that is almost one", Evidence: with("1.000894", evidencetest.Pages(evidencetest.Certificate(marriage, ink.Present, ink.Present), almostPage)), States: state(lint.NotChecked)},
		testCase{Name: "a procedure nobody has heard of", Evidence: with("9.123456", evidencetest.Pages(unseen)), States: state(lint.NotChecked)},
		testCase{Name: "page that cannot be drawn", Evidence: with("1.000894", evidencetest.Pages(unseen)), States: state(lint.NotChecked)},
		testCase{Name: "another form than the procedure's", Evidence: with("1.000894", evidencetest.Pages(otherPage)), States: state(lint.NotChecked)},
		testCase{Name: "an electronic extract in place of the certificate", Evidence: with("1.000894", evidencetest.Pages(screen)), States: state(lint.NotApplicable)},
		testCase{Name: "a scanned extract in place of the certificate", Evidence: with("1.000894", evidencetest.Pages(evidencetest.Shows(extract))), States: state(lint.NotChecked)},
		testCase{Name: "unknown procedure, certificate", Evidence: with("", evidencetest.Pages(evidencetest.Certificate(marriage, ink.Present, ink.Absent))), States: state(lint.Found), Messages: []string{husband}},
		testCase{Name: "unknown procedure, another form", Evidence: with("", evidencetest.Pages(otherPage)), States: state(lint.NotApplicable)},
		testCase{Name: "unknown procedure, perhaps another form", Evidence: with("", evidencetest.Pages(maybePage)), States: state(lint.NotChecked)},
		testCase{Name: "unknown procedure, unknown page", Evidence: with("", evidencetest.Pages(unseen)), States: state(lint.NotChecked)},
		testCase{Name: "birth registration", Evidence: with("1.001193", evidencetest.Pages(unseen)), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "a procedure without a known form", Evidence: with("2.000815", evidencetest.Pages(unseen)), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "blank throughout", Evidence: with("1.000894", evidencetest.Pages(blank, blank)), States: state(lint.NotChecked)},
		testCase{Name: "certificate with a back that is blank", Evidence: with("1.000894", evidencetest.Pages(evidencetest.Certificate(marriage, ink.Present, ink.Present), blank)), States: state(lint.Passed)},
		testCase{Name: "a picture", Evidence: with("1.000894", evidencetest.Content(evidence.JPEG)), States: state(lint.NotApplicable)},
		testCase{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "damaged", Evidence: with("1.000894", evidencetest.Damaged()), States: state(lint.NotChecked)},
		testCase{Name: "last day of the law of 2014", Evidence: received(law.Date(2027, 2, 28)), States: state(lint.Found), Messages: []string{wife},
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Error, r.Findings[0].Severity) }},
		testCase{Name: "before the law of 2014", Evidence: received(law.Date(2015, 12, 31)), States: state(lint.Found), Messages: []string{wife},
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Warning, r.Findings[0].Severity) }},
		testCase{Name: "before the circular of 2020", Evidence: received(law.Date(2020, 7, 15)), States: state(lint.Found), Messages: []string{wife},
			Check: func(t *testing.T, r *lint.Result) { assert.Len(t, r.Findings[0].Basis, 2) }},
		testCase{Name: "under the law of 2026", Evidence: received(law.Date(2027, 3, 1)), States: state(lint.Found), Messages: []string{wife},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Warning, r.Findings[0].Severity, "its text was not seen: no ground for an error")
			}},
	)
}
