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
	c, ok := e.look(v, f)
	if !ok || c.Unread || c.Images > 0 || c.Drawings > 0 {
		return false
	}
	value, shown := plainLetters(text(s)), plainLetters(c.Text)
	return !(strings.Contains(shown, value) && value != "" || strings.Contains(value, shown))
}

// shownEmpty tells whether a text field that is seen has a value and an appearance
// of nothing.
func (e *engine) shownEmpty(v *pdf.View, f *pdf.Dict) bool {
	s, ok := v.Resolve(inheritedValue(v, f)).(pdf.String)
	return ok && plainLetters(text(s)) != "" && !noArea(v, f) && seen(v, f) && blank(v, normalAppearance(v, f))
}

// misleading tells whether a text field showed other letters than its value when
// it was signed, and keeps it: to have the fields drawn anew is then to show something
// else.
func (d *differ) misleading() bool {
	for num := range d.fields {
		if !d.spend(1) {
			return true
		}
		f := d.old.Dict(pdf.Ref{Num: num})
		o, n := inheritedValue(d.old, f), inheritedValue(d.new, d.new.Dict(pdf.Ref{Num: num}))
		if inheritedName(d.old, f, "FT") == "Tx" && d.new.Dict(f.Get("AA")).Get("F") == nil && normalAppearance(d.old, f) != nil && d.equal(o, n, true, 0) &&
			(d.e.shownUnlike(d.old, f) || d.e.shownEmpty(d.old, f)) {
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
