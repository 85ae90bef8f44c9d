package raster

import (
	"context"
	"math"
)

// missingRows is the share of an image's rows that may be missing at its end
// (some writers count a row too many); they are white. More than that is an
// unreadable image: the cut-off part of a form must not pass for empty paper.
const missingRows = 0.01

// unpack turns samples (ISO 32000-2 8.9.5.2) into planes. It may reuse data.
func (s *imageSpec) unpack(ctx context.Context, data []byte) (*picture, error) {
	need, row := int(s.bytes()), s.rowBytes()
	if len(data) < need {
		if float64(need-len(data)) > missingRows*float64(need)+float64(row) {
			return nil, unreadable("image holds %d of %d bytes", len(data), need)
		}
		whole := len(data) / row
		padded := make([]byte, need)
		copy(padded, data[:whole*row])
		fill := s.whiteSample()
		for i := whole * row; i < need; i++ {
			padded[i] = fill
		}
		data = padded
	}
	data = data[:need]
	if s.bits == 1 && (s.space == nil || s.space.n == 1) {
		return s.unpackBilevel(data), nil
	}
	if s.space.n == 1 {
		return s.unpackSingle(data), nil
	}
	return s.unpackMulti(ctx, data)
}

// whiteSample is a byte of white (or unpainted) samples, as near as it gets.
func (s *imageSpec) whiteSample() byte {
	if s.space != nil && (s.space.family == familyCMYK || s.space.family == familyTint) {
		return 0
	}
	return 0xFF
}

// ramp maps a component's samples (of at most 8 bits) to 0–255 by /Decode; for
// a palette to an index.
func (s *imageSpec) ramp(component int) [256]uint8 {
	var out [256]uint8
	bits := min(s.bits, 8)
	top := float64(int(1)<<bits - 1)
	low, high, unit := 0.0, 1.0, 255.0
	if s.space != nil && s.space.family == familyIndexed {
		high, unit = top, 1
	}
	if 2*component+1 < len(s.decode) {
		low, high = s.decode[2*component], s.decode[2*component+1]
	}
	for i := range out {
		v := (low + float64(min(i, int(top)))*(high-low)/top) * unit
		out[i] = uint8(min(255, max(0, math.Round(v))))
	}
	return out
}

// unpackBilevel handles one bit a pixel: stencils and two-coloured images.
func (s *imageSpec) unpackBilevel(data []byte) *picture {
	ramp := s.ramp(0)
	p := &picture{Image: Image{W: s.w, H: s.h}, mode: Bilevel}
	if s.stencil {
		// A sample of 0 marks the page (ISO 32000-2 8.9.6.2).
		p.alpha = expandBits(data, s.w, s.h, 255-ramp[0], 255-ramp[1])
		return p
	}
	c0, c1 := s.space.colour([4]uint8{ramp[0]}), s.space.colour([4]uint8{ramp[1]})
	y0, cb0, cr0 := ycc(c0.r, c0.g, c0.b)
	y1, cb1, cr1 := ycc(c1.r, c1.g, c1.b)
	p.Y = expandBits(data, s.w, s.h, y0, y1)
	if !s.space.grey {
		p.mode = Colour
		p.Cb = expandBits(data, s.w, s.h, cb0, cb1)
		p.Cr = expandBits(data, s.w, s.h, cr0, cr1)
	}
	return p
}

// expandBits turns packed rows into bytes, zero and one being the values of
// the two bits.
func expandBits(data []byte, w, h int, zero, one uint8) []uint8 {
	var table [256][8]uint8
	for v := range table {
		for i := range 8 {
			table[v][i] = zero
			if v&(0x80>>i) != 0 {
				table[v][i] = one
			}
		}
	}
	out := make([]uint8, w*h)
	row := (w + 7) / 8
	for y := range h {
		src, dst := data[y*row:(y+1)*row], out[y*w:(y+1)*w]
		for len(dst) >= 8 {
			*(*[8]uint8)(dst) = table[src[0]]
			src, dst = src[1:], dst[8:]
		}
		if len(dst) > 0 {
			copy(dst, table[src[0]][:])
		}
	}
	return out
}

// unpackSingle handles one component of 2 to 16 bits.
func (s *imageSpec) unpackSingle(data []byte) *picture {
	p := &picture{Image: Image{W: s.w, H: s.h}, mode: Grey}
	samples := s.bytesOf(data)
	var y, cb, cr [256]uint8
	for i, v := range s.ramp(0) {
		c := s.space.colour([4]uint8{v})
		y[i], cb[i], cr[i] = ycc(c.r, c.g, c.b)
	}
	if !s.space.grey {
		p.mode = Colour
		p.Cb, p.Cr = mapped(samples, &cb), mapped(samples, &cr)
	}
	if !isRamp(&y) { // plain grey is as it should be
		for i, v := range samples {
			samples[i] = y[v]
		}
	}
	p.Y = samples
	return p
}

// isRamp reports whether a table maps every value to itself.
func isRamp(table *[256]uint8) bool {
	for i, v := range table {
		if int(v) != i {
			return false
		}
	}
	return true
}

func mapped(samples []uint8, table *[256]uint8) []uint8 {
	out := make([]uint8, len(samples))
	for i, v := range samples {
		out[i] = table[v]
	}
	return out
}

// bytesOf spreads samples to one byte each, in place where they are bytes
// already. Of 16 bits the upper 8 are kept; smaller ones are not scaled.
func (s *imageSpec) bytesOf(data []byte) []uint8 {
	per := s.w * s.space.n
	switch s.bits {
	case 8:
		return data
	case 16:
		out := data[:per*s.h]
		for i := range out {
			out[i] = data[2*i]
		}
		return out
	}
	out := make([]uint8, per*s.h)
	row, mask := s.rowBytes(), byte(1<<s.bits-1)
	for y := range s.h {
		src, dst := data[y*row:(y+1)*row], out[y*per:(y+1)*per]
		for x := range dst {
			bit := x * s.bits
			dst[x] = src[bit/8] >> (8 - s.bits - bit%8) & mask
		}
	}
	return out
}

// unpackMulti handles RGB and CMYK.
func (s *imageSpec) unpackMulti(ctx context.Context, data []byte) (*picture, error) {
	n := s.space.n
	samples := s.bytesOf(data)
	size := s.w * s.h
	p := &picture{mode: Colour, Image: Image{W: s.w, H: s.h,
		Y: make([]uint8, size), Cb: make([]uint8, size), Cr: make([]uint8, size)}}
	if s.bits != 8 && s.bits != 16 || s.decode != nil {
		var ramps [4][256]uint8
		for c := range n {
			ramps[c] = s.ramp(c)
		}
		for i := 0; i < len(samples); i += n {
			for c := range n {
				samples[i+c] = ramps[c][samples[i+c]]
			}
		}
	}
	for y := range s.h {
		if y%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		row := samples[y*s.w*n : (y+1)*s.w*n]
		at := y * s.w
		yr, cb, cr := p.Y[at:at+s.w], p.Cb[at:at+s.w], p.Cr[at:at+s.w]
		if n == 3 {
			rowRGB(row, yr, cb, cr)
		} else {
			rowCMYK(row, yr, cb, cr)
		}
	}
	return p, nil
}

func rowRGB(row, y, cb, cr []uint8) {
	cb, cr = cb[:len(y)], cr[:len(y)]
	for i := range y {
		px := row[3*i : 3*i+3 : 3*i+3]
		y[i], cb[i], cr[i] = ycc(px[0], px[1], px[2])
	}
}

func rowCMYK(row, y, cb, cr []uint8) {
	for i := range y {
		px := row[4*i : 4*i+4 : 4*i+4]
		y[i], cb[i], cr[i] = ycc(rgbOfCMYK(px[0], px[1], px[2], px[3]))
	}
}

// ycc is ITU-T T.871 part 7 in 16-bit fixed point. Rounding never leaves 0–255
// for Y; Cb and Cr reach 255.5 for pure blue and red and are clamped.
func ycc(r, g, b uint8) (y, cb, cr uint8) {
	r1, g1, b1 := int32(r), int32(g), int32(b)
	yy := (19595*r1 + 38470*g1 + 7471*b1 + 1<<15) >> 16
	u := (-11056*r1 - 21712*g1 + 32768*b1 + 257<<15) >> 16
	v := (32768*r1 - 27440*g1 - 5328*b1 + 257<<15) >> 16
	return uint8(yy), uint8(min(255, u)), uint8(min(255, v))
}
