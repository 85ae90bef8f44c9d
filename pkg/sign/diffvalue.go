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
	v, ok := d.new.Resolve(inheritedValue(d.new, n)).(pdf.String)
	if flags, _ := d.new.Number(inheritedAttr(d.new, n, "Ff")); !ok || int(flags)&(1<<13) != 0 {
		return // a password
	}
	c, ok := d.e.look(d.new, n)
	if !ok || c.Unread || c.Images > 0 || c.Drawings > 0 {
		return
	}
	value, shown := plainLetters(text(v)), plainLetters(c.Text)
	if strings.Contains(shown, value) && value != "" || strings.Contains(value, shown) || slices.Contains(d.unlike, name) {
		return
	}
	d.unlike = append(d.unlike, name)
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
