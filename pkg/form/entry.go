package form

import (
	"slices"
	"strings"
)

// isEntry reports whether the captions of a row end in a colon, as labels of values
// do: who signs does so behind them, or under them. One colon alone may be a stroke
// of a pen.
func (r *room) isEntry(all []*room) bool {
	return !r.field.Repeated && !slices.ContainsFunc(all, func(o *room) bool {
		return (o == r || r.abreast(o) && shareHint(o.field, r.field)) && (o.hinted() ||
			!slices.ContainsFunc(o.claims, func(c claim) bool { return c.is(captionRole, o.field) && strings.HasSuffix(c.read, ":") }))
	})
}

// entries puts the places of captions that end in a colon behind them, unless
// more is written under them.
func (l *located) entries(all []*room, scale float64) {
	const some = 4 // mm² that are dirt
	var behind, under float64
	for _, r := range all {
		if r.entry {
			behind, under = behind+l.inkIn(r, r.behind(scale)), under+l.inkIn(r, r.beneath(scale))
		}
	}
	if under > some && under > 2*behind {
		return
	}
	for _, r := range all {
		if b := r.behind(scale); r.entry && !r.walled && b.W > leastAside*scale && b.H > leastHeight*scale {
			r.isAside, r.box = true, b
		}
	}
}

// behind returns what is free behind the captions, as high as the place usually is.
func (r *room) behind(scale float64) Box {
	h, middle := r.field.Area.H*scale, r.caps.Y+r.caps.H/2
	x, y := r.caps.X+r.caps.W+besideCaption, max(middle-h/2, r.printed+1)
	return Box{x, y, r.right - x, min(middle+h/2, r.below-1) - y}
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
