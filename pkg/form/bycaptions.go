package form

import (
	"math"
	"slices"
)

// reading says what was located, but for the fields.
func (l *located) reading() *Reading {
	to, _ := l.sheet()
	return &Reading{Form: l.form, Found: ByCaptions, Confidence: l.likely, Rotation: rotation(to), Transform: to,
		Captions: l.script.readings(func(u use) bool { return u.form == nil || u.form == l.form })}
}

// sheet returns the map from the upright page to the displayed one, and the
// size of the upright page.
func (l *located) sheet() (Transform, Box) {
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	shift := Transform{1, 0, x0, 0, 1, y0, 0, 0, 1}
	return turn(l.script.view.angle).after(shift), Box{0, 0, x1 - x0, y1 - y0}
}

// spots returns the places of the form's fields on the page. A required field
// that was not found has none.
func (l *located) spots() []*spot {
	to, sheet := l.sheet()
	x0, y0, _, _ := l.script.view.bounds(l.script.page)
	var out []*spot
	rooms := l.rooms()
	l.script.rows = l.tableRows(rooms)
	for _, r := range rooms {
		f := l.spotOf(r)
		print := func(b Box) {
			x, y := r.at.from(b.X+b.W/2, b.Y+b.H/2)
			f.print = append(f.print, Box{x - x0 - b.W/2, y - y0 - b.H/2, b.W, b.H})
		}
		for _, c := range l.script.claims {
			if c.likely >= 0.8 && (!c.short() || l.taken(c.box)) {
				print(c.box)
			}
		}
		for _, o := range rooms {
			for _, b := range o.rest {
				print(b)
			}
		}
		out = append(out, l.with(f)...)
	}
	if f := l.bySeal(out, to, sheet); f != nil {
		out = slices.DeleteFunc(out, func(o *spot) bool { return o.box == f.box })
		out = append(out, l.with(f)...)
	}
	for _, f := range out {
		for _, o := range out {
			f.sealed = f.sealed || o.known && o.Kind == Seal && o.box == f.box
		}
	}
	return append(out, l.form.unplaced(out)...)
}

// spotOf returns the place of a room on the upright page. About the middle of its captions the
// sheet is turned as they are.
func (l *located) spotOf(r *room) *spot {
	to, sheet := l.sheet()
	x0, y0, _, _ := l.script.view.bounds(l.script.page)
	cx, cy := r.at.cx-x0, r.at.cy-y0
	about := Transform{1, -r.at.slope, r.at.slope * cy, r.at.slope, 1, -r.at.slope * cx, 0, 0, 1}
	return &spot{Field: r.field, row: r.row, to: to.after(about), sheet: sheet, known: true,
		box: Box{r.box.X - x0, r.box.Y - y0, r.box.W, r.box.H}, rules: r.rules.moved(x0, y0),
		caps: Box{r.caps.X - x0, r.caps.Y - y0, r.caps.W, r.caps.H}}
}

// with returns the place of a field and those of the fields that share it.
func (l *located) with(f *spot) []*spot {
	out := []*spot{f}
	for i := range l.form.Fields {
		if o := &l.form.Fields[i]; o.With == f.Key {
			f.sealed = f.sealed || o.Kind == Seal
			shared := *f
			shared.Field = o
			out = append(out, &shared)
		}
	}
	return out
}

// readings lists what was read as wordings of some use.
func (s *script) readings(some func(use) bool) []CaptionReading {
	var out []CaptionReading
	for _, c := range s.claims {
		if !c.has(some) {
			continue
		}
		sin, cos := math.Sincos(s.view.angle)
		x, y := c.box.X+c.box.W/2, c.box.Y+c.box.H/2
		x, y = x*cos-y*sin, x*sin+y*cos
		w := math.Abs(c.box.W*cos) + math.Abs(c.box.H*sin)
		h := math.Abs(c.box.W*sin) + math.Abs(c.box.H*cos)
		out = append(out, CaptionReading{Text: c.text, Read: c.read, Confidence: min(max(c.likely, 0), 1), Box: Box{x - w/2, y - h/2, w, h}})
	}
	return out
}
