package form

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"github.com/tthclint/tthclint/pkg/raster"
)

// frame is the lines of text of a page in a frame whose x axis runs along the
// text.
type frame struct {
	angle float64 // of the x axis on the page, radians, clockwise as seen
	parts []line  // as they were linked
	lines []line  // the parts, and what neighbours give together
}

// view is a frame seen one way up. Patterned paper gives hundreds of lines that
// are no text, so that lines are looked up by their height on the page and by
// their width.
type view struct {
	angle    float64 // of the x axis on the page
	parts    []line
	lines    []line
	tilt     tilt
	byHeight []placed
	byWidth  []placed
}

// placed is what matching needs of a line.
type placed struct {
	x0, x1, cy, w, h float64
	index            int // among the view's lines
}

// view returns the frame as it is, or upside down.
func (f *frame) view(flip bool) *view {
	v := &view{angle: f.angle, lines: f.lines, parts: f.parts}
	if flip {
		v.angle += math.Pi
		v.lines, v.parts = turned(f.lines), turned(f.parts)
	}
	v.tilt = newTilt(v.parts)
	v.byHeight = make([]placed, len(v.lines))
	for i, l := range v.lines {
		v.byHeight[i] = placed{x0: l.x0, x1: l.x1, cy: l.cy(), w: l.w(), h: l.h(), index: i}
	}
	v.byWidth = slices.Clone(v.byHeight)
	slices.SortFunc(v.byHeight, func(a, b placed) int { return cmp.Or(cmp.Compare(a.cy, b.cy), a.index-b.index) })
	slices.SortFunc(v.byWidth, func(a, b placed) int { return cmp.Or(cmp.Compare(a.w, b.w), a.index-b.index) })
	return v
}

// turned returns lines upside down.
func turned(lines []line) []line {
	out := slices.Clone(lines)
	for i, l := range lines {
		o := &out[i]
		o.x0, o.x1, o.y0, o.y1 = -l.x1, -l.x0, -l.y1, -l.y0
		o.sx, o.sy = -l.sx, -l.sy
	}
	return out
}

// slop widens a search beyond what rounding can move, in mm: what is found is
// tested again.
const slop = 1e-6

// level returns the lines with middles from y0 to y1, and some beside.
func (v *view) level(y0, y1 float64) []placed {
	i := sort.Search(len(v.byHeight), func(i int) bool { return v.byHeight[i].cy >= y0-slop })
	n := sort.Search(len(v.byHeight)-i, func(n int) bool { return v.byHeight[i+n].cy > y1+slop })
	return v.byHeight[i : i+n]
}

// wide returns the lines with widths from w0 to w1, and some beside.
func (v *view) wide(w0, w1 float64) []placed {
	i := sort.Search(len(v.byWidth), func(i int) bool { return v.byWidth[i].w >= w0-slop })
	n := sort.Search(len(v.byWidth)-i, func(n int) bool { return v.byWidth[i+n].w > w1+slop })
	return v.byWidth[i : i+n]
}

// sector is where the second of two lines may lie from the first, if the
// captions are far mm apart and the page is turned by a small angle at most.
// It takes in a little more than that.
type sector struct{ least, most, tan float64 }

func newSector(far, angle float64) sector {
	return sector{far * far * minScale * minScale * (1 - slop), far * far * maxScale * maxScale * (1 + slop), math.Tan(angle) * (1 + slop)}
}

// holds reports whether (u, v) lies in the sector about the direction (x, y).
func (s sector) holds(u, v, x, y float64) bool {
	if d := u*u + v*v; d < s.least || d > s.most {
		return false
	}
	along := u*x + v*y
	return along > 0 && math.Abs(u*y-v*x) <= s.tan*along
}

// work is how much matching a page may still cost, in lines looked at.
type work int

// perEdition is what one edition may add to it: nine times its share of the most
// crowded scan known. On a page of noise any two lines may be any two captions.
const perEdition work = 3_000_000

// spend takes n off and reports whether nothing is left.
func (w *work) spend(n int) bool {
	*w -= work(n)
	return *w < 0
}

// bounds returns the edges of the page in the view.
func (v *view) bounds(p *raster.Page) (x0, y0, x1, y1 float64) {
	w, h := p.WidthMM, p.HeightMM
	sin, cos := math.Sincos(v.angle)
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range [][2]float64{{0, 0}, {w, 0}, {0, h}, {w, h}} {
		x, y := c[0]*cos+c[1]*sin, -c[0]*sin+c[1]*cos
		x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
	}
	return
}
