// Package writing tells whether something is written in the room that a form
// leaves on a line, by print or by hand, or only what the form itself has there:
// dots, a ruled line, the pattern of its paper, what shows through from its back.
package writing

// Patch is a line of a page, upright, with what stands around it. Light has W*H
// pixels without padding, 0 is black; where the scan has colour it is the red
// light, in which red seals and patterns all but vanish. Blue holds how much
// bluer than grey each pixel is, and is nil without colour.
type Patch struct {
	W, H    int
	PxPerMM float64
	Light   []uint8
	Blue    []uint8

	Caption Rect // print of the form on the line; empty if there is none
	Room    Rect // where something may be written
	// Height is that of a capital of the form's print, in pixels.
	Height float64
}

// Rect is a rectangle in pixels of a patch: X1 and Y1 are outside it.
type Rect struct{ X0, Y0, X1, Y1 int }

func (r Rect) clip(w, h int) Rect {
	r.X0, r.X1 = min(max(r.X0, 0), w), min(max(r.X1, 0), w)
	r.Y0, r.Y1 = min(max(r.Y0, 0), h), min(max(r.Y1, 0), h)
	r.X1, r.Y1 = max(r.X1, r.X0), max(r.Y1, r.Y0)
	return r
}

// Reading is what stands in a room.
type Reading struct {
	// Filled is the estimated probability, 0 to 1, that something is written.
	Filled float64
	// Hand is the estimated probability that it was written by hand, from its
	// colour alone: under a half where there is none.
	Hand float64
	// Ink is the box around what is written, in pixels of the patch.
	Ink Rect
	Features
}

// Features are the measures that a reading rests on, lengths in heights of a
// capital of the form's print, contrast in parts of that print's.
type Features struct {
	Wide     float64 // columns that letters or strokes take
	Tall     float64 // height of the tallest one
	Strokes  float64 // number of them
	Contrast float64 // their mean contrast
	Edge     float64 // contrast of their darkest part
	Blue     float64 // how blue they are, 0 to 255
	Dash     float64 // length of a dash that stands alone
	Rest     float64 // columns of what was left out for being faint, small or a line
	Faint    float64 // columns of letters or strokes that are too pale to be counted; only where nothing else is
}
