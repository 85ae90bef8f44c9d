package form

import (
	"context"
	"math"
	"slices"
	"strings"
)

// mostPieces bounds the pieces of lines that are read for their row's sake.
const mostPieces = 12

// readPieces reads what stands alone on the row of a line that says no more than a
// part of itself: "Số:" before "/QĐ-UBND", "tháng" and "năm" behind "ngày". Between
// them is what is to be filled in, so that no line was made of them, and alone each
// is too small to be one.
func (s *script) readPieces(ctx context.Context) error {
	var wanted []*candidate
	for _, p := range s.said {
		words := tokens(p.words)
		if len(words) == 0 {
			continue
		}
		box := p.box()
		from, to := box.X, box.X
		if beginsWithSign(words) {
			from -= longNumber
		}
		if parts := dayWordsOf(words); parts["ngay"] != parts["nam"] || parts["thang"] != parts["nam"] {
			from, to = min(from, box.X-longDay), box.X+box.W+longDay
		}
		if from == to {
			continue
		}
		for _, c := range s.lines {
			y := box.Y + box.H/2 + p.tilt*((c.x0+c.x1)/2-box.X-box.W/2)
			if !c.read && c.x0 > from && c.x1 < to && c.w() > 2 && c.h() < 2*box.H+1 && math.Abs(c.cy()-y) < 0.6*box.H && !slices.Contains(wanted, c) {
				wanted = append(wanted, c)
			}
		}
	}
	return s.read(ctx, wanted, mostPieces, nil)
}

// longDay is how far from each other the words of a day stand at most, in mm.
const longDay = 50

// beginsWithSign reports whether a line begins with what forms print behind a
// number.
func beginsWithSign(words []word) bool {
	text := strings.TrimLeft(words[0].text, leaders)
	return len(text) > 2 && (text[0] == '/' || isSign(text))
}

// dayWordsOf returns which of the words of a day are among some.
func dayWordsOf(words []word) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		if said := letters(w.text); slices.Contains(dayWords, said) {
			out[said] = true
		}
	}
	return out
}
