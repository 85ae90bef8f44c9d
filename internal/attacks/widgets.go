package attacks

import (
	"fmt"
	"slices"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

type entries = map[pdf.Name]string

// feePlace is where the fee stands on the page, feeForm a form XObject over it.
func feePlace() string {
	w, h := size(fee)
	x, y := fee.X*72/25.4, 841.89-(fee.Y+fee.H)*72/25.4
	return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", x, y, x+w, y+h)
}

func feeForm(amount string) string {
	w, h := size(fee)
	return signtest.Stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <</Font <</F1 5 0 R>>>>", w, h), opaque(w, h, "Le phi: "+amount+" dong"))
}

// sheet is a page with annotations; more are further objects, from 6.
func sheet(catalog, annots, amount string, more ...string) draft {
	return draft{b: signtest.Document(append([]string{
		"<</Type /Catalog /Pages 2 0 R " + catalog + ">>",
		"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Annots [" + annots + "] /Resources <</Font <</F1 5 0 R>>>>>>",
		signtest.Stream("", lines(amount)),
		helvetica,
	}, more...)...)}
}

// widgets are cases about annotations and fields that are written in unusual
// ways, and about what fields of a kind have for a value; each with what a
// validator must not accuse.
func (c *Cast) widgets() []Case {
	var out []Case
	add := func(name, note string, p int, base func() draft, want Want, f func(draft) draft) {
		out = append(out, c.widget(name, note, p, base, want, f))
	}
	allowed := changed("", form, yes)
	untouched := Want{Integrity: intact, Coverage: revision, Changes: none, Permitted: none, Trust: trusted, Passes: yes}

	// Direct annotations and fields.
	stamp := "<</Type /Annot /Subtype /Stamp /F 4 /Rect " + feePlace() + " /AP <</N 6 0 R>>>>"
	direct := func() draft { return sheet("", stamp, "900.000 dong", feeForm("50.000")) }
	blank := update(func(u *signtest.Update) { u.ReplaceStream(6, emptyForm, "") })
	for _, p := range []int{0, 1} {
		add(fmt.Sprintf("direct-stamp-p%d", p), "The appearance of a stamp that is written directly into /Annots is emptied", p, direct, refused(annotation, "annotation-changed"), blank)
	}
	add("direct-stamp-kept", "The page is written anew with a direct stamp as it was", 1, direct, untouched, entry(pageObj, nil))
	add("direct-link-launch", "The action of a direct link, an object of its own, starts a program now", 3,
		func() draft {
			return sheet("", "<</Type /Annot /Subtype /Link /Rect [20 20 90 40] /A 6 0 R>>", "50.000 dong", "<</S /URI /URI (https://example.com)>>")
		}, refused(other), update(func(u *signtest.Update) { u.Replace(6, "<</S /Launch /F (x.exe)>>") }))
	add("direct-widget", "The appearance of a field that is direct in /Annots changes, its value does not", 2,
		func() draft { return sheet("", textField("/V (50.000) /AP <</N 6 0 R>>"), "", feeForm("50.000")) },
		refused(other, "appearance-replaced"), update(func(u *signtest.Update) { u.Replace(6, feeForm("900.000")) }))
	kid := "<</Type /Annot /Subtype /Widget /F 4 /Rect " + feePlace() + " /AP <</N 6 0 R>> /P 3 0 R /Parent 9 0 R>>"
	inForm := func() draft {
		return sheet("/AcroForm 7 0 R", "8 0 R", "", feeForm("50.000"), "<</Fields [<</FT /Tx /T (phi) /V (50.000) /Kids [8 0 R]>>]>>", kid, "null")
	}
	add("direct-field-kept", "A form with a field that is direct in /Fields is written anew", 2, inForm, untouched, entry(7, nil))
	add("direct-field", "The appearance of the widget of a field that is direct in /Fields changes", 2, inForm, refused(other, "appearance-replaced"),
		update(func(u *signtest.Update) { u.Replace(6, feeForm("900.000")) }))
	add("direct-field-filled", "A field that is direct in /Fields is filled in", 2, inForm, allowed, update(func(u *signtest.Update) {
		list := u.View.Array(u.View.Dict(pdf.Ref{Num: 7}).Get("Fields"))
		f := signtest.With(list[0].(*pdf.Dict), entries{"V": "(60.000)"})
		all := signtest.Format(list[1:])
		set(u, 7, entries{"Fields": "[" + f + all[1:]})
	}))
	kids := func() draft {
		return sheet("/AcroForm 7 0 R", "", "", "null", "<</Fields [8 0 R]>>", "<</T (a) /FT /Tx /Kids [<</T (b) /V (1)>>]>>")
	}
	add("direct-kid-added", "A field gets one more kid, which is direct", 2, kids, refused(other, "field-added"),
		entry(8, entries{"Kids": "[<</T (b) /V (1)>> <</T (c) /V (900.000)>>]"}))
	add("direct-kid-filled", "A direct kid is filled in", 2, kids, allowed, entry(8, entries{"Kids": "[<</T (b) /V (2)>>]"}))

	// Chains of references.
	add("chain-stamp", "/Annots names an object that is a reference to the stamp, which is hidden", 1,
		func() draft {
			return sheet("", "8 0 R", "900.000 dong", feeForm("50.000"), "<</Type /Annot /Subtype /Stamp /F 4 /Rect "+feePlace()+" /AP <</N 6 0 R>>>>", "7 0 R")
		}, refused(annotation, "annotation-changed"), entry(7, entries{"F": "2"}))
	add("chain-contents", "The page names an object that is a reference to its content", 1,
		func() draft { return custom("/Rotate 6 0 R", lines("50.000 dong"), "7 0 R", "0") },
		refused(other), update(func(u *signtest.Update) { u.Replace(7, "90") }))
	add("chain-stream", "/Resources leads over a reference to what the page is drawn with", 1,
		func() draft {
			return custom("/Resources 6 0 R", lines("50.000 dong"), "7 0 R", "<</Font <</F1 5 0 R>>>>", helveticaOf("Courier"))
		}, refused(other), entry(7, entries{"Font": "<</F1 8 0 R>>"}))
	add("chain-form-filled", "A field that is named over a reference is filled in", 2,
		func() draft { return sheet("/AcroForm <</Fields [7 0 R]>>", "6 0 R", "", textField(""), "6 0 R") },
		changed("", form+"|"+annotation, ""), entry(6, entries{"V": "(50.000)"}))

	// What a field inherits.
	drawn := "/AcroForm <</Fields [6 0 R] /NeedAppearances true /DA (/F1 14 Tf 0 g) /DR <</Font <</F1 5 0 R>>>>>>"
	add("parent-added", "A field gets a parent, and with it a value", 1, func() draft { return sheet(drawn, "6 0 R", "", textField("")) }, refused(other, "field-changed"),
		update(func(u *signtest.Update) {
			n := u.New("<</V (900.000)>>")
			set(u, 6, entries{"Parent": fmt.Sprintf("%d 0 R", n)})
		}))
	add("parent-filled", "The parent of a field, which the form does not list, gets another value", 1, func() draft {
		return sheet(drawn, "6 0 R", "", textField("/Parent 7 0 R"), "<</V (50.000)>>")
	}, refused(form, "change-not-permitted"), entry(7, entries{"V": "(900.000)"}))
	add("parent-dangling", "The parent of a field was nothing, and brings a value now", 2, func() draft {
		return sheet(drawn, "6 0 R", "", textField("/Parent 7 0 R"), "null")
	}, refused(other, "field-changed"), update(func(u *signtest.Update) { u.Replace(7, "<</V (900.000)>>") }))
	add("parent-direct", "The parent of a field is direct, and brings other letters", 2, func() draft {
		return sheet("/AcroForm <</Fields [6 0 R] /NeedAppearances true /DR <</Font <</F1 5 0 R>>>>>>", "6 0 R", "",
			"<</Type /Annot /Subtype /Widget /FT /Tx /T (phi) /V (50.000) /F 4 /Rect "+feePlace()+" /Parent <</DA (/F1 14 Tf 0 g)>>>>")
	}, refused(other), entry(6, entries{"Parent": "<</DA (/F1 14 Tf 1 g)>>"}))
	add("parent-listed-letters", "The parent of a field brings white letters", 2, func() draft {
		return sheet("/AcroForm <</Fields [7 0 R] /NeedAppearances true /DR <</Font <</F1 5 0 R>>>>>>", "6 0 R", "",
			"<</Type /Annot /Subtype /Widget /FT /Tx /T (phi) /V (50.000) /F 4 /Rect "+feePlace()+" /Parent 7 0 R>>", "<</T (a) /DA (/F1 14 Tf 0 g) /Kids [6 0 R]>>")
	}, refused(other, "appearance-replaced"), entry(7, entries{"DA": "(/F1 14 Tf 1 g)"}))
	add("parent-password", "A field that readers draw becomes one for a password", 2, func() draft {
		return sheet(drawn, "6 0 R", "", textField("/V (50.000)"))
	}, refused(other, "appearance-replaced"), entry(6, entries{"Ff": "8192"}))
	add("parent-read-only", "A field that readers draw is locked", 2, func() draft {
		return sheet(drawn, "6 0 R", "", textField("/V (50.000)"))
	}, allowed, entry(6, entries{"Ff": "1"}))
	group := func() draft {
		return sheet(drawn, "7 0 R", "", "<</FT /Tx /T (phi) /Kids [7 0 R]>>", "<</Type /Annot /Subtype /Widget /Parent 6 0 R /F 4 /Rect "+feePlace()+">>")
	}
	add("parent-listed-filled", "A field with its widget apart is filled in", 2, group, allowed, entry(6, entries{"V": "(50.000)"}))

	return slices.Concat(out, c.waiting(), c.values())
}

// widget is a paper that the agency signed with a permission, and what f did to it.
func (c *Cast) widget(name, note string, p int, base func() draft, want Want, f func(draft) draft) Case {
	want.Field = "Signed"
	return Case{
		Name: "widget-" + name, Class: "widget", Note: note, Want: []Want{want},
		Make: made(func() draft {
			return f(base().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, DocMDP: p}))
		}),
	}
}

func update(f func(*signtest.Update)) func(draft) draft {
	return func(d draft) draft { return d.update(f) }
}

// entry changes entries of one object.
func entry(num int, e entries) func(draft) draft {
	return update(func(u *signtest.Update) { set(u, num, e) })
}

// refused is the verdict on a signature that something not permitted followed.
func refused(class string, codes ...string) Want { return changed("", class, no, codes...) }

func helveticaOf(font string) string {
	return "<</Type /Font /Subtype /Type1 /BaseFont /" + font + " /Encoding /WinAnsiEncoding>>"
}

// waiting are cases about a field that waits for its signature, and shows
// something until then.
func (c *Cast) waiting() []Case {
	var out []Case
	base := func(p int) draft {
		return sheet("/AcroForm <</Fields [6 0 R]>>", "6 0 R", "900.000 dong",
			"<</Type /Annot /Subtype /Widget /FT /Sig /T (Waiting) /F 4 /Rect "+feePlace()+" /AP <</N 7 0 R>> /P 3 0 R>>", feeForm("50.000")).
			sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, DocMDP: p})
	}
	junk := Want{Field: "Waiting", Integrity: notIntact, Passes: no}
	for _, k := range []struct {
		name, note string
		e          entries
	}{
		{"hidden", "is hidden", entries{"V": "<</Type /Sig>>", "F": "2"}},
		{"appearance", "loses its appearance", entries{"V": "<</Type /Sig>>", "AP": ""}},
		{"area", "loses its area", entries{"V": "<</Type /Sig>>", "Rect": "[0 0 0 0]"}},
		{"empty", "gets an empty value and is hidden", entries{"V": "<<>>", "F": "2"}},
		{"timestamp", "calls itself a timestamp and loses its area", entries{"V": "<</Type /DocTimeStamp /SubFilter /ETSI.RFC3161>>", "Rect": "[0 0 0 0]"}},
	} {
		for _, p := range []int{0, 1, 2} {
			out = append(out, Case{
				Name: fmt.Sprintf("widget-waiting-%s-p%d", k.name, p), Class: "widget",
				Note: "A field that waits for a signature and covers the fee gets a value that is none, and " + k.note,
				Want: []Want{changed("Signed", other, no, "appearance-unsigned"), junk},
				Make: made(func() draft { return base(p).update(func(u *signtest.Update) { set(u, 6, k.e) }) }),
			})
		}
	}
	hidden := changed("Signed", annotation, no)
	out = append(out,
		Case{Name: "widget-waiting-unsigned", Class: "widget", Note: "The field that waits is hidden without a value", Want: []Want{hidden},
			Make: made(func() draft { return base(2).update(func(u *signtest.Update) { set(u, 6, entries{"F": "2"}) }) })},
		Case{Name: "widget-waiting-signed", Class: "widget", Note: "The field that waits is signed by the person it waits for",
			Want: []Want{changed("Signed", form, yes), sound("Waiting")},
			Make: made(func() draft {
				return base(2).sign(c.Person, signtest.Options{Field: "Waiting", Existing: true, Time: signed, Page: 1, Box: fee, Lines: []string{"Nguyen Van An"}})
			})},
		Case{Name: "widget-fake-timestamp-unseen", Class: "widget", Note: "An unseen field that calls itself a timestamp and is none, at P=1",
			Want: []Want{changed("Signed", form, no, "change-not-permitted"), {Field: "Stamp", Integrity: notIntact, Passes: no}},
			Make: made(func() draft {
				return base(1).update(func(u *signtest.Update) {
					n := u.New("<</FT /Sig /T (Stamp) /V <</Type /DocTimeStamp /SubFilter /ETSI.RFC3161>>>>")
					_, cat := u.Catalog()
					if r, ok := cat.Get("AcroForm").(pdf.Ref); ok {
						list := signtest.Format(u.View.Array(u.View.Dict(r).Get("Fields")))
						set(u, r.Num, entries{"Fields": fmt.Sprintf("%s %d 0 R]", list[:len(list)-1], n)})
						return
					}
					f := u.View.Dict(cat.Get("AcroForm"))
					list := signtest.Format(u.View.Array(f.Get("Fields")))
					setCatalog(u, entries{"AcroForm": signtest.With(f, entries{"Fields": fmt.Sprintf("%s %d 0 R]", list[:len(list)-1], n)})})
				})
			})},
		Case{Name: "widget-timestamp-unseen", Class: "widget", Note: "A sound document timestamp at P=1",
			Want: []Want{changed("Signed", "lta", yes), {Field: "Stamp", Integrity: intact, Coverage: wholeFile, Changes: none}},
			Make: made(func() draft {
				return base(1).edit(func(b []byte) ([]byte, error) { return signtest.Timestamp(b, c.TSA, signed, "Stamp") })
			})},
	)
	return out
}

// textField is a text field over the fee.
func textField(more string) string {
	return "<</Type /Annot /Subtype /Widget /FT /Tx /T (phi) /F 4 /DA (/F1 14 Tf 0 g) /Rect " + feePlace() + " " + more + ">>"
}

// values are cases about what is a value, where it is seen and who locked it.
func (c *Cast) values() []Case {
	var out []Case
	add := func(name, note string, p int, base func() draft, want Want, f func(draft) draft) {
		out = append(out, c.widget(name, note, p, base, want, f))
	}
	allowed := changed("", form, yes)
	button := func(more string) func() draft {
		return func() draft {
			return sheet("/AcroForm <</Fields [6 0 R]>>", "6 0 R", "900.000 dong",
				"<</Type /Annot /Subtype /Widget /FT /Btn /T (phi) /F 4 /Rect "+feePlace()+" "+more+">>", feeForm("50.000"), signtest.Stream(emptyForm, ""))
		}
	}
	push := button("/Ff 65536 /AP <</N 7 0 R>>")
	for key, value := range map[pdf.Name]string{"AS": "/Off", "I": "[0]", "V": "(x)"} {
		add("button-"+kebab(string(key)), "A push button gets /"+string(key)+", which means nothing for it, and another appearance", 2, push, refused(other, "appearance-replaced"),
			entry(6, entries{key: value, "AP": "<</N 8 0 R>>"}))
	}
	add("button-face", "A push button whose appearance has states is switched to another", 2, button("/Ff 65536 /AS /A /AP <</N <</A 7 0 R /B 8 0 R>>>>"),
		refused(other, "appearance-replaced"), entry(6, entries{"AS": "/B"}))
	for name, flags := range map[string]string{"print": "0", "invisible": "5", "toggle": "260", "hidden": "6", "rotate": "20"} {
		add("button-flag-"+name, "Flags that tell where a button is seen change to "+flags, 2, push, refused(annotation), entry(6, entries{"F": flags}))
	}
	add("button-flag-locked", "A button is locked, which nobody sees", 2, push, allowed, entry(6, entries{"F": "196"}))
	add("box-ticked", "A check box is ticked", 2, button("/V /Off /AS /Off /AP <</N <</Yes 7 0 R /Off 8 0 R>>>>"), allowed, entry(6, entries{"V": "/Yes", "AS": "/Yes"}))
	add("box-ticked-anew", "A check box is ticked, and its appearance drawn anew", 2, button("/AS /Off /AP <</N <</Yes 7 0 R /Off 8 0 R>>>>"), allowed,
		update(func(u *signtest.Update) {
			n := u.Form(10, 10, "0 0 10 10 re s")
			set(u, 6, entries{"V": "/Yes", "AS": "/Yes", "AP": fmt.Sprintf("<</N <</Yes %d 0 R /Off 8 0 R>>>>", n)})
		}))

	text := func(more string) func() draft {
		return func() draft {
			return sheet("/AcroForm 8 0 R", "6 0 R", "", textField(more), feeForm("50.000"), "<</Fields [6 0 R] /DA (/F1 14 Tf 0 g) /DR <</Font <</F1 5 0 R>>>>>>")
		}
	}
	another := func(e entries) func(draft) draft {
		return update(func(u *signtest.Update) {
			e["AP"] = fmt.Sprintf("<</N %d 0 R>>", coverForm(u))
			set(u, 6, e)
		})
	}
	add("text-state", "A text field gets /AS, which means nothing for it, and another appearance", 2, text("/V (Le phi: 50.000 dong) /AP <</N 7 0 R>>"), refused(other, "appearance-replaced"), another(entries{"AS": "/X"}))
	add("text-index", "A text field gets /I, which means nothing for it, and another appearance", 2, text("/V (Le phi: 50.000 dong) /AP <</N 7 0 R>>"), refused(other, "appearance-replaced"), another(entries{"I": "[0]"}))
	add("text-filled", "A text field is filled in and shows it", 2, text("/AP <</N 7 0 R>>"), allowed, another(entries{"V": "(Le phi: 900.000 dong)"}))
	add("text-filled-printed", "A text field is filled in, shows it and is printed now", 2, func() draft {
		return sheet("/AcroForm <</Fields [6 0 R]>>", "6 0 R", "", "<</Type /Annot /Subtype /Widget /FT /Tx /T (phi) /Rect "+feePlace()+">>")
	},
		allowed, another(entries{"V": "(Le phi: 900.000 dong)", "F": "4"}))
	add("list-chosen", "Another item of a list is chosen", 2, func() draft {
		return sheet("/AcroForm <</Fields [6 0 R]>>", "6 0 R", "", "<</Type /Annot /Subtype /Widget /FT /Ch /Opt [(a) (b)] /I [0] /T (phi) /F 4 /Rect "+feePlace()+" /AP <</N 7 0 R>>>>", feeForm("50.000"))
	}, allowed, another(entries{"I": "[1]"}))

	need := entry(8, entries{"NeedAppearances": "true"})
	add("need-other-value", "Readers are told to draw the fields anew, and the value prepared is another one than was shown", 2, text("/V (Le phi: 900.000 dong) /AP <</N 7 0 R>>"), refused(other, "appearance-replaced"), need)
	add("need-blank", "The same where the field showed nothing", 2, func() draft {
		return sheet("/AcroForm 8 0 R", "6 0 R", "", textField("/V (Le phi: 900.000 dong) /AP <</N 7 0 R>>"), signtest.Stream(emptyForm, ""), "<</Fields [6 0 R] /DR <</Font <</F1 5 0 R>>>>>>")
	}, refused(other, "appearance-replaced"), need)
	seen := func(entries string) func() draft {
		return func() draft {
			return sheet("/AcroForm 8 0 R", "6 0 R", "900.000 dong", "<</Type /Annot /Subtype /Widget /T (phi) /F 4 /Rect "+feePlace()+" /AP <</N 7 0 R>> "+entries+">>",
				feeForm("50.000"), "<</Fields [6 0 R] /DA (/F1 14 Tf 0 g) /DR <</Font <</F1 5 0 R>>>>>>")
		}
	}
	add("need-no-value", "The same where the field has no value and covers the fee", 2, seen("/FT /Tx"), refused(other, "appearance-replaced"), need)
	add("need-caption", "The same with a push button and its caption", 2, seen("/FT /Btn /Ff 65536 /MK <</CA (Le phi: 900.000 dong)>>"), refused(other, "appearance-replaced"), need)
	add("need-choice", "The same with a drop-down list", 2, seen("/FT /Ch /Ff 131072 /Opt [[(a) (Le phi: 900.000 dong)]] /V (a)"), refused(other, "appearance-replaced"), need)
	add("need-same-choice", "Readers are told to draw a drop-down list anew, which shows what is chosen", 2, seen("/FT /Ch /Ff 131072 /Opt [[(a) (Le phi: 50.000 dong)]] /V (a)"), allowed, need)
	add("need-same-caption", "Readers are told to draw a push button anew, which shows its caption", 2, seen("/FT /Btn /Ff 65536 /MK <</CA (Le phi: 50.000 dong)>>"), allowed, need)
	add("need-same-value", "Readers are told to draw the fields anew, which show what they are", 2, text("/V (Le phi: 50.000 dong) /AP <</N 7 0 R>>"), allowed, need)
	add("need-filled", "A field is filled in without an appearance, which readers are told to draw", 2, text("/AP <</N 7 0 R>>"), allowed, update(func(u *signtest.Update) {
		set(u, 6, entries{"V": "(60.000)", "AP": ""})
		set(u, 8, entries{"NeedAppearances": "true"})
	}))

	for name, lock := range map[string]string{"kid": "a.b", "group": "a", "short": "b"} {
		out = append(out, c.locked("lock-"+name, "A field that does not name its parent changes, and is locked as "+lock, lock, "<</T (b) /FT /Tx /V (x)>>", no))
	}
	out = append(out,
		c.locked("lock-other", "A field that does not name its parent changes, and another one is locked", "a.c", "<</T (b) /FT /Tx /V (x)>>", yes),
		c.locked("lock-direct", "A direct field changes that is locked", "a.b", "", no),
		c.locked("lock-direct-other", "A direct field changes, and another one is locked", "a.c", "", yes))
	return byName(out)
}

// locked is a paper on which the agency locked a field, after which a.b is filled
// in: an object of its own, or direct when it is empty.
func (c *Cast) locked(name, note, lock, field, permitted string) Case {
	return Case{
		Name: "widget-" + name, Class: "widget", Note: note, Want: []Want{changed("Signed", form, permitted)},
		Make: made(func() draft {
			kid, filled, last := "7 0 R", entry(7, entries{"V": "(y)"}), field
			if field == "" {
				kid, filled, last = "<</T (b) /FT /Tx /V (x)>>", entry(6, entries{"Kids": "[<</T (b) /FT /Tx /V (y)>>]"}), "null"
			}
			return filled(sheet("/AcroForm <</Fields [6 0 R]>>", "", "", "<</T (a) /FT /Tx /Kids ["+kid+"]>>", last).
				sign(c.Agency, signtest.Options{Field: "Signed", Time: signed, Lock: []string{lock}}))
		}),
	}
}
