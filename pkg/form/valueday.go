package form

import (
	"slices"
	"strings"
)

// dayWords are what forms print between the parts of a time and a day: the hour
// and the minute stand before their words, the day behind its own.
var (
	dayWords        = []string{"gio", "phut", "ngay", "thang", "nam"}
	printedDayWords = []string{"giờ", "phút", "ngày", "tháng", "năm"}
)

// lostEnd is the part of the width of the others below which a word has lost its
// end.
const lostEnd = 0.8

const firstDayWord = 2 // of those that a part follows

// part splits the room of a date or a number where the form prints between the
// parts that are written: "ngày … tháng … năm …", and "/2024" or "/QĐ-UBND"
// behind a number.
func (b *board) part(r *valueRoom) {
	words := b.words(r, r.line)
	switch r.value.Type {
	case DateValue:
		r.gaps = dateGaps(words, r.line)
	case NumberValue:
		r.line.W = numberWidth(words, r.line, b.height)
		if end, ok := signAt(words, r.line); ok {
			r.gaps = []Box{{r.line.X, r.line.Y, max(end-r.line.X, 0.5), r.line.H}}
		}
	}
}

// dateGaps returns the rooms of the parts of a day, or nil where ngày, tháng
// and năm are not printed between them.
func dateGaps(words []word, line Box) []Box {
	marks := map[int]word{}
	last := -1
	for at, w := range words {
		i := slices.IndexFunc(dayWords, func(d string) bool { return saysDayWord(w, d) })
		if i >= 0 && i <= last {
			break // another date
		}
		if i >= 0 {
			last = i
			// Boxes of words reach into figures that stand close behind them. What
			// begins before the middle of a word is that word, read once more.
			if next := at + 1; next < len(words) && words[next].box.X > w.box.X+w.box.W/2 {
				w.box.W = min(w.box.W, words[next].box.X-w.box.X)
			}
			marks[i] = w
		}
	}
	days := 0
	for i := firstDayWord; i < len(dayWords); i++ {
		if marks[i].text != "" {
			days++
		}
	}
	if days < 2 {
		return nil
	}
	// A figure that stands close behind a word may lie in the box of the word, and a
	// word may have lost its end.
	var units []float64
	for i, m := range marks {
		units = append(units, m.box.W/usualWidth(printedDayWords[i]))
	}
	slices.Sort(units)
	unit := units[0]
	if len(units) > 2 && unit < lostEnd*units[1] {
		unit = units[1]
	}
	for i, m := range marks {
		m.box.W = min(m.box.W, 1.12*unit*usualWidth(printedDayWords[i]))
		marks[i] = m
	}
	var out []Box
	from := line.X
	gap := func(x0, x1 float64) { out = append(out, Box{x0, line.Y, max(x1-x0, 0.5), line.H}) }
	for i := range dayWords {
		m, ok := marks[i]
		if !ok {
			continue
		}
		if i < firstDayWord {
			gap(from, m.box.X-0.3)
		}
		from = m.box.X + m.box.W + 0.3
		if i < firstDayWord {
			continue
		}
		x1 := min(line.X+line.W, from+20)
		for j := i + 1; j < len(dayWords); j++ {
			if next, ok := marks[j]; ok {
				x1 = next.box.X - 0.3
				break
			}
		}
		if i == len(dayWords)-1 {
			from = behindCentury(words, from)
		}
		gap(from, x1)
	}
	return out
}

// behindCentury returns where the last two digits of a year are written that
// the form begins with, as "năm 20…".
func behindCentury(words []word, x float64) float64 {
	for _, w := range words {
		if w.box.X >= x-1 && w.box.X < x+4 && strings.Trim(w.text, leaders) == century {
			return w.box.X + w.box.W + 0.2
		}
	}
	return x
}
