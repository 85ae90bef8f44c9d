package sign

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// valueShown notes a text field that was filled in and shows something else than
// its value. It is a fact and changes no class: what a reader sees and what a
// program reads are both of the one who filled it in.
func (d *differ) valueShown(o, n *pdf.Dict, name string) {
	const most = 16
	if len(d.unlike) >= most || inheritedName(d.new, n, "FT") != "Tx" || d.new.Dict(n.Get("AA")).Get("F") != nil {
		return // a format script may write the value in another way
	}
	ap := normalAppearance(d.new, n)
	if ap == nil || d.equal(inheritedValue(d.old, o), inheritedValue(d.new, n), true, 0) && d.equal(o.Get("AP"), n.Get("AP"), true, 0) {
		return
	}
	if !slices.Contains(d.unlike, name) && d.e.shownUnlike(d.new, n) {
		d.unlike = append(d.unlike, name)
	}
}

// shownUnlike tells whether a text field shows other letters than its value.
func (e *engine) shownUnlike(v *pdf.View, f *pdf.Dict) bool {
	s, ok := v.Resolve(inheritedValue(v, f)).(pdf.String)
	if flags, _ := v.Number(inheritedAttr(v, f, "Ff")); !ok || int(flags)&(1<<13) != 0 {
		return false // a password
	}
	return e.letters(v, f, text(s), false)
}

// letters tells whether a field shows other letters than those of a value. A field
// may show a part, or something beside; exactly leaves no room for that, since
// 50.000 is a part of 950.000.
func (e *engine) letters(v *pdf.View, f *pdf.Dict, of string, exactly bool) bool {
	c, ok := e.look(v, f)
	if !ok || c.Unread || c.Images > 0 || c.Drawings > 0 {
		return false
	}
	value, shown := plainLetters(of), plainLetters(c.Text)
	if exactly && len(c.Text) < maxExact {
		return shown != value
	}
	return !(strings.Contains(shown, value) && value != "" || strings.Contains(value, shown))
}

// maxExact is how much text of an appearance is surely read whole, in bytes.
const maxExact = 2048

// drawnUnlike tells whether a field that is seen shows other letters than readers
// give it that draw it anew: its value, what stands for it in a drop-down list, or
// the caption of a push button (ISO 32000-2 tables 192, 229, 233 and 234).
func (e *engine) drawnUnlike(v *pdf.View, f *pdf.Dict) bool {
	if normalAppearance(v, f) == nil || noArea(v, f) || !seen(v, f) {
		return false
	}
	flags, _ := v.Number(inheritedAttr(v, f, "Ff"))
	o := v.Resolve(inheritedValue(v, f))
	switch inheritedName(v, f, "FT") {
	case "Tx":
		if int(flags)&(1<<13) != 0 {
			return false // a password
		}
	case "Ch":
		if int(flags)&(1<<17) == 0 {
			return false // a list shows all that may be chosen
		}
		for _, p := range v.Array(inheritedAttr(v, f, "Opt")) {
			if pair := v.Array(p); len(pair) == 2 && sameText(v.Resolve(pair[0]), o) {
				o = v.Resolve(pair[1])
				break
			}
		}
	case "Btn":
		if int(flags)&(1<<16) == 0 {
			return false
		}
		o = v.Resolve(v.Dict(f.Get("MK")).Get("CA"))
	default:
		return false
	}
	s, ok := o.(pdf.String)
	if !ok && !isNull(o) {
		return false
	}
	return e.letters(v, f, text(s), inheritedName(v, f, "FT") == "Tx") || plainLetters(text(s)) != "" && blank(v, normalAppearance(v, f))
}

func sameText(a, b pdf.Object) bool {
	s, ok := a.(pdf.String)
	t, ok2 := b.(pdf.String)
	return ok && ok2 && text(s) == text(t)
}

// misleading tells whether a field showed other letters than its value when it was
// signed, and keeps it: to have the fields drawn anew is then to show something
// else.
func (d *differ) misleading() bool {
	for num := range d.fields {
		if !d.spend(1) {
			return true
		}
		f := d.old.Dict(pdf.Ref{Num: num})
		o, n := inheritedValue(d.old, f), inheritedValue(d.new, d.new.Dict(pdf.Ref{Num: num}))
		if d.new.Dict(f.Get("AA")).Get("F") == nil && d.equal(o, n, true, 0) && d.e.drawnUnlike(d.old, f) {
			return true
		}
	}
	return false
}

// plainLetters leaves the letters and digits of ASCII: what every encoding has,
// and no format of numbers adds.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}
