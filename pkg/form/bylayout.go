package form

import (
	"context"
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// reading says what a match found, but for the fields.
func (m *match) reading() *Reading {
	to := m.page()
	r := &Reading{Form: m.form, Edition: m.edition, Found: ByLayout, Confidence: m.confidence(),
		Rotation: rotation(to), Transform: to, Residual: m.rms, Captions: m.read}
	for i, c := range m.edition.Captions {
		if m.full(i) {
			r.Confirmed = append(r.Confirmed, c.ID)
		}
	}
	return r
}

// spots returns the edition's places on the page.
func (m *match) spots() []*spot {
	to := m.page()
	var print []Box
	for _, c := range m.edition.Captions {
		half := c.Box.W * m.face.ratio[c.class()] / 2
		x := c.Box.X + c.Box.W/2 - half
		if c.Open {
			x = c.Box.X
		}
		print = append(print, Box{x, c.Box.Y, 2 * half, c.Box.H})
	}
	var out []*spot
	for _, f := range m.edition.Places {
		out = append(out, &spot{Field: f.Field, box: f.Box, to: to, sheet: Box{0, 0, m.edition.Paper.W, m.edition.Paper.H},
			print: print, sealed: m.sealed(f), known: m.identified(f) || m.named(f)})
	}
	return append(out, m.form.unplaced(out)...)
}

// named reports whether a caption of a place was read.
func (m *match) named(f Place) bool {
	return slices.ContainsFunc(f.Anchors, func(id string) bool { return slices.Contains(m.said, id) })
}

// share returns of how many of the form's required fields it is known where they
// are, 0 to 1.
func (m *match) share() float64 {
	known, all := 0.0, 0.0
	for i := range m.form.Fields {
		f := &m.form.Fields[i]
		if !f.Required || f.With != "" {
			continue
		}
		all++
		if p, ok := m.edition.Place(f.Key); ok && (m.identified(p) || m.named(p)) {
			known++
		}
	}
	if all == 0 {
		return 1
	}
	return known / all
}

// sealed reports whether a seal belongs in the box of a field.
func (m *match) sealed(f Place) bool {
	for _, o := range m.edition.Places {
		if o.Kind == Seal && o.Box == f.Box {
			return true
		}
	}
	return false
}

// page returns the map from the sheet to the displayed page.
func (m *match) page() Transform {
	t := m.to
	t = turn(m.view.angle).after(t)
	for i := range t {
		t[i] /= m.to[8]
	}
	return t
}

// confidence estimates how surely the form is right: by the part of its
// captions that were found whole and how closely they fit.
func (m *match) confidence() float64 {
	n := 0
	for i := range m.edition.Captions {
		if m.full(i) {
			n++
		}
	}
	found := float64(n) / float64(len(m.edition.Captions))
	few := 1 - math.Exp(-float64(n)/1.5)
	return min(0.99, few*(0.6+0.4*found)/(1+0.1*m.rms))
}

// verdict is what the letters of a known layout say of it.
type verdict int

const (
	unread verdict = iota // too little to say
	agreed
	denied // other words stand there
)

// confirm reads the title of a match and the captions that say whose its
// places are.
func (m *match) confirm(ctx context.Context, e ocr.Engine, pr *printed, all []*wording) (verdict, error) {
	s := &script{engine: e, page: pr.page, ink: pr.ink, view: m.view, wordings: all}
	var asked []Caption
	var lines []*candidate
	for i, c := range m.edition.Captions {
		if !c.Title && !m.names(c) {
			continue
		}
		x0, x1, y := m.where(c)
		scale := math.Hypot(m.to[0], m.to[3])
		h := scale * c.Box.H
		l := line{x0: x0, x1: x1, y0: y - h/2, y1: y + h/2}
		for _, hit := range m.hits {
			if hit.caption == i && hit.left && hit.right {
				l = m.at(hit.line)
			}
		}
		asked = append(asked, c)
		lines = append(lines, &candidate{line: l, tilt: m.to[3] / m.to[0]})
	}
	if err := s.read(ctx, lines, len(lines), nil); err != nil {
		return unread, err
	}
	m.read = s.readings(func(u use) bool { return u.form == m.form })
	title, named := unread, 0
	for i, c := range asked {
		v := s.says(lines[i].box(), letters(c.Text))
		if v == denied {
			return denied, nil
		}
		if c.Title {
			title = v
		} else if v == agreed {
			m.said = append(m.said, c.ID)
			named++
		}
	}
	if named == 0 && len(m.edition.Places) > 0 || title == unread && named < 2 {
		return unread, nil
	}
	return agreed, nil
}

// names reports whether a caption alone says whose place a field is.
func (m *match) names(c Caption) bool {
	for _, f := range m.edition.Places {
		for _, w := range f.Captions {
			begins, _ := CutOpen(w)
			if begins == c.Text {
				return true
			}
		}
	}
	return false
}

// says compares what was read in a box with what should stand there.
func (s *script) says(b Box, want string) verdict {
	v := unread
	for _, p := range s.phrases {
		if !b.covers(p.box(), 0.5) {
			continue
		}
		said, sure := letters(p.text()), p.confidence()
		switch a := alike(said, want, 0.3); {
		case a > 0.7:
			return agreed
		case a < 0.45 && sure > 0.7 && len(said) > 3, a < 0.6 && sure > 0.85 && len(said) >= 10:
			v = denied
		}
	}
	return v
}

// script returns the print of the matched view, of which nothing is read yet.
// What is known of the layout stands where it says.
func (m *match) script(pr *printed, e ocr.Engine) *script {
	s := &script{engine: e, page: pr.page, ink: pr.ink, view: m.view, lines: m.view.candidates()}
	s.expected = m.expectedLabels()
	scale := math.Hypot(m.to[0], m.to[3])
	for i, c := range m.edition.Captions {
		x0, x1, y := m.where(c)
		h := 1.25 * scale * c.Box.H // with accents and tails
		n := notice{label: &label{text: c.Text, letters: letters(c.Text)}, tilt: m.to[3] / m.to[0], likely: 0.9,
			box: Box{x0, y - h/2, x1 - x0, h}}
		for _, hit := range m.hits {
			if hit.caption == i && hit.left && hit.right && !c.Open {
				l := m.at(hit.line)
				n.box.X, n.box.W = l.x0, l.w()
			}
		}
		if c.Title {
			s.title = n.box
		}
		s.placed = append(s.placed, n)
	}
	return s
}
