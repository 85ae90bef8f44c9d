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
	"github.com/tthclint/tthclint/pkg/rules/field"
)

// shape returns the shape of strokes that are set by seed.
func shape(t *testing.T, seed int) ink.Shape {
	t.Helper()
	s := ink.Shape{Cells: make([]uint8, 4*16*32), Aspect: 2}
	for i := range s.Cells {
		if (i*7+i/32*seed)%(11+seed) == 0 {
			s.Cells[i] = 200
		}
	}
	require.GreaterOrEqual(t, ink.Same(s, s), ink.SameFrom)
	return s
}

func TestIdenticalSignatures(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage := forms.Form("ket_hon")
	one, other := shape(t, 3), shape(t, 14)
	require.Less(t, ink.Same(one, other), ink.SameFrom)
	page := func(f *form.Form, wife, husband, official ink.Shape) evidence.PageReading {
		page := evidencetest.Certificate(f, ink.Present, ink.Present)
		for i, s := range []ink.Shape{wife, husband, official} {
			page.Reading.Fields[i].Features.Shape = s
		}
		return page
	}
	with := func(o ...evidencetest.Option) *evidence.Dossier {
		return evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage), evidencetest.Document("a.pdf", o...))
	}
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	fingers := page(marriage, one, one, other)
	fingers.Reading.Fields[0].State, fingers.Reading.Fields[1].State = ink.Fingerprint, ink.Fingerprint
	unsure := page(marriage, one, one, ink.Shape{})
	unsure.Reading.Fields[1].State = ink.Unsure
	excused := *marriage
	excused.Fields = append([]form.Field{}, marriage.Fields...)
	for i := range excused.Fields {
		if excused.Fields[i].Key == form.HusbandSignature {
			excused.Fields[i].SamePersonAs = form.WifeSignature
		}
	}
	id := []string{"field/identical-signatures"}

	linttest.Rule(t, field.IdenticalSignatures(),
		testCase{Name: "three hands", Evidence: with(evidencetest.Pages(page(marriage, one, other, ink.Shape{}))), States: state(lint.Passed)},
		testCase{Name: "one hand for both", Evidence: with(evidencetest.Pages(page(marriage, one, one, other))), States: state(lint.Found), Messages: id,
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Warning, r.Findings[0].Severity)
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box{X: 112, Y: 173, W: 72, H: 33}}, r.Findings[0].Place)
				assert.Equal(t, "Ô «Chữ ký của vợ» và ô «Chữ ký của chồng» (trang 1) có cùng một hình nét ký.", r.Findings[0].Message.In(msg.Vietnamese))
			}},
		testCase{Name: "the official signed for the husband", Evidence: with(evidencetest.Pages(page(marriage, other, one, one))), States: state(lint.Found), Messages: id},
		testCase{Name: "one person by the form", Evidence: with(evidencetest.Pages(page(&excused, one, one, other))), States: state(lint.Passed)},
		testCase{Name: "fingerprints", Evidence: with(evidencetest.Pages(fingers)), States: state(lint.NotApplicable)},
		testCase{Name: "one is unsure", Evidence: with(evidencetest.Pages(unsure)), States: state(lint.NotApplicable)},
		testCase{Name: "not recognised", Evidence: with(evidencetest.Pages(evidencetest.Unrecognised(form.NoMatch))), States: state(lint.NotApplicable)},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: state(lint.NotApplicable)},
		testCase{Name: "birth registration", Evidence: evidencetest.Dossier(evidencetest.Expecting("1.001193", forms.Form("khai_sinh")), evidencetest.Document("a.pdf")),
			States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "nothing could be had", Evidence: with(), States: state(lint.NotChecked)},
	)
}
