package form

import (
	"context"
	"math"
	"slices"
)

// Of captions that something crosses.
const (
	maxCrossed   = 10   // rows that are read
	crossedReach = 70   // mm on either side of what is left of them
	crossedEdge  = 6    // mm beyond the other print of the page
	crossedLong  = 10   // letters of a text of which so much must agree:
	crossedSure  = 0.78 // the rows hold much else
	crossedShort = 0.9  // of a shorter one
)

// readCrossed looks for the captions of an official that were not read in the whole
// rows of what is left of lines: where a seal in black or a signature joins some
// letters of a line, a few others are all that was found of it.
func (l *located) readCrossed(ctx context.Context) error {
	sc := l.script
	x0, x1 := math.Inf(1), math.Inf(-1) // an ornamental border is none of it
	for _, c := range sc.claims {
		if c.likely > crossedShort && !c.short() {
			x0, x1 = min(x0, c.box.X-crossedEdge), max(x1, c.box.X+c.box.W+crossedEdge)
		}
	}
	var rows []*candidate
	for _, c := range slices.Backward(sc.lines) { // signers come last
		if c.h() < 2 || c.h() > 6.5 || c.w() < 6 || c.x1 < x0 || c.x0 > x1 || l.over(c.box()) || sc.understood(c) || slices.ContainsFunc(rows, func(o *candidate) bool {
			return math.Abs(o.cy()-c.cy()) < 0.4*c.h() && o.x0 < c.x1 && c.x0 < o.x1
		}) {
			continue
		}
		row := &candidate{line: c.line, tilt: c.tilt}
		row.x0, row.x1 = min(c.x0, max(x0, c.x0-crossedReach)), max(c.x1, min(x1, c.x1+crossedReach))
		drop := c.tilt * (row.x0 + row.x1 - c.x0 - c.x1) / 2
		row.y0, row.y1 = c.y0+drop, c.y1+drop
		rows = append(rows, row)
	}
	begun := len(sc.claims)
	if err := sc.read(ctx, rows, maxCrossed, nil); err != nil {
		return err
	}
	sc.claims = append(sc.claims[:begun], slices.DeleteFunc(slices.Clone(sc.claims[begun:]), func(c claim) bool {
		return c.short() || c.likely < crossedSure || len(c.letters) < crossedLong && c.likely < crossedShort
	})...)
	l.assign()
	return nil
}

// understood reports whether a line was read well, or says a text that is known.
func (s *script) understood(c *candidate) bool {
	const sure, most = 0.85, 8
	return s.told(c.box(), func(use) bool { return true }) || slices.ContainsFunc(s.phrases, func(p phrase) bool {
		return c.box().covers(p.box(), 0.6) && p.confidence() > sure && len(letters(p.text())) >= most
	})
}
