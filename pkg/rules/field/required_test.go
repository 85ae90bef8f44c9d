package field_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/field"
)

func TestRequiredSignature(t *testing.T) {
	own := &form.Form{
		ID: "ban_giao", Name: form.Text{VI: "Biên bản bàn giao", EN: "Record of handover"}, Role: form.Result,
		Fields: []form.Field{
			{Key: form.OfficialSignature, Kind: form.Signature, Required: true},
			{Key: "ben_nhan", Label: form.Text{VI: "Bên nhận", EN: "Receiver"}, Kind: form.Signature, Required: true},
			{Key: "nhan_chung", Label: form.Text{VI: "Người chứng kiến", EN: "Witness"}, Kind: form.Signature},
		},
	}
	plain := &form.Form{ID: "khac", Role: form.Result, Fields: own.Fields[:1]}
	of := func(f *form.Form, fields ...form.FieldReading) *evidence.Dossier {
		return evidencetest.Dossier(evidencetest.Expecting("1.001193", f),
			evidencetest.Document("a.pdf", evidencetest.Signed(), evidencetest.Pages(evidencetest.Shows(f, fields...))))
	}
	read := evidencetest.Field
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	linttest.Rule(t, field.RequiredSignature(),
		testCase{Name: "there", Evidence: of(own, read("ben_nhan", ink.Present), read("nhan_chung", ink.Absent)), States: state(lint.Passed)},
		testCase{Name: "a fingerprint", Evidence: of(own, read("ben_nhan", ink.Fingerprint)), States: state(lint.Passed)},
		testCase{Name: "missing", Evidence: of(own, read("ben_nhan", ink.Absent)), States: state(lint.Found), Messages: []string{"field/required-signature"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Rejected, r.Verdict)
				assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "Biên bản bàn giao còn trống ô «Bên nhận»")
			}},
		testCase{Name: "unsure", Evidence: of(own, read("ben_nhan", ink.Unsure)), States: state(lint.NotChecked)},
		testCase{Name: "its place was not found", Evidence: of(own), States: state(lint.NotChecked)},
		testCase{Name: "only what other rules judge", Evidence: of(plain, read(form.OfficialSignature, ink.Absent)), States: state(lint.NotApplicable)},
		testCase{Name: "the page cannot be drawn", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.001193", own),
			evidencetest.Document("a.pdf", evidencetest.Signed(), evidencetest.Pages(evidencetest.Undrawn()))), States: state(lint.NotChecked)},
		testCase{Name: "another form is expected", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.001193", plain),
			evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Undrawn()))), States: state(lint.NotApplicable)},
		testCase{Name: "no result", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}
