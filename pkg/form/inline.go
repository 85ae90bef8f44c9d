package form

import "math"

// lengthen gives a caption whose hint was not read the width of both, where the
// hint of a field that shares it follows its caption on the line: the place is
// centred on what is printed, and a signature across the line hides the end of it.
func (l *located) lengthen() {
	for _, b := range l.blocks {
		if b.hinted() {
			continue
		}
		for _, o := range l.blocks {
			if o != b && shareHint(o.field, b.field) && math.Abs(o.claims[0].box.Y-b.claims[0].box.Y) < 6 {
				b.box.W += o.behind()
				break
			}
		}
	}
}

// behind returns how far the hint of a block reaches beyond its caption on the
// same line; 0 if it stands elsewhere.
func (b *block) behind() float64 {
	caption := b.claims[0].box
	if !b.claims[0].is(captionRole, b.field) {
		return 0
	}
	for _, c := range b.claims[1:] {
		if c.is(hintRole, b.field) && math.Abs(c.box.Y+c.box.H/2-caption.Y-caption.H/2) < 0.5*caption.H && c.box.X > caption.X+caption.W/2 {
			return max(c.box.X+c.box.W-caption.X-caption.W, 0)
		}
	}
	return 0
}
