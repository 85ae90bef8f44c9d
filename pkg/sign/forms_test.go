package sign_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestForms: what filling in is, and what it is not (ISO 32000-2 table 257, P = 2).
func TestForms(t *testing.T) {
	ap := put(60, stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20]", "BT (Binh) Tj ET"))
	judge(t, []change{
		{name: "field filled in", edit: both(ap, set(oText, "V", "(Binh)", "AP", "<</N 60 0 R>>", "M", "(D:20240101)")), class: sign.ChangesForm, code: sign.CodeFieldFilled, page: 1},
		{name: "field filled in, appearance in its place", edit: both(set(oText, "V", "(Binh)"), put(oTextAP, stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20]", "BT (Binh) Tj ET"))), class: sign.ChangesForm, code: sign.CodeFieldFilled, object: oTextAP, page: 1, detail: "Field/AP/N"},
		{name: "field with its widget apart filled in", edit: both(ap, set(oGroup, "V", "(2)"), set(oWidget, "AP", "<</N 60 0 R>>")), class: sign.ChangesForm, code: sign.CodeFieldFilled, page: 1},
		{name: "appearance changed without the value", edit: both(ap, set(oText, "AP", "<</N 60 0 R>>")), class: sign.ChangesOther, code: sign.CodeAppearanceReplaced, page: 1},
		{name: "value written anew, the same", edit: set(oText), class: sign.ChangesNone},
		{name: "field renamed", edit: set(oText, "T", "(other)"), class: sign.ChangesOther, code: sign.CodeFieldChanged, object: oText, page: 1, detail: "Field/T"},
		{name: "field of another type", edit: set(oText, "FT", "/Btn"), class: sign.ChangesOther, code: sign.CodeFieldChanged, object: oText, page: 1},
		{name: "field runs a script", edit: set(oText, "AA", "<</K <</S /JavaScript /JS (x)>>>>"), class: sign.ChangesOther, code: sign.CodeFieldChanged, object: oText, page: 1},
		{name: "field moved", edit: set(oText, "Rect", "[50 300 150 320]"), class: sign.ChangesAnnotation, code: sign.CodeFieldChanged, object: oText, page: 1, action: sign.ActionReplaced},
		{name: "field hidden", edit: set(oText, "F", "6"), class: sign.ChangesAnnotation, code: sign.CodeFieldChanged, object: oText, page: 1},
		{name: "field removed", edit: both(fields("", oText), set(oPage, "Annots", "[9 0 R 10 0 R 14 0 R 23 0 R]")), class: sign.ChangesOther, code: sign.CodeFieldRemoved, object: oText, page: 1, action: sign.ActionRemoved},
		{name: "widget of a field that stays removed", edit: both(set(oGroup, "Kids", "[]"), set(oPage, "Annots", "[8 0 R 9 0 R 10 0 R 23 0 R]")), class: sign.ChangesAnnotation, code: sign.CodeAnnotationRemoved, object: oWidget, page: 1, action: sign.ActionRemoved},
		{name: "signature field taken off the page", edit: set(oPage, "Annots", "[8 0 R 10 0 R 14 0 R 23 0 R]"), class: sign.ChangesOther, code: sign.CodeFieldRemoved, object: oEmpty, page: 1},
		{name: "text field added", edit: both(put(60, "<</FT /Tx /T (x) /V (1)>>"), fields("60 0 R", 0)), class: sign.ChangesOther, code: sign.CodeFieldAdded, object: 60, action: sign.ActionAdded},
		{name: "widget without a field added", edit: both(put(60, "<</Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [0 0 9 9]>>"), set(oPage, "Annots", "[8 0 R 9 0 R 10 0 R 14 0 R 23 0 R 60 0 R]")), class: sign.ChangesOther, code: sign.CodeFieldAdded, object: 60, page: 1},
		{name: "form removed", edit: set(oCatalog, "AcroForm", ""), class: sign.ChangesOther, code: sign.CodeFieldRemoved, action: sign.ActionRemoved},
		{name: "form made direct", edit: func(u *signtest.Update) {
			set(oCatalog, "AcroForm", signtest.Format(u.View.Dict(pdf.Ref{Num: oForm})))(u)
		}, class: sign.ChangesNone},
		{name: "fonts of the form added", edit: both(put(60, "<</Type /Font /Subtype /Type1 /BaseFont /Courier>>"), set(oForm, "DR", "<</Font <</Helv 6 0 R /Cour 60 0 R>> /Encoding <<>>>>")), class: sign.ChangesNone},
		{name: "font changed, and listed in the security store", edit: both(set(oFont, "BaseFont", "/Courier"), set(oCatalog, "DSS", "<</Certs [6 0 R]>>")), class: sign.ChangesOther, code: sign.CodePageContent, object: oFont, page: 1},
		{name: "XFA data filled in", edit: both(put(60, stream("", "<data/>")), set(oForm, "XFA", "[(template) 24 0 R (datasets) 60 0 R]")), class: sign.ChangesForm, code: sign.CodeFieldFilled},
		{name: "XFA template changed", edit: both(put(60, stream("", "<data/>")), set(oForm, "XFA", "[(template) 60 0 R (datasets) 24 0 R]")), class: sign.ChangesOther, code: sign.CodeUnexplained},
		{name: "XFA taken away", edit: set(oForm, "XFA", ""), class: sign.ChangesOther, code: sign.CodeUnexplained, action: sign.ActionRemoved},
		{name: "XFA packet added", edit: both(put(60, stream("", "<x/>")), set(oForm, "XFA", "[(template) 24 0 R (datasets) 24 0 R (script) 60 0 R]")), class: sign.ChangesOther, code: sign.CodeUnexplained},
		{name: "XFA packet renamed", edit: set(oForm, "XFA", "[(datasets) 24 0 R (datasets) 24 0 R]"), class: sign.ChangesOther, code: sign.CodeUnexplained},
		{name: "default appearance of a field changed, which has an appearance", edit: set(oText, "DA", "(/Helv 10 Tf 1 g)"), class: sign.ChangesForm, code: sign.CodeFieldChanged, page: 1},
		{name: "default appearance of a field changed, which readers draw by it", edit: set(oGroup, "DA", "(/Helv 10 Tf 1 g)"), class: sign.ChangesOther, code: sign.CodeAppearanceReplaced, page: 1},
		{name: "default appearance of a field changed, and readers told to draw anew", edit: both(set(oText, "DA", "(/Helv 10 Tf 1 g)"), set(oForm, "NeedAppearances", "true")), class: sign.ChangesOther, code: sign.CodeAppearanceReplaced, page: 1},
		{name: "name of a font that a field without appearance is drawn with means another", edit: both(put(60, "<</Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats>>"), set(oForm, "DR", "<</Font <</Helv 60 0 R>>>>")), class: sign.ChangesOther, code: sign.CodeAppearanceReplaced, object: 60},
		{name: "name of a font written anew, the same font", edit: both(put(60, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"), set(oForm, "DR", "<</Font <</Helv 60 0 R>>>>")), class: sign.ChangesForm, code: sign.CodeCatalogUpdated, object: 60},
		{name: "empty signature field gets an appearance", edit: both(ap, set(oEmpty, "AP", "<</N 60 0 R>>")), class: sign.ChangesOther, code: sign.CodeAppearanceReplaced, page: 1},
		{name: "signature field names another page", edit: set(oText, "P", "4 0 R"), class: sign.ChangesAnnotation, code: sign.CodeFieldChanged, object: oText, page: 1},
	})
}

// TestSignedField: how a signature looks is left alone by everybody.
func TestSignedField(t *testing.T) {
	p := testPKI()
	base := mustSign(t, signtest.Blank(2), p.person, signtest.Options{Time: signed, Field: "First", Page: 1, Box: stamp, DocMDP: 3})
	apOf := func(u *signtest.Update) pdf.Ref {
		return u.View.Dict(u.View.Dict(widgetOf(u)).Get("AP")).Get("N").(pdf.Ref)
	}
	for name, e := range map[string]edit{
		"moved": func(u *signtest.Update) {
			w := widgetOf(u)
			u.Replace(w.Num, signtest.With(u.View.Dict(w), map[pdf.Name]string{"Rect": "[0 0 10 10]"}))
		},
		"hidden": func(u *signtest.Update) {
			w := widgetOf(u)
			u.Replace(w.Num, signtest.With(u.View.Dict(w), map[pdf.Name]string{"F": "134"}))
		},
		"font of the appearance made an object": func(u *signtest.Update) {
			ap := apOf(u)
			s := u.View.Resolve(ap).(*pdf.Stream)
			data, err := u.View.Raw(s, 1<<20)
			require.NoError(t, err)
			num := u.New(signtest.Format(u.View.Resolve(s.Dict.Get("Resources"))))
			u.Replace(ap.Num, signtest.With(s.Dict, map[pdf.Name]string{"Resources": fmt.Sprintf("%d 0 R", num)})+"\nstream\n"+string(data)+"\nendstream")
		},
		"shown once more": func(u *signtest.Update) {
			w := widgetOf(u)
			num := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /T (Copy) /Rect [0 0 99 99] /V %s /AP <</N %d 0 R>>>>", signtest.Format(u.View.Dict(w).Get("V")), apOf(u).Num))
			page := u.View.Pages()[1]
			u.Replace(page.Ref.Num, signtest.With(page.Dict, map[pdf.Name]string{"Annots": fmt.Sprintf("[%d 0 R]", num)}))
		},
		"one more widget": func(u *signtest.Update) {
			w := widgetOf(u)
			num := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Widget /Parent %d 0 R /Rect [0 0 99 99] /AP <</N %d 0 R>>>>", w.Num, apOf(u).Num))
			page := u.View.Pages()[1]
			u.Replace(page.Ref.Num, signtest.With(page.Dict, map[pdf.Name]string{"Annots": fmt.Sprintf("[%d 0 R]", num)}))
		},
		"value is a text": func(u *signtest.Update) {
			w := widgetOf(u)
			u.Replace(w.Num, signtest.With(u.View.Dict(w), map[pdf.Name]string{"V": "(x)"}))
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := update(t, base, e)
			s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
			assert.Equal(t, sign.ChangesOther, s.Changes, "%+v", s.ChangeList)
			assert.NotEqual(t, sign.TotalPassed, s.Indication)
		})
	}
	unseen := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First", DocMDP: 2})
	tidied := update(t, unseen, func(u *signtest.Update) {
		w := widgetOf(u)
		ap := u.NewStream("/Type /XObject /Subtype /Form /BBox [0 0 0 0]", "")
		u.Replace(w.Num, signtest.With(u.View.Dict(w), map[pdf.Name]string{"AP": fmt.Sprintf("<</N %d 0 R>>", ap)}))
	})
	assert.Equal(t, sign.ChangesForm, validate(t, tidied, sign.Options{Trust: p.full}).Signatures[0].Changes, "invisible")
	locked := update(t, base, func(u *signtest.Update) {
		w := widgetOf(u)
		u.Replace(w.Num, signtest.With(u.View.Dict(w), map[pdf.Name]string{"F": "708"}))
	})
	assert.Equal(t, sign.ChangesForm, validate(t, locked, sign.Options{Trust: p.full}).Signatures[0].Changes, "locked against editing")
}

// TestEmptyField: to add a field is not to sign, unless somebody signs it.
func TestEmptyField(t *testing.T) {
	p := testPKI()
	for level, want := range map[int]bool{0: true, 2: false, 3: true} {
		base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First", DocMDP: level})
		empty := mustSign(t, base, p.agency, signtest.Options{Unsigned: true, Field: "Later"})
		s := validate(t, empty, sign.Options{Trust: p.full}).Signatures[0]
		require.NotNil(t, s.Permitted)
		assert.Equal(t, want, *s.Permitted, "P=%d %+v", level, s.ChangeList)
		full := mustSign(t, empty, p.agency, signtest.Options{Time: signed, Existing: true, Field: "Later"})
		s = validate(t, full, sign.Options{Trust: p.full}).Signatures[0]
		assert.True(t, *s.Permitted, "P=%d, signed: %v", level, s.Reasons)
		assert.Equal(t, sign.ChangesForm, s.Changes)
	}
	// One that shows something though nobody signed it.
	base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First"})
	out := update(t, base, func(u *signtest.Update) {
		ap := u.NewStream("/Type /XObject /Subtype /Form /BBox [0 0 500 800]", "1 g 0 0 500 800 re f")
		num := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /T (Cover) /Rect [0 0 500 800] /F 4 /AP <</N %d 0 R>>>>", ap))
		page := u.View.Pages()[0]
		u.Replace(page.Ref.Num, signtest.With(page.Dict, map[pdf.Name]string{"Annots": fmt.Sprintf("[%s %d 0 R]", signtest.Format(widgetOf(u)), num)}))
	})
	s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
	require.NotNil(t, s.Permitted)
	assert.False(t, *s.Permitted)
	assert.NotEqual(t, sign.TotalPassed, s.Indication)
}

// TestValueNotShown: a field that was filled in and shows something else is told,
// whatever is permitted.
func TestValueNotShown(t *testing.T) {
	p := testPKI()
	base := mustSign(t, rich(), p.person, signtest.Options{Time: signed, Field: "First"})
	form := "/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources <</Font <</Helv <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>>>>>"
	for shown, want := range map[string]bool{"(900.000)": true, "(50.000)": false, "(50,000 d)": false, "()": false, "(Le phi 50 000)": false} {
		out := update(t, base, both(put(60, stream(form, "BT /Helv 10 Tf "+shown+" Tj ET")), set(oText, "V", "(50000)", "AP", "<</N 60 0 R>>")))
		s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
		assert.Equal(t, sign.ChangesForm, s.Changes)
		assert.Equal(t, want, s.Has(sign.CodeValueNotShown), "%s %v", shown, s.Reasons)
	}
	untouched := update(t, base, set(oCatalog, "Lang", "(vi)"))
	assert.False(t, validate(t, untouched, sign.Options{}).Signatures[0].Has(sign.CodeValueNotShown))
}

// TestDrawnAnew: to have readers draw the fields anew is harmless, unless one of
// them was signed with an appearance that does not show its value.
func TestDrawnAnew(t *testing.T) {
	p := testPKI()
	form := "/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources <</Font <</Helv <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>>>>>"
	for shown, want := range map[string]sign.Changes{"(50.000)": sign.ChangesOther, "(900.000)": sign.ChangesForm} {
		prepared := update(t, rich(), both(put(oTextAP, stream(form, "BT /Helv 10 Tf "+shown+" Tj ET")), set(oText, "V", "(900000)")))
		base := mustSign(t, prepared, p.person, signtest.Options{Time: signed, Field: "First", DocMDP: 2})
		s := validate(t, update(t, base, set(oForm, "NeedAppearances", "true")), sign.Options{Trust: p.full}).Signatures[0]
		assert.Equal(t, want, s.Changes, "%s %+v", shown, s.ChangeList)
		assert.Equal(t, want == sign.ChangesForm, s.Indication == sign.TotalPassed, shown)
	}
}

// TestFilling: filling in a form is no long-term validation.
func TestFilling(t *testing.T) {
	p := testPKI()
	for level, permits := range map[int]map[sign.Changes]bool{
		0: {"": true, sign.ChangesNone: false, sign.ChangesForm: true, sign.ChangesAnnotation: true},
		1: {"": false, sign.ChangesNone: false, sign.ChangesForm: false, sign.ChangesAnnotation: false},
		2: {"": true, sign.ChangesNone: false, sign.ChangesForm: true, sign.ChangesAnnotation: true},
	} {
		out := update(t, mustSign(t, rich(), p.person, signtest.Options{Time: signed, Field: "First", DocMDP: level}), set(oGroup, "V", "(2)"))
		for permit, ok := range permits {
			s := validate(t, out, sign.Options{Trust: p.full, Permit: permit}).Signatures[0]
			assert.Equal(t, sign.ChangesForm, s.Changes)
			require.NotNil(t, s.Permitted)
			assert.Equal(t, ok, *s.Permitted, "P=%d, permit %q", level, permit)
			assert.Equal(t, ok, s.Indication == sign.TotalPassed, "P=%d, permit %q", level, permit)
			assert.Equal(t, !ok, s.Has(sign.CodeChangeNotPermitted))
		}
	}
}

// TestWaiting: what lies in the signed bytes and is used by nothing is not
// signed as part of the document, however an update comes to use it.
func TestWaiting(t *testing.T) {
	p := testPKI()
	waiting := both(
		put(50, stream("", "BT /F1 12 Tf (900.000) Tj ET")), put(51, stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20]", "0 0 100 20 re f")),
		put(52, "<</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Symbol>>>>>>"), put(53, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>"),
		put(54, "<</S /JavaScript /JS (x)>>"))
	base := mustSign(t, update(t, rich(), waiting), p.person, signtest.Options{Time: signed, Field: "First", DocMDP: 3})
	for name, e := range map[string]edit{
		"content":    set(oPage, "Contents", "50 0 R"),
		"resources":  set(oPage, "Resources", "52 0 R"),
		"page":       set(oPages, "Kids", "[3 0 R 53 0 R]"),
		"appearance": set(oText, "AP", "<</N 51 0 R>>"),
		"script":     set(oCatalog, "OpenAction", "54 0 R"),
	} {
		s := validate(t, update(t, base, e), sign.Options{Trust: p.full}).Signatures[0]
		assert.Equal(t, sign.ChangesOther, s.Changes, name)
		assert.NotEqual(t, sign.TotalPassed, s.Indication, name)
	}
}

// TestOnceInTheList: a signature that came is one change, with its page.
func TestOnceInTheList(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(2), p.person, signtest.Options{Time: signed, Field: "First"})
	out = mustSign(t, out, p.agency, signtest.Options{Time: signed, Field: "Second", Page: 2, Box: stamp, Lines: []string{"x"}})
	s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
	var added []sign.Change
	for _, c := range s.ChangeList {
		if c.Code == sign.CodeSignatureAdded {
			added = append(added, c)
		}
	}
	require.Len(t, added, 1, "%+v", s.ChangeList)
	assert.Equal(t, 2, added[0].Page)
	assert.Equal(t, "Second", added[0].Field)
	assert.Contains(t, s.Reasons, sign.Reason{Code: sign.CodeAppearanceAdded, Args: []string{"2", "Second"}})
	assert.Equal(t, sign.TotalPassed, s.Indication)
}
