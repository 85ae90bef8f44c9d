package evidence

import (
	"context"
	"errors"
	"io"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
)

// PageReading is what one page shows.
type PageReading struct {
	Page    int           // from 1
	Size    Size          // of the displayed page; zero if it could not be drawn
	Reading *form.Reading // nil if the page could not be drawn
	Because msg.Text      // why there is no reading, or why it has no form
	Blank   bool          // nothing is on it
	// Electronic tells that the page is text and line art and no picture of a
	// paper: nobody could sign it by hand.
	Electronic bool
	// Pasted lists what was put over the scan afterwards. What is annotated is
	// not in Reading, what was painted into the page is.
	Pasted []raster.Pasted
}

// defaultMaxPages is how many pages of a document are read. Results of civil
// status have one sheet; a longer document names its form on an early page.
const defaultMaxPages = 20

func readPages(ctx context.Context, of *Document, t *Tools) ([]PageReading, error) {
	revision, err := of.Revision()
	if err != nil {
		return nil, err
	}
	doc := of.Document
	file, err := doc.Blob.Open()
	if err != nil {
		return nil, cannotOpen(doc, err)
	}
	defer file.Close()
	open := raster.Open
	if t.Renderer != nil {
		open = t.Renderer.Open
	}
	d, err := open(ctx, io.NewSectionReader(file, 0, revision.Size), revision.Size, t.Raster)
	if err != nil {
		return nil, rasterError(doc, err)
	}
	defer d.Close()
	most := t.MaxPages
	if most < 1 {
		most = defaultMaxPages
	}
	total := d.Facts().Pages
	if total == 0 {
		return nil, noPages(doc)
	}
	pages := make([]PageReading, 0, min(total, most))
	for n := 1; n <= total; n++ {
		if n > most {
			pages = append(pages, PageReading{Page: n, Because: beyondText.With("pages", most)})
			break
		}
		page, err := readPage(ctx, d, n, t)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// readPage draws and reads one page; the picture does not outlive it.
func readPage(ctx context.Context, d *raster.Document, n int, t *Tools) (PageReading, error) {
	picture, err := d.Render(ctx, n)
	if err != nil {
		if ctx.Err() != nil {
			return PageReading{}, ctx.Err()
		}
		page := PageReading{Page: n, Because: pageReason(err)}
		if odd := (*raster.UnsupportedError)(nil); errors.As(err, &odd) {
			page.Electronic, page.Blank = electronic(odd.Reason), odd.Reason == raster.NoImage
		}
		return page, nil
	}
	reading, err := t.Forms.Read(ctx, picture, form.Options{OCR: t.OCR})
	if err != nil {
		return PageReading{}, err
	}
	page := PageReading{
		Page: n, Size: Size{W: picture.WidthMM, H: picture.HeightMM}, Reading: reading,
		Electronic: electronic(picture.Reason), Pasted: picture.Pasted,
	}
	if reading.Form == nil {
		page.Because = formReason(reading.Reason)
		page.Blank = blank(picture.Image)
	}
	return page, nil
}

// electronic reports whether the reason why a page is no plain scan is that it
// was never on paper.
func electronic(r raster.Reason) bool { return r == raster.TextPage }

func rasterError(doc *dossier.Document, err error) error {
	switch {
	case errors.Is(err, raster.ErrEncrypted):
		return lint.Unable(lockedText.With("file", doc.Path), err)
	case errors.Is(err, raster.ErrUnreadable):
		return lint.Unable(brokenPDFText.With("file", doc.Path), err)
	case errors.Is(err, raster.ErrTooLarge), errors.Is(err, raster.ErrTimeout):
		return lint.Unable(pageReason(err), err)
	}
	return cannotOpen(doc, err)
}
