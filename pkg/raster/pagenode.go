package raster

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// pageNode is a page's dictionary with the attributes that a page may inherit
// from the page tree (ISO 32000-2 7.7.3.4).
type pageNode struct {
	dict      types.Dict
	resources types.Object
	media     types.Object
	crop      types.Object
	rotate    types.Object
}

func (p pageNode) inherit(f *objects, d types.Dict) pageNode {
	pick := func(dst *types.Object, key string) {
		if o, ok := d[key]; ok && f.resolve(o) != nil {
			*dst = o
		}
	}
	pick(&p.resources, "Resources")
	pick(&p.media, "MediaBox")
	pick(&p.crop, "CropBox")
	pick(&p.rotate, "Rotate")
	return p
}

// sheet is the displayed page: size in pt (1/72 inch, UserUnit applied) and the
// matrix from user space to the displayed page, whose origin is the top left
// corner with y down.
type sheet struct {
	w, h   float64
	turns  int // quarter turns clockwise
	matrix matrix
}

func (s sheet) box() rect { return rect{0, 0, s.w, s.h} }

// letter is what viewers assume where the media box is missing or empty.
var letter = rect{0, 0, 612, 792}

// sheet computes the displayed page from crop box, /Rotate and UserUnit
// (ISO 32000-2 14.11.2, 7.7.3.3). The crop box is cut to the media box; a
// /Rotate that is no multiple of 90 is rounded to one.
func (p pageNode) sheet(f *objects) sheet {
	box, ok := f.rect(p.media)
	if !ok {
		box = letter
	}
	if crop, ok := f.rect(p.crop); ok {
		if crop = crop.intersect(box); crop.w() > 0 && crop.h() > 0 {
			box = crop
		}
	}
	unit, ok := f.number(p.dict["UserUnit"])
	if !ok || unit <= 0 || unit > 75_000 {
		unit = 1
	}
	rotate, _ := f.number(p.rotate)
	turns := ((int(math.Round(math.Mod(rotate, 360)/90)) % 4) + 4) % 4

	w, h := box.w()*unit, box.h()*unit
	// Unturned: x right, y down from the top left corner.
	m := matrix{unit, 0, 0, -unit, -box.x0 * unit, box.y1 * unit}
	switch turns { // clockwise
	case 1:
		m = m.then(matrix{0, 1, -1, 0, h, 0})
		w, h = h, w
	case 2:
		m = m.then(matrix{-1, 0, 0, -1, w, h})
	case 3:
		m = m.then(matrix{0, -1, 1, 0, 0, w})
		w, h = h, w
	}
	return sheet{w: w, h: h, turns: turns, matrix: m}
}

// rect reads a rectangle (ISO 32000-2 7.9.5), whose corners come in any order.
func (f *objects) rect(o types.Object) (rect, bool) {
	v := f.numbers(o)
	if len(v) != 4 {
		return rect{}, false
	}
	r := rect{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
	if !(r.w() > 0 && r.h() > 0) || r.w() > 1e7 || r.h() > 1e7 {
		return rect{}, false
	}
	return r, true
}
