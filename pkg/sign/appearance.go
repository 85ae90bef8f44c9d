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
// it was made in: that is what the signer saw.
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
	var shown []widget
	for _, f := range c.fields {
		for _, w := range f.widgets {
			if r, ok := c.view.Rect(w.dict.Get("Rect")); ok && r.X1 > r.X0 && r.Y1 > r.Y0 && seen(c.view, w.dict) {
				shown = append(shown, w)
			}
		}
	}
	if len(shown) > 1 {
		on, kept := c.view.Widgets(c.view.Pages()), shown[:0]
		for _, w := range shown {
			if on[w.num] > 0 {
				kept = append(kept, w)
			}
		}
		shown = kept
	}
	var texts []string
	for _, w := range shown[:min(len(shown), maxWidgets)] {
		x, ok := e.look(c.view, w.dict)
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
