package ink

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
	red    []uint8
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
	light := p.Y
	if p.Cb != nil {
		light = make([]uint8, n)
		for i, y := range p.Y {
			light[i] = uint8(min(255, max(0, int(y)+(int(p.Cr[i])-128)*359/256)))
		}
		s.colours(p, side)
	}
	s.ink = contrast(light, p.W, p.H, side)
	if p.Cb != nil {
		s.grey = contrast(p.Y, p.W, p.H, side)
	} else {
		s.grey = s.ink
	}
	for _, v := range percentiles(p.Y, p.W, p.H, side, 70).v {
		s.paper = max(s.paper, float64(v)/255)
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

// colours fills red and chroma relative to the paper's own colour, which is the
// median of each tile.
func (s *sheet) colours(p *Patch, side int) {
	cb := percentiles(p.Cb, p.W, p.H, 2*side, 50)
	cr := percentiles(p.Cr, p.W, p.H, 2*side, 50)
	light := percentiles(p.Y, p.W, p.H, 2*side, 70)
	n := p.W * p.H
	s.red, s.chroma = make([]uint8, n), make([]uint8, n)
	for y := range p.H {
		for x := range p.W {
			i := y*p.W + x
			t := (y/(2*side))*cb.nx + x/(2*side)
			b, r := int(p.Cb[i])-int(cb.v[t]), int(p.Cr[i])-int(cr.v[t])
			if r > 0 && r > b { // a shadow takes colour as it takes light
				s.red[i] = uint8(min(255, r*200/int(max(light.v[t], 60))))
			}
			s.chroma[i] = uint8(min(255, max(b, -b)+max(r, -r)))
		}
	}
}

// tiles holds one value for each square of a grid.
type tiles struct {
	side, nx, ny int
	v            []int32
}

// percentiles takes a percentile of each tile of a plane.
func percentiles(plane []uint8, w, h, side, percent int) *tiles {
	t := &tiles{side: side, nx: (w + side - 1) / side, ny: (h + side - 1) / side}
	t.v = make([]int32, t.nx*t.ny)
	var hist [256]int
	for ty := range t.ny {
		for tx := range t.nx {
			clear(hist[:])
			n := 0
			for y := ty * side; y < min((ty+1)*side, h); y++ {
				for _, v := range plane[y*w+tx*side : y*w+min((tx+1)*side, w)] {
					hist[v]++
					n++
				}
			}
			rest, v := n*(100-percent)/100, 255
			for ; v > 0 && rest >= hist[v]; v-- {
				rest -= hist[v]
			}
			t.v[ty*t.nx+tx] = int32(v)
		}
	}
	return t
}

// contrast returns how much darker than the paper each pixel is, 0 to 255 in
// parts of the paper's brightness.
func contrast(plane []uint8, w, h, side int) []uint8 {
	t := percentiles(plane, w, h, side, 70)
	// A tile covered by a fingerprint or a shadowed fold takes its neighbours'
	// word: the second brightest around, if brighter than its own.
	v := make([]int32, len(t.v))
	for ty := range t.ny {
		for tx := range t.nx {
			var first, second int32
			for y := max(0, ty-1); y <= min(t.ny-1, ty+1); y++ {
				for x := max(0, tx-1); x <= min(t.nx-1, tx+1); x++ {
					switch o := t.v[y*t.nx+x]; {
					case o > first:
						first, second = o, first
					case o > second:
						second = o
					}
				}
			}
			own := t.v[ty*t.nx+tx]
			if second > own+own/8 {
				own = second
			}
			v[ty*t.nx+tx] = own
		}
	}
	out := make([]uint8, w*h)
	line := make([]int32, t.nx)
	span := int32(2 * side)
	for y := range h {
		fy := max(0, 2*y+1-side)
		ty := min(fy/(2*side), t.ny-1)
		ty1 := min(ty+1, t.ny-1)
		wy := int32(fy - ty*2*side)
		for x := range line {
			line[x] = (v[ty*t.nx+x]*(span-wy) + v[ty1*t.nx+x]*wy) / span
		}
		src, dst := plane[y*w:(y+1)*w], out[y*w:(y+1)*w]
		for x := 0; x < w; {
			// Up to the next middle of a tile the paper is linear.
			fx := max(0, 2*x+1-side)
			tx := min(fx/(2*side), t.nx-1)
			left, right := line[tx], line[min(tx+1, t.nx-1)]
			end := min(w, (2*side*(tx+1)+side)/2)
			if tx == t.nx-1 {
				end = w
			}
			for ; x < end; x++ {
				wx := int32(max(0, 2*x+1-side) - tx*2*side)
				paper := (left*(span-wx) + right*wx) / span
				if d := paper - int32(src[x]); d > 0 {
					dst[x] = uint8(min(255, d*255/max(paper, 40)))
				}
			}
		}
	}
	return out
}
