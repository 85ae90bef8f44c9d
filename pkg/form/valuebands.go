package form

import (
	"context"
	"math"
	"slices"
)

// Lines that are read again for being higher than print.
const (
	mostBands = 12  // on a page
	tallLine  = 1.5 // in heights of a line of print
	bandStart = 10  // mm at the beginning of a line, which the form printed
)

// readBands reads lines again that are higher than print: what is written by hand
// swings above and below the line of the form, and in a stripe as high as that the
// form's own words are too small to be read. A line begins with those, so that its
// beginning tells how high they are. Of two readings the one stays that says more
// of the form.
func (s *script) readBands(ctx context.Context, all []*label) error {
	height := s.printHeight()
	left := mostBands
	for _, c := range slices.Clone(s.lines) {
		if left == 0 {
			break
		}
		if !c.read || c.box().H < tallLine*height || c.w() < bandStart {
			continue
		}
		for _, band := range s.bands(c, height) {
			if left--; left < 0 {
				break
			}
			if err := s.readBand(ctx, c, band, all); err != nil {
				return err
			}
		}
	}
	return nil
}

// printHeight returns the usual height of the lines that were read surely.
func (s *script) printHeight() float64 {
	const sure, least, usual = 0.8, 6, 3.5 // confidence, letters, mm
	var all []float64
	for _, p := range s.said {
		if len(letters(p.text())) >= least && p.confidence() > sure {
			all = append(all, p.box().H)
		}
	}
	if len(all) == 0 {
		return usual
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// bands returns the lines of print that a high line begins with.
func (s *script) bands(c *candidate, height float64) []*candidate {
	const margin = 0.7 // mm
	tilt := s.view.tilt.at(c.cy())
	half := c.box().H/2 + margin
	at := local{c.x0, c.cy() - tilt*c.w()/2, tilt}
	win := s.ink.window(s.view.angle, at, Box{c.x0, at.cy - half, bandStart, 2 * half})
	var out []*candidate
	for _, span := range win.bands() {
		y0, y1 := span[0], span[1]
		if h := y1 - y0; h < 0.5*height || h > tallLine*height {
			continue
		}
		mid := (y0+y1)/2 + tilt*c.w()/2
		tall := max(y1-y0, 0.9*height) + math.Abs(tilt)*c.w()
		out = append(out, &candidate{line: line{x0: c.x0, x1: c.x1, y0: mid - tall/2, y1: mid + tall/2}, tilt: tilt})
	}
	return out
}

// bands returns the rows between which there is ink, accents with the letters
// below them.
func (w *window) bands() (out [][2]float64) {
	const least, gap = 2, 2 // pixels in a row with ink, rows without
	last := -1 - gap
	for y := range w.h {
		if w.count(y, 0, w.w) < least {
			continue
		}
		top, foot := w.y+float64(y)*w.mm, w.y+float64(y+1)*w.mm
		if y-last > gap {
			out = append(out, [2]float64{top, foot})
		}
		out[len(out)-1][1] = foot
		last = y
	}
	return out
}

// readBand reads a band of a high line, unless another line says what stands there.
func (s *script) readBand(ctx context.Context, of, band *candidate, all []*label) error {
	own := func(p phrase) bool { return of.box().covers(p.box(), 0.5) && p.box().H > 0.9*band.box().H }
	y := band.cy() - band.tilt*band.w()/2
	if slices.ContainsFunc(s.said, func(p phrase) bool {
		box := p.box()
		return !own(p) && math.Abs(box.X-band.x0) < 2 && math.Abs(box.Y+box.H/2-p.tilt*box.W/2-y) < 0.5*box.H
	}) {
		return nil
	}
	begun := len(s.said)
	if err := s.read(ctx, []*candidate{band}, 1, nil); err != nil {
		return err
	}
	said := saysOf(s.said[begun:], all)
	var old []phrase
	for _, p := range s.said[:begun] {
		if own(p) {
			old = append(old, p)
		}
	}
	if said <= saysOf(old, all) {
		s.said = s.said[:begun]
		return nil
	}
	i := 0
	s.said = slices.DeleteFunc(s.said, func(p phrase) bool { i++; return i <= begun && own(p) })
	return nil
}

// saysOf returns how many letters of a form's labels lines say.
func saysOf(lines []phrase, all []*label) (sum float64) {
	for _, p := range lines {
		for _, n := range notices(p, all) {
			if n.text != "" {
				sum += n.likely * float64(len(n.letters))
			}
		}
	}
	return sum
}
