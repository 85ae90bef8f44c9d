package form

import (
	"context"
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// located is a form found on a page by its captions.
type located struct {
	form   *Form
	script *script
	title  *claim  // nil when no title was read
	likely float64 // that the form is right, 0 to 1
	blocks []*block
}

// blockLines is how high the captions of one official are together, in mm.
const blockLines = 18

// Lines that are read at most: to find the head of a page one way up, and its
// captions. A form has some 40.
const (
	maxHead = 10
	maxRead = 80
	maxOdd  = 40 // that have not the letters of print
)

// locate finds the form of a page and the captions of its fields by reading.
func (s *Set) locate(ctx context.Context, e ocr.Engine, pr *printed) (*located, Reason, error) {
	sc, err := s.upright(ctx, e, pr)
	if err != nil || sc == nil {
		return nil, NoText, err
	}
	l := &located{script: sc, likely: 0.5}
	if l.form, l.title = sc.decide(); l.form == nil || l.title.open {
		if err := sc.mendTitle(ctx); err != nil {
			return nil, "", err
		}
		l.form, l.title = sc.decide()
	}
	if err := l.readCaptions(ctx); err != nil {
		return nil, "", err
	}
	if l.form == nil {
		if l.form, l.title = sc.decide(); l.form == nil {
			if l.form = byCaptions(sc.claims, sc.headed()); l.form == nil {
				return nil, NoMatch, nil
			}
			l.likely = 0.3
		}
	}
	if l.assign(); !l.complete() {
		if err := l.search(ctx); err != nil {
			return nil, "", err
		}
		l.opposite()
	}
	l.likely += 0.48 * l.share()
	return l, Recognised, nil
}

// readCaptions reads what may be a caption of the form, or of any form while it
// is not known: from the bottom of the page up, since signers come last, until
// every field has its own.
func (l *located) readCaptions(ctx context.Context) error {
	lines := l.script.some(func(c *candidate) bool { return !l.over(c.box()) && l.script.may(c, l.wanted) })
	slices.Reverse(lines)
	odd := slices.Clone(lines)
	odd = slices.DeleteFunc(odd, (*candidate).spaced)
	lines = slices.DeleteFunc(lines, func(c *candidate) bool { return !c.spaced() })
	done := func(next *candidate) bool {
		if l.form == nil {
			return false
		}
		l.assign()
		if !l.complete() {
			return false
		}
		// More lines of a block may stand over those that were read.
		top := math.Inf(1)
		for _, b := range l.blocks {
			top = min(top, b.box.Y)
		}
		return next.y1 < top-blockLines
	}
	if err := l.script.read(ctx, lines, maxRead, done); err != nil {
		return err
	}
	return l.script.read(ctx, odd, maxOdd, func(next *candidate) bool { return done(next) || l.form != nil && l.complete() })
}

// over reports whether print stands over the title, where no signer does. On a
// sheet of two pages that is so on the title's own page.
func (l *located) over(b Box) bool {
	if l.title == nil || b.Y+b.H/2 > l.title.box.Y+l.title.box.H {
		return false
	}
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	middle, title := (x0+x1)/2, l.title.box
	spread := x1-x0 > 1.2*(y1-y0) && (title.X > middle || title.X+title.W < middle)
	return !spread || (b.X+b.W/2 > middle) == (title.X > middle)
}

// wanted says which texts are looked for.
func (l *located) wanted(u use) bool {
	return (l.form == nil || u.form == l.form) && (u.role == captionRole || u.role == hintRole || l.form == nil && u.role == titleRole)
}

// search looks again for captions that were not read: in pieces, over hints,
// and under ink.
func (l *located) search(ctx context.Context) error {
	sc := l.script
	if err := sc.mend(ctx, l.over, l.wanted); err != nil {
		return err
	}
	err := sc.look(ctx, func(u use) bool { return u.form == l.form && u.role == captionRole },
		func(u use) bool { return u.form == l.form && u.role == hintRole })
	if err != nil {
		return err
	}
	l.assign()
	for i := range l.form.Fields {
		if f := &l.form.Fields[i]; f.Repeated {
			if err := sc.lookInRows(ctx, f, l.blocks); err != nil {
				return err
			}
		}
	}
	l.assign()
	if b := l.lone(); b != nil {
		if err := sc.lookBeside(ctx, b); err != nil {
			return err
		}
		l.assign()
	}
	return nil
}

// complete reports whether every required field has captions that name it and
// their hints, so that there is nothing left to look for.
func (l *located) complete() bool {
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if f.Repeated {
			return false
		}
		if b := l.block(f); f.Required && f.With == "" && (b == nil || !b.sure() || len(f.Hints) > 0 && !b.hinted()) {
			return false
		}
	}
	return true
}

// lone returns the block of a required field that shares its hints with another
// one whose captions were not read; such two stand side by side.
func (l *located) lone() *block {
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if !f.Required || l.block(f) != nil {
			continue
		}
		for j := range l.form.Fields {
			if o := &l.form.Fields[j]; o != f && o.Required && shareHint(f, o) && l.block(o) != nil {
				return l.block(o)
			}
		}
	}
	return nil
}

// share returns how many of the form's required fields were found, 0 to 1.
func (l *located) share() float64 {
	found, wanted := 0.0, 0.0
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if f.With != "" || !f.Required {
			continue
		}
		wanted++
		if l.block(f) != nil {
			found++
		}
	}
	if wanted == 0 {
		return 1
	}
	return found / wanted
}

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
			err := sc.read(ctx, lines, maxHead, func(*candidate) bool {
				f, _ := sc.decide()
				return f != nil
			})
			if err == nil {
				err = sc.readBeside(ctx)
			}
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(sc.claims, func(c claim) bool { return c.has(head) }) {
				return sc, nil
			}
			if r := sc.readable(); r > most || best == nil {
				best, most = sc, r
			}
		}
	}
	return best, nil
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
			if u.role != titleRole || c.likely <= 0.8 || s.continued(c.box) {
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
