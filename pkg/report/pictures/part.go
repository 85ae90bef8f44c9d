package pictures

import "github.com/tthclint/tthclint/pkg/lint"

// part returns what is shown of a sheet: the boxes with some paper around them,
// or all of it where that is most of it.
func part(boxes []lint.Box, sheet lint.Box) lint.Box {
	const margin = 14 // mm
	if len(boxes) == 0 {
		return sheet
	}
	x0, y0, x1, y1 := sheet.W, sheet.H, 0.0, 0.0
	for _, b := range boxes {
		x0, y0 = min(x0, b.X-margin), min(y0, b.Y-margin)
		x1, y1 = max(x1, b.X+b.W+margin), max(y1, b.Y+b.H+margin)
	}
	x0, y0, x1, y1 = max(0, x0), max(0, y0), min(sheet.W, x1), min(sheet.H, y1)
	const least = 0.5 // of a side: a snippet alone does not say where it is from
	x0, x1 = widen(x0, x1, least*sheet.W, sheet.W)
	y0, y1 = widen(y0, y1, least/2*sheet.H, sheet.H)
	if (x1-x0)*(y1-y0) > 0.6*sheet.W*sheet.H {
		return sheet
	}
	return lint.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// widen makes a stretch at least so long, within 0 to end.
func widen(a, b, least, end float64) (float64, float64) {
	if more := least - (b - a); more > 0 {
		a, b = a-more/2, b+more/2
	}
	if a < 0 {
		a, b = 0, b-a
	}
	if b > end {
		a, b = a-(b-end), end
	}
	return max(0, a), min(b, end)
}
