package scans

import (
	"fmt"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// signedInTable are the cases of a signature in a row that is in use.
var signedInTable = []choice{{"normal", 50}, {"name_hand", 8}, {"name_typed", 8}, {"tiny", 8}, {"initials", 8}, {"over_caption", 4}, {"faint", 3},
	{"blank", 10}, {"typed_name", 3}, {"stray", 2}, {"pencil_x", 1}, {"dotted", 1}}

// row draws one handover; unused rows have no time and no signature.
func (c *slip) row(y float64, n int, from, to string, used bool) {
	last := len(c.x) - 1
	c.frame(rect{c.x[0], y, c.x[last] - c.x[0], c.high}, 0.3)
	i := 0
	if c.ordinals {
		c.form(paper.Regular, c.em, (c.x[0]+c.x[1])/2, y+c.em*1.5, paper.Centre, fmt.Sprint(n))
		i = 1
	}
	wide := c.x[i+1] - c.x[i] - 3
	outer := c.letter.em
	c.letter.em = c.em
	c.fitted(c.x[i]+1.5, y+c.em*1.5, wide, "1. Giao: "+from)
	c.fitted(c.x[i]+1.5, y+c.em*3.2, wide, "2. Nhận: "+to)
	top, foot := c.handedOver(y, n, used)
	c.letter.em = outer
	if !c.slipSheet.open {
		c.rule(c.x[c.g+1], top, c.x[c.g+1], foot, 0.25, c.print)
	}
	for k, who := range []string{"giao", "nhan"} {
		c.cellOf(who, k, n, top, foot, used)
	}
	if used && c.odds(0.6) {
		if c.results == 1 {
			c.value(c.x[c.notes]+1.5, y+10, c.x[c.notes+1]-c.x[c.notes]-3, false, pick(c.source, "Đúng hạn", "Trước hạn", "Quá hạn"))
		} else {
			k := c.notes + c.IntN(3)
			c.value((c.x[k]+c.x[k+1])/2-1.5, y+10, 6, false, "x")
		}
	}
}

// handedOver prints when a row was handed over and returns between which
// heights its cells lie.
func (c *slip) handedOver(y float64, n int, used bool) (top, foot float64) {
	key := fmt.Sprintf("handed_over_on%d", n)
	parts := c.time()
	if !used || c.chance(key) < 0.12 {
		c.blank = append(c.blank, key)
	}
	const pattern = "_ giờ _ phút, ngày _ tháng _ năm _"
	mid, wide := (c.x[c.g]+c.x[c.g+2])/2, c.x[c.g+2]-c.x[c.g]-3
	line := c.em * 1.7
	switch c.slipSheet.when {
	case "column":
		x, w := c.x[c.when]+1.5, c.x[c.when+1]-c.x[c.when]-3
		c.gapsOn(key, x, y, w, [][]string{{"_ giờ _ phút,", parts[0], parts[1]}, {"ngày _", parts[2]}, {"tháng _", parts[3]}, {"năm _", parts[4]}})
		return y, y + c.high
	case "foot":
		c.gaps(key, paper.Regular, mid, y+c.high-c.em*0.6, paper.Centre, wide, "", pattern, parts)
		top, foot = y, y+c.high-line
		if c.parted {
			c.rule(c.x[c.g], foot, c.x[c.g+2], foot, 0.25, c.print)
		}
	default:
		c.gaps(key, paper.Regular, mid, y+c.em*1.2, paper.Centre, wide, "", pattern, parts)
		top, foot = y+line, y+c.high
		if c.parted {
			c.rule(c.x[c.g], top, c.x[c.g+2], top, 0.25, c.print)
		}
	}
	return top, foot
}

// chance returns a number from 0 to 1 of a key's own.
func (c *canvas) chance(key string) float64 {
	defer c.apart("chance " + key)()
	return c.Float64()
}

// gapsOn prints a date on lines of its own in a narrow column. Each line is a
// pattern with its parts.
func (c *slip) gapsOn(key string, x, y, w float64, lines [][]string) {
	var whole Value
	for i, l := range lines {
		at := y + c.em*1.5*float64(i+1)
		c.gaps(key, paper.Regular, x, at, paper.Left, w, "", l[0], l[1:])
		v := c.truth.Values[key]
		if i > 0 && v.Filled {
			v.Text = whole.Text + " " + v.Text
		}
		whole = v
	}
	c.truth.Values[key] = whole
}

// cellOf draws the cell of the giver (k is 0) or of the receiver.
func (c *slip) cellOf(who string, k, n int, top, foot float64, used bool) {
	x0, x1 := c.x[c.g+k], c.x[c.g+k+1]
	box := rect{x0 + 1, top + 1, x1 - x0 - 2, foot - top - 2}
	caption := rect{box.x, top - 3, box.w, 3}
	if !c.once {
		label := map[string]string{"giao": "Người giao", "nhan": "Người nhận"}[who]
		c.centred(paper.Regular, c.em, (x0+x1)/2, top+c.em*1.15, x1-x0-4, label)
		under := c.em * 1.5
		if h := c.slipSheet.hint; h != "" {
			c.centred(paper.Italic, c.em*0.9, (x0+x1)/2, top+c.em*2.3, x1-x0-4, h)
			under = c.em * 2.7
		}
		caption = rect{box.x, top, box.w, under}
		box = rect{box.x, top + under, box.w, foot - top - under - 1}
	}
	p := place{field: fmt.Sprintf("%s%d", who, n), name: c.person(c.odds(0.5)).name, box: box, caption: caption}
	kind := weighted(c.source, signedInTable)
	if !used {
		kind = "blank"
	}
	if kind == "over_caption" && c.once {
		kind = "normal"
	}
	old := c.letter.em
	c.letter.em = c.em * 0.85
	c.mark(p, kind)
	c.letter.em = old
	delete(c.truth.Case, p.field)
}
