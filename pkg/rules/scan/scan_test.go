package scan_test

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
	"github.com/tthclint/tthclint/pkg/rules/scan"
)

type testCase = linttest.Case[*evidence.Dossier]

func TestUnrecognisedForm(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage, birth := forms.Form("ket_hon"), forms.Form("khai_sinh")
	with := func(o ...evidencetest.Option) *evidence.Dossier {
		return evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage), evidencetest.Document("a.pdf", o...))
	}
	pages := func(all ...evidence.PageReading) *evidence.Dossier {
		for i := range all {
			all[i].Page = i + 1
		}
		return with(evidencetest.Pages(all...))
	}
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	certificate := evidencetest.Certificate(marriage, ink.Present, ink.Present)
	sure, perhaps := evidencetest.Shows(birth), evidencetest.Shows(birth)
	perhaps.Reading.Confidence = 0.6
	blank := evidencetest.Unrecognised(form.NoText)
	blank.Blank = true
	electronic := evidencetest.Undrawn()
	electronic.Electronic = true
	unknown := evidencetest.Unrecognised(form.NoMatch)
	page, file := []string{"scan/unrecognised-form.page"}, []string{"scan/unrecognised-form"}

	linttest.Rule(t, scan.UnrecognisedForm(),
		testCase{Name: "recognised", Evidence: pages(certificate), States: state(lint.Passed)},
		testCase{Name: "recognised behind a page that cannot be drawn", Evidence: pages(evidencetest.Undrawn(), certificate), States: state(lint.Passed)},
		testCase{Name: "not recognised", Evidence: pages(unknown), States: state(lint.Found), Messages: page,
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1}, r.Findings[0].Place)
				assert.Equal(t, lint.Warning, r.Findings[0].Severity)
				assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "Trang 1 không được nhận ra là Giấy chứng nhận kết hôn")
			}},
		testCase{Name: "not recognised behind a blank page", Evidence: pages(blank, unknown), States: state(lint.Found), Messages: file,
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, 2, r.Findings[0].Place.Page) }},
		testCase{Name: "blank throughout", Evidence: pages(blank, blank), States: state(lint.Found), Messages: file},
		testCase{Name: "perhaps another form", Evidence: pages(perhaps), States: state(lint.Found), Messages: page,
			Check: func(t *testing.T, r *lint.Result) {
				assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "trang giống mẫu Giấy khai sinh")
			}},
		testCase{Name: "surely another form", Evidence: pages(sure), States: state(lint.NotApplicable)},
		testCase{Name: "electronic", Evidence: pages(electronic), States: state(lint.NotApplicable)},
		testCase{Name: "cannot be drawn", Evidence: pages(unknown, evidencetest.Undrawn()), States: state(lint.NotChecked)},
		testCase{Name: "no form is expected", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Pages(unknown))), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: state(lint.NotApplicable)},
		testCase{Name: "nothing could be had", Evidence: with(), States: state(lint.NotChecked)},
	)
}
