package attacks

import (
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// certified is a paper that the agency certified with a permission.
func (c *Cast) certified(p int) draft { return c.certify(paper(), p) }

func (c *Cast) certify(d draft, p int) draft {
	return d.sign(c.Agency, signtest.Options{
		Field: "Certified", Time: signed, DocMDP: p, Page: 1, Box: topRight,
		Lines: []string{"Co quan: UBND phuong Sa Dec", "Thoi gian ky: 11.09.2023 08:30:00 +07:00"},
	})
}

// annotations are evil annotation attacks: the fee of a certified paper is covered
// by an annotation that says another one. With P=3 annotations are permitted
// (ISO 32000-2 table 257), so that the verdict may pass, but never silently.
func (c *Cast) annotations() []Case {
	var out []Case
	add := func(name, note string, p int, want Want, f func(*signtest.Update)) {
		out = append(out, Case{
			Name: fmt.Sprintf("eaa-p%d-%s", p, name), Class: "EAA", Note: note, Want: []Want{want},
			Make: made(func() draft { return c.certified(p).update(f) }),
		})
	}
	for _, sub := range []string{"FreeText", "Stamp", "Redact", "Square", "Highlight", "Ink", "Polygon", "Watermark", "Link", "FileAttachment"} {
		for p := 1; p <= 3; p++ {
			want := changed("Certified", annotation, no, "annotation-added", "change-not-permitted")
			if p == 3 {
				want = changed("Certified", annotation, yes, "annotation-added")
			}
			if sub == "FileAttachment" || sub == "Link" || sub == "Watermark" {
				// These carry content of their own or lead away; a stricter class
				// is right as well.
				want.Changes = annotation + "|" + other
				if p == 3 {
					want.Permitted = ""
				}
				want.Codes = nil
			}
			add(kebab(sub), "A "+sub+" annotation over the fee", p, want, func(u *signtest.Update) {
				a := u.New(evil(u, "/Subtype /"+sub))
				addAnnotation(u, fmt.Sprintf("%d 0 R", a))
			})
		}
	}
	for p := 2; p <= 3; p++ {
		hostile := changed("Certified", other, no, "changed")
		if p == 2 {
			hostile.Changes = annotation + "|" + other
		}
		lax := hostile
		if p == 3 {
			lax.Changes, lax.Permitted, lax.Passes = annotation+"|"+other, "", ""
		}
		widget := changed("Certified", other, no, "field-added")
		plain := changed("Certified", annotation, no)
		if p == 3 {
			plain.Permitted, plain.Passes = yes, ""
		}
		add("no-subtype", "An annotation without /Subtype, which is required: it is none that a rule explains, yet some viewers draw its appearance", p, hostile,
			func(u *signtest.Update) { addAnnotation(u, fmt.Sprintf("%d 0 R", u.New(evil(u, "")))) })
		add("subtype-null", "/Subtype leads to an object that is not there", p, hostile,
			func(u *signtest.Update) {
				addAnnotation(u, fmt.Sprintf("%d 0 R", u.New(evil(u, "/Subtype 999 0 R"))))
			})
		add("subtype-unknown", "An annotation of a private type with an appearance", p, lax,
			func(u *signtest.Update) {
				addAnnotation(u, fmt.Sprintf("%d 0 R", u.New(evil(u, "/Subtype /XyzNote"))))
			})
		add("direct", "The annotation is a direct object within /Annots", p, plain,
			func(u *signtest.Update) { addAnnotation(u, evil(u, "/Subtype /FreeText")) })
		add("annots-object", "/Annots becomes an object of its own", p, plain, func(u *signtest.Update) {
			a := u.New(evil(u, "/Subtype /Stamp"))
			pg := page(u)
			list := signtest.Format(u.View.Array(pg.Dict.Get("Annots")))
			n := u.New(fmt.Sprintf("%s %d 0 R]", list[:len(list)-1], a))
			set(u, pg.Ref.Num, map[pdf.Name]string{"Annots": fmt.Sprintf("%d 0 R", n)})
		})
		add("popup", "A text note with an open pop-up window over the fee", p, plain, func(u *signtest.Update) {
			// Numbers are given in the order of New.
			note := u.New("")
			pop := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Popup /Open true /Parent %d 0 R /Rect %s>>", note, rect(u, fee)))
			u.Replace(note, fmt.Sprintf("<</Type /Annot /Subtype /Text /F 4 /Contents (Le phi: 900.000 dong) /Popup %d 0 R /Rect [20 700 40 720]>>", pop))
			addAnnotation(u, fmt.Sprintf("%d 0 R %d 0 R", note, pop))
		})
		add("stream", "A stream is listed as an annotation", p, lax, func(u *signtest.Update) {
			w, h := size(fee)
			n := u.NewStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Rect %s", w, h, rect(u, fee)), cover())
			addAnnotation(u, fmt.Sprintf("%d 0 R", n))
		})
		add("javascript", "An annotation that runs a script when the page opens", p, lax, func(u *signtest.Update) {
			a := u.New(evil(u, "/Subtype /Screen /AA <</PO <</S /JavaScript /JS (app.alert\\(1\\))>>>>"))
			addAnnotation(u, fmt.Sprintf("%d 0 R", a))
		})
		add("widget-bare", "Disguised as a widget that belongs to no field", p, widget,
			func(u *signtest.Update) {
				addAnnotation(u, fmt.Sprintf("%d 0 R", u.New(evil(u, "/Subtype /Widget"))))
			})
		add("widget-text", "Disguised as the widget of a text field that the form does not list", p, widget,
			func(u *signtest.Update) {
				addAnnotation(u, fmt.Sprintf("%d 0 R", u.New(evil(u, "/Subtype /Widget /FT /Tx /T (phi) /V (x)"))))
			})
		add("widget-button", "Disguised as a push button, listed in the form", p, widget, func(u *signtest.Update) {
			a := u.New(evil(u, "/Subtype /Widget /FT /Btn /Ff 65536 /T (phi)"))
			addAnnotation(u, fmt.Sprintf("%d 0 R", a))
			addField(u, a)
		})
	}
	return append(out, c.annotationsBelow()...)
}

// annotationsBelow are cases about annotations that were there when it was signed,
// and about what is put on top of an evil one.
func (c *Cast) annotationsBelow() []Case {
	withNote := func() draft {
		return paper().update(func(u *signtest.Update) {
			a := u.New(fmt.Sprintf("<</Type /Annot /Subtype /FreeText /F 4 /Contents (x) /Rect [300 20 400 40] /AP <</N %d 0 R>>>>", u.Form(100, 20, "BT /F1 10 Tf 2 5 Td (Ghi chu) Tj ET")))
			addAnnotation(u, fmt.Sprintf("%d 0 R", a))
		})
	}
	note := func(u *signtest.Update) int {
		r, _ := u.View.Array(page(u).Dict.Get("Annots"))[0].(pdf.Ref)
		return r.Num
	}
	evilUpdate := func(u *signtest.Update) {
		addAnnotation(u, fmt.Sprintf("%d 0 R", u.New(evil(u, "/Subtype /FreeText"))))
	}
	refused := changed("Certified", annotation, no)
	washed := changed("Certified", annotation+"|"+other, no, "annotation-added")
	return []Case{
		{Name: "eaa-p2-moved", Class: "EAA", Note: "A harmless note that was certified is moved over the fee and gets another appearance", Want: []Want{refused},
			Make: made(func() draft {
				return c.certify(withNote(), 2).update(func(u *signtest.Update) {
					set(u, note(u), map[pdf.Name]string{"Rect": rect(u, fee), "AP": fmt.Sprintf("<</N %d 0 R>>", coverForm(u))})
				})
			})},
		{Name: "eaa-p2-appearance", Class: "EAA", Note: "The appearance stream of a certified note is overwritten", Want: []Want{refused},
			Make: made(func() draft {
				return c.certify(withNote(), 2).update(func(u *signtest.Update) {
					ap, _ := u.View.Dict(u.View.Dict(pdf.Ref{Num: note(u)}).Get("AP")).Get("N").(pdf.Ref)
					u.ReplaceStream(ap.Num, fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources <</Font <</F1 %d 0 R>>>>", fontObj), "BT /F1 10 Tf 2 5 Td (900.000) Tj ET")
				})
			})},
		{Name: "eaa-p2-removed", Class: "EAA", Note: "A certified note is taken away", Want: []Want{refused},
			Make: made(func() draft {
				return c.certify(withNote(), 2).update(func(u *signtest.Update) {
					list := u.View.Array(page(u).Dict.Get("Annots"))
					set(u, page(u).Ref.Num, map[pdf.Name]string{"Annots": signtest.Format(list[1:])})
				})
			})},
		{Name: "eaa-p2-signed-on-top", Class: "EAA", Note: "The evil annotation is covered by a further signature of a stranger, which does not wash it away",
			Want: []Want{washed, {Field: "Top", Integrity: intact, Coverage: wholeFile, Changes: none, Permitted: none, Trust: "self-signed", Passes: no}},
			Make: made(func() draft {
				return c.certified(2).update(evilUpdate).sign(c.Forger, signtest.Options{Field: "Top", Time: signed})
			})},
		{Name: "eaa-p2-timestamp-on-top", Class: "EAA", Note: "The evil annotation is covered by a security store and a sound document timestamp",
			Want: []Want{washed, {Field: "DocTS", Integrity: intact, Coverage: wholeFile, Changes: none, Trust: trusted}},
			Make: made(func() draft {
				return c.certified(2).update(evilUpdate).edit(func(b []byte) ([]byte, error) { return signtest.AddDSS(b, c.Sub.Cert.Raw) }).
					edit(func(b []byte) ([]byte, error) { return signtest.Timestamp(b, c.TSA, signed, "DocTS") })
			})},
		{Name: "eaa-approval", Class: "EAA", Note: "The same under a plain signature: without a certification only form filling and signatures may follow",
			Want: []Want{changed("Plain", annotation, no, "annotation-added")},
			Make: made(func() draft {
				return paper().sign(c.Agency, signtest.Options{Field: "Plain", Time: signed}).update(evilUpdate)
			})},
	}
}

// evil is an annotation over the fee, with an appearance.
func evil(u *signtest.Update, entries string) string {
	return fmt.Sprintf("<</Type /Annot %s /F 4 /Rect %s /Contents (x) /AP <</N %d 0 R>>>>", entries, rect(u, fee), coverForm(u))
}
