package raster

// orient turns and mirrors the picture in place of its planes.
func (m *Image) orient(o orientation) {
	if o.swap {
		m.Y, m.Cb, m.Cr = transposed(m.Y, m.W, m.H), transposed(m.Cb, m.W, m.H), transposed(m.Cr, m.W, m.H)
		m.W, m.H = m.H, m.W
	}
	for _, plane := range [][]uint8{m.Y, m.Cb, m.Cr} {
		if plane != nil {
			mirror(plane, m.W, m.H, o.flipX, o.flipY)
		}
	}
}

// transpose swaps rows and columns of all planes.
func (p *picture) transpose() {
	p.alpha = transposed(p.alpha, p.W, p.H)
	p.Image.orient(orientation{swap: true})
}

// transposed swaps rows and columns, in blocks that fit the cache.
func transposed(src []uint8, w, h int) []uint8 {
	if src == nil {
		return nil
	}
	const block = 32
	out := make([]uint8, len(src))
	for y0 := 0; y0 < h; y0 += block {
		for x0 := 0; x0 < w; x0 += block {
			x1, y1 := min(x0+block, w), min(y0+block, h)
			for x := x0; x < x1; x++ {
				col := out[x*h:]
				for y := y0; y < y1; y++ {
					col[y] = src[y*w+x]
				}
			}
		}
	}
	return out
}

func mirror(b []uint8, w, h int, flipX, flipY bool) {
	switch {
	case flipX && flipY:
		reverse(b[:w*h])
	case flipX:
		for y := range h {
			reverse(b[y*w : (y+1)*w])
		}
	case flipY:
		line := make([]uint8, w)
		for y := range h / 2 {
			top, bottom := b[y*w:(y+1)*w], b[(h-1-y)*w:(h-y)*w]
			copy(line, top)
			copy(top, bottom)
			copy(bottom, line)
		}
	}
}

func reverse(b []uint8) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}
