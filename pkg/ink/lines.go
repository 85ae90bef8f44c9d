package ink

import "math"

// Straight lines: folds, ruled and dotted lines. They cross the box nearly
// level or upright and are far longer than a pen stroke.
const (
	ruleLength = 24.0 // mm that a line must cover
	ruleThick  = 1.7  // mm across, with the blur of a coarse scan
	ruleSlope  = 0.09 // from level, 5 degrees
)

// eraseRules clears the pixels of long straight lines from the mask and
// returns their length in mm.
func (s *sheet) eraseRules(mask []bool) float64 {
	total := 0.0
	for range 4 {
		n := s.eraseRule(mask, false) + s.eraseRule(mask, true)
		if n == 0 {
			break
		}
		total += n
	}
	return total
}

// eraseRule clears the longest line of one direction, if there is one.
func (s *sheet) eraseRule(mask []bool, upright bool) float64 {
	w, h, down := s.w, s.h, s.w
	at := func(x, y int) int { return y*s.w + x }
	if upright {
		w, h, down = h, w, 1
		at = func(x, y int) int { return x*s.w + y }
	}
	if w < 2 || h < 2 {
		return 0
	}
	thick := int(ruleThick * s.mm)
	// A pixel belongs to a line if the ink above and below it ends within the
	// thickness of a line: thin[x] lists the middles of such runs. The mask is
	// gone through as it lies in memory, and across only where runs begin.
	thin := make([][]int16, w)
	for row := range s.h {
		for col, on := range mask[row*s.w : (row+1)*s.w] {
			if !on {
				continue
			}
			x, y, i := col, row, row*s.w+col
			if upright {
				x, y = row, col
			}
			if y > 0 && mask[i-down] {
				continue
			}
			end := y + 1
			for i += down; end < h && end-y <= thick && mask[i]; i += down {
				end++
			}
			if end-y <= thick {
				thin[x] = append(thin[x], int16((y+end)/2))
			}
		}
	}
	const angles = 37
	need := ruleLength * s.mm
	if limit := 0.8 * float64(w); upright || need > limit {
		need = limit
	}
	if need < 10*s.mm {
		return 0
	}
	votes := make([]int32, h+2)
	best, bestA, bestB := 0, 0.0, 0
	for k := range angles {
		a := ruleSlope * (float64(k)/(angles-1)*2 - 1)
		clear(votes)
		for x, ys := range thin {
			if len(ys) == 0 {
				continue
			}
			up := int(math.Floor(0.5 - a*float64(x-w/2)))
			for _, y := range ys {
				if b := int(y) + up; b >= 0 && b < h {
					votes[b]++
				}
			}
		}
		for b := 1; b < h-1; b++ {
			if n := int(votes[b-1] + votes[b] + votes[b+1]); n > best {
				best, bestA, bestB = n, a, b
			}
		}
	}
	if float64(best) < need {
		return 0
	}
	// Letters side by side also lie in a row: a line has no gaps, a dotted one
	// only short ones, and a row of letters is thick in most columns. Count the
	// columns that have nothing but the line near it.
	reach := int(2.5 * s.mm)
	alone, on := 0, 0
	for x, ys := range thin {
		y := bestB + int(math.Round(bestA*float64(x-w/2)))
		hit := false
		for _, v := range ys {
			hit = hit || int(v) >= y-2 && int(v) <= y+2
		}
		if !hit {
			continue
		}
		on++
		near := 0
		for dy := -reach; dy <= reach; dy++ {
			if y+dy >= 0 && y+dy < h && mask[at(x, y+dy)] {
				near++
			}
		}
		if near <= thick+1 {
			alone++
		}
	}
	if 2*alone < on {
		return 0
	}
	for x := range w {
		y := bestB + int(math.Round(bestA*float64(x-w/2)))
		for dy := -2; dy <= 2; dy++ {
			v := y + dy
			if v < 0 || v >= h || !mask[at(x, v)] {
				continue
			}
			a, b := v, v
			for a > 0 && mask[at(x, a-1)] && b-a <= thick+1 {
				a--
			}
			for b < h-1 && mask[at(x, b+1)] && b-a <= thick+1 {
				b++
			}
			if b-a <= thick {
				for ; a <= b; a++ {
					mask[at(x, a)] = false
				}
			}
		}
	}
	return float64(best) / s.mm
}
