package pdfium

import (
	"context"
	"fmt"
	"io"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Instance is one PDFium with its memory. It is not for use by several
// goroutines.
type Instance struct {
	pdfium pdfium.Pdfium
	file   any // whose document is open
	source *source
	doc    references.FPDF_DOCUMENT
}

// source is where an open document is read from: each drawing brings its own
// reader of the same bytes.
type source struct{ r io.ReaderAt }

func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if s.r == nil {
		return 0, io.ErrUnexpectedEOF
	}
	return s.r.ReadAt(p, off)
}

// Close frees the instance.
func (i *Instance) Close() {
	_ = i.pdfium.Close() // its memory goes whatever it says
}

// Draw draws a page of the document that r holds in size bytes. key tells
// documents apart: one with the key of the call before is still open. Draw ends
// with ctx, unless the engine is alone.
func (i *Instance) Draw(ctx context.Context, key any, r io.ReaderAt, size int64, j Job) (*Picture, error) {
	if !j.Valid() {
		return nil, ErrInvalid
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = i.pdfium.Kill() })
	defer stop()
	p, err := i.draw(key, r, size, j)
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return p, err
}

func (i *Instance) draw(key any, r io.ReaderAt, size int64, j Job) (*Picture, error) {
	if err := i.open(key, r, size); err != nil {
		return nil, err
	}
	defer func() { i.source.r = nil }()
	count, err := i.pdfium.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: i.doc})
	if err != nil {
		return nil, failed(err)
	}
	if count.PageCount != j.Pages {
		return nil, ErrPages
	}
	loaded, err := i.pdfium.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: i.doc, Index: j.Page - 1})
	if err != nil {
		return nil, failed(err)
	}
	page := requests.Page{ByReference: &loaded.Page}
	if err := i.sameShape(page, j); err != nil {
		return nil, err
	}
	if j.Images > 0 {
		if err := i.show(page, j.Shown, j.Images); err != nil {
			return nil, err
		}
	}
	picture, err := i.paint(page, j)
	if err != nil {
		return nil, err
	}
	if uniform(picture, j.Pictures) {
		if err := i.decodable(page); err != nil {
			return nil, err
		}
	}
	if _, err := i.pdfium.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}); err != nil {
		return nil, failed(err)
	}
	return picture, nil
}

func (i *Instance) open(key any, r io.ReaderAt, size int64) error {
	if i.file != nil && i.file == key {
		i.source.r = r
		return nil
	}
	if i.file != nil {
		i.file = nil
		if _, err := i.pdfium.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: i.doc}); err != nil {
			return failed(err)
		}
	}
	i.source = &source{r}
	opened, err := i.pdfium.OpenDocument(&requests.OpenDocument{FileReader: io.NewSectionReader(i.source, 0, size), FileReaderSize: size})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrOpen, err)
	}
	i.doc, i.file = opened.Document, key
	return nil
}

// shapeTolerance is how far two readers may differ about width to height.
const shapeTolerance = 0.005

func (i *Instance) sameShape(page requests.Page, j Job) error {
	w, err := i.pdfium.FPDF_GetPageWidthF(&requests.FPDF_GetPageWidthF{Page: page})
	if err != nil {
		return failed(err)
	}
	h, err := i.pdfium.FPDF_GetPageHeightF(&requests.FPDF_GetPageHeightF{Page: page})
	if err != nil {
		return failed(err)
	}
	ratio := float64(w.PageWidth) * j.Height / (float64(h.PageHeight) * j.Width)
	if !(math.Abs(ratio-1) <= shapeTolerance) {
		return fmt.Errorf("%w: %g × %g", ErrShape, w.PageWidth, h.PageHeight)
	}
	return nil
}

// paint draws on white, without annotations. Without alpha a pixel is B, G, R
// and a spare byte.
func (i *Instance) paint(page requests.Page, j Job) (*Picture, error) {
	made, err := i.pdfium.FPDFBitmap_Create(&requests.FPDFBitmap_Create{Width: j.W, Height: j.H})
	if err != nil {
		return nil, failed(err)
	}
	if _, err := i.pdfium.FPDFBitmap_FillRect(&requests.FPDFBitmap_FillRect{Bitmap: made.Bitmap, Width: j.W, Height: j.H, Color: 0xFFFFFFFF}); err != nil {
		return nil, failed(err)
	}
	if _, err := i.pdfium.FPDF_RenderPageBitmap(&requests.FPDF_RenderPageBitmap{Bitmap: made.Bitmap, Page: page, SizeX: j.W, SizeY: j.H}); err != nil {
		return nil, failed(err)
	}
	pixels, err := i.pdfium.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: made.Bitmap})
	if err != nil {
		return nil, failed(err)
	}
	if len(pixels.Buffer) < 4*j.W*j.H {
		return nil, ErrFailed
	}
	picture := planes(pixels.Buffer, j.W, j.H)
	if _, err := i.pdfium.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: made.Bitmap}); err != nil {
		return nil, failed(err)
	}
	return picture, nil
}

func failed(err error) error { return fmt.Errorf("%w: %w", ErrFailed, err) }
