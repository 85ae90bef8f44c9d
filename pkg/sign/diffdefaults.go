package sign

import (
	"bytes"
	"strings"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// resources compares the default resources of the form. They may gain entries,
// for new fields; what is there must stay.
func (d *differ) resources(x, y pdf.Object, at place) {
	o, n := d.old.Dict(x), d.new.Dict(y)
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		a, b := d.old.Dict(x), d.new.Dict(y)
		strict := generic.at(pdf.Name(at.path())).at(k)
		strict.strict = true
		if x != nil && (a == nil || b == nil) {
			d.entry(x, y, strict)
			return
		}
		if r, ok := x.(pdf.Ref); ok && d.changed[r.Num] {
			// The object may be used as resources elsewhere as well; those
			// paths judge it for themselves.
			d.seen[visit{num: r.Num, class: ChangesForm}] = via{}
			d.seen[visit{num: r.Num, class: ChangesForm, strict: true}] = via{}
		}
		d.dict(a, b, func(l pdf.Name, x, y pdf.Object) {
			if !d.equal(x, y, false, 0) {
				p := at.at(k).at(l)
				switch {
				case d.looksDifferent(k, l, x, y):
					p.class, p.code = ChangesOther, CodeAppearanceReplaced
				case x == nil:
					return // used by new fields only
				}
				// A name may come to mean another object: some signers reuse
				// theirs. Only new appearances look it up; the object it meant
				// before has to stay.
				d.report(p, refNum(nil, y))
			}
			d.push(x, strict.at(l))
		})
	})
}

// lookups are the names in the default resources by which fields of the old view
// are drawn that keep their value: what such a name means is how the value looks.
type lookups struct {
	fonts map[pdf.Name]bool // by /DA
	names map[pdf.Name]bool // of any kind, by appearances without resources of their own
	any   bool              // likewise, and it cannot be told which
	form  bool              // the form's own /DA is in use
}

// lookups are put together once per update, and only when a name changes.
func (d *differ) lookups() *lookups {
	if d.looked != nil {
		return d.looked
	}
	l := &lookups{fonts: map[pdf.Name]bool{}, names: map[pdf.Name]bool{}}
	d.looked = l
	form := d.old.Dict(d.old.Catalog().Get("AcroForm"))
	for num := range d.fields {
		if !d.spend(1) {
			l.any = true
			return l
		}
		o, n := d.old.Dict(pdf.Ref{Num: num}), d.new.Dict(pdf.Ref{Num: num})
		if noArea(d.old, o) || hidden(d.old, o.Get("F")) {
			continue
		}
		if s := normalAppearance(d.old, o); s != nil && s.Dict.Get("Resources") == nil {
			d.namesIn(s, l)
		}
		if isSignature(d.old, o) || !d.drawnAnew(o) || !d.equal(inheritedValue(d.old, o), inheritedValue(d.new, n), true, 0) {
			continue
		}
		da := inheritedAttr(d.old, o, "DA")
		if da == nil {
			da, l.form = form.Get("DA"), true
		}
		if s, ok := d.old.Resolve(da).(pdf.String); ok {
			l.fonts[fontOf(string(s.Value))] = true
		}
	}
	return l
}

// namesIn notes the names in a content stream.
func (d *differ) namesIn(s *pdf.Stream, l *lookups) {
	const most = 64 << 10
	b, err := d.old.DecodeUpTo(s, most)
	if err != nil || len(l.names) > 1000 {
		l.any = true
		return
	}
	for _, part := range bytes.Split(b, []byte("/"))[1:] {
		if i := bytes.IndexAny(part, "\x00\t\n\f\r ()<>[]{}/%"); i >= 0 {
			part = part[:i]
		}
		l.any = l.any || bytes.IndexByte(part, '#') >= 0
		l.names[pdf.Name(part)] = true
	}
}

// drawnAnew tells whether readers draw a field from its value and its default
// appearance, be it that it has no other or that the form says so (ISO 32000-2
// 12.7.4.3).
func (d *differ) drawnAnew(f *pdf.Dict) bool {
	if isNull(d.old.Resolve(inheritedValue(d.old, f))) && inheritedName(d.old, f, "FT") != "Btn" {
		return false // nothing to draw
	}
	if f.Get("AP") == nil {
		return true
	}
	for _, v := range []*pdf.View{d.old, d.new} {
		if b, ok := v.Resolve(v.Dict(v.Catalog().Get("AcroForm")).Get("NeedAppearances")).(pdf.Bool); ok && bool(b) {
			return true
		}
	}
	return false
}

// fontOf returns the name before the operator Tf of a default appearance string.
func fontOf(da string) pdf.Name {
	words := strings.Fields(da)
	for i := len(words) - 1; i >= 2; i-- {
		if words[i] == "Tf" {
			_, name, _ := strings.Cut(words[i-2], "/")
			return pdf.Name(name)
		}
	}
	return ""
}

// looksDifferent tells whether another meaning of a name in the default
// resources changes how something old is drawn.
func (d *differ) looksDifferent(kind, name pdf.Name, x, y pdf.Object) bool {
	l := d.lookups()
	switch {
	case l.any, l.names[name]:
		if kind != "Font" {
			return true
		}
	case kind != "Font" || !l.fonts[name]:
		return false
	}
	// The same standard font, written in another way, looks the same.
	o, n := d.old.Dict(x), d.new.Dict(y)
	return !plainText(d.new, n) || o != nil && (!plainText(d.old, o) || d.old.Name(o.Get("BaseFont")) != d.new.Name(n.Get("BaseFont")))
}

// plainText tells whether a font is one of the standard ones for text, with its
// letters where everybody expects them (ISO 32000-2 9.6.2.2): what readers use
// for a name that is missing.
func plainText(v *pdf.View, f *pdf.Dict) bool {
	base := v.Name(f.Get("BaseFont"))
	if v.Name(f.Get("Subtype")) != "Type1" || f.Get("FontDescriptor") != nil {
		return false
	}
	if !strings.HasPrefix(string(base), "Helvetica") && !strings.HasPrefix(string(base), "Times-") && !strings.HasPrefix(string(base), "Courier") {
		return false
	}
	e := v.Dict(f.Get("Encoding"))
	code := 0
	for _, o := range v.Array(e.Get("Differences")) {
		switch x := v.Resolve(o).(type) {
		case pdf.Integer:
			code = int(x)
		case pdf.Name:
			// The encoding of PDFDoc has these two where ASCII has them.
			if code >= 32 && code < 127 && !(code == 39 && x == "quotesingle") && !(code == 96 && x == "grave") {
				return false
			}
			code++
		}
	}
	return true
}
