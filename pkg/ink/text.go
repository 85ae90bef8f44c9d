package ink

import (
	"math"
	"slices"
)

// textLine is a row of pieces of like size on one baseline: typed print, or a
// name in a neat hand.
type textLine struct {
	Rect
	pieces []*piece
	height float64 // median height of the letters, mm
	uneven float64 // spread of their lower edges, mm
	letter int     // pieces as high as a letter
}

// Sizes of text in mm.
const (
	minLetter = 1.1
	maxLetter = 6.2
	maxText   = 4.8 // median height of a line of letters
)

// textLines finds rows of letters among the pieces.
func (s *sheet) textLines(ps []*piece) []textLine {
	var letters []*piece
	for _, p := range ps {
		h := float64(p.h()) / s.mm
		if h >= minLetter && h <= maxLetter && float64(p.w())/s.mm <= 45 {
			letters = append(letters, p)
		}
	}
	if len(letters) > 600 {
		return nil
	}
	slices.SortFunc(letters, func(a, b *piece) int { return a.X0 - b.X0 })
	used := make([]bool, len(letters))
	var out []textLine
	for i, first := range letters {
		if used[i] {
			continue
		}
		row := []*piece{first}
		index := []int{i}
		end := *first
		for j := i + 1; j < len(letters); j++ {
			p := letters[j]
			if used[j] {
				continue
			}
			gap := float64(p.X0-end.X1) / s.mm
			tall := math.Max(float64(p.h()), float64(end.h())) / s.mm
			if gap > 1.0*tall+1.0 {
				if float64(p.X0-end.X1)/s.mm > maxLetter+2 {
					break
				}
				continue
			}
			over := min(p.Y1, end.Y1) - max(p.Y0, end.Y0)
			if 2*over < min(p.h(), end.h()) || p.h() > 3*end.h() || end.h() > 3*p.h() {
				continue
			}
			row = append(row, p)
			index = append(index, j)
			if p.X1 > end.X1 {
				end = *p
			}
		}
		l := s.newTextLine(row)
		if l.isText(s.mm) {
			for _, j := range index {
				used[j] = true
			}
			out = append(out, l)
		}
	}
	// Accents and points go with their line.
	for i := range out {
		l := &out[i]
		zone := l.Rect.grow(int(1*s.mm), int(1.2*s.mm))
		for _, p := range ps {
			if p.h() < int(minLetter*2*s.mm) && p.X0 >= zone.X0 && p.X1 <= zone.X1 && p.Y0 >= zone.Y0 && p.Y1 <= zone.Y1 && !slices.Contains(l.pieces, p) {
				l.pieces = append(l.pieces, p)
			}
		}
	}
	return out
}

func (s *sheet) newTextLine(row []*piece) textLine {
	l := textLine{Rect: row[0].Rect, pieces: row}
	var hs, bottoms []float64
	for _, p := range row {
		l.X0, l.Y0 = min(l.X0, p.X0), min(l.Y0, p.Y0)
		l.X1, l.Y1 = max(l.X1, p.X1), max(l.Y1, p.Y1)
		hs = append(hs, float64(p.h())/s.mm)
		bottoms = append(bottoms, float64(p.Y1)/s.mm)
	}
	slices.Sort(hs)
	slices.Sort(bottoms)
	l.height = hs[len(hs)/2]
	l.letter = len(hs)
	// The middle half of the lower edges: letters with tails fall outside.
	l.uneven = bottoms[len(bottoms)*3/4] - bottoms[len(bottoms)/4]
	return l
}

// isText reports whether a row is long, low and level enough to be a line of
// text. Two or three characters of a small signature are not.
func (l *textLine) isText(mm float64) bool {
	w := float64(l.X1-l.X0) / mm
	h := float64(l.Y1-l.Y0) / mm
	return w >= 11 && w >= 2.6*h && h <= 8 && l.height <= maxText &&
		(l.letter >= 4 || w >= 4*h && l.letter >= 2 || w >= 5*h) && l.uneven <= 1.1
}
