// Package ocr is the door to optical character recognition: what a caller
// asks of an [Engine], and nothing of how one works. Package tesseract under it
// is the engine that is built in.
package ocr

import (
	"context"
	"strings"
)

// Engine reads print. Implementations are safe for concurrent use.
type Engine interface {
	// Read finds the lines of print in a picture, top to bottom. A picture
	// without print gives no lines and no error. The error is that of ctx, or
	// says that the engine could not run.
	Read(ctx context.Context, p *Picture, l Layout) ([]Line, error)
	// Version names the engine, its version and its language data; two engines
	// of one version read the same picture alike.
	Version() string
}

// Picture is a grey picture, row by row from the top left without padding:
// pixel (x, y) is Pix[y*W+x], 0 is black.
type Picture struct {
	W, H int
	Pix  []uint8
	DPI  float64 // pixels per inch of paper; 0 when unknown
}

// Layout says how print is laid out in a picture.
type Layout int

// The layouts.
const (
	Block  Layout = iota // lines of one block of text
	Single               // one line
	Sparse               // text here and there
)

// Rect is a rectangle in pixels of a picture; X1 and Y1 are outside it.
type Rect struct{ X0, Y0, X1, Y1 int }

// Word is a word as it was read.
type Word struct {
	Text       string
	Confidence float64 // the engine's own, 0 to 1; not calibrated
	Box        Rect
}

// Line is a line of words, left to right.
type Line struct {
	Words []Word
	Box   Rect
}

// Text returns the words of the line with single spaces between them.
func (l Line) Text() string {
	words := make([]string, len(l.Words))
	for i, w := range l.Words {
		words[i] = w.Text
	}
	return strings.Join(words, " ")
}
