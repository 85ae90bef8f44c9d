package scans

import (
	"fmt"
	"math"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// blankDate is how forms print a date that is to be filled in: what stands
// between the words is a gap.
const blankDate = "ngày _ tháng _ năm _"

// day returns a date in words and its figures, as blankDate has gaps for.
func (r source) day(from, to int) (text string, parts []string) {
	d, m, y := 1+r.IntN(28), 1+r.IntN(12), from+r.IntN(to-from+1)
	month := fmt.Sprint(m)
	if m < 3 { // Nghị định 30/2020/NĐ-CP, Phụ lục I: 0 before days under 10 and the months 1 and 2
		month = fmt.Sprintf("%02d", m)
	}
	parts = []string{fmt.Sprintf("%02d", d), month, fmt.Sprint(y)}
	return gapped(blankDate, parts), parts
}

// gapped fills the gaps of a pattern.
func gapped(pattern string, parts []string) string {
	for _, p := range parts {
		pattern = strings.Replace(pattern, "_", p, 1)
	}
	return pattern
}

// gaps prints a line of words with gaps, as dates have them, and fills them in:
// typed as one text, or by hand into each gap. What the form says before is no
// part of the value. x is the left or middle of the whole, as align says; it is
// no wider than width.
func (c *canvas) gaps(key string, style paper.Style, x, y float64, align paper.Align, width float64, before, pattern string, parts []string) {
	v := c.settled(key, gapped(pattern, parts))
	em := c.em
	defer func() { c.em = em }()
	measure := func(s string) float64 {
		_, w := c.faces.Form.Outline(s, style)
		return w * c.em
	}
	words := strings.Split(pattern, "_")
	gap := make([]float64, len(parts))
	whole := func() float64 {
		sum := 0.0
		for i, w := range words {
			sum += measure(strings.TrimRight(w, " ")) + 0.2*c.em
			if i < len(parts) {
				gap[i] = math.Max(measure(parts[i])*1.2, 1.5*c.em)
				sum += gap[i]
			}
		}
		return sum
	}
	typed := v.Filled && !v.Hand
	size := func() float64 {
		sum := measure(before)
		if typed {
			return sum + measure(v.Text)
		}
		return sum + whole()
	}
	total := size()
	if total > width {
		c.em *= width / total
		total = size()
	}
	if align == paper.Centre {
		x -= total / 2
	}
	if before != "" {
		x += c.form(style, c.em, x, y, paper.Left, before)
		total -= measure(before)
	}
	c.record(key, v, rect{x, y - c.em, total, c.em * 1.35})
	if typed {
		c.form(style, c.em, x, y, paper.Left, v.Text)
		return
	}
	old := c.leader
	if c.leader == noLeader || c.leader == ruled {
		c.leader = periods // gaps are printed as dots
	}
	defer func() { c.leader = old }()
	for i, w := range words {
		w = strings.TrimRight(w, " ")
		x += c.form(style, c.em, x, y, paper.Left, w) + 0.2*c.em
		if i < len(parts) {
			piece := v
			if v.Filled {
				piece.Text = parts[i]
			}
			c.put(piece, x, y, gap[i], false)
			x += gap[i]
		}
	}
}
