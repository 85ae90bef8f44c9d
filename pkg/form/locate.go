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
// captions. A form has some 40; what a scanner saw of its lid may look like as many
// more, under a form of half the size.
const (
	maxHead = 10
	maxRead = 120
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
	// A block may be complete without a caption that a seal broke.
	if err := sc.mend(ctx, l.over, l.own, l.wanted); err != nil {
		return nil, "", err
	}
	sc.span(l.over, l.wanted)
	if l.assign(); !l.complete() {
		if err := l.search(ctx); err != nil {
			return nil, "", err
		}
		for _, read := range []func(context.Context) error{l.readUnderSeal, l.readCrossed} {
			if !slices.ContainsFunc(sc.wordings, func(w *wording) bool { return w.has(l.missing) }) {
				break // every official has one
			}
			if err := read(ctx); err != nil {
				return nil, "", err
			}
		}
		if l.share() < 1 {
			if err := l.readScattered(ctx); err != nil {
				return nil, "", err
			}
		}
		l.byNames()
		l.bySections()
		l.opposite()
	}
	l.likely += 0.48 * l.share()
	return l, Recognised, nil
}

// readCaptions reads what may be a caption of the form, or of any form while it
// is not known: from the bottom of the page up, since signers come last, until
// every field has its own.
func (l *located) readCaptions(ctx context.Context) error {
	var lines, odd []*candidate
	for _, c := range slices.Backward(l.script.some(func(c *candidate) bool { return !l.over(c.box()) && l.script.may(c, l.wanted) })) {
		if c.spaced() {
			lines = append(lines, c)
		} else {
			odd = append(odd, c)
		}
	}
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
	if l.title == nil || b.Y+b.H/2 > l.title.box.Y+l.title.box.H || l.atHead(b) {
		return false
	}
	return l.titled(b.X + b.W/2)
}

// atHead reports whether print stands as high as the head of a sheet that lies, but right
// of it: there a column of places to sign may begin.
func (l *located) atHead(b Box) bool {
	const apart = 10 // mm right of the title
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	if _, spread := l.fold(); spread { // a page of its own
		return false
	}
	return l.title != nil && x1-x0 > 1.2*(y1-y0) && b.Y+b.H/2 < l.title.box.Y+l.title.box.H && b.X > l.title.box.X+l.title.box.W+apart
}

// titled reports whether the title stands over the whole of the page, or, on a
// sheet of two pages, on the one that x lies on.
func (l *located) titled(x float64) bool {
	middle, spread := l.fold()
	return !spread || (x > middle) == (l.title.box.X > middle)
}

// fold returns the middle of the sheet, and whether it has two pages side by side:
// the title stands on one of them.
func (l *located) fold() (middle float64, spread bool) {
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	middle = (x0 + x1) / 2
	if l.title == nil {
		return middle, false
	}
	title := l.title.box
	return middle, x1-x0 > 1.2*(y1-y0) && (title.X > middle || title.X+title.W < middle)
}

// centre returns the middle of the page that x lies on.
func (l *located) centre(x float64) float64 {
	x0, _, x1, _ := l.script.view.bounds(l.script.page)
	middle, spread := l.fold()
	switch {
	case !spread:
		return middle
	case x < middle:
		return (x0 + middle) / 2
	}
	return (middle + x1) / 2
}

// own says which texts may stand on the page, as far as its form is known.
func (l *located) own(u use) bool { return u.form == nil || l.form == nil || u.form == l.form }

// wanted says which texts are looked for.
func (l *located) wanted(u use) bool {
	return (l.form == nil || u.form == l.form) && (u.role == captionRole || u.role == hintRole || l.form == nil && u.role == titleRole)
}

// search looks again for captions that were not read: over hints and under ink.
func (l *located) search(ctx context.Context) error {
	sc := l.script
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
	if _, b := l.lone(); b != nil {
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

// lone returns a required field whose captions were not read, and the block of another
// one that shares its hints; such two stand side by side.
func (l *located) lone() (missing *Field, near *block) {
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if !f.Required || l.block(f) != nil {
			continue
		}
		for j := range l.form.Fields {
			if o := &l.form.Fields[j]; o != f && o.Required && shareHint(f, o) && l.block(o) != nil {
				return f, l.block(o)
			}
		}
	}
	return nil, nil
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
