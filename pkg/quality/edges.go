package quality

import "github.com/tthclint/tthclint/pkg/raster"

// Sampling of edges. Every third row is enough, and of columns, which are slow
// to walk, some that are spread over the page.
const (
	rowStep   = 3
	columns   = 96
	widthBins = 256
	widthUnit = 0.125 // px
	leastEdge = 300   // fewer edges tell nothing
	ripple    = 5     // levels that a slope may go back without ending

	leastHeight = 40  // levels of an edge
	sharpPX     = 1.8 // width of the edges of a sharp scan at any resolution
)

// sharpness is how wide the edges of print are, in pixels: the way from paper
// to ink at its steepest slope. Strokes thinner than the blur count as less wide
// than the edge of an area would.
type sharpness struct {
	bins [widthBins]int
	n    int
}

// edgeWidths walks over the page and measures every fall and rise of at least
// least levels.
func edgeWidths(im *raster.Image, least int) *sharpness {
	s := &sharpness{}
	ex, ey := int(edgeShare*float64(im.W)), int(edgeShare*float64(im.H))
	for y := ey; y < im.H-ey; y += rowStep {
		s.walk(im.Y[y*im.W+ex:y*im.W+im.W-ex], least)
	}
	column := make([]uint8, im.H-2*ey)
	for i := range columns {
		x := ex + (2*i+1)*(im.W-2*ex)/(2*columns)
		for y := range column {
			column[y] = im.Y[(y+ey)*im.W+x]
		}
		s.walk(column, least)
	}
	return s
}

// walk measures the slopes along a line of pixels.
func (s *sharpness) walk(line []uint8, least int) {
	if len(line) < 2 {
		return
	}
	start, last := int(line[0]), int(line[0]) // extremes of the slope under way
	up := false
	steep := 0
	for i := 1; i < len(line); i++ {
		v, before := int(line[i]), int(line[i-1])
		step := v - before
		if !up {
			step = -step
		}
		switch {
		case up && v >= last || !up && v <= last:
			last = v
			steep = max(steep, step)
		case up && v < last-ripple || !up && v > last+ripple:
			s.add(start, last, steep, least)
			start, last, up, steep = last, v, !up, -step
		}
	}
	s.add(start, last, steep, least)
}

func (s *sharpness) add(from, to, steep, least int) {
	height := from - to
	if height < 0 {
		height = -height
	}
	if height < least || steep < 1 {
		return
	}
	s.bins[min(widthBins-1, int(float64(height)/float64(steep)/widthUnit))]++
	s.n++
}

// median returns the median of the widths; 0 if there are too few edges.
func (s *sharpness) median() float64 {
	if s.n < leastEdge {
		return 0
	}
	left := s.n / 2
	for i, n := range s.bins {
		if left -= n; left < 0 {
			return (float64(i) + 0.5) * widthUnit
		}
	}
	return widthBins * widthUnit
}
