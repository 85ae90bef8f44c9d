package raster

import (
	"context"
	"fmt"
	"math"
)

// Render draws page n, counted from 1. A page that is no plain scan is an
// [UnsupportedError]; [ErrUnreadable], [ErrTooLarge], [ErrTimeout], [ErrNoPage]
// and [ErrClosed] say the rest (wrapped), or the context's own error.
//
// Drawn are the images of the page's content, rectangles filled with one
// colour (a white ground, a redaction) and nothing else. Text in rendering mode
// 3, as OCR leaves it, is invisible. A little visible text or line art over a
// scan, such as a page number, is left out and listed in [Page.Overlay].
//
// Render works in a goroutine that is abandoned when time runs out; see
// [Limits]. Decoding takes about 5 bytes a pixel at its peak.
func (d *Document) Render(ctx context.Context, n int) (*Page, error) {
	return guard(ctx, d.limits.PageTime, func(ctx context.Context) (*Page, error) {
		sheet, items, err := d.read(ctx, n)
		if err != nil {
			return nil, err
		}
		page, err := compose(ctx, sheet, items, d.limits)
		if err != nil {
			return nil, err
		}
		page.Number = n
		return page, nil
	})
}

// read interprets the page.
func (d *Document) read(ctx context.Context, n int) (s sheet, items []item, err error) {
	err = d.take(ctx, n, func(node pageNode) (err error) {
		s = node.sheet(&d.file)
		items, err = d.file.content(ctx, node, s, d.limits)
		return err
	})
	return s, items, err
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
