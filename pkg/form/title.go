package form

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// upright returns the script of the view in which the head of the page reads.
func (s *Set) upright(ctx context.Context, e ocr.Engine, pr *printed) (*script, error) {
	all := s.wordings()
	head := func(u use) bool { return u.role <= titleRole }
	var best *script
	most := 0.0
	for _, fr := range pr.frames {
		for _, flip := range []bool{false, true} {
			v := fr.view(flip)
			sc := &script{engine: e, page: pr.page, ink: pr.ink, view: v, lines: v.candidates(), wordings: all}
			y0, y1 := sc.extent()
			lines := sc.some(func(c *candidate) bool { return c.cy() < y0+0.5*(y1-y0) && c.regular() && sc.may(c, head) })
			titled := func(*candidate) bool {
				f, _ := sc.decide()
				return f != nil
			}
			stands := func() bool { return slices.ContainsFunc(sc.claims, func(c claim) bool { return c.has(head) }) }
			err := sc.read(ctx, lines, maxHead, titled)
			if err == nil && stands() { // the lines of a page beside may have gone before the title
				err = sc.read(ctx, lines, maxHead, titled)
			}
			if err == nil {
				err = sc.read(ctx, sc.tallest(), maxTall, titled)
			}
			if err == nil {
				err = sc.readBeside(ctx)
			}
			if err != nil {
				return nil, err
			}
			if stands() {
				return sc, nil
			}
			if r := sc.readable(); r > most || best == nil {
				best, most = sc, r
			}
		}
	}
	return best, nil
}

// maxTall is how many of the tallest lines are looked for a title that is low on its
// page or odd of shape.
const maxTall = 4

// tallest returns the lines that may be a title, the tallest first: on the cover of a
// booklet it stands in the middle, beside a page that is full of lines.
func (s *script) tallest() []*candidate {
	const least = 5 // mm
	title := func(u use) bool { return u.role == titleRole }
	lines := s.some(func(c *candidate) bool { return c.h() > least && c.spaced() && s.may(c, title) })
	slices.SortStableFunc(lines, func(a, b *candidate) int { return cmp.Compare(b.h(), a.h()) })
	return lines
}

// readBeside reads what else stands on the line of a title, however odd its
// letters: a title may be the end of another one.
func (s *script) readBeside(ctx context.Context) error {
	_, title := s.decide()
	if title == nil {
		return nil
	}
	b := title.box
	return s.read(ctx, s.some(func(c *candidate) bool {
		gap := max(c.x0-b.X-b.W, b.X-c.x1)
		return math.Abs(c.cy()-b.Y-b.H/2) < 0.6*b.H && gap > -0.5*b.W && gap < 9*b.H && c.box().H > 0.6*b.H
	}), maxLooks, nil)
}

// extent returns the heights between which there is print.
func (s *script) extent() (y0, y1 float64) {
	y0, y1 = math.Inf(1), math.Inf(-1)
	for _, c := range s.lines {
		if c.regular() {
			y0, y1 = min(y0, c.y0), max(y1, c.y1)
		}
	}
	return y0, y1
}

// readable returns how surely what was read is print of the right way up.
func (s *script) readable() float64 {
	var sum, n float64
	for _, p := range s.phrases {
		for _, w := range p.words {
			k := float64(len(letters(w.text)))
			sum, n = sum+k*w.confidence, n+k
		}
	}
	if n < 10 {
		return 0
	}
	return sum / n
}

// may reports whether a line may say one of some wordings, by its length.
func (s *script) may(c *candidate, some func(use) bool) bool {
	for _, w := range s.wordings {
		if c.fits(w) && w.has(some) {
			return true
		}
	}
	return false
}

// decide returns the form whose title was read: the largest line that is one
// and nothing else. Of two that a line says, the longer title is: "TỜ KHAI …" is
// any application.
func (s *script) decide() (*Form, *claim) {
	var best *claim
	var form *Form
	size := 0.0
	for i := range s.claims {
		c := &s.claims[i]
		for _, u := range c.uses {
			if u.role != titleRole || c.likely <= 0.8 || s.isContinued(c) {
				continue
			}
			sz := c.likely * c.box.H
			if best != nil && (best.box.covers(c.box, 0.5) || c.box.covers(best.box, 0.5)) {
				if len(c.letters) < len(best.letters) || len(c.letters) == len(best.letters) && sz <= size {
					continue
				}
			} else if sz <= size {
				continue
			}
			form, best, size = u.form, c, sz
		}
	}
	return form, best
}

// headed returns how far down the head of a page reaches: who issues a paper
// stands there in the words in which they sign another one.
func (s *script) headed() float64 {
	y0, y1 := s.extent()
	end := y0 + 0.2*(y1-y0)
	for _, c := range s.claims {
		if c.likely > 0.8 && c.has(func(u use) bool { return u.role == headRole }) && c.box.Y < y0+0.4*(y1-y0) {
			end = max(end, c.box.Y+c.box.H)
		}
	}
	return end
}

// byCaptions returns the form that most captions are of, where one of them is
// long enough to be of no other form. Those over head are none.
func byCaptions(claims []claim, head float64) *Form {
	type tally struct {
		fields map[*Field]bool
		long   bool
	}
	by := map[*Form]*tally{}
	var best *Form
	for _, c := range claims {
		if c.short() && c.likely < 1 || c.likely < 0.85 || c.box.Y < head {
			continue
		}
		for _, u := range c.uses {
			if u.role != captionRole {
				continue
			}
			t := by[u.form]
			if t == nil {
				t = &tally{fields: map[*Field]bool{}}
				by[u.form] = t
			}
			t.fields[u.field] = true
			t.long = t.long || len(c.letters) >= 16 && len(c.uses) == 1
			if t.long && (best == nil || len(t.fields) > len(by[best].fields)) {
				best = u.form
			}
		}
	}
	return best
}
