package ocr

import (
	"cmp"
	"slices"
	"strings"
)

// Lines is for engines: it makes lines, top to bottom, of the words in each. It
// leaves out words without text, which Tesseract returns for pictures, and
// lines without words.
func Lines(words [][]Word) []Line {
	var lines []Line
	for _, in := range words {
		var l Line
		for _, w := range in {
			if w.Text = strings.TrimSpace(w.Text); w.Text == "" {
				continue
			}
			if l.Words == nil {
				l.Box = w.Box
			}
			l.Words = append(l.Words, w)
			l.Box = Rect{min(l.Box.X0, w.Box.X0), min(l.Box.Y0, w.Box.Y0), max(l.Box.X1, w.Box.X1), max(l.Box.Y1, w.Box.Y1)}
		}
		if l.Words != nil {
			lines = append(lines, l)
		}
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(a.Box.Y0+a.Box.Y1, b.Box.Y0+b.Box.Y1) })
	return lines
}
