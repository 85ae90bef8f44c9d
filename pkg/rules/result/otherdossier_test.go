package result_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/result"
)

func TestOtherDossier(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage, slip := forms.Form("ket_hon"), forms.Form("giay_tiep_nhan")
	value := func(key, text string, sure float64) form.ValueReading {
		return form.ValueReading{Key: key, State: form.Filled, How: form.ByPrint, Text: text, Sure: sure, Box: form.Box{X: 60, Y: 80, W: 40, H: 6}}
	}
	on := func(f *form.Form, values ...form.ValueReading) *evidence.Dossier {
		page := evidencetest.Shows(f)
		page.Reading.Values = values
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			evidencetest.Expecting("1.000894", marriage)(d)
			d.ID = ownCode
			d.Code, _, _ = dossier.FindCode(ownCode, dossier.CodeFormats())
			d.Entry = &dossier.Entry{File: "ho-so.csv", Row: 2, Code: ownCode, Owner: "Nguyễn Thị Lan"}
		}, evidencetest.Document("a.pdf", evidencetest.Pages(page)))
	}
	names := func(wife, husband form.ValueReading) *evidence.Dossier { return on(marriage, wife, husband) }
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	dung := value("husband_name", "TRẦN VĂN DŨNG", 0.97)
	hand := value("wife_name", "HỒ NGỌC BÍCH", 0.97)
	hand.How = form.ByHand
	linttest.Rule(t, result.OtherDossier(),
		testCase{Name: "the owner's", Evidence: names(value("wife_name", "NGUYỄN THỊ LAN", 0.97), dung), States: state(lint.Passed)},
		testCase{Name: "the owner's, with a letter read wrongly", Evidence: names(value("wife_name", "NGUYEN THI LAM", 0.8), dung), States: state(lint.Passed)},
		testCase{Name: "others'", Evidence: names(value("wife_name", "HỒ NGỌC BÍCH", 0.97), dung), States: state(lint.Found), Messages: []string{"result/other-dossier.owner"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Warning, r.Findings[0].Severity)
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box{X: 60, Y: 80, W: 40, H: 6}}, r.Findings[0].Place)
				for _, lang := range []msg.Lang{msg.Vietnamese, msg.English} {
					assert.NotRegexp(t, "(?i)bích|lan|dũng", r.Findings[0].Message.In(lang), "nobody is named")
				}
			}},
		testCase{Name: "one of them read with doubt", Evidence: names(value("wife_name", "HỒ NGỌC BÍCH", 0.7), dung), States: state(lint.NotApplicable)},
		testCase{Name: "one of them by hand", Evidence: names(hand, dung), States: state(lint.NotApplicable)},
		testCase{Name: "one of them somewhat alike", Evidence: names(value("wife_name", "NGUYỄN THỊ HOA", 0.97), dung), States: state(lint.NotApplicable)},
		testCase{Name: "own code on a slip", Evidence: on(slip, value("dossier_code", ownCode, 0.97)), States: state(lint.Passed)},
		testCase{Name: "another code on a slip", Evidence: on(slip, value("dossier_code", "H20.30-230928-0147", 0.97)), States: state(lint.Found), Messages: []string{"result/other-dossier.code"}},
		testCase{Name: "one sign of the code is another", Evidence: on(slip, value("dossier_code", "H20.30-230911-0002", 0.97)), States: state(lint.Passed)},
		testCase{Name: "no code", Evidence: on(slip, value("dossier_code", "H2O", 0.97)), States: state(lint.NotApplicable)},
		testCase{Name: "values were not looked for", Evidence: on(marriage), States: state(lint.NotApplicable)},
		testCase{Name: "not recognised", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage),
			evidencetest.Document("a.pdf", evidencetest.Pages(evidencetest.Unrecognised(form.NoMatch)))), States: state(lint.NotApplicable)},
		testCase{Name: "damaged", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage), evidencetest.Document("a.pdf", evidencetest.Damaged())), States: state(lint.NotChecked)},
		testCase{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}
