package pdf

// MM is the length of one default user space unit (1/72 inch) in millimetres.
const MM = 25.4 / 72

// Rect is a rectangle in user space units, normalised: X0 <= X1, Y0 <= Y1,
// origin at the lower left (ISO 32000-2 7.9.5).
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Box is a rectangle as a reader of the page sees it: millimetres from the top
// left of the displayed page (crop box, after /Rotate).
type Box struct{ X, Y, W, H float64 }
