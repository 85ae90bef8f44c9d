package ink

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/internal/ground"
)

// sheet is a patch reduced to how much darker than the paper each pixel is.
type sheet struct {
	w, h int
	mm   float64 // pixels per mm
	// ink is the contrast to the paper in parts of the contrast of the form's
	// own print, 100 for print. Where the scan has colour it is taken from the
	// red light, in which red seals and the pink pattern of the paper are next
	// to invisible and blue ink is as dark as black.
	ink []uint8
	// grey is the same from the luma, where red shows.
	grey []uint8
	// red is how much redder than the paper a pixel is, in steps of Cr; nil
	// without colour.
	red []uint8
	// blue is how much bluer than the paper a pixel is, in steps of Cb, red and
	// grey ones left out; nil without colour. It tells a pen from print.
	blue   []uint8
	chroma []uint8 // distance of the colour from the paper's; nil without colour
	print  float64 // contrast of the form's print, 0 to 255
	paper  float64 // brightness of the paper, 0 to 1
}

// paperTile is the side in mm of the squares in which the paper's brightness is
// taken: wider than a stroke, narrower than a shadow.
const paperTile = 4.5

// newSheet measures a patch, which must be valid.
func newSheet(p *Patch) *sheet {
	s := &sheet{w: p.W, h: p.H, mm: p.PxPerMM}
	n := p.W * p.H
	side := max(6, int(paperTile*p.PxPerMM))
	luma := ground.Percentiles(p.Y, p.W, p.H, side, 70)
	s.paper = float64(slices.Max(luma.V)) / 255
	s.grey = contrast(luma, p.Y, p.W, p.H)
	s.ink = s.grey
	if p.Cb != nil {
		s.colours(p, 2*side)
		light := make([]uint8, n)
		for i, y := range p.Y {
			light[i] = uint8(min(255, max(0, int32(y)+redLight[p.Cr[i]])))
		}
		s.ink = contrast(ground.Percentiles(light, p.W, p.H, side, 70), light, p.W, p.H)
	}
	s.print = s.printContrast(p.Print)
	scale := make([]uint8, 256)
	for i := range scale {
		scale[i] = uint8(min(255, float64(i)*100/s.print))
	}
	for i, c := range s.ink {
		s.ink[i] = scale[c]
	}
	if p.Cb != nil {
		for i, c := range s.grey {
			s.grey[i] = scale[c]
		}
	}
	return s
}

// redLight is what each value of Cr adds to the luma to make the red light.
var redLight = func() (t [256]int32) {
	for cr := range t {
		t[cr] = int32((cr - 128) * 359 / 256)
	}
	return t
}()

// printContrast returns the contrast of the form's own print: what is darker
// than nine tenths of its captions' boxes. Without captions, that of fair ink.
func (s *sheet) printContrast(print []Rect) float64 {
	var hist [256]int
	n := 0
	for _, r := range print {
		r = r.clip(s.w, s.h)
		for y := r.Y0; y < r.Y1; y++ {
			for _, c := range s.ink[y*s.w+r.X0 : y*s.w+r.X1] {
				hist[c]++
				n++
			}
		}
	}
	if n < 200 {
		return 150
	}
	rest, v := n/12, 255
	for ; v > 0 && rest >= hist[v]; v-- {
		rest -= hist[v]
	}
	return float64(min(max(v, 70), 235))
}

func (r Rect) clip(w, h int) Rect {
	r.X0, r.X1 = min(max(r.X0, 0), w), min(max(r.X1, 0), w)
	r.Y0, r.Y1 = min(max(r.Y0, 0), h), min(max(r.Y1, 0), h)
	r.X1, r.Y1 = max(r.X1, r.X0), max(r.Y1, r.Y0)
	return r
}

func (r Rect) grow(x, y int) Rect { return Rect{r.X0 - x, r.Y0 - y, r.X1 + x, r.Y1 + y} }

// colours fills red, blue and chroma relative to the paper's own colour, which is
// the median of each tile.
func (s *sheet) colours(p *Patch, side int) {
	cb := paperAround(p.Cb, p.W, p.H, side, 50)
	cr := paperAround(p.Cr, p.W, p.H, side, 50)
	light := paperAround(p.Y, p.W, p.H, side, 70)
	n := p.W * p.H
	s.red, s.blue, s.chroma = make([]uint8, n), make([]uint8, n), make([]uint8, n)
	for t := range light.V {
		var steps [256]uint8 // by the distance in Cb or Cr: a shadow takes colour as it takes light
		for r := range steps {
			steps[r] = uint8(min(255, int32(r)*200/max(light.V[t], 60)))
		}
		// Black on yellow paper is less yellow: what is left of the paper's own
		// colour where it is so dark is no blue.
		var ownBlue, ownRed [256]int32
		for y := range int32(256) {
			part := min(y, light.V[t])
			ownBlue[y] = (cb.V[t] - 128) * part / max(light.V[t], 1)
			ownRed[y] = (cr.V[t] - 128) * part / max(light.V[t], 1)
		}
		x0, y0 := t%light.NX*side, t/light.NX*side
		for y := y0; y < min(y0+side, p.H); y++ {
			i, end := y*p.W+x0, y*p.W+min(x0+side, p.W)
			blues, reds, red, chroma := p.Cb[i:end], p.Cr[i:end], s.red[i:end], s.chroma[i:end]
			lumas, blue := p.Y[i:end], s.blue[i:end]
			for x := range blues {
				l := lumas[x]
				if b := int32(blues[x]) - 128 - ownBlue[l]; b > max(int32(reds[x])-128-ownRed[l], 0) {
					blue[x] = steps[b]
				}
				b, r := int32(blues[x])-cb.V[t], int32(reds[x])-cr.V[t]
				if r > max(b, 0) {
					red[x] = steps[r]
				}
				chroma[x] = uint8(min(255, max(b, -b)+max(r, -r)))
			}
		}
	}
}

// paperAround returns a percentile of each tile, of it and those around it the
// middle one: a fingerprint may cover a tile.
func paperAround(plane []uint8, w, h, side, percent int) *ground.Tiles {
	t := ground.Percentiles(plane, w, h, side, percent)
	own := slices.Clone(t.V)
	around := make([]int32, 0, 9)
	for i := range own {
		around = around[:0]
		for y := max(0, i/t.NX-1); y <= min(t.NY-1, i/t.NX+1); y++ {
			x := i % t.NX
			around = append(around, own[y*t.NX+max(0, x-1):y*t.NX+min(t.NX, x+2)]...)
		}
		slices.Sort(around)
		t.V[i] = around[len(around)/2]
	}
	return t
}

// contrast returns how much darker than the paper, whose brightness the tiles hold,
// each pixel is, 0 to 255 in parts of the paper's brightness.
func contrast(t *ground.Tiles, plane []uint8, w, h int) []uint8 {
	// A tile covered by a fingerprint or a shadowed fold takes its neighbours'
	// word: the second brightest around, if brighter than its own.
	paper := ground.Tiles{Side: t.Side, NX: t.NX, NY: t.NY, V: make([]int32, len(t.V))}
	for ty := range t.NY {
		for tx := range t.NX {
			var first, second int32
			for y := max(0, ty-1); y <= min(t.NY-1, ty+1); y++ {
				for x := max(0, tx-1); x <= min(t.NX-1, tx+1); x++ {
					switch o := t.V[y*t.NX+x]; {
					case o > first:
						first, second = o, first
					case o > second:
						second = o
					}
				}
			}
			own := t.V[ty*t.NX+tx]
			if second > own+own/8 {
				own = second
			}
			paper.V[ty*t.NX+tx] = own
		}
	}
	out := make([]uint8, w*h)
	for y := range h {
		paper.Contrast(y, plane[y*w:(y+1)*w], out[y*w:(y+1)*w])
	}
	return out
}
