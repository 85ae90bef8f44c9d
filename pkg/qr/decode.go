package qr

import (
	"math"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode/decoder"
	"github.com/makiuchi-d/gozxing/qrcode/detector"
)

// How large a module is when it is decoded, in pixels: small ones are enlarged,
// since the middle of a module must be met to the pixel.
const (
	leastPixels = 4.0
	mostPixels  = 9.0
)

// maxSide bounds the side of what is decoded, in pixels.
const maxSide = 1800

// decode reads the code at three finder patterns: as a parallelogram first, then
// with the library's own measuring, which finds a fourth point in codes that
// were photographed.
func decode(p Picture, c corner) (string, bool) {
	for _, n := range c.dimensions() {
		grid := c.grid(p, n)
		for _, sharpen := range []float64{0.4, 1.2} {
			if m, err := bits(grid, n, sharpen); err == nil {
				if text, ok := readable(m); ok {
					return text, true
				}
			}
		}
	}
	part := cut(p, c)
	for _, black := range []func(Picture, float64) []bool{byNeighbours, byMean, byWhole} {
		if text, ok := part.read(black); ok {
			return text, true
		}
	}
	return "", false
}

// readable returns what a code says. What the library does with one is its own:
// a panic in it means no code.
func readable(m *gozxing.BitMatrix) (text string, ok bool) {
	defer func() {
		if recover() != nil {
			text, ok = "", false
		}
	}()
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_CHARACTER_SET: "UTF-8"}
	result, err := decoder.NewDecoder().Decode(m, hints)
	if err != nil {
		return "", false
	}
	return result.GetText(), true
}

// part is a piece of a page, scaled for decoding.
type part struct {
	Picture
	corner // in its pixels
}

// cut returns the surroundings of a code.
func cut(p Picture, c corner) part {
	box := c.box(p)
	m := c.module()
	scale := 1.0
	switch {
	case m < leastPixels:
		scale = leastPixels / m
	case m > mostPixels:
		scale = mostPixels / m
	}
	scale = min(scale, maxSide/max(box.W, box.H))
	w, h := int(box.W*scale), int(box.H*scale)
	out := part{Picture: Picture{w, h, make([]uint8, w*h)}, corner: c}
	for y := range h {
		for x := range w {
			sx, sy := box.X+(float64(x)+0.5)/scale-0.5, box.Y+(float64(y)+0.5)/scale-0.5
			out.Y[y*w+x] = between(p, sx, sy)
		}
	}
	for _, f := range []*finder{&out.at, &out.right, &out.below} {
		f.x, f.y, f.module = (f.x-box.X)*scale, (f.y-box.Y)*scale, f.module*scale
	}
	return out
}

// between returns the grey at a place between pixels.
func between(p Picture, x, y float64) uint8 {
	x, y = min(max(x, 0), float64(p.W-1)), min(max(y, 0), float64(p.H-1))
	x0, y0 := int(x), int(y)
	x1, y1 := min(x0+1, p.W-1), min(y0+1, p.H-1)
	fx, fy := x-float64(x0), y-float64(y0)
	top := float64(p.Y[y0*p.W+x0])*(1-fx) + float64(p.Y[y0*p.W+x1])*fx
	low := float64(p.Y[y1*p.W+x0])*(1-fx) + float64(p.Y[y1*p.W+x1])*fx
	return uint8(math.Round(top*(1-fy) + low*fy))
}

// read decodes a part, with one notion of black.
func (q part) read(black func(Picture, float64) []bool) (text string, ok bool) {
	defer func() {
		if recover() != nil { // as in readable
			text, ok = "", false
		}
	}()
	bits, err := gozxing.NewBitMatrix(q.W, q.H)
	if err != nil {
		return "", false
	}
	for i, b := range black(q.Picture, q.module()) {
		if b {
			bits.Set(i%q.W, i/q.W)
		}
	}
	point := func(f finder) *detector.FinderPattern { return detector.NewFinderPattern1(f.x, f.y, f.module) }
	grid, err := detector.NewDetector(bits).ProcessFinderPatternInfo(
		detector.NewFinderPatternInfo(point(q.below), point(q.at), point(q.right)))
	if err != nil {
		return "", false
	}
	return readable(grid.GetBits())
}

// byNeighbours takes half way between the extremes around for black.
func byNeighbours(p Picture, module float64) []bool {
	d := dark{p, newThresholds(p, max(8, int(4*module)))}
	out := make([]bool, len(p.Y))
	for y := range p.H {
		for x := range p.W {
			out[y*p.W+x] = d.at(x, y)
		}
	}
	return out
}

// byWhole takes half way between the means of dark and light for black, by
// Otsu's measure.
func byWhole(p Picture, _ float64) []bool {
	var count [256]float64
	all := 0.0
	for _, v := range p.Y {
		count[v]++
		all += float64(v)
	}
	level, best, n, sum := 0, 0.0, 0.0, 0.0
	for v, c := range count {
		n, sum = n+c, sum+c*float64(v)
		rest := float64(len(p.Y)) - n
		if n == 0 || rest == 0 {
			continue
		}
		apart := sum/n - (all-sum)/rest
		if spread := n * rest * apart * apart; spread > best {
			level, best = v, spread
		}
	}
	out := make([]bool, len(p.Y))
	for i, v := range p.Y {
		out[i] = int(v) <= level
	}
	return out
}

// byMean takes what is darker than the mean of the seven modules around for
// black.
func byMean(p Picture, module float64) []bool {
	sums := make([]uint32, (p.W+1)*(p.H+1))
	for y := range p.H {
		line := uint32(0)
		for x := range p.W {
			line += uint32(p.Y[y*p.W+x])
			sums[(y+1)*(p.W+1)+x+1] = sums[y*(p.W+1)+x+1] + line
		}
	}
	half := max(2, int(3.5*module))
	out := make([]bool, len(p.Y))
	for y := range p.H {
		y0, y1 := max(0, y-half), min(p.H, y+half+1)
		for x := range p.W {
			x0, x1 := max(0, x-half), min(p.W, x+half+1)
			sum := sums[y1*(p.W+1)+x1] - sums[y0*(p.W+1)+x1] - sums[y1*(p.W+1)+x0] + sums[y0*(p.W+1)+x0]
			out[y*p.W+x] = uint32(p.Y[y*p.W+x])*uint32((y1-y0)*(x1-x0)) < sum
		}
	}
	return out
}
