package form

import (
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

// besideRoom is cut around a place where ink beside it is looked for.
var besideRoom = around{30, 18, 22}

// overOfficial is how far over the place of an official, in mm, lie that official's
// captions: ink on them is more likely the official's than that of a person who
// signs over them.
const overOfficial = 10

// besideSure is how likely ink beside a place is a signature at least: what stands
// there may be many things.
const besideSure = 0.9

// besideTries is how much of the ink beside a place is looked at, the most of it first.
const besideTries = 3

// openTo reports whether ink beside the place of a person who did not sign in it
// may be that person's: where every place to sign is known, so that none is taken
// for another's. Of a cell the captions must be known.
func (f *spot) openTo(all []*spot) bool {
	return f.row == 0 && f.known && (!f.cell() || f.caps.H > 0) &&
		!slices.ContainsFunc(all, func(o *spot) bool { return o.Kind == Signature && (!o.found() || !o.known) })
}

// beside looks for the signature of a person beside the place for it: hands start
// over it, cross the captions under it and run out to the sides, and officials sign on their
// typed names. Where there is ink that is nearest to this place, the place is moved over that
// ink and judged there.
func (f *spot) beside(p *raster.Page, all []*spot, seals []Box) (ink.Features, Box, bool) {
	patch := f.cutAt(f.box, besideRoom, p, all, seals)
	onPatch := func(b Box) ink.Rect {
		x, y := patch.Box.X0+int((b.X-f.box.X)*patchScale), patch.Box.Y0+int((b.Y-f.box.Y)*patchScale)
		return ink.Rect{X0: x, Y0: y, X1: x + int(b.W*patchScale), Y1: y + int(b.H*patchScale)}
	}
	onSheet := func(r ink.Rect) Box {
		const mm = 1.0 / patchScale
		return Box{f.box.X + mm*float64(r.X0-patch.Box.X0), f.box.Y + mm*float64(r.Y0-patch.Box.Y0), mm * float64(r.X1-r.X0), mm * float64(r.Y1-r.Y0)}
	}
	for _, o := range all {
		if o.sealed && o.Kind == Signature {
			patch.Others = append(patch.Others, onPatch(Box{o.box.X, o.box.Y - overOfficial, o.box.W, overOfficial}))
		}
	}
	patch.Captions = onPatch(f.caps)
	caps := f.captionsOver()
	for i, o := range patch.Others { // who signs over this place ends above what crosses these captions
		if y := onPatch(caps).Y0; caps.H > 0 && o.Y1 > y-onCaptions*patchScale && o.Y0 < y-2*onCaptions*patchScale && o.X0 < patch.Box.X1 && o.X1 > patch.Box.X0 {
			patch.Others[i].Y1 = y - onCaptions*patchScale
		}
	}
	near := ink.Beside(patch)
	for _, r := range near[:min(len(near), besideTries)] {
		b := onSheet(r)
		crosses := b.Y+b.H/2 > caps.Y-1 && b.Y+b.H/2 < caps.Y+caps.H
		if f.cell() && !f.onOwnCaptions(b) && !f.besideOwnCaptions(b) && !f.acrossWall(b) || f.amongValues(b, all) || f.inMargin(b) || f.nearerPrint(b) || f.behindPrint(b) || !crosses && f.inOthers(b, all) {
			continue
		}
		at := f.box.over(b)
		if got, ok := f.signedAt(at, p, all, seals); ok {
			return got, at, true
		}
	}
	return ink.Features{}, Box{}, false
}

// signedAt measures the place moved to somewhere else, and reports whether a signature is
// surely there.
func (f *spot) signedAt(at Box, p *raster.Page, all []*spot, seals []Box) (ink.Features, bool) {
	got := ink.Measure(f.cutAt(at, f.reach(), p, all, seals))
	said := ink.Judge(got, f.sealed)
	return got, said.State.Signed() && said.Confidence >= besideSure
}

// closer looks at the place of an official as at that of a person, of which a network sees the strokes
// larger and nothing far about them, and reports whether a signature is surely there: a small one is
// lost beside a seal.
func (f *spot) closer(p *raster.Page, all []*spot, seals []Box) (ink.Features, bool) {
	person := *f
	person.sealed = false
	got, ok := person.signedAt(f.box, p, all, seals)
	return got, ok && ink.Judge(got, true).State.Signed()
}

// lookAgain looks for the signature of an official whom the look at all of the place did not find: closer,
// about the seal, and beside the place. at is where the place was moved to, without size if it was not.
func (f *spot) lookAgain(p *raster.Page, all []*spot, seals []Box) (got ink.Features, at Box, ok bool) {
	if got, ok = f.closer(p, all, seals); ok {
		return got, at, true
	}
	if got, at, ok = f.besideSeal(p, all, seals); ok || !f.openTo(all) {
		return got, at, ok
	}
	return f.beside(p, all, seals)
}

// cell reports whether ruled lines part the place from others.
func (f *spot) cell() bool { return len(f.rules.upright)+len(f.rules.level) > 0 }

// onOwnCaptions reports whether ink lies across the captions of the place, in its column: a table
// may have them in a cell of their own, which is nobody else's.
func (f *spot) onOwnCaptions(b Box) bool {
	x := b.X + b.W/2
	return f.caps.H > 0 && x > f.box.X && x < f.box.X+f.box.W && b.Y < f.caps.Y+f.caps.H && b.Y+b.H > f.caps.Y
}

// besideOwnCaptions reports whether ink lies in the cell of captions that stand left of their place, in its
// row: nobody else signs there.
func (f *spot) besideOwnCaptions(b Box) bool {
	row := Box{f.caps.X, f.box.Y, f.box.X - f.caps.X, f.box.H}
	return f.caps.H > 0 && f.caps.X+f.caps.W < f.box.X+1 && row.holds(b.X+b.W/2, b.Y+b.H/2)
}

// acrossWall reports whether ink lies across an upright side of the cell of the place, in its row: who
// ran out of it began there.
func (f *spot) acrossWall(b Box) bool {
	const into = 3 // mm
	y := b.Y + b.H/2
	if y < f.box.Y || y > f.box.Y+f.box.H {
		return false
	}
	west, east := f.box.X, f.box.X+f.box.W
	return b.X < west-into && b.X+b.W > west+into || b.X < east-into && b.X+b.W > east+into
}

// amongValues reports whether ink stands behind print of the form, in its row or
// between rows of it, as values do that are written by hand. The captions of those who sign
// are no labels of values.
func (f *spot) amongValues(b Box, all []*spot) bool {
	over, under := false, false
	for _, c := range f.print {
		if captionOf(c, all) || c.X > b.X+labelReach || c.X+c.W < b.X-valueReach {
			continue
		}
		row := min(c.Y+c.H, b.Y+b.H) - max(c.Y, b.Y)
		if c.X+c.W < b.X+labelReach && row > c.H/2 {
			return true
		}
		over = over || c.Y+c.H/2 < b.Y+b.H/2 && c.Y > b.Y-rowsApart
		under = under || c.Y+c.H/2 > b.Y+b.H/2 && c.Y < b.Y+b.H+rowsApart
	}
	return over && under
}

// nearerPrint reports whether ink is nearer to other print on the row of the captions, across
// the page: to what says where somebody signs who has no field, as a witness.
func (f *spot) nearerPrint(b Box) bool {
	const row = 4 // mm
	x := b.X + b.W/2
	return f.caps.H > 0 && slices.ContainsFunc(f.print, func(c Box) bool {
		return f.caps.overlap(c) == 0 && math.Abs(c.Y+c.H/2-f.caps.Y-f.caps.H/2) < row+f.caps.H/2 &&
			math.Abs(c.X+c.W/2-x) < math.Abs(f.caps.X+f.caps.W/2-x)
	})
}

// behindPrint reports whether print other than the own captions stands between the place and ink
// under it: what is under the captions of another one is not signed by the one over them.
func (f *spot) behindPrint(b Box) bool {
	foot := f.box.Y + f.box.H
	return slices.ContainsFunc(f.print, func(c Box) bool {
		y := c.Y + c.H/2
		return y > foot && y < b.Y+b.H/2 && c.X < b.X+b.W && c.X+c.W > b.X && f.caps.overlap(c) == 0
	})
}

// captionOf reports whether print is of the captions of those who sign.
func captionOf(c Box, all []*spot) bool {
	return slices.ContainsFunc(all, func(o *spot) bool { return o.Kind == Signature && o.caps.overlap(c) > 0 })
}

// onCaptions is how far a signature whose middle lies on captions reaches over them, in mm.
const onCaptions = 9

// captionsOver is where the captions stand right over a place, of height 0 if they do not.
func (f *spot) captionsOver() Box {
	const gap = 3 // mm
	if math.Abs(f.caps.Y+f.caps.H-f.box.Y) > gap {
		return Box{}
	}
	return f.caps
}

// inOthers reports whether ink reaches into the place of somebody else who signs.
func (f *spot) inOthers(b Box, all []*spot) bool {
	return slices.ContainsFunc(all, func(o *spot) bool {
		return o.found() && o.box != f.box && o.Kind == Signature && o.box.overlap(b) > 0
	})
}

// inMargin reports whether ink stands left of all print of the form, in the margin of
// the sheet, where clerks make their notes.
func (f *spot) inMargin(b Box) bool {
	const least = 4 // lines of print that tell where the margin ends
	return len(f.print) >= least && !slices.ContainsFunc(f.print, func(c Box) bool { return b.X+b.W > c.X })
}

// Values written by hand, in mm: how far a label may reach into the ink behind it,
// how far behind it a value may begin, and how far over and under a row that has no
// label the next ones stand.
const (
	labelReach = 3
	valueReach = 90
	rowsApart  = 12
)

// strays is how far from the place for it, in mm, a seal may lie that is looked for
// where none was found near it; the middle of its ring may lie farther by as much as
// package ink looks round any place.
var strays = around{side: 22, up: 10}

// strayedSeal looks for the seal of an official farther from the place for it: on
// the captions, or aside where there is room. It must be plain to see, no faint
// circle of the paper's ornaments, and nearer to this place than to that of another
// official; then the place is judged moved over it. at is the square about its ring.
func (f *spot) strayedSeal(p *raster.Page, all []*spot) (got ink.Features, at Box, ok bool) {
	b := f.box
	wide := Box{b.X - strays.side, b.Y - strays.up, b.W + 2*strays.side, b.H + strays.up}
	x, y, r, ok := ink.FindSeal(f.cutAt(wide, f.reach(), p, all, nil), true)
	if !ok {
		return got, at, false
	}
	x, y = wide.X+x, wide.Y+y
	away := b.distance(x, y)
	if slices.ContainsFunc(all, func(o *spot) bool { return o.sealed && o.box != b && o.found() && o.box.distance(x, y) <= away }) {
		return got, at, false
	}
	at = Box{x - r, y - r, 2 * r, 2 * r}
	got = ink.Measure(f.cutAt(b.over(at), f.reach(), p, all, nil))
	return got, at, ink.JudgeSeal(got, p.Mode == raster.Colour).State == ink.Present
}

// besideSeal looks for the signature of an official about a seal that reaches out of the
// place for both: it covers the left third of the signature (Nghị định 30/2020/NĐ-CP,
// Điều 33), so that the place is judged moved over the seal and what is right of it, or down
// or up to it where somebody else signs beside it.
func (f *spot) besideSeal(p *raster.Page, all []*spot, seals []Box) (ink.Features, Box, bool) {
	const right = 1.5 // widths of the seal
	for _, s := range seals {
		if f.box.distance(s.X+s.W/2, s.Y+s.H/2) > strays.side {
			continue
		}
		about := f.box.over(Box{s.X, s.Y, right * s.W, s.H})
		for _, at := range slices.Compact([]Box{about, {f.box.X, about.Y, f.box.W, about.H}}) {
			if at == f.box || f.inOthers(at, all) && !f.inOthers(f.box, all) {
				continue
			}
			if got, ok := f.signedAt(at, p, all, seals); ok {
				return got, at, true
			}
		}
	}
	return ink.Features{}, Box{}, false
}

// distance is that of a point from a box, 0 within it.
func (b Box) distance(x, y float64) float64 {
	return math.Hypot(max(0, b.X-x, x-b.X-b.W), max(0, b.Y-y, y-b.Y-b.H))
}

// over returns the box moved as far as it must be to hold another one, and a
// millimetre about it; one that is larger stands in its middle.
func (b Box) over(o Box) Box {
	b.X += held(o.X, o.X+o.W, b.X, b.X+b.W)
	b.Y += held(o.Y, o.Y+o.H, b.Y, b.Y+b.H)
	return b
}

// held is how far a place from a to b is moved to hold ink from x0 to x1, in mm.
func held(x0, x1, a, b float64) float64 {
	const edge = 1
	x0, x1 = x0-edge, x1+edge
	switch {
	case x1-x0 > b-a:
		return (x0 + x1 - a - b) / 2
	case x0 < a:
		return x0 - a
	case x1 > b:
		return x1 - b
	}
	return 0
}
