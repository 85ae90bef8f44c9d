package raster

import (
	"context"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
)

// picture is a decoded image in its own pixels: row 0 is its top.
type picture struct {
	Image
	mode  Mode
	alpha []uint8 // size of Y; nil: opaque; 255: painted
}

// colourful reports whether the picture has chroma.
func (p *picture) colourful() bool { return p.Cb != nil }

// decode reads and decodes an image. The planes belong to the caller.
//
// The mode is the stored one: bilevel is one bit a pixel in two greys, grey is
// one grey component (or a palette of greys), all else is colour, even if each
// pixel of it happens to be grey.
func (s *imageSpec) decodePicture(ctx context.Context, l Limits) (*picture, error) {
	p, err := s.decodePlanes(ctx, l)
	if err != nil {
		return nil, err
	}
	for _, m := range []*imageSpec{s.mask, s.alpha} {
		if m == nil {
			continue
		}
		w, h := s.size()
		if int64(w)*int64(h) > l.Pixels {
			return nil, unsupported(TooManyPixels)
		}
		p.resample(w, h)
		mask, err := m.decodePlanes(ctx, l)
		if err != nil {
			return nil, err
		}
		values := mask.Y
		if m.stencil {
			values = mask.alpha
		}
		p.alpha = resample(values, mask.W, mask.H, p.W, p.H)
	}
	return p, nil
}

// resample brings the planes to w × h pixels.
func (p *picture) resample(w, h int) {
	for _, plane := range []*[]uint8{&p.Y, &p.Cb, &p.Cr} {
		if *plane != nil {
			*plane = resample(*plane, p.W, p.H, w, h)
		}
	}
	p.W, p.H = w, h
}

func (s *imageSpec) decodePlanes(ctx context.Context, l Limits) (*picture, error) {
	data, err := s.encoded(ctx, l)
	if err != nil {
		return nil, err
	}
	switch s.codec() {
	case filter.DCT:
		return s.decodeJPEG(ctx, data, l)
	case filter.CCITTFax:
		return s.decodeCCITT(ctx, data)
	}
	return s.unpack(ctx, data)
}

// encoded reads the image and undoes all filters but that of a picture codec.
func (s *imageSpec) encoded(ctx context.Context, l Limits) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	data, err := s.load()
	if err != nil {
		return nil, err
	}
	specs, codec := s.filters, s.codec()
	if codec != "" {
		specs = specs[:len(specs)-1]
	}
	for i, spec := range specs {
		limit, cut := l.StreamBytes, false
		if codec == "" && i == len(specs)-1 {
			limit, cut = s.bytes(), true
			if limit > l.StreamBytes {
				return nil, tooLarge("image of %d bytes", limit)
			}
		}
		if data, err = spec.decode(ctx, data, limit, cut); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// bytes is the size of the decoded samples; rows start at whole bytes.
func (s *imageSpec) bytes() int64 { return int64(s.rowBytes()) * int64(s.h) }

func (s *imageSpec) rowBytes() int {
	n := 1
	if s.space != nil {
		n = s.space.n
	}
	return (s.w*s.bits*n + 7) / 8
}

// resample scales a plane by the nearest pixel.
func resample(src []uint8, w, h, toW, toH int) []uint8 {
	if w == toW && h == toH {
		return src
	}
	out := make([]uint8, toW*toH)
	cols := nearest(w, 0, toW, 0, toW, false)
	for y := range toH {
		row := src[(2*y+1)*h/(2*toH)*w:]
		dst := out[y*toW : (y+1)*toW]
		for x, c := range cols {
			dst[x] = row[c]
		}
	}
	return out
}
