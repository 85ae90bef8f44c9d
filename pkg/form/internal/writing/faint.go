package writing

import "slices"

// faintPart is the part of the print's contrast from which a pixel may be of a
// worn pen's stroke; what shows through from the back is paler.
const faintPart = 0.21

// mostFaint is the mean contrast of such a stroke at most: what is darker was seen
// before and was no stroke.
const mostFaint = 0.6

// leastFaint is how much of what is pale leaves it open whether it is writing.
const leastFaint = 0.4

// Pale estimates whether something is written that is too pale to be counted.
// What shows through from the back may look so, too: it says something only where
// several rooms agree.
func (r *Reading) Pale() float64 {
	if r.Faint <= leastFaint {
		return 0
	}
	return logistic(min(1.5*r.Faint-1, 1))
}

// faint returns the columns of strokes that are paler than print and darker than
// the grain of the paper, in heights of a capital.
func (p *Patch) faint(dark []uint8, room Rect, print int) float64 {
	cut := max(int(faintPart*float64(print)), p.grain(dark, room), 14)
	f, _ := p.inked(dark, room, float64(print), cut, 0, mostFaint)
	return f.Wide
}

// grain returns the contrast that the paper's own grain does not reach. Most of a
// room is paper, and its brightest third is what contrast is taken from, so that
// the median is about half a standard deviation.
func (p *Patch) grain(dark []uint8, room Rect) int {
	var all []uint8
	for y := room.Y0; y < room.Y1; y++ {
		all = append(all, dark[y*p.W+room.X0:y*p.W+room.X1]...)
	}
	slices.Sort(all)
	return 7 * int(all[len(all)/2])
}
