package attacks

import (
	"bytes"
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// strips take signatures away by an update, or exchange them.
func (c *Cast) strips(refused, gone Want) []Case {
	update := func(f func(*signtest.Update)) func() ([]byte, error) {
		return made(func() draft { return c.plain().update(f) })
	}
	first, second := refused, Want{Field: "Second", Passes: no, Changes: other, Integrity: intact, Trust: trusted}
	both := func() draft {
		return c.plain().sign(c.Person, signtest.Options{Field: "Second", Time: signed})
	}
	first.Field, second.Field = "", ""
	return []Case{
		{Name: "strip-form", Class: "swap", Note: "The form and all annotations are taken away", Want: []Want{gone},
			Make: made(func() draft { return c.plain().edit(signtest.RemoveFields) })},
		{Name: "strip-value", Class: "swap", Note: "The field loses its value", Want: []Want{gone},
			Make: update(func(u *signtest.Update) { set(u, fieldRefs(u)[0].Num, map[pdf.Name]string{"V": ""}) })},
		{Name: "strip-value-null", Class: "swap", Note: "The field's value becomes null", Want: []Want{gone},
			Make: update(func(u *signtest.Update) { set(u, fieldRefs(u)[0].Num, map[pdf.Name]string{"V": "null"}) })},
		{Name: "strip-dictionary-freed", Class: "swap", Note: "The signature dictionary is marked free", Want: []Want{gone},
			Make: update(func(u *signtest.Update) { u.Free(value(u, 0)) })},
		{Name: "strip-field-type", Class: "swap", Note: "The field becomes a text field", Want: []Want{gone},
			Make: update(func(u *signtest.Update) { set(u, fieldRefs(u)[0].Num, map[pdf.Name]string{"FT": "/Tx"}) })},
		{Name: "strip-field-list", Class: "swap", Note: "The form no longer lists the field; its widget stays on the page", Want: []Want{refused},
			Make: update(func(u *signtest.Update) {
				_, cat := u.Catalog()
				r, _ := cat.Get("AcroForm").(pdf.Ref)
				set(u, r.Num, map[pdf.Name]string{"Fields": "[]"})
			})},
		{Name: "strip-and-sign", Class: "swap", Note: "The agency's signature is taken away, and a stranger signs in the same field",
			Want: []Want{gone, {Field: "Sig", Integrity: intact, Coverage: wholeFile, Trust: "self-signed", Passes: no}},
			Make: made(func() draft {
				return c.plain().update(func(u *signtest.Update) { set(u, fieldRefs(u)[0].Num, map[pdf.Name]string{"V": ""}) }).
					sign(c.Forger, signtest.Options{Existing: true, Field: "Sig", Time: signed})
			})},
		{Name: "strip-by-truncation", Class: "swap", Note: "No attack that can be told: cut back to the revision of the first signature, the file is that revision",
			Want: []Want{sound("Sig")},
			Make: made(func() draft {
				return both().edit(func(b []byte) ([]byte, error) {
					i := bytes.LastIndex(b, []byte("%%EOF"))
					j := bytes.LastIndex(b[:i], []byte("%%EOF\n"))
					return b[:j+6], nil
				})
			})},
		{Name: "swap-values", Class: "swap", Note: "Two fields exchange their signature dictionaries", Want: []Want{first, second},
			Make: made(func() draft {
				return both().update(func(u *signtest.Update) {
					a, b := value(u, 0), value(u, 1)
					f := fieldRefs(u)
					set(u, f[0].Num, map[pdf.Name]string{"V": fmt.Sprintf("%d 0 R", b)})
					set(u, f[1].Num, map[pdf.Name]string{"V": fmt.Sprintf("%d 0 R", a)})
				})
			})},
		{Name: "swap-shared", Class: "swap", Note: "A second field, listed after signing, holds the same signature", Want: []Want{{Field: "Sig", Integrity: intact, Coverage: revision, Changes: form + "|" + other, Codes: []string{"shared-by-several-fields"}}},
			Make: update(func(u *signtest.Update) {
				n := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /T (Twice) /F 132 /Rect [0 0 0 0] /V %d 0 R>>", value(u, 0)))
				addField(u, n)
			})},
	}
}
