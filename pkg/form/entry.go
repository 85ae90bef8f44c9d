package form

import (
	"math"
	"slices"
	"strings"
)

// isEntry reports whether the captions of a row end in a colon, as labels of values
// do: who signs does so behind them, or under them. One colon alone may be a stroke
// of a pen, unless it stands behind a hint that follows its caption on the line. Where
// such captions stand among the labels of the values no colon is needed.
func (l *located) isEntry(r *room, all []*room) bool {
	const labels = 3 // in one column, at least
	if r.field.Repeated || l.crowded(r) {
		return false
	}
	if r.hinted() {
		ended, listed, rows := false, true, 0
		for _, o := range all {
			if o.inline() && shareHint(o.field, r.field) {
				ended = ended || o.colon(hintRole)
				over, under := l.labelsAlong(o.claims[0].box)
				listed = listed && (o == r || !r.abreast(o)) && over > 0 && over+under >= labels
				rows++
			}
		}
		return r.inline() && (ended || listed && rows > 1)
	}
	return !slices.ContainsFunc(all, func(o *room) bool {
		return (o == r || r.abreast(o) && shareHint(o.field, r.field)) && (o.hinted() || !o.colon(captionRole))
	})
}

// crowded reports whether other captions or labels begin so near behind the captions that
// nobody can sign between.
func (l *located) crowded(r *room) bool {
	return l.names(r, func(b Box) bool {
		x, y := r.at.from(b.X, b.Y+b.H/2)
		gap := x - r.caps.X - r.caps.W
		return gap > 0 && gap < leastAside && y > r.caps.Y && y < r.caps.Y+r.caps.H
	})
}

// shareEntries makes captions of a column alike: where one has a colon, the other's was not
// read, and where the name of one signer stands behind the captions, a signature hides that
// of the other.
func (l *located) shareEntries(all []*room) {
	const off = 4 // mm
	for _, r := range all {
		for _, o := range all {
			if r.entry && !o.entry && (!r.hinted() && !o.hinted() || l.besideName(r)) &&
				shareHint(r.field, o.field) && !r.abreast(o) && math.Abs(r.caps.X-o.caps.X) < off {
				o.entry = true
			}
		}
	}
}

// inline reports whether the hint of a block follows its caption on the line.
func (b *block) inline() bool { return b.behind() > 0 }

// colon reports whether a caption or a hint of the block ends in a colon.
func (b *block) colon(of role) bool {
	return slices.ContainsFunc(b.claims, func(c claim) bool { return c.is(of, b.field) && strings.HasSuffix(c.read, ":") })
}

// entries puts the places of captions that end in a colon behind them, unless
// more is written under them.
func (l *located) entries(all []*room, scale float64) {
	const some = 4 // mm² that are dirt
	var behind, under float64
	for _, r := range all {
		if r.entry {
			behind, under = behind+l.inkIn(r, r.behind(all, scale)), under+l.inkIn(r, r.beneath(scale))
		}
	}
	if under > some && under > 2*behind {
		return
	}
	for _, r := range all {
		if b := r.behind(all, scale); r.entry && !r.walled && b.W > leastAside*scale && b.H > leastHeight*scale {
			r.isAside, r.box = true, b
		}
	}
}

// behind returns what is free behind the captions, as high as the place usually is
// or as far as to those of the rows over and under it: a line to sign on runs at the
// foot of the captions, with a name under it.
func (r *room) behind(all []*room, scale float64) Box {
	const foot = 0.4 // of the way to the next row belongs to the one over it
	h, middle := r.field.Area.H*scale, r.caps.Y+r.caps.H/2
	x, top, bottom := r.caps.X+r.caps.W+besideCaption, max(middle-h/2, r.printed+1), min(middle+h/2, r.below-1)
	for _, o := range all {
		apart := o.caps.Y + o.caps.H/2 - middle
		switch {
		case !o.entry || r.abreast(o) || o == r:
		case apart > 0:
			bottom = min(bottom, middle+foot*apart)
		default:
			top = max(top, middle+(1-foot)*apart)
		}
	}
	return Box{x, top, r.right - x, bottom - top}
}

// beneath returns what is free under the captions and the row of them.
func (r *room) beneath(scale float64) Box {
	h := r.field.Area.H * scale
	y := r.caps.Y + r.caps.H/2 + h/2
	return Box{r.left, y, r.right - r.left, max(min(y+h/2, r.below-1)-y, 0)}
}

// inkIn returns the ink in a box of a block's frame, in mm².
func (l *located) inkIn(r *room, b Box) float64 {
	if b.W <= 0 || b.H <= 0 {
		return 0
	}
	return l.script.ink.window(l.script.view.angle, r.at, b).amount(b)
}
