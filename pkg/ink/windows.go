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
type Window struct {
	Clean, All []uint8
	Group
}

// Group is what is measured of a group of strokes; zero for what lies under a
// seal.
type Group struct {
	Length   float64 // of the strokes, mm
	W, H     float64 // extent, mm
	Contrast float64 // the form's print is 1
	Inside   float64 // part of the ink that lies in the box
	Text     bool    // the group is a line of letters
}

const (
	windowScale = 3 // pixels per mm
	maxWindows  = 4
)

// group is a candidate for a signature.
type group struct {
	Group
	pieces []*piece
	x, y   int     // its middle
	weight float64 // how likely it is the one, before anybody has looked
}

func (s *sheet) newGroup(p *Patch, pieces []*piece, length float64) group {
	g := group{pieces: pieces}
	all := Rect{s.w, s.h, 0, 0}
	n, dark := 0, 0
	for _, q := range pieces {
		n += q.area
		dark += q.ink
		g.x += q.area * (q.X0 + q.X1) / 2
		g.y += q.area * (q.Y0 + q.Y1) / 2
		all = Rect{min(all.X0, q.X0), min(all.Y0, q.Y0), max(all.X1, q.X1), max(all.Y1, q.Y1)}
		if p.Box.has((q.X0+q.X1)/2, (q.Y0+q.Y1)/2) {
			g.Inside += float64(q.area)
		}
	}
	n = max(n, 1)
	g.x, g.y = g.x/n, g.y/n
	g.Inside /= float64(n)
	g.Contrast = float64(dark) / float64(n) / 100
	g.Length, g.W, g.H = length/s.mm, float64(all.X1-all.X0)/s.mm, float64(all.Y1-all.Y0)/s.mm
	g.weight = min(g.Length, 50) * (0.2 + 0.8*g.Inside) * min(g.Contrast, 1)
	return g
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
		w := s.window(clean, s.ink, g.x, g.y)
		w.Group = g.Group
		out = append(out, w)
	}
	if seal != nil {
		for _, side := range []float64{-0.2, 0.8} {
			out = append(out, s.window(clean, s.ink, seal.X+int(side*float64(seal.R)), seal.Y))
		}
	}
	return out
}

// window cuts the pixels of two planes round a middle.
func (s *sheet) window(clean, all []uint8, midX, midY int) Window {
	w := Window{Clean: make([]uint8, net.W*net.H), All: make([]uint8, net.W*net.H)}
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
					b += int(all[i])
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
