package quality

import "math"

// lines is how text lies on a page if its lines run a certain way.
type lines struct {
	across bool    // they run across the page, not down it
	known  bool    // there are enough of them
	skew   float64 // degrees clockwise
	peak   float64 // how much they stand out
	bodies int     // pieces of lines of text that were found
	// up is how much more ink is over the bodies of letters, as seen, than under
	// them, from -1 to 1; of lines that run down the page, right of them than left.
	// Capitals, long letters and most Vietnamese marks stand above.
	up float64
}

// Bounds of the bodies of letters, without what stands out of them.
const (
	stripMM   = 32.0 // length of a piece of a line
	bodyShare = 0.42 // of the fullest row of the line
	bodyLeast = 1.0  // mm
	bodyMost  = 4.5  // mm
	upLeast   = 0.05
	upBodies  = 8
)

// skew finds the skew of lines that run across the page, or down it.
func (s *small) skew(across bool) (degrees float64, known bool) {
	l := s.directed(across)
	return l.skew, l.known
}

func (s *small) directed(across bool) lines {
	tan, peak := slope(s.lowerEdges(!across))
	if !across {
		tan = -tan
	}
	return lines{across: across, known: peak > 0, skew: math.Atan(tan) * 180 / math.Pi, peak: peak}
}

// lines looks for text whose lines run across the page, or down it.
func (s *small) lines(across bool) lines {
	l := s.directed(across)
	if l.known {
		s.overBodies(&l)
	}
	return l
}

// rotation returns how far the text is turned, in degrees clockwise.
func (l *lines) rotation() (degrees int, known bool) {
	switch {
	case math.Abs(l.up) < upLeast || l.bodies < upBodies:
		return 0, false
	case l.across && l.up > 0:
		return 0, true
	case l.across:
		return 180, true
	case l.up < 0:
		return 90, true
	}
	return 270, true
}

// overBodies compares the ink over and under the bodies of lines of text.
func (s *small) overBodies(l *lines) {
	n, across := s.w, s.h // along the lines, and across them
	if !l.across {
		n, across = s.h, s.w
	}
	tan := math.Tan(l.skew * math.Pi / 180)
	strip := max(8, int(stripMM/s.mm))
	edge := int(edgeShare * float64(n))
	profile := make([]int32, across)
	var over, under int32
	for from := edge; from+strip <= n-edge; from += strip {
		s.profile(l.across, tan, from, strip, profile)
		o, u := l.count(profile, s.mm, strip)
		over, under = over+o, under+u
	}
	if over+under > 0 {
		l.up = float64(over-under) / float64(over+under)
	}
}

// profile counts the print in each row of a strip that leans as the text does.
func (s *small) profile(across bool, tan float64, from, strip int, out []int32) {
	clear(out)
	n := s.w
	if !across {
		n = s.h
	}
	for u := from; u < from+strip; u++ {
		shift := int(math.Round(tan * float64(u-n/2)))
		if across {
			for v := max(0, -shift); v < min(len(out), len(out)-shift); v++ {
				if int(s.dark[(v+shift)*s.w+u]) >= s.print {
					out[v]++
				}
			}
			continue
		}
		row := s.dark[u*s.w : (u+1)*s.w]
		for v := max(0, shift); v < min(len(out), len(out)+shift); v++ {
			if int(row[v-shift]) >= s.print {
				out[v]++
			}
		}
	}
}

// count finds bodies in the profile of a strip, and the ink before and after
// them.
func (l *lines) count(p []int32, mm float64, strip int) (over, under int32) {
	for v := 0; v < len(p); {
		if p[v] == 0 {
			v++
			continue
		}
		end, top := v, int32(0)
		for end < len(p) && p[end] > 0 {
			top = max(top, p[end])
			end++
		}
		a, b, full := v, end, bodyShare*float64(top)
		for a < b && float64(p[a]) < full {
			a++
		}
		for b > a && float64(p[b-1]) < full {
			b--
		}
		h := float64(b-a) * mm
		share := float64(top) / float64(strip)
		if h >= bodyLeast && h <= bodyMost && float64(end-v)*mm < 3.5*h && share > 0.15 && share < 0.8 {
			for i := v; i < a; i++ {
				over += p[i]
			}
			for i := b; i < end; i++ {
				under += p[i]
			}
			l.bodies++
		}
		v = end
	}
	return over, under
}
