package form

import (
	"slices"
	"strings"
)

// signRows say at the left of a table that one signs in its row, under the heading of
// one's column.
var signRows = [...]string{"chuky", "kyten", "signature", "chukysignature", "kytensignature", "chukyhoten", "chukyghirohoten", "chukyvahoten"}

// inSignRow finds the place of captions that head a column of a table: where the row
// for signatures crosses the column, between its ruled lines.
func (l *located) inSignRow(r *room, scale float64) bool {
	if r.field.Repeated || r.field.Area.Side != Either {
		return false
	}
	half := r.field.Area.W * scale / 2
	left, right := r.middle()-half, r.middle()+half
	if r.walled {
		left, right = r.left, r.right
	}
	rows := l.signRowsUnder(r.block)
	if len(rows) > 0 { // the rules of a table run farther than a short heading tells
		r.at.slope = l.script.view.tilt.at(r.at.cy)
	}
	foot := r.caps.Y + r.caps.H
	for _, b := range rows {
		_, y := r.at.from(b.X+b.W/2, b.Y+b.H/2)
		w := l.script.ink.window(l.script.view.angle, r.at, Box{left, foot, right - left, y - foot + deepestCell})
		roof, ok1 := w.level(y, -1, left, right)
		floor, ok2 := w.level(y, 1, left, right)
		if !ok1 || !ok2 || floor-roof < leastHeight*scale || floor-roof > deepestCell {
			continue
		}
		r.isAside, r.walled = true, true
		r.box = Box{left, roof + insideRule, right - left, floor - roof - 2*insideRule}
		r.left, r.right, r.above, r.below = left, right, roof, floor
		r.rules = rules{[]float64{left - insideRule, right + insideRule}, []float64{roof, floor}}
		return true
	}
	return false
}

// signRowsUnder returns the labels of rows for signatures that stand under a block and at
// the left of it.
func (l *located) signRowsUnder(b *block) []Box {
	const left = 3 // mm that the label of the row ends left of the column
	var out []Box
	for _, p := range l.script.phrases {
		c := p.box()
		if c.X+c.W < b.box.X-left && c.Y > b.box.Y+b.box.H+leastHeight && p.namesSignRow() {
			out = append(out, c)
		}
	}
	return out
}

// namesRow reports whether what would be a short caption was read as the label of a row for
// signatures, too: "Chữ ký" is near to "Chồng".
func (l *located) namesRow(c claim) bool {
	return c.likely < 1 && slices.ContainsFunc(l.script.phrases, func(p phrase) bool {
		return (p.box().covers(c.box, 0.5) || c.box.covers(p.box(), 0.5)) && p.namesSignRow()
	})
}

// namesSignRow reports whether a phrase is the label of a row for signatures; in brackets
// it is a hint.
func (p phrase) namesSignRow() bool {
	return slices.Contains(signRows[:], letters(p.text())) && !strings.HasPrefix(p.text(), "(")
}
