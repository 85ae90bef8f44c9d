package evidence

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/raster"
)

// paperShare is the share of a page from which a picture may be that of a
// paper: the pictures of an electronic document are an emblem, a code, a
// signature.
const paperShare = 0.25

// electronic reports whether a page is text and line art and no picture of a
// paper. A scan on a larger page holds what was read as a form.
func electronic(p *raster.Page, r *form.Reading) bool {
	return ofText(p.Reason) && !slices.ContainsFunc(p.Pictures, func(o raster.Rect) bool {
		return o.W*o.H > paperShare*p.WidthMM*p.HeightMM || shows(o, r)
	})
}

// hiddenByAnnotation reports whether most of what a viewer shows of a page may
// be the picture of an annotation, which is not drawn and was not read.
func hiddenByAnnotation(p *raster.Page) bool {
	return slices.ContainsFunc(p.Pasted, func(o raster.Pasted) bool {
		return o.Kind == raster.Annotation && o.Image && !o.Signed && o.W*o.H > paperShare*p.WidthMM*p.HeightMM
	})
}

// undrawnText reports the same of a page that nobody could draw for that reason:
// there is no renderer.
func undrawnText(ctx context.Context, d *raster.Document, n int, sheet raster.Sheet, why raster.Reason) bool {
	if !ofText(why) {
		return false
	}
	pictures, err := d.Pictures(ctx, n)
	return err == nil && !slices.ContainsFunc(pictures, func(o raster.Rect) bool {
		return o.W*o.H > paperShare*sheet.WidthMM*sheet.HeightMM
	})
}

// ofText reports whether a page was no plain scan for its text or line art.
func ofText(why raster.Reason) bool { return why == raster.TextPage || why == raster.VectorContent }

// shows reports whether a picture shows a caption or a whole field of a form.
func shows(o raster.Rect, r *form.Reading) bool {
	if r == nil {
		return false
	}
	holds := func(x, y float64) bool { return x >= o.X && x <= o.X+o.W && y >= o.Y && y <= o.Y+o.H }
	return slices.ContainsFunc(r.Captions, func(c form.CaptionReading) bool {
		return holds(c.Box.X+c.Box.W/2, c.Box.Y+c.Box.H/2)
	}) || slices.ContainsFunc(r.Fields, func(f form.FieldReading) bool {
		return f.Box.W > 0 && holds(f.Box.X, f.Box.Y) && holds(f.Box.X+f.Box.W, f.Box.Y+f.Box.H)
	})
}
