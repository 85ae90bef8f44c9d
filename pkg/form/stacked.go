package form

import (
	"math"
	"slices"
)

// Two lines of a title, in letters of each and in parts of what agrees.
const (
	leastRow     = 4
	leastStacked = 0.82
	leastOfOne   = 0.6 // of the worse line, of which a letter may be lost
)

// stacked returns the titles that a phrase says together with one that was read
// right over or under it, in its middle: a long title takes two lines.
func (s *script) stacked(p phrase) []claim {
	var out []claim
	for _, o := range s.phrases {
		upper, lower := o, p
		if p.box().Y < o.box().Y {
			upper, lower = p, o
		}
		if !lower.under(upper) {
			continue
		}
		first, second := letters(upper.text()), letters(lower.text())
		n := float64(len(first) + len(second))
		if len(first) < leastRow || len(second) < leastRow {
			continue
		}
		for _, w := range s.wordings {
			if len(first)+leastRow > len(w.letters) || w.open || !w.has(func(u use) bool { return u.role == titleRole }) {
				continue
			}
			a := alike(first, w.letters[:len(first)], leastOfOne)
			b := alike(second, w.letters[len(first):], leastOfOne)
			likely := (a*float64(len(first)) + b*float64(len(second))) / n
			if a == 0 || b == 0 || likely < leastStacked {
				continue
			}
			rows := []Box{upper.box(), lower.box()}
			out = append(out, claim{wording: w, read: upper.text() + " " + lower.text(), box: rows[0].union(rows[1]), rows: rows, tilt: p.tilt, likely: likely})
		}
	}
	return out
}

// under reports whether a phrase is the next line of another one that stands in
// its middle, in letters of about its size.
func (p phrase) under(o phrase) bool {
	a, b := o.box(), p.box()
	big, small := max(a.H, b.H), min(a.H, b.H)
	gap := b.Y - a.Y - a.H
	return gap > -0.4*big && gap < 1.2*big && big < 2*small && math.Abs(a.X+a.W/2-b.X-b.W/2) < 0.12*max(a.W, b.W)+2
}

// isContinued reports whether more print stands beside a claim, or beside one of
// its lines.
func (s *script) isContinued(c *claim) bool {
	if len(c.rows) == 0 {
		return s.continued(c.box)
	}
	return slices.ContainsFunc(c.rows, s.continued)
}
