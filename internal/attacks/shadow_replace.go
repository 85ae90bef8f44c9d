package attacks

import (
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// replace are shadow attacks that exchange what the page is drawn with.
func (c *Cast) replace() []Case {
	var out []Case
	add := func(name, note string, want Want, base func() draft, f func(*signtest.Update)) {
		out = append(out, Case{
			Name: "shadow-replace-" + name, Class: "shadow-replace", Note: note, Want: []Want{want},
			Make: made(func() draft {
				return base().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed}).update(f)
			}),
		})
	}
	refused := changed("Signed", other, no)
	plain := func() draft { return paper() }
	add("font-encoding", "The font's encoding draws a 9 for a 5", refused, plain, func(u *signtest.Update) {
		u.Replace(fontObj, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding <</Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [53 /nine]>>>>")
	})
	add("font-type3", "The font becomes one of drawn glyphs", refused, plain, func(u *signtest.Update) {
		g := u.NewStream("", "1000 0 0 0 750 750 d1 0 0 750 750 re f")
		u.Replace(fontObj, fmt.Sprintf("<</Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs <</square %d 0 R>> /Encoding <</Type /Encoding /Differences [53 /square]>> /FirstChar 53 /LastChar 53 /Widths [1000]>>", g))
	})
	glyph := func() draft {
		return custom("/Resources <</Font <</F1 5 0 R /F3 7 0 R>>>>", lines("")+"\nBT /F3 14 Tf 140 564 Td (5) Tj ET",
			signtest.Stream("", "1000 0 0 0 750 750 d1 0 0 100 750 re f"),
			"<</Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs <</square 6 0 R>> /Encoding <</Type /Encoding /Differences [53 /square]>> /FirstChar 53 /LastChar 53 /Widths [1000]>>")
	}
	add("glyph", "The procedure of one glyph is overwritten", refused, glyph, func(u *signtest.Update) {
		u.ReplaceStream(6, "", "1000 0 0 0 750 750 d1 0 0 750 750 re f")
	})
	add("contents", "The content stream is overwritten", refused, plain, func(u *signtest.Update) { u.ReplaceStream(contentsObj, "", lines("900.000 dong")) })
	add("contents-added", "A second content stream is put behind the first", refused, plain, func(u *signtest.Update) {
		n := u.NewStream("", "0 g 72 560 200 20 re f")
		set(u, pageObj, map[pdf.Name]string{"Contents": fmt.Sprintf("[4 0 R %d 0 R]", n)})
	})
	two := func() draft {
		return custom("/Resources <</Font <</F1 5 0 R>>>>", "", signtest.Stream("", lines("50.000 dong")), signtest.Stream("", lines("900.000 dong"))).
			update(func(u *signtest.Update) { set(u, pageObj, map[pdf.Name]string{"Contents": "6 0 R"}) })
	}
	add("contents-other", "The page points at another content stream that was in the signed file unused", refused, two, func(u *signtest.Update) {
		set(u, pageObj, map[pdf.Name]string{"Contents": "7 0 R"})
	})
	add("numbers-swapped", "The cross-references of two content streams are swapped", refused, two, func(u *signtest.Update) {
		a, b := u.Offset(6), u.Offset(7)
		u.Point(6, b)
		u.Point(7, a)
	})
	add("number-moved", "The unused content stream is written anew under the number of the one in use", refused, two, func(u *signtest.Update) {
		u.ReplaceStream(6, "", lines("900.000 dong"))
	})
	order := func() draft {
		return custom("/Resources <</Font <</F1 5 0 R>>>>", "").update(func(u *signtest.Update) {
			a := u.NewStream("", lines("900.000 dong"))
			b := u.NewStream("", "1 1 1 rg 60 550 400 30 re f 0 g BT /F1 14 Tf 72 564 Td (Le phi: 50.000 dong) Tj ET")
			set(u, pageObj, map[pdf.Name]string{"Contents": fmt.Sprintf("[%d 0 R %d 0 R]", a, b)})
		})
	}
	add("contents-order", "The content streams of the page change places, so that the cover lies below", refused, order, func(u *signtest.Update) {
		l := u.View.Array(page(u).Dict.Get("Contents"))
		set(u, pageObj, map[pdf.Name]string{"Contents": signtest.Format(pdf.Array{l[1], l[0]})})
	})
	pictures := func() draft {
		const image = "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
		return custom("/Resources 6 0 R", "q 300 0 0 100 72 600 cm /A Do Q",
			"<</XObject <</A 7 0 R /B 8 0 R>>>>", signtest.Stream(image, "\x00\xff"), signtest.Stream(image, "\xff\x00"))
	}
	add("picture", "A picture gets other samples of the same size", refused, pictures, func(u *signtest.Update) {
		u.ReplaceStream(7, "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\xff\xff")
	})
	add("picture-decode", "A picture's /Decode is turned round", refused, pictures, func(u *signtest.Update) {
		u.ReplaceStream(7, "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Decode [1 0]", "\x00\xff")
	})
	add("picture-names", "Two names of pictures are swapped in the resources", refused, pictures, func(u *signtest.Update) {
		u.Replace(6, "<</XObject <</A 8 0 R /B 7 0 R>>>>")
	})
	inherited := func() draft {
		return custom("", lines("50.000 dong")).update(func(u *signtest.Update) {
			set(u, pagesObj, map[pdf.Name]string{"Resources": "<</Font <</F1 5 0 R>>>>"})
		})
	}
	add("inherited-resources", "The page tree node, from which the page inherits its resources, gets others", refused, inherited, func(u *signtest.Update) {
		f := u.New("<</Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats>>")
		set(u, pagesObj, map[pdf.Name]string{"Resources": fmt.Sprintf("<</Font <</F1 %d 0 R>>>>", f)})
	})
	add("own-resources", "The page gets resources of its own that hide those it inherited", refused, inherited, func(u *signtest.Update) {
		f := u.New("<</Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats>>")
		set(u, pageObj, map[pdf.Name]string{"Resources": fmt.Sprintf("<</Font <</F1 %d 0 R>>>>", f)})
	})
	add("crop", "The page is cropped so that the fee is no longer shown", refused, plain, func(u *signtest.Update) {
		set(u, pageObj, map[pdf.Name]string{"CropBox": "[0 600 595 842]"})
	})
	add("user-unit", "The page is shown at another scale", refused, plain, func(u *signtest.Update) {
		set(u, pageObj, map[pdf.Name]string{"UserUnit": "3"})
	})
	state := func() draft {
		return custom("/Resources <</Font <</F1 5 0 R>> /ExtGState <</G 6 0 R>>>>", "/G gs "+lines("50.000 dong"), "<</Type /ExtGState /ca 1>>")
	}
	add("transparency", "A graphics state makes the text invisible", refused, state, func(u *signtest.Update) { u.Replace(6, "<</Type /ExtGState /ca 0>>") })
	mapped := func() draft {
		return paper(signtest.Stream("", "begincmap endcmap")).update(func(u *signtest.Update) {
			set(u, fontObj, map[pdf.Name]string{"ToUnicode": "6 0 R"})
		})
	}
	add("to-unicode", "What is copied and read aloud changes, not what is drawn", refused, mapped, func(u *signtest.Update) {
		u.ReplaceStream(6, "", "1 beginbfchar <35> <0039> endbfchar")
	})
	return append(out, c.replaceFields()...)
}

// replaceFields are those that use form fields.
func (c *Cast) replaceFields() []Case {
	// Object 6 is a text field with appearance 7; 8 is a font of /DR.
	field := func(catalog string) draft {
		return draft{b: signtest.Document(
			"<</Type /Catalog /Pages 2 0 R /AcroForm 9 0 R>>",
			"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
			"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Annots [6 0 R] /Resources <</Font <</F1 5 0 R>>>>>>",
			signtest.Stream("", lines("")), helvetica,
			"<</Type /Annot /Subtype /Widget /FT /Tx /T (phi) /V (50.000) /DA (/F8 12 Tf 0 g) /F 4 /Rect [130 560 300 580] /AP <</N 7 0 R>>>>",
			signtest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 170 20] /Resources <</Font <</F8 8 0 R>>>>", "/Tx BMC BT /F8 12 Tf 2 5 Td (50.000) Tj ET EMC"),
			"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
			"<</Fields [6 0 R] /DR <</Font <</F8 8 0 R>>>> "+catalog+">>",
		)}
	}
	const dressed = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding <</Type /Encoding /Differences [53 /nine]>>>>"
	var out []Case
	add := func(name, note string, want Want, catalog string, f func(*signtest.Update)) {
		out = append(out, Case{
			Name: "shadow-replace-" + name, Class: "shadow-replace", Note: note, Want: []Want{want},
			Make: made(func() draft {
				return field(catalog).sign(c.Agency, signtest.Options{Field: "Signed", Time: signed}).update(f)
			}),
		})
	}
	refused := changed("Signed", other, no)
	add("form-font", "A font of the form, which viewers take for harmless, is overwritten: the value is unchanged and reads otherwise", refused, "",
		func(u *signtest.Update) { u.Replace(8, dressed) })
	add("form-font-name", "The form's name of a font comes to mean another one, and viewers are told to draw the fields anew", refused, "/NeedAppearances true",
		func(u *signtest.Update) {
			n := u.New(dressed)
			set(u, 9, map[pdf.Name]string{"DR": fmt.Sprintf("<</Font <</F8 %d 0 R>>>>", n), "Fields": signtest.Format(u.View.Array(u.View.Dict(pdf.Ref{Num: 9}).Get("Fields")))})
		})
	add("field-appearance", "A field keeps its value, and shows another one", refused, "", func(u *signtest.Update) {
		u.ReplaceStream(7, "/Type /XObject /Subtype /Form /BBox [0 0 170 20] /Resources <</Font <</F8 8 0 R>>>>", "/Tx BMC BT /F8 12 Tf 2 5 Td (900.000) Tj ET EMC")
	})
	add("field-mismatch", "A field is filled in with a value and shows another one; filling in is allowed, and must be told", changed("Signed", form+"|"+other, ""), "", func(u *signtest.Update) {
		ap := u.NewStream("/Type /XObject /Subtype /Form /BBox [0 0 170 20] /Resources <</Font <</F8 8 0 R>>>>", "/Tx BMC BT /F8 12 Tf 2 5 Td (900.000) Tj ET EMC")
		set(u, 6, map[pdf.Name]string{"V": "(50.001)", "AP": fmt.Sprintf("<</N %d 0 R>>", ap)})
	})
	add("field-filled", "No attack: a field is filled in, which a plain signature allows", changed("Signed", form, yes, "changed"), "", func(u *signtest.Update) {
		ap := u.NewStream("/Type /XObject /Subtype /Form /BBox [0 0 170 20] /Resources <</Font <</F8 8 0 R>>>>", "/Tx BMC BT /F8 12 Tf 2 5 Td (60.000) Tj ET EMC")
		set(u, 6, map[pdf.Name]string{"V": "(60.000)", "AP": fmt.Sprintf("<</N %d 0 R>>", ap)})
	})
	add("field-moved", "A field that keeps its value is moved", changed("Signed", annotation+"|"+other, no), "", func(u *signtest.Update) { set(u, 6, map[pdf.Name]string{"Rect": "[130 660 300 680]"}) })
	add("field-action", "A field gets a script", refused, "", func(u *signtest.Update) {
		set(u, 6, map[pdf.Name]string{"AA": "<</F <</S /JavaScript /JS (event.value = \"900.000\")>>>>"})
	})
	return out
}
