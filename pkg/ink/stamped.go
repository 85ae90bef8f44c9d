package ink

import (
	"encoding/binary"
	"math"
)

// The circles that are looked for, in mm: on cells of ringCell, those of seals'
// sizes and some narrower and wider for the ground beside them.
const (
	ringCell  = 0.5
	ringLeast = sealMin - 1.5
	ringMost  = sealMax + 1.5
)

// ringSides are the points of a circle that are looked at.
const ringSides = 60

// stamped is which cells of a plane are inked, with a margin in which every circle
// has room whose middle lies in the plane: 0 in the margin, inSight for a cell of
// the plane and one more where it is inked.
type stamped struct {
	w, h, step   int // step is pixels of the plane in a cell, across and down
	margin, line int // line is the cells of a row with both margins
	cells        []uint8
	rings        [][ringSides]int // as steps from their middle
}

// inSight is more than the inked points of a circle, so that a sum of cells holds
// both counts.
const inSight = 128

// stamped returns nil for a plane in which no seal has room.
func (s *sheet) stamped(plane []uint8, from uint8) *stamped {
	step := max(1, int(ringCell*s.mm))
	c := &stamped{w: s.w / step, h: s.h / step, step: step}
	if c.w < 30 || c.h < 30 {
		return nil
	}
	cell := float64(step) / s.mm
	c.margin = int(math.Ceil(ringMost/cell)) + 2
	c.line = c.w + 2*c.margin
	c.cells = make([]uint8, c.line*(c.h+2*c.margin))
	for y := range c.h {
		for x := range c.w {
			n := 0
			for v := y * step; v < (y+1)*step; v++ {
				for _, g := range plane[v*s.w+x*step : v*s.w+(x+1)*step] {
					if g >= from {
						n++
					}
				}
			}
			i := c.at(x, y)
			c.cells[i] = inSight
			if 4*n >= step*step {
				c.cells[i]++
			}
		}
	}
	for r := ringLeast; r <= ringMost; r += ringCell {
		var ring [ringSides]int
		for k := range ring {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / ringSides)
			ring[k] = int(math.Round(r*sin/cell))*c.line + int(math.Round(r*cos/cell))
		}
		c.rings = append(c.rings, ring)
	}
	return c
}

func (c *stamped) at(x, y int) int { return (y+c.margin)*c.line + x + c.margin }

// covered counts the points of a circle that are inked, and those in the plane.
func (c *stamped) covered(r, x, y int) (inked, seen int) {
	at, sum := c.at(x, y), 0
	for _, o := range c.rings[r] {
		sum += int(c.cells[at+o])
	}
	return counted(sum)
}

// counted tells the counts in a sum of cells.
func counted(sum int) (inked, seen int) { return sum % inSight, sum / inSight }

// fifth sums every fifth point of four circles at once, whose middles lie two cells
// apart: the first in the lowest of four lanes of 16 bits.
func (c *stamped) fifth(r, x, y int) (sums uint64) {
	at, ring := c.at(x, y), &c.rings[r]
	for k := 0; k < ringSides; k += 5 {
		sums += binary.LittleEndian.Uint64(c.cells[at+ring[k]:]) & 0x00FF00FF00FF00FF
	}
	return sums
}
