package html

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Picture is a page of a document, or a part of it, and what was seen there.
type Picture struct {
	File string // path of the document as the result has it
	Page int    // from 1

	Type          string // media type of Data: image/jpeg or image/png
	Data          []byte // empty: a blank sheet with its marks is drawn
	Width, Height int    // in pixels, as it is shown

	// Part is what it shows, in mm of the displayed page.
	Part lint.Box
	// Turned is how far the sheet is turned on the page, in degrees clockwise: 0,
	// 90, 180 or 270. The picture was turned back.
	Turned int

	Marks []Mark
}

// Mark is a place on a page with what was seen in it.
type Mark struct {
	Box   lint.Box // mm from the top left of the displayed page; zero where nothing is to be seen of it
	State State
	Label msg.Text // what belongs there, such as a signature and whose
}

// State is what was seen in a place.
type State string

// The states. Each has its colour, its line and its word.
const (
	Found   State = "found"   // green
	Missing State = "missing" // red and dashed
	Unsure  State = "unsure"  // amber and dotted
	Wrong   State = "wrong"   // red: something is there that should not be
)

// rect is a rectangle in pixels of a picture.
type rect struct{ X, Y, W, H float64 }

// rect returns where a box of the displayed page lies on the picture; false
// where that is nowhere.
func (p *Picture) rect(b lint.Box) (rect, bool) {
	if !(b.W > 0 && b.H > 0 && p.Part.W > 0 && p.Part.H > 0) {
		return rect{}, false
	}
	w, h := float64(p.Width), float64(p.Height)
	if p.Turned == 90 || p.Turned == 270 {
		w, h = h, w
	}
	sx, sy := w/p.Part.W, h/p.Part.H
	x0, y0 := max(0, (b.X-p.Part.X)*sx), max(0, (b.Y-p.Part.Y)*sy)
	x1, y1 := min(w, (b.X+b.W-p.Part.X)*sx), min(h, (b.Y+b.H-p.Part.Y)*sy)
	if !(x0 < x1 && y0 < y1) {
		return rect{}, false
	}
	switch p.Turned {
	case 90:
		x0, y0, x1, y1 = y0, w-x1, y1, w-x0
	case 180:
		x0, y0, x1, y1 = w-x1, h-y1, w-x0, h-y0
	case 270:
		x0, y0, x1, y1 = h-y1, x0, h-y0, x1
	}
	return rect{tenths(x0), tenths(y0), tenths(x1 - x0), tenths(y1 - y0)}, true
}

func tenths(v float64) float64 { return float64(int(v*10+0.5)) / 10 }

// same reports whether two boxes are one: what they share is most of both.
func same(a, b lint.Box) bool {
	w := min(a.X+a.W, b.X+b.W) - max(a.X, b.X)
	h := min(a.Y+a.H, b.Y+b.H) - max(a.Y, b.Y)
	const most = 0.8
	return w > 0 && h > 0 && w*h >= most*max(a.W*a.H, b.W*b.H)
}
