package attacks

import (
	"crypto/sha256"
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// sneaky are sneaky signature attacks: a further signature field whose appearance
// covers the fee of a certified paper. ISO 32000-2 table 257 permits signing with
// P=2, so that a sound signature of whoever it is may follow; a field that nobody
// signed, or with a value that is no signature, is not signing.
func (c *Cast) sneaky() []Case {
	var out []Case
	box := signtest.Options{Field: "Sneaky", Time: signed, Page: 1, Box: fee, Appearance: cover()}
	add := func(name, note string, p int, want []Want, f func(draft) draft) {
		out = append(out, Case{
			Name: fmt.Sprintf("ssa-p%d-%s", p, name), Class: "SSA", Note: note, Want: want,
			Make: made(func() draft { return f(c.certified(p)) }),
		})
	}
	bad := func(integrity, coverage string) Want {
		return Want{Field: "Sneaky", Integrity: integrity, Coverage: coverage, Passes: no}
	}
	for p := 1; p <= 3; p++ {
		refused := changed("Certified", other, no)
		if p == 1 {
			refused.Changes = form + "|" + other
		}
		noSigning := changed("Certified", form+"|"+annotation+"|"+other, no)
		signing := changed("Certified", form+"|"+other, "")
		if p == 1 {
			signing.Permitted, signing.Passes = no, no
		}
		self := bad(intact, wholeFile)
		self.Trust, self.Changes = "self-signed", none
		with := func(id *signtest.Identity, edit func(*signtest.Options)) func(draft) draft {
			o := box
			if edit != nil {
				edit(&o)
			}
			return func(d draft) draft { return d.sign(id, o) }
		}
		token := func([]byte) ([]byte, error) {
			d := sha256.Sum256([]byte("something else"))
			return signtest.Token(c.TSA, d[:], signed)
		}
		add("unsigned", "A field that nobody signed, with an appearance over the fee", p, []Want{refused}, with(c.Forger, func(o *signtest.Options) { o.Unsigned = true }))
		add("self-signed", "Signed with a certificate of the forger's own, under the agency's name", p, []Want{signing, self}, with(c.Forger, nil))
		add("bad-value", "The signature value does not verify", p, []Want{noSigning, bad(broken, wholeFile)}, with(c.Forger, func(o *signtest.Options) { o.CMS.CorruptSignature = true }))
		add("zero-contents", "/Contents of the new signature holds zeros only", p, []Want{noSigning, bad(notIntact, "")},
			with(c.Forger, func(o *signtest.Options) { o.Contents = func([]byte) ([]byte, error) { return nil, nil } }))
		add("borrowed-token", "The new signature is a borrowed timestamp token over nothing", p, []Want{noSigning, bad(broken, incoherent)},
			with(c.TSA, func(o *signtest.Options) {
				o.SubFilter, o.Contents, o.ByteRange = signtest.PKCS7, token, func([4]int64) []int64 { return []int64{0, 0, 0, 0} }
			}))
		add("fake-timestamp", "A document timestamp, which updates for long-term validation may add, but with an appearance and a borrowed token", p, []Want{noSigning, bad(broken, wholeFile)},
			with(c.TSA, func(o *signtest.Options) { o.SubFilter, o.Contents = signtest.RFC3161, token }))
		visible := bad(intact, wholeFile)
		visible.Passes, visible.Trust = "", "self-signed"
		add("visible-timestamp", "A document timestamp of the forger's own whose appearance covers the fee: it is no more invisible than any other annotation", p, []Want{noSigning, visible},
			with(c.Forger, func(o *signtest.Options) { o.SubFilter = signtest.RFC3161 }))
		add("empty-dictionary", "/V is a dictionary without anything", p, []Want{noSigning, bad(notIntact, "")}, func(d draft) draft {
			return d.update(func(u *signtest.Update) {
				v := u.New("<</Type /Sig>>")
				f := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /T (Sneaky) /F 132 /V %d 0 R /Rect %s /AP <</N %d 0 R>>>>", v, rect(u, fee), coverForm(u)))
				addAnnotation(u, fmt.Sprintf("%d 0 R", f))
				addField(u, f)
			})
		})
		add("as-stamp", "The signature field's widget says it is a stamp", p, []Want{noSigning}, func(d draft) draft {
			return d.update(func(u *signtest.Update) {
				f := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Stamp /FT /Sig /T (Sneaky) /F 132 /Rect %s /AP <</N %d 0 R>>>>", rect(u, fee), coverForm(u)))
				addAnnotation(u, fmt.Sprintf("%d 0 R", f))
				addField(u, f)
			})
		})
	}
	return append(out, c.sneakyFields()...)
}

// sneakyFields use a field that was there, unsigned, when it was certified.
func (c *Cast) sneakyFields() []Case {
	prepared := func(box pdf.Box) draft {
		d := paper().sign(c.Forger, signtest.Options{Unsigned: true, Field: "Waiting", Page: 1, Box: box})
		return c.certify(d, 2)
	}
	waiting := func(u *signtest.Update) int { return fieldRefs(u)[0].Num }
	refused := []Want{changed("Certified", other, no)}
	return []Case{
		{Name: "ssa-p2-waiting-signed", Class: "SSA", Note: "No attack: the field that waited in its place is signed", Want: []Want{changed("Certified", form, yes), sound("Waiting")},
			Make: made(func() draft {
				return prepared(bottom).sign(c.Person, signtest.Options{Existing: true, Field: "Waiting", Time: signed, Lines: []string{"Nguyen Van An"}})
			})},
		{Name: "ssa-p2-waiting-appearance", Class: "SSA", Note: "A field that waited unsigned gets an appearance, and no signature", Want: refused,
			Make: made(func() draft {
				return prepared(fee).update(func(u *signtest.Update) {
					set(u, waiting(u), map[pdf.Name]string{"AP": fmt.Sprintf("<</N %d 0 R>>", coverForm(u))})
				})
			})},
		{Name: "ssa-p2-waiting-moved", Class: "SSA", Note: "A field that waited is moved over the fee while it is signed by a stranger",
			Want: []Want{changed("Certified", other, no), {Field: "Waiting", Integrity: intact, Coverage: wholeFile, Trust: "self-signed", Passes: no}},
			Make: made(func() draft {
				return prepared(bottom).update(func(u *signtest.Update) {
					set(u, waiting(u), map[pdf.Name]string{"Rect": rect(u, fee)})
				}).sign(c.Forger, signtest.Options{Existing: true, Field: "Waiting", Time: signed, Appearance: cover()})
			})},
		{Name: "ssa-p2-second-widget", Class: "SSA", Note: "The certified signature field gets a second widget over the fee", Want: refused,
			Make: made(func() draft {
				return c.certified(2).update(func(u *signtest.Update) {
					f := fieldRefs(u)[0].Num
					k := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Widget /Parent %d 0 R /F 132 /Rect %s /AP <</N %d 0 R>>>>", f, rect(u, fee), coverForm(u)))
					set(u, f, map[pdf.Name]string{"Kids": fmt.Sprintf("[%d 0 R]", k)})
					addAnnotation(u, fmt.Sprintf("%d 0 R", k))
				})
			})},
		{Name: "ssa-p2-own-appearance", Class: "SSA", Note: "The certified signature's own widget is stretched over the fee", Want: refused,
			Make: made(func() draft {
				return c.certified(2).update(func(u *signtest.Update) {
					set(u, fieldRefs(u)[0].Num, map[pdf.Name]string{"Rect": rect(u, fee), "AP": fmt.Sprintf("<</N %d 0 R>>", coverForm(u))})
				})
			})},
		{Name: "ssa-approval-unsigned", Class: "SSA", Note: "The same under a plain signature: a field with an appearance that nobody signed", Want: []Want{changed("Plain", other, no)},
			Make: made(func() draft {
				return paper().sign(c.Agency, signtest.Options{Field: "Plain", Time: signed}).
					sign(c.Forger, signtest.Options{Field: "Sneaky", Unsigned: true, Page: 1, Box: fee, Appearance: cover()})
			})},
	}
}
