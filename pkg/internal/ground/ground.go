// Package ground estimates the paper under print and ink from a coarse grid of tiles
// and says how much darker than it each pixel is.
package ground

// Tiles holds the brightness of the paper, or another value from 0 to 255, for each
// square of a grid. It may be read by many at once.
type Tiles struct {
	Side, NX, NY int     // Side in pixels, the squares across and down
	V            []int32 // row by row
}

// Percentiles takes a percentile of each tile of a plane of w by h pixels; side is
// the tiles' in pixels.
func Percentiles(plane []uint8, w, h, side, percent int) *Tiles {
	t := &Tiles{Side: side, NX: (w + side - 1) / side, NY: (h + side - 1) / side}
	t.V = make([]int32, t.NX*t.NY)
	var hist [256]int
	for ty := range t.NY {
		for tx := range t.NX {
			clear(hist[:])
			n := 0
			for y := ty * side; y < min((ty+1)*side, h); y++ {
				for _, v := range plane[y*w+tx*side : y*w+min((tx+1)*side, w)] {
					hist[v]++
					n++
				}
			}
			rest, v := n*(100-percent)/100, 255
			for ; v > 0 && rest >= hist[v]; v-- {
				rest -= hist[v]
			}
			t.V[ty*t.NX+tx] = int32(v)
		}
	}
	return t
}

// Contrast writes how much darker than the paper each pixel of row y is, 0 to 255 in
// parts of the paper's own brightness.
func (t *Tiles) Contrast(y int, row, out []uint8) {
	// Values hold at the middles of tiles; between them the paper is linear.
	fy := max(0, 2*y+1-t.Side)
	ty := min(fy/(2*t.Side), t.NY-1)
	ty1 := min(ty+1, t.NY-1)
	wy := int32(fy - ty*2*t.Side)
	span := int32(2 * t.Side)
	whole := 1<<40/uint64(span) + 1 // exact: what it multiplies is far below 2^40/span
	line := make([]int32, t.NX)
	for x := range line {
		line[x] = (t.V[ty*t.NX+x]*(span-wy) + t.V[ty1*t.NX+x]*wy) / span
	}
	for x := 0; x < len(row); {
		fx := max(0, 2*x+1-t.Side)
		tx := min(fx/(2*t.Side), t.NX-1)
		left, right := line[tx], line[min(tx+1, t.NX-1)]
		end := min(len(row), (2*t.Side*(tx+1)+t.Side)/2)
		if tx == t.NX-1 {
			end = len(row)
		}
		for ; x < end; x++ {
			wx := int32(max(0, 2*x+1-t.Side) - tx*2*t.Side)
			p := int32(uint64(left*span+(right-left)*wx) * whole >> 40)
			out[x] = uint8(uint32(max(p-int32(row[x]), 0)) * parts[uint8(p)] >> 20)
		}
	}
}

// parts is 255 over the brightness of the paper, times 2^20 and rounded up, so that
// the whole part of a product with a byte is exact. A shadow leaves little light;
// below 40 the difference is noise.
var parts = func() (t [256]uint32) {
	for p := range t {
		over := uint32(max(p, 40))
		t[p] = (255<<20 + over - 1) / over
	}
	return t
}()
