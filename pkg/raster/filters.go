package raster

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// filterSpec is one filter of a stream with its integer parameters, booleans
// as 0 and 1.
type filterSpec struct {
	name  string
	parms map[string]int
}

func (p filterSpec) get(key string, missing int) int {
	if v, ok := p.parms[key]; ok {
		return v
	}
	return missing
}

// longNames are the abbreviations of ISO 32000-2 table 92, for inline images;
// some writers use them elsewhere.
var longNames = map[string]string{
	"A85": filter.ASCII85, "AHx": filter.ASCIIHex, "CCF": filter.CCITTFax, "DCT": filter.DCT,
	"Fl": filter.Flate, "LZW": filter.LZW, "RL": filter.RunLength,
}

// maxFilters bounds a chain; a writer uses one or two.
const maxFilters = 8

// filters reads /Filter and /DecodeParms.
func (f *objects) filters(d types.Dict) ([]filterSpec, error) {
	names := f.array(d["Filter"])
	if names == nil {
		if f.name(d["Filter"]) == "" {
			return nil, nil
		}
		names = types.Array{d["Filter"]}
	}
	if len(names) > maxFilters {
		return nil, unsupported(OddFilter)
	}
	parms := f.array(d["DecodeParms"])
	if parms == nil {
		parms = types.Array{d["DecodeParms"]}
	}
	var out []filterSpec
	for i, o := range names {
		spec := filterSpec{name: f.name(o), parms: map[string]int{}}
		if long, ok := longNames[spec.name]; ok {
			spec.name = long
		}
		if i < len(parms) {
			for key, o := range f.dict(parms[i]) {
				switch v := f.resolve(o).(type) {
				case types.Integer:
					spec.parms[key] = int(v)
				case types.Float:
					spec.parms[key] = int(v)
				case types.Boolean:
					spec.parms[key] = 0
					if v {
						spec.parms[key] = 1
					}
				}
			}
		}
		if spec.name == "Crypt" { // Identity, or undone when the file was read
			continue
		}
		out = append(out, spec)
	}
	return out, nil
}

// decoded returns the decoded bytes of a stream that is no image, at most
// limit; nil if o is no stream.
func (f *objects) decoded(ctx context.Context, o types.Object, limit int64) ([]byte, error) {
	s, ok, err := f.stream(o)
	if !ok || err != nil {
		return nil, err
	}
	specs, err := f.filters(s.Dict)
	if err != nil {
		return nil, err
	}
	b := s.raw
	for _, spec := range specs {
		if b, err = spec.decode(ctx, b, limit, false); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// decode undoes a filter that yields bytes. At most limit bytes come out: what
// is over is cut off if cut is set (the caller knows how much there must be),
// otherwise it is ErrTooLarge.
func (p filterSpec) decode(ctx context.Context, in []byte, limit int64, cut bool) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var out []byte
	var err error
	need := limit
	if p.get("Predictor", 1) > 1 && cut {
		// PNG prediction has one more byte a row. Twice is enough for any row.
		need = 2*limit + 1
	}
	switch p.name {
	case filter.Flate:
		out, err = inflate(ctx, in, need, cut)
	case filter.LZW:
		out, err = p.viaLibrary(in, need, cut, map[string]int{"EarlyChange": p.get("EarlyChange", 1)})
	case filter.RunLength, filter.ASCII85, filter.ASCIIHex:
		return p.viaLibrary(trimSpace(in), need, cut, nil)
	case filter.JBIG2:
		return nil, unsupported(JBIG2)
	case filter.JPX:
		return nil, unsupported(JPX)
	default: // DCT and CCITT are the last of an image's filters or out of place
		return nil, unsupported(OddFilter)
	}
	if err != nil {
		return nil, err
	}
	return p.unpredict(ctx, out)
}

// inflate undoes FlateDecode. A stream that is cut off or has a wrong checksum
// yields what it holds: many writers leave the checksum out.
func inflate(ctx context.Context, in []byte, limit int64, cut bool) ([]byte, error) {
	z, err := zlib.NewReader(contextReader{ctx, bytes.NewReader(in)})
	if err != nil {
		if len(trimSpace(in)) == 0 {
			return nil, nil
		}
		return nil, unreadable("flate: %w", err)
	}
	var out bytes.Buffer
	expect := int64(len(in)) * 4
	if cut { // the size is known; deflate packs at most 1032 to 1
		expect = int64(len(in)) * 1032
	}
	out.Grow(int(min(limit, expect) + bytes.MinRead))
	n, err := io.Copy(&out, io.LimitReader(z, limit+1))
	switch {
	case n > limit && !cut:
		return nil, tooLarge("stream of more than %d bytes", limit)
	case n > limit:
		out.Truncate(int(limit))
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, zlib.ErrChecksum):
		return nil, unreadable("flate: %w", err)
	}
	return out.Bytes(), nil
}

// viaLibrary uses a filter of pdfcpu. These fail where they yield too much: what
// may be cut off gets some room, since the end of a stream is often untidy.
func (p filterSpec) viaLibrary(in []byte, limit int64, cut bool, parms map[string]int) ([]byte, error) {
	if cut {
		limit = 2*limit + 64<<10
	}
	f, err := filter.NewFilter(p.name, parms, limit)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", unsupported(OddFilter), err)
	}
	r, err := f.Decode(bytes.NewReader(in))
	if errors.Is(err, filter.ErrDecodeLimitExceeded) {
		return nil, tooLarge("stream of more than %d bytes", limit)
	}
	if err != nil {
		return nil, unreadable("%s: %w", p.name, err)
	}
	if b, ok := r.(*bytes.Buffer); ok {
		return b.Bytes(), nil
	}
	out, err := io.ReadAll(r)
	if err != nil {
		return nil, unreadable("%s: %w", p.name, err)
	}
	return out, nil
}

func trimSpace(b []byte) []byte { return bytes.Trim(b, " \t\r\n\f\x00") }
