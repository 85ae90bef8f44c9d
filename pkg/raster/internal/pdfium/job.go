package pdfium

import "errors"

// Job is one page to draw.
type Job struct {
	Page, Pages   int     // number of the page from 1, and how many the caller counts
	W, H          int     // size of the picture in px
	Width, Height float64 // of the displayed page; any unit, for its shape
	// Pictures are the places of large images in the picture, in px. One that is
	// of a single colour afterwards is believed only if its image can be decoded:
	// PDFium leaves out what it cannot read, and says nothing.
	Pictures []Box
	// Of the page's images only the first Shown are drawn, which must be Images
	// in all; 0 of 0 stands for all of any number.
	Shown, Images int
}

// Box is a rectangle in px; X1 and Y1 are outside.
type Box struct{ X0, Y0, X1, Y1 int }

// MaxPixels bounds a picture: 4 bytes each must fit into an instance beside the
// images of the page.
const MaxPixels = 24_000_000

// MaxPictures bounds Job.Pictures.
const MaxPictures = 64

// MaxImages bounds Job.Images.
const MaxImages = maxObjects

// Valid reports whether the job is one that can be done.
func (j Job) Valid() bool {
	if j.Page < 1 || j.Page > j.Pages || j.W < 1 || j.H < 1 || int64(j.W)*int64(j.H) > MaxPixels {
		return false
	}
	if !(j.Width > 0 && j.Height > 0 && j.Width < 1e9 && j.Height < 1e9) || len(j.Pictures) > MaxPictures {
		return false
	}
	if j.Shown < 0 || j.Shown > j.Images || j.Images > MaxImages {
		return false
	}
	for _, b := range j.Pictures {
		if b.X0 < 0 || b.Y0 < 0 || b.X1 > j.W || b.Y1 > j.H || b.X0 >= b.X1 || b.Y0 >= b.Y1 {
			return false
		}
	}
	return true
}

// Picture is a drawn page in planes without padding, 0 black in Y and 128
// neutral in Cb and Cr (ITU-T T.871). Cb and Cr are nil if no pixel has a hue.
type Picture struct {
	W, H      int
	Y, Cb, Cr []uint8
}

// Errors of a drawing. After any of them the instance must be dropped.
var (
	ErrOpen    = errors.New("pdfium: cannot open the document")
	ErrPages   = errors.New("pdfium: counts other pages")
	ErrShape   = errors.New("pdfium: sees a page of another shape")
	ErrImage   = errors.New("pdfium: cannot decode an image")
	ErrImages  = errors.New("pdfium: counts other images")
	ErrFailed  = errors.New("pdfium: failed") // out of memory, or tripped over the page
	ErrInvalid = errors.New("pdfium: invalid job")
)
