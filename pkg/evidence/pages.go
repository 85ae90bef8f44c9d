package evidence

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/likeness"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
)

// PageReading is what one page shows.
type PageReading struct {
	Page    int           // from 1
	Sheet   raster.Sheet  // the displayed page; zero where it is not known
	Reading *form.Reading // nil if the page could not be drawn
	Because msg.Text      // why there is no reading, or why it has no form
	Blank   bool          // nothing is on it
	Sparse  bool          // next to nothing is: a line or two at most
	// Annotated tells that most of what a viewer shows may be the picture of an
	// annotation, which was not read.
	Annotated bool
	// Electronic tells that the page is text and line art and no picture of a
	// paper: nobody could sign it by hand.
	Electronic bool
	// Quality holds the measures of the picture; nil for a page that is no picture
	// of a paper, was not drawn or cannot be measured.
	Quality *quality.Quality
	// Pasted lists what was put over the scan afterwards. What is annotated is
	// not in Reading, what was painted into the page is.
	Pasted []raster.Pasted
	Codes  []PageCode // QR codes, from the top down
	// Likeness stands for the picture of the page; zero for a page that is no
	// picture of a paper or has too little on it to be told from another.
	Likeness likeness.Hash
	// Drawing and Took are the wall times of drawing the page and of reading it.
	Drawing, Took time.Duration
}

// defaultMaxPages is how many pages of a document are read. Results of civil
// status have one sheet; a longer document names its form on an early page.
const defaultMaxPages = 20

func readPages(ctx context.Context, of *Document, t *Tools) ([]PageReading, error) {
	var pages []PageReading
	err := EachPage(ctx, of, t, 0, func(p PageReading, _ *raster.Page) bool {
		pages = append(pages, p)
		return true
	})
	if err != nil {
		return nil, err
	}
	return pages, nil
}

// EachPage reads the pages of a document one after another, page only alone
// where that is not 0, and hands each to visit with its picture until visit
// returns false. The picture is nil where the page could not be drawn. It is the
// visitor's to keep, but a document of many pages does not fit into memory.
//
// An error is that of ctx or a [lint.UnableError] about the document as a whole;
// a page that cannot be read is a [PageReading] that says why.
func EachPage(ctx context.Context, of *Document, t *Tools, only int, visit func(PageReading, *raster.Page) bool) error {
	d, closer, err := openPages(ctx, of, t)
	if err != nil {
		return err
	}
	defer closer.Close()
	defer d.Close()
	most := t.MaxPages
	if most < 1 {
		most = defaultMaxPages
	}
	first, last := 1, d.Facts().Pages
	switch {
	case last == 0:
		return noPages(of.Document)
	case only > last || only < 0:
		return lint.Unable(noSuchPageText.With("page", only, "pages", last), raster.ErrNoPage)
	case only > 0:
		first, last, most = only, only, only
	}
	for n := first; n <= last; n++ {
		if n > most {
			visit(PageReading{Page: n, Because: beyondText.With("pages", most)}, nil)
			return nil
		}
		page, picture, err := readPage(ctx, d, n, t)
		if err != nil {
			return err
		}
		if !visit(page, picture) {
			return nil
		}
	}
	return nil
}

// openPages opens the state of a document in which its pages are read. The
// caller closes first the pages, then the file.
func openPages(ctx context.Context, of *Document, t *Tools) (*raster.Document, io.Closer, error) {
	revision, err := of.Revision()
	if err != nil {
		return nil, nil, err
	}
	doc := of.Document
	file, err := doc.Blob.Open()
	if err != nil {
		return nil, nil, cannotOpen(doc, err)
	}
	open := raster.Open
	if t.Renderer != nil {
		open = t.Renderer.Open
	}
	d, err := open(ctx, io.NewSectionReader(file, 0, revision.Size), revision.Size, t.Raster)
	if err != nil {
		file.Close()
		return nil, nil, rasterError(doc, err)
	}
	return d, file, nil
}

// readPage draws and reads one page.
func readPage(ctx context.Context, d *raster.Document, n int, t *Tools) (PageReading, *raster.Page, error) {
	page := PageReading{Page: n}
	sheet, err := d.Sheet(ctx, n)
	if err == nil {
		page.Sheet = sheet
	}
	start := time.Now()
	picture, err := d.Render(ctx, n)
	page.Drawing = time.Since(start)
	if ctx.Err() != nil {
		return page, nil, ctx.Err()
	}
	if err != nil {
		page.Because = pageReason(err)
		if odd := (*raster.UnsupportedError)(nil); errors.As(err, &odd) {
			page.Blank = odd.Reason == raster.NoImage
			page.Electronic = undrawnText(ctx, d, n, sheet, odd.Reason)
		}
		return page, nil, nil
	}
	start = time.Now()
	page.Reading, err = t.Forms.Read(ctx, picture, form.Options{OCR: t.OCR, Values: t.Values, Texts: t.Texts})
	if err != nil {
		return page, nil, err
	}
	if page.Codes, err = readCodes(ctx, picture); err != nil {
		return page, nil, err
	}
	page.Took = time.Since(start)
	page.Electronic, page.Pasted = electronic(picture, page.Reading), picture.Pasted
	if page.Reading.Form == nil {
		page.Because = formReason(page.Reading.Reason)
		share := marked(picture.Image)
		page.Blank, page.Sparse = share < blankShare, share < sparseShare
		if hiddenByAnnotation(picture) {
			page.Because, page.Annotated, page.Blank, page.Sparse = annotatedText.With(), true, false, false
		}
	}
	if !page.Electronic {
		if !page.Blank && !page.Sparse {
			page.Likeness, _ = likeness.Of(picture.Image)
		}
		page.Quality = quality.Measure(picture, hints(page.Reading))
	}
	return page, picture, nil
}

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
