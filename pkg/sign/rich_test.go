package sign_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// Objects of rich.
const (
	oCatalog, oPages, oPage, oPage2, oContent, oFont = 1, 2, 3, 4, 5, 6
	oForm, oText, oEmpty, oNote, oLink, oTextAP      = 7, 8, 9, 10, 11, 12
	oGroup, oWidget, oRoot, oDocument, oPara, oAnnot = 13, 14, 15, 16, 17, 18
	oParents, oOutlines, oItem, oJS, oPopup, oXFA    = 19, 20, 21, 22, 23, 24
)

// rich is a tagged document with all that updates may touch: a form with a
// filled text field, an unsigned signature field and a field with its widget
// apart, a note with its popup, a link, outlines and a script.
func rich() []byte {
	form := "/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources <</Font <</Helv 6 0 R>>>>"
	return plain(
		"<</Type /Catalog /Pages 2 0 R /AcroForm 7 0 R /StructTreeRoot 15 0 R /MarkInfo <</Marked true>> /Outlines 20 0 R /Version /1.7"+
			" /Extensions <</ADBE <</BaseVersion /1.7 /ExtensionLevel 5>>>> /Names <</JavaScript <</Names [(a) 22 0 R]>>>> /PageLabels <</Nums [0 <</S /D>>]>>"+
			" /OCProperties <</OCGs [] /D <<>>>> /ViewerPreferences <</HideMenubar false>>>>",
		"<</Type /Pages /Count 2 /Kids [3 0 R 4 0 R]>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources <</Font <</F1 6 0 R>>>> /Annots [8 0 R 9 0 R 10 0 R 14 0 R 23 0 R] /StructParents 0>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [11 0 R]>>",
		stream("", "BT /F1 12 Tf (Giay chung nhan) Tj ET"),
		"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
		"<</Fields [8 0 R 9 0 R 13 0 R] /DR <</Font <</Helv 6 0 R>>>> /DA (/Helv 0 Tf 0 g) /XFA [(template) 24 0 R (datasets) 24 0 R]>>",
		"<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (An) /Rect [50 700 150 720] /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) /AP <</N 12 0 R>>>>",
		"<</Type /Annot /Subtype /Widget /FT /Sig /T (empty) /Rect [50 600 150 640] /P 3 0 R /F 4>>",
		"<</Type /Annot /Subtype /Text /Rect [200 700 220 720] /Contents (x) /P 3 0 R /Popup 23 0 R /StructParent 1>>",
		"<</Type /Annot /Subtype /Link /Rect [50 50 100 60] /A <</S /URI /URI (https://example.test)>>>>",
		stream(form, "BT /Helv 10 Tf (An) Tj ET"),
		"<</FT /Tx /T (group) /V (1) /Kids [14 0 R]>>",
		"<</Type /Annot /Subtype /Widget /Parent 13 0 R /Rect [50 500 150 520] /P 3 0 R /F 4>>",
		"<</Type /StructTreeRoot /K 16 0 R /ParentTree 19 0 R /RoleMap <</Chu /P>>>>",
		"<</Type /StructElem /S /Document /P 15 0 R /K [17 0 R 18 0 R]>>",
		"<</Type /StructElem /S /P /P 16 0 R /Pg 3 0 R /K 0 /Lang (vi)>>",
		"<</Type /StructElem /S /Annot /P 16 0 R /K <</Type /OBJR /Obj 10 0 R /Pg 3 0 R>>>>",
		"<</Nums [0 [17 0 R] 1 18 0 R]>>",
		"<</Type /Outlines /First 21 0 R /Last 21 0 R /Count 1>>",
		"<</Title (1) /Parent 20 0 R /Dest [3 0 R /Fit] /SE 17 0 R>>",
		"<</S /JavaScript /JS (app.alert\\(1\\))>>",
		"<</Type /Annot /Subtype /Popup /Parent 10 0 R /Rect [300 700 400 720]>>",
		stream("", "<xdp/>"),
	)
}

func stream(dict, data string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// plain writes objects 1 and on, the first being the catalog.
func plain(objs ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offs := make([]int, len(objs))
	for i, o := range objs {
		offs[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objs)+1)
	for _, o := range offs {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	// Room for what the updates of the tests add, from 60 on.
	fmt.Fprintf(&b, "trailer\n<</Size 80 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", at)
	return b.Bytes()
}

type edit func(u *signtest.Update)

// set changes entries of an object.
func set(num int, kv ...string) edit {
	return func(u *signtest.Update) {
		m := map[pdf.Name]string{}
		for i := 0; i+1 < len(kv); i += 2 {
			m[pdf.Name(kv[i])] = kv[i+1]
		}
		u.Replace(num, signtest.With(u.View.Dict(pdf.Ref{Num: num}), m))
	}
}

// fields lists another field in the form, or drops one.
func fields(more string, drop int) edit {
	return func(u *signtest.Update) {
		form := u.View.Dict(pdf.Ref{Num: oForm})
		list := ""
		for _, f := range u.View.Array(form.Get("Fields")) {
			if r, ok := f.(pdf.Ref); !ok || r.Num != drop {
				list += signtest.Format(f) + " "
			}
		}
		u.Replace(oForm, signtest.With(form, map[pdf.Name]string{"Fields": "[" + list + more + "]"}))
	}
}

func put(num int, body string) edit { return func(u *signtest.Update) { u.Replace(num, body) } }

func both(es ...edit) edit {
	return func(u *signtest.Update) {
		for _, e := range es {
			e(u)
		}
	}
}

// change is what one update means, whatever permission there is.
type change struct {
	name   string
	edit   edit
	class  sign.Changes
	code   sign.Code // of the worst change; none is looked for when empty
	object int
	page   int
	action sign.Action
	detail string
}

var levels = map[int]sign.Changes{0: sign.ChangesForm, 1: sign.ChangesLTA, 2: sign.ChangesForm, 3: sign.ChangesAnnotation}

var severity = map[sign.Changes]int{sign.ChangesNone: 0, sign.ChangesLTA: 1, sign.ChangesForm: 2, sign.ChangesAnnotation: 3, sign.ChangesOther: 4}

// judge holds updates of rich against every permission.
func judge(t *testing.T, changes []change) {
	t.Helper()
	p := testPKI()
	for level, allowed := range levels {
		base := mustSign(t, rich(), p.person, signtest.Options{Time: signed, Field: "First", Page: 2, Box: stamp, DocMDP: level})
		for _, c := range changes {
			t.Run(fmt.Sprintf("P=%d, %s", level, c.name), func(t *testing.T) {
				out := update(t, base, c.edit)
				s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
				require.Equal(t, sign.Intact, s.Integrity)
				assert.Equal(t, c.class, s.Changes, "%+v", s.ChangeList)
				if c.class == sign.ChangesNone {
					assert.Nil(t, s.Permitted)
					assert.Equal(t, sign.TotalPassed, s.Indication, s.Reasons)
					return
				}
				ok := severity[c.class] <= severity[allowed]
				if assert.NotNil(t, s.Permitted) {
					assert.Equal(t, ok, *s.Permitted, "%v %+v", s.Reasons, s.ChangeList)
				}
				assert.Equal(t, ok, s.Indication == sign.TotalPassed, s.Reasons)
				if c.code == "" {
					return
				}
				if severity[c.class] >= severity[sign.ChangesAnnotation] {
					assert.Contains(t, codesOf(s.Reasons), c.code)
				}
				for _, got := range s.ChangeList {
					if got.Class != c.class || got.Code != c.code || c.object > 0 && got.Object != c.object || c.detail != "" && !strings.Contains(got.Detail, c.detail) {
						continue
					}
					assert.Equal(t, c.page, got.Page, "%+v", got)
					if c.action != "" {
						assert.Equal(t, c.action, got.Action, "%+v", got)
					}
					return
				}
				assert.Fail(t, "change not named", "%+v", s.ChangeList)
			})
		}
	}
}
