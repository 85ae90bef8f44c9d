package raster

// Mode is the colour mode of the stored page picture, not of what it shows: an
// RGB scan of black print is Colour. Bilevel is one bit a pixel in two greys,
// Grey one grey component or a palette of greys. A page of several images has
// the richest mode among them. A rendered page of text or line art is Colour if
// a pixel has a hue, else Grey; one of bilevel images that had to be scaled is
// Bilevel with grey edges.
type Mode string

// The colour modes that a scanner writes.
const (
	Colour  Mode = "colour"
	Grey    Mode = "grey"
	Bilevel Mode = "bilevel"
)

// Source is how a page picture was made.
type Source string

// Ways to make a page picture.
const (
	Direct   Source = "direct"   // from the images on the page, pixel by pixel
	Rendered Source = "rendered" // by a [Renderer], scaled as it saw fit
)

// Page is the picture of one page as a viewer displays it: cropped to the crop
// box and turned by /Rotate. A sheet that was fed sideways or upside down is
// still turned in it.
type Page struct {
	Number   int     // from 1
	WidthMM  float64 // width of the displayed page in mm
	HeightMM float64 // height of the displayed page in mm
	DPI      float64 // effective resolution: pixels of the picture per inch of the page
	Mode     Mode
	Source   Source
	Reason   Reason // why it was rendered; empty for a direct one
	Image    *Image

	// Overlay lists where visible text or line art of the file lies over the
	// scan, or a rectangle of one colour, as a redaction has. Text and line art
	// are not in a direct Image and are in a rendered one: either way, what is
	// seen inside one of these boxes is not as it was on the paper.
	Overlay []Rect

	// Pictures lists where images lie: all of the page on most scans.
	Pictures []Rect

	// Stored lists the images that the page shows as the file holds them, in
	// painting order.
	Stored []Stored

	// Pasted lists what else lies over the scan: annotations, and images that are
	// not part of it.
	Pasted []Pasted
}

// Rect is a place on the displayed page in mm from its top left corner.
type Rect struct{ X, Y, W, H float64 }

// Image is a decoded picture in planes, row by row from the top left, without
// padding: pixel (x, y) is at index y*W+x. 0 is black in Y. Cb and Cr have the
// size of Y and 128 as neutral, as in JPEG (ITU-T T.871); both are nil for grey
// and bilevel pictures.
type Image struct {
	W, H      int
	Y, Cb, Cr []uint8
}
