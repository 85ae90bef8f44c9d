package learn

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/form"
)

// sure is the confidence of the engine below which a line is no print that could
// be known again.
const sure = 0.5

// take notes a line of print without what may be filled in or personal in it.
func (r *Result) take(m *form.Marks, words []form.PrintWord, box form.Box, open bool, seen int) {
	n := len(words)
	for len(words) > 0 && (leader(words[0].Text) || lettersOf(words[0].Text) == "") {
		words = words[1:]
	}
	whole, named := len(words) == n, false
	if i := nameAt(textsOf(words)); i >= 0 && !says(m, textOf(words)) {
		named = true
		r.leave(Line{textOf(words[i:]), around(words[i:]), false, seen})
		words = words[:i]
	}
	end := printed(words)
	open = open || named || end < len(words) || end > 0 && ends(words[end-1].Text)
	whole = whole && !named && end == len(words)
	if words = words[:end]; len(lettersOf(textOf(words))) < 2 || confidence(words) < sure {
		return
	}
	if !whole {
		box = around(words)
	}
	l := Line{textOf(words), box, open, seen}
	if private(m, l, textsOf(words)) {
		r.leave(l)
	} else if !overlaps(r.Taken, box) {
		r.Taken = append(r.Taken, l)
	}
}

// leave notes a line that may be personal, once.
func (r *Result) leave(l Line) {
	if !overlaps(r.Left, l.Box) {
		r.Left = append(r.Left, l)
	}
}

// printed returns how many words of a line are the form's, before something is
// filled in.
func printed(words []form.PrintWord) int {
	for i, w := range words {
		switch {
		case leader(w.Text), i > 0 && beginsValue(words[i-1].Text, w.Text):
			return i
		case ends(w.Text):
			return i + 1
		}
	}
	return len(words)
}

// alone returns the words of a line that look like a label of a form, where
// there is no other sheet to compare it with.
func alone(words []form.PrintWord) []form.PrintWord {
	text := textOf(words)
	n := printed(words)
	switch {
	case n < len(words), n > 0 && ends(words[n-1].Text), parenthesised(text), isHead(text):
		return words[:n]
	case capital(text):
		return words
	}
	return nil
}

// underSignature is how far below a place to sign its signer's name may stand,
// in mm.
const underSignature = 12

// private reports whether a line stands where names do: in a marked place, or,
// without a sign of a label, right below it.
func private(m *form.Marks, l Line, words []string) bool {
	if says(m, l.Text) || parenthesised(l.Text) {
		return false
	}
	for _, mark := range m.Boxes {
		b := mark.Box
		aside := right(l.Box) < b.X || l.Box.X > right(b)
		if aside || mid(l.Box) < b.Y {
			continue
		}
		low := b.Y + b.H
		if mid(l.Box) > b.Y+edge(b) && mid(l.Box) < low || plainName(words) && mid(l.Box) < low+underSignature {
			return true
		}
	}
	return false
}

// edge is how far into a marked place from above its own captions may reach, in
// mm: people measure generously. What stands farther down is a name, or the seal.
func edge(b form.Box) float64 { return min(0.3*b.H, 12) }

// overlaps reports whether a line is there already.
func overlaps(lines []Line, b form.Box) bool {
	return slices.ContainsFunc(lines, func(l Line) bool {
		w := min(right(l.Box), right(b)) - max(l.Box.X, b.X)
		return w > 0.3*min(l.Box.W, b.W) && close(mid(l.Box), mid(b), 0.6*max(l.Box.H, b.H))
	})
}

func textsOf(words []form.PrintWord) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Text
	}
	return out
}

// confidence returns the engine's mean confidence in the letters.
func confidence(words []form.PrintWord) float64 {
	sum, n := 0.0, 0.0
	for _, w := range words {
		k := float64(len(lettersOf(w.Text)))
		sum, n = sum+k*w.Confidence, n+k
	}
	if n == 0 {
		return 0
	}
	return sum / n
}
