package sign_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestBypass: documents prepared before signing, such that a harmless looking
// update changes what is drawn. In signtest.Blank, object 3 is the page, 4 its
// content and 5 its picture.
func TestBypass(t *testing.T) {
	p := testPKI()
	const image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
	page := func(u *signtest.Update) *pdf.Dict { return u.View.Pages()[0].Dict }
	for name, c := range map[string]struct {
		prepare, attack func(*signtest.Update)
	}{
		"picture listed as annotation": {
			func(u *signtest.Update) {
				u.Replace(3, signtest.With(page(u), map[pdf.Name]string{"Annots": "[5 0 R]"}))
			},
			func(u *signtest.Update) { u.ReplaceStream(5, image, "\x00") },
		},
		"picture listed as field": {
			func(u *signtest.Update) {
				num, cat := u.Catalog()
				u.Replace(num, signtest.With(cat, map[pdf.Name]string{"AcroForm": "<</Fields [5 0 R]>>"}))
			},
			func(u *signtest.Update) { u.ReplaceStream(5, image, "\x00") },
		},
		"field used as resource dictionary": {
			func(u *signtest.Update) {
				v := u.NewStream(image, "\xff")
				f := u.New(fmt.Sprintf("<</FT /Tx /T (x) /V %d 0 R>>", v))
				num, cat := u.Catalog()
				u.Replace(num, signtest.With(cat, map[pdf.Name]string{"AcroForm": fmt.Sprintf("<</Fields [%d 0 R]>>", f)}))
				u.Replace(3, signtest.With(page(u), map[pdf.Name]string{"Resources": fmt.Sprintf("<</XObject %d 0 R>>", f)}))
			},
			func(u *signtest.Update) {
				f := widgetOf(u)
				v := u.NewStream(image, "\x00")
				u.Replace(f.Num, signtest.With(u.View.Dict(f), map[pdf.Name]string{"V": fmt.Sprintf("%d 0 R", v)}))
			},
		},
		"catalog metadata used as picture": {
			func(u *signtest.Update) {
				num, cat := u.Catalog()
				m := u.NewStream(image, "\xff")
				u.Replace(num, signtest.With(cat, map[pdf.Name]string{"Metadata": fmt.Sprintf("%d 0 R", m)}))
				u.Replace(3, signtest.With(page(u), map[pdf.Name]string{"Resources": fmt.Sprintf("<</XObject %d 0 R>>", num)}))
			},
			func(u *signtest.Update) {
				_, cat := u.Catalog()
				u.ReplaceStream(cat.Get("Metadata").(pdf.Ref).Num, image, "\x00")
			},
		},
		"security store shares the picture": {
			func(u *signtest.Update) {
				num, cat := u.Catalog()
				u.Replace(num, signtest.With(cat, map[pdf.Name]string{"DSS": "<</Certs [5 0 R]>>"}))
			},
			func(u *signtest.Update) { u.ReplaceStream(5, image, "\x00") },
		},
		"dangling reference in the content": {
			func(u *signtest.Update) {
				u.Replace(3, signtest.With(page(u), map[pdf.Name]string{"Contents": "[4 0 R 77 0 R]"}))
			},
			func(u *signtest.Update) { u.ReplaceStream(77, "", "0 0 500 500 re f") },
		},
		"length in an object of its own": {
			func(u *signtest.Update) {
				n := u.New("37")
				u.Replace(4, fmt.Sprintf("<</Length %d 0 R>>\nstream\nq 595.276 0 0 841.89 0 0 cm /Im0 Do Q\nendstream endobj 0 0 500 500 re f\nendstream", n))
			},
			func(u *signtest.Update) {
				l := u.View.Resolve(pdf.Ref{Num: 4}).(*pdf.Stream).Dict.Get("Length").(pdf.Ref)
				u.Replace(l.Num, "72")
			},
		},
		"page moved to another parent": {
			func(u *signtest.Update) {},
			func(u *signtest.Update) {
				n := u.New("<</Type /Page /Parent 2 0 R /MediaBox [0 0 10 10]>>")
				root := u.View.Dict(pdf.Ref{Num: 2})
				u.Replace(2, signtest.With(root, map[pdf.Name]string{"Kids": fmt.Sprintf("[%d 0 R]", n)}))
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			base := update(t, signtest.Blank(1), c.prepare)
			base = mustSign(t, base, p.person, signtest.Options{Time: signed, Field: "First"})
			before := validate(t, base, sign.Options{Trust: p.full})
			assert.Equal(t, sign.TotalPassed, before.Signatures[0].Indication, before.Signatures[0].Reasons)
			out := update(t, base, c.attack)
			s := validate(t, out, sign.Options{Trust: p.full}).Signatures[0]
			assert.Equal(t, sign.ChangesOther, s.Changes, "%+v", s.ChangeList)
			assert.NotEqual(t, sign.TotalPassed, s.Indication)
		})
	}
}
