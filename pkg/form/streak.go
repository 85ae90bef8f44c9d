package form

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// A streak is what dirt on the glass of a feeder draws: a thin line exactly along
// the rows or columns of the picture, from one edge of it to the other. Ruled
// lines and printed borders end before the edge of the paper.
const (
	streakDark = 12   // of 255, darker than what lies beside it
	streakLong = 0.85 // of the page, where print does not hide it
	streakEdge = 0.02 // of the page, where it must be seen too
	streakWide = 0.7  // mm at most
	streakStep = 4    // pixels between those looked at
)

// unstreaked returns the page without streaks, which join letters of all lines
// that they cross to one; print beside them stays. A page without streaks is
// returned as it is.
func unstreaked(p *raster.Page) *raster.Page {
	im := *p.Image
	found := false
	for _, upright := range []bool{true, false} {
		l := lanes{im: &im, n: im.W, long: im.H, next: 1, along: im.W, px: float64(im.W) / p.WidthMM}
		if !upright {
			l = lanes{im: &im, n: im.H, long: im.W, next: im.W, along: 1, px: float64(im.H) / p.HeightMM}
		}
		for _, s := range l.streaks() {
			if !found {
				im.Y = slices.Clone(im.Y)
				found = true
			}
			l.erase(s)
		}
	}
	if !found {
		return p
	}
	q := *p
	q.Image = &im
	return &q
}

// lanes are the columns of a picture, or its rows.
type lanes struct {
	im          *raster.Image
	n, long     int // of them, and the pixels in each
	next, along int // steps through the picture: to the next lane, along one
	px          float64
}

// streaks returns the first and last lane of each streak.
func (l *lanes) streaks() [][2]int {
	aside := max(int(streakWide*l.px), 2)
	var out [][2]int
	for c := aside; c < l.n-aside; c++ {
		if !l.dark(c, aside) {
			continue
		}
		if k := len(out) - 1; k >= 0 && out[k][1] == c-1 {
			out[k][1] = c
		} else {
			out = append(out, [2]int{c, c})
		}
	}
	return slices.DeleteFunc(out, func(s [2]int) bool { return s[1]-s[0] >= aside })
}

// dark reports whether a lane is darker than the lanes beside it from edge to
// edge of the page.
func (l *lanes) dark(c, aside int) bool {
	pix := l.im.Y
	edge := int(streakEdge * float64(l.long))
	missed, most := 0, int((1-streakLong)*float64(l.long/streakStep))
	missedEdge, mostEdge := 0, edge/streakStep/4
	for a := 0; a < l.long; a += streakStep {
		i := c*l.next + a*l.along
		v := int(pix[i]) + streakDark
		if v <= int(pix[i-aside*l.next]) && v <= int(pix[i+aside*l.next]) {
			continue
		}
		if missed++; missed > most {
			return false
		}
		if a < edge || a >= l.long-edge {
			if missedEdge++; missedEdge > 2*mostEdge {
				return false
			}
		}
	}
	return true
}

// erase draws the lanes of a streak, and those that it blurs into, from the lanes
// on both sides.
func (l *lanes) erase(s [2]int) {
	from, to := max(s[0]-2, 0), min(s[1]+2, l.n-1)
	for a := range l.long {
		i := a * l.along
		left, right := int(l.im.Y[i+from*l.next]), int(l.im.Y[i+to*l.next])
		for c := from + 1; c < to; c++ {
			l.im.Y[i+c*l.next] = uint8((left*(to-c) + right*(c-from)) / (to - from))
		}
	}
}
