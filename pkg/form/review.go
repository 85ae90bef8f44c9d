package form

import (
	"slices"
	"strings"
)

// Review returns what in a form is allowed and yet most likely a mistake, by
// line. The form is seen among those of s, which may hold it or not.
func (s *Set) Review(f *Form) []Problem {
	r := &draft{lines: f.lines}
	r.titles(s, f)
	r.fields(f)
	r.values(f)
	for i, e := range f.Editions {
		r.layout(item(".editions", i), e)
	}
	r.procedures(s, f)
	slices.SortStableFunc(r.problems, func(a, b Problem) int { return a.Line - b.Line })
	return r.problems
}

// same reports whether two wordings look the same to who reads them off a page.
func same(a, b string) bool { return likeness(a) == likeness(b) }

func likeness(wording string) string {
	begins, open := CutOpen(wording)
	if open {
		return fold(begins) + " …"
	}
	return fold(begins)
}

func (r *draft) titles(s *Set, f *Form) {
	if len(f.Titles) == 0 {
		r.wrong(".id", noTitles)
	}
	r.repeated(".titles", f.Titles)
	r.repeated(".labels", f.Labels)
	for i, t := range f.Titles {
		for _, o := range s.forms {
			if o.ID != f.ID && slices.ContainsFunc(o.Titles, func(title string) bool { return same(t, title) }) {
				r.wrong(item(".titles", i), sharedTitle, "title", t, "form", o.Name.VI, "id", o.ID)
			}
		}
	}
}

// repeated notes wordings that stand twice in one list.
func (r *draft) repeated(path string, all []string) {
	for i, w := range all {
		if slices.ContainsFunc(all[:i], func(o string) bool { return same(o, w) }) {
			r.wrong(item(path, i), repeatedWording, "text", w)
		}
	}
}

func (r *draft) fields(f *Form) {
	for i, field := range f.Fields {
		path := item(".fields", i)
		r.repeated(in(path, "captions"), field.Captions)
		r.repeated(in(path, "hints"), field.Hints)
		for j, c := range field.Captions {
			for k, o := range f.Fields[:i] {
				if slices.ContainsFunc(o.Captions, func(w string) bool { return same(c, w) }) {
					r.wrong(item(in(path, "captions"), j), sharedCaption, "text", c, "field", f.Fields[k].Key)
				}
			}
			if slices.ContainsFunc(slices.Concat(f.Labels, f.Titles), func(w string) bool { return same(c, w) }) {
				r.wrong(item(in(path, "captions"), j), captionIsLabel, "text", c)
			}
		}
		has := func(e *Edition) bool { _, ok := e.Place(field.Key); return ok }
		placed := slices.ContainsFunc(f.Editions, has)
		always := !slices.ContainsFunc(f.Editions, func(e *Edition) bool { return !has(e) }) // found without its captions
		switch {
		case field.With != "":
			if len(field.Captions) > 0 {
				r.wrong(in(path, "captions"), captionsUnused, "field", field.With)
			}
		case len(field.Captions) == 0 && !placed:
			r.wrong(path, nowhere, "field", field.Key)
		case len(field.Captions) == 1 && !always && !strings.HasSuffix(field.Captions[0], "…"):
			r.wrong(in(path, "captions"), oneWording, "text", field.Captions[0])
		}
	}
}

// least is the smallest width and height of a place, in mm, that a signature is
// written into.
const leastW, leastH = 15, 8

func (r *draft) layout(path string, e *Edition) {
	if e.Measured() && !e.distinct() {
		r.wrong(in(path, "captions"), fewCaptions)
	}
	for i, p := range e.Places {
		path := item(in(path, "places"), i)
		if p.Box.W < leastW || p.Box.H < leastH {
			r.wrong(in(path, "box"), smallPlace, "field", p.Key, "w", leastW, "h", leastH)
		}
		for _, o := range e.Places[:i] {
			if shared := p.Box.overlap(o.Box); shared > 0.1*min(p.Box.area(), o.Box.area()) && p.With != o.Key && o.With != p.Key {
				r.wrong(in(path, "box"), overlapping, "field", p.Key, "other", o.Key)
			}
		}
		for _, c := range e.Captions {
			if p.Box.overlap(c.Box) > 0.3*c.Box.area() {
				r.wrong(in(path, "box"), overPrint, "field", p.Key, "text", c.Text)
			}
		}
	}
}

// distinct reports whether an edition has the captions that matching begins
// with and needs; see seeds and accept.
func (e *Edition) distinct() bool {
	var wide [2]int // by class
	for _, c := range e.Captions {
		if !c.Open && c.Box.W >= 25 {
			wide[c.class()]++
		}
	}
	return len(e.Captions) >= 3 && max(wide[0], wide[1]) >= 2
}

func (r *draft) procedures(s *Set, f *Form) {
	for i, code := range f.Procedures.Codes {
		for _, o := range s.forms {
			if o.ID != f.ID && slices.Contains(o.Procedures.Codes, code) {
				r.wrong(item(".procedures.codes", i), sharedCode, "code", code, "form", o.Name.VI, "id", o.ID)
			}
		}
	}
	for i, id := range f.InsteadOf {
		if s.Form(id) == nil || id == f.ID {
			r.wrong(item(".instead_of", i), noForm, "id", id)
		}
	}
}

func (b Box) area() float64 { return b.W * b.H }

// overlap returns the area that two boxes share, in square mm.
func (b Box) overlap(o Box) float64 {
	both := b.within(o)
	return max(both.W, 0) * max(both.H, 0)
}
