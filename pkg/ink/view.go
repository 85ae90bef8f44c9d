package ink

import (
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

// View is a box and what is round it as the network sees them: planes of net.W
// by net.H pixels, 0 to 255. All is the ink as it was scanned, 100 as dark as
// print; Red and Blue how much redder and bluer than the paper; Clean the ink of the strokes that
// are left when print, lines and seals are taken away; Place is 100 in the box
// and 200 in the boxes of others.
type View struct {
	All, Red, Clean, Place, Blue []uint8

	scale  float64 // pixels of the patch per pixel
	x0, y0 float64 // where the view begins in the patch
}

// Scale of a view in pixels per mm, and what it shows round the box at least;
// large boxes are shown smaller.
const (
	viewScale  = 3.0
	viewRoom   = 4.0  // mm on each side
	viewSealed = 11.0 // where a seal belongs, which strays
)

// newView begins a view of a sheet about a box, or a part of it: all but its ink.
func newView(s *sheet, p *Patch, box Rect) View {
	room := viewRoom
	if p.Sealed {
		room = viewSealed
	}
	w, h := float64(box.X1-box.X0)/s.mm+2*room, float64(box.Y1-box.Y0)/s.mm+2*room
	perMM := math.Min(viewScale, math.Min(net.W/w, net.H/h))
	v := View{scale: s.mm / perMM}
	v.x0 = float64(box.X0+box.X1)/2 - net.W/2*v.scale
	v.y0 = float64(box.Y0+box.Y1)/2 - net.H/2*v.scale
	v.Red, v.Blue = v.colour(s, s.red), v.colour(s, s.blue)
	v.Place = make([]uint8, net.W*net.H)
	for _, o := range p.Others {
		v.mark(o, 200)
	}
	v.mark(box, 100)
	return v
}

// about is the part of a person's box about its strokes that a view shows at its scale: in a place
// that is larger, as the cells of some tables are, a small hand would be smaller than any. Where a seal
// belongs the whole place is shown, since it may lie anywhere.
func (s *sheet) about(p *Patch, strokes []*piece) Rect {
	box, seen := p.Box, s.marks(strokes)
	if p.Sealed || len(seen) == 0 {
		return box
	}
	b := bounds(seen)
	box.X0, box.X1 = s.part(box.X0, box.X1, b.X0, b.X1, net.W)
	box.Y0, box.Y1 = s.part(box.Y0, box.Y1, b.Y0, b.Y1, net.H)
	return box
}

// part is what a view of so many pixels shows, from x0 to x1, about strokes from b0 to b1.
func (s *sheet) part(x0, x1, b0, b1, pixels int) (int, int) {
	b0, b1 = max(b0, x0), min(b1, x1)
	size := max(b1-b0, int((float64(pixels)/viewScale-2*viewRoom)*s.mm))
	if size >= x1-x0 || b0 >= b1 {
		return x0, x1
	}
	from := min(max((b0+b1-size)/2, x0), x1-size)
	return from, from + size
}

// colour is the view of a plane of a colour, which is empty without colour.
func (v *View) colour(s *sheet, plane []uint8) []uint8 {
	if plane == nil {
		return make([]uint8, net.W*net.H)
	}
	out := v.plane(s.w, s.h, plane)
	for i, c := range out {
		out[i] = uint8(min(255, 3*int(c)))
	}
	return out
}

// plane takes the means of a plane's pixels under those of the view.
func (v *View) plane(w, h int, plane []uint8) []uint8 {
	out := make([]uint8, net.W*net.H)
	for y := range net.H {
		y0, y1 := v.under(v.y0, y)
		y0, y1 = max(y0, 0), min(y1, h)
		if y0 >= y1 {
			continue
		}
		for x := range net.W {
			x0, x1 := v.under(v.x0, x)
			x0, x1 = max(x0, 0), min(x1, w)
			if x0 >= x1 {
				continue
			}
			sum := 0
			for j := y0; j < y1; j++ {
				for _, c := range plane[j*w+x0 : j*w+x1] {
					sum += int(c)
				}
			}
			out[y*net.W+x] = uint8(sum / ((y1 - y0) * (x1 - x0)))
		}
	}
	return out
}

// under returns the pixels of the patch under the pixel at of the view.
func (v *View) under(from float64, at int) (int, int) {
	a := int(math.Floor(from + float64(at)*v.scale))
	return a, max(a+1, int(math.Floor(from+float64(at+1)*v.scale)))
}

// mark fills a rectangle of Place.
func (v *View) mark(r Rect, value uint8) {
	to := func(at int, from float64, most int) int {
		return min(max(int(math.Round((float64(at)-from)/v.scale)), 0), most)
	}
	x0, x1 := to(r.X0, v.x0, net.W), to(r.X1, v.x0, net.W)
	for y := to(r.Y0, v.y0, net.H); y < to(r.Y1, v.y0, net.H); y++ {
		for x := x0; x < x1; x++ {
			v.Place[y*net.W+x] = value
		}
	}
}

// show fills in the ink as it was scanned, without the pieces that belong into
// others' boxes, and the strokes that are left.
func (v *View) show(s *sheet, scanned []uint8, foreign, left []*piece) {
	if len(foreign) > 0 {
		scanned = slices.Clone(scanned)
	}
	for _, q := range foreign {
		for _, i := range q.pixels {
			for y := int(i) - s.w; y <= int(i)+s.w; y += s.w { // with its soft edge
				for k := max(0, y-1); k <= min(len(scanned)-1, y+1); k++ {
					scanned[k] = 0
				}
			}
		}
	}
	v.All = v.plane(s.w, s.h, scanned)
	strokes := make([]uint8, len(s.ink))
	for _, q := range left {
		for _, i := range q.pixels {
			strokes[i] = s.ink[i]
		}
	}
	v.Clean = v.plane(s.w, s.h, strokes)
}

// glance is a way to look at a view: turned over sideways, and moved by pixels.
type glance struct {
	over   bool
	dx, dy int
}

// fill copies a view into the input of the network.
func (v *View) fill(p *net.Picture, g glance) {
	for k, plane := range [net.Planes][]uint8{v.All, v.Red, v.Clean, v.Place, v.Blue} {
		for y := range net.H {
			row := p.Row(k, y)[1 : net.W+1]
			clear(row)
			from := y - g.dy
			if from < 0 || from >= net.H {
				continue
			}
			line := plane[from*net.W : (from+1)*net.W]
			for x := max(0, g.dx); x < min(net.W, net.W+g.dx); x++ {
				c := line[x-g.dx]
				if g.over {
					c = line[net.W-1-x+g.dx]
				}
				row[x] = placed[k][c]
			}
		}
	}
}

// placed is the input for each value of each plane.
var placed = func() (t [net.Planes][256]float32) {
	for c := range 256 {
		level := float32(min(c, 130)) / 100
		t[0][c], t[1][c], t[2][c], t[4][c] = level, level, level, level
		switch c {
		case 100:
			t[3][c] = 1
		case 200:
			t[3][c] = -1
		}
	}
	return t
}()
