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
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/rules/field"
)

// Places on the sheet that evidencetest draws.
var (
	husbandBox  = raster.Rect{X: 120, Y: 180, W: 46, H: 17}
	officialBox = raster.Rect{X: 110, Y: 230, W: 50, H: 25}
	headBox     = raster.Rect{X: 150, Y: 5, W: 50, H: 15}
)

func pastedPage(f *form.Form, wife, husband ink.State, over ...raster.Pasted) evidence.PageReading {
	page := evidencetest.Certificate(f, wife, husband)
	page.Pasted = over
	return page
}

func TestPastedSignature(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage, birth := forms.Form("ket_hon"), forms.Form("khai_sinh")
	with := func(o ...evidencetest.Option) *evidence.Dossier {
		return evidencetest.Dossier(evidencetest.Expecting("1.000894", marriage), evidencetest.Document("a.pdf", o...))
	}
	over := func(husband ink.State, all ...raster.Pasted) *evidence.Dossier {
		return with(evidencetest.Pages(pastedPage(marriage, ink.Present, husband, all...)))
	}
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	stamp := func(at raster.Rect) raster.Pasted {
		return raster.Pasted{Rect: at, Kind: raster.Annotation, Subtype: "Stamp", Image: true}
	}
	drawn, note, frame := stamp(husbandBox), stamp(husbandBox), stamp(husbandBox)
	drawn.Image, drawn.Lines, drawn.Subtype = false, true, "Ink"
	note.Image, note.Text, note.Subtype = false, true, "FreeText"
	frame.Image, frame.Lines, frame.Subtype = false, true, "Square"
	widget := stamp(officialBox)
	widget.Subtype, widget.Signature, widget.Signed = "Widget", true, true
	open := widget
	open.Signed = false
	inserted := raster.Pasted{Rect: husbandBox, Kind: raster.Content, Image: true}
	layer := inserted
	layer.Doubtful = true
	electronic := pastedPage(marriage, ink.Absent, ink.Absent, stamp(husbandBox))
	electronic.Electronic = true
	id := []string{"field/pasted-signature"}
	severity := func(want lint.Severity) func(*testing.T, *lint.Result) {
		return func(t *testing.T, r *lint.Result) { assert.Equal(t, want, r.Findings[0].Severity) }
	}

	linttest.Rule(t, field.PastedSignature(),
		testCase{Name: "nothing", Evidence: over(ink.Present), States: state(lint.Passed)},
		testCase{Name: "a stamp in place of a signature", Evidence: over(ink.Absent, stamp(husbandBox)), States: state(lint.Found), Messages: id,
			Check: func(t *testing.T, r *lint.Result) {
				severity(lint.Error)(t, r)
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box(husbandBox)}, r.Findings[0].Place)
				assert.Equal(t, "Ô «Chữ ký của chồng» (bên phải, phần giữa trang 1) có hình được dán lên tệp sau khi quét (chú thích PDF kiểu Stamp), không phải mực trên giấy.",
					r.Findings[0].Message.In(msg.Vietnamese))
			}},
		testCase{Name: "drawn on the screen", Evidence: over(ink.Absent, drawn), States: state(lint.Found), Messages: id, Check: severity(lint.Error)},
		testCase{Name: "an image in the page, which looks like ink", Evidence: over(ink.Present, inserted), States: state(lint.Found), Messages: id, Check: severity(lint.Error)},
		testCase{Name: "an image in the page under a stamp", Evidence: over(ink.Present, stamp(husbandBox), inserted), States: state(lint.Found), Messages: id, Check: severity(lint.Error)},
		testCase{Name: "a stamp over a signature", Evidence: over(ink.Present, stamp(husbandBox)), States: state(lint.Found),
			Messages: []string{"field/pasted-signature.over-ink"}, Check: severity(lint.Warning)},
		testCase{Name: "a picture in the official's place, told once", Evidence: over(ink.Present, raster.Pasted{Rect: officialBox, Kind: raster.Content, Image: true}),
			States: state(lint.Found), Messages: id, Check: severity(lint.Warning)},
		testCase{Name: "a digital signature in the official's place", Evidence: over(ink.Present, widget), States: state(lint.Passed)},
		testCase{Name: "a picture in a field that nobody signed", Evidence: over(ink.Present, open), States: state(lint.Found), Messages: []string{"field/pasted-signature.over-ink"}},
		testCase{Name: "a stamp elsewhere", Evidence: over(ink.Present, stamp(headBox)), States: state(lint.Passed)},
		testCase{Name: "a stamp over the whole page", Evidence: over(ink.Present, stamp(raster.Rect{W: 210, H: 297})), States: state(lint.Passed)},
		testCase{Name: "typed text", Evidence: over(ink.Absent, note), States: state(lint.Passed)},
		testCase{Name: "a frame around it", Evidence: over(ink.Present, frame), States: state(lint.Passed)},
		testCase{Name: "ink in a layer that may be of the scan", Evidence: over(ink.Unsure, layer), States: state(lint.NotChecked)},
		testCase{Name: "electronic", Evidence: with(evidencetest.Pages(electronic)), States: state(lint.NotApplicable)},
		testCase{Name: "another form", Evidence: with(evidencetest.Pages(evidencetest.Shows(birth))), States: state(lint.NotApplicable)},
		testCase{Name: "not recognised", Evidence: with(evidencetest.Pages(evidencetest.Unrecognised(form.NoMatch))), States: state(lint.NotChecked)},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: state(lint.NotApplicable)},
		testCase{Name: "nothing could be had", Evidence: with(), States: state(lint.NotChecked)},
	)

	// The spouse's own rule does not tell the same again, nor does it pass.
	screen := pastedPage(marriage, ink.Present, ink.Present)
	screen.Electronic = true
	linttest.Rule(t, field.SpouseSignature(),
		testCase{Name: "a stamp, and an image in the page under it", Evidence: over(ink.Present, stamp(husbandBox), inserted), States: state(lint.NotChecked)},
		testCase{Name: "pictures of signatures on an electronic page", Evidence: with(evidencetest.Pages(screen)), States: state(lint.NotChecked)},
		testCase{Name: "an electronic page that shows none", Evidence: with(evidencetest.Pages(electronic)), States: state(lint.NotChecked), Messages: []string{"field/spouse-signature.wife"}},
		testCase{Name: "a stamp in place of a signature", Evidence: over(ink.Absent, stamp(husbandBox)), States: state(lint.NotChecked)},
		testCase{Name: "an image in the page", Evidence: over(ink.Present, inserted), States: state(lint.NotChecked)},
		testCase{Name: "a stamp over a signature", Evidence: over(ink.Present, stamp(husbandBox)), States: state(lint.Passed)},
		testCase{Name: "a stamp over one box, the other empty", Evidence: with(evidencetest.Pages(pastedPage(marriage, ink.Absent, ink.Absent, stamp(husbandBox)))),
			States: state(lint.NotChecked), Messages: []string{"field/spouse-signature.wife"}},
		testCase{Name: "both empty", Evidence: over(ink.Absent), States: state(lint.Found), Messages: []string{"field/spouse-signature.husband"}},
		testCase{Name: "no certificate", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}
