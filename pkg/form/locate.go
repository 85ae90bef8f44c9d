package form

import (
	"context"
	"math"

	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// located is a form found on a page by its captions.
type located struct {
	form   *Form
	script *script
	title  *claim  // nil when no title was read
	likely float64 // that the form is right, 0 to 1
	blocks []*block
}

// locate finds the form of a page and the captions of its fields by reading.
func (s *Set) locate(ctx context.Context, e ocr.Engine, p *raster.Page, fs []*frame) (*located, Reason, error) {
	sc, err := s.upright(ctx, e, p, fs)
	if err != nil || sc == nil {
		return nil, NoText, err
	}
	top := math.Inf(-1)
	f, title := decide(sc.claims)
	if title != nil {
		top = title.box.Y
	}
	// What may be a caption of the form; of any form while it is not known.
	err = sc.read(ctx, 60, func(c *candidate) bool {
		return c.y1 > top && sc.may(c, func(w wording) bool {
			return (f == nil || w.form == f) && (w.role == captionRole || w.role == hintRole || f == nil && w.role == titleRole)
		})
	})
	if err != nil {
		return nil, "", err
	}
	l := &located{form: f, title: title, script: sc, likely: 0.5}
	if f == nil {
		if f, title = decide(sc.claims); f == nil {
			if f = byCaptions(sc.claims); f == nil {
				return nil, NoMatch, nil
			}
			l.likely = 0.3
		}
		l.form, l.title = f, title
	}
	l.assign()
	found, wanted := 0, 0
	for i := range f.Fields {
		if f.Fields[i].With != "" {
			continue
		}
		wanted++
		for _, b := range l.blocks {
			if b.field == &f.Fields[i] {
				found++
				break
			}
		}
	}
	if wanted > 0 {
		l.likely += 0.48 * float64(found) / float64(wanted)
	}
	return l, Recognised, nil
}

// upright returns the script of the view in which the head of the page reads.
func (s *Set) upright(ctx context.Context, e ocr.Engine, p *raster.Page, fs []*frame) (*script, error) {
	all := s.wordings()
	var best *script
	most := 0.0
	for _, fr := range fs {
		for _, flip := range []bool{false, true} {
			v := fr.view(flip)
			sc := &script{engine: e, page: p, view: v, lines: v.candidates(), wordings: all}
			y0, y1 := sc.extent()
			err := sc.read(ctx, 10, func(c *candidate) bool {
				return c.cy() < y0+0.5*(y1-y0) && c.regular() && sc.may(c, func(w wording) bool { return w.role <= titleRole })
			})
			if err != nil {
				return nil, err
			}
			for _, c := range sc.claims {
				if c.wording.role <= titleRole {
					return sc, nil
				}
			}
			if r := sc.readable(); r > most || best == nil {
				best, most = sc, r
			}
		}
	}
	return best, nil
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
func (s *script) may(c *candidate, some func(wording) bool) bool {
	for _, w := range s.wordings {
		if some(w) && c.fits(w) {
			return true
		}
	}
	return false
}

// decide returns the form whose title was read: the largest line that is one.
func decide(claims []claim) (*Form, *claim) {
	var best *claim
	size := 0.0
	for i, c := range claims {
		if s := c.likely * c.box.H; c.wording.role == titleRole && c.likely > 0.8 && s > size {
			best, size = &claims[i], s
		}
	}
	if best == nil {
		return nil, nil
	}
	return best.wording.form, best
}

// byCaptions returns the form that most captions are of, if they are such as
// no other form has: one that names the form, or all but one of its fields'.
func byCaptions(claims []claim) *Form {
	type tally struct {
		fields map[*Field]bool
		long   bool
	}
	by := map[*Form]*tally{}
	var best *Form
	for _, c := range claims {
		w := c.wording
		if w.role != captionRole || w.short() && c.likely < 1 || c.likely < 0.85 {
			continue
		}
		t := by[w.form]
		if t == nil {
			t = &tally{fields: map[*Field]bool{}}
			by[w.form] = t
		}
		t.fields[w.field] = true
		t.long = t.long || len(w.letters) >= 16
		if t.long && (best == nil || len(t.fields) > len(by[best].fields)) {
			best = w.form
		}
	}
	return best
}
