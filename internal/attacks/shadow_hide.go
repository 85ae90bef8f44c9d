package attacks

import (
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

const emptyForm = "/Type /XObject /Subtype /Form /BBox [0 0 1 1]"

// resourcesObj is an object with the resources of [overlaid], overlayObj the
// form XObject that lies over the fee.
const (
	resourcesObj = 6
	overlayObj   = 7
)

// overlaid is a paper whose true fee, 900.000, is hidden under a form XObject that
// says 50.000, as the one who prepares it wants the signer to see.
func overlaid() draft {
	w, h := size(fee)
	content := lines("900.000 dong") + fmt.Sprintf("\nq 1 0 0 1 %.2f %.2f cm /Ov Do Q", fee.X*72/25.4, 841.89-(fee.Y+fee.H)*72/25.4)
	form := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <</Font <</F1 5 0 R>>>>", w, h)
	return custom("/Resources 6 0 R", content,
		"<</Font <</F1 5 0 R>> /XObject <</Ov 7 0 R>>>>",
		signtest.Stream(form, opaque(w, h, "Le phi: 50.000 dong")),
	)
}

// underAnnotation is the same with an annotation or widget as the cover, object 6
// with appearance 7.
func underAnnotation(entries, catalog string) draft {
	w, h := size(fee)
	r := fmt.Sprintf("[%.2f %.2f %.2f %.2f]", fee.X*72/25.4, 841.89-(fee.Y+fee.H)*72/25.4, fee.X*72/25.4+w, 841.89-fee.Y*72/25.4)
	objects := []string{
		"<</Type /Catalog /Pages 2 0 R " + catalog + ">>",
		"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Annots [6 0 R] /Resources <</Font <</F1 5 0 R>>>>>>",
		signtest.Stream("", lines("900.000 dong")),
		helvetica,
		"<</Type /Annot " + entries + " /F 4 /Rect " + r + " /AP <</N 7 0 R>>>>",
		signtest.Stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <</Font <</F1 5 0 R>>>>", w, h), opaque(w, h, "Le phi: 50.000 dong")),
	}
	return draft{b: signtest.Document(objects...)}
}

const annotObj = 6

// dropFirst takes the first annotation off the page.
func dropFirst(u *signtest.Update) {
	set(u, pageObj, map[pdf.Name]string{"Annots": signtest.Format(u.View.Array(page(u).Dict.Get("Annots"))[1:])})
}

// hide are shadow attacks that take away what covered the truth.
func (c *Cast) hide() []Case {
	var out []Case
	add := func(name, note string, base func() draft, class string, f func(*signtest.Update)) {
		out = append(out, Case{
			Name: "shadow-hide-" + name, Class: "shadow-hide", Note: note, Want: []Want{changed("Signed", class, no)},
			Make: made(func() draft {
				return base().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed}).update(f)
			}),
		})
	}
	stamp := func() draft { return underAnnotation("/Subtype /Stamp", "") }
	button := func() draft {
		return underAnnotation("/Subtype /Widget /FT /Btn /Ff 65536 /T (phi)", "/AcroForm <</Fields [6 0 R]>>")
	}
	entry := func(e map[pdf.Name]string) func(*signtest.Update) {
		return func(u *signtest.Update) { set(u, annotObj, e) }
	}
	// A widget is an annotation too; it is not permitted either way.
	const drawn = annotation + "|" + other
	far := map[pdf.Name]string{"Rect": "[900 900 910 910]"}

	add("xobject-emptied", "The covering form XObject is replaced by an empty one", overlaid, other, func(u *signtest.Update) { u.ReplaceStream(overlayObj, emptyForm, "") })
	add("xobject-freed", "The covering form XObject is marked free in the cross-references", overlaid, other, func(u *signtest.Update) { u.Free(overlayObj) })
	add("xobject-null", "The covering form XObject becomes null", overlaid, other, func(u *signtest.Update) { u.Replace(overlayObj, "null") })
	add("xobject-font", "The covering form XObject becomes a dictionary that is no stream", overlaid, other, func(u *signtest.Update) { u.Replace(overlayObj, "<</Type /Font>>") })
	add("xobject-image", "The covering form XObject becomes a picture of one transparent pixel", overlaid, other, func(u *signtest.Update) {
		u.ReplaceStream(overlayObj, "/Type /XObject /Subtype /Image /ImageMask true /Width 1 /Height 1 /BitsPerComponent 1", "\xff")
	})
	add("xobject-unlinked", "The resources of the page no longer name the cover", overlaid, other, func(u *signtest.Update) {
		set(u, resourcesObj, map[pdf.Name]string{"XObject": ""})
	})
	add("xobject-box", "The cover's /BBox shrinks to nothing", overlaid, other, func(u *signtest.Update) {
		s, _ := u.View.Resolve(pdf.Ref{Num: overlayObj}).(*pdf.Stream)
		w, h := size(fee)
		u.ReplaceStream(overlayObj, "/Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources "+signtest.Format(s.Dict.Get("Resources")), opaque(w, h, "Le phi: 50.000 dong"))
	})
	add("page-resources", "The page gets other resources, without the cover", overlaid, other, func(u *signtest.Update) {
		set(u, pageObj, map[pdf.Name]string{"Resources": "<</Font <</F1 5 0 R>>>>"})
	})
	add("optional-content", "The cover's layer is switched off",
		func() draft {
			w, h := size(fee)
			content := lines("900.000 dong") + fmt.Sprintf("\n/OC /Lay BDC q 1 0 0 1 %.2f %.2f cm /Ov Do Q EMC", fee.X*72/25.4, 841.89-(fee.Y+fee.H)*72/25.4)
			return draft{b: signtest.Document(
				"<</Type /Catalog /Pages 2 0 R /OCProperties <</OCGs [7 0 R] /D <</ON [7 0 R]>>>>>>",
				"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
				"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>> /XObject <</Ov 6 0 R>> /Properties <</Lay 7 0 R>>>>>>",
				signtest.Stream("", content), helvetica,
				signtest.Stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <</Font <</F1 5 0 R>>>>", w, h), opaque(w, h, "Le phi: 50.000 dong")),
				"<</Type /OCG /Name (Lop)>>",
			)}
		}, other, func(u *signtest.Update) {
			setCatalog(u, map[pdf.Name]string{"OCProperties": "<</OCGs [7 0 R] /D <</OFF [7 0 R]>>>>"})
		})

	add("stamp-removed", "A stamp that covered the truth is taken away", stamp, annotation, dropFirst)
	add("stamp-hidden", "The covering stamp gets the flag Hidden", stamp, annotation, entry(map[pdf.Name]string{"F": "2"}))
	add("stamp-no-view", "The covering stamp gets the flag NoView", stamp, annotation, entry(map[pdf.Name]string{"F": "32"}))
	add("stamp-unprinted", "The covering stamp loses the flag Print: on paper the truth shows", stamp, annotation, entry(map[pdf.Name]string{"F": "0"}))
	add("stamp-moved", "The covering stamp is moved off the page", stamp, annotation, entry(far))
	add("stamp-freed", "The covering stamp is marked free", stamp, annotation+"|"+other, func(u *signtest.Update) { u.Free(annotObj) })
	add("stamp-appearance", "The covering stamp gets an empty appearance", stamp, annotation, func(u *signtest.Update) { u.ReplaceStream(7, emptyForm, "") })

	add("widget-moved", "A push button that covered the truth is moved off the page", button, drawn, entry(far))
	add("widget-hidden", "The covering push button is hidden", button, drawn, entry(map[pdf.Name]string{"F": "2"}))
	add("widget-appearance", "The covering push button gets another appearance", button, drawn, entry(map[pdf.Name]string{"AP": ""}))
	add("widget-removed", "The covering push button is taken off the page", button, drawn, dropFirst)
	add("widget-layer", "The covering push button is put into a layer that is off", button, drawn, func(u *signtest.Update) {
		g := u.New("<</Type /OCG /Name (Lop)>>")
		set(u, annotObj, map[pdf.Name]string{"OC": fmt.Sprintf("%d 0 R", g)})
	})

	// Filling in a form is allowed after signing, so that a text field as a cover
	// falls under what the signer accepted; it must be told as form filling at least.
	filled := changed("Signed", form+"|"+other, "")
	out = append(out, Case{
		Name: "shadow-hide-text-field", Class: "shadow-hide", Note: "A text field that covers the truth is emptied; form filling is allowed, and must be told", Want: []Want{filled},
		Make: made(func() draft {
			return underAnnotation("/Subtype /Widget /FT /Tx /T (phi) /V (50.000)", "/AcroForm <</Fields [6 0 R]>>").
				sign(c.Agency, signtest.Options{Field: "Signed", Time: signed}).
				update(func(u *signtest.Update) {
					set(u, annotObj, map[pdf.Name]string{"V": "()", "AP": fmt.Sprintf("<</N %d 0 R>>", u.NewStream(emptyForm, ""))})
				})
		}),
	})
	// The signature's own appearance as the cover.
	for name, e := range map[string]map[pdf.Name]string{"hidden": {"F": "2"}, "moved": {"Rect": "[0 0 0 0]"}, "emptied": {"AP": ""}} {
		out = append(out, Case{
			Name: "shadow-hide-signature-" + name, Class: "shadow-hide", Note: "The signature's own appearance covered the truth, and is " + name, Want: []Want{changed("Signed", other, no)},
			Make: made(func() draft {
				return custom("/Resources <</Font <</F1 5 0 R>>>>", lines("900.000 dong")).
					sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, Page: 1, Box: fee, Appearance: opaque(340, 34, "Le phi: 50.000 dong")}).
					update(func(u *signtest.Update) { set(u, fieldRefs(u)[0].Num, e) })
			}),
		})
	}
	return byName(out)
}
