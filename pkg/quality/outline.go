package quality

import (
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// cellMM is the side of the cells in which the outline of the paper is looked
// for.
const cellMM = 1.5

// Measures of what lies about a paper.
const (
	groundDarker = 0.72 // of the light of the paper: what is darker may be ground
	groundHue    = 20   // levels of chroma from the paper's: ground of another colour
	groundDeep   = 1.2  // mm from the edge of the picture on
	groundLong   = 0.6  // of a side
	groundSure   = 2.5  // mm of ground, whose edge then has a direction that can be told
	groundRough  = 1.5  // mm by which an edge of the paper may miss a straight line
	tintedDarker = 0.95 // of the lightest paper
	tintedHue    = 5    // levels of chroma
)

// Side is a side of the displayed page.
type Side int

// The sides, clockwise.
const (
	Top Side = iota
	Right
	Bottom
	Left
)

// outline is the paper on its ground: the table that it was photographed on,
// the lid of the scanner, or a shadow at its edge.
type outline struct {
	step   int     // pixels of the reduced page in a cell
	mm     float64 // side of a cell
	nx, ny int
	out    []bool  // cells that are ground
	tinted []bool  // cells darker than the lightest paper, or of another colour
	share  float64 // of the page that is ground
	sides  [4]edge
}

// edge is where the paper ends on one side.
type edge struct {
	there bool
	deep  float64 // mm of ground, in the middle of the side
	angle float64 // of the edge against that of the page, in degrees clockwise
	miss  float64 // mm by which the edge is no straight line (median)
}

func newOutline(p *raster.Page, s *small) *outline {
	o := &outline{step: max(1, int(math.Round(cellMM/s.mm)))}
	o.mm = float64(o.step) * s.mm
	o.nx, o.ny = s.w/o.step, s.h/o.step
	if o.nx < 20 || o.ny < 20 {
		return o
	}
	light, cb, cr := o.cells(p, s)
	sorted := slices.Sorted(slices.Values(light))
	paper := sorted[len(sorted)*7/10]
	if bright := sorted[len(sorted)*49/50]; paper < bright/2 { // most of the picture is ground
		paper = bright
	}
	tiles := slices.Sorted(slices.Values(s.paper.v))
	white := float64(tiles[len(tiles)*9/10])
	mb, mr := medianWhere(cb, light, paper), medianWhere(cr, light, paper)
	wb, wr := medianWhere(cb, light, white), medianWhere(cr, light, white)
	may := make([]bool, len(light))
	o.tinted = make([]bool, len(light))
	for i, v := range light {
		may[i] = v < groundDarker*paper || cb != nil && (math.Abs(cb[i]-mb) > groundHue || math.Abs(cr[i]-mr) > groundHue)
		// Print on white paper is dark, but the paper about it is white.
		tile := (i/o.nx*o.step/s.paper.side)*s.paper.nx + i%o.nx*o.step/s.paper.side
		o.tinted[i] = float64(s.paper.v[tile]) < tintedDarker*white || cb != nil && (math.Abs(cb[i]-wb) > tintedHue || math.Abs(cr[i]-wr) > tintedHue)
	}
	o.flood(may)
	n := 0
	for _, g := range o.out {
		if g {
			n++
		}
	}
	o.share = float64(n) / float64(len(o.out))
	for side := range o.sides {
		o.sides[side] = o.edge(Side(side))
	}
	return o
}

// cells averages light and chroma.
func (o *outline) cells(p *raster.Page, s *small) (light, cb, cr []float64) {
	light = make([]float64, o.nx*o.ny)
	for cy := range o.ny {
		for cx := range o.nx {
			sum := 0
			for y := cy * o.step; y < (cy+1)*o.step; y++ {
				for _, v := range s.y[y*s.w+cx*o.step : y*s.w+(cx+1)*o.step] {
					sum += int(v)
				}
			}
			light[cy*o.nx+cx] = float64(sum) / float64(o.step*o.step)
		}
	}
	im := p.Image
	if im.Cb == nil {
		return light, nil, nil
	}
	cb, cr = make([]float64, len(light)), make([]float64, len(light))
	const n = 3 // samples across and down a cell
	for cy := range o.ny {
		for cx := range o.nx {
			var b, r int
			for j := range n {
				y := (2*(cy*n+j) + 1) * im.H / (2 * n * o.ny)
				for i := range n {
					at := y*im.W + (2*(cx*n+i)+1)*im.W/(2*n*o.nx)
					b += int(im.Cb[at])
					r += int(im.Cr[at])
				}
			}
			cb[cy*o.nx+cx], cr[cy*o.nx+cx] = float64(b)/(n*n), float64(r)/(n*n)
		}
	}
	return light, cb, cr
}

// medianWhere is the median of v where the light is that of paper.
func medianWhere(v, light []float64, paper float64) float64 {
	var some []float64
	for i := range v {
		if light[i] > 0.9*paper {
			some = append(some, v[i])
		}
	}
	if len(some) == 0 {
		return 128
	}
	slices.Sort(some)
	return some[len(some)/2]
}

// flood takes for ground what may be and is joined to the edge of the picture.
func (o *outline) flood(may []bool) {
	o.out = make([]bool, len(may))
	var todo []int
	visit := func(x, y int) {
		if x < 0 || y < 0 || x >= o.nx || y >= o.ny {
			return
		}
		if i := y*o.nx + x; may[i] && !o.out[i] {
			o.out[i] = true
			todo = append(todo, i)
		}
	}
	for x := range o.nx {
		visit(x, 0)
		visit(x, o.ny-1)
	}
	for y := range o.ny {
		visit(0, y)
		visit(o.nx-1, y)
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		x, y := i%o.nx, i/o.nx
		visit(x-1, y)
		visit(x+1, y)
		visit(x, y-1)
		visit(x, y+1)
	}
}

// outside reports whether a pixel of the reduced page is ground.
func (o *outline) outside(x, y int) bool {
	if o.out == nil {
		return false
	}
	cx, cy := min(x/o.step, o.nx-1), min(y/o.step, o.ny-1)
	return o.out[cy*o.nx+cx]
}
