package sign

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/pdf/content"
)

// maxWidgets bounds the widgets of one signature whose appearances are read;
// some programs show one signature on every page.
const maxWidgets = 8

// looks reads appearances, each once.
type looks struct {
	reader content.Reader
	known  map[look]content.Content
}

type look struct {
	at   int64 // where the stream stands
	view *pdf.View
}

// appearance reads what the signature shows on its page, as of the revision that
// it signs: that is what the signer saw, and what a later revision cannot change.
func (e *engine) appearance(s *Signature, c *candidate) {
	if !s.Visible() {
		return
	}
	defer func() {
		// The reader is fuzzed, but what a signature looks like must never
		// decide whether it is verified.
		if recover() != nil {
			s.Appearance = &Appearance{Unread: true}
		}
	}()
	v := c.view
	if s.Revision > 0 {
		v = e.file.View(s.Revision - 1)
	}
	shown := visibleWidgets(v, c.fields)
	var texts []string
	for _, w := range shown {
		x, ok := e.look(v, w.dict)
		if !ok {
			continue
		}
		if s.Appearance == nil {
			s.Appearance = &Appearance{}
		}
		a := s.Appearance
		a.Images += x.Images
		a.Unread = a.Unread || x.Unread
		if x.Text != "" && !slices.Contains(texts, x.Text) {
			texts = append(texts, x.Text)
		}
		a.Text = strings.Join(texts, "\n")
	}
}

// visibleWidgets lists the widgets that have an area and are not hidden, as of a
// view; of several only those on a page.
func visibleWidgets(v *pdf.View, fields []field) []widget {
	var out []widget
	for _, f := range fields {
		for _, w := range f.widgets {
			if w.num > 0 {
				w.dict = v.Dict(pdf.Ref{Num: w.num})
			}
			if r, ok := v.Rect(w.dict.Get("Rect")); ok && r.X1 > r.X0 && r.Y1 > r.Y0 && seen(v, w.dict) {
				out = append(out, w)
			}
		}
	}
	if len(out) > 1 {
		on := v.Widgets(v.Pages())
		out = slices.DeleteFunc(out, func(w widget) bool { return on[w.num] == 0 })
	}
	return out[:min(len(out), maxWidgets)]
}

// look reads the normal appearance of an annotation; false when it has none.
func (e *engine) look(v *pdf.View, annot *pdf.Dict) (content.Content, bool) {
	s := normalAppearance(v, annot)
	if s == nil {
		return content.Content{}, false
	}
	key := look{s.Start(), v}
	c, ok := e.looks.known[key]
	if !ok {
		c = e.looks.reader.Form(e.ctx, v, s)
		if e.looks.known == nil {
			e.looks.known = map[look]content.Content{}
		}
		e.looks.known[key] = c
	}
	return c, true
}

// normalAppearance returns the appearance stream that is shown (ISO 32000-2
// 12.5.5), or nil.
func normalAppearance(v *pdf.View, annot *pdf.Dict) *pdf.Stream {
	switch n := v.Resolve(v.Dict(annot.Get("AP")).Get("N")).(type) {
	case *pdf.Stream:
		return n
	case *pdf.Dict:
		s, _ := v.Resolve(n.Get(v.Name(annot.Get("AS")))).(*pdf.Stream)
		return s
	}
	return nil
}

// seen tells whether an annotation is shown on the screen or on paper (ISO
// 32000-2 table 167: not Hidden, and not NoView unless Print).
func seen(v *pdf.View, annot *pdf.Dict) bool {
	const hiddenFlag, printFlag, noView = 1 << 1, 1 << 2, 1 << 5
	n, _ := v.Number(annot.Get("F"))
	f := int(n)
	return f&hiddenFlag == 0 && (f&noView == 0 || f&printFlag != 0)
}
