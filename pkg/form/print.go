package form

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Print is all the print of a page, as far as it could be read. It holds what
// stands on the paper, personal data with it, and belongs into no log.
type Print struct {
	Paper Size        // of the upright sheet, in mm: that of the page
	Lines []PrintLine // top to bottom
}

// PrintLine is words that stand together in one line, left to right.
type PrintLine struct {
	Words []PrintWord
	// Box holds the whole line in mm from the top left of the upright sheet.
	Box Box
}

// PrintWord is a word as it was read.
type PrintWord struct {
	Text       string
	Confidence float64 // the engine's own, 0 to 1
	Box        Box     // mm from the top left of the upright sheet
}

// maxPrint bounds the lines of a page that are read; a densely printed page has
// some 70.
const maxPrint = 200

// ReadPrint reads every line of a page, whatever paper it is. The sheet is the
// page turned upright about its middle, so that its lines run level. A page
// without print, or without a picture, gives no lines. The error is that of ctx,
// or says that the engine could not run.
func ReadPrint(ctx context.Context, p *raster.Page, e ocr.Engine) (*Print, error) {
	if !usable(p) {
		return &Print{}, ctx.Err()
	}
	out := &Print{Paper: Size{p.WidthMM, p.HeightMM}}
	pr := newPrint(p)
	found, err := newSet(nil).upright(ctx, e, pr)
	if err != nil || found == nil {
		return out, err
	}
	v := found.view
	if quarter := int(math.Round(v.angle / (math.Pi / 2))); quarter%2 != 0 {
		out.Paper = Size{p.HeightMM, p.WidthMM}
	}
	// The middle of the page, in the view, is the middle of the sheet.
	x, y := turn(-v.angle).Apply(p.WidthMM/2, p.HeightMM/2)
	dx, dy := out.Paper.W/2-x, out.Paper.H/2-y
	s := &script{engine: e, page: pr.page, ink: pr.ink, view: v}
	lines := v.candidates()
	for _, c := range lines[:min(len(lines), maxPrint)] {
		s.phrases = nil
		if err := s.read(ctx, []*candidate{c}, 1, nil); err != nil {
			return nil, err
		}
		parts := s.parts(c)
		for _, words := range parts {
			l := PrintLine{Box: phrase{words: words}.box()}
			if len(parts) == 1 {
				l.Box = c.box() // as layouts are matched
			}
			l.Box.X, l.Box.Y = l.Box.X+dx, l.Box.Y+dy
			for _, w := range words {
				w.box.X, w.box.Y = w.box.X+dx, w.box.Y+dy
				l.Words = append(l.Words, PrintWord{w.text, w.confidence, w.box})
			}
			out.Lines = append(out.Lines, l)
		}
	}
	return out, nil
}

// parts returns the words that were read of a line, parted where a gap is wider
// than spaces are.
func (s *script) parts(c *candidate) [][]word {
	var all []word
	for _, p := range s.phrases {
		all = append(all, p.words...)
	}
	slices.SortStableFunc(all, func(a, b word) int { return cmp.Compare(a.box.X, b.box.X) })
	var out [][]word
	for i, w := range all {
		if i == 0 || w.box.X-all[i-1].box.X-all[i-1].box.W > 1.4*c.box().H+0.8 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], w)
	}
	return out
}

// Alike returns how much of the letters and digits of two texts agrees, 0 to 1.
// Letter case, Vietnamese marks, signs and blanks make no difference, and letters
// that poor print makes alike make half of one.
func Alike(a, b string) float64 { return alike(letters(a), letters(b), 0) }

// Fold brings a text to lower case without Vietnamese marks, with single blanks.
func Fold(text string) string { return fold(text) }
