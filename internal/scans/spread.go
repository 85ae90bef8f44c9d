package scans

import "math"

// drawSpread prints a certificate on two pages side by side, as a sheet that is
// folded in the middle has them: head and values on the left, where both spouses
// stand one under the other, the signatures on the right.
func (c *certificate) drawSpread() {
	fold := c.w / 2
	c.x1 = fold - c.margin*0.6
	c.head()
	first, second := c.spouses()
	lines := append(append(first, second...), c.registration()...)
	rest := c.h - c.margin - c.top - 4
	c.pitch = math.Max(1.15*c.em, math.Min(rest/float64(len(lines)+1), c.in(1.45, 1.9)*c.em))
	c.list(lines)
	c.x0, c.x1 = fold+c.margin*0.6, c.w-c.margin
	c.top = c.margin + c.em*c.in(0.5, 3)
	c.signatures()
}
