package form

import "math"

// flush reports whether the captions of a row begin where their places do, and
// do not stand in the middle of them: their lines begin under each other and end
// elsewhere.
func (l *located) flush(r *room, all []*room) bool {
	flush, middle, rows := 0, 0, 0
	labelled := true
	for _, o := range all {
		if o != r && !r.abreast(o) {
			continue
		}
		first := o.claims[0].box
		rows++
		labelled = labelled && l.underLabels(first)
		for _, c := range o.claims[1:] {
			begin, off := math.Abs(c.box.X-first.X), math.Abs(c.box.X+c.box.W/2-first.X-first.W/2)
			switch {
			case math.Abs(c.box.Y-first.Y) < first.H: // on one line
			case off < 2 && begin > 2:
				middle++
			case off > 3 && begin < 1.5:
				flush++
			}
		}
	}
	return flush > middle || flush == middle && rows > 1 && labelled
}

// underLabels reports whether print begins where labels over it do, or the
// column of one of them. In the middle of its place it does so by accident alone.
func (l *located) underLabels(b Box) bool {
	over, _ := l.labelsAlong(b)
	return over >= 2
}

// labelsAlong counts the labels over and under print that begin where it does.
func (l *located) labelsAlong(b Box) (over, under int) {
	const off = 2.5 // mm
	for _, c := range l.script.claims {
		aslant := l.script.view.tilt.at(b.Y) * (b.Y - c.box.Y) // of the column, down to the print
		switch {
		case c.likely <= 0.9 || c.short() || math.Abs(c.box.X-aslant-b.X) >= off || !l.isLabel(c):
		case c.box.Y < b.Y:
			over++
		default:
			under++
		}
	}
	return over, under
}
