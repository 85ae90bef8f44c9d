package form

import (
	"context"
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// maxRedless bounds the lines that are read where a red seal was taken away.
const maxRedless = 12

// readUnderSeal looks for the captions of an official that were not read where
// something red lies on the page: a seal across a line joins its letters, so that
// the line was not found. Without what is red it is found as any other.
func (l *located) readUnderSeal(ctx context.Context) error {
	sc := l.script
	if !usable(sc.page) {
		return nil
	}
	pale := withoutRed(sc.page)
	if pale == nil {
		return nil
	}
	fr := &frame{angle: sc.view.angle}
	fr.parts = findBlobs(newInkMap(pale, newShades(pale))).lines(fr.angle)
	var lines []*candidate
	for _, c := range fr.view(false).candidates() {
		if b := c.box(); !l.over(b) && c.spaced() && sc.may(c, l.missing) && sc.reddened(pale, b) {
			lines = append(lines, c)
		}
	}
	if err := sc.read(ctx, lines, maxRedless, nil); err != nil {
		return err
	}
	sc.lines = append(sc.lines, lines...)
	l.assign()
	return nil
}

// missing says which texts are captions of an official, where a seal belongs, of whom
// none were read.
func (l *located) missing(u use) bool {
	return u.form == l.form && (u.role == captionRole || u.role == hintRole) && u.field.Required && l.block(u.field) == nil && l.form.sealed(u.field)
}

// sealed reports whether a seal belongs in the place of a field.
func (f *Form) sealed(field *Field) bool {
	return slices.ContainsFunc(f.Fields, func(o Field) bool { return o.Kind == Seal && o.With == field.Key })
}

// withoutRed returns a page whose luma is that of red light, in which a red seal is
// as pale as the paper; nil for a page without colour.
func withoutRed(p *raster.Page) *raster.Page {
	im := p.Image
	if len(im.Cr) != len(im.Y) {
		return nil
	}
	out, seen := *p, *im
	seen.Y = make([]uint8, len(im.Y))
	for i, y := range im.Y {
		seen.Y[i] = uint8(min(int(y)+max(int(im.Cr[i])-128, 0)*359/256, 255)) // ITU-T T.871
	}
	out.Image = &seen
	return &out
}

// reddened reports whether something red lies on a box of the view: what a page
// without it has lost there.
func (s *script) reddened(pale *raster.Page, b Box) bool {
	const (
		step  = 0.4 // mm
		red   = 40  // of 255 that is lost
		share = 0.02
	)
	im := s.page.Image
	sin, cos := math.Sincos(s.view.angle)
	lost, all := 0, 0
	for y := b.Y; y < b.Y+b.H; y += step {
		for x := b.X; x < b.X+b.W; x += step {
			px, py := int((x*cos-y*sin)*float64(im.W)/s.page.WidthMM), int((x*sin+y*cos)*float64(im.H)/s.page.HeightMM)
			if px < 0 || py < 0 || px >= im.W || py >= im.H {
				continue
			}
			all++
			if i := py*im.W + px; int(pale.Image.Y[i])-int(im.Y[i]) > red {
				lost++
			}
		}
	}
	return float64(lost) > share*float64(all)
}
