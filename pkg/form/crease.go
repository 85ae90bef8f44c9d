package form

import (
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// crease is the shadow of a fold: a dark band across the whole page, nearly
// along one of its edges. No ruled line reaches from edge to edge.
type crease struct {
	upright    bool
	mid, slope float64 // where it crosses the middle of the reduced page, in pixels
	darker     int     // how many of the points looked at are
}

const (
	creaseDark  = 24   // of 255, darker than the paper
	creaseLong  = 0.88 // of the page
	creaseSlope = 0.06
	creaseEdge  = 0.12 // of the page, where edges and borders are
	creaseHalf  = 3.2  // mm from its middle, where the paper is bare again
	creaseWide  = 1.2  // mm of shadow at least: a ruled line is thinner
)

// creases finds the folds of a page.
func (m *shades) creases() []crease {
	w, h, contrast := m.w, m.h, m.dark
	if w < 50 || h < 50 {
		return nil
	}
	var out []crease
	for _, upright := range []bool{true, false} {
		across, along := w, h
		at := func(c, a int) uint8 { return contrast[a*w+c] }
		if !upright {
			across, along = h, w
			at = func(c, a int) uint8 { return contrast[c*w+a] }
		}
		const step = 6
		most := int((1 - creaseLong) * float64(along/step))
		var found []crease
		for s := -creaseSlope; s <= creaseSlope; s += 2 / float64(along) {
			for c := int(creaseEdge * float64(across)); c < int((1-creaseEdge)*float64(across)); c++ {
				missed, darker := 0, 0
				for a := 0; a < along && missed <= most; a += step {
					x := c + int(math.Round(s*float64(a-along/2)))
					if x < 1 || x >= across-1 || max(at(x-1, a), at(x, a), at(x+1, a)) < creaseDark {
						missed++
					} else {
						darker++
					}
				}
				if missed <= most {
					found = append(found, crease{upright, float64(c), s, darker})
				}
			}
		}
		// The best of those that cross the same place.
		slices.SortStableFunc(found, func(a, b crease) int { return b.darker - a.darker })
		var own []crease
		for _, c := range found {
			if !slices.ContainsFunc(own, func(o crease) bool { return math.Abs(o.mid-c.mid) < float64(across)/30 }) && len(own) < 4 {
				own = append(own, c)
			}
		}
		out = append(out, own...)
	}
	return out
}

// smoothed returns the page without the shadows of its folds, which would cut
// lines of print in two; what is printed across them stays. A page without
// folds is returned as it is.
func smoothed(p *raster.Page, s *shades) *raster.Page {
	out := p
	for _, c := range s.creases() {
		im := *out.Image
		if out == p {
			im.Y = slices.Clone(im.Y)
		}
		if c.iron(&im, float64(s.step), float64(im.W)/p.WidthMM) {
			q := *p
			q.Image = &im
			out = &q
		}
	}
	return out
}

// iron takes the shadow out of a picture and reports whether it is a fold's:
// piece by piece, it is as dark as most of what lies along it.
func (c crease) iron(im *raster.Image, step, px float64) bool {
	across, along := im.W, im.H
	at := func(c, a int) *uint8 { return &im.Y[a*im.W+c] }
	if !c.upright {
		across, along = im.H, im.W
		at = func(c, a int) *uint8 { return &im.Y[c*im.W+a] }
	}
	half := int(creaseHalf * px)
	piece, view := max(int(6*px), 1), int(10*px)
	middle := func(a int) int {
		return int(math.Round((c.mid+0.5)*step + c.slope*(float64(a)-float64(along)/2)))
	}
	if m0, m1 := middle(0), middle(along-1); min(m0, m1) < half || max(m0, m1) >= across-half {
		return false
	}
	var all [][]float64
	wide := 0.0
	for a0 := 0; a0 < along; a0 += piece {
		v0, v1 := max(a0-view+piece/2, 0), min(a0+view+piece/2, along)
		light := make([]float64, 2*half+1)
		for o := range light {
			var hist [256]int
			for a := v0; a < v1; a++ {
				hist[*at(middle(a)+o-half, a)]++
			}
			light[o] = float64(percentile(&hist, v1-v0, 75))
		}
		bare := half / 4
		left, right := slices.Max(light[:bare+1]), slices.Max(light[len(light)-bare-1:])
		dark := 0
		for o := range light {
			f := float64(o) / float64(2*half)
			base := max(left*(1-f)+right*f, 1)
			light[o] = min(light[o]/base, 1)
			if light[o] < 0.96 {
				dark++
			}
			if light[o] < 0.25 { // nothing is left to see
				light[o] = -base
			}
		}
		wide += float64(dark) / px
		all = append(all, light)
	}
	if wide < creaseWide*float64(len(all)) {
		return false
	}
	for i, light := range all {
		for a := i * piece; a < min((i+1)*piece, along); a++ {
			for o, l := range light {
				v := at(middle(a)+o-half, a)
				switch {
				case l < 0:
					*v = uint8(-l)
				case l < 0.98:
					*v = uint8(min(float64(*v)/l, 255))
				}
			}
		}
	}
	return true
}
