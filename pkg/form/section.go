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
	near := l.lone()
	if near == nil || !near.sure() {
		return
	}
	own, ok := l.nameLabel(near.field)
	if !ok || math.Abs(own.Y-near.box.Y) > level || own.X+own.W > near.box.X {
		return
	}
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if f == near.field || !f.Required || !shareHint(f, near.field) || l.block(f) != nil {
			continue
		}
		other, ok := l.nameLabel(f)
		right, down := other.X-own.X, other.Y-own.Y
		if !ok || math.Abs(right) > flush || math.Abs(down) < apart {
			return
		}
		b := near.box
		b.X, b.Y = b.X+right, b.Y+down
		row := Box{b.X - beside, b.Y - 1, b.W + 2*beside, b.H + 2}
		at := local{b.X + b.W/2, b.Y + b.H/2, near.tilt}
		if l.overlaps(b) || l.labelled(b) || l.script.ink.window(l.script.view.angle, at, row).amount(row) < someInk {
			return
		}
		l.blocks = append(l.blocks, newBlock(f, claim{wording: near.claims[0].wording, box: b, tilt: near.tilt, likely: 0.6}))
		return
	}
}

// nameLabel returns the label of the name that the paper gives a field's signer among its values.
func (l *located) nameLabel(f *Field) (Box, bool) {
	labels := l.nameLabels(f)
	if len(labels) != 1 {
		return Box{}, false
	}
	return labels[0], true
}
