package evidence

import (
	"context"
	"errors"
	"io"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Legibility says whether anything can be seen on the pages of a file. It costs
// the drawing of one page in most cases and reads no text.
type Legibility string

// The answers.
const (
	Legible    Legibility = "legible"    // something is on a page
	BlankPages Legibility = "blank"      // every page was drawn and is empty
	Unreadable Legibility = "unreadable" // the file holds nothing, is damaged, or is locked
)

// readLegibility looks at the pages of a PDF until one shows something. A file
// of another kind that is not empty counts as legible: people open it with
// their own programs. An error means that no page could be drawn here.
func readLegibility(ctx context.Context, d *Document, t *Tools) (Legibility, error) {
	content, err := d.Content()
	switch {
	case err != nil:
		return "", err
	case content == Empty:
		return Unreadable, nil
	case content != PDF:
		return Legible, nil
	}
	structure, err := d.Structure()
	switch {
	case errors.Is(err, ErrDamaged), errors.Is(err, pdf.ErrEncrypted):
		return Unreadable, nil
	case err != nil:
		return "", err
	case structure.Locked:
		return Unreadable, nil
	}
	doc := d.Document
	file, err := doc.Blob.Open()
	if err != nil {
		return "", cannotOpen(doc, err)
	}
	defer file.Close()
	open := raster.Open
	if t.Renderer != nil {
		open = t.Renderer.Open
	}
	pages, err := open(ctx, io.NewSectionReader(file, 0, doc.Size), doc.Size, t.Raster)
	if err != nil {
		return "", rasterError(doc, err)
	}
	defer pages.Close()
	most := t.MaxPages
	if most < 1 {
		most = defaultMaxPages
	}
	for n := 1; n <= pages.Facts().Pages; n++ {
		if n > most {
			return Legible, nil // nobody attaches so many empty pages
		}
		picture, err := pages.Render(ctx, n)
		if odd := (*raster.UnsupportedError)(nil); errors.As(err, &odd) && odd.Reason == raster.NoImage {
			continue
		}
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		if err != nil || marked(picture.Image) > blankShare {
			return Legible, nil // what cannot be drawn here is there all the same
		}
	}
	return BlankPages, nil
}
