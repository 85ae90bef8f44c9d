package form

import "github.com/tthclint/tthclint/pkg/ink"

// sealSide tells on which side of the captions of an official the place is by the seal,
// which lies in it: the middle of a ring that is plain to see, over them or under them.
func (l *located) sealSide(r *room) (up, ok bool) {
	const (
		reach = 60 // mm over and under the captions
		aside = 22 // and beside the place
		off   = 4  // mm that the middle lies over or under the captions at least
	)
	if !l.form.sealed(r.field) || r.isAside || r.field.Area.Side != Either || !usable(l.script.page) {
		return false, false
	}
	f := l.spotOf(r)
	caps, x0 := f.caps, r.left-r.caps.X+f.caps.X
	f.sealed, f.box = true, Box{x0 - aside, caps.Y - reach, r.right - r.left + 2*aside, caps.H + 2*reach}.within(f.sheet)
	x, y, _, ok := ink.FindSeal(f.cut(l.script.page, nil, nil), false)
	x, y = f.box.X+x, f.box.Y+y
	if !ok || x < x0-aside/2 || x > x0+r.right-r.left+aside/2 {
		return false, false
	}
	return y < caps.Y-off, y < caps.Y-off || y > caps.Y+caps.H+off
}
