package sign

import (
	"strings"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// maxMarks bounds Report.Marks.
const maxMarks = 100

// markKinds are the annotations that people sign or stamp with (ISO 32000-2
// table 171). Shapes and highlights are comments.
var markKinds = map[pdf.Name]string{"Stamp": "stamp", "Ink": "ink", "FreeText": "free-text"}

// marks lists what looks like a signature in the last revision and is none, in
// the order of the pages. unsigned are the signature fields without a value.
func (e *engine) marks(unsigned []field) (out []Mark) {
	defer func() {
		if recover() != nil {
			// As for appearances: what was found up to here stays.
			return
		}
	}()
	v := e.file.Latest()
	empty := map[int]bool{}
	for _, f := range unsigned {
		for _, w := range f.widgets {
			if w.num > 0 {
				empty[w.num] = true
			}
		}
	}
	for _, p := range v.Pages() {
		for _, o := range v.Array(p.Dict.Get("Annots")) {
			if len(out) >= maxMarks || e.ctx.Err() != nil {
				return out
			}
			r, _ := o.(pdf.Ref)
			if m, ok := e.mark(v, v.Dict(o), empty[r.Num]); ok {
				rect, _ := v.Rect(v.Dict(o).Get("Rect"))
				m.Page, m.Box = p.Number, p.Display(rect)
				out = append(out, m)
			}
		}
	}
	return out
}

// mark judges one annotation.
func (e *engine) mark(v *pdf.View, a *pdf.Dict, unsigned bool) (Mark, bool) {
	m := Mark{Kind: markKinds[v.Name(a.Get("Subtype"))]}
	if unsigned {
		m.Kind = "field"
	}
	if m.Kind == "" || !seen(v, a) {
		return m, false
	}
	if r, ok := v.Rect(a.Get("Rect")); !ok || r.X1 <= r.X0 || r.Y1 <= r.Y0 {
		return m, false
	}
	c, ok := e.look(v, a)
	if !ok {
		return m, false
	}
	m.Text = c.Text
	switch m.Kind {
	case "field":
		// Many programs give an empty field a frame, or an empty stream.
		return m, c.Text != "" || c.Images > 0 || c.Drawings > 0 || c.Unread
	case "free-text":
		// What it shows is /Contents (ISO 32000-2 12.5.6.6).
		if s, ok := v.Resolve(a.Get("Contents")).(pdf.String); ok && m.Text == "" {
			m.Text = shorten(text(s))
		}
	}
	return m, true
}

// shorten cuts a text to what an appearance shows at most.
func shorten(s string) string {
	const most = 4 << 10
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "")
	}
	return s
}
