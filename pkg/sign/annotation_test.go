package sign_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestAnnotations: comments and their looks (ISO 32000-2 table 257, P = 3).
func TestAnnotations(t *testing.T) {
	onPage := func(more string) edit { return set(oPage, "Annots", "[8 0 R 9 0 R 10 0 R 14 0 R 23 0 R "+more+"]") }
	ap := put(61, stream("/Type /XObject /Subtype /Form /BBox [0 0 500 800]", "1 g 0 0 500 800 re f"))
	judge(t, []change{
		{name: "free text over the page", edit: both(ap, put(60, "<</Type /Annot /Subtype /FreeText /Rect [0 0 500 800] /Contents (x) /AP <</N 61 0 R>>>>"), onPage("60 0 R")),
			class: sign.ChangesAnnotation, code: sign.CodeAnnotationAdded, object: 60, page: 1, action: sign.ActionAdded},
		{name: "stamp", edit: both(ap, put(60, "<</Type /Annot /Subtype /Stamp /Rect [0 0 500 800] /AP <</N 61 0 R>>>>"), onPage("60 0 R")), class: sign.ChangesAnnotation, code: sign.CodeAnnotationAdded, object: 60, page: 1},
		{name: "redaction mark", edit: both(put(60, "<</Type /Annot /Subtype /Redact /Rect [0 0 500 800]>>"), onPage("60 0 R")), class: sign.ChangesAnnotation, code: sign.CodeAnnotationAdded, object: 60, page: 1},
		{name: "direct annotation", edit: onPage("<</Type /Annot /Subtype /Square /Rect [0 0 5 5]>>"), class: sign.ChangesAnnotation, code: sign.CodeAnnotationAdded, page: 1},
		{name: "list of annotations moved to an object of its own", edit: both(put(60, "[8 0 R 9 0 R 10 0 R 14 0 R 23 0 R]"), set(oPage, "Annots", "60 0 R")), class: sign.ChangesNone},
		{name: "note edited", edit: set(oNote, "Contents", "(y)"), class: sign.ChangesAnnotation, code: sign.CodeAnnotationChanged, object: oNote, page: 1, action: sign.ActionReplaced},
		{name: "popup moved", edit: set(oPopup, "Rect", "[0 0 9 9]"), class: sign.ChangesAnnotation, code: sign.CodeAnnotationChanged, object: oPopup, page: 1},
		{name: "link leads elsewhere", edit: set(oLink, "A", "<</S /URI /URI (https://other.test)>>"), class: sign.ChangesAnnotation, code: sign.CodeAnnotationChanged, object: oLink, page: 2},
		{name: "link runs a script", edit: set(oLink, "A", "<</S /JavaScript /JS (x)>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oLink, page: 2, detail: "Page/Annots/A"},
		{name: "link opens and then launches", edit: set(oLink, "A", "<</S /URI /URI (x) /Next <</S /Launch>>>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oLink, page: 2},
		{name: "new annotation runs a script", edit: both(put(60, "<</Type /Annot /Subtype /Screen /Rect [0 0 5 5] /A <</S /JavaScript /JS (x)>>>>"), onPage("60 0 R")), class: sign.ChangesOther, code: sign.CodeUnexplained, object: 60, page: 1},
		{name: "all notes removed", edit: set(oPage, "Annots", "[8 0 R 9 0 R 14 0 R]"), class: sign.ChangesAnnotation, code: sign.CodeAnnotationRemoved, object: oNote, page: 1, action: sign.ActionRemoved},
		{name: "note turns into a field", edit: set(oNote, "Subtype", "/Widget", "FT", "/Tx", "T", "(x)"), class: sign.ChangesOther, code: sign.CodeFieldAdded, object: oNote, page: 1},
		{name: "icons of comments", edit: set(oCatalog, "Names", "<</JavaScript <</Names [(a) 22 0 R]>> /AP <</Names []>>>>"), class: sign.ChangesAnnotation, code: sign.CodeAnnotationChanged},
		{name: "annotations are no array", edit: set(oPage, "Annots", "(x)"), class: sign.ChangesOther, code: sign.CodeAnnotationChanged, page: 1},
	})
}

// TestAnnotationOverlap: what a new annotation lies over is a fact; borders may touch.
func TestAnnotationOverlap(t *testing.T) {
	p := testPKI()
	box := pdf.Box{X: 20, Y: 20, W: 60, H: 20}
	base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First", Page: 1, Box: box})
	for name, c := range map[string]struct {
		box  pdf.Box
		over bool
	}{
		"over":   {pdf.Box{X: 30, Y: 25, W: 60, H: 20}, true},
		"within": {pdf.Box{X: 25, Y: 25, W: 5, H: 5}, true},
		"beside": {pdf.Box{X: 90, Y: 20, W: 60, H: 20}, false},
		"touch":  {pdf.Box{X: 80, Y: 20, W: 60, H: 20}, false},
	} {
		out := mustSign(t, base, p.agency, signtest.Options{Time: signed, Field: "Second", Page: 1, Box: c.box})
		s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
		assert.Equal(t, c.over, s.Has(sign.CodeAnnotationOverlap), name)
		assert.Equal(t, sign.TotalPassed, s.Indication, name)
	}
}
