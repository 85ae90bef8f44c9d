package raster

import (
	"bytes"
	"context"
)

// Stored is an image of the page as the file holds it.
type Stored struct {
	Rect     // where it lies on the displayed page in mm, before clipping
	W    int // pixels across the displayed page
	H    int // pixels down it
	// Quantisation is the table for luma of a JPEG, in the order of the file
	// (ITU-T T.81 B.2.4.1); nil where there is none or the image was not decoded
	// by this package.
	Quantisation *[64]uint16
	// Camera tells that the file names an exposure time, as cameras write it and
	// scanners do not (Exif 2.32, tag 33434).
	Camera bool
}

// Pictures lists where images lie on page n, as [Page.Pictures] does, for pages
// that cannot be drawn too. Errors are those of [Document.Render].
func (d *Document) Pictures(ctx context.Context, n int) ([]Rect, error) {
	return guard(ctx, d.limits.PageTime, func(ctx context.Context) ([]Rect, error) {
		t, _, err := d.read(ctx, n)
		if err != nil {
			return nil, err
		}
		return pictures(visible(t.items, t.sheet.box())), nil
	})
}

// mostStored bounds what is listed of a page made of shreds.
const mostStored = 10_000

// storedImages lists the images that a page shows, in painting order.
func storedImages(items []item, page rect) []Stored {
	var out []Stored
	for _, it := range images(visible(items, page)) {
		if len(out) == mostStored {
			break
		}
		w, h := it.image.size()
		if it.swap {
			w, h = h, w
		}
		out = append(out, Stored{Rect: it.full.mm(), W: w, H: h, Quantisation: it.image.jpeg.luma, Camera: it.image.jpeg.camera})
	}
	return out
}

// lumaTable reads table 0 of a segment with quantisation tables, or nil.
func lumaTable(body []byte) *[64]uint16 {
	for len(body) > 64 {
		wide, id := body[0]>>4, body[0]&15
		size := 64 * (1 + int(wide))
		if wide > 1 || len(body) < 1+size {
			return nil
		}
		if id == 0 {
			var t [64]uint16
			for i := range t {
				if wide == 0 {
					t[i] = uint16(body[1+i])
				} else {
					t[i] = uint16(body[1+2*i])<<8 | uint16(body[2+2*i])
				}
			}
			return &t
		}
		body = body[1+size:]
	}
	return nil
}

// exposed reports whether an Exif segment holds the tag of the exposure time, of
// the type that it has (a rational number), in either byte order.
func exposed(body []byte) bool {
	return bytes.HasPrefix(body, []byte("Exif\x00\x00")) &&
		(bytes.Contains(body, []byte("\x82\x9a\x00\x05\x00\x00\x00\x01")) || bytes.Contains(body, []byte("\x9a\x82\x05\x00\x01\x00\x00\x00")))
}
