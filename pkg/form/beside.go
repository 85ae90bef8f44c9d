package form

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

// besideRoom is cut around a place where ink beside it is looked for.
var besideRoom = around{30, 18, 14}

// overOfficial is how far over the place of an official, in mm, lie that official's
// captions: ink on them is more likely the official's than that of a person who
// signs over them.
const overOfficial = 10

// besideTries is how much of the ink beside a place is looked at, the most of it first.
const besideTries = 3

// openTo reports whether ink beside the place of a person who did not sign in it
// may be that person's: where every place to sign is known, so that none is taken
// for another's, and no ruled lines part them.
func (f *spot) openTo(all []*spot) bool {
	return !f.sealed && f.row == 0 && len(f.rules.upright)+len(f.rules.level) == 0 && f.known &&
		!slices.ContainsFunc(all, func(o *spot) bool { return o.Kind == Signature && (!o.found() || !o.known) })
}

// beside looks for the signature of a person beside the place for it: hands start
// over it, cross the captions under it and run out to the sides. Where there is
// ink that is nearest to this place, the place is moved over that ink and judged
// there.
func (f *spot) beside(p *raster.Page, all []*spot, seals []Box) (ink.Features, Box, bool) {
	patch := f.cutAt(f.box, besideRoom, p, all, seals)
	for _, o := range all {
		if o.sealed && o.Kind == Signature {
			x, y := patch.Box.X0+int((o.box.X-f.box.X)*patchScale), patch.Box.Y0+int((o.box.Y-f.box.Y)*patchScale)
			patch.Others = append(patch.Others, ink.Rect{X0: x, Y0: y - overOfficial*patchScale, X1: x + int(o.box.W*patchScale), Y1: y})
		}
	}
	near := ink.Beside(patch)
	for _, r := range near[:min(len(near), besideTries)] {
		at := f.box
		at.X += held(r.X0, r.X1, patch.Box.X0, patch.Box.X1)
		at.Y += held(r.Y0, r.Y1, patch.Box.Y0, patch.Box.Y1)
		if got := ink.Measure(f.cutAt(at, f.around(), p, all, seals)); ink.Judge(got, false).State.Signed() {
			return got, at, true
		}
	}
	return ink.Features{}, Box{}, false
}

// held is how far in mm a place from a to b is moved to hold ink from x0 to x1, in
// pixels of a patch.
func held(x0, x1, a, b int) float64 {
	const edge = patchScale // 1 mm
	x0, x1 = x0-edge, x1+edge
	by := 0
	switch {
	case x1-x0 > b-a:
		by = (x0 + x1 - a - b) / 2
	case x0 < a:
		by = x0 - a
	case x1 > b:
		by = x1 - b
	}
	return float64(by) / patchScale
}
