package result_test

import (
	"slices"
	"testing"

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
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/rules/result"
)

// TestFormsAndProceduresAgree holds the two places against each other that say
// which paper a procedure ends with: the forms, which an office adds to, and the
// table of procedures.
func TestFormsAndProceduresAgree(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	table := procedure.Builtin()
	for _, p := range table.Procedures() {
		var listed []string
		for _, f := range forms.Forms() {
			if p.Code != "" && slices.Contains(f.Procedures.Codes, p.Code) {
				listed = append(listed, f.ID)
			}
		}
		assert.ElementsMatch(t, p.Forms, listed, "%s %s", p.Code, p.Name.VI)
		signs := slices.ContainsFunc(listed, func(id string) bool { return forms.Form(id).Field(form.WifeSignature) != nil })
		assert.Equal(t, p.Spouses, signs, p.Name.VI)
		for _, c := range table.Components(p.Code, law.Date(2024, 1, 1)) {
			for _, id := range c.Forms {
				assert.NotNil(t, forms.Form(id), id)
			}
		}
	}
	for _, f := range forms.Forms() {
		for _, code := range f.Procedures.Codes {
			p, _ := table.Find(code, "")
			assert.Equal(t, code, p.Code, "%s is in no table of procedures", f.ID)
		}
	}
}

func TestComponentMissing(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	part := func(name string, options ...evidencetest.Option) *evidence.Document {
		doc := evidencetest.Document(name, append([]evidencetest.Option{evidencetest.Legible(evidence.Legible)}, options...)...)
		doc.Role = dossier.Component
		return doc
	}
	of := func(code string, docs ...*evidence.Document) *evidence.Dossier {
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			d.Procedure, d.Entry = code, &dossier.Entry{File: "ho-so.csv", Row: 3, Received: law.Date(2024, 5, 6)}
		}, docs...)
	}
	shows := func(id string) evidencetest.Option {
		require.NotNil(t, forms.Form(id), id)
		return evidencetest.Pages(evidencetest.Shows(forms.Form(id)))
	}
	listed := func(papers ...dossier.Attachment) *evidence.Dossier {
		d := of("1.000894", evidencetest.Document("KQ1.pdf"))
		d.Entry.Components = papers
		return d
	}
	is := func(s lint.State) map[string]lint.State { return map[string]lint.State{"": s} }
	missing := []string{"result/component-missing"}
	linttest.Rule(t, result.ComponentMissing(),
		testCase{Name: "by name", Evidence: of("1.000894", part("TP1 Tờ khai.pdf")), States: is(lint.Passed)},
		testCase{Name: "by the form on its page", Evidence: of("1.000894", part("TP1.pdf", shows("to_khai_ket_hon"))), States: is(lint.Passed)},
		testCase{Name: "one of two is missing", Evidence: of("1.001193", part("Tờ khai.pdf"), part("TP2.pdf", shows("ket_hon"))), States: is(lint.Found), Messages: missing,
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Accepted, r.Verdict, "a warning")
				assert.Equal(t, lint.Place{File: "ho-so.csv", Row: 3}, r.Findings[0].Place)
				assert.Equal(t, "Thành phần hồ sơ chưa có: Giấy chứng sinh, văn bản của người làm chứng hoặc giấy cam đoan.", r.Findings[0].Message.In(msg.Vietnamese))
			}},
		testCase{Name: "a paper that nothing names", Evidence: of("1.000894", part("TP1.pdf", evidencetest.Pages(evidencetest.Unrecognised(form.NoMatch)))), States: is(lint.NotChecked)},
		testCase{Name: "a photograph that nothing names", Evidence: of("1.000894", part("TP1.jpg", evidencetest.Content(evidence.JPEG))), States: is(lint.NotChecked)},
		testCase{Name: "nothing could be had of it", Evidence: of("1.000894", part("TP1.pdf")), States: is(lint.NotChecked)},
		testCase{Name: "blank", Evidence: of("1.000894", part("Tờ khai.pdf", evidencetest.Legible(evidence.BlankPages))), States: is(lint.Found), Messages: []string{"result/component-missing.blank"}},
		testCase{Name: "damaged", Evidence: of("1.000894", part("Tờ khai.pdf", evidencetest.Legible(evidence.Unreadable))), States: is(lint.Found), Messages: []string{"result/component-missing.unreadable"}},
		testCase{Name: "found by the procedure's name", Evidence: func() *evidence.Dossier {
			d := of("", part("CCCD.pdf", shows("ket_hon")))
			d.ProcedureName = "Đăng ký kết hôn"
			return d
		}(), States: is(lint.Found), Messages: missing},
		testCase{Name: "results alone", Evidence: of("1.000894", evidencetest.Document("KQ1.pdf")), States: is(lint.NotApplicable)},
		testCase{Name: "a procedure whose papers are not known", Evidence: of("1.004222", part("TP1.pdf")), States: is(lint.NotApplicable)},
		testCase{Name: "named by the register", Evidence: listed(dossier.Attachment{File: "Tờ khai.pdf"}), States: is(lint.Passed)},
		testCase{Name: "reused", Evidence: listed(dossier.Attachment{File: "Tờ khai.pdf", Digitized: dossier.No, Reused: dossier.Yes}), States: is(lint.Passed)},
		testCase{Name: "not digitized, the register says", Evidence: listed(dossier.Attachment{File: "to khai.pdf", Digitized: dossier.No}), States: is(lint.Found),
			Messages: []string{"result/component-missing.undigitized"}},
		testCase{Name: "the register names another", Evidence: listed(dossier.Attachment{File: "cccd.pdf"}), States: is(lint.Found), Messages: missing},
		testCase{Name: "the register names none by a file", Evidence: listed(dossier.Attachment{Code: "TP1"}), States: is(lint.NotApplicable)},
		testCase{Name: "before the circular", AsOf: law.Date(2023, 5, 24), Evidence: func() *evidence.Dossier {
			d := of("1.000894", part("TP1.pdf", shows("ket_hon")))
			d.Entry.Received = law.Date(2023, 5, 24)
			return d
		}(), States: is(lint.NotInForce)},
	)
}
