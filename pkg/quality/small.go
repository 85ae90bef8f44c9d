package quality

import (
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// workDPI is the resolution at which the page as a whole is looked at: lines of
// print are then some six pixels high.
const workDPI = 72

// maxWork bounds the pixels of the reduced page, whatever resolution a file
// claims; A3 at workDPI has a million.
const maxWork = 1 << 22

// small is a page reduced to about workDPI.
type small struct {
	w, h  int
	y     []uint8 // luma
	mm    float64 // width and height of a pixel
	paper *grid   // light of the paper
	dark  []uint8 // how much darker than the paper about it each pixel is, in parts of 255 of that
	print int     // dark from which a pixel is print
}

func newSmall(p *raster.Page) *small {
	im := p.Image
	step := max(1, int(math.Round(p.DPI/workDPI)))
	for (im.W/step)*(im.H/step) > maxWork {
		step++
	}
	s := &small{w: im.W / step, h: im.H / step, mm: float64(step) * 25.4 / p.DPI}
	s.y = reduced(im, step, s.w, s.h)
	s.paper = newGrid(s)
	s.dark = s.paper.darker(s)
	s.print = printLevel(s.dark)
	return s
}

// reduced averages blocks of step by step pixels of luma.
func reduced(im *raster.Image, step, w, h int) []uint8 {
	out := make([]uint8, w*h)
	sum := make([]uint32, w)
	area := uint32(step * step)
	for y := range h {
		clear(sum)
		for k := range step {
			row := im.Y[(y*step+k)*im.W:][:w*step]
			i := 0
			for x := range sum {
				t := sum[x]
				for range step {
					t += uint32(row[i])
					i++
				}
				sum[x] = t
			}
		}
		for x, v := range sum {
			out[y*w+x] = uint8(v / area)
		}
	}
	return out
}

// grid is the light of the paper in tiles of tileMM.
type grid struct {
	side, nx, ny int
	v            []uint8
}

const tileMM = 6 // wider than any letter

func newGrid(s *small) *grid {
	g := &grid{side: max(4, int(tileMM/s.mm))}
	g.nx, g.ny = (s.w+g.side-1)/g.side, (s.h+g.side-1)/g.side
	raw := make([]uint8, g.nx*g.ny)
	for ty := range g.ny {
		for tx := range g.nx {
			var hist [256]int
			n := 0
			for y := ty * g.side; y < min((ty+1)*g.side, s.h); y++ {
				for _, v := range s.y[y*s.w+tx*g.side : y*s.w+min((tx+1)*g.side, s.w)] {
					hist[v]++
					n++
				}
			}
			raw[ty*g.nx+tx] = uint8(brighter(&hist, n/5))
		}
	}
	// A tile under print or a seal has the light of its neighbours.
	g.v = make([]uint8, len(raw))
	var around [9]uint8
	for ty := range g.ny {
		for tx := range g.nx {
			near := around[:0]
			for y := max(0, ty-1); y <= min(g.ny-1, ty+1); y++ {
				near = append(near, raw[y*g.nx+max(0, tx-1):y*g.nx+min(g.nx, tx+2)]...)
			}
			slices.Sort(near)
			g.v[ty*g.nx+tx] = max(raw[ty*g.nx+tx], near[len(near)/2])
		}
	}
	return g
}

// brighter returns the level above which n pixels are.
func brighter(hist *[256]int, n int) int {
	v := 255
	for ; v > 0 && n >= hist[v]; v-- {
		n -= hist[v]
	}
	return v
}

// darkest is the light below which paper is taken to be no darker: differences
// in the dark are noise.
const darkest = 40

// darker compares each pixel with the paper about it.
func (g *grid) darker(s *small) []uint8 {
	out := make([]uint8, len(s.y))
	line := make([]int32, s.w) // 256 times the light along a row
	half := g.side / 2
	for y := range s.h {
		if y%4 == 0 { // the light changes slowly
			ty, fy := between(y, half, g.side, g.ny)
			for x := range line {
				tx, fx := between(x, half, g.side, g.nx)
				a, b := g.v[ty*g.nx:], g.v[min(ty+1, g.ny-1)*g.nx:]
				r := min(tx+1, g.nx-1)
				top := float64(a[tx])*(1-fx) + float64(a[r])*fx
				low := float64(b[tx])*(1-fx) + float64(b[r])*fx
				line[x] = int32(top*(1-fy) + low*fy)
			}
		}
		row, to := s.y[y*s.w:(y+1)*s.w], out[y*s.w:(y+1)*s.w]
		for x, v := range row {
			if d := line[x] - int32(v); d > 0 {
				to[x] = uint8(min(255, d*255/max(line[x], darkest)))
			}
		}
	}
	return out
}

// between returns the tile whose middle is before a place, and how far behind
// that it lies, in tiles.
func between(at, half, side, n int) (tile int, part float64) {
	f := float64(at-half) / float64(side)
	if f <= 0 {
		return 0, 0
	}
	tile = min(int(f), n-1)
	return tile, f - float64(tile)
}

// printLevel is the darkness from which a pixel is print: almost half of that
// of the darkest two per cent.
func printLevel(dark []uint8) int {
	var hist [256]int
	for _, d := range dark {
		hist[d]++
	}
	return min(max(brighter(&hist, len(dark)/50)*45/100, 24), 72)
}
