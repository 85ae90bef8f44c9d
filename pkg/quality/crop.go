package quality

// Measures of print that runs into the edge of the page.
const (
	cropSkip  = 0.3 // mm at the edge that may be a seam of the scanner
	cropDeep  = 1.0 // mm that print reaches inwards at least
	cropWide  = 7.0 // mm along the edge at most: what is longer is a shadow
	cropLeast = 4   // such places on a side
	cropSpan  = 12  // mm along the side over which they are spread at least
)

// cropped counts, for each side, the places where print runs into the edge.
// Shadows are long along the edge, specks do not reach inwards, and what crosses
// the whole page is a fold or the trace of dust under a scanner.
func (s *small) cropped(o *outline) (out [4]int) {
	for side := range out {
		if o.sides[side].there { // the edge of the paper is seen
			continue
		}
		out[side] = s.cut(Side(side))
	}
	return out
}

// at returns a pixel by its depth from a side and its place along it.
func (s *small) at(side Side, deep, along int) bool {
	x, y := along, deep
	switch side {
	case Right:
		x, y = s.w-1-deep, along
	case Bottom:
		x, y = along, s.h-1-deep
	case Left:
		x, y = deep, along
	}
	return int(s.dark[y*s.w+x]) >= s.print
}

func (s *small) cut(side Side) int {
	n, across := s.w, s.h
	if side == Left || side == Right {
		n, across = s.h, s.w
	}
	skip, deep := int(cropSkip/s.mm)+1, int(cropDeep/s.mm)+1
	wide, corner := int(cropWide/s.mm), int(5/s.mm)
	if across < 4*deep || n < 4*corner {
		return 0
	}
	count, first, last := 0, 0, 0
	for i := corner; i < n-corner; i++ {
		if !s.at(side, skip, i) {
			continue
		}
		j := i
		for j < n-corner && s.at(side, skip, j) {
			j++
		}
		if j-i <= wide && s.reaches(side, i, j, skip, deep, across) {
			if count == 0 {
				first = i
			}
			last = j
			count++
		}
		i = j
	}
	if float64(last-first)*s.mm < cropSpan {
		return 0
	}
	return count
}

// reaches reports whether the print from i to j along a side goes on inwards, as
// deep as print does and not across the page.
func (s *small) reaches(side Side, i, j, skip, deep, across int) bool {
	for d := skip; ; d++ {
		if d >= across-skip {
			return false
		}
		from, to := -1, -1
		for k := max(0, i-1); k <= j; k++ {
			if k < s.along(side) && s.at(side, d, k) {
				if from < 0 {
					from = k
				}
				to = k + 1
			}
		}
		if from < 0 {
			return d-skip >= deep
		}
		if to-from > 3*(j-i)+12 { // it opens into an area: no stroke
			return d-skip >= deep
		}
		i, j = from, to
	}
}

func (s *small) along(side Side) int {
	if side == Left || side == Right {
		return s.h
	}
	return s.w
}
