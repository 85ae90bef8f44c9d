package form

import (
	"math"
	"slices"
)

// writtenRow is what was read in a row of a table, by its lines.
type writtenRow struct {
	*tableRow
	said  []phrase
	lines []phrase
}

// placedMark is the word of a time and a day with where it begins in the frame of
// its row.
type placedMark struct {
	word word
	x, y float64
}

// leastShared is how many words of their times two rows share at least that are
// printed alike, and printedOff how far they may be off, in mm.
const (
	leastShared = 2
	printedOff  = 0.8
	printedOver = 0.3 // part of a word that lies over another that was read for it
)

// printedAlike gives rows the words of their times that were read in others: a form
// prints all of them alike, so that a word that is in its place was only read
// badly.
func printedAlike(rows []*writtenRow) {
	marks := make([]map[int]placedMark, len(rows))
	for i, r := range rows {
		marks[i] = r.marks()
	}
	for i, r := range rows {
		for j := range rows {
			if i == j {
				continue
			}
			dx, dy, ok := offset(marks[i], marks[j])
			if !ok {
				continue
			}
			for kind := range dayWords {
				m, there := marks[j][kind]
				if _, own := marks[i][kind]; there && !own {
					r.print(kind, m, dx, dy)
				}
			}
			marks[i] = r.marks()
		}
	}
}

// marks returns the first of each word of the row's time.
func (r *writtenRow) marks() map[int]placedMark {
	out := map[int]placedMark{}
	for _, line := range r.lines {
		for _, m := range dayMarks(line) {
			if _, ok := out[m.kind]; !ok {
				x, y := r.at.from(m.word.box.X, m.word.box.Y+m.word.box.H/2)
				out[m.kind] = placedMark{m.word, x, y}
			}
		}
	}
	return out
}

// offset returns how far the words of one row are from those of another, if those
// that both have are printed alike: all but one of three, for a speck before a word
// moves where it begins.
func offset(own, other map[int]placedMark) (dx, dy float64, ok bool) {
	var xs, ys []float64
	for kind, m := range own {
		if o, ok := other[kind]; ok {
			xs, ys = append(xs, m.x-o.x), append(ys, m.y-o.y)
		}
	}
	if len(xs) < leastShared {
		return 0, 0, false
	}
	dx, dy = median(xs), median(ys)
	apart := 0
	for _, x := range xs {
		if math.Abs(x-dx) > printedOff {
			apart++
		}
	}
	return dx, dy, len(xs)-apart >= leastShared && 3*apart <= len(xs)
}

// print puts a word of another row in its place, for what was read there.
func (r *writtenRow) print(kind int, m placedMark, dx, dy float64) {
	x, y := r.at.view(m.x+dx, m.y+dy)
	w := m.word
	w.text, w.box = printedDayWords[kind], Box{x, y - w.box.H/2, w.box.W, w.box.H}
	at := slices.IndexFunc(r.lines, func(p phrase) bool {
		box := p.box()
		return math.Abs(box.Y+box.H/2+p.tilt*(x-box.X-box.W/2)-y) < sameRow
	})
	if at < 0 {
		r.lines = append(r.lines, phrase{words: []word{w}, tilt: r.at.slope})
		return
	}
	line := &r.lines[at]
	line.words = slices.DeleteFunc(slices.Clone(line.words), func(o word) bool {
		return min(o.right(), w.right())-max(o.box.X, w.box.X) > printedOver*min(o.box.W, w.box.W)
	})
	line.words = append(line.words, w)
	slices.SortStableFunc(line.words, func(a, b word) int { return less(a.box.X, b.box.X) })
}

// median returns the middle one of some numbers.
func median(all []float64) float64 { return slices.Sorted(slices.Values(all))[len(all)/2] }
