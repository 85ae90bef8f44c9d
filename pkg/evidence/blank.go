package evidence

import "github.com/tthclint/tthclint/pkg/raster"

// What makes a page blank: inside its edges, where scanners leave shadows, next
// to nothing is darker than the paper. A line of print is twenty times as much;
// a patterned back is not blank, nor is one through which the front shows.
const (
	blankEdge   = 0.06   // of width and height, on each side
	blankDarker = 40     // levels of 255 below the paper
	blankShare  = 0.0003 // of the pixels
)

// sparseShare is the share up to which a page holds a line or two, as backs do;
// a page of print has five times as much.
const sparseShare = 0.01

// marked returns the share of a page that is darker than its paper; 1 where
// nobody could look.
func marked(im *raster.Image) float64 {
	if im == nil || im.W < 16 || im.H < 16 || len(im.Y) < im.W*im.H {
		return 1
	}
	x0, y0 := int(blankEdge*float64(im.W)), int(blankEdge*float64(im.H))
	var count [256]int
	total := 0
	for y := y0; y < im.H-y0; y++ {
		for _, v := range im.Y[y*im.W+x0 : (y+1)*im.W-x0] {
			count[v]++
		}
		total += im.W - 2*x0
	}
	paper := 0
	for v, n := range count {
		if n > count[paper] {
			paper = v
		}
	}
	dark := 0
	for v := range max(0, paper-blankDarker) {
		dark += count[v]
	}
	if paper <= 2*blankDarker {
		return 1
	}
	return float64(dark) / float64(total)
}
