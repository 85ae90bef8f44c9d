package raster

import "context"

// maxColumns bounds a row; the widest plotter writes less.
const maxColumns = 1 << 16

// decodeCCITT decodes CCITTFaxDecode (ISO 32000-2 7.4.6): Group 4 and Group 3
// in one and two dimensions; uncompressed mode is not known. What cannot be
// decoded ends the picture: see unpack for how much may be missing.
func (s *imageSpec) decodeCCITT(ctx context.Context, data []byte) (*picture, error) {
	p := s.filters[len(s.filters)-1]
	c := faxCoding{
		k:       p.get("K", 0),
		columns: p.get("Columns", 1728),
		rows:    s.h,
		align:   p.get("EncodedByteAlign", 0) != 0,
	}
	if c.columns < 1 || c.columns > maxColumns || (c.columns+7)/8 != (s.w+7)/8 {
		return nil, unreadable("ccitt: %d columns for %d pixels", c.columns, s.w)
	}
	packed, err := decodeFax(ctx, data, c)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil && len(packed) == 0 {
		return nil, unreadable("ccitt: %w", err)
	}
	// 1 is white here. So it is in PDF, unless BlackIs1.
	if p.get("BlackIs1", 0) != 0 {
		for i := range packed {
			packed[i] = ^packed[i]
		}
	}
	return s.unpack(ctx, packed)
}
