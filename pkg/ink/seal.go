package ink

import "math"

// Sizes of round seals in mm. Seals of commune committees measure 36 mm across;
// others lie between 28 and 42.
const (
	sealMin = 12.5 // radius
	sealMax = 20.5
)

// red measures the area of red ink.
func (f *Features) red(s *sheet) {
	if s.red != nil {
		n := 0
		for i, r := range s.red {
			if r >= 18 && s.grey[i] >= 12 {
				n++
			}
		}
		f.Red = float64(n) / (s.mm * s.mm)
	}
}

// circle is a seal found.
type circle struct {
	Circle
	part float64 // of its circumference that is seen
}

// ring looks for the circle of a seal: the greatest part of a circumference
// that is inked while the ground just outside is not. 0 is none, 1 a full ring.
func (s *sheet) ring(p *Patch) circle {
	const cell = 0.5 // mm
	step := max(1, int(cell*s.mm))
	w, h := s.w/step, s.h/step
	if w < 30 || h < 30 {
		return circle{}
	}
	on := make([]bool, w*h)
	for y := range h {
		for x := range w {
			n := 0
			for v := y * step; v < (y+1)*step; v++ {
				for _, g := range s.grey[v*s.w+x*step : v*s.w+(x+1)*step] {
					if g >= 16 {
						n++
					}
				}
			}
			on[y*w+x] = 4*n >= step*step
		}
	}
	const angles = 60
	type offset struct{ x, y int }
	var rings [][angles]offset
	mmCell := float64(step) / s.mm
	for r := sealMin - 1.5; r <= sealMax+1.5; r += cell {
		var o [angles]offset
		for k := range o {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / angles)
			o[k] = offset{int(math.Round(r * cos / mmCell)), int(math.Round(r * sin / mmCell))}
		}
		rings = append(rings, o)
	}
	covered := func(r, cx, cy, every int) (n, seen int) {
		for k := 0; k < angles; k += every {
			x, y := cx+rings[r][k].x, cy+rings[r][k].y
			if x < 0 || y < 0 || x >= w || y >= h {
				continue
			}
			seen++
			if on[y*w+x] {
				n++
			}
		}
		return n, seen
	}
	best, most := circle{}, 0
	tried := make([]bool, len(rings)*w*h)
	gap := int(math.Round(1.5 / cell))
	for cy := max(0, p.Box.Y0/step); cy < min(h, p.Box.Y1/step); cy += 2 {
		for cx := max(0, p.Box.X0/step); cx < min(w, p.Box.X1/step); cx += 2 {
			for r := gap; r < len(rings)-gap; r++ {
				n, seen := covered(r, cx, cy, 5)
				if seen < 8 || 2*n < seen {
					continue
				}
				// The centre grid is coarse: look around for the best fit.
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						if x, y := cx+dx, cy+dy; x >= 0 && y >= 0 && x < w && y < h {
							t := &tried[(r*h+y)*w+x]
							if *t {
								continue
							}
							*t = true
						}
						a, all := covered(r, cx+dx, cy+dy, 1)
						if all < angles*2/3 || a <= most {
							continue
						}
						out, _ := covered(r+gap, cx+dx, cy+dy, 1)
						if a-out > most {
							most = a - out
							radius := (sealMin - 1.5 + float64(r)*cell) * s.mm
							best = circle{Circle{(cx + dx) * step, (cy + dy) * step, int(radius)}, float64(most) / angles}
						}
					}
				}
			}
		}
	}
	return best
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
			if (x-c.X)*(x-c.X)+(y-c.Y)*(y-c.Y) <= r*r && (s.red == nil || s.red[i] >= 14) {
				if mask[i] && s.red == nil {
					hidden++
				}
				mask[i] = false
			}
		}
	}
	return float64(hidden) / (s.mm * s.mm)
}

// Parts of a seal's circumference: seen for sure, and as much as strokes and
// dirt make by chance.
const (
	sealSeen  = 0.45
	sealBlank = 0.36
)

// JudgeSeal says whether measures show a seal. Without colour a faint seal
// leaves no more than dirt does, so that its absence is never sure.
func JudgeSeal(f Features, colour bool) Reading {
	r := Reading{State: Unsure, Confidence: 0.5, Features: f}
	switch {
	case f.Ring >= sealSeen:
		r.State, r.Confidence = Present, min(0.99, 0.8+(f.Ring-sealSeen)/2)
	case f.Ring <= sealBlank && colour:
		r.State, r.Confidence = Absent, 0.95
	}
	return r
}
