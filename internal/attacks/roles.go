package attacks

import (
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// drawnForm is a form XObject of the size of the fee that says an amount.
func drawnForm(amount string) string {
	w, h := size(fee)
	return signtest.Stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <</Font <</F1 %d 0 R>>>>", w, h, fontObj),
		opaque(w, h, "Le phi: "+amount+" dong"))
}

// feeRect is [fee] on the page of a paper.
const feeRect = "[62 547 402 581]"

// withCatalog is a paper whose catalog and page have more entries; more are
// objects from 6.
func withCatalog(catalog, page string, more ...string) draft {
	return draft{b: signtest.Document(append([]string{
		"<</Type /Catalog /Pages 2 0 R " + catalog + ">>",
		"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R " + page + ">>",
		signtest.Stream("", lines("50.000 dong")),
		helvetica,
	}, more...)...)}
}

// roles are attacks by objects that are two things at once: what one role leaves
// free, the other draws or runs.
func (c *Cast) roles() []Case {
	const plain = "/Resources <</Font <</F1 5 0 R>>>>"
	const group = "<</Type /OCG /Name (L)>>"
	stamped := func(entries string) string {
		return "<</Type /Annot /Subtype /Stamp /F 4 /Rect " + feeRect + " " + entries + ">>"
	}
	var out []Case
	add := func(name, note string, d func() draft, o signtest.Options, want Want, num int, entries map[pdf.Name]string) {
		o.Time = signed
		if o.Field == "" {
			o.Field = "Signed"
		}
		want.Field = o.Field
		out = append(out, Case{Name: "roles-" + name, Class: "roles", Note: note, Want: []Want{want},
			Make: made(func() draft {
				return d().sign(c.Agency, o).update(func(u *signtest.Update) { set(u, num, entries) })
			})})
	}
	bad := func(codes ...string) Want { return changed("", other, no, codes...) }
	for p := range 2 {
		add(fmt.Sprintf("membership-field-p%d", p), "The membership of optional content that shows a stamp is a form field as well: /P names no page there, but when to show", func() draft {
			return withCatalog("/AcroForm <</Fields [8 0 R]>> /OCProperties <</OCGs [7 0 R] /D <</ON [7 0 R]>>>>", plain+" /Annots [9 0 R]", drawnForm("900.000"), group,
				"<</Type /OCMD /OCGs [7 0 R] /P /AllOn /FT /Tx /T (x)>>", stamped("/AP <</N 6 0 R>> /OC 8 0 R"))
		}, signtest.Options{DocMDP: p}, bad(), 8, map[pdf.Name]string{"P": "/AllOff"})
		add(fmt.Sprintf("membership-element-p%d", p), "The same membership is an element of the structure", func() draft {
			return withCatalog("/StructTreeRoot <</Type /StructTreeRoot /K [8 0 R]>> /OCProperties <</OCGs [7 0 R] /D <</ON [7 0 R]>>>>", plain+" /Annots [9 0 R]", drawnForm("900.000"), group,
				"<</Type /OCMD /OCGs [7 0 R] /P /AllOn /S /Span>>", stamped("/AP <</N 6 0 R>> /OC 8 0 R"))
		}, signtest.Options{DocMDP: p}, bad(), 8, map[pdf.Name]string{"P": "/AllOff"})
	}
	add("groups-field", "The configuration of optional content is a form field as well: /AS is the state of a button, and here what the events of a viewer switch", func() draft {
		return withCatalog("/AcroForm <</Fields [8 0 R]>> /OCProperties <</OCGs [7 0 R] /D 8 0 R>>", plain, "null",
			"<</Type /OCG /Name (L) /Usage <</View <</ViewState /OFF>>>>>>", "<</ON [7 0 R] /FT /Tx /T (x)>>")
	}, signtest.Options{}, bad("unexplained"), 8, map[pdf.Name]string{"AS": "[<</Event /View /OCGs [7 0 R] /Category [/View]>>]"})
	add("action-field", "The action of opening is a form field as well: /F are the flags of a widget, and here what is launched", func() draft {
		return withCatalog("/AcroForm <</Fields [6 0 R]>> /OpenAction 6 0 R", plain, "<</S /Launch /F (readme.txt) /FT /Tx /T (x)>>")
	}, signtest.Options{}, bad("unexplained"), 6, map[pdf.Name]string{"F": "(evil.exe)"})
	add("script-field", "An action in the name tree of scripts is a form field as well", func() draft {
		return withCatalog("/AcroForm <</Fields [6 0 R]>> /Names <</JavaScript <</Names [(a) 6 0 R]>>>>", plain, "<</S /SubmitForm /F (https://good.example) /FT /Tx /T (x)>>")
	}, signtest.Options{}, bad("unexplained"), 6, map[pdf.Name]string{"F": "(https://evil.example)"})
	resources := func(key string) func() draft {
		return func() draft {
			return withCatalog("/AcroForm <</Fields [9 0 R 8 0 R] /SigFlags 3>>", plain+" /Annots [9 0 R]", drawnForm("900.000"), drawnForm("50.000"),
				"<</"+key+" 7 0 R /FT /Tx /T (x)>>",
				"<</Type /Annot /Subtype /Widget /FT /Sig /T (Signed) /F 132 /Rect "+feeRect+" /P 3 0 R /AP <</N 10 0 R>>>>",
				signtest.Stream("/Type /XObject /Subtype /Form /BBox [0 0 340 34] /Resources <</XObject 8 0 R>>", "/"+key+" Do"))
		}
	}
	for _, key := range []string{"V", "AP", "MK", "RV"} {
		add("signature-resource-"+kebab(key), "The resources of a signature's own appearance are a form field as well: to fill it in draws something else", resources(key),
			signtest.Options{Existing: true}, bad("appearance-replaced"), 8, map[pdf.Name]string{pdf.Name(key): "6 0 R"})
	}
	state := func(entries string) func() draft {
		return func() draft {
			return withCatalog("/AcroForm <</Fields [8 0 R]>>", plain+" /Annots [9 0 R]", drawnForm("900.000"), drawnForm("50.000"),
				"<</FT /Tx /T (x) "+entries+">>", stamped("/AP <</N 8 0 R>> /AS /"+entries[1:2]))
		}
	}
	for _, key := range []string{"P", "V"} {
		want := changed("", annotation+"|"+other, no)
		add("state-"+kebab(key), "The states of a stamp's appearance are a form field as well", state("/"+key+" 7 0 R"),
			signtest.Options{}, want, 8, map[pdf.Name]string{pdf.Name(key): "6 0 R"})
	}
	add("state-note", "An annotation on the page is at the same time the dictionary that says which action follows: a comment may change, not what runs", func() draft {
		return withCatalog("/OpenAction <</S /GoTo /D [3 0 R /Fit] /Next 6 0 R>>", plain+" /Annots [6 0 R]", "<</Type /Annot /Subtype /Text /Rect [0 0 9 9] /S /URI /URI (https://good.example)>>")
	}, signtest.Options{DocMDP: 3}, bad("unexplained"), 6, map[pdf.Name]string{"URI": "(https://evil.example)"})
	return append(append(append(out, c.rolesSound(plain)...), c.floods(plain)...), c.loosened()...)
}

// floods hide one change behind more than a report has room for.
func (c *Cast) floods(page string) []Case {
	const fields = 300
	form0 := func() draft {
		objs, refs := []string{""}, ""
		for i := range fields {
			objs = append(objs, fmt.Sprintf("<</FT /Tx /T (f%d) /V (a)>>", i))
			refs += fmt.Sprintf(" %d 0 R", 7+i)
		}
		objs[0] = "<</Fields [" + refs + "]>>"
		return withCatalog("/AcroForm 6 0 R", page, objs...)
	}
	fill := func(u *signtest.Update) {
		for i := range fields {
			set(u, 7+i, map[pdf.Name]string{"V": "(b)"})
		}
	}
	passes := changed("Signed", form, yes)
	passes.Passes = yes
	out := []Case{
		{Name: "flood-locked", Class: "roles", Note: "300 fields are filled in, the last of which the signature locks", Want: []Want{changed("Signed", form, no, "field-locked")},
			Make: made(func() draft {
				return form0().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, Lock: []string{fmt.Sprintf("f%d", fields-1)}}).update(fill)
			})},
		{Name: "flood-sound", Class: "roles", Note: "No attack: 300 fields are filled in, the signature locks another", Want: []Want{passes},
			Make: made(func() draft {
				return form0().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, Lock: []string{"f"}}).update(fill)
			})},
	}
	for p := range 3 {
		if p == 1 {
			continue
		}
		out = append(out, Case{Name: fmt.Sprintf("flood-unsigned-p%d", p), Class: "roles", Note: "300 fields are filled in, and a signature field that nobody signs is drawn over the fee",
			Want: []Want{changed("Signed", other, no, "appearance-unsigned")},
			Make: made(func() draft {
				return form0().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, DocMDP: p}).update(func(u *signtest.Update) {
					fill(u)
					a := u.New(evil(u, "/Subtype /Widget /FT /Sig /T (Them)"))
					addAnnotation(u, fmt.Sprintf("%d 0 R", a))
					addField(u, a)
				})
			})})
	}
	return out
}

// loosened are certifications that say another permission than one before or
// after: each takes away, none gives back.
func (c *Cast) loosened() []Case {
	note := func(u *signtest.Update) {
		addAnnotation(u, fmt.Sprintf("%d 0 R", u.New(evil(u, "/Subtype /FreeText"))))
	}
	stamp := signtest.Options{Field: "Next", Time: signed, Page: 1, Box: topRight, Lines: []string{"Nguyen Van An"}}
	by := func(field string, p int) signtest.Options {
		return signtest.Options{Field: field, Time: signed, DocMDP: p}
	}
	junk := changed("Junk", other, no)
	junk.Trust = "self-signed"
	follows := changed("Certified", form, yes)
	follows.Passes = yes
	return []Case{
		{Name: "loosened-junk", Class: "roles", Note: "Before the agency certifies with P=1, a self-signed certification says P=3; an annotation hides the fee",
			Want: []Want{junk, changed("Certified", annotation, no, "certification-not-first", "change-not-permitted")},
			Make: made(func() draft {
				return paper().sign(c.Forger, by("Junk", 3)).sign(c.Agency, by("Certified", 1)).update(note)
			})},
		{Name: "loosened-after", Class: "roles", Note: "After the agency certified with P=1, a self-signed certification says P=3; an annotation hides the fee",
			Want: []Want{changed("Certified", other, no), {Field: "Junk", Integrity: intact, Coverage: revision, Changes: annotation, Permitted: no, Trust: "self-signed", Passes: no}},
			Make: made(func() draft {
				return paper().sign(c.Agency, by("Certified", 1)).sign(c.Forger, by("Junk", 3)).update(note)
			})},
		{Name: "loosened-later", Class: "roles", Note: "A certification with P=1 over a plain signature forbids form filling from then on, for that signature too",
			Want: []Want{changed("Plain", form, no, "change-not-permitted"), changed("Certified", form, no, "change-not-permitted"), sound("Next")},
			Make: made(func() draft {
				return paper().sign(c.Person, by("Plain", 0)).sign(c.Agency, by("Certified", 1)).sign(c.Person, stamp)
			})},
		{Name: "loosened-sound", Class: "roles", Note: "No attack: the agency certifies with P=2, and another signs", Want: []Want{follows, sound("Next")},
			Make: made(func() draft { return paper().sign(c.Agency, by("Certified", 2)).sign(c.Person, stamp) })},
	}
}

// rolesSound are documents in which everything points at everything, as it does
// in ordinary ones, and that are filled in.
func (c *Cast) rolesSound(page string) []Case {
	fill := func(u *signtest.Update) {
		set(u, 8, map[pdf.Name]string{"V": "(Binh)", "AP": fmt.Sprintf("<</N %d 0 R>>", u.Form(100, 20, "BT /F1 10 Tf 2 5 Td (Binh) Tj ET"))})
	}
	want := changed("Signed", form, yes)
	want.Passes = yes
	linked := func() draft {
		return withCatalog("/AcroForm <</Fields [8 0 R] /CO [8 0 R] /DR <</Font <</F1 5 0 R>>>>>> /StructTreeRoot 12 0 R /MarkInfo <</Marked true>> /Outlines 15 0 R"+
			" /OpenAction [3 0 R /Fit] /Dests <</trang 6 0 R>> /Names <</Dests <</Names [(a) [3 0 R /Fit] (b) <</D [3 0 R /Fit]>>]>>>> /Threads [17 0 R]",
			page+" /Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /B [18 0 R] /StructParents 0",
			"[3 0 R /XYZ 0 0 0]",
			"<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /P 3 0 R /A <</S /GoTo /D [3 0 R /Fit]>>>>",
			"<</Type /Annot /Subtype /Widget /FT /Tx /T (ten) /V (An) /F 4 /Rect [300 20 400 40] /P 3 0 R /StructParent 1 /DA (/F1 10 Tf 0 g)>>",
			"<</Type /Annot /Subtype /Link /Rect [20 0 29 9] /P 3 0 R /A <</S /Hide /T [8 0 R] /H false /Next <</S /SubmitForm /F (https://noi-nhan.example) /Fields [8 0 R]>>>>>>",
			"<</Type /Annot /Subtype /Text /Rect [40 0 49 9] /P 3 0 R /Popup 11 0 R /Contents (x)>>",
			"<</Type /Annot /Subtype /Popup /Rect [60 0 69 9] /Parent 10 0 R>>",
			"<</Type /StructTreeRoot /K 13 0 R /ParentTree <</Nums [0 [13 0 R] 1 14 0 R]>>>>",
			"<</Type /StructElem /S /Document /P 12 0 R /Pg 3 0 R /K [0 14 0 R]>>",
			"<</Type /StructElem /S /Form /P 13 0 R /K <</Type /OBJR /Obj 8 0 R /Pg 3 0 R>>>>",
			"<</Type /Outlines /First 16 0 R /Last 16 0 R /Count 1>>",
			"<</Title (1) /Parent 15 0 R /Dest [3 0 R /Fit] /SE 14 0 R>>",
			"<</Type /Thread /F 18 0 R>>",
			"<</T 17 0 R /N 18 0 R /V 18 0 R /P 3 0 R /R [0 0 9 9]>>")
	}
	return []Case{
		{Name: "roles-sound-linked", Class: "roles", Note: "No attack: a tagged form with links, outlines, destinations, an article, a pop-up and actions on fields is filled in", Want: []Want{want},
			Make: made(func() draft {
				return linked().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, Page: 1, Box: topRight, Lines: []string{"Co quan"}}).update(fill)
			})},
		{Name: "roles-sound-linked-certified", Class: "roles", Note: "No attack: the same, certified with P=2", Want: []Want{want},
			Make: made(func() draft {
				return linked().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, DocMDP: 2}).update(fill)
			})},
		{Name: "roles-sound-linked-signed", Class: "roles", Note: "No attack: the same is signed again, visibly, on the page that all point at",
			Want: []Want{want, sound("Next")},
			Make: made(func() draft {
				return linked().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed}).sign(c.Person, signtest.Options{Field: "Next", Time: signed, Page: 1, Box: topRight, Lines: []string{"Nguyen Van An"}})
			})},
	}
}
