package evidence

import (
	"context"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/raster"
)

// PagesRead returns what [Document.Pages] gave to a rule, and false where none
// asked for it or it could not be had. It reads nothing by itself.
func (d *Document) PagesRead() ([]PageReading, bool) {
	pages := d.read.Load()
	if pages == nil {
		return nil, false
	}
	return *pages, true
}

// DrawPage draws a page of a document, from 1, in the state in which the pages
// are read, for people to look at.
//
// An error is that of ctx or a [lint.UnableError].
func DrawPage(ctx context.Context, of *Document, t *Tools, page int) (*raster.Page, error) {
	d, closer, err := openPages(ctx, of, t)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	defer d.Close()
	if page < 1 || page > d.Facts().Pages {
		return nil, lint.Unable(noSuchPageText.With("page", page, "pages", d.Facts().Pages), raster.ErrNoPage)
	}
	picture, err := d.Render(ctx, page)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, lint.Unable(pageReason(err), err)
	}
	return picture, nil
}
