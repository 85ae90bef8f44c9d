package form

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/tthclint/tthclint/pkg/form/internal/writing"
)

// dayPart is what follows one word of a time and a day in a row: "ngày …".
type dayPart struct {
	room *valueRoom
	box  Box // in the frame of the room
	read string
	ink  writing.Reading
	edge bool // the ink lies at an end: it may be the rest of a letter
}

// century is what forms print of a year: "năm 20…".
const century = "20"

// dayParts returns what follows giờ, ngày, tháng and năm in a row, from left to
// right and down.
func (s *script) dayParts(b *board, v *Value, t *writtenRow) []dayPart {
	var out []dayPart
	for _, line := range t.lines {
		marks := dayMarks(line)
		edge, _ := t.at.view(t.right, t.top)
		if words := line.words; words[len(words)-1].box.X < t.left { // in a column of its own
			edge, _ = t.at.view(t.left, t.top)
		}
		for i, m := range marks {
			if d := dayWords[m.kind]; d == "phut" || d == "gio" && i+1 == len(marks) {
				continue
			}
			x0 := m.word.box.X + m.word.box.W + 0.2
			x1 := min(x0+14, edge-1)
			if i+1 < len(marks) {
				x1 = marks[i+1].word.box.X - 0.2
			}
			h := min(max(b.height, 2.5), 5)
			part := dayPart{room: &valueRoom{value: v, at: &notice{label: &label{}, box: m.word.box, tilt: t.at.slope}},
				box: Box{x0, -0.8 * h, max(x1-x0, 1), 1.6 * h}}
			end := len(line.words) // in their order: boxes of words that were read together overlap
			if i+1 < len(marks) {
				end = marks[i+1].at
			}
			for _, w := range line.words[m.at+1 : end] {
				if w.box.X < x0+14 {
					part.read += w.text
				}
			}
			part.read += m.rest()
			if dayWords[m.kind] == "nam" && strings.Trim(part.read, leaders) == century {
				continue // the form prints it, and what follows may be of any kind
			}
			part.look(s, b)
			out = append(out, part)
		}
	}
	return out
}

// sameRow is how far apart the middles of words on one line are at most, in mm.
const sameRow = 1.6

// joined joins what was read in a row to whole lines, without what was read
// twice.
func (t *tableRow) joined(said []phrase) []phrase {
	type placed struct {
		word
		y float64 // in the frame of the row
	}
	var all []placed
	for _, p := range said {
		for _, w := range tokens(p.words) {
			_, y := t.at.from(w.box.X+w.box.W/2, w.box.Y+w.box.H/2)
			if !slices.ContainsFunc(all, func(o placed) bool { return o.box.covers(w.box, 0.4) && w.box.covers(o.box, 0.4) }) {
				all = append(all, placed{w, y})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return less(a.y, b.y) })
	var out []phrase
	last := math.Inf(-1)
	for _, w := range all {
		if w.y-last > sameRow {
			out = append(out, phrase{tilt: t.at.slope})
		}
		last = w.y
		p := &out[len(out)-1]
		p.words = append(p.words, w.word)
	}
	for _, p := range out {
		slices.SortStableFunc(p.words, func(a, b word) int { return less(a.box.X, b.box.X) })
	}
	return out
}

// look judges the ink of a part.
func (d *dayPart) look(s *script, b *board) {
	p := s.see(d.room, d.box, b)
	if p == nil {
		d.ink = writing.Reading{Filled: 0.5, Hand: 0.5}
		return
	}
	d.ink = writing.Judge(p)
	// Where a letter of the print ends is known to half of its width.
	near := int(0.6 * p.Height)
	d.edge = d.ink.Ink.X1-p.Room.X0 < near || p.Room.X1-d.ink.Ink.X0 < near
}

// written reports whether letters or figures were read in a part, or what
// handwriting was taken for where there is ink.
func (d *dayPart) written() bool {
	read := strings.Trim(d.read, leaders+":;")
	return strings.ContainsFunc(read, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsLetter(r) }) ||
		read != "" && d.ink.Filled > 0.25
}

// decideDay judges a time by its parts: two at least are written, or it is blank.
// The year is often left to the reader. Where all others are blank, one that is
// written is no time.
func (s *script) decideDay(parts []dayPart, out *ValueReading) {
	written, blank, hand := 0, 0, 0.0
	byHand := false
	for i := range parts {
		d := &parts[i]
		if in := s.boxOf(d.room, d.box); i == 0 {
			out.Box = in
		} else {
			out.Box = out.Box.union(in)
		}
		full := d.ink.Filled >= surelyFilled && !d.edge
		switch {
		case d.written() || full:
			written++
			hand = max(hand, d.ink.Hand)
			byHand = byHand || !d.written()
		case d.ink.Filled <= surelyBlank || d.edge:
			blank++
		}
	}
	out.Because = ""
	switch {
	case written > 1:
		out.State, out.Confidence, out.How = Filled, 0.9, ByPrint
		if byHand || hand > 0.5 {
			out.How = ByHand
		}
	case blank == len(parts):
		out.State, out.Confidence = Blank, 0.9
	case blank == len(parts)-1 && blank > 1:
		out.State, out.Confidence = Blank, 0.7
	default:
		out.State, out.Confidence = UnsureValue, 0.5
	}
	if written > 0 && blank > 0 {
		out.Because = Incomplete
	}
}
