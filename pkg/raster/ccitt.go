package raster

import (
	"bytes"
	"context"
	"io"

	"golang.org/x/image/ccitt"
)

// decodeCCITT decodes CCITTFaxDecode (ISO 32000-2 7.4.6).
func (s *imageSpec) decodeCCITT(ctx context.Context, data []byte) (*picture, error) {
	p := s.filters[len(s.filters)-1]
	columns := p.get("Columns", 1728)
	k := p.get("K", 0)
	if columns < 1 || columns > 1<<16 {
		return nil, unreadable("ccitt: %d columns", columns)
	}
	format := ccitt.Group4
	switch {
	case k > 0:
		return nil, unsupported(CCITTVariant)
	case k == 0:
		format = ccitt.Group3
	}
	options := &ccitt.Options{Align: p.get("EncodedByteAlign", 0) != 0}
	r := ccitt.NewReader(contextReader{ctx, bytes.NewReader(data)}, ccitt.MSB, format, columns, s.h, options)

	t := *s
	t.w, t.bits = columns, 1
	out := make([]byte, t.bytes())
	n, err := io.ReadFull(r, out)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil && k == 0 {
		// The decoder wants Group 3 just so: an end-of-line code before each
		// row, without fill bits. Other streams are in order too.
		return nil, unsupported(CCITTVariant)
	}
	if err != nil && n == 0 {
		return nil, unreadable("ccitt: %w", err)
	}
	// The decoder yields 1 for white. So does the filter unless BlackIs1.
	if p.get("BlackIs1", 0) != 0 {
		for i := range out[:n] {
			out[i] = ^out[i]
		}
	}
	return t.unpack(ctx, out[:n])
}
