package form

import (
	"math"
	"slices"
	"sort"
)

// line is a line of text in a turned frame, in mm.
type line struct {
	x0, y0, x1, y1 float64
	glyphs         int
	// Sums over the middles of the letters, weighted by their widths: the slope
	// of the line.
	sw, sx, sy, sxx, sxy float64
}

func (l line) w() float64  { return l.x1 - l.x0 }
func (l line) h() float64  { return l.y1 - l.y0 }
func (l line) cy() float64 { return (l.y0 + l.y1) / 2 }

// Sizes of print in mm. A title of 24 points with marks above and below its
// capitals is 9 mm high; the smallest letters of captions are 1 mm.
const (
	minLetter = 0.95
	maxLetter = 10.5
	maxWord   = 130 // a line whose letters run together
	minMark   = 0.2 // dots and accents
)

// textLines links letters to lines along the x axis of the glyphs' frame. A
// line ends where a gap is wider than a letter is high.
func textLines(all []glyph) []line {
	var letters, marks []glyph
	for _, g := range all {
		switch h, w := g.h(), g.w(); {
		case h > maxLetter || w > maxWord || h < minMark && w < minMark:
		case h < minLetter || w < 0.3:
			if w < 4 {
				marks = append(marks, g)
			}
		case g.area > 0.9*w*h && w > 6: // a bar
		case g.area < 0.14*w*h && w > 4: // a curve of the paper's pattern
		default:
			letters = append(letters, g)
		}
	}
	slices.SortFunc(letters, func(a, b glyph) int {
		if a.x0 != b.x0 {
			return less(a.x0, b.x0)
		}
		return less(a.y0, b.y0)
	})
	if len(letters) > 20000 { // noise, not text
		return nil
	}
	next := make([]int, len(letters))
	prev := make([]int, len(letters))
	for i := range next {
		next[i], prev[i] = -1, -1
	}
	rows := newRows(letters)
	for i, a := range letters {
		best, gap := -1, math.Inf(1)
		first, last := reach(a.y0, a.y1)
		for k := first; k <= last; k++ {
			for _, j := range rows.after(k, i) {
				b := &letters[j]
				d := b.x0 - a.x1
				if d > 1.1*6+0.6 {
					break // as are all that follow
				}
				tall := min(max(a.h(), b.h()), 6)
				if d > 1.1*tall+0.6 || d < -0.5*min(a.w(), b.w())-0.3 {
					continue
				}
				over := min(a.y1, b.y1) - max(a.y0, b.y0)
				if over < 0.45*min(a.h(), b.h()) || max(a.h(), b.h()) > 3.2*min(a.h(), b.h()) {
					continue
				}
				if d < gap {
					best, gap = j, d
				}
			}
		}
		if best < 0 {
			continue
		}
		if p := prev[best]; p >= 0 {
			if letters[best].x0-letters[p].x1 <= gap {
				continue
			}
			next[p] = -1
		}
		next[i], prev[best] = best, i
	}
	var lines []line
	for i := range letters {
		if prev[i] >= 0 {
			continue
		}
		l := line{x0: math.Inf(1), y0: math.Inf(1), x1: math.Inf(-1), y1: math.Inf(-1)}
		for j, n := i, 0; j >= 0 && n <= len(letters); j, n = next[j], n+1 {
			g := letters[j]
			l.add(g)
			l.glyphs++
			w, x, y := g.w(), (g.x0+g.x1)/2, (g.y0+g.y1)/2
			l.sw, l.sx, l.sy, l.sxx, l.sxy = l.sw+w, l.sx+w*x, l.sy+w*y, l.sxx+w*x*x, l.sxy+w*x*y
		}
		lines = append(lines, l)
	}
	// An accent over a capital is as high as a letter; it stands alone.
	words := lines[:0]
	for _, l := range lines {
		if l.glyphs == 1 && l.h() < 2.2 && l.w() < 3 {
			marks = append(marks, glyph{x0: l.x0, y0: l.y0, x1: l.x1, y1: l.y1})
			continue
		}
		words = append(words, l)
	}
	attach(words, marks)
	return words
}

// lines returns the lines of text that pieces of ink make at an angle, in radians.
func (b *blobs) lines(angle float64) []line {
	return slices.DeleteFunc(textLines(b.glyphs(angle)), func(l line) bool { return l.h() <= 1 })
}

// bridge adds, beside the lines, what they give when neighbours in a row are
// taken together: a hyphen or a broken letter parts a line, and only the form
// can tell whether the parts belong to one caption.
func bridge(lines []line) []line {
	slices.SortFunc(lines, func(a, b line) int {
		if a.x0 != b.x0 {
			return less(a.x0, b.x0)
		}
		return less(a.y0, b.y0)
	})
	if len(lines) > 3000 {
		return lines
	}
	rows := newRows(nil)
	for i, l := range lines {
		rows.put(i, l.cy(), l.cy())
	}
	out := slices.Clone(lines)
	for i := range lines {
		all, end := lines[i], i
		for range 5 {
			next := -1
			first, last := reach(all.y0, all.y1)
			for k := first; k <= last; k++ {
				for _, j := range rows.after(k, end) {
					b := &lines[j]
					if b.x0-all.x1 > 1.3*5+1.5 {
						break
					}
					if b.x0 < all.x1-1 || b.x0-all.x1 > 1.3*min(all.h(), b.h(), 5)+1.5 {
						continue
					}
					if math.Abs(b.cy()-lines[end].cy()) > 0.5*max(b.h(), lines[end].h()) || b.h() > 2*all.h() || all.h() > 2.5*b.h() {
						continue
					}
					if next < 0 || b.x0 < lines[next].x0 {
						next = j
					}
				}
			}
			if next < 0 {
				break
			}
			b := lines[next]
			all.add(glyph{x0: b.x0, y0: b.y0, x1: b.x1, y1: b.y1})
			all.glyphs += b.glyphs
			out = append(out, all)
			end = next
		}
	}
	return out
}

func (l *line) add(g glyph) {
	l.x0, l.x1 = math.Min(l.x0, g.x0), math.Max(l.x1, g.x1)
	l.y0, l.y1 = math.Min(l.y0, g.y0), math.Max(l.y1, g.y1)
}

// slope returns how the line runs in its frame, in radians, and whether it is
// long enough to say.
func (l line) slope() (float64, bool) {
	if l.w() < 18 || l.glyphs < 4 || l.w() < 4*l.h() {
		return 0, false
	}
	v := l.sxx - l.sx*l.sx/l.sw
	if v <= 0 {
		return 0, false
	}
	return math.Atan((l.sxy - l.sx*l.sy/l.sw) / v), true
}

// direction returns the slope of the text in lines, and how many mm of text
// say so. Text at a right angle to the frame gives next to none.
func direction(lines []line) (slope, length float64) {
	type vote struct{ a, w float64 }
	var votes []vote
	for _, l := range lines {
		if a, ok := l.slope(); ok && math.Abs(a) < 0.2 {
			votes = append(votes, vote{a, l.w()})
			length += l.w()
		}
	}
	slices.SortFunc(votes, func(a, b vote) int { return less(a.a, b.a) })
	half := length / 2
	for _, v := range votes {
		if half -= v.w; half <= 0 {
			return v.a, length
		}
	}
	return 0, length
}

// attach gives accents, dots and commas to the line they belong to. Lines come
// from left to right.
func attach(lines []line, marks []glyph) {
	if len(marks) > 20000 {
		return
	}
	base := slices.Clone(lines)
	rows := newRows(nil)
	for i, l := range base {
		rows.put(i, l.y0-1, l.y1+1)
	}
	for _, g := range marks {
		if i := under(base, rows, (g.x0+g.x1)/2, (g.y0+g.y1)/2); i >= 0 {
			lines[i].add(g)
		}
	}
}

// under returns the line that a mark at (x, y) belongs to, or -1.
func under(lines []line, rows *rows, x, y float64) int {
	first, last := reach(y, y)
	for k := first; k <= last; k++ {
		for _, i := range rows.bands[k] {
			l := &lines[i]
			if l.x0-0.15*5 > x {
				break // lines begin ever farther right
			}
			h := min(l.h(), 5)
			if x > l.x0-0.15*h && x < l.x1+0.45*h && y > l.y0-0.45*h && y < l.y1+0.3*h {
				return i
			}
		}
	}
	return -1
}

// rows finds things by their height on the page, in bands of 4 mm; they are put
// in order, from left to right.
type rows struct{ bands map[int][]int }

const band = 4.0

func newRows(gs []glyph) *rows {
	r := &rows{bands: map[int][]int{}}
	for i, g := range gs {
		c := (g.y0 + g.y1) / 2
		r.put(i, c, c)
	}
	return r
}

func (r *rows) put(i int, y0, y1 float64) {
	for k := int(math.Floor(y0 / band)); k <= int(math.Floor(y1/band)); k++ {
		r.bands[k] = append(r.bands[k], i)
	}
}

// reach returns the bands of what may overlap the heights y0 to y1; letters are
// put by their middle and are at most maxLetter high.
func reach(y0, y1 float64) (first, last int) {
	return int(math.Floor((y0 - 2) / band)), int(math.Floor((y1 + 2) / band))
}

// after returns what lies in a band of that which was put after i.
func (r *rows) after(band, i int) []int {
	all := r.bands[band]
	return all[sort.SearchInts(all, i+1):]
}

func less(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
