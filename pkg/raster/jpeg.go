package raster

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/jpeg"
	"io"
)

// decodeJPEG decodes DCTDecode (ISO 32000-2 7.4.8) with image/jpeg: baseline
// and progressive, 8 bit, Huffman. The size in the file counts, not the one in
// the dictionary. A progressive picture may have a quarter of the pixels only:
// all its coefficients are kept until the last scan, 4 bytes each.
func (s *imageSpec) decodeJPEG(ctx context.Context, data []byte, l Limits) (*picture, error) {
	head := jpegHeader(data)
	s.jpeg = head
	size, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil && head.components != 4 {
		return nil, jpegError(err)
	}
	limit := l.Pixels
	if head.progressive {
		limit /= 4
	}
	if int64(size.Width)*int64(size.Height) > limit || int64(head.w)*int64(head.h) > limit {
		return nil, unsupported(TooManyPixels)
	}
	transform := s.filters[len(s.filters)-1].get("ColorTransform", -1)
	if head.adobe < 0 && (head.components == 4 || head.components == 3 && transform == 0) {
		// Without an Adobe marker the parameter decides; image/jpeg knows only
		// the marker, so it gets one. Four components are CMYK by default.
		value := byte(0)
		if head.components == 4 && transform > 0 {
			value = 2
		}
		data = withAdobe(data, value)
	}
	// Some scanners leave the end marker out. A picture that stops within a
	// scan is an error with it as well.
	end := bytes.NewReader([]byte{0xFF, 0xD9})
	img, err := jpeg.Decode(contextReader{ctx, io.MultiReader(bytes.NewReader(data), end)})
	if err != nil {
		return nil, jpegError(err)
	}
	return s.fromJPEG(ctx, img)
}

func jpegError(err error) error {
	var variant jpeg.UnsupportedError
	if errors.As(err, &variant) {
		return unsupported(JPEGVariant)
	}
	return unreadable("jpeg: %w", err)
}

// fromJPEG turns what image/jpeg yields into planes. Its rows are padded to
// whole blocks, so that Stride is more than the width.
func (s *imageSpec) fromJPEG(ctx context.Context, img image.Image) (*picture, error) {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	switch m := img.(type) {
	case *image.Gray:
		y := compact(m.Pix, m.Stride, w, h)
		return s.with(w, h, 1).unpackSingle(y), nil
	case *image.YCbCr:
		if p, ok := s.planes(m, w, h); ok {
			return p, nil
		}
		return s.with(w, h, 3).unpackMulti(ctx, interleave(m, w, h))
	case *image.RGBA:
		return s.with(w, h, 3).unpackMulti(ctx, drop(m.Pix, m.Stride, w, h))
	case *image.CMYK:
		pix := compact(m.Pix, m.Stride, 4*w, h)
		// image/jpeg undoes the inversion that Adobe products write; a PDF
		// undoes it with /Decode, so here it is put back.
		for i := range pix {
			pix[i] = 255 - pix[i]
		}
		return s.with(w, h, 4).unpackMulti(ctx, pix)
	}
	return nil, unsupported(JPEGVariant)
}

// with is s with the size and number of components of the codestream. A colour
// space of another number of components is overruled, as viewers do.
func (s *imageSpec) with(w, h, n int) *imageSpec {
	t := *s
	t.w, t.h, t.bits = w, h, 8
	if t.space == nil || t.space.n != n {
		t.space = map[int]*colourSpace{1: deviceGrey, 3: deviceRGB, 4: deviceCMYK}[n]
		if len(t.decode) != 2*n {
			t.decode = nil
		}
	}
	return &t
}

// planes takes the planes as they are if the colours are plain RGB; chroma is
// doubled up to the size of luma.
func (s *imageSpec) planes(m *image.YCbCr, w, h int) (*picture, bool) {
	if s.decode != nil && !isIdentity(s.decode) {
		return nil, false
	}
	p := &picture{mode: Colour, Image: Image{W: w, H: h, Y: compact(m.Y, m.YStride, w, h)}}
	switch m.SubsampleRatio {
	case image.YCbCrSubsampleRatio444:
		p.Cb, p.Cr = compact(m.Cb, m.CStride, w, h), compact(m.Cr, m.CStride, w, h)
	default:
		fx, fy := subsampling(m.SubsampleRatio)
		if fx == 0 {
			return nil, false
		}
		p.Cb, p.Cr = upsample(m.Cb, m.CStride, w, h, fx, fy), upsample(m.Cr, m.CStride, w, h, fx, fy)
	}
	return p, true
}

func isIdentity(decode []float64) bool {
	for i, v := range decode {
		if v != float64(i%2) {
			return false
		}
	}
	return true
}

func subsampling(r image.YCbCrSubsampleRatio) (fx, fy int) {
	switch r {
	case image.YCbCrSubsampleRatio444:
		return 1, 1
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 0, 0
}

// compact takes the padding out of rows, in place.
func compact(pix []uint8, stride, w, h int) []uint8 {
	if stride != w {
		for y := 1; y < h; y++ {
			copy(pix[y*w:(y+1)*w], pix[y*stride:y*stride+w])
		}
	}
	return pix[: w*h : w*h]
}

// upsample repeats chroma pixels fx times across and fy times down.
func upsample(src []uint8, stride, w, h, fx, fy int) []uint8 {
	out := make([]uint8, w*h)
	for y := 0; y < h; y += fy {
		row, dst := src[y/fy*stride:], out[y*w:(y+1)*w]
		if fx == 2 {
			pairs := row[:w/2]
			for x, v := range pairs {
				pair := dst[2*x : 2*x+2 : 2*x+2]
				pair[0], pair[1] = v, v
			}
			if w%2 == 1 {
				dst[w-1] = row[w/2]
			}
		} else {
			for x := range dst {
				dst[x] = row[x/fx]
			}
		}
		for k := 1; k < fy && y+k < h; k++ {
			copy(out[(y+k)*w:(y+k+1)*w], dst)
		}
	}
	return out
}

// interleave converts to RGB samples, for images with a /Decode of their own.
func interleave(m *image.YCbCr, w, h int) []uint8 {
	out := make([]uint8, 3*w*h)
	at := 0
	for y := range h {
		for x := range w {
			c := m.YCbCrAt(x, y)
			r, g, b := rgb(c.Y, c.Cb, c.Cr)
			out[at], out[at+1], out[at+2] = r, g, b
			at += 3
		}
	}
	return out
}

// rgb undoes ycc.
func rgb(y, cb, cr uint8) (r, g, b uint8) {
	yy, u, v := int32(y)*0x10101, int32(cb)-128, int32(cr)-128
	clamp := func(v int32) uint8 { return uint8(min(255, max(0, v>>16))) }
	return clamp(yy + 91881*v), clamp(yy - 22554*u - 46802*v), clamp(yy + 116130*u)
}

// drop takes the alpha out of RGBA.
func drop(pix []uint8, stride, w, h int) []uint8 {
	out := make([]uint8, 3*w*h)
	at := 0
	for y := range h {
		row := pix[y*stride : y*stride+4*w]
		for x := 0; x < len(row); x += 4 {
			out[at], out[at+1], out[at+2] = row[x], row[x+1], row[x+2]
			at += 3
		}
	}
	return out
}

// jpegInfo is what the markers before the first scan say.
type jpegInfo struct {
	w, h, components int
	progressive      bool
	adobe            int // transform of the Adobe marker; -1: no marker
	luma             *[64]uint16
	camera           bool
}

// jpegHeader reads the markers up to the frame header (ITU-T T.81 annex B);
// fields stay 0 where it makes no sense of them.
func jpegHeader(b []byte) jpegInfo {
	info := jpegInfo{adobe: -1}
	for i := 2; i+4 <= len(b); {
		if b[i] != 0xFF {
			i++
			continue
		}
		marker := b[i+1]
		if marker == 0xFF || marker == 0 || marker >= 0xD0 && marker <= 0xD8 || marker == 1 {
			i++
			if marker != 0xFF {
				i++
			}
			continue
		}
		if marker == 0xDA || marker == 0xD9 {
			break
		}
		n := int(b[i+2])<<8 | int(b[i+3])
		body := b[min(i+4, len(b)):min(max(i+4, i+2+n), len(b))]
		switch {
		case marker == 0xEE && len(body) >= 12 && string(body[:5]) == "Adobe":
			info.adobe = int(body[11])
		case marker == 0xDB && info.luma == nil:
			info.luma = lumaTable(body)
		case marker == 0xE1:
			info.camera = info.camera || exposed(body)
		case marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC && len(body) >= 6:
			info.h, info.w = int(body[1])<<8|int(body[2]), int(body[3])<<8|int(body[4])
			info.components, info.progressive = int(body[5]), info.progressive || marker == 0xC2
		}
		i += 2 + max(n, 2)
	}
	return info
}

// withAdobe puts an Adobe marker behind the start of the image.
func withAdobe(b []byte, transform byte) []byte {
	marker := []byte{0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform}
	out := make([]byte, 0, len(b)+len(marker))
	return append(append(append(out, b[:min(2, len(b))]...), marker...), b[min(2, len(b)):]...)
}
