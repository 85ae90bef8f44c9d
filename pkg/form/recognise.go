package form

import (
	"context"
	"math"

	"github.com/tthclint/tthclint/pkg/raster"
)

// printed is what seems to be print on a page.
type printed struct {
	page   *raster.Page // without folds and streaks
	ink    *inkMap
	frames []*frame // along and across the page, the likelier first
}

func newPrint(p *raster.Page) *printed {
	p = unstreaked(p)
	s := newShades(p)
	if q := smoothed(p, s); q != p {
		p, s = q, newShades(q)
	}
	m := newInkMap(p, s)
	return &printed{page: p, ink: m, frames: frames(m)}
}

// frames returns the lines of text along the page and across it, the likelier
// direction first. A direction without text is left out.
func frames(m *inkMap) []*frame {
	if m.w < 50 || m.h < 50 {
		return nil
	}
	b := findBlobs(m)
	if b.n < 20 {
		return nil
	}
	var out []*frame
	var length [2]float64
	for i := range 2 {
		angle := float64(i) * math.Pi / 2
		slope, n := direction(textLines(b.glyphs(angle)))
		length[i] = n
		if n < 100 {
			continue
		}
		out = append(out, &frame{angle: angle + slope})
	}
	if len(out) == 2 {
		if length[1] > length[0] {
			out[0], out[1] = out[1], out[0]
			length[0], length[1] = length[1], length[0]
		}
		if length[1] < length[0]/4 {
			out = out[:1]
		}
	}
	for _, f := range out {
		f.parts = b.lines(f.angle)
		for _, l := range bridge(f.parts) {
			if l.w() > 3 {
				f.lines = append(f.lines, l)
			}
		}
	}
	return out
}

// recognise finds the edition that explains a page. The error is that of ctx.
func (s *Set) recognise(ctx context.Context, pr *printed) (*match, Reason, error) {
	if len(pr.frames) == 0 {
		return nil, NoText, nil
	}
	var best, second *match
	var left work
	for _, f := range s.forms {
		left += perEdition * work(len(f.Editions))
	}
	for _, fr := range pr.frames {
		ways := []*view{fr.view(false), fr.view(true)}
		for _, f := range s.forms {
			for _, e := range f.Editions {
				if err := ctx.Err(); err != nil {
					return nil, "", err
				}
				for _, v := range ways {
					for _, m := range seeds(f, e, v, &left) {
						m.refine()
						if best == nil || m.rank() > best.rank() {
							if best != nil && best.form != m.form {
								second = best
							}
							best = &m
						} else if m.form != best.form && (second == nil || m.rank() > second.rank()) {
							second = &m
						}
					}
				}
			}
		}
	}
	if left < 0 {
		return nil, TooBusy, nil
	}
	if best == nil {
		return nil, NoMatch, nil
	}
	return best, best.accept(second), nil
}

// rank orders matches: evidence, less what should be there and is not, and less
// for a size that neither scanner nor camera gives easily.
func (m *match) rank() float64 {
	scale, _, _ := m.to.shape()
	if scale <= 0 {
		return math.Inf(-1)
	}
	return m.score - 0.35*float64(len(m.edition.Captions)-len(m.hits)) - 0.3*m.rms - 2*math.Abs(math.Log(scale))
}

// accept decides whether a match is the page's form.
func (m *match) accept(second *match) Reason {
	full := 0
	for i := range m.edition.Captions {
		if m.full(i) {
			full++
		}
	}
	scale, shear, aspect := m.to.shape()
	switch {
	case full < 3 || 2*full < len(m.edition.Captions) || m.rms > 1.0:
		return NoMatch
	case scale < minScale || scale > maxScale || math.Abs(shear) > 0.12 || math.Abs(aspect-1) > 0.15:
		return NoMatch
	case !m.title():
		return OtherForm
	case second != nil && second.rank() > m.rank()-0.5:
		return Ambiguous
	}
	return Recognised
}
