package form

import (
	"github.com/tthclint/tthclint/pkg/internal/ground"
	"github.com/tthclint/tthclint/pkg/raster"
)

// workDPI is the resolution at which lines of text are looked for. Caption
// letters are then about seven pixels high, enough to place a line end to a
// third of a millimetre.
const workDPI = 100

// maxWork bounds the pixels of the reduced page, whatever resolution a file
// claims: A3 at 150 dpi has half as many.
const maxWork = 1 << 23

// inkMap is a page reduced to dark and light at about workDPI.
type inkMap struct {
	w, h   int
	ink    []bool
	mmX    float64 // width of a pixel in mm
	mmY    float64 // height of a pixel in mm
	darker float64 // the contrast that counted as ink, 0 to 1
}

// shades is how much darker than the paper around it each pixel of a page
// reduced to about workDPI is, in parts of 255.
type shades struct {
	w, h, step int // step is pixels of the page, across and down, in one
	dark       []uint8
}

// newShades reduces a page. The paper's brightness is taken tile by tile, so
// that shadows, yellowing and dark edges do not matter.
func newShades(p *raster.Page) *shades {
	im := p.Image
	step := max(1, int(p.DPI/workDPI+0.05))
	for (im.W/step)*(im.H/step) > maxWork {
		step++
	}
	w, h := im.W/step, im.H/step
	if w < 1 || h < 1 {
		return &shades{}
	}
	small := reduce(im, step, w, h)
	side := max(8, int(5*float64(im.W)/p.WidthMM/float64(step))) // tiles of 5 mm: wider than any letter stroke
	paper := paperOf(small, w, h, side)
	s := &shades{w: w, h: h, step: step, dark: make([]uint8, w*h)}
	for y := range h {
		paper.Contrast(y, small[y*w:(y+1)*w], s.dark[y*w:(y+1)*w])
	}
	return s
}

// newInkMap marks the pixels that are ink: the contrast needed follows the
// contrast of the print, so that a guilloche stays paper and pale print stays
// ink.
func newInkMap(p *raster.Page, s *shades) *inkMap {
	if s.w == 0 {
		return &inkMap{}
	}
	w, h, im := s.w, s.h, p.Image
	m := &inkMap{w: w, h: h, ink: make([]bool, w*h),
		mmX: p.WidthMM * float64(s.step) / float64(im.W), mmY: p.HeightMM * float64(s.step) / float64(im.H)}
	var hist [256]int
	for _, c := range s.dark {
		hist[c]++
	}
	// Print covers a few per cent of a form: its contrast is that of the
	// darkest two per cent.
	rest := w * h / 50
	top := 255
	for ; top > 0 && rest > hist[top]; top-- {
		rest -= hist[top]
	}
	cut := min(max(top*45/100, 36), 72)
	m.darker = float64(cut) / 255
	for i, c := range s.dark {
		m.ink[i] = int(c) >= cut
	}
	return m
}

// reduce shrinks the luma plane by a whole factor, averaging blocks.
func reduce(im *raster.Image, step, w, h int) []uint8 {
	if step == 1 {
		out := make([]uint8, w*h)
		for y := range h {
			copy(out[y*w:(y+1)*w], im.Y[y*im.W:])
		}
		return out
	}
	out := make([]uint8, w*h)
	if step == 2 { // of 200 dpi, as most scans are
		for y := range h {
			top, bottom, row := im.Y[2*y*im.W:][:2*w], im.Y[(2*y+1)*im.W:][:2*w], out[y*w:][:w]
			for x := range row {
				row[x] = uint8((uint32(top[2*x]) + uint32(top[2*x+1]) + uint32(bottom[2*x]) + uint32(bottom[2*x+1])) / 4)
			}
		}
		return out
	}
	sum := make([]uint32, w)
	area := uint32(step * step)
	for y := range h {
		clear(sum)
		for dy := range step {
			row := im.Y[(y*step+dy)*im.W:]
			row = row[:w*step]
			i := 0
			for x := range sum {
				s := sum[x]
				for range step {
					s += uint32(row[i])
					i++
				}
				sum[x] = s
			}
		}
		for x, s := range sum {
			out[y*w+x] = uint8(s / area)
		}
	}
	return out
}

// paperOf estimates the paper as the 75th percentile of each tile, then takes
// the brighter of a tile and the median of its neighbours, which fills tiles
// covered by print or by a seal.
func paperOf(img []uint8, w, h, side int) *ground.Tiles {
	t := ground.Percentiles(img, w, h, side, 75)
	raw := t.V
	t.V = make([]int32, len(raw))
	var around [9]int32
	for ty := range t.NY {
		for tx := range t.NX {
			n := 0
			for y := max(0, ty-1); y <= min(t.NY-1, ty+1); y++ {
				for x := max(0, tx-1); x <= min(t.NX-1, tx+1); x++ {
					v := raw[y*t.NX+x]
					i := n
					for ; i > 0 && around[i-1] > v; i-- {
						around[i] = around[i-1]
					}
					around[i] = v
					n++
				}
			}
			t.V[ty*t.NX+tx] = max(raw[ty*t.NX+tx], around[n/2])
		}
	}
	return t
}
