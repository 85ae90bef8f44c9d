package form

import (
	"math"
	"slices"
)

// aside finds the place right of captions that stand alone in a cell of a table, in
// the middle of its height or in a column of such labels: in the next cell of the row, as
// high, at least as wide, and with nothing named in it. Other captions at the top or the
// foot of a cell stand over or under their place. The rules of a table run farther than short captions
// tell, so that they are followed as all of the print slopes, too.
func (l *located) aside(r *room, own *frameAround, scale float64) bool {
	at := r.at
	for _, slope := range slices.Compact([]float64{at.slope, l.script.view.tilt.at(at.cy)}) {
		if r.at.slope = slope; l.besideCell(r, own, scale) {
			return true
		}
	}
	r.at = at
	return false
}

// besideCell is aside along the slope of a room.
func (l *located) besideCell(r *room, own *frameAround, scale float64) bool {
	const (
		off   = 2 // mm that the middle of captions lies beside that of their cell
		least = 3 // mm over and under them
		hint  = 7 // mm under them that a hint takes which was not read
	)
	win := l.around(r, max(2.5*r.field.Area.W*scale, r.east-r.middle()+pageEdge), 1.5*r.field.Area.H*scale)
	over, under := own.margins(win)
	centred := math.Abs(over-under) <= 2*off && min(over, under) >= least && under <= 0.6*r.field.Area.H*scale
	labels := under < lowRoom*scale && r.caps.Y-own.roof < lowRoom*scale && own.floor-under < r.caps.Y+r.caps.H+hint && l.amongLabels(r)
	if r.field.Repeated || !centred && !labels || own.floor-own.roof < leastHeight*scale || own.floor-own.roof-over-under > blockLines {
		return false
	}
	east, ok := win.side(own.east+off, own.roof, own.floor)
	if !ok || east-own.east < max(0.9*(own.east-own.west), leastAside*scale) {
		return false
	}
	for _, y := range []float64{own.roof, own.floor} { // the row goes on
		if at, ok := win.floor(y-off, 1, own.east+off, east-off); !ok || at > y+off {
			return false
		}
	}
	box := Box{own.east + insideRule, own.roof + insideRule, east - own.east - 2*insideRule, own.floor - own.roof - 2*insideRule}
	if l.occupied(r, box) {
		return false
	}
	r.isAside, r.walled, r.box = true, true, box
	r.left, r.right, r.above, r.below = own.east, east, own.roof, own.floor
	r.rules = rules{[]float64{own.east, east}, []float64{own.roof, own.floor}}
	return true
}

// lowRoom is how much room under captions is too low for a place to sign, in mm.
const lowRoom = 20

// amongLabels reports whether the captions of another one who signs alike begin over or
// under those of a room, or have their middle there, as labels in the first column of a table do.
func (l *located) amongLabels(r *room) bool {
	const off, aside, least, most = 8, 4, 12, 60 // mm: one of them may begin with the number of its line
	return slices.ContainsFunc(l.blocks, func(o *block) bool {
		apart := math.Abs(o.box.Y - r.block.box.Y)
		return o != r.block && shareHint(o.field, r.field) && apart > least && apart < most &&
			(math.Abs(o.box.X-r.block.box.X) < off || math.Abs(o.middle()-r.middle()) < aside)
	})
}

// endAt ends a place where those beside their captions begin: over and under it, and beside it
// where they end before its captions do.
func (r *room) endAt(all []*room) {
	for _, o := range all {
		switch {
		case !o.isAside || min(o.right, r.right) < max(o.left, r.left):
		case o.box.X+o.box.W <= r.caps.X+besideCaption:
			r.left = max(r.left, o.box.X+o.box.W)
		case o.box.Y+o.box.H < r.caps.Y+leastHeight/2:
			r.above = max(r.above, o.box.Y+o.box.H)
		case o.box.Y > r.caps.Y+r.caps.H:
			r.below = min(r.below, o.box.Y)
		}
	}
}

// margins returns how much is bare over and under all that stands in a frame.
func (f *frameAround) margins(w *window) (over, under float64) {
	const rule, some = 1.5, 3 // mm that a line may stand aslant, and pixels of print
	c0, c1 := max(int((f.west+rule-w.x)/w.mm), 0), min(int((f.east-rule-w.x)/w.mm), w.w)
	first, last := -1, -1
	for y := w.row(f.roof + rule); y < w.row(f.floor-rule) && c0 < c1; y++ {
		if w.count(y, c0, c1) >= some {
			if last = y; first < 0 {
				first = y
			}
		}
	}
	if first < 0 {
		return 0, 0
	}
	return w.y + float64(first)*w.mm - f.roof, f.floor - w.y - float64(last+1)*w.mm
}

// leastAside is how wide a place beside its captions is at least, in mm.
const leastAside = 30
