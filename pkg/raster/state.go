package raster

// colour is a fill colour; known is false for patterns and odd colour spaces.
type colour struct {
	r, g, b uint8
	known   bool
}

var (
	black = colour{known: true}
	white = colour{255, 255, 255, true}
)

// textState is ISO 32000-2 9.3.
type textState struct {
	size, charSpace, wordSpace, leading, rise float64
	stretch                                   float64 // Tz / 100
	mode                                      int
	glyphBytes                                int // bytes of a character code: 2 for composite fonts
}

// state is the graphics state as far as it matters for a scan
// (ISO 32000-2 8.4). Boxes are on the displayed page, in pt.
type state struct {
	ctm     matrix // user space to displayed page
	clip    rect
	oddClip bool // clipped by other than a rectangle as well

	fill      colour
	fillSpace *colourSpace
	lineWidth float64

	fillAlpha, strokeAlpha float64
	blend                  bool // a blend mode other than Normal
	softMask               bool

	text textState
}

// item is something painted, in painting order.
type item struct {
	kind   itemKind
	box    rect       // where, cut to clip, on the displayed page in pt
	area   float64    // of a mark: estimated ink in pt²
	colour colour     // of a fill or a stencil
	m      matrix     // of a picture: unit square to displayed page
	full   rect       // of a picture: where, before clipping
	swap   bool       // of a picture: x and y change places
	image  *imageSpec // of a picture, and of a mark that an image left, with its size at least
	number int        // of the same: which image of the page it is, hidden ones counted, from 1
	reason Reason     // of a mark: what was left out
}

type itemKind uint8

const (
	itemPicture itemKind = iota // an image XObject or inline image
	itemFill                    // a filled rectangle
	itemMark                    // text or line art that is not drawn
)
