package quality

import "github.com/tthclint/tthclint/pkg/raster"

// Measures of pictures enlarged by repeating pixels.
const (
	step32      = 32   // levels that a step of print has at least
	leastSteps  = 2000 // fewer tell nothing
	emptyPhase  = 0.03 // of its share of the steps: a place where rows are repeated
	mostRepeats = 6
)

// enlarged is the factor by which pixels were repeated: the steps of print then
// stand at every second row, say, and at no other.
func enlarged(im *raster.Image) float64 {
	var rows, cols [mostRepeats + 1][mostRepeats]int
	nr, nc := 0, 0
	for y := 1; y < im.H; y++ {
		a, b := im.Y[(y-1)*im.W:y*im.W], im.Y[y*im.W:(y+1)*im.W]
		n := 0
		for x := 0; x < im.W; x += 7 {
			if apart(a[x], b[x]) >= step32 {
				n++
			}
		}
		nr += n
		for f := 2; f <= mostRepeats; f++ {
			rows[f][y%f] += n
		}
	}
	if nr < leastSteps {
		return 1
	}
	for y := 0; y < im.H; y += 7 {
		row := im.Y[y*im.W : (y+1)*im.W]
		for x := 1; x < im.W; x++ {
			if apart(row[x], row[x-1]) >= step32 {
				nc++
				for f := 2; f <= mostRepeats; f++ {
					cols[f][x%f]++
				}
			}
		}
	}
	if nc < leastSteps {
		return 1
	}
	best := 1.0
	for f := 2; f <= mostRepeats; f++ {
		if r := repeats(rows[f][:f], nr); r > best {
			if c := repeats(cols[f][:f], nc); c > 1 {
				best = min(r, c)
			}
		}
	}
	return best
}

// repeats is the number of phases over that of those with steps.
func repeats(phases []int, total int) float64 {
	used := 0
	for _, n := range phases {
		if float64(n*len(phases)) > emptyPhase*float64(total) {
			used++
		}
	}
	return float64(len(phases)) / float64(max(1, used))
}
