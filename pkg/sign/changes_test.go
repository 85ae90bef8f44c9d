package sign_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func update(t *testing.T, src []byte, f func(*signtest.Update)) []byte {
	t.Helper()
	u, err := signtest.NewUpdate(src)
	require.NoError(t, err)
	f(u)
	return u.Bytes()
}

// TestChanges: one signature, then an update of each kind.
func TestChanges(t *testing.T) {
	p := testPKI()
	base := mustSign(t, signtest.Blank(2), p.person, signtest.Options{Time: signed, Page: 1, Box: stamp, Field: "First"})
	for name, c := range map[string]struct {
		update    func([]byte) ([]byte, error)
		changes   sign.Changes
		permitted any
		code      sign.Code
		sub       sign.Sub
	}{
		"second signature": {func(b []byte) ([]byte, error) {
			return signtest.Sign(b, p.agency, signtest.Options{Time: signed, Page: 1, Box: pdf.Box{X: 10, Y: 10, W: 40, H: 15}})
		}, sign.ChangesForm, true, "", ""},
		"second signature, xref stream": {func(b []byte) ([]byte, error) {
			return signtest.Sign(b, p.agency, signtest.Options{Time: signed, XRefStream: true})
		}, sign.ChangesForm, true, "", ""},
		"document timestamp": {func(b []byte) ([]byte, error) { return signtest.Timestamp(b, p.tsa, signed, "") }, sign.ChangesLTA, true, "", ""},
		"DSS":                {func(b []byte) ([]byte, error) { return signtest.AddDSS(b, p.sub.Cert.Raw) }, sign.ChangesLTA, true, "", ""},
		"unsigned field": {func(b []byte) ([]byte, error) {
			return signtest.Sign(b, p.agency, signtest.Options{Unsigned: true, Field: "Later"})
		}, sign.ChangesForm, true, "", ""},
		"comment": {func(b []byte) ([]byte, error) {
			return signtest.Annotate(b, 1, "FreeText", stamp, "Đã duyệt")
		}, sign.ChangesAnnotation, false, sign.CodeAnnotationAdded, sign.SubSigConstraints},
		"page content": {func(b []byte) ([]byte, error) { return signtest.ReplaceContent(b, 2, "BT ET") }, sign.ChangesOther, false, sign.CodePageContent, sign.SubSigConstraints},
		"page added":   {signtest.AddPage, sign.ChangesOther, false, sign.CodePagesChanged, sign.SubFormatFailure},
		"image replaced": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				u.ReplaceStream(5, "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x00")
			}), nil
		}, sign.ChangesOther, false, sign.CodePageContent, sign.SubSigConstraints},
		"image written anew, unchanged": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				u.ReplaceStream(5, "/Type /XObject /Subtype /Image /Width 1.0 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xff")
			}), nil
		}, sign.ChangesNone, nil, "", ""},
		"orphan": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) { u.New("<</Nobody /points>>") }), nil
		}, sign.ChangesNone, nil, "", ""},
		"page turned": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				pg := u.View.Pages()[0]
				u.Replace(pg.Ref.Num, signtest.With(pg.Dict, map[pdf.Name]string{"Rotate": "180"}))
			}), nil
		}, sign.ChangesOther, false, sign.CodePageContent, sign.SubSigConstraints},
		"appearance replaced": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				ap := u.NewStream("/Type /XObject /Subtype /Form /BBox [0 0 10 10]", "")
				w := widgetOf(u)
				u.Replace(w.Num, signtest.With(u.View.Dict(w), map[pdf.Name]string{"AP": fmt.Sprintf("<</N %d 0 R>>", ap)}))
			}), nil
		}, sign.ChangesOther, false, sign.CodeAppearanceReplaced, sign.SubSigConstraints},
		"appearance stream overwritten": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				n := u.View.Dict(u.View.Dict(widgetOf(u)).Get("AP")).Get("N").(pdf.Ref)
				u.ReplaceStream(n.Num, "/Type /XObject /Subtype /Form /BBox [0 0 10 10]", "")
			}), nil
		}, sign.ChangesOther, false, sign.CodeAppearanceReplaced, sign.SubSigConstraints},
		"signature dictionary overwritten": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				v := u.View.Dict(widgetOf(u)).Get("V").(pdf.Ref)
				u.Replace(v.Num, signtest.With(u.View.Dict(v), map[pdf.Name]string{"Reason": "(changed)"}))
			}), nil
		}, sign.ChangesOther, false, sign.CodeDictionaryOverwrite, sign.SubFormatFailure},
		"text field added": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				num, cat := u.Catalog()
				f := u.New("<</FT /Tx /T (x) /V (1)>>")
				fields := append(append(pdf.Array{}, u.View.Array(u.View.Dict(cat.Get("AcroForm")).Get("Fields"))...), pdf.Ref{Num: f})
				u.Replace(num, signtest.With(cat, map[pdf.Name]string{"AcroForm": "<</SigFlags 3 /Fields " + signtest.Format(fields) + ">>"}))
			}), nil
		}, sign.ChangesOther, false, sign.CodeFieldAdded, sign.SubSigConstraints},
		"script on opening": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				num, cat := u.Catalog()
				u.Replace(num, signtest.With(cat, map[pdf.Name]string{"OpenAction": "<</S /JavaScript /JS (x)>>"}))
			}), nil
		}, sign.ChangesOther, false, sign.CodeUnexplained, sign.SubSigConstraints},
		"attachment": {func(b []byte) ([]byte, error) {
			return update(t, b, func(u *signtest.Update) {
				num, cat := u.Catalog()
				u.Replace(num, signtest.With(cat, map[pdf.Name]string{"Names": "<</EmbeddedFiles <</Names []>>>>"}))
			}), nil
		}, sign.ChangesOther, false, sign.CodeUnexplained, sign.SubSigConstraints},
		"data behind the end": {func(b []byte) ([]byte, error) { return append(bytes.Clone(b), "99 0 obj <<>> endobj"...), nil },
			sign.ChangesOther, false, sign.CodeTrailingData, sign.SubSigConstraints},
		"white space behind the end": {func(b []byte) ([]byte, error) { return append(bytes.Clone(b), "\r\n\x00\x00"...), nil }, sign.ChangesNone, nil, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := c.update(base)
			require.NoError(t, err)
			rep := validate(t, out, sign.Options{Trust: p.full})
			require.NotEmpty(t, rep.Signatures)
			s := &rep.Signatures[0]
			assert.Equal(t, "First", s.Field)
			assert.Equal(t, sign.Intact, s.Integrity, s.Reasons)
			assert.Equal(t, c.changes, s.Changes, "%+v", s.ChangeList)
			if c.permitted == nil {
				assert.Nil(t, s.Permitted)
			} else if assert.NotNil(t, s.Permitted) {
				assert.Equal(t, c.permitted, *s.Permitted)
			}
			if c.code != "" {
				assert.Contains(t, codesOf(s.Reasons), c.code)
			}
			assert.Equal(t, c.sub, s.Sub, s.Reasons)
			// Whoever signs on top does not wash the change away.
			if c.changes == sign.ChangesOther && c.code != sign.CodeTrailingData {
				again, err := signtest.Sign(out, p.agency, signtest.Options{Time: signed, Field: "Top"})
				if err != nil {
					return
				}
				rep := validate(t, again, sign.Options{Trust: p.full})
				assert.Equal(t, sign.ChangesOther, rep.Signatures[0].Changes)
				assert.NotEqual(t, sign.TotalPassed, rep.Signatures[0].Indication)
			}
		})
	}
}

func widgetOf(u *signtest.Update) pdf.Ref {
	_, cat := u.Catalog()
	return u.View.Array(u.View.Dict(cat.Get("AcroForm")).Get("Fields"))[0].(pdf.Ref)
}

func TestRemovedSignature(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "Gone"})
	out, err := signtest.RemoveFields(out)
	require.NoError(t, err)
	s := one(t, out)
	assert.True(t, s.Removed)
	assert.Equal(t, "Gone", s.Field)
	assert.Equal(t, sign.Intact, s.Integrity)
	assert.Equal(t, sign.ChangesOther, s.Changes)
	assert.NotEqual(t, sign.TotalPassed, s.Indication)
}

// TestDocMDP: what a certification allows, for every kind of change.
func TestDocMDP(t *testing.T) {
	p := testPKI()
	kinds := map[string]func([]byte) ([]byte, error){
		"lta":  func(b []byte) ([]byte, error) { return signtest.AddDSS(b, p.sub.Cert.Raw) },
		"form": func(b []byte) ([]byte, error) { return signtest.Sign(b, p.agency, signtest.Options{Time: signed}) },
		"note": func(b []byte) ([]byte, error) { return signtest.Annotate(b, 1, "Text", stamp, "x") },
		"page": func(b []byte) ([]byte, error) { return signtest.ReplaceContent(b, 1, "BT ET") },
	}
	want := map[int]map[string]bool{
		1: {"lta": true, "form": false, "note": false, "page": false},
		2: {"lta": true, "form": true, "note": false, "page": false},
		3: {"lta": true, "form": true, "note": true, "page": false},
	}
	for level, w := range want {
		base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, DocMDP: level})
		for kind, f := range kinds {
			out, err := f(base)
			require.NoError(t, err)
			s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
			assert.Equal(t, level, s.DocMDP)
			if assert.NotNil(t, s.Permitted) {
				assert.Equal(t, w[kind], *s.Permitted, "P=%d, %s: %+v", level, kind, s.ChangeList)
			}
			assert.Equal(t, w[kind], s.Indication == sign.TotalPassed, "P=%d, %s", level, kind)
		}
	}
}

func TestFieldLock(t *testing.T) {
	p := testPKI()
	base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Unsigned: true, Field: "Locked"})
	base = mustSign(t, base, p.person, signtest.Options{Unsigned: true, Field: "Free"})
	base = mustSign(t, base, p.person, signtest.Options{Time: signed, Field: "Signer", Lock: []string{"Locked"}})
	for field, ok := range map[string]bool{"Locked": false, "Free": true} {
		out := mustSign(t, base, p.agency, signtest.Options{Time: signed, Existing: true, Field: field})
		s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
		require.NotNil(t, s.Permitted, field)
		assert.Equal(t, ok, *s.Permitted, field)
		assert.Equal(t, !ok, s.Has(sign.CodeFieldLocked))
	}
}

// TestManySignatures: each revision keeps its own, and all pass.
func TestManySignatures(t *testing.T) {
	p := testPKI()
	out := signtest.Blank(1)
	for i := range 25 {
		out = mustSign(t, out, p.person, signtest.Options{Time: signed.Add(time.Duration(i) * time.Hour), XRefStream: i%2 == 1})
	}
	rep := validate(t, out, sign.Options{Trust: p.full})
	require.Len(t, rep.Signatures, 25)
	assert.Equal(t, 26, rep.Revisions)
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		assert.Equal(t, sign.TotalPassed, s.Indication, "%d %v %+v", i, s.Reasons, s.ChangeList)
		assert.Equal(t, i+2, s.Revision)
		if i < 24 {
			assert.Equal(t, sign.WholeRevision, s.Coverage)
			assert.Equal(t, sign.ChangesForm, s.Changes)
		}
	}
}

// TestBrokenXRef: a file whose cross-references are lost is repaired, and its
// signature still judged.
func TestBrokenXRef(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed})
	// The offset behind startxref is covered by the signature, so the break is
	// made before signing.
	b := signtest.Blank(1)
	b = bytes.Replace(b, []byte("xref\n0 6"), []byte("xrfe\n0 6"), 1)
	broken, err := signtest.Sign(b, p.person, signtest.Options{Time: signed})
	if err == nil {
		s := one(t, broken)
		assert.Equal(t, sign.Intact, s.Integrity)
	}
	rep := validate(t, out, sign.Options{Trust: p.full})
	assert.Empty(t, rep.Reasons)
}
