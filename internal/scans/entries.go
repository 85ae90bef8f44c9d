package scans

import (
	"fmt"
	"math"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// item is a label with its value.
type item struct {
	key, label, value string
	short             bool // it can share a line with the next short one
}

// entry prints a label with its value on as many lines as it takes. It is no
// value of the form's that anybody asks for.
func (c *letter) entry(label, value string) { c.item(item{label: label, value: value}) }

// items prints entries until the room for the signature begins; at least n.
func (c *letter) items(list []item, n int) {
	if c.table {
		c.rule(c.left, c.y+c.em*0.7, c.W-16, c.y+c.em*0.7, 0.25, c.print)
		c.y += c.em * 0.7
	}
	for i := 0; i < len(list); i++ {
		if i >= n && c.y > c.H-48-c.em*2 {
			return
		}
		if c.paired && list[i].short && i+1 < len(list) && list[i+1].short {
			c.pair(list[i], list[i+1])
			i++
			continue
		}
		c.item(list[i])
	}
}

// label returns a label as the sheet prints it.
func (c *letter) label(l string) string {
	l = c.habit.say(l)
	if c.numbered {
		c.count++
		l = fmt.Sprintf("%d. %s", c.count, l)
	}
	return l
}

func (c *letter) pair(a, b item) {
	c.y += c.em * 1.55
	half := (c.W - c.left - 20) / 2
	for i, it := range []item{a, b} {
		x := c.left + half*float64(i)
		w := c.form(c.habit.style, c.em, x, c.y, paper.Left, c.label(it.label)) + 1.3
		c.enter(it.key, x+w, c.y, half-w-2, false, it.value)
	}
}

func (c *letter) item(it item) {
	pitch := c.em * 1.55
	width := c.W - c.left - 20
	label := c.label(it.label)
	if c.table {
		c.cell(label, it)
		return
	}
	v := Value{Filled: true, Hand: c.hand, Text: it.value}
	if it.key != "" {
		v = c.settled(it.key, it.value)
	}
	f := c.faces.Value
	if v.Hand {
		f = c.faces.Hand
	}
	c.y += pitch
	at := c.form(c.habit.style, c.em, c.left, c.y, paper.Left, label) + 1.3
	if c.tab {
		at = math.Max(at, width*0.36)
	}
	if !v.Filled {
		c.put(v, c.left+at, c.y, width-at, false)
		c.record(it.key, v, rect{c.left + at, c.y - c.em, width - at, c.em * 1.35})
		return
	}
	// The first line is as long as the label leaves it.
	rest := it.value
	for i := 0; rest != ""; i++ {
		x, room := c.left, width
		if i == 0 || c.tab {
			x, room = c.left+at, width-at
		}
		if i > 0 {
			c.y += pitch
		}
		lines := c.wrap(f, c.em*1.02, room, rest)
		piece := v
		piece.Text = lines[0]
		rest = strings.TrimSpace(strings.TrimPrefix(strings.Join(lines, " "), lines[0]))
		c.put(piece, x, c.y, room, false)
		c.record(it.key, v, rect{x, c.y - c.em, room, c.em * 1.35})
	}
}

// cell prints an entry as a row of a table.
func (c *letter) cell(label string, it item) {
	width := c.W - c.left - 16
	at := width * 0.4
	high := c.em * 1.9
	y := c.y
	c.y += c.em * 1.35
	c.fitted(c.left+1.5, c.y, at-3, label)
	old := c.leader
	c.leader = noLeader
	c.enter(it.key, c.left+at+1.5, c.y, width-at-3, false, it.value)
	c.leader = old
	c.y = y + high
	for _, x := range []float64{0, at, width} {
		c.rule(c.left+x, y, c.left+x, c.y, 0.25, c.print)
	}
	c.rule(c.left, c.y, c.left+width, c.y, 0.25, c.print)
}

// fitted prints text no wider than a width from its left.
func (c *canvas) fitted(x, y, width float64, text string) {
	size := c.em
	if _, w := c.faces.Form.Outline(text, paper.Regular); w*size > width {
		size = width / w
	}
	c.form(paper.Regular, size, x, y, paper.Left, text)
}
