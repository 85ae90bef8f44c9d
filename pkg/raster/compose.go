package raster

import (
	"context"
	"math"
)

// Shares of the page's area that decide what a page is.
const (
	mainShare    = 0.10 // an image of this share has a say in the resolution
	overlayShare = 0.02 // what is left out up to this share is an overlay: 140 letters of 12 pt on A4
	scanShare    = 0.50 // overlays are left out only where images cover this share
)

// squareTolerance is how far the resolutions across and down may differ before
// the picture is scaled to square pixels, as a fax of 204 × 98 dpi needs.
const squareTolerance = 0.02

// compose draws items onto the sheet at the resolution of its main image.
func compose(ctx context.Context, s sheet, items []item, l Limits) (*Page, error) {
	page := s.box()
	items = visible(items, page)
	overlay, err := judge(items, page)
	if err != nil {
		return nil, err
	}
	items = drawn(items)
	out := &Page{WidthMM: millimetres(s.w), HeightMM: millimetres(s.h), Source: Direct, Overlay: overlay, Pictures: pictures(items)}
	sx, sy := resolution(items, page)
	if w, h := s.w*sx, s.h*sy; w*h > float64(l.Pixels) || !(w*h > 0) {
		return nil, unsupported(TooManyPixels)
	}
	if decodeMemory(items) > maxDecodeMemory {
		return nil, unsupported(TooManyPixels)
	}
	if len(items) == 1 && items[0].covers(page, sx, sy) && math.Abs(sx/sy-1) <= squareTolerance {
		p, err := items[0].image.decodePicture(ctx, l)
		if err != nil {
			return nil, err
		}
		img := p.Image
		img.orient(orient(items[0].m, items[0].swap))
		out.Image, out.Mode = &img, p.mode
	} else {
		if pixelsToDecode(items) > 4*l.Pixels || decodeMemory(items)+int64(3*s.w*sx*s.h*sy) > maxDecodeMemory {
			return nil, unsupported(TooManyPixels)
		}
		c := newCanvas(s, sx, sy)
		stages := stages(items, page)
		var grids []inkGrid
		for _, it := range items {
			if err := c.draw(ctx, it, l); err != nil {
				return nil, err
			}
			if n := len(grids); n+1 < len(stages) && it.image != nil && it.number == stages[n].last {
				grids = append(grids, newInkGrid(&c.Image, out.WidthMM, out.HeightMM))
			}
		}
		if len(stages) > 0 {
			grids = append(grids, newInkGrid(&c.Image, out.WidthMM, out.HeightMM))
			out.Pasted = addedInk(grids, stages)
		}
		out.Image, out.Mode = &c.Image, c.mode
	}
	out.DPI = s.dpi(out.Image)
	return out, nil
}

// dpi is the resolution of a picture of the sheet.
func (s sheet) dpi(m *Image) float64 {
	dx, dy := float64(m.W)/s.w*72, float64(m.H)/s.h*72
	return math.Round(math.Sqrt(dx*dy)*100) / 100
}

// maxDecodeMemory bounds what a page may take while an image is decoded, in bytes:
// A3 in colour at 600 dpi takes 420 million.
const maxDecodeMemory = 450_000_000

// decodeMemory is what the largest image takes: its samples, and the planes
// that they are turned into. A JPEG is decoded to planes.
func decodeMemory(items []item) int64 {
	var most int64
	for _, it := range items {
		var sum int64
		for _, s := range it.image.parts() {
			planes := int64(1)
			if s.space == nil && !s.stencil || s.space != nil && !s.space.grey {
				planes = 3
			}
			sum += int64(s.w)*int64(s.h)*planes + s.bytes()
		}
		most = max(most, sum)
	}
	return most
}

// pixelsToDecode counts an image each time it is painted, masks too.
func pixelsToDecode(items []item) int64 {
	var n int64
	for _, it := range items {
		for _, s := range it.image.parts() {
			n += int64(s.w) * int64(s.h)
		}
	}
	return n
}

// visible drops what lies under an opaque image or rectangle over the whole
// page: some OCR programs put the text there in plain sight.
func visible(items []item, page rect) []item {
	sliver := min(1, 0.002*page.w(), 0.002*page.h())
	for i := len(items) - 1; i > 0; i-- {
		it := items[i]
		if it.opaque() && it.box.covers(page, sliver) {
			return items[i:]
		}
	}
	return items
}

func (it item) opaque() bool {
	return it.kind == itemFill || it.kind == itemPicture && it.image.opaque()
}

func drawn(items []item) []item {
	var out []item
	for _, it := range items {
		if it.kind != itemMark {
			out = append(out, it)
		}
	}
	return out
}

// judge decides whether the page is a scan, and lists what is left out of it.
func judge(items []item, page rect) ([]Rect, error) {
	var images, left float64
	var boxes []rect
	why, areas := NoImage, map[Reason]float64{}
	pictures := false
	cover := newCover(items)
	for i, it := range items {
		switch it.kind {
		case itemPicture:
			pictures = true
			images += it.box.area()
		case itemMark:
			if cover.buries(i) {
				continue
			}
			boxes = append(boxes, it.box)
			left += it.area
			areas[it.reason] += it.area
			if why == NoImage || areas[it.reason] > areas[why] {
				why = it.reason
			}
		}
	}
	total := page.area()
	switch {
	case !pictures && len(boxes) == 0 && !allWhite(items):
		return nil, unsupported(VectorContent)
	case !pictures && len(boxes) == 0:
		return nil, unsupported(NoImage)
	case len(boxes) > 0 && (images < scanShare*total || left > overlayShare*total):
		return nil, unsupported(why)
	}
	return joined(append(boxes, repainted(items, page)...)), nil
}

func allWhite(items []item) bool {
	for _, it := range items {
		if it.colour != white {
			return false
		}
	}
	return true
}

// density is the resolution of a picture on the page in pixels per pt.
func (it item) density() (sx, sy float64) {
	w, h := it.image.size()
	if it.swap {
		w, h = h, w
	}
	return float64(w) / it.full.w(), float64(h) / it.full.h()
}

// resolution is that of the finest image with a say, else of the largest; 0 if
// there is none.
func resolution(items []item, page rect) (sx, sy float64) {
	var largest float64
	for _, it := range items {
		if it.image == nil || it.full.empty() {
			continue
		}
		x, y := it.density()
		if !(x > 0 && y > 0) {
			continue
		}
		area := it.box.area()
		switch say := mainShare * page.area(); {
		case area >= say && (largest < say || x*y > sx*sy*1.0001), area < say && area > largest:
			sx, sy = x, y
		}
		largest = max(largest, area)
	}
	if sy > 0 && math.Abs(sx/sy-1) > squareTolerance {
		sx = max(sx, sy)
		sy = sx
	}
	return sx, sy
}

// covers reports whether a picture fills the page as it is: opaque, not
// clipped, and no edge off by more than two pixels (or, on a tiny page, a five
// hundredth of it).
func (it item) covers(page rect, sx, sy float64) bool {
	off := min(2/sx, 2/sy, 0.002*page.w(), 0.002*page.h())
	if it.kind != itemPicture || !it.image.opaque() || !it.box.covers(page, off) {
		return false
	}
	x, y := it.density()
	return page.covers(it.full, off) && math.Abs(x-sx) < 1e-6*sx && math.Abs(y-sy) < 1e-6*sy
}
