package form

import (
	"context"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// Words that an engine finds by itself: how surely it must know their letters.
const leastScattered = 0.5

// readScattered has the engine look for words by itself on all of the page under the
// title, when captions of a field that the form requires were not read. A
// signature or a seal in black joins the letters that it crosses to the strokes
// beside them and to the lines over and under them, so that no line was found
// there, while most of the letters are as plain as ever.
func (l *located) readScattered(ctx context.Context) error {
	sc := l.script
	area := l.beneath()
	cut := cutArea(sc.page, sc.view.angle, area, sc.view.tilt.at(area.Y+area.H/2), sc.letterHeight())
	if cut == nil {
		return nil
	}
	lines, err := sc.engine.Read(ctx, cut.picture(), ocr.Sparse)
	if err != nil {
		return err
	}
	for _, line := range lines {
		var words []word
		for _, w := range line.Words {
			if w.Text != "" && w.Confidence >= leastScattered {
				words = append(words, word{w.Text, min(w.Confidence, 1), cut.place(w.Box)})
			}
		}
		if len(words) == 0 {
			continue
		}
		of := lineIn(phrase{words: words}.box(), cut.slope)
		for _, p := range phrases(behindColons(words), of) {
			if b := p.box(); !l.over(b) && !sc.understood(lineIn(b, cut.slope)) {
				sc.keep(p)
			}
		}
	}
	if err := sc.mend(ctx, l.over, l.own, l.wanted); err != nil {
		return err
	}
	l.assign()
	return nil
}

// beneath returns what lies under the title: all of the page without one, and of a
// sheet of two pages.
func (l *located) beneath() Box {
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	if _, spread := l.fold(); l.title != nil && !spread {
		y0 = max(y0, min(l.title.box.Y+l.title.box.H, y1))
	}
	return Box{x0, y0, x1 - x0, y1 - y0}
}

// letterHeight returns how high most lines of the page are, in mm.
func (s *script) letterHeight() float64 {
	const usual = 4.2
	var all []float64
	for _, c := range s.lines {
		if c.regular() {
			all = append(all, c.h())
		}
	}
	if len(all) == 0 {
		return usual
	}
	return median(all)
}
