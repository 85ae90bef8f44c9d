package raster

import (
	"bytes"
	"context"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// imageSpec is an image XObject or inline image (ISO 32000-2 8.9.5) with all
// its parameters looked up, so that it can be decoded without the object table.
type imageSpec struct {
	w, h    int
	bits    int // per component
	stencil bool
	space   *colourSpace // nil for a stencil, and where the codec has the say
	decode  []float64    // nil: the default
	filters []filterSpec
	mask    *imageSpec // explicit mask: a stencil whose painted pixels show the image
	alpha   *imageSpec // soft mask: grey, 255 is opaque
	load    func() ([]byte, error)
	jpeg    jpegInfo // once decoded as a JPEG
}

func (s *imageSpec) codec() string {
	if n := len(s.filters); n > 0 {
		switch name := s.filters[n-1].name; name {
		case filter.DCT, filter.CCITTFax, filter.JBIG2, filter.JPX:
			return name
		}
	}
	return ""
}

// opaque reports whether all of the image's rectangle is painted.
func (s *imageSpec) opaque() bool { return !s.stencil && s.mask == nil && s.alpha == nil }

// size is the number of pixels the image is decoded to: its own or those of a
// finer mask, as compact scans have over a coarse colour.
func (s *imageSpec) size() (w, h int) {
	for _, part := range s.parts() {
		w, h = max(w, part.w), max(h, part.h)
	}
	return w, h
}

// parts lists the image and its masks; none for nil.
func (s *imageSpec) parts() []*imageSpec {
	var out []*imageSpec
	if s != nil {
		out = append(append(append(out, s), s.mask.parts()...), s.alpha.parts()...)
	}
	return out
}

// imageSpec reads the image stream o. What cannot be decoded is refused here,
// before anything is read.
func (f *objects) imageSpec(ctx context.Context, o types.Object, resources types.Dict, l Limits) (*imageSpec, error) {
	sd, ok := f.resolve(o).(types.StreamDict)
	if !ok {
		return nil, unsupported(OddImage)
	}
	spec, err := f.imageDict(sd.Dict, resources, l)
	if err != nil {
		return nil, err
	}
	spec.load = f.loader(sd)
	if a := f.array(sd.Dict["Mask"]); a != nil {
		return nil, unsupported(ColourKeyMask)
	}
	if m := f.dict(sd.Dict["SMask"]); m != nil {
		if f.array(m["Matte"]) != nil {
			return nil, unsupported(SoftMask)
		}
		if spec.alpha, err = f.maskSpec(sd.Dict["SMask"], l); err != nil {
			return nil, err
		}
		if spec.alpha.stencil || spec.alpha.space != nil && spec.alpha.space.family != familyGrey {
			return nil, unsupported(SoftMask)
		}
	} else if f.dict(sd.Dict["Mask"]) != nil {
		if spec.mask, err = f.maskSpec(sd.Dict["Mask"], l); err != nil {
			return nil, err
		}
		if !spec.mask.stencil {
			return nil, unsupported(OddImage)
		}
	}
	return spec, ctx.Err()
}

// imageSize reads what can be told of an image that was refused: size, bits and
// colour space, or zero.
func (f *objects) imageSize(d types.Dict) *imageSpec {
	spec := &imageSpec{
		w: max(0, f.integer(d["Width"], 0)), h: max(0, f.integer(d["Height"], 0)),
		bits:    f.integer(d["BitsPerComponent"], 0),
		stencil: f.boolean(d["ImageMask"], false),
	}
	spec.filters, _ = f.filters(d)
	spec.space = f.colourSpace(d["ColorSpace"], nil)
	if spec.stencil || spec.codec() == filter.JBIG2 {
		spec.bits = 1
	}
	return spec
}

func (f *objects) maskSpec(o types.Object, l Limits) (*imageSpec, error) {
	sd, ok := f.resolve(o).(types.StreamDict)
	if !ok {
		return nil, unsupported(OddImage)
	}
	spec, err := f.imageDict(sd.Dict, nil, l)
	if err != nil {
		return nil, err
	}
	spec.load = f.loader(sd)
	return spec, nil
}

// loader reads the encoded bytes when the image is decoded. It holds on to the
// place in the file, not to the object table. The bytes belong to the caller
// unless there is a filter to decode them into others.
func (f *objects) loader(sd types.StreamDict) func() ([]byte, error) {
	src := objects{r: f.r, size: f.size}
	unfiltered := sd.Dict["Filter"] == nil
	return func() ([]byte, error) {
		s, _, err := src.stream(sd)
		if unfiltered && sd.Raw != nil {
			return bytes.Clone(s.raw), err
		}
		return s.raw, err
	}
}

// imageDict reads what XObjects and inline images have in common.
func (f *objects) imageDict(d types.Dict, resources types.Dict, l Limits) (*imageSpec, error) {
	spec := &imageSpec{
		w: f.integer(d["Width"], 0), h: f.integer(d["Height"], 0),
		bits:    f.integer(d["BitsPerComponent"], 8),
		stencil: f.boolean(d["ImageMask"], false),
		decode:  f.numbers(d["Decode"]),
	}
	if spec.w <= 0 || spec.h <= 0 {
		return nil, unsupported(OddImage)
	}
	if int64(spec.w)*int64(spec.h) > l.Pixels {
		return nil, unsupported(TooManyPixels)
	}
	var err error
	if spec.filters, err = f.filters(d); err != nil {
		return nil, err
	}
	switch spec.codec() {
	case filter.JBIG2:
		return nil, unsupported(JBIG2)
	case filter.JPX:
		return nil, unsupported(JPX)
	case filter.CCITTFax:
		spec.bits = 1
	case filter.DCT:
		spec.bits = 8
	}
	if spec.stencil {
		if spec.codec() == filter.DCT {
			return nil, unsupported(OddImage)
		}
		spec.bits = 1
		return spec, nil
	}
	if o := f.resolve(d["ColorSpace"]); o != nil {
		if spec.space = f.colourSpace(d["ColorSpace"], resources); spec.space == nil {
			return nil, unsupported(OddColourSpace)
		}
	} else if spec.codec() != filter.DCT {
		if d["ColorSpace"] != nil || spec.codec() != filter.CCITTFax {
			return nil, unsupported(OddImage)
		}
		spec.space = deviceGrey
	}
	switch spec.bits {
	case 1, 2, 4, 8, 16:
	default:
		return nil, unsupported(OddImage)
	}
	if spec.space != nil && spec.decode != nil && len(spec.decode) != 2*spec.space.n {
		spec.decode = nil // as viewers do
	}
	return spec, nil
}
