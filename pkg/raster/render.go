package raster

import (
	"context"
	"errors"
	"fmt"
	"math"
)

// Render draws page n, counted from 1. A page that cannot be drawn is an
// [UnsupportedError]; [ErrUnreadable], [ErrTooLarge], [ErrTimeout], [ErrNoPage],
// [ErrClosed] and [ErrNoRenderer] say the rest (wrapped), or the context's own
// error. After any of them other pages can be drawn.
//
// Drawn are the images of the page's content and rectangles filled with one
// colour (a white ground, a redaction). Text in rendering mode 3, as OCR leaves
// it, is invisible. A little visible text or line art over a scan, such as a
// page number, is left out and listed in [Page.Overlay]. A page that holds more
// is rendered if the document was opened by a [Renderer].
//
// Render works in a goroutine that is abandoned when time runs out; see
// [Limits]. Decoding takes about 5 bytes a pixel at its peak.
func (d *Document) Render(ctx context.Context, n int) (*Page, error) {
	t, err := guard(ctx, d.limits.PageTime, func(ctx context.Context) (try, error) { return d.try(ctx, n) })
	if err != nil {
		return nil, err
	}
	page := t.page
	if page == nil {
		if page, err = d.rendered(ctx, n, t); err != nil {
			return nil, err
		}
	}
	page.Number, page.Pasted = n, append(t.pasted, page.Pasted...)
	page.Stored = storedImages(t.items, t.sheet.box())
	return page, nil
}

// try is what came of drawing a page directly: the page, or why not.
type try struct {
	sheet  sheet
	items  []item
	images int // see content
	pasted []Pasted
	page   *Page
	why    *UnsupportedError
}

func (d *Document) try(ctx context.Context, n int) (try, error) {
	t, odd, err := d.read(ctx, n)
	if err != nil {
		return t, err
	}
	switch {
	case odd != "":
		err = unsupported(odd)
	case d.renderer != nil && pictureLeftOut(t.items, t.sheet.box()):
		err = unsupported(leftOut(t.items))
	default:
		t.page, err = compose(ctx, t.sheet, t.items, d.limits)
	}
	if errors.As(err, &t.why) && t.why.Reason == NoImage && annotated(t.pasted) {
		err = unsupported(AnnotationPage)
	}
	if errors.As(err, &t.why) && d.renderer != nil && t.why.canRender() {
		return t, nil
	}
	return t, err
}

// read interprets the page.
func (d *Document) read(ctx context.Context, n int) (t try, odd Reason, err error) {
	err = d.take(ctx, n, func(node pageNode) error {
		t.sheet = node.sheet(&d.file)
		c, err := d.file.content(ctx, node, t.sheet, d.limits)
		if err != nil {
			return err
		}
		t.items, t.images, odd = c.items, c.images, c.odd
		t.pasted, err = d.file.annotations(ctx, node, t.sheet, d.limits)
		t.pasted = append(t.pasted, pastedContent(t.items, t.sheet.box())...)
		return err
	})
	return t, odd, err
}

// take calls f with page n while it holds the object table.
func (d *Document) take(ctx context.Context, n int, f func(pageNode) error) error {
	select {
	case d.turn <- struct{}{}:
		defer func() { <-d.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if d.closed.Load() || d.file.table == nil {
		return ErrClosed
	}
	if n < 1 || n > len(d.pages) {
		return fmt.Errorf("%w: %d of %d", ErrNoPage, n, len(d.pages))
	}
	return f(d.pages[n-1])
}

// mm converts pt.
func mm(pt float64) float64 { return pt * 25.4 / 72 }

// millimetres rounds to a micrometre, which hides the dust of the conversion.
func millimetres(pt float64) float64 { return math.Round(mm(pt)*1000) / 1000 }
