package form

import (
	"math"
	"slices"
	"strconv"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

// patchScale is the resolution at which fields are judged, in pixels per mm of
// the sheet (152 dpi): a pen stroke is two to four pixels wide.
const patchScale = 6

// around is what is cut around a field, in mm.
type around struct{ side, up, down float64 }

// reach is as much as its ink may take: signatures start above their box, cross its
// captions and run out sideways. Stamps stray farther.
func (f *spot) reach() around {
	if f.sealed {
		return around{22, 26, 18}
	}
	return around{9, 15, 8}
}

// spot is the place of a field on a page.
type spot struct {
	*Field
	row    int       // of a repeated field, from 1; 0 for others
	box    Box       // on the sheet; without size if it was not found
	to     Transform // from mm of the sheet to mm of the page
	sheet  Box       // all of the sheet
	print  []Box     // the form's own print on the sheet
	rules  rules     // ruled lines about the box, on the sheet
	sealed bool      // a seal belongs in the box, too
	known  bool      // the captions say whose place it is, or a seal does
	bySeal bool      // the seal does
	caps   Box       // captions by which it was found, on the sheet
	ink    Box       // the place moved to where the signature was found beside it; without size if it was not
}

// key is that of the field, with the number of the row of a repeated one.
func (f *spot) key() string {
	if f.row > 0 {
		return f.Key + strconv.Itoa(f.row)
	}
	return f.Key
}

// unplaced returns the required fields that are not among those placed, as what
// was not found.
func (f *Form) unplaced(placed []*spot) []*spot {
	var out []*spot
	for i := range f.Fields {
		field := &f.Fields[i]
		if field.Required && !field.Repeated && !slices.ContainsFunc(placed, func(s *spot) bool { return s.Field == field }) {
			out = append(out, &spot{Field: field})
		}
	}
	return out
}

// found reports whether the field has a place, whoever's it is.
func (f *spot) found() bool { return f.box.W > 0 && f.box.H > 0 }

// cut takes the surroundings of a field out of the page, upright and at
// patchScale. seals are around those found, on the sheet.
func (f *spot) cut(p *raster.Page, all []*spot, seals []Box) *ink.Patch {
	return f.cutAt(f.box, f.reach(), p, all, seals)
}

// cutAt takes them for a place b of the field.
func (f *spot) cutAt(b Box, room around, p *raster.Page, all []*spot, seals []Box) *ink.Patch {
	x0 := max(f.sheet.X, b.X-room.side)
	y0 := max(f.sheet.Y, b.Y-room.up)
	w := int(math.Min(f.sheet.X+f.sheet.W-x0, b.X+b.W+room.side-x0) * patchScale)
	h := int(math.Min(f.sheet.Y+f.sheet.H-y0, b.Y+b.H+room.down-y0) * patchScale)
	if w <= 0 || h <= 0 || w > 4096 || h > 4096 {
		return &ink.Patch{PxPerMM: patchScale}
	}
	px := func(x, y float64) (int, int) { return int((x - x0) * patchScale), int((y - y0) * patchScale) }
	out := &ink.Patch{W: w, H: h, PxPerMM: patchScale,
		Sealed: f.sealed, Bilevel: p.Mode == raster.Bilevel}
	rect := func(b Box) (r ink.Rect) {
		r.X0, r.Y0 = px(b.X, b.Y)
		r.X1, r.Y1 = px(b.X+b.W, b.Y+b.H)
		return r
	}
	out.Box = rect(b)
	for _, o := range all {
		if o.found() && o.box != f.box && o.Kind == Signature {
			out.Others = append(out.Others, rect(o.box))
		}
	}
	for _, c := range f.print {
		r := rect(c)
		if r.X1 > 0 && r.Y1 > 0 && r.X0 < w && r.Y0 < h {
			out.Print = append(out.Print, r)
		}
	}
	for _, b := range seals {
		x, y := px(b.X+b.W/2, b.Y+b.H/2)
		out.Seals = append(out.Seals, ink.Circle{X: x, Y: y, R: int(b.W / 2 * patchScale)})
	}
	out.Y, out.Cb, out.Cr = resample(p, f.to, x0, y0, w, h)
	f.rules.heal(x0, y0, w, h, out.Y, out.Cb, out.Cr)
	return out
}

// resample takes w by h pixels at patchScale from (x0, y0) of a sheet that a
// map lays on the page. Cb and Cr are nil for a page without colour.
func resample(p *raster.Page, to Transform, x0, y0 float64, w, h int) (luma, blue, red []uint8) {
	im := p.Image
	luma = make([]uint8, w*h)
	colour := len(im.Cb) == len(im.Y) && len(im.Cr) == len(im.Y)
	if colour {
		blue, red = make([]uint8, w*h), make([]uint8, w*h)
	}
	// Pixels of the page per pixel of the patch decide how many samples are
	// averaged; a page about as fine as the patch is interpolated.
	sx, sy := float64(im.W)/p.WidthMM, float64(im.H)/p.HeightMM
	scale, _, _ := to.shape()
	n := min(max(1, int(math.Round(scale*math.Max(sx, sy)/patchScale))), 8)
	step := 1 / (patchScale * float64(n))
	l, cb, cr, count := make([]int32, w), make([]int32, w), make([]int32, w), make([]int32, w)
	at := func(x int, i, y float64) (float64, float64) {
		u, v := to.Apply(x0+float64(x)/patchScale+i, y)
		return u*sx - 0.5, v*sy - 0.5
	}
	for y := range h {
		clear(l)
		clear(cb)
		clear(cr)
		clear(count)
		for k := range n * n {
			i := (float64(k%n) + 0.5) * step
			sy := y0 + float64(y)/patchScale + (float64(k/n)+0.5)*step
			// The map is all but linear over a few millimetres.
			const run = 24
			for begin := 0; begin < w; begin += run {
				u, v := at(begin, i, sy)
				u1, v1 := at(begin+run, i, sy)
				du, dv := (u1-u)/run, (v1-v)/run
				end := min(begin+run, w)
				if colour && amid(im, u, v) && amid(im, u1, v1) {
					// The common case: no pixel is at an edge.
					for x := begin; x < end; x, u, v = x+1, u+du, v+dv {
						px, py := int(u+1)-1, int(v+1)-1 // as sample has it
						fx, fy := int32((u-float64(px))*16), int32((v-float64(py))*16)
						a, b := im.Y[py*im.W+px:][:2], im.Y[(py+1)*im.W+px:][:2]
						top := 16*int32(a[0]) + fx*(int32(a[1])-int32(a[0]))
						bottom := 16*int32(b[0]) + fx*(int32(b[1])-int32(b[0]))
						l[x] += 16*top + fy*(bottom-top)
						q := int(v+0.5)*im.W + int(u+0.5)
						cb[x] += int32(im.Cb[q])
						cr[x] += int32(im.Cr[q])
						count[x]++
					}
					continue
				}
				for x := begin; x < end; x, u, v = x+1, u+du, v+dv {
					if !(u > -1 && v > -1 && u < float64(im.W) && v < float64(im.H)) {
						continue
					}
					count[x]++
					l[x] += int32(sample(im, u, v))
					if colour {
						q := min(max(int(v+0.5), 0), im.H-1)*im.W + min(max(int(u+0.5), 0), im.W-1)
						cb[x] += int32(im.Cb[q])
						cr[x] += int32(im.Cr[q])
					}
				}
			}
		}
		for x, k := range count {
			q := y*w + x
			switch k {
			case 0: // beyond the picture: paper
				l[x], cb[x], cr[x] = 255*256, 128, 128
			case 1:
			default:
				l[x], cb[x], cr[x] = l[x]/k, cb[x]/k, cr[x]/k
			}
			luma[q] = uint8(l[x] / 256)
			if colour {
				blue[q], red[q] = uint8(cb[x]), uint8(cr[x])
			}
		}
	}
	return luma, blue, red
}

// amid reports whether a point in pixels lies in a picture and well off its edges.
func amid(im *raster.Image, u, v float64) bool {
	return u > 2 && v > 2 && u < float64(im.W-3) && v < float64(im.H-3)
}

// sample interpolates the luma at a point in pixels, times 256.
func sample(im *raster.Image, u, v float64) int {
	x, y := int(u+1)-1, int(v+1)-1 // u and v are above -1
	fx, fy := int((u-float64(x))*16), int((v-float64(y))*16)
	x1, y1 := min(x+1, im.W-1), min(y+1, im.H-1)
	x, y = max(x, 0), max(y, 0)
	if x1-x == 1 && y1-y == 1 { // the common case without edges
		q := im.Y[y*im.W+x:]
		r := im.Y[y1*im.W+x:]
		a := int(q[0])*(16-fx) + int(q[1])*fx
		b := int(r[0])*(16-fx) + int(r[1])*fx
		return a*(16-fy) + b*fy
	}
	a := int(im.Y[y*im.W+x])*(16-fx) + int(im.Y[y*im.W+x1])*fx
	b := int(im.Y[y1*im.W+x])*(16-fx) + int(im.Y[y1*im.W+x1])*fx
	return a*(16-fy) + b*fy
}
