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

// TestCatalog: what the document says about itself.
func TestCatalog(t *testing.T) {
	root := func(kv ...string) edit { return set(oCatalog, kv...) }
	judge(t, []change{
		{name: "random entry", edit: root("Any", "<</A 1>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oCatalog, action: sign.ActionAdded, detail: "Root/Any"},
		{name: "random object", edit: put(60, "<</A 1>>"), class: sign.ChangesNone},
		{name: "version of the writer", edit: root("ITXT", "(4.2.0)"), class: sign.ChangesLTA, code: sign.CodeCatalogUpdated, action: sign.ActionAdded},
		{name: "extension added", edit: root("Extensions", "<</ADBE <</BaseVersion /1.7 /ExtensionLevel 5>> /ESIC <</BaseVersion /1.7 /ExtensionLevel 2>>>>"), class: sign.ChangesLTA, code: sign.CodeCatalogUpdated},
		{name: "extension raised", edit: root("Extensions", "<</ADBE <</BaseVersion /2.0 /ExtensionLevel 8>>>>"), class: sign.ChangesLTA, code: sign.CodeCatalogUpdated},
		{name: "extension level lowered", edit: root("Extensions", "<</ADBE <</BaseVersion /1.7 /ExtensionLevel 3>>>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, detail: "Extensions/ADBE/ExtensionLevel"},
		{name: "extension base lowered", edit: root("Extensions", "<</ADBE <</BaseVersion /1.3 /ExtensionLevel 5>>>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, detail: "BaseVersion"},
		{name: "extension removed", edit: root("Extensions", "<<>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, detail: "Extensions/ADBE", action: sign.ActionRemoved},
		{name: "extensions removed", edit: root("Extensions", ""), class: sign.ChangesOther, code: sign.CodeUnexplained, action: sign.ActionRemoved},
		{name: "version raised", edit: root("Version", "/2.0"), class: sign.ChangesLTA, code: sign.CodeCatalogUpdated, object: oCatalog},
		{name: "version lowered", edit: root("Version", "/1.4"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oCatalog},
		{name: "version removed", edit: root("Version", ""), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oCatalog},
		{name: "metadata", edit: both(put(60, stream("/Type /Metadata /Subtype /XML", "<x/>")), root("Metadata", "60 0 R")), class: sign.ChangesLTA, code: sign.CodeMetadataUpdated, object: 60, action: sign.ActionAdded},
		{name: "piece info", edit: root("PieceInfo", "<</X <</LastModified (D:2024)>>>>"), class: sign.ChangesLTA, code: sign.CodeCatalogUpdated},
		{name: "page tree made direct", edit: root("Pages", "<</Type /Pages /Count 2 /Kids [3 0 R 4 0 R]>>"), class: sign.ChangesOther, code: sign.CodePagesChanged, object: oCatalog},
		{name: "outline changed", edit: set(oItem, "Title", "(2)"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oItem, detail: "Root/Outlines"},
		{name: "layers switched", edit: root("OCProperties", "<</OCGs [] /D <</BaseState /OFF>>>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oCatalog},
		{name: "script changed", edit: put(oJS, "<</S /JavaScript /JS (x)>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oJS, detail: "Root/Names/JavaScript"},
		{name: "action on opening", edit: root("OpenAction", "[4 0 R /Fit]"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oCatalog},
		{name: "additional actions", edit: root("AA", "<</WP <</S /JavaScript /JS (x)>>>>"), class: sign.ChangesOther, code: sign.CodeUnexplained, object: oCatalog},
		{name: "how it is shown", edit: root("ViewerPreferences", "<</HideMenubar true>>"), class: sign.ChangesOther, code: sign.CodeUnexplained},
		{name: "page labels", edit: root("PageLabels", "<</Nums [0 <</S /R>>]>>"), class: sign.ChangesOther, code: sign.CodeUnexplained},
		{name: "threads", edit: root("Threads", "[]"), class: sign.ChangesOther, code: sign.CodeUnexplained},
		{name: "output intents", edit: root("OutputIntents", "[<</S /GTS_PDFA1>>]"), class: sign.ChangesOther, code: sign.CodeUnexplained},
		{name: "another catalog", edit: func(u *signtest.Update) {
			num := u.New(signtest.With(u.View.Catalog(), map[pdf.Name]string{"Pages": "60 0 R"}))
			u.Replace(60, "<</Type /Pages /Count 1 /Kids [3 0 R]>>")
			u.Trailer("Root", fmt.Sprintf("%d 0 R", num))
		}, class: sign.ChangesOther, code: sign.CodePagesChanged},
		{name: "the same catalog under another number", edit: func(u *signtest.Update) {
			u.Trailer("Root", fmt.Sprintf("%d 0 R", u.New(signtest.Format(u.View.Catalog()))))
		}, class: sign.ChangesNone},
		{name: "page box", edit: set(oPage, "CropBox", "[0 0 300 300]"), class: sign.ChangesOther, code: sign.CodePageContent, object: oPage, page: 1, action: sign.ActionAdded, detail: "Page/CropBox"},
		{name: "number written as a real", edit: set(oPage, "MediaBox", "[0.0 0 595.0 842]"), class: sign.ChangesNone},
		{name: "media box inherited", edit: set(oPages, "MediaBox", "[0 0 300 300]"), class: sign.ChangesOther, code: sign.CodePagesChanged, object: oPages},
		{name: "font of the page", edit: set(oFont, "BaseFont", "/Courier"), class: sign.ChangesOther, code: sign.CodePageContent, object: oFont, page: 1, action: sign.ActionReplaced, detail: "Page/Resources/F1"},
		{name: "content", edit: put(oContent, stream("", "BT ET")), class: sign.ChangesOther, code: sign.CodePageContent, object: oContent, page: 1, detail: "Page/Contents"},
		{name: "page removed", edit: set(oPages, "Kids", "[3 0 R]", "Count", "1"), class: sign.ChangesOther, code: sign.CodePagesChanged, object: oPages, action: sign.ActionRemoved, detail: "Root/Pages/Kids"},
		{name: "pages swapped", edit: set(oPages, "Kids", "[4 0 R 3 0 R]"), class: sign.ChangesOther, code: sign.CodePagesChanged, page: 2},
	})
}

// TestSecurityStore may grow, and shall not go.
func TestSecurityStore(t *testing.T) {
	p := testPKI()
	base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First", DocMDP: 1})
	base, err := signtest.AddDSS(base, p.sub.Cert.Raw)
	require.NoError(t, err)
	more, err := signtest.AddDSS(base, p.sub.Cert.Raw, p.root.Cert.Raw)
	require.NoError(t, err)
	s := validate(t, more, sign.Options{Trust: p.full}).Signatures[0]
	assert.Equal(t, sign.ChangesLTA, s.Changes)
	assert.Equal(t, sign.TotalPassed, s.Indication, s.Reasons)
	gone := update(t, base, func(u *signtest.Update) {
		num, cat := u.Catalog()
		u.Replace(num, signtest.With(cat, map[pdf.Name]string{"DSS": ""}))
	})
	s = validate(t, gone, sign.Options{Trust: p.full}).Signatures[0]
	assert.Equal(t, sign.ChangesOther, s.Changes)
	assert.NotEqual(t, sign.TotalPassed, s.Indication)
}

// TestUnreachableObject is told, and no change.
func TestUnreachableObject(t *testing.T) {
	p := testPKI()
	base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First", DocMDP: 1})
	out := update(t, base, func(u *signtest.Update) {
		a := u.New("<</Nobody /points>>")
		u.New(fmt.Sprintf("[%d 0 R]", a))
	})
	s := one(t, out)
	assert.Equal(t, sign.ChangesNone, s.Changes)
	assert.True(t, s.Has(sign.CodeUnreachable))
	require.Len(t, s.ChangeList, 2)
	assert.Equal(t, sign.ActionAdded, s.ChangeList[0].Action)
	assert.Equal(t, sign.TotalPassed, s.Indication)
}
