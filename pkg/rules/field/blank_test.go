package field_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/field"
)

// filledIn returns a page on which every value of a form is filled in, but for
// what change does to them.
func filledIn(f *form.Form, change map[string]func(*form.ValueReading)) evidence.PageReading {
	page := evidencetest.Shows(f)
	for _, v := range f.Values {
		read := form.ValueReading{Key: v.Key, Label: v.Label, Type: v.Type, Required: v.Required, State: form.Filled,
			How: form.ByPrint, Confidence: 0.98, Box: form.Box{X: 60, Y: 80, W: 40, H: 6}}
		if c := change[v.Key]; c != nil {
			c(&read)
		}
		page.Reading.Values = append(page.Reading.Values, read)
	}
	return page
}

func TestBlank(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage, decision, extract := forms.Form("ket_hon"), forms.Form("quyet_dinh"), forms.Form("trich_luc_ket_hon")
	blank := func(v *form.ValueReading) { v.State, v.How = form.Blank, "" }
	partly := func(v *form.ValueReading) { v.State, v.How, v.Because = form.Blank, "", form.Incomplete }
	unsure := func(v *form.ValueReading) { v.State, v.How = form.UnsureValue, "" }
	unread := func(v *form.ValueReading) { v.State, v.How, v.Because = form.UnsureValue, "", form.CaptionNotFound }
	type changes = map[string]func(*form.ValueReading)
	on := func(f *form.Form, c changes) *evidence.Dossier {
		d := evidencetest.Dossier(evidencetest.Expecting("1.000894", f), evidencetest.Document("a.pdf", evidencetest.Pages(filledIn(f, c))))
		d.AsOf = law.Date(2026, time.December, 1)
		return d
	}
	since := func(day time.Time, d *evidence.Dossier) *evidence.Dossier {
		d.AsOf = day
		return d
	}
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	is := func(want lint.Severity, verdict lint.Verdict) func(*testing.T, *lint.Result) {
		return func(t *testing.T, r *lint.Result) {
			require.Len(t, r.Findings, 1)
			assert.Equal(t, want, r.Findings[0].Severity)
			assert.Equal(t, verdict, r.Verdict)
			assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box{X: 60, Y: 80, W: 40, H: 6}}, r.Findings[0].Place)
		}
	}
	linttest.Rule(t, field.Blank(),
		testCase{Name: "all is filled in", Evidence: on(marriage, nil), States: state(lint.Passed)},
		testCase{Name: "the law asks for it", Evidence: on(marriage, changes{"registered_on": blank}), States: state(lint.Found),
			Messages: []string{"field/blank"}, Check: func(t *testing.T, r *lint.Result) {
				is(lint.Error, lint.Rejected)(t, r)
				assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "«Ngày đăng ký»")
				assert.Equal(t, "Luật Hộ tịch 60/2014/QH13", r.Findings[0].Basis[0].Instrument)
			}},
		testCase{Name: "a decision without a number", Evidence: on(decision, changes{"number": blank}), States: state(lint.Found),
			Messages: []string{"field/blank"}, Check: is(lint.Error, lint.Rejected)},
		testCase{Name: "only the form asks for it", Evidence: on(extract, changes{"number": blank}), States: state(lint.Found),
			Messages: []string{"field/blank"}, Check: is(lint.Warning, lint.Accepted)},
		testCase{Name: "the law is no more", Evidence: since(law.Date(2027, time.March, 2), on(marriage, changes{"wife_name": blank})), States: state(lint.Found),
			Messages: []string{"field/blank"}, Check: is(lint.Warning, lint.Accepted)},
		testCase{Name: "a day without its month", Evidence: on(marriage, changes{"registered_on": partly}), States: state(lint.Found),
			Messages: []string{"field/blank.incomplete"}},
		testCase{Name: "not required", Evidence: on(extract, changes{"wife_born_on": blank}), States: state(lint.Passed)},
		testCase{Name: "unsure", Evidence: on(marriage, changes{"wife_name": unsure}), States: state(lint.NotChecked),
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Accepted, r.Verdict) }},
		testCase{Name: "label not read", Evidence: on(marriage, changes{"wife_name": unread}), States: state(lint.NotChecked)},
		testCase{Name: "one is blank and one unsure", Evidence: on(marriage, changes{"wife_name": blank, "husband_name": unsure}),
			States: state(lint.NotChecked), Messages: []string{"field/blank"}},
		testCase{Name: "values were not looked for", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage),
			evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Shows(marriage)))), States: state(lint.NotChecked)},
		testCase{Name: "a form without values", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage),
			evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Shows(forms.Form("to_khai_ket_hon"))))), States: state(lint.NotApplicable)},
		testCase{Name: "not recognised", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage),
			evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Unrecognised(form.NoMatch)))), States: state(lint.NotChecked)},
		testCase{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}

func TestNameMismatch(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage := forms.Form("ket_hon")
	says := func(text string, sure float64) func(*form.ValueReading) {
		return func(v *form.ValueReading) { v.Text, v.Sure = text, sure }
	}
	hand := func(v *form.ValueReading) { v.Text, v.Sure, v.How = "Nguyễn Thị Lan", 0.95, form.ByHand }
	on := func(wife, husband, signed func(*form.ValueReading)) *evidence.Dossier {
		return evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage), evidencetest.Document("a.pdf", evidencetest.Pages(
			filledIn(marriage, map[string]func(*form.ValueReading){"wife_name": wife, "husband_name": husband, "wife_signed_name": signed}))))
	}
	wife, husband := says("NGUYỄN THỊ LAN", 0.95), says("TRẦN VĂN DŨNG", 0.95)
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	mismatch := []string{"field/name-mismatch"}
	linttest.Rule(t, field.NameMismatch(),
		testCase{Name: "the same", Evidence: on(wife, husband, says("Nguyễn Thị Lan", 0.95)), States: state(lint.Passed)},
		testCase{Name: "a letter read wrongly", Evidence: on(wife, husband, says("Nguyễn Thị Lam", 0.95)), States: state(lint.Passed)},
		testCase{Name: "the other spouse's", Evidence: on(wife, husband, says("Trần Văn Dũng", 0.9)), States: state(lint.Found), Messages: mismatch,
			Check: func(t *testing.T, r *lint.Result) {
				for _, lang := range []msg.Lang{msg.Vietnamese, msg.English} {
					assert.NotContains(t, r.Findings[0].Message.In(lang), "Dũng", "nobody is named")
				}
				assert.Equal(t, lint.Accepted, r.Verdict)
			}},
		testCase{Name: "a third person's", Evidence: on(wife, husband, says("Phạm Quốc Khánh", 0.95)), States: state(lint.Found), Messages: mismatch},
		testCase{Name: "a third person's, read with doubt", Evidence: on(wife, husband, says("Phạm Quốc Khánh", 0.85)), States: state(lint.Passed)},
		testCase{Name: "garbled by a seal", Evidence: on(wife, husband, says("Ngx1 T#ị", 0.95)), States: state(lint.NotApplicable)},
		testCase{Name: "read badly", Evidence: on(wife, husband, says("Trần Văn Dũng", 0.5)), States: state(lint.NotApplicable)},
		testCase{Name: "written by hand", Evidence: on(hand, husband, says("Trần Văn Dũng", 0.95)), States: state(lint.NotApplicable)},
		testCase{Name: "not recognised", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage),
			evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Unrecognised(form.NoMatch)))), States: state(lint.NotApplicable)},
		testCase{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}
