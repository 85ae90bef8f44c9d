package ink

import "math"

// Sizes of round seals in mm. Seals of commune committees measure 36 mm across;
// others lie between 28 and 42.
const (
	sealMin = 12.5 // radius
	sealMax = 20.5
)

// sealRed is the redness of a seal's ink, as in sheet.
const sealRed = 14

// red measures the area of red ink in the box and near it.
func (f *Features) red(s *sheet, box Rect) {
	if s.red != nil {
		n := 0
		near := box.grow(int(9*s.mm), int(12*s.mm)).clip(s.w, s.h)
		for y := near.Y0; y < near.Y1; y++ {
			for i := y*s.w + near.X0; i < y*s.w+near.X1; i++ {
				if s.red[i] >= 18 && s.grey[i] >= 12 {
					n++
				}
			}
		}
		f.Red = float64(n) / (s.mm * s.mm)
	}
}

// sealDark is the darkness of a seal of another colour, in parts of a hundred of the
// form's print.
const sealDark = 16

// seal looks for a round seal: of a colour scan among what is red, and for one
// of another colour only if its ring is plain to see. times is how much more red or
// dark than a seal must be its ring shall be.
func (s *sheet) seal(p *Patch, times uint8) circle {
	if s.red == nil {
		return s.ring(p, s.grey, times*sealDark)
	}
	c := s.ring(p, s.red, times*sealRed)
	if c.part < sealSeen {
		if g := s.ring(p, s.grey, times*sealDark); g.part >= sealPlain {
			return g
		}
	}
	return c
}

// circle is a seal found.
type circle struct {
	Circle
	part float64 // of its circumference that is seen
	// radial is the part of the ground that is inked, by the distance from the
	// middle in tenths of 1.2 radii.
	radial [10]float64
}

// ring looks for the circle of a seal: the greatest part of a circumference
// that is inked while the ground just outside is not. 0 is none, 1 a full ring.
func (s *sheet) ring(p *Patch, plane []uint8, from uint8) circle {
	c := s.stamped(plane, from)
	if c == nil {
		return circle{}
	}
	best, most := circle{}, 0
	tried := make([]bool, len(c.rings)*c.w*c.h)
	gap := int(math.Round(1.5 / ringCell))
	around := s.astray(p.Box)
	x1, y1 := min(c.w, around.X1/c.step), min(c.h, around.Y1/c.step)
	fifths := make([]uint64, len(c.rings))
	for cy := around.Y0 / c.step; cy < y1; cy += 2 {
		for cx, k := around.X0/c.step, 0; cx < x1; cx, k = cx+2, (k+1)%4 {
			for r := gap; r < len(c.rings)-gap; r++ {
				if k == 0 {
					fifths[r] = c.fifth(r, cx, cy)
				}
				n, seen := counted(int(fifths[r] >> (16 * k) & 0xFFFF))
				if seen < 8 || 2*n < seen {
					continue
				}
				// The centre grid is coarse: look around for the best fit.
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						x, y := cx+dx, cy+dy
						if x >= 0 && y >= 0 && x < c.w && y < c.h {
							t := &tried[(r*c.h+y)*c.w+x]
							if *t {
								continue
							}
							*t = true
						}
						a, all := c.covered(r, x, y)
						if all < ringSides*2/3 || a <= most {
							continue
						}
						out, _ := c.covered(r+gap, x, y)
						if a-out > most {
							most = a - out
							radius := (ringLeast + float64(r)*ringCell) * s.mm
							best.Circle, best.part = Circle{x * c.step, y * c.step, int(radius)}, float64(most)/ringSides
						}
					}
				}
			}
		}
	}
	if best.R > 0 {
		best.profile(c)
	}
	return best
}

// astray is where the middle of a box's seal may lie: stamps stray from their place,
// most often up to the officer's title.
func (s *sheet) astray(box Rect) Rect {
	return box.grow(int(14*s.mm), int(20*s.mm)).clip(s.w, s.h)
}

// profile fills radial.
func (c *circle) profile(s *stamped) {
	var ink, all [len(c.radial)]float64
	cx, cy, reach := c.X/s.step, c.Y/s.step, float64(c.R)/float64(s.step)*1.2
	for y := max(0, cy-int(reach)); y <= min(s.h-1, cy+int(reach)); y++ {
		for x := max(0, cx-int(reach)); x <= min(s.w-1, cx+int(reach)); x++ {
			d := math.Hypot(float64(x-cx), float64(y-cy)) / reach
			if k := int(d * float64(len(ink))); k < len(ink) {
				all[k]++
				if s.cells[s.at(x, y)] == inSight+1 {
					ink[k]++
				}
			}
		}
	}
	for k := range ink {
		c.radial[k] = ink[k] / max(1, all[k])
	}
}

// spread looks for a round area of a seal's size that is marked on all sides of
// its middle, as by a seal however faint and not by a line or a border. It
// returns the greatest part of the sides that are: 24, near the middle and far.
func (s *sheet) spread(plane []uint8, from uint8, around Rect) float64 {
	step := max(1, int(s.mm))
	w, h := s.w/step, s.h/step
	var on [][2]int
	for y := range h {
		for x := range w {
			n := 0
			for v := y * step; v < (y+1)*step; v++ {
				for _, g := range plane[v*s.w+x*step : v*s.w+(x+1)*step] {
					if g >= from {
						n++
					}
				}
			}
			if 10*n >= step*step {
				on = append(on, [2]int{x, y})
			}
		}
	}
	perMM := s.mm / float64(step)
	near, mid, far := 4*perMM, 11*perMM, 19*perMM
	const sides = 12
	// side names the bin of each place about the middle, none beyond far.
	reach := int(far)
	side := make([]int8, (2*reach+1)*(2*reach+1))
	for i := range side {
		dx, dy := float64(i%(2*reach+1)-reach), float64(i/(2*reach+1)-reach)
		side[i] = -1
		if d := math.Sqrt(dx*dx + dy*dy); d >= near && d <= far {
			k := int((math.Atan2(dy, dx)/(2*math.Pi)+0.5)*sides) % sides
			if d > mid {
				k += sides
			}
			side[i] = int8(k)
		}
	}
	best := 0
	for cy := around.Y0 / step; cy < around.Y1/step; cy += 2 {
		for cx := around.X0 / step; cx < around.X1/step; cx += 2 {
			var bins [2 * sides]uint8
			seen := 0
			for _, c := range on {
				dx, dy := c[0]-cx+reach, c[1]-cy+reach
				if dx < 0 || dx > 2*reach || dy < 0 || dy > 2*reach {
					continue
				}
				k := side[dy*(2*reach+1)+dx]
				if k < 0 {
					continue
				}
				if bins[k]++; bins[k] == 2 {
					seen++
				}
			}
			best = max(best, seen)
		}
	}
	return float64(best) / (2 * sides)
}

// eraseSeal clears the mask where a seal was found: of a colour scan what is
// red, of others all, since strokes and seal cannot be told apart there. It
// returns the area in mm² of ink that may have been strokes.
func (s *sheet) eraseSeal(mask []bool, c Circle) float64 {
	hidden := 0
	r := min(max(c.R, 0), 1<<12) + int(1.2*s.mm)
	for y := max(0, c.Y-r); y < min(s.h, c.Y+r); y++ {
		for x := max(0, c.X-r); x < min(s.w, c.X+r); x++ {
			i := y*s.w + x
			if (x-c.X)*(x-c.X)+(y-c.Y)*(y-c.Y) <= r*r && (s.red == nil || s.red[i] >= sealRed) {
				if mask[i] && s.red == nil {
					hidden++
				}
				mask[i] = false
			}
		}
	}
	return float64(hidden) / (s.mm * s.mm)
}

// eraseRed clears the mask where a colour scan is red: nobody signs in red, so
// that it is a seal, however little of it is seen. Fingers are inked red, too: a
// dense patch at x, y is left.
func (s *sheet) eraseRed(mask []bool, f *Features, x, y int) {
	if s.red == nil {
		return
	}
	keep := 0
	if f.BlobArea >= blobFrom && f.BlobMajor <= 30 {
		keep = int(0.6 * f.BlobMajor * s.mm)
	}
	for i, r := range s.red {
		if r >= sealRed {
			if dx, dy := i%s.w-x, i/s.w-y; dx*dx+dy*dy >= keep*keep {
				mask[i] = false
			}
		}
	}
}

// Parts of a seal's circumference: seen for sure, and as much as strokes and
// dirt make by chance.
const (
	sealSeen  = 0.45
	sealPlain = 0.62
)

// JudgeSeal says whether measures show a seal. colour says that they were taken
// from a scan in colour.
func JudgeSeal(f Features, colour bool) Reading {
	p := fitted().Seal.probability(f.SealVector(colour))
	r := Reading{State: Unsure, Confidence: max(p, 1-p), Features: f}
	switch {
	case f.Paper < darkest:
	case p >= SureSeal:
		r.State = Present
	case p <= SureNoSeal:
		r.State = Absent
	}
	r.Contents = []Content{Nothing}
	if r.State != Absent && f.RingRadius > 0 {
		r.Contents = []Content{SealPrint}
	}
	return r
}

// SureSeal and SureNoSeal are the thresholds on the probability of a seal.
const (
	SureSeal   = 0.6
	SureNoSeal = 0.4
)

// SealVector returns the inputs of the model for seals.
func (f Features) SealVector(colour bool) []float64 {
	v := []float64{f.Ring, 0, math.Log1p(f.Red), f.RingRadius, math.Log1p(f.Specks), f.SealSpread, f.LookSeal, f.RingTrace, f.GreyTrace}
	if colour {
		v[1] = 1
	}
	return append(v, f.Radial[:]...)
}
