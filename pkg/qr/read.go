package qr

import "context"

// Picture is a page in grey, row by row from the top left without padding:
// pixel (x, y) is at index y*W+x, 0 is black.
type Picture struct {
	W, H int
	Y    []uint8
}

// Code is a code that was read.
type Code struct {
	Text string // what it holds; not to be trusted, nor printed as it is
	Box  Box    // where it stands
}

// Box is an upright rectangle around a code, in pixels of the picture.
type Box struct{ X, Y, W, H float64 }

// What is tried on one page at most.
const (
	maxPixels = 200e6 // of a picture; a larger one has no codes
	maxTries  = 24    // places that are decoded in vain
	maxCodes  = 16
)

// Read returns the codes on a page, from the top down. Any number may stand on
// it, turned and skewed as they please. A code must be printed dark on light;
// one whose modules have less than 1.5 pixels is not found.
//
// The error is that of ctx. A picture whose size disagrees with its pixels has
// no codes.
func Read(ctx context.Context, p Picture) ([]Code, error) {
	if p.W < minSide || p.H < minSide || float64(p.W)*float64(p.H) > maxPixels || len(p.Y) < p.W*p.H {
		return nil, ctx.Err()
	}
	var codes []Code
	tries := 0
	used := map[int]bool{}
	for _, c := range corners(finders(p)) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if tries >= maxTries || len(codes) >= maxCodes {
			break
		}
		if used[c.ids[0]] || used[c.ids[1]] || used[c.ids[2]] {
			continue
		}
		text, ok := decode(p, c)
		if !ok {
			tries++
			continue
		}
		for _, id := range c.ids {
			used[id] = true
		}
		codes = append(codes, Code{Text: text, Box: c.box(p)})
	}
	sortCodes(codes)
	return codes, ctx.Err()
}
