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
	creaseStep  = 6    // every so many pixels of its length are looked at
	creaseDark  = 24   // of 255, darker than the paper
	creaseLong  = 0.88 // of the page
	creaseSlope = 0.06
	creaseEdge  = 0.12 // of the page, where edges and borders are
	creaseHalf  = 3.2  // mm from its middle, where the paper is bare again
	creaseWide  = 1.2  // mm of shadow at least: a ruled line is thinner
)

// creases finds the folds of a page.
func (m *shades) creases() []crease {
	w, h := m.w, m.h
	if w < 50 || h < 50 {
		return nil
	}
	var out []crease
	for _, upright := range []bool{true, false} {
		across, along := w, h
		if !upright {
			across, along = h, w
		}
		rows := m.bare(upright)
		most := int((1 - creaseLong) * float64(along/creaseStep))
		shifts := make([]int, len(rows))
		var found []crease
		for s := -creaseSlope; s <= creaseSlope; s += 2 / float64(along) {
			for k := range shifts {
				shifts[k] = int(math.Round(s * float64(k*creaseStep-along/2)))
			}
			for c := int(creaseEdge * float64(across)); c < int((1-creaseEdge)*float64(across)); c++ {
				missed, k := 0, 0
				for ; k < len(rows) && missed <= most; k++ {
					if x := c + shifts[k]; x < 0 || x >= across || rows[k][x] {
						missed++
					}
				}
				if missed <= most {
					found = append(found, crease{upright, float64(c), s, k - missed})
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

// bare is where a page has no shadow, in every creaseStep-th of its rows, or of its
// columns for what is not upright: neither there nor right beside it. Its edges
// count as bare.
func (m *shades) bare(upright bool) [][]bool {
	across, along := m.w, m.h
	right, down := 1, m.w
	if !upright {
		across, along, right, down = along, across, down, right
	}
	var rows [][]bool
	for a := 0; a < along; a += creaseStep {
		row := make([]bool, across)
		row[0], row[across-1] = true, true
		for x, i := 1, a*down+right; x < across-1; x, i = x+1, i+right {
			row[x] = max(m.dark[i-right], m.dark[i], m.dark[i+right]) < creaseDark
		}
		rows = append(rows, row)
	}
	return rows
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
