package field_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/rules/field"
	"github.com/tthclint/tthclint/pkg/sign"
)

// TestOfficialFields judges the official's signature and the seal by the same
// cases: the law asks for both on paper and for neither on a screen.
func TestOfficialFields(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	birth, marriage := forms.Form("khai_sinh"), forms.Form("ket_hon")
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	for _, c := range []struct {
		key, id string
		rule    lint.Rule[*evidence.Dossier]
	}{
		{form.OfficialSignature, "field/official-signature", field.OfficialSignature()},
		{form.SealField, "field/seal", field.Seal()},
	} {
		t.Run(c.id, func(t *testing.T) {
			with := func(f *form.Form, o ...evidencetest.Option) *evidence.Dossier {
				return evidencetest.Dossier(evidencetest.Expecting("1.001193", f), evidencetest.Document("a.pdf", o...))
			}
			shown := func(s ink.State, signatures ...sign.Signature) *evidence.Dossier {
				return with(birth, evidencetest.Signed(signatures...), evidencetest.Pages(evidencetest.Shows(birth, evidencetest.Field(c.key, s))))
			}
			stamped := func(page int, x, y float64) sign.Signature {
				return sign.Signature{Page: page, Box: pdf.Box{X: x, Y: y, W: 52, H: 20}}
			}
			electronic := evidencetest.Undrawn()
			electronic.Electronic = true
			optional := evidencetest.Shows(birth, evidencetest.Field(c.key, ink.Absent))
			optional.Reading.Fields[0].Required = false
			bySeal := evidencetest.Shows(birth, evidencetest.Field(c.key, ink.Absent))
			bySeal.Reading.Fields[0].Found = form.BySeal
			noCaption := evidencetest.Shows(birth, evidencetest.Field(c.key, ink.Unsure))
			noCaption.Reading.Fields[0].Because = form.CaptionNotFound
			linttest.Rule(t, c.rule,
				testCase{Name: "there", Evidence: shown(ink.Present), States: state(lint.Passed)},
				testCase{Name: "missing", Evidence: shown(ink.Absent), States: state(lint.Found), Messages: []string{c.id},
					Check: func(t *testing.T, r *lint.Result) {
						assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box{X: 90, Y: 221, W: 92, H: 47}}, r.Findings[0].Place)
						assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "Giấy khai sinh")
						assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "bên phải, phần dưới trang 1")
						assert.Equal(t, lint.Rejected, r.Verdict)
					}},
				testCase{Name: "missing where the seal alone tells the place", Evidence: with(birth, evidencetest.Signed(), evidencetest.Pages(bySeal)),
					States: state(lint.Found), Messages: []string{c.id},
					Check: func(t *testing.T, r *lint.Result) {
						assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "vị trí suy từ con dấu")
					}},
				testCase{Name: "unsure", Evidence: shown(ink.Unsure), States: state(lint.NotChecked)},
				testCase{Name: "caption not found", Evidence: with(birth, evidencetest.Signed(), evidencetest.Pages(noCaption)), States: state(lint.NotChecked),
					Check: func(t *testing.T, r *lint.Result) {
						assert.Contains(t, r.Outcomes[0].Because.In(msg.Vietnamese), "không đọc được nhãn")
					}},
				testCase{Name: "not read at all", Evidence: with(birth, evidencetest.Pages(evidencetest.Shows(birth))), States: state(lint.NotChecked)},
				testCase{Name: "optional", Evidence: with(birth, evidencetest.Signed(), evidencetest.Pages(optional)), States: state(lint.Passed)},
				testCase{Name: "a digital signature is shown in its place", Evidence: shown(ink.Absent, stamped(1, 120, 230)), States: state(lint.NotApplicable)},
				testCase{Name: "a digital signature is shown beside its place", Evidence: shown(ink.Unsure, stamped(1, 35, 230)), States: state(lint.NotApplicable)},
				testCase{Name: "a digital signature is shown at the head", Evidence: shown(ink.Absent, stamped(1, 150, 5)), States: state(lint.Found), Messages: []string{c.id}},
				testCase{Name: "a digital signature is shown on another page", Evidence: shown(ink.Absent, stamped(2, 120, 230)), States: state(lint.Found), Messages: []string{c.id}},
				testCase{Name: "a digital signature that nobody sees", Evidence: shown(ink.Absent, sign.Signature{Page: 1}), States: state(lint.Found), Messages: []string{c.id}},
				testCase{Name: "missing, and signatures cannot be read", Evidence: with(birth, evidencetest.Pages(evidencetest.Shows(birth, evidencetest.Field(c.key, ink.Absent)))), States: state(lint.NotChecked)},
				testCase{Name: "there, and signatures cannot be read", Evidence: with(birth, evidencetest.Pages(evidencetest.Shows(birth, evidencetest.Field(c.key, ink.Present)))), States: state(lint.Passed)},
				testCase{Name: "electronic", Evidence: with(birth, evidencetest.Pages(electronic)), States: state(lint.NotApplicable)},
				testCase{Name: "cannot be drawn", Evidence: with(birth, evidencetest.Pages(evidencetest.Undrawn())), States: state(lint.NotChecked)},
				testCase{Name: "not recognised", Evidence: with(birth, evidencetest.Pages(evidencetest.Unrecognised(form.NoMatch))), States: state(lint.NotChecked)},
				testCase{Name: "another form", Evidence: with(birth, evidencetest.Pages(evidencetest.Shows(marriage, evidencetest.Field(c.key, ink.Absent)))), States: state(lint.NotApplicable)},
				testCase{Name: "a copy in a procedure of its own", Evidence: evidencetest.Dossier(func(d *evidence.Dossier) { d.Procedure = "2.000815" },
					evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Shows(birth, evidencetest.Field(c.key, ink.Absent))))), States: state(lint.NotApplicable)},
				testCase{Name: "nothing known of the procedure", Evidence: evidencetest.Dossier(nil,
					evidencetest.Document("a.pdf", evidencetest.Signed(), evidencetest.Pages(evidencetest.Shows(birth, evidencetest.Field(c.key, ink.Absent))))), States: state(lint.Found), Messages: []string{c.id}},
				testCase{Name: "a procedure without a known form", Evidence: evidencetest.Dossier(func(d *evidence.Dossier) { d.Procedure = "2.000815" },
					evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Unrecognised(form.NoMatch)))), States: state(lint.NotApplicable)},
				testCase{Name: "a form without the place", Evidence: with(&form.Form{ID: "x"}, evidencetest.Pages(evidencetest.Undrawn())), States: map[string]lint.State{"": lint.NotApplicable}},
				testCase{Name: "a picture", Evidence: with(birth, evidencetest.Content(evidence.JPEG)), States: state(lint.NotApplicable)},
				testCase{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
				testCase{Name: "damaged", Evidence: with(birth, evidencetest.Damaged()), States: state(lint.NotChecked)},
				testCase{Name: "nothing could be had", Evidence: with(birth), States: state(lint.NotChecked)},
			)
		})
	}
}
