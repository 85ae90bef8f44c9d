package sign

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// field is a form field of one view (ISO 32000-2 12.7.4).
type field struct {
	name    string
	ref     pdf.Ref // zero when direct
	dict    *pdf.Dict
	ft      pdf.Name
	value   pdf.Object // /V as written, inherited
	widgets []widget
}

type widget struct {
	num  int // object number, 0 when direct
	dict *pdf.Dict
}

// fieldWalk collects the terminal fields of a view.
type fieldWalk struct {
	v    *pdf.View
	seen map[int]bool
	lim  int
	out  []field
}

const maxFields = 100_000

// formFields lists the terminal fields below AcroForm/Fields. A tree that leads
// back into itself is cut.
func formFields(v *pdf.View) []field {
	w := &fieldWalk{v: v, seen: map[int]bool{}, lim: maxFields}
	form := v.Dict(v.Catalog().Get("AcroForm"))
	for _, o := range v.Array(form.Get("Fields")) {
		w.walk(o, field{}, 0)
	}
	return w.out
}

func (w *fieldWalk) walk(o pdf.Object, in field, depth int) {
	if depth > 64 || len(w.out) >= w.lim {
		return
	}
	f := in
	f.ref = pdf.Ref{}
	if r, ok := o.(pdf.Ref); ok {
		if w.seen[r.Num] {
			return
		}
		w.seen[r.Num] = true
		f.ref = r
	}
	if f.dict = w.v.Dict(o); f.dict == nil {
		return
	}
	if t, ok := w.v.Resolve(f.dict.Get("T")).(pdf.String); ok {
		f.name = join(in.name, text(t))
	}
	if n := w.v.Name(f.dict.Get("FT")); n != "" {
		f.ft = n
	}
	if x := f.dict.Get("V"); x != nil {
		f.value = x
	}
	kids := w.v.Array(f.dict.Get("Kids"))
	terminal := true
	for _, k := range kids {
		// A kid with a name of its own is a field, one without a widget.
		if d := w.v.Dict(k); d != nil && d.Get("T") != nil {
			terminal = false
		}
	}
	if !terminal {
		for _, k := range kids {
			w.walk(k, f, depth+1)
		}
		return
	}
	if f.dict.Get("Subtype") != nil || f.dict.Get("Rect") != nil {
		f.widgets = append(f.widgets, widget{f.ref.Num, f.dict})
	}
	for _, k := range kids {
		r, _ := k.(pdf.Ref)
		if d := w.v.Dict(k); d != nil && !(r.Num > 0 && w.seen[r.Num]) {
			if r.Num > 0 {
				w.seen[r.Num] = true
			}
			f.widgets = append(f.widgets, widget{r.Num, d})
			if f.value == nil {
				f.value = d.Get("V")
			}
			if f.ft == "" {
				f.ft = w.v.Name(d.Get("FT"))
			}
		}
	}
	w.out = append(w.out, f)
}

func join(parent, name string) string {
	if parent == "" {
		return name
	}
	return parent + "." + name
}

// text decodes a text string (ISO 32000-2 7.9.2.2): UTF-16 with byte order
// mark, UTF-8 with one, else Latin text as most of PDFDocEncoding is.
func text(s pdf.String) string {
	b := s.Value
	switch {
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}), bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		hi, lo := 0, 1
		if b[0] == 0xFF {
			hi, lo = 1, 0
		}
		var u []uint16
		for i := 2; i+1 < len(b); i += 2 {
			u = append(u, uint16(b[i+hi])<<8|uint16(b[i+lo]))
		}
		return string(utf16.Decode(u))
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		return strings.ToValidUTF8(string(b[3:]), "\uFFFD")
	}
	r := make([]rune, len(b))
	for i, c := range b {
		r[i] = rune(c)
	}
	return string(r)
}

// candidate is a signature dictionary on its way through the revisions.
type candidate struct {
	names    []string
	fields   []field // one per name, of the first revision it was seen in
	first    int     // index of the first revision it was seen in
	last     int     // index of the last one
	dict     *pdf.Dict
	view     *pdf.View
	contents pdf.String
	hasHex   bool
	br       []int64
	brOK     bool
	replaced bool      // a later revision wrote the dictionary anew
	lost     bool      // in a revision that the cross-references pass over
	modified time.Time // /M
}

// collect lists the signature dictionaries of all revisions and the unsigned
// fields of the last one.
func (e *engine) collect() (cands []*candidate, unsigned []field) {
	byPlace := map[int64]*candidate{}  // by where /Contents stands
	current := map[string]*candidate{} // by field
	n := len(e.file.Revisions())
	for i := range n {
		v := e.file.View(i)
		if i > 0 && i < n-1 && len(v.Changed()) == 0 {
			for _, c := range cands {
				if c.last == i-1 {
					c.last = i
				}
			}
			continue
		}
		if e.ctx.Err() != nil {
			return nil, nil
		}
		if e.visits += len(v.Pages()); e.visits > e.o.Limits.Objects && i < n-1 {
			e.limited = true
			continue
		}
		here := signatureFields(v)
		for _, f := range here {
			if i == n-1 && isNull(v.Resolve(f.value)) {
				unsigned = append(unsigned, f)
				continue
			}
			d, _ := v.Resolve(f.value).(*pdf.Dict)
			if d == nil {
				continue
			}
			if len(cands) >= e.o.Limits.Signatures {
				e.limited = true
				continue
			}
			c := newCandidate(v, i, f, d)
			id := f.name
			if f.ref.Num > 0 {
				// Names are not always unique.
				id = fmt.Sprint("#", f.ref.Num)
			}
			if old := current[id]; old != nil && old.same(c) {
				if old.dict != d && old.contents.Span != c.contents.Span {
					old.replaced = true
				}
				old.last = i
				continue
			}
			if old := byPlace[c.contents.Span.Start]; old != nil && c.contents.Span.Len() > 0 {
				if !old.has(f.name) {
					old.names = append(old.names, f.name)
					old.fields = append(old.fields, f)
				}
				old.last = i
				current[id] = old
				continue
			}
			if old := current[id]; old != nil {
				old.replaced = true
			}
			byPlace[c.contents.Span.Start] = c
			current[id] = c
			cands = append(cands, c)
		}
	}
	cands = append(cands, e.lost(cands)...)
	// What was only ever reserved was never a signature.
	out := cands[:0]
	for _, c := range cands {
		if c.last < n-1 && zero(c.contents.Value) {
			continue
		}
		out = append(out, c)
	}
	return out, unsigned
}

func newCandidate(v *pdf.View, i int, f field, d *pdf.Dict) *candidate {
	c := &candidate{names: []string{f.name}, fields: []field{f}, first: i, last: i, dict: d, view: v}
	c.contents, c.hasHex = v.Resolve(d.Get("Contents")).(pdf.String)
	c.hasHex = c.hasHex && c.contents.Hex
	a := v.Array(d.Get("ByteRange"))
	// Anything but four integers is refused; a fifth is kept to tell.
	c.brOK = len(a) == 4
	for _, o := range a[:min(len(a), 5)] {
		n, ok := v.Resolve(o).(pdf.Integer)
		if !ok {
			c.brOK = false
			break
		}
		c.br = append(c.br, int64(n))
	}
	return c
}

func (c *candidate) has(name string) bool {
	for _, n := range c.names {
		if n == name {
			return true
		}
	}
	return false
}

// same tells whether two dictionaries of one field are the same signature,
// wherever they stand.
func (c *candidate) same(d *candidate) bool {
	if c.dict == d.dict {
		return true
	}
	if len(c.br) != len(d.br) || !bytes.Equal(c.contents.Value, d.contents.Value) {
		return false
	}
	for i := range c.br {
		if c.br[i] != d.br[i] {
			return false
		}
	}
	return true
}

// signatureFields lists the signature fields of a view: those of the form and
// those that are only widgets of a page.
func signatureFields(v *pdf.View) []field {
	var out []field
	seen := map[int]bool{}
	for _, f := range formFields(v) {
		if f.ref.Num > 0 {
			seen[f.ref.Num] = true
		}
		for _, w := range f.widgets {
			seen[w.num] = true
		}
		if f.ft == "Sig" {
			out = append(out, f)
		}
	}
	for _, p := range v.Pages() {
		for _, a := range v.Array(p.Dict.Get("Annots")) {
			r, _ := a.(pdf.Ref)
			if r.Num > 0 && seen[r.Num] {
				continue
			}
			d := v.Dict(a)
			if v.Name(d.Get("FT")) != "Sig" {
				continue
			}
			seen[r.Num] = true
			f := field{ref: r, dict: d, ft: "Sig", value: d.Get("V"), widgets: []widget{{r.Num, d}}}
			if t, ok := v.Resolve(d.Get("T")).(pdf.String); ok {
				f.name = text(t)
			}
			out = append(out, f)
		}
	}
	return out
}

func isNull(o pdf.Object) bool {
	_, ok := o.(pdf.Null)
	return o == nil || ok
}
