package form

import (
	"math"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form/internal/writing"
)

// gaps judges the parts of a value, all of which must be written.
func (s *script) gaps(r *valueRoom, b *board, out *ValueReading) writing.Reading {
	all := writing.Reading{Filled: 1}
	some, narrow := false, false
	for _, g := range r.gaps {
		got := s.look1(r, g, b)
		if got.Strokes == 0 { // nobody fills in a dash here: dots ran together
			got.Filled = min(got.Filled, surelyBlank)
		}
		if len(r.gaps) > 1 {
			got.Filled = max(got.Filled, got.Pale())
		}
		switch {
		case got.Filled < surelyFilled && b.reads(r, g):
			got.Filled, got.Hand = readFilled, 0.5
		case g.W < leastGap: // words that were read as one leave no room between them
			got.Filled = max(got.Filled, 0.5)
		}
		some = some || got.Filled >= surelyFilled
		narrow = narrow || got.Filled < surelyFilled && g.W < usualGap
		all.Filled = min(all.Filled, got.Filled)
		all.Hand = max(all.Hand, got.Hand)
	}
	switch {
	case some && all.Filled >= partFilled: // each of them says a little
		all.Filled = surelyFilled
	case some && narrow: // where a figure is written, the words beside it may be misplaced
		all.Filled = 0.5
	case some && all.Filled <= surelyBlank:
		out.Because = Incomplete
	}
	return all
}

const (
	leastGap   = 2.0 // mm that a figure takes
	usualGap   = 5.0 // mm that forms leave for one
	readFilled = 0.8 // of a gap in which a figure was read
	partFilled = 0.4 // of each gap where another one is surely written
)

// reads reports whether figures were read in a box of a room: where words and
// figures run together, the gap between them is not where it seems.
func (b *board) reads(r *valueRoom, in Box) bool {
	in.X, in.W = in.X-1, in.W+2
	return slices.ContainsFunc(b.words(r, in), func(w word) bool {
		return strings.ContainsFunc(w.text, isDigit) && w.confidence > 0.3
	})
}

// dated finds the line of place and day, which has no caption before it.
func (b *board) dated(rooms []*valueRoom) *valueRoom {
	for i := range b.form.Values {
		v := &b.form.Values[i]
		if !v.dated() || slices.ContainsFunc(rooms, func(r *valueRoom) bool { return r.value == v }) {
			continue
		}
		var best *valueRoom
		for _, p := range b.said {
			words := tokens(p.words)
			i, least := dayBegins(words)
			if i < 0 || i > 6 || b.labelled(p) {
				continue // a day in a text, or the value of another label
			}
			n := &notice{label: &label{}, box: words[i].box, tilt: p.tilt}
			n.box.W = 0.1
			r := b.room(v, n)
			r.line.W = max(r.line.W, b.dayEnd(n, p)-r.line.X)
			if r.gaps = dateGaps(b.words(r, r.line), r.line); len(r.gaps) < least || saysOn(words) {
				continue
			}
			if best == nil || len(r.gaps) > len(best.gaps) || len(r.gaps) == len(best.gaps) && n.box.Y < best.at.box.Y {
				best = r
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// dayBegins returns the word of a line that a day begins with, or -1, and how many
// of its parts must be told: all three, but for a line that begins with a place, of
// whose words one was read badly.
func dayBegins(words []word) (i, least int) {
	if i := slices.IndexFunc(words, func(w word) bool { return saysDayWord(w, "ngay") }); i >= 0 {
		if i > 0 && strings.HasSuffix(words[i-1].text, ",") { // behind a place
			return i, 2
		}
		return i, 3
	}
	month := slices.IndexFunc(words, func(w word) bool { return saysDayWord(w, "thang") })
	year := slices.IndexFunc(words, func(w word) bool { return saysDayWord(w, "nam") })
	if month < 0 || year < month || year > month+longestPart+1 {
		return -1, 0
	}
	for i := month - 1; i >= max(1, month-longestPart-1); i-- {
		if strings.HasPrefix(letters(words[i].text), "n") && strings.HasSuffix(words[i-1].text, ",") {
			return i, 2
		}
	}
	return -1, 0
}

// longestPart is how many words a part of a day is read as at most.
const longestPart = 2

// saysDayWord reports whether a word is one of a day's, as it was read.
func saysDayWord(w word, day string) bool {
	said := letters(w.text)
	return said == day || len(said) > 2 && alike(said, day, 0.75) > 0
}

// dayEnd returns how far the line of a day reaches, whose words may have been read
// apart.
func (b *board) dayEnd(n *notice, p phrase) float64 {
	const figures = 12 // mm behind the word of a year
	end := p.words[len(p.words)-1].right() + 3
	for _, q := range b.said {
		box := q.box()
		if box.X > n.box.X && box.X < n.box.X+longDay && math.Abs(n.middleAt(box.X)-box.Y-box.H/2) < 0.6*b.height && len(dayWordsOf(tokens(q.words))) > 0 {
			end = max(end, box.X+box.W+figures)
		}
	}
	return end
}

// saysOn reports whether a text goes on behind the year of a day.
func saysOn(words []word) bool {
	i := slices.IndexFunc(words, func(w word) bool { return saysDayWord(w, "nam") })
	return i >= 0 && len(words)-i-1 > yearWords
}

// yearWords is how many words a year is read as at most, with specks behind it.
const yearWords = 2

// labelled reports whether a line begins with the caption of a value.
func (b *board) labelled(p phrase) bool {
	return slices.ContainsFunc(b.notices, func(n *notice) bool { return n.entry && n.box.overlap(p.box()) > 0 })
}
