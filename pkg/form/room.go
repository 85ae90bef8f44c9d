package form

import (
	"math"
	"slices"
)

// room is the place of a field beside its block, in the block's own frame.
type room struct {
	*block
	at   local
	caps Box   // the block there
	rest []Box // lines of the captions that were not read, in the view
	// How far the field may reach: the middle towards its neighbours, the sides
	// of a table's cell, the edge of the page.
	left, right float64
	walled      bool    // left and right are ruled lines
	east        float64 // the right edge of the page or of its printed border
	// The next print or ruled line over and under the block.
	above, below float64
	printed      float64      // the foot of the last caption, label or line of body text over the block
	over, under  [2]besideInk // near the block, and farther
	parted       bool         // from the captions, by a ruled line over or under them
	ruled        float64      // that line
	rules        rules        // of the cell
	up           bool         // who signs may do so over the captions
	entry        bool         // who signs may do so behind the captions
	isAside      bool         // the box is beside the captions, and found
	box          Box
}

// Free space around captions in mm.
const (
	besideCaption = 1.5  // between a caption and its field
	leastHeight   = 10.0 // of a place to sign
	pageEdge      = 6.0  // that nobody signs on
	lineLong      = 1.25 // in parts of a place: a line to sign on behind its captions
)

// rooms finds the place of each block.
func (l *located) rooms() []*room {
	scale := l.scale()
	var out []*room
	for _, b := range l.blocks {
		at := b.frame()
		if b.field.Repeated { // the rules of a table run farther than its short captions tell
			at.slope = l.script.view.tilt.at(at.cy)
		}
		caps, rest := l.footed(b)
		out = append(out, &room{block: b, at: at, caps: caps, rest: rest})
	}
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	y1 = min(y1-pageEdge, l.border(x0, x1, foot(out)+leastHeight*scale, y1)-1)
	days := l.days()
	for _, r := range out {
		r.entry = l.isEntry(r, out) || l.besideName(r)
	}
	l.shareEntries(out)
	for _, r := range out {
		r.left, r.right, r.above = l.within(r.at, r.caps, Box{x0 + pageEdge, y0 + pageEdge, x1 - x0 - 2*pageEdge, y1 - y0 - pageEdge})
		r.east, r.below = r.right, y1
		r.printed = r.above
		flush := r.entry || l.flush(r, out)
		for _, o := range out {
			switch {
			case o == r || !r.abreast(o):
			case flush && o.caps.X > r.caps.X:
				r.right = min(r.right, o.caps.X-1)
			case flush:
			case o.middle() > r.middle():
				r.right = min(r.right, (o.middle()+r.middle())/2)
			default:
				r.left = max(r.left, (o.middle()+r.middle())/2)
			}
		}
		l.cell(r, out, scale)
		if r.isAside || l.inSignRow(r, scale) {
			continue
		}
		half := r.field.Area.W * max(scale, 1) / 2
		switch {
		case !r.walled && flush:
			r.left = max(r.left, r.caps.X-3)
			width := 2 * half
			if r.entry {
				width = r.caps.W + lineLong*width
			}
			r.right = max(min(r.right, r.left+width), r.caps.X+r.caps.W)
		case !r.walled:
			half = min(half, r.right-r.middle()-1, r.middle()-r.left-1)
			half = max(half, r.caps.W/2, 12*scale)
			r.left, r.right = r.middle()-half, r.middle()+half
		case r.right-r.left > 1.6*2*half && !r.field.Repeated: // in a table the whole cell
			r.left, r.right = max(r.left, r.middle()-half), min(r.right, r.middle()+half)
		}
	}
	for _, r := range out {
		if !r.isAside {
			r.endAt(out)
			l.bound(r, out, days)
		}
	}
	if under := l.underHead(out, scale); under != nil {
		return under
	}
	l.entries(out, scale)
	l.behindRows(out, scale)
	l.lastBehind(out, days, scale)
	if slices.ContainsFunc(out, func(r *room) bool { return r.isAside }) { // what is there is theirs
		for _, r := range out {
			if !r.isAside {
				r.endAt(out)
				l.measureBeside(r, days)
			}
		}
	}
	l.sides(out, scale)
	for _, r := range out {
		if r.isAside {
			continue
		}
		side := r.field.Area.Side
		l.place(r, side == Above || side == Either && r.up, out, scale)
	}
	return out
}

// foot is that of the lowest captions.
func foot(all []*room) float64 {
	y := math.Inf(-1)
	for _, r := range all {
		y = max(y, r.caps.Y+r.caps.H)
	}
	return y
}

// abreast reports whether two blocks stand side by side.
func (r *room) abreast(o *room) bool {
	return math.Abs(o.middle()-r.middle()) > 8 &&
		(math.Abs(o.caps.Y-r.caps.Y) < 12 || math.Abs(o.caps.Y+o.caps.H-r.caps.Y-r.caps.H) < 12)
}

// place sets the box over or under the captions. Where several sign side by
// side, the places reach equally far; another row of captions ends them, and so do
// the captions, labels and body text over one of them.
func (l *located) place(r *room, up bool, all []*room, scale float64) {
	h := r.field.Area.H * scale
	near, far := r.caps.Y+r.caps.H+besideCaption, r.below-1
	if r.parted && r.ruled > r.caps.Y {
		near = r.ruled + 0.5
	}
	end := near + h
	if up {
		near, far = r.caps.Y-besideCaption, r.above+1
		if r.parted && r.ruled < r.caps.Y {
			near = r.ruled - 0.5
		}
		end = near - h
	}
	printed, closed := r.printed, false // closed by the captions of another one, to which it reaches
	for _, o := range all {
		overlap := min(o.caps.X+o.caps.W, r.right) - max(o.caps.X, r.left)
		switch {
		case o == r:
		case r.abreast(o) && !up:
			end = max(end, o.caps.Y+o.caps.H+besideCaption+o.field.Area.H*scale)
			if o.walled && !o.isAside { // the rules of its cell were found
				end = max(end, o.below)
			}
		case r.abreast(o):
			end = min(end, o.caps.Y-besideCaption-o.field.Area.H*scale)
			far = min(far, o.above+1)
			if o.printed < near { // over both
				printed = max(printed, o.printed)
			}
		case overlap < 0.1*(r.right-r.left):
		case !up && o.caps.Y > near+leastHeight*scale:
			far = min(far, o.caps.Y-1)
			closed = true
		case up && o.caps.Y+o.caps.H < near-leastHeight*scale:
			far = max(far, o.caps.Y+o.caps.H+1)
		}
	}
	switch {
	case up && !r.walled:
		far = max(far, printed+1)
	case up && near-r.above > leastHeight*scale: // else a line of its frame was not seen
		far = max(far, r.above+1)
	}
	most := 1.6 * h
	if low := min(far, end+furtherDown*scale); !up && low > end && l.goesOn(r, all, end, low) {
		end, most = low, max(most, low-near)
	}
	if r.walled || !up && end > far || up && end < far || closed && far-near < most {
		end = far
	}
	if r.walled { // a cell ends where its rules are
		most = 2.5 * h
	}
	if !up {
		r.box = Box{r.left, near, r.right - r.left, max(min(end-near, most), leastHeight*scale)}
		return
	}
	h = max(min(near-end, most), leastHeight*scale)
	r.box = Box{r.left, near - h, r.right - r.left, h}
}

// furtherDown is how far under its usual height, in mm, hands and names go on.
const furtherDown = 14

// goesOn reports whether they do from the end of a person's place to somewhat lower, there or beside
// it. Where the captions of all were found it is not another one who signed there.
func (l *located) goesOn(r *room, all []*room, end, low float64) bool {
	const some = 4 // mm² that are dirt
	if r.walled || l.form.sealed(r.field) || l.share() < 1 {
		return false
	}
	return slices.ContainsFunc(r.withHint(all), func(o *room) bool {
		return (o == r || o.abreast(r)) && l.inkIn(o, Box{o.left + 2, end - 1, o.right - o.left - 4, low - end + 1}) > some
	})
}
