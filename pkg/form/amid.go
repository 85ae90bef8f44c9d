package form

import (
	"slices"
	"strings"
)

// amidValues reports whether a caption that was not read in full, and of which
// no hint tells, stands over labels of values: signers come last on a paper, so
// it is a part of a value. Notes may stand under a long caption.
func (l *located) amidValues(b *block) bool {
	const long = 10 // letters
	if b.hinted() || slices.ContainsFunc(b.claims, func(c claim) bool {
		return c.likely >= 0.9 || c.likely >= 0.8 && len(c.letters) >= long
	}) {
		return false
	}
	return slices.ContainsFunc(l.script.claims, func(c claim) bool { return l.labelUnder(c, b) })
}

// labelUnder reports whether a claim is surely the label of a value and stands
// under a block.
func (l *located) labelUnder(c claim, b *block) bool {
	return c.box.Y > b.box.Y+b.box.H && l.surelyLabel(c)
}

// surelyLabel reports whether a claim is surely the label of a value.
func (l *located) surelyLabel(c claim) bool {
	return c.likely >= 0.9 && !c.short() && strings.HasSuffix(c.text, ":") && l.isLabel(c)
}

// heads reports whether a block is the heading of a column in a table of values:
// under it follow ruled rows in which nobody can sign, with labels on them, and none for
// signatures. What says that one signs is no such heading.
func (l *located) heads(b *block) bool {
	const rows, labels, reach, near = 2, 2, 30, 6 // and how far under it, in mm, they are looked for, and the first rule stands
	foot, n := b.box.Y+b.box.H, 0
	for _, c := range l.script.claims {
		if l.labelUnder(c, b) && c.box.Y < foot+reach {
			n++
		}
	}
	if n < labels || b.saysToSign() || len(l.signRowsUnder(b)) > 0 {
		return false
	}
	wide := max(b.box.W, 2*leastHeight)
	x0, x1 := b.middle()-wide/2, b.middle()+wide/2
	w := l.script.ink.window(l.script.view.angle, b.frame(), Box{x0, b.box.Y, wide, b.box.H + reach})
	rule, ok := w.floor(foot, 1, x0, x1)
	if !ok || rule > foot+near {
		return false
	}
	for range rows {
		next, ok := w.floor(rule+2, 1, x0, x1)
		if !ok || next-rule > leastHeight {
			return false
		}
		rule = next
	}
	return true
}

// isLabel reports whether a claim is print of the form that names no signer.
func (l *located) isLabel(c claim) bool {
	return c.has(func(u use) bool { return u.role == labelRole && u.form == l.form })
}

// underWorth is what each label of a value under captions takes from their worth.
const underWorth = 0.2

// labelsUnder counts the labels of values that stand under a block in its column, or at the left of its rows:
// a heading over them, or the label of a name, is no caption of a signer.
func (l *located) labelsUnder(b *block) int {
	const most = 8
	n := 0
	for _, c := range l.script.claims {
		if l.labels(c, b) {
			n++
		}
	}
	return min(n, most)
}

// labels reports whether a claim is the label of a value that stands under a block in its
// column, or at the left of its rows.
func (l *located) labels(c claim, b *block) bool {
	const reach = 140 // mm that a label and its values take
	return l.labelUnder(c, b) && c.box.X < b.box.X+b.box.W && c.box.X+reach > b.box.X
}

// rivalled reports whether the same print says more likely a caption of another
// field: read twice, one line gives claims of both.
func (l *located) rivalled(c claim, f *Field) bool {
	if !c.is(captionRole, f) {
		return false
	}
	return slices.ContainsFunc(l.script.claims, func(o claim) bool {
		return o.likely > c.likely && o.box.covers(c.box, 0.6) && c.box.covers(o.box, 0.6) &&
			o.has(func(u use) bool { return u.form == l.form && u.role == captionRole }) && !o.is(captionRole, f)
	})
}
