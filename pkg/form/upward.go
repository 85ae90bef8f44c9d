package form

import (
	"math"
	"slices"
)

// besideInk is the ink in a zone over or under captions.
type besideInk struct{ ink, area float64 } // mm²

// measureBeside measures the ink over and under a block, which tells on which
// side of its captions somebody signed. The form's own print and rules are none.
func (l *located) measureBeside(r *room, days []Box) {
	w := l.script.ink.window(l.script.view.angle, r.at, Box{r.left, r.caps.Y - 70, r.right - r.left, r.caps.H + 140})
	clear := func(b Box) {
		x, y := r.at.from(b.X+b.W/2, b.Y+b.H/2)
		const pad = 0.4 // mm
		w.clear(Box{x - b.W/2 - pad, y - b.H/2 - pad, b.W + 2*pad, b.H + 2*pad})
	}
	for _, c := range l.script.claims {
		if c.likely > 0.8 && !c.short() && c.has(func(u use) bool { return u.form == l.form || u.form == nil }) {
			clear(c.box)
		}
	}
	for _, b := range days {
		clear(b)
	}
	for _, c := range l.script.claims { // values written by hand reach out of their rows
		if x, y := r.at.from(c.box.X, c.box.Y); c.likely > 0.9 && l.isLabel(c) && x < r.right && y < r.caps.Y {
			const reach = 2.5 // mm
			w.clear(Box{max(x, w.x), y - reach, r.right - max(x, w.x), c.box.H + 2*reach})
		}
	}
	w.clearRules()
	w.clearLeaders()
	zone := func(y0, y1 float64) besideInk {
		b := Box{r.left + 2, y0, r.right - r.left - 4, y1 - y0}
		return besideInk{w.amount(b), max(b.W, 0) * max(b.H, 0)}
	}
	const near, far = 16, 28
	top, bottom := r.caps.Y-1, r.caps.Y+r.caps.H+1
	r.over = [2]besideInk{zone(max(r.above+1, top-near), top), zone(max(r.above+1, top-far), top)}
	r.under = [2]besideInk{zone(bottom, min(r.below-1, bottom+near)), zone(bottom, min(r.below-1, bottom+far))}
}

// days returns where place and day stand, as "Tân Lập, ngày 02 tháng 3 năm 2024"
// or "Ngày: 24/09/2019": over the captions of an official.
func (l *located) days() []Box {
	var out []Box
	for _, p := range l.script.said {
		said := dayWordsOf(tokens(p.words))
		if said["thang"] && said["nam"] || said["ngay"] && (said["thang"] || said["nam"] || inFigures.MatchString(p.text())) {
			out = append(out, p.box())
		}
	}
	return out
}

// withoutBare takes off what the barest of the zones has, for its size: the dots
// of a screen, a pattern of the paper or the dust of a copier lie everywhere.
func withoutBare(all []*room) {
	const least = 300 // mm² of a zone that tells
	var zones []*besideInk
	for _, r := range all {
		zones = append(zones, &r.over[0], &r.over[1], &r.under[0], &r.under[1])
	}
	bare := math.Inf(1)
	for _, z := range zones {
		if z.area > least {
			bare = min(bare, z.ink/z.area)
		}
	}
	if math.IsInf(bare, 1) {
		return
	}
	for _, z := range zones {
		z.ink = max(z.ink-bare*z.area, 0)
	}
}

// leastOver is how much room there is at least between print and a row of captions
// that stand under their places, in mm.
const leastOver = 14

// upward reports whether rooms of a sheet have their captions under the places to sign.
// All of a sheet's are on one side, but for those that tell it by themselves. What lies
// between two rows of captions may belong to either, so what lies over the first and
// under the last of each column decides: free room, and in it names, seals and
// signatures. Where both have some, they stand closer to their own captions.
func (l *located) upward(all []*room, scale float64) bool {
	var first, last *room
	var over, under float64
	for _, r := range all {
		if r.field.Area.Side != Either || r.isAside {
			continue
		}
		over, under = over+r.over[0].ink, under+r.under[0].ink
		if first == nil || r.caps.Y < first.caps.Y {
			first = r
		}
		if last == nil || r.caps.Y+r.caps.H > last.caps.Y+last.caps.H {
			last = r
		}
	}
	if up, down := framed(all, scale); up != down {
		return up
	}
	if first == nil || first.caps.Y-first.above < leastOver*scale {
		return false
	}
	row, full := 0, 0 // places on a row reach equally far; over one of three may stand a name
	for _, r := range all {
		if r == first || r.abreast(first) {
			if row++; r.caps.Y-r.printed < leastOver*scale {
				full++
			}
		}
	}
	if 2*full >= row {
		return false
	}
	if last.below-last.caps.Y-last.caps.H < leastHeight*scale/2 { // nobody can sign there
		return true
	}
	var before, after float64
	for _, r := range all {
		if r == first || r.abreast(first) || !r.stacked(all, -1) {
			before += r.over[1].ink
		}
		if r == last || r.abreast(last) || !r.stacked(all, 1) {
			after += r.under[1].ink
		}
	}
	const some = 4 // mm² that are dirt
	switch {
	case before < some || after > 3*before:
		return false
	case after < some:
		return true
	}
	return over > 1.6*under
}

// stacked reports whether captions of another place stand over a block in its
// column, step -1, or under it.
func (r *room) stacked(all []*room, step float64) bool {
	const share = 0.2 // of the width of the narrower
	return slices.ContainsFunc(all, func(o *room) bool {
		across := min(o.right, r.right) - max(o.left, r.left)
		return o != r && step*(o.caps.Y-r.caps.Y) > 0 && across > share*min(o.right-o.left, r.right-r.left)
	})
}

// framed reports whether the frames round the places of a sheet have their room
// over the captions, and whether under them.
func framed(all []*room, scale float64) (up, down bool) {
	for _, r := range all {
		if r.field.Area.Side != Either || !r.walled || r.isAside {
			continue
		}
		over, under := r.caps.Y-r.above > leastHeight*scale, r.below-r.caps.Y-r.caps.H > leastHeight*scale
		up, down = up || over && !under, down || under && !over
	}
	return up, down
}
