package raster

import (
	"context"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/filter"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
)

// canRender reports whether a renderer may succeed where plain scans end. What
// is too much for the limits stays so, and an empty page has nothing to draw.
func (e *UnsupportedError) canRender() bool {
	switch e.Reason {
	case NoImage, AnnotationPage, TooManyPixels, TooComplex:
		return false
	}
	return true
}

// pictureLeftOut reports whether an image that a viewer shows would be missing
// from a directly drawn page. Text and lines may be left out (they are listed),
// but a picture may be that of a signature.
func pictureLeftOut(items []item, page rect) bool {
	items = visible(items, page)
	cover := newCover(items)
	for i, it := range items {
		if it.kind == itemMark && it.image != nil && !cover.buries(i) {
			return true
		}
	}
	return false
}

// leftOut is the reason of the largest image that cannot be drawn directly.
func leftOut(items []item) (why Reason) {
	var area float64
	for _, it := range items {
		if it.kind == itemMark && it.image != nil && it.area >= area {
			why, area = it.reason, it.area
		}
	}
	return why
}

// rendered draws a page with the renderer.
func (d *Document) rendered(ctx context.Context, n int, t try) (*Page, error) {
	items := visible(t.items, t.sheet.box())
	if tooLargeToDecode(items) {
		return nil, unsupported(TooManyPixels)
	}
	if _, err := guard(ctx, d.limits.PageTime, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, complete(ctx, items, d.limits)
	}); err != nil {
		return nil, err
	}
	dpi := renderDPI(items, t.sheet.box(), d.limits)
	if dpi == 0 {
		return nil, unsupported(TooManyPixels)
	}
	j := pdfium.Job{Page: n, Pages: d.facts.Pages, Width: t.sheet.w, Height: t.sheet.h}
	j.W, j.H = max(1, int(math.Round(t.sheet.w*dpi/72))), max(1, int(math.Round(t.sheet.h*dpi/72)))
	j.Pictures = places(items, t.sheet, j)
	p, err := d.renderer.draw(ctx, d.limits.PageTime, d, j)
	if err != nil {
		return nil, drawError(err)
	}
	page := &Page{
		WidthMM: millimetres(t.sheet.w), HeightMM: millimetres(t.sheet.h),
		Source: Rendered, Reason: t.why.Reason,
		Overlay: drawnOver(items, t.sheet.box()), Pictures: pictures(items),
		Image: &Image{W: p.W, H: p.H, Y: p.Y, Cb: p.Cb, Cr: p.Cr},
	}
	if page.Pasted, err = d.renderedInk(ctx, page, t, j); err != nil {
		return nil, err
	}
	page.DPI = t.sheet.dpi(page.Image)
	page.Mode = renderedMode(items, p)
	if page.Mode == Colour && page.Image.Cb == nil {
		page.Image.Cb, page.Image.Cr = filled(p.W*p.H, 128), filled(p.W*p.H, 128)
	}
	return page, nil
}

// Resolutions of rendered pages in dpi.
const (
	plainDPI  = 200 // of text and line art: small print can be read
	mostDPI   = 310 // finer images are halved; a signature gains nothing beyond
	leastDPI  = 60  // what would have to be coarser is not drawn
	maxPixels = pdfium.MaxPixels
)

// renderDPI is the resolution to render at: that of the main image, halved until
// it is no more than is of use, or that of print; 0 if the page is too large.
func renderDPI(items []item, page rect, l Limits) float64 {
	sx, sy := resolution(items, page)
	dpi := 72 * max(sx, sy)
	for dpi > mostDPI {
		dpi /= 2
	}
	if dpi == 0 || dpi < plainDPI && written(items) {
		dpi = plainDPI
	}
	bound := float64(min(maxPixels, l.Pixels))
	if pixels := page.area() * dpi * dpi / (72 * 72); pixels > bound*0.99 { // sides are rounded
		dpi *= math.Sqrt(bound * 0.99 / pixels)
		if dpi < leastDPI {
			return 0
		}
	}
	return dpi
}

// written reports whether text or line art is painted.
func written(items []item) bool {
	for _, it := range items {
		if it.kind == itemMark && it.image == nil {
			return true
		}
	}
	return false
}

// decodeBytes bounds what the images of a page may take when PDFium decodes
// them one by one in its memory.
const decodeBytes = 208 << 20

// tooLargeToDecode reports whether an image would fill the renderer's memory.
// PDFium would leave it out and say nothing. JPEG 2000 is decoded to 4 bytes a
// component and to pixels beside.
func tooLargeToDecode(items []item) bool {
	for _, it := range items {
		for _, part := range it.image.parts() {
			n := int64(1)
			if part.space != nil {
				n = int64(part.space.n)
			}
			each := n
			switch {
			case part.codec() == filter.JPX && part.space == nil:
				each = 4*3 + 3
			case part.codec() == filter.JPX:
				each = 5 * n
			case part.bits == 1:
				each = 1
			}
			if int64(part.w)*int64(part.h) > decodeBytes/each {
				return true
			}
		}
	}
	return false
}

// places lists where large images are in the picture, without their edges.
func places(items []item, s sheet, j pdfium.Job) []pdfium.Box {
	var out []pdfium.Box
	for _, it := range items {
		if it.image == nil || it.box.area() < overlayShare*s.box().area() || len(out) == pdfium.MaxPictures {
			continue
		}
		at := func(v, size float64, n int, up int) int { return min(n, max(0, int(v/size*float64(n))+up)) }
		b := pdfium.Box{
			X0: at(it.box.x0, s.w, j.W, 1), Y0: at(it.box.y0, s.h, j.H, 1),
			X1: at(it.box.x1, s.w, j.W, -1), Y1: at(it.box.y1, s.h, j.H, -1),
		}
		if b.X0 < b.X1 && b.Y0 < b.Y1 {
			out = append(out, b)
		}
	}
	return out
}

// renderedMode is the mode of a rendered page; see [Mode].
func renderedMode(items []item, p *pdfium.Picture) Mode {
	if p.Cb != nil {
		return Colour
	}
	mode := Grey
	pictures := 0
	bilevel := !written(items)
	for _, it := range items {
		if it.image == nil {
			continue
		}
		pictures++
		space := it.image.space
		if space != nil && !space.grey {
			mode = Colour
		}
		bilevel = bilevel && it.image.bits == 1 && (space == nil || space.grey) && it.image.alpha == nil
	}
	if bilevel && pictures > 0 {
		return Bilevel
	}
	return mode
}
