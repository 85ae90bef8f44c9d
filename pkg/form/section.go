package form

import "math"

// bySections gives a required field whose caption was not read the place that lies to the label
// of its signer's name as that of a field with the same hints lies to the label of its own:
// each spouse may sign beside the own values. Strokes must stand where the captions belong, which
// they hide.
func (l *located) bySections() {
	const (
		level  = 12 // mm from a signer's captions to the row of the name
		flush  = 5  // mm that two names begin apart
		apart  = 15 // mm from one name down to the other
		beside = 5  // mm beside the captions, for strokes
	)
	f, near := l.lone()
	if near == nil || !near.sure() {
		return
	}
	own, ok := l.nameLabel(near.field)
	if !ok || math.Abs(own.Y-near.box.Y) > level || own.X+own.W > near.box.X {
		return
	}
	other, ok := l.nameLabel(f)
	right, down := other.X-own.X, other.Y-own.Y
	if !ok || math.Abs(right) > flush || math.Abs(down) < apart {
		return
	}
	b := near.box
	b.X, b.Y = b.X+right, b.Y+down
	if l.overlaps(b) || l.labelled(b) || l.strokes(b, beside, near.tilt) < someInk {
		return
	}
	l.guess(f, near, b)
}

// nameLabel returns the label of the name that the paper gives a field's signer among its values,
// where one alone was read.
func (l *located) nameLabel(f *Field) (Box, bool) {
	if labels := l.nameLabels(l.signedName(f)); len(labels) == 1 {
		return labels[0], true
	}
	return Box{}, false
}
