package form

import (
	"bytes"
	"math"

	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// letterPx is how high a line of print, accents and tails included, is made for
// recognition, in pixels: twelve points at 200 dpi. Higher costs time, lower
// costs letters.
const letterPx = 34

// stripe is a line of print cut out for recognition: upright, of one letter
// height, black on white whatever the paper's colour and light.
type stripe struct {
	w, h int
	pix  []uint8
	// The pixel (0, 0) lies at (x, y) of the view; px is pixels per mm; slope is
	// the line's, dy/dx.
	x, y, px, slope float64
}

// at returns where a pixel of the stripe lies in the view.
func (s *stripe) at(u, v float64) (x, y float64) {
	x = s.x + u/s.px
	return x, s.y + v/s.px + (x-s.x)*s.slope
}

// cutStripe cuts the box of a view, whose print runs at the given slope, out of
// a page, as seen in blue light if asked for, or else in red light where that
// leaves the print. It returns nil for a box too large or too small to be a line.
func cutStripe(p *raster.Page, angle float64, b Box, slope float64, blue bool) *stripe {
	s := newStripe(p, b, slope, b.H)
	if s.w < 8 || s.h < 8 || s.w > 4096 || s.h > 256 {
		return nil
	}
	s.take(p, angle, blue)
	return s
}

// cutArea cuts an area of a view with many lines out of a page, most of them as high
// as tall, in mm. It returns nil for one too small for a line.
func cutArea(p *raster.Page, angle float64, b Box, slope, tall float64) *stripe {
	const most = 3e6 // pixels, that are read in some seconds
	s := newStripe(p, b, slope, tall)
	if n := float64(s.w) * float64(s.h); n > most {
		s = newStripe(p, b, slope, tall*math.Sqrt(n/most))
	}
	if s.w < 8 || s.h < 8 {
		return nil
	}
	s.take(p, angle, false)
	return s
}

// newStripe measures the stripe of a box with lines of one height, in mm.
func newStripe(p *raster.Page, b Box, slope, tall float64) *stripe {
	finest := float64(p.Image.W) / p.WidthMM
	px := min(letterPx/max(tall, 1.5), 1.6*finest)
	padX, padY := 0.35*tall+0.4, 0.12*tall+0.25
	// b is upright; its middle lies on the line.
	return &stripe{
		x: b.X - padX, y: b.Y - padY - slope*(b.W/2+padX), px: px, slope: slope,
		w: int((b.W + 2*padX) * px), h: int((b.H + 2*padY) * px),
	}
}

// take fills the stripe with what the page has there.
func (s *stripe) take(p *raster.Page, angle float64, blue bool) {
	im := p.Image
	finest := float64(im.W) / p.WidthMM
	luma, tinted := make([]uint8, s.w*s.h), []uint8(nil)
	colour := len(im.Cr) == len(im.Y) && len(im.Cb) == len(im.Y)
	chroma, weight := im.Cr, 359 // of ITU-T T.871, times 256
	if blue {
		chroma, weight = im.Cb, 454
	}
	if colour {
		tinted = make([]uint8, s.w*s.h)
	}
	// Coarser than the page, a pixel is the mean of what it covers.
	n := min(max(1, int(finest/s.px+0.3)), 4)
	sin, cos := math.Sincos(angle)
	sx, sy := float64(im.W)/p.WidthMM, float64(im.H)/p.HeightMM
	// The map from pixels of the stripe to pixels of the page is affine.
	place := func(u, v float64) (float64, float64) {
		x, y := s.at(u, v)
		return (x*cos-y*sin)*sx - 0.5, (x*sin+y*cos)*sy - 0.5
	}
	u0, v0 := place(0, 0)
	u1, v1 := place(1, 0)
	u2, v2 := place(0, 1)
	ux, vx, uy, vy := u1-u0, v1-v0, u2-u0, v2-v0
	for y := range s.h {
		for x := range s.w {
			var l, r, count int
			for k := range n * n {
				i, j := float64(x)+(float64(k%n)+0.5)/float64(n), float64(y)+(float64(k/n)+0.5)/float64(n)
				u, v := u0+i*ux+j*uy, v0+i*vx+j*vy
				if !(u > -1 && v > -1 && u < float64(im.W) && v < float64(im.H)) {
					continue
				}
				got := sample(im, u, v) / 256
				l += got
				if colour {
					q := min(max(int(v+0.5), 0), im.H-1)*im.W + min(max(int(u+0.5), 0), im.W-1)
					r += min(max(got+(int(chroma[q])-128)*weight/256, 0), 255)
				}
				count++
			}
			if count == 0 {
				l, r, count = 255, 255, 1
			}
			luma[y*s.w+x] = uint8(l / count)
			if colour {
				tinted[y*s.w+x] = uint8(r / count)
			}
		}
	}
	inY := s.flatten(luma)
	s.pix = luma
	// Seen in red light, red seals and patterns vanish, and so do red titles.
	if colour {
		if inR := s.flatten(tinted); blue || inR > 0.55*inY {
			s.pix = tinted
		}
	}
}

// marginPx is the bare paper around a stripe in a picture: print at its edge is
// read badly.
const marginPx = 8

// picture returns the stripe for an engine.
func (s *stripe) picture() *ocr.Picture {
	p := &ocr.Picture{W: s.w + 2*marginPx, H: s.h + 2*marginPx, DPI: 200}
	p.Pix = bytes.Repeat([]uint8{255}, p.W*p.H)
	for y := range s.h {
		copy(p.Pix[(marginPx+y)*p.W+marginPx:], s.pix[y*s.w:(y+1)*s.w])
	}
	return p
}

// place returns where a rectangle of the picture lies in the view: upright
// about its own middle.
func (s *stripe) place(r ocr.Rect) Box {
	x, y := s.at(float64(r.X0+r.X1)/2-marginPx, float64(r.Y0+r.Y1)/2-marginPx)
	w, h := float64(r.X1-r.X0)/s.px, float64(r.Y1-r.Y0)/s.px
	return Box{x - w/2, y - h/2, w, h}
}

// besideStreak is how near to an upright line, in pixels, print stands on both sides
// of one that only crosses it: a streak of the scanner, and no rule of a table.
const besideStreak = letterPx * 3 / 10

// split parts a stripe at upright ruled lines, which no letter is as high as:
// print on both sides of one is not one line. A streak is taken out.
func (s *stripe) split() []*stripe {
	dark := func(x int) bool {
		n := 0
		for y := range s.h {
			row := s.pix[y*s.w:]
			if row[x] < 128 || x > 0 && row[x-1] < 128 || x+1 < s.w && row[x+1] < 128 {
				n++
			}
		}
		return n > s.h*19/20
	}
	inked := func(x int) bool {
		n := 0
		for y := s.h / 5; y < s.h*4/5; y++ {
			if s.pix[y*s.w+x] < 128 {
				n++
			}
		}
		return n > 1
	}
	crosses := func(from, to int) bool { // print that stands on both sides of it
		left, right := false, false
		for k := 1; k <= besideStreak; k++ {
			left = left || from-k >= 0 && inked(from-k)
			right = right || to+k < s.w && inked(to+k)
		}
		return left && right
	}
	var out []*stripe
	begin := 0
	cut := func(end int) {
		if end-begin >= 12 {
			p := *s
			p.x, p.y = s.at(float64(begin), 0)
			p.w = end - begin
			p.pix = make([]uint8, 0, p.w*p.h)
			for y := range s.h {
				p.pix = append(p.pix, s.pix[y*s.w+begin:y*s.w+end]...)
			}
			out = append(out, &p)
		}
	}
	for x := 0; x < s.w; x++ {
		if !dark(x) {
			continue
		}
		end := x
		for x < s.w && dark(x) {
			x++
		}
		switch {
		case x-end >= int(2*s.px): // a bar
		case crosses(end, x):
			s.blot(end, x)
		default:
			cut(end)
			begin = x
		}
	}
	if begin == 0 {
		return []*stripe{s}
	}
	cut(s.w)
	return out
}

// blot draws columns from those on both sides.
func (s *stripe) blot(from, to int) {
	a, b := max(from-1, 0), min(to, s.w-1)
	for y := range s.h {
		row := s.pix[y*s.w : (y+1)*s.w]
		for x := from; x < to; x++ {
			row[x] = uint8((int(row[a])*(b-x) + int(row[b])*(x-a)) / max(b-a, 1))
		}
	}
}

// flatten makes the paper white and the print black, in place, and returns the
// contrast of the print before, 0 to 1. The brightness of the paper is taken
// along the line, so that a shadow across it does not matter.
func (s *stripe) flatten(pix []uint8) float64 {
	side := max(4, int(6*s.px)) // columns of 6 mm
	n := (s.w + side - 1) / side
	paper := make([]float64, n)
	for i := range n {
		var hist [256]int
		count := 0
		for y := range s.h {
			for _, v := range pix[y*s.w+i*side : y*s.w+min((i+1)*side, s.w)] {
				hist[v]++
				count++
			}
		}
		paper[i] = float64(percentile(&hist, count, 75))
	}
	var hist [256]int
	for y := range s.h {
		row := pix[y*s.w : (y+1)*s.w]
		for x := range row {
			at := (float64(x)+0.5)/float64(side) - 0.5
			i := min(max(int(at), 0), n-1)
			f := min(max(at-float64(i), 0), 1)
			bg := max(paper[i]*(1-f)+paper[min(i+1, n-1)]*f, 30)
			d := min(max((bg-float64(row[x]))/bg*255, 0), 255)
			row[x] = uint8(d)
			hist[int(d)]++
		}
	}
	// The darkest tenth of the print is black, the palest is lost in the paper.
	black := max(float64(percentile(&hist, len(pix), 96)), 24)
	white := 0.12 * black
	for i, d := range pix {
		pix[i] = 255 - uint8(min(max((float64(d)-white)/(black-white)*255, 0), 255))
	}
	return black / 255
}

// percentile returns the value below which the given per cent of a histogram
// lie.
func percentile(hist *[256]int, count, percent int) int {
	left := count * percent / 100
	for v, n := range hist {
		if left -= n; left < 0 {
			return v
		}
	}
	return 255
}
