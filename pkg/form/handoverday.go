package form

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// dayMark is a word that a day is printed with, before what is written.
type dayMark struct {
	word word
	kind int // of dayWords
	at   int // among the words of the line
}

// dayMarks returns the words of a line that a time and a day are printed with.
func dayMarks(p phrase) []dayMark {
	var out []dayMark
	for at, w := range tokens(p.words) {
		said := letters(w.text)
		for i, d := range dayWords {
			if said == d || len(d) > 3 && len(said) > 2 && len(said) < len(d)+2 && alike(said, d, 0.75) > 0 {
				out = append(out, dayMark{w, i, at})
				break
			}
		}
	}
	return out
}

// rest returns what was read in one word with it.
func (m dayMark) rest() string {
	return strings.TrimLeftFunc(strings.TrimLeft(m.word.text, leaders), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) })
}

// inFigures is a day in figures.
var inFigures = regexp.MustCompile(`(^|\D)\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(\d{2}|\d{4})($|\D)`)

func hasDate(p phrase) bool { return inFigures.MatchString(p.text()) }

// inRow returns the lines that were read in a row, but for those in the places
// of signatures.
func (s *script) inRow(t *tableRow) []phrase {
	var out []phrase
	for _, p := range s.said {
		var words []word
		for _, w := range p.words {
			x, y := t.at.from(w.box.X+w.box.W/2, w.box.Y+w.box.H/2)
			if !t.holds(y) || x > t.right+1 ||
				slices.ContainsFunc(t.places, func(b Box) bool { return x > b.X && x < b.X+b.W && y > b.Y+1 && y < b.Y+b.H-1 }) {
				continue
			}
			words = append(words, w)
		}
		if len(words) > 0 {
			out = append(out, phrase{words: words, tilt: p.tilt})
		}
	}
	slices.SortStableFunc(out, func(a, b phrase) int { return less(a.box().Y, b.box().Y) })
	return out
}

// holds reports whether a line whose middle is at y belongs to the row. It stands
// some mm below the rule above it, so that a rule may be a little off.
func (t *tableRow) holds(y float64) bool {
	const off = 1.2
	return y > t.top-off && y < t.bottom-off
}

// maxInRow bounds the lines that are read in a row for its time.
const maxInRow = 14

// linesOf returns the lines of print in a row, but for those in the places of
// signatures.
func (s *script) linesOf(t *tableRow) []*candidate {
	return s.some(func(c *candidate) bool {
		x, y := t.at.from((c.x0+c.x1)/2, c.cy())
		return c.w() > 4 && c.h() < 9 && t.holds(y) && x < t.right && x > t.left-deepestColumn &&
			!slices.ContainsFunc(t.places, func(b Box) bool { return x > b.X && x < b.X+b.W && y > b.Y && y < b.Y+b.H })
	})
}

// deepestColumn is how far left of the places the time of a row may stand.
const deepestColumn = 70

// strips returns what lies in a row above and below its places and their
// captions, where a time may stand across them.
func (s *script) strips(t *tableRow) []*candidate {
	top, bottom := t.top, t.bottom
	first, last := bottom, top
	for i, p := range t.places {
		first = min(first, p.Y, t.captions[i].Y)
		last = max(last, p.Y+p.H, t.captions[i].Y+t.captions[i].H)
	}
	win := s.ink.window(s.view.angle, t.at, Box{t.left, top, t.right - t.left, bottom - top})
	var out []*candidate
	for _, span := range [][2]float64{{top, first}, {last, bottom}} {
		y0, y1, ok := win.print(span[0], span[1])
		if !ok {
			continue
		}
		x, y := t.at.view((t.left+t.right)/2, (y0+y1)/2)
		half := (t.right - t.left) / 2
		out = append(out, &candidate{line: line{x0: x - half, x1: x + half, y0: y - (y1-y0)/2, y1: y + (y1-y0)/2}, tilt: t.at.slope})
	}
	return out
}

// print returns between which rows a line of print stands in a span of a window:
// rows with ink that no ruled line takes whole.
func (w *window) print(y0, y1 float64) (top, bottom float64, ok bool) {
	first, last := -1, -1
	for y := w.row(y0); y < w.row(y1); y++ {
		n := 0
		for _, on := range w.ink[y*w.w : (y+1)*w.w] {
			if on {
				n++
			}
		}
		if n < 4 || n > w.w*6/10 {
			continue
		}
		if first < 0 {
			first = y
		}
		last = y
	}
	top, bottom = w.y+float64(first)*w.mm, w.y+float64(last+1)*w.mm
	return top, bottom, first >= 0 && bottom-top > 1.3 && bottom-top < 12
}
