package pdfium

// planes converts rows of B, G, R, x to luma and chroma (ITU-T T.871).
func planes(pix []uint8, w, h int) *Picture {
	n := w * h
	p := &Picture{W: w, H: h, Y: make([]uint8, n)}
	i := 0
	for ; i < n; i++ {
		b, g, r := pix[4*i], pix[4*i+1], pix[4*i+2]
		if b != g || g != r {
			break
		}
		p.Y[i] = g
	}
	if i == n {
		return p
	}
	// Chroma is made from the first pixel with a hue on.
	p.Cb, p.Cr = make([]uint8, n), make([]uint8, n)
	for k := range i {
		p.Cb[k], p.Cr[k] = 128, 128
	}
	for ; i < n; i++ {
		q := pix[4*i : 4*i+4 : 4*i+4]
		b, g, r := int32(q[0]), int32(q[1]), int32(q[2])
		p.Y[i] = uint8((19595*r + 38470*g + 7471*b + 1<<15) >> 16)
		p.Cb[i] = uint8(min(255, max(0, (-11056*r-21712*g+32768*b+257<<15)>>16)))
		p.Cr[i] = uint8(min(255, max(0, (32768*r-27440*g-5328*b+257<<15)>>16)))
	}
	return p
}

// uniform reports whether one of the boxes is of a single colour.
func uniform(p *Picture, boxes []Box) bool {
	for _, b := range boxes {
		if flat(p.Y, p.W, b) && flat(p.Cb, p.W, b) && flat(p.Cr, p.W, b) {
			return true
		}
	}
	return false
}

func flat(plane []uint8, stride int, b Box) bool {
	if plane == nil {
		return true
	}
	first := plane[b.Y0*stride+b.X0]
	for y := b.Y0; y < b.Y1; y++ {
		for _, v := range plane[y*stride+b.X0 : y*stride+b.X1] {
			if v != first {
				return false
			}
		}
	}
	return true
}
