package result_test

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
	"github.com/tthclint/tthclint/pkg/rules/result"
)

func TestWrongDocument(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage, birth, extract := forms.Form("ket_hon"), forms.Form("khai_sinh"), forms.Form("trich_luc_ket_hon")
	dossier := func(docs ...*evidence.Document) *evidence.Dossier {
		return evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage, extract), docs...)
	}
	file := func(name string, all ...evidence.PageReading) *evidence.Document {
		for i := range all {
			all[i].Page = i + 1
		}
		return evidencetest.Document(name, evidencetest.Pages(all...))
	}
	pages := func(all ...evidence.PageReading) *evidence.Dossier { return dossier(file("a.pdf", all...)) }
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	certificate := evidencetest.Certificate(marriage, ink.Absent, ink.Present)
	sure, perhaps := evidencetest.Shows(birth), evidencetest.Shows(birth)
	perhaps.Reading.Confidence = 0.6
	blank := evidencetest.Unrecognised(form.NoText)
	blank.Blank = true
	screen := evidencetest.Shows(extract)
	screen.Electronic = true
	wrong := []string{"result/wrong-document"}

	linttest.Rule(t, result.WrongDocument(),
		testCase{Name: "the right paper, whatever it lacks", Evidence: pages(certificate), States: state(lint.Passed)},
		testCase{Name: "the right paper behind another", Evidence: pages(sure, certificate), States: state(lint.Passed)},
		testCase{Name: "another paper", Evidence: pages(sure), States: state(lint.Found), Messages: wrong,
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Rejected, r.Verdict)
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1}, r.Findings[0].Place)
				assert.Equal(t, "Tệp là Giấy khai sinh (trang 1), không phải Giấy chứng nhận kết hôn mà thủ tục này trả cho công dân.", r.Findings[0].Message.In(msg.Vietnamese))
			}},
		testCase{Name: "another paper with a blank back", Evidence: pages(sure, blank), States: state(lint.Found), Messages: wrong},
		testCase{Name: "another paper before a page that may be the right one", Evidence: pages(sure, evidencetest.Unrecognised(form.NoMatch)), States: state(lint.NotChecked)},
		testCase{Name: "another paper before a page that cannot be drawn", Evidence: pages(sure, evidencetest.Undrawn()), States: state(lint.NotChecked)},
		testCase{Name: "perhaps another paper", Evidence: pages(perhaps), States: state(lint.NotChecked)},
		testCase{Name: "blank", Evidence: pages(blank), States: state(lint.NotChecked)},
		testCase{Name: "another paper beside the right one", Evidence: dossier(file("a.pdf", sure), file("b.pdf", certificate)),
			States: map[string]lint.State{"a.pdf": lint.NotApplicable, "b.pdf": lint.Passed}},
		testCase{Name: "another paper beside a file that cannot be read", Evidence: dossier(file("a.pdf", sure), evidencetest.Document("b.pdf", evidencetest.Damaged())),
			States: map[string]lint.State{"a.pdf": lint.Found, "b.pdf": lint.NotChecked}, Messages: wrong},
		testCase{Name: "a scanned extract", Evidence: pages(evidencetest.Shows(extract)), States: state(lint.Found), Messages: []string{"result/wrong-document.extract"},
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Warning, r.Findings[0].Severity) }},
		testCase{Name: "an electronic extract", Evidence: pages(screen), States: state(lint.Passed)},
		testCase{Name: "a scanned extract beside the certificate", Evidence: pages(evidencetest.Shows(extract), certificate), States: state(lint.Passed)},
		testCase{Name: "no form is expected", Evidence: evidencetest.Dossier(nil, file("a.pdf", sure)), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "a picture", Evidence: dossier(evidencetest.Document("a.pdf", evidencetest.Content(evidence.JPEG))), States: state(lint.NotApplicable)},
		testCase{Name: "nothing could be had", Evidence: dossier(evidencetest.Document("a.pdf")), States: state(lint.NotChecked)},
	)
}
