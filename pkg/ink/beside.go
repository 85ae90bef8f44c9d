package ink

import (
	"math"
	"slices"
)

// Ink beside a box that may be a signature, in mm.
const (
	besideLength  = 6  // of its strokes at least
	besideSide    = 22 // from the box sideways to its middle at most: hands run out to the sides
	besideUp      = 10 // over the box
	besideDown    = 14 // and under it
	besideName    = 20 // where a seal belongs, too: officials sign on their names, which stand under it
	besideCaption = 3  // over its captions
	besideWide    = 70 // as much as a hand takes: values written in rows take more
	besideTall    = 32

	besideTurns = 0.05 // turns per mm of its strokes at least: borders and folds bend less

	// An arc of the paper's ornaments: where they are as dark as ink, nothing beside a
	// place is told from them. In black and white they are as long as package ink
	// takes for the pattern, and more than one, since hands draw such strokes, too.
	besideArc = 30.0
)

// besideOut is the part of such ink that lies outside the box at least; with less,
// the box itself was judged by it.
const besideOut = 0.25

// Beside returns where ink lies that may be a signature which its hand put beside
// the box of a patch or across its edge, and which is nearer to this box than to
// any of p.Others: bounds in pixels of the patch, most strokes first. It looks as
// far as the patch reaches and may be called concurrently.
func Beside(p *Patch) []Rect {
	if !p.valid() {
		return nil
	}
	s := newSheet(p)
	mask, strong := s.mask(p, new(Features))
	zone := p.Box
	zone.X0, zone.X1 = zone.X0-int(besideSide*s.mm), zone.X1+int(besideSide*s.mm)
	down := float64(besideDown)
	if p.Sealed {
		down = besideName
	}
	zone.Y0, zone.Y1 = zone.Y0-int(besideUp*s.mm), max(zone.Y1, p.Captions.Y1)+int(down*s.mm)
	if p.Captions.Y1 > p.Captions.Y0 { // hands that lie on their own captions
		zone.Y0 = min(zone.Y0, p.Captions.Y0-int(besideCaption*s.mm))
	}
	ornament, most := besideArc, 0
	if p.Bilevel {
		ornament, most = smooth, 1
	}
	var ps []*piece
	for _, q := range s.pieces(mask, s.ink, strong) {
		switch {
		case s.band(q):
			continue
		case s.arc(q, ornament):
			if most--; most < 0 {
				return nil
			}
		}
		switch {
		case !zone.has((q.X0+q.X1)/2, (q.Y0+q.Y1)/2):
		case s.slight(q, p.Print):
		default:
			ps = append(ps, q)
		}
	}
	typed := map[*piece]bool{}
	for _, l := range s.textLines(ps) {
		for _, q := range l.pieces {
			typed[q] = true
		}
	}
	var rest []*piece
	for _, q := range ps {
		if !typed[q] && !s.dirt(q, ps) {
			rest = append(rest, q)
		}
	}
	type hand struct {
		Rect
		length float64
	}
	var hands []hand
	for _, c := range s.clusters(rest) {
		b := bounds(c)
		if float64(b.X1-b.X0) > besideWide*s.mm || float64(b.Y1-b.Y0) > besideTall*s.mm {
			continue
		}
		k := s.thin(c)
		if turns := k.turning / (2 * math.Pi); k.length >= besideLength*s.mm && turns >= besideTurns*k.length/s.mm && p.out(c, s.w) >= besideOut && p.nearest(b) {
			hands = append(hands, hand{b, k.length})
		}
	}
	slices.SortStableFunc(hands, func(a, b hand) int { return int(b.length - a.length) })
	var out []Rect
	for _, h := range hands {
		out = append(out, h.Rect)
	}
	return out
}

// band reports whether a piece is a side or a corner of a frame round the page, however it is
// ornamented: long, and all of it along the sides of its bounds.
func (s *sheet) band(q *piece) bool {
	const long, narrow, share = 60, 5, 0.95 // mm, and of its pixels
	if float64(max(q.w(), q.h())) < long*s.mm {
		return false
	}
	edge, along := int(narrow*s.mm), 0
	for _, i := range q.pixels {
		x, y := int(i)%s.w, int(i)/s.w
		if min(x-q.X0, q.X1-1-x, y-q.Y0, q.Y1-1-y) < edge {
			along++
		}
	}
	return float64(along) >= share*float64(len(q.pixels))
}

// bounds is the rectangle round pieces.
func bounds(ps []*piece) Rect {
	b := ps[0].Rect
	for _, q := range ps {
		b.X0, b.Y0, b.X1, b.Y1 = min(b.X0, q.X0), min(b.Y0, q.Y0), max(b.X1, q.X1), max(b.Y1, q.Y1)
	}
	return b
}

// out is the part of pieces that lies outside the box.
func (p *Patch) out(ps []*piece, w int) float64 {
	all, out := 0, 0
	for _, q := range ps {
		all += q.area
		for _, i := range q.pixels {
			if !p.Box.has(int(i)%w, int(i)/w) {
				out++
			}
		}
	}
	return float64(out) / float64(all)
}

// nearest reports whether the middle half of a rectangle is nearer to the box than to those
// of others, and has nothing in them: hands run out to the sides.
func (p *Patch) nearest(r Rect) bool {
	r.X0, r.X1 = r.X0+(r.X1-r.X0)/4, r.X1-(r.X1-r.X0)/4
	own := r.gap(p.Box)
	return !slices.ContainsFunc(p.Others, func(o Rect) bool { return r.gap(o) <= own })
}

// gap is the square of the distance between two rectangles, 0 if they touch.
func (r Rect) gap(o Rect) int {
	dx, dy := max(0, o.X0-r.X1, r.X0-o.X1), max(0, o.Y0-r.Y1, r.Y0-o.Y1)
	return dx*dx + dy*dy
}
