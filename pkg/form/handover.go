package form

import (
	"cmp"
	"context"
	"slices"
	"strconv"
)

// RowReading is one row of a table whose signatures repeat, as a handover of a
// control slip. The signatures are among the fields, with the row's number.
type RowReading struct {
	N   int // from 1, as the fields count
	Box Box // of the places in the row, in mm from the top left of the displayed page
	// When is the value that stands in each row; its zero State says that the form
	// has none or that values were not asked for.
	When ValueReading
}

// tableRow is where a row of a table lies, in the frame of one of its places.
type tableRow struct {
	n           int
	at          local
	places      []Box // of signatures, in the frame
	captions    []Box // of theirs
	left, right float64
	top, bottom float64
}

// tableRows returns the rows that places lie in, from the top.
func (l *located) tableRows(rooms []*room) []*tableRow {
	var out []*tableRow
	for _, r := range rooms {
		if !r.field.Repeated || r.row == 0 {
			continue
		}
		i := slices.IndexFunc(out, func(t *tableRow) bool { return t.n == r.row })
		if i < 0 {
			out = append(out, &tableRow{n: r.row, at: r.at, left: r.box.X, right: r.box.X + r.box.W, top: r.box.Y, bottom: r.box.Y + r.box.H})
			i = len(out) - 1
		}
		t := out[i]
		place, caps := moved(r.at, t.at, r.box), moved(r.at, t.at, r.caps)
		t.places, t.captions = append(t.places, place), append(t.captions, caps)
		t.left, t.right = min(t.left, place.X), max(t.right, place.X+place.W)
		for _, x := range r.rules.upright { // of the cell, which is wider
			x, _ = t.at.from(r.at.view(x, r.caps.Y))
			t.left, t.right = min(t.left, x+insideRule), max(t.right, x-insideRule)
		}
		t.top, t.bottom = min(t.top, place.Y, caps.Y), max(t.bottom, place.Y+place.H, caps.Y+caps.H)
	}
	slices.SortFunc(out, func(a, b *tableRow) int { return cmp.Compare(a.n, b.n) })
	for _, t := range out {
		l.edges(t)
	}
	for i, t := range out { // rows do not share print
		if i > 0 {
			_, y := t.at.from(out[i-1].at.view(t.left, out[i-1].bottom))
			t.top = max(t.top, min(y, t.places[0].Y))
		}
	}
	return out
}

// moved returns a box of one frame in another that is all but parallel to it.
func moved(from, to local, b Box) Box {
	x, y := to.from(from.view(b.X+b.W/2, b.Y+b.H/2))
	return Box{x - b.W/2, y - b.H/2, b.W, b.H}
}

// edges extends a row to the rules above and below it. Left of the places only
// rows are ruled, not the lines between the time and the signatures.
func (l *located) edges(t *tableRow) {
	const beside, reach = 12.0, 25.0
	x := t.left - 2 - beside
	mid := (t.top + t.bottom) / 2
	win := l.script.ink.window(l.script.view.angle, t.at, Box{x, t.top - reach, beside, t.bottom - t.top + 2*reach})
	if y, ok := win.floor(mid, -1, x, x+beside); ok && y < t.top+1 {
		t.top = y + insideRule
	} else {
		t.top -= 8
	}
	if y, ok := win.floor(mid, 1, x, x+beside); ok && y > t.bottom-1 {
		t.bottom = y - insideRule
	} else {
		t.bottom++
	}
}

// readRows reads the value that stands in each row of the form's table.
func (r *Reading) readRows(ctx context.Context, sc *script, b *board) error {
	v := repeated(r.Form)
	var rows []*writtenRow
	for _, t := range sc.rows {
		row := &writtenRow{tableRow: t}
		if v != nil {
			if err := sc.readRow(ctx, row); err != nil {
				return err
			}
		}
		rows = append(rows, row)
	}
	printedAlike(rows)
	for _, t := range rows {
		frame := turn(sc.view.angle).after(Transform{1, -t.at.slope, t.at.slope * t.at.cy, t.at.slope, 1, -t.at.slope * t.at.cx, 0, 0, 1})
		row := RowReading{N: t.n, Box: frame.Bounds(Box{t.left, t.top, t.right - t.left, t.bottom - t.top})}
		if v != nil {
			n := strconv.Itoa(t.n)
			row.When = ValueReading{Key: v.Key + n, Label: Text{v.Label.VI + " " + n, v.Label.EN + " " + n}, Type: v.Type, Required: v.Required,
				State: UnsureValue, Because: CaptionNotFound}
			sc.when(b, v, t, &row.When)
			if covered(sc.page, row.When.Box, nil) {
				row.When.State, row.When.Because = UnsureValue, Covered
			}
		}
		r.Rows = append(r.Rows, row)
	}
	return nil
}

// repeated returns the value that stands in each row of the form's table, or nil.
func repeated(f *Form) *Value {
	for i := range f.Values {
		if f.Values[i].Repeated {
			return &f.Values[i]
		}
	}
	return nil
}

// readRow reads the print of a row.
func (s *script) readRow(ctx context.Context, t *writtenRow) error {
	if s.engine != nil {
		if err := s.read(ctx, s.linesOf(t.tableRow), maxInRow, nil); err != nil {
			return err
		}
	}
	t.said = s.inRow(t.tableRow)
	if !slices.ContainsFunc(t.said, func(p phrase) bool { return len(dayMarks(p)) > 0 || hasDate(p) }) && s.engine != nil {
		if err := s.read(ctx, s.strips(t.tableRow), 2, nil); err != nil {
			return err
		}
		t.said = s.inRow(t.tableRow)
	}
	t.lines = t.joined(t.said)
	return nil
}

// when finds when a row was handed over: a day in words, whose parts are
// written between them, or in figures.
func (s *script) when(b *board, v *Value, t *writtenRow, out *ValueReading) {
	if parts := s.dayParts(b, v, t); len(parts) > 1 {
		s.decideDay(parts, out)
		return
	}
	for _, p := range t.said {
		if !hasDate(p) {
			continue
		}
		out.State, out.Because, out.Confidence, out.How = Filled, "", p.confidence(), ByPrint
		if p.confidence() < 0.75 {
			out.How = ByHand
		}
		out.Text, out.Sure = p.text(), p.confidence()
		r := &valueRoom{value: v, at: &notice{label: &label{}, box: p.box(), tilt: p.tilt}}
		out.Box = s.boxOf(r, Box{p.box().X, -p.box().H / 2, p.box().W, p.box().H})
		return
	}
}
