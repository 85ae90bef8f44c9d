package form

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// coveredShare is the share of a box that a picture put over the scan must take
// to be more than a neighbour.
const coveredShare = 0.02

// covered reports whether something of the file lies over the scan in a box, so
// that its ink cannot be seen or is none, or over one of the captions that say
// whose it is.
func covered(p *raster.Page, box Box, captions []Box) bool {
	for _, o := range over(p) {
		if shared := o.box.overlap(box); shared > 0 && (!o.picture || shared >= coveredShare*box.area()) {
			return true
		}
		if slices.ContainsFunc(captions, func(c Box) bool { return o.box.overlap(c) > 0 }) {
			return true
		}
	}
	return false
}

// layer is something over the scan.
type layer struct {
	box     Box
	picture bool // it may be transparent in parts
}

// over lists what is part of a page's picture and not of the paper, or hides
// it. Annotations are no part of the picture.
func over(p *raster.Page) []layer {
	var out []layer
	for _, o := range p.Overlay {
		out = append(out, layer{box: Box(o)})
	}
	for _, o := range p.Pasted {
		if o.Kind == raster.Content {
			out = append(out, layer{Box(o.Rect), true})
		}
	}
	return out
}

// captionsOf returns where captions and hints of a field were read.
func (r *Reading) captionsOf(f *Field) []Box {
	var out []Box
	for _, c := range r.Captions {
		for _, w := range slices.Concat(f.Captions, f.Hints) {
			if begins, _ := CutOpen(w); begins == c.Text || w == c.Text {
				out = append(out, c.Box)
			}
		}
	}
	return out
}
