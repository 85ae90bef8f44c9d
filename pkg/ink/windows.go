package ink

import (
	"cmp"
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

// Window is a piece of a patch round one group of strokes, as the network sees
// it: net.W by net.H pixels, windowScale of them a millimetre. Clean holds the
// ink that is left when print, lines and seals are taken away, All the ink as
// it was, both 0 to 255 with 100 as dark as print.
type Window struct{ Clean, All []uint8 }

const (
	windowScale = 3 // pixels per mm
	maxWindows  = 3
)

// group is a candidate for a signature.
type group struct {
	pieces []*piece
	weight float64
}

// windows cuts the places out of a sheet where a signature may be: the largest
// groups of strokes and of letters, and what lies under a seal.
func (s *sheet) windows(groups []group, seal *Circle) []Window {
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(b.weight, a.weight) })
	groups = groups[:min(len(groups), maxWindows)]
	clean := make([]uint8, len(s.ink))
	for _, g := range groups {
		for _, q := range g.pieces {
			for _, i := range q.pixels {
				clean[i] = s.ink[i]
			}
		}
	}
	var out []Window
	for _, g := range groups {
		var n, x, y int
		for _, q := range g.pieces {
			n += q.area
			x += q.area * (q.X0 + q.X1) / 2
			y += q.area * (q.Y0 + q.Y1) / 2
		}
		out = append(out, s.window(clean, x/max(n, 1), y/max(n, 1)))
	}
	if seal != nil {
		for _, side := range []float64{-0.2, 0.8} {
			out = append(out, s.window(clean, seal.X+int(side*float64(seal.R)), seal.Y))
		}
	}
	return out
}

// window cuts the pixels round a middle.
func (s *sheet) window(clean []uint8, midX, midY int) Window {
	w := Window{make([]uint8, net.W*net.H), make([]uint8, net.W*net.H)}
	step := s.mm / windowScale
	for y := range net.H {
		y0 := midY + int(math.Floor(float64(y-net.H/2)*step))
		y1 := max(y0+1, midY+int(math.Floor(float64(y+1-net.H/2)*step)))
		for x := range net.W {
			x0 := midX + int(math.Floor(float64(x-net.W/2)*step))
			x1 := max(x0+1, midX+int(math.Floor(float64(x+1-net.W/2)*step)))
			var a, b int
			for v := max(0, y0); v < min(s.h, y1); v++ {
				for i := v*s.w + max(0, x0); i < v*s.w+min(s.w, x1); i++ {
					a += int(clean[i])
					b += int(s.ink[i])
				}
			}
			n := (y1 - y0) * (x1 - x0)
			w.Clean[y*net.W+x], w.All[y*net.W+x] = uint8(a/n), uint8(b/n)
		}
	}
	return w
}

// Fill copies a window into the input of the network.
func (w Window) fill(p *net.Picture) {
	for k, plane := range [net.Planes][]uint8{w.Clean, w.All} {
		for y := range net.H {
			row := p.Row(k, y)
			for x, v := range plane[y*net.W : (y+1)*net.W] {
				row[x+1] = float32(min(v, 130)) / 100
			}
		}
	}
}
