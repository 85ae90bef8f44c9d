package scans

import (
	"math"
	"slices"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// Value is what a label of a form asks for: filled in, or left blank.
type Value struct {
	Filled bool
	Hand   bool   // written by hand, not typed
	Text   string // what was filled in
	Box    Quad   // the room that the form leaves for it
}

// leader is what a form prints where a value is to be filled in.
type leader string

const (
	noLeader leader = ""
	dots     leader = "dots"     // a fine dotted line
	periods  leader = "periods"  // a row of typed full stops
	ellipses leader = "ellipses" // a row of typed ellipses
	ruled    leader = "ruled"
)

// filling says how the values of a page are filled in.
type filling struct {
	blank  []string // keys of the values left blank
	blanks float64  // share of the others left blank, by chance
	mixed  bool     // some typed, others by hand
	leader leader
	kept   bool // the leader is not taken away where a value is typed
}

// choose settles what a page prints where its values belong: few forms that are
// filled in by machine have dotted lines, most that are filled in by hand.
func (f *filling) choose(r source, hand bool) {
	typed := []choice{{string(noLeader), 6}, {string(dots), 1.5}, {string(periods), 1.5}, {string(ellipses), 0.5}, {string(ruled), 0.5}}
	if hand || f.mixed {
		typed = []choice{{string(noLeader), 1}, {string(dots), 3}, {string(periods), 3}, {string(ellipses), 1.5}, {string(ruled), 1}}
	}
	f.leader = leader(weighted(r, typed))
	f.kept = r.odds(0.4)
}

// settled says whether and how a value is filled in.
func (c *canvas) settled(key, text string) Value {
	defer c.apart("value " + key)()
	v := Value{Filled: text != "" && !slices.Contains(c.blank, key), Hand: c.hand, Text: text}
	if c.mixed {
		v.Hand = c.odds(0.5)
	}
	if c.odds(c.blanks) {
		v.Filled = false
	}
	if !v.Filled {
		v.Text, v.Hand = "", false
	}
	return v
}

// record keeps the truth of a value. A value on several lines is recorded line
// by line.
func (c *canvas) record(key string, v Value, room rect) {
	if key == "" {
		return
	}
	c.truth.Values[key] = v
	if old, ok := c.room[key]; ok {
		right, foot := math.Max(old.x+old.w, room.x+room.w), math.Max(old.y+old.h, room.y+room.h)
		room.x, room.y = math.Min(old.x, room.x), math.Min(old.y, room.y)
		room.w, room.h = right-room.x, foot-room.y
	}
	c.room[key] = room
}

// enter fills in a value on one line, whose baseline is y, no wider than the
// room that is left for it.
func (c *canvas) enter(key string, x, y, width float64, bold bool, text string) {
	v := Value{Filled: text != "", Hand: c.hand, Text: text}
	if key != "" {
		v = c.settled(key, text)
	}
	c.put(v, x, y, width, bold)
	c.record(key, v, rect{x, y - c.em, width, c.em * 1.35})
}

// put draws a value, or what the form prints where there is none.
func (c *canvas) put(v Value, x, y, width float64, bold bool) {
	from := x
	if v.Filled && !v.Hand && !c.kept {
		from = x + width // a machine writes the value in place of the dots
	}
	c.lead(from, x+width, y)
	if !v.Filled {
		return
	}
	whole := c.hand
	c.hand = v.Hand
	if !v.Hand {
		x, y = x+c.habit.drift.X, y+c.habit.drift.Y
	}
	c.value(x, y, width, bold, v.Text)
	c.hand = whole
}

// lead draws the page's leader between two points of a line.
func (c *canvas) lead(x0, x1, y float64) {
	if x1-x0 < 2 {
		return
	}
	row := func(sign string) {
		_, w := c.faces.Form.Outline(sign, paper.Regular)
		text := ""
		for x := x0; x+w*c.em < x1; x += w * c.em {
			text += sign
		}
		if text != "" {
			c.form(paper.Regular, c.em, x0, y, paper.Left, text)
		}
	}
	switch c.leader {
	case dots:
		c.dotted(x0, x1, y+0.9)
	case periods:
		row(".")
	case ellipses:
		row("…")
	case ruled:
		c.rule(x0, y+0.8, x1, y+0.8, 0.2, c.print)
	}
}

// number prints "Số: 12/QĐ-UBND". What follows the number itself is part of the
// form, so that a number left blank is a gap before it. x is the left, middle
// or right of the whole, as align says.
func (c *canvas) number(x, y float64, align paper.Align, label, number, after string) {
	v := c.settled("number", number+after)
	width := func(s string) float64 {
		_, w := c.faces.Form.Outline(s, paper.Regular)
		return w * c.em
	}
	gap := math.Max(width(number)*1.15, c.em*1.6)
	if !v.Filled {
		gap = c.em * 3
	}
	all := width(label) + c.em*0.3 + gap + width(after)
	switch align {
	case paper.Centre:
		x -= all / 2
	case paper.Right:
		x -= all
	}
	at := x + c.form(paper.Regular, c.em, x, y, paper.Left, label) + c.em*0.3
	piece := v
	if v.Filled {
		piece.Text = number
	}
	c.put(piece, at, y, gap, false)
	if v.Filled && !v.Hand { // a machine leaves no gap
		gap = width(number)
	}
	if after != "" {
		c.form(paper.Regular, c.em, at+gap, y, paper.Left, after)
	}
	c.record("number", v, rect{at, y - c.em, gap + width(after), c.em * 1.35})
}

// signedName records the name under a signature.
func (c *canvas) signedName(p place, hand bool) {
	c.record(p.field+"_signed_name", Value{Filled: true, Hand: hand, Text: p.name}, rect{p.box.x, p.nameLine() - c.em, p.box.w, c.em * 1.5})
}
