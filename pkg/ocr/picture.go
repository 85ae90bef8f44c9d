package ocr

import "fmt"

// PictureError says why a picture is not read at all.
type PictureError struct {
	W, H   int
	Reason string
}

func (e *PictureError) Error() string {
	return fmt.Sprintf("picture of %d by %d px is not read: %s", e.W, e.H, e.Reason)
}

// Check returns a [PictureError] if the pixels do not fit the size, if a side
// is longer than maxSide px, or if there are more than maxPixels. It is for
// engines, which call it first.
func (p *Picture) Check(maxSide, maxPixels int) error {
	fail := func(format string, a ...any) error {
		return &PictureError{p.W, p.H, fmt.Sprintf(format, a...)}
	}
	switch {
	case p.W < 0 || p.H < 0:
		return fail("its size is negative")
	case p.W > maxSide || p.H > maxSide:
		return fail("a side is longer than %d px", maxSide)
	case p.W*p.H > maxPixels:
		return fail("it has more than %d pixels", maxPixels)
	case len(p.Pix) != p.W*p.H:
		return fail("it has %d pixels", len(p.Pix))
	}
	return nil
}
