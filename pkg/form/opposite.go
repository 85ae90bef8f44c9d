package form

import (
	"math"
	"slices"
)

// someInk is the ink in mm² that is left of a caption of two letters under a
// signature, and muchInk what thick strokes across one have.
const (
	someInk = 3
	muchInk = 30
)

// opposite gives a required field whose caption was not read the place beside
// the field that shares its hints: where something is written on that row in the
// other column, or in the third of three, and the labels above say on which side
// of each other the two stand, or headings what column is whose. Labels that stand
// one over the other say nothing of sides; then the caption that was read must name its field by itself, and
// what is left of a line, or strokes that hide one, must stand where the other one's belongs.
// It is not concluded from left and right alone, nor where nothing stands.
func (l *located) opposite() {
	f, near := l.lone()
	if near == nil {
		return
	}
	centre := l.centre(near.middle())
	said, agreed := 2, true
	middle, headed := l.headedColumn(near, f)
	if !headed {
		var ok bool
		if middle, ok = l.free(near, centre); !ok {
			return
		}
		said, agreed = l.columns(near, f, centre, near.middle() < middle)
	}
	b := near.box
	b.X = middle - b.W/2
	b.Y += near.tilt * (b.X - near.box.X)
	ink := l.strokes(b, 10, near.tilt)
	switch {
	case !agreed, ink < someInk, l.othersColumn(b), l.headedRow(b), l.labelled(b):
		return
	case !near.sure() && said < 2, said == 0 && !l.remains(b) && ink < muchInk:
		return
	}
	l.guess(f, near, b)
}

// strokes returns the ink in mm² where captions of some slope would stand, and so far beside them.
func (l *located) strokes(captions Box, beside, tilt float64) float64 {
	at := local{captions.X + captions.W/2, captions.Y + captions.H/2, tilt}
	row := Box{captions.X - beside, captions.Y - 1, captions.W + 2*beside, captions.H + 2}
	return l.script.ink.window(l.script.view.angle, at, row).amount(row)
}

// guess gives a field the place at captions that were not read, like those of another one.
func (l *located) guess(f *Field, near *block, captions Box) {
	l.blocks = append(l.blocks, newBlock(f, claim{wording: near.claims[0].wording, box: captions, tilt: near.tilt, likely: 0.6}))
}

// headedColumn returns the middle of a field's column where headings on one row, far over the
// captions of another field, name the signers of both columns, as in a table of their values.
func (l *located) headedColumn(near *block, f *Field) (float64, bool) {
	const row, off, over = 4, 10, 25 // mm
	heading := func(c claim, f *Field) bool {
		return c.is(captionRole, f) && c.likely >= 0.9 && c.box.Y < near.box.Y-over
	}
	for _, own := range l.script.claims {
		if !heading(own, near.field) || math.Abs(own.box.X+own.box.W/2-near.middle()) > off {
			continue
		}
		for _, c := range l.script.claims {
			right := c.box.X + c.box.W/2 - own.box.X - own.box.W/2
			if heading(c, f) && math.Abs(c.box.Y-own.box.Y-near.tilt*right) < row {
				return near.middle() + right, true
			}
		}
	}
	return 0, false
}

// remains reports whether a line, or what a stroke left of one, stands where a
// caption is looked for.
func (l *located) remains(b Box) bool {
	const off = 12 // mm beside the middle of the place
	return slices.ContainsFunc(l.script.lines, func(c *candidate) bool {
		return math.Abs((c.x0+c.x1)/2-b.X-b.W/2) < off && c.y0 < b.Y+b.H && c.y1 > b.Y && c.y1-c.y0 > 0.5*min(b.H, 4)
	})
}

// labelled reports whether labels of values stand where a caption is looked for, or under
// it: there is no place to sign.
func (l *located) labelled(b Box) bool {
	const off, under, least = 10, 25, 2 // mm beside it and under it, and labels
	n := 0
	for _, c := range l.script.claims {
		if l.surelyLabel(c) && c.box.X < b.X+b.W+off && c.box.X+c.box.W > b.X-off && c.box.Y+c.box.H > b.Y-b.H && c.box.Y < b.Y+b.H+under {
			n++
		}
	}
	return n >= least
}

// headedRow reports whether the heading of the row stands where a caption is looked for.
func (l *located) headedRow(b Box) bool {
	const off = 15 // mm beside it
	return slices.ContainsFunc(l.script.claims, func(c claim) bool {
		return c.box.X < b.X+b.W+off && c.box.X+c.box.W > b.X-off && c.box.Y < b.Y+2*b.H && c.box.Y+c.box.H > b.Y-b.H && l.listed(c)
	})
}

// free returns the middle of the place on the row of a block that is left for
// the other one of two. Of three on a row, which may begin at different heights,
// the third is between two that stand far apart, and else where there is more
// room beside them.
func (l *located) free(near *block, centre float64) (float64, bool) {
	const row, aside, off, apart = 6, 25, 10, 100 // mm
	a := near.middle()
	for _, o := range l.blocks {
		down := o.box.Y - near.box.Y
		if o == near || down < -row || down > blockLines || math.Abs(o.middle()-a) < aside {
			continue
		}
		left, right := min(a, o.middle()), max(a, o.middle())
		switch {
		case math.Abs(left-centre) < off:
			return 2*left - right, true
		case math.Abs(right-centre) < off:
			return 2*right - left, true
		case math.Abs((left+right)/2-centre) < off && right-left > 2*aside:
			return (left + right) / 2, true
		case right-left > apart:
			return 0, false
		}
		x0, _, x1, _ := l.script.view.bounds(l.script.page)
		half := (right - left) / 2
		if before, after := left-half-x0, x1-right-half; max(before, after) < aside {
			return 0, false
		} else if before > after {
			return x0 + before/2, true
		} else {
			return x1 - after/2, true
		}
	}
	return 2*centre - a, math.Abs(centre-a) >= aside/2.
}

// othersColumn reports whether the column of a box is another signer's: whose
// captions stand over it or at its height. Those of the official, whose place
// lies under both spouses', do not say so.
func (l *located) othersColumn(b Box) bool {
	const over, row = 60, 25 // mm
	return slices.ContainsFunc(l.blocks, func(o *block) bool {
		down := o.box.Y - b.Y
		return math.Abs(o.middle()-b.X-b.W/2) < 30 && down > -over && down < row
	})
}

// columns counts the labels that were read above and say that the field of a
// block stands left of f, or right of it, and reports whether none says otherwise.
// Where those of both stand in one column, they say nothing, nor do those of a
// sheet of two pages, of which either may have one column of its own.
func (l *located) columns(near *block, f *Field, centre float64, left bool) (agree int, ok bool) {
	if _, spread := l.fold(); spread {
		return 0, true
	}
	const begin = 10     // mm, that a right column may begin left of the middle
	var sides [2][2]bool // own, the other one's: left and right of the middle
	for _, c := range l.script.claims {
		own := c.is(captionRole, near.field)
		if !own && !c.is(captionRole, f) || c.box.Y > near.box.Y-25 || c.likely < 0.9 {
			continue
		}
		who, side := 0, 0
		if !own {
			who = 1
		}
		if c.box.X+begin >= centre {
			side = 1
		}
		sides[who][side] = true
		agree++
	}
	if sides[0] == sides[1] && sides[0][0] != sides[0][1] {
		return 0, true
	}
	wrong := 1
	if !left {
		wrong = 0
	}
	if sides[0][wrong] || sides[1][1-wrong] {
		return 0, false
	}
	return agree, true
}
