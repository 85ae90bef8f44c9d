package ink

import (
	"bytes"
	"encoding/binary"
	"math"
)

// The trace of a ring is looked for on cells of traceCell, each as dark as its
// pixels are on the average, none counted for more than traceCap: a seal's ring
// is thin and may be all but gone, and print that crosses it is no part of it.
const (
	traceCell = 0.5 // mm
	traceGap  = 3   // cells from the ring to the ground on both sides
	traceCap  = 40  // parts of a hundred of the form's print
	traceClip = 4   // the greatest contrast of a cell to the ground that counts
	tracePart = 16  // steps of brightness in one part

	tracePlain = 0.45 // a trace that needs no further look
)

// trace returns how plainly the circle of a round seal stands out of the ground
// inside and outside of it, on the average of its circumference: 1 where all of it
// does, 0 where none does, up to 0.35 by chance. Unlike ring it needs no
// cell to be inked: what is too faint at any one place to be told from the paper
// shows on the whole circumference, as it does to the eye. The middle of the circle
// lies in around.
func (s *sheet) trace(plane []uint8, around Rect) float64 {
	c := s.cells(plane)
	if c == nil {
		return 0
	}
	lines := c.lines()
	rings := c.rings(s.mm)
	step, m := c.step, c.margin
	most, best := 0, 0
	quarters := make([][traceLanes]int, len(rings))
	x1 := min(c.w-m, around.X1/step+m)
	for y := around.Y0/step + m; y < min(c.h-m, around.Y1/step+m); y++ {
		for x0 := around.X0/step + m; x0 < x1; x0 += traceLanes {
			// A quarter of the circumference tells whether the rest is worth a look.
			for r := traceGap; r < len(rings)-traceGap; r++ {
				quarters[r] = quarter(lines, y*c.w+x0, &rings[r])
			}
			for x := x0; x < min(x0+traceLanes, x1); x++ {
				for r := traceGap; r < len(rings)-traceGap; r++ {
					n := quarters[r][x-x0]
					if n < traceClip*tracePart*3 || 5*n < 3*most {
						continue
					}
					most = max(most, n)
					best = max(best, c.contrast(y*c.w+x, &rings[r], &rings[r-traceGap], &rings[r+traceGap]))
				}
			}
		}
	}
	return float64(best) / (traceSides * traceClip * tracePart)
}

// traceLanes are the places side by side that are looked at together.
const traceLanes = 8

// quarter sums every fourth of the points of a circle about the place at and about
// those to the right of it: eight bytes at once, in lanes of 16 bits.
func quarter(lines []uint8, at int, ring *[traceSides]int) (n [traceLanes]int) {
	const lanes = 0x00FF00FF00FF00FF
	var even, odd uint64
	for k := 0; k < traceSides; k += 4 {
		v := binary.LittleEndian.Uint64(lines[at+ring[k]:])
		even += v & lanes
		odd += v >> 8 & lanes
	}
	for i := 0; i < traceLanes; i += 2 {
		n[i], n[i+1] = int(even&0xFFFF)-traceSides/4*noLine, int(odd&0xFFFF)-traceSides/4*noLine
		even, odd = even>>16, odd>>16
	}
	return n
}

// faintSeal takes the measures by which a seal is known whose ring is not plain to
// see, which they repeat for one that is.
func (f *Features) faintSeal(s *sheet, p *Patch, seal circle) {
	if seal.part >= sealPlain {
		f.SealSpread, f.RingTrace = 1, seal.part
		return
	}
	around := s.astray(p.Box)
	if s.red == nil {
		f.SealSpread, f.RingTrace = s.spread(s.grey, sealDark, around), s.trace(s.grey, around)
		return
	}
	f.SealSpread, f.RingTrace = s.spread(s.red, sealRed, around), s.trace(s.red, around)
	if f.RingTrace < tracePlain {
		f.GreyTrace = s.trace(s.grey, around)
	}
}

// traceSides are the points of a circle that are looked at.
const traceSides = 120

// cells is a plane in cells, with an empty margin as wide as the widest circle.
type cells struct {
	w, h, step, margin int
	dark               []int16 // parts of a hundred of the form's print times tracePart
}

// cells returns nil for a plane in which no seal has room, or which is larger than
// any box (half a metre each way).
func (s *sheet) cells(plane []uint8) *cells {
	step := max(1, int(traceCell*s.mm))
	w, h := s.w/step, s.h/step
	if w < 30 || h < 30 || w*h > 1<<20 {
		return nil
	}
	margin := int(math.Ceil((sealMax+traceGap*traceCell)*s.mm/float64(step))) + 1
	c := &cells{w: w + 2*margin, h: h + 2*margin, step: step, margin: margin}
	c.dark = make([]int16, c.w*c.h)
	sums := make([]int32, w)
	for y := range h {
		clear(sums)
		for v := y * step; v < (y+1)*step; v++ {
			row := plane[v*s.w : v*s.w+w*step]
			for x := range sums {
				for _, q := range row[x*step : (x+1)*step] {
					sums[x] += int32(min(q, traceCap))
				}
			}
		}
		row := c.dark[(y+margin)*c.w+margin:]
		for x, n := range sums {
			row[x] = int16(n * tracePart / int32(step*step))
		}
	}
	return c
}

// noLine is what lines says of a cell as dark as those about it.
const noLine = traceClip * tracePart

// lines is how much darker each cell is than the 3.5 mm about it, within the
// clip, and noLine more.
func (c *cells) lines() []uint8 {
	const reach = 3
	// sums[y*(w+1)+x] is the sum of all cells above and left of x, y.
	w := c.w + 1
	sums := make([]int32, w*(c.h+1))
	for y := range c.h {
		row := int32(0)
		for x := range c.w {
			row += int32(c.dark[y*c.w+x])
			sums[(y+1)*w+x+1] = sums[y*w+x+1] + row
		}
	}
	out := bytes.Repeat([]uint8{noLine}, len(c.dark))
	m := c.margin
	for y := m; y < c.h-m; y++ {
		y0, y1 := max(y-reach, m), min(y+reach+1, c.h-m)
		for x := m; x < c.w-m; x++ {
			x0, x1 := max(x-reach, m), min(x+reach+1, c.w-m)
			mean := (sums[y1*w+x1] - sums[y0*w+x1] - sums[y1*w+x0] + sums[y0*w+x0]) / int32((y1-y0)*(x1-x0))
			out[y*c.w+x] = uint8(noLine + clipped(int32(c.dark[y*c.w+x])-mean))
		}
	}
	return out
}

// rings returns the circles of a seal's sizes, and some narrower and wider for
// the ground beside them, as steps from their middle.
func (c *cells) rings(mm float64) (rings [][traceSides]int) {
	cell := float64(c.step) / mm
	const beside = traceGap * traceCell
	for r := sealMin - beside; r <= sealMax+beside; r += traceCell {
		var ring [traceSides]int
		for k := range ring {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / traceSides)
			ring[k] = int(math.Round(r*sin/cell))*c.w + int(math.Round(r*cos/cell))
		}
		rings = append(rings, ring)
	}
	return rings
}

// contrast sums by how much the cells of a ring are darker than those beside
// them on both sides.
func (c *cells) contrast(at int, ring, in, out *[traceSides]int) int {
	n := int32(0)
	for k := range ring {
		ground := (int32(c.dark[at+in[k]]) + int32(c.dark[at+out[k]])) / 2
		n += clipped(int32(c.dark[at+ring[k]]) - ground)
	}
	return int(n)
}

func clipped(v int32) int32 { return min(max(v, -traceClip*tracePart), traceClip*tracePart) }
