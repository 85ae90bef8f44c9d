package form

import (
	"context"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// script reads the print of a view, some lines at a time: recognition is most
// of what a page costs.
type script struct {
	engine   ocr.Engine
	page     *raster.Page
	ink      *inkMap
	view     *view
	lines    []*candidate
	wordings []*wording
	phrases  []phrase
	claims   []claim
}

// word is a word that was read, in a view, in mm.
type word struct {
	text       string
	confidence float64
	box        Box
}

// phrase is words that stand together in one line.
type phrase struct {
	words []word
	tilt  float64 // slope of its line
}

func (p phrase) text() string {
	var b strings.Builder
	for i, w := range p.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// confidence returns the engine's confidence in the letters.
func (p phrase) confidence() float64 {
	sum, n := 0.0, 0.0
	for _, w := range p.words {
		k := float64(len(letters(w.text)))
		sum, n = sum+k*w.confidence, n+k
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// box returns the box around the words. Its height is the usual one among
// them: specks make the boxes of some words higher than the line.
func (p phrase) box() Box {
	b := p.words[0].box
	tops, bottoms := make([]float64, len(p.words)), make([]float64, len(p.words))
	for i, w := range p.words {
		b = b.union(w.box)
		tops[i], bottoms[i] = w.box.Y, w.box.Y+w.box.H
	}
	slices.Sort(tops)
	slices.Sort(bottoms)
	b.Y = tops[len(tops)/2]
	b.H = max(bottoms[(len(bottoms)-1)/2]-b.Y, 1)
	return b
}

// maxStripes bounds the lines of one picture, maxRead those of a page: a form
// has some 40, a page of a book 50.
const (
	maxStripes = 40
	maxRead    = 160
)

// read reads the lines that are wanted and not yet read, the first n of them.
func (s *script) read(ctx context.Context, n int, wanted func(*candidate) bool) error {
	return s.readLines(ctx, s.lines, n, wanted)
}

// readUp does the same from the bottom of the page up.
func (s *script) readUp(ctx context.Context, n int, wanted func(*candidate) bool) error {
	up := slices.Clone(s.lines)
	slices.Reverse(up)
	return s.readLines(ctx, up, n, wanted)
}

func (s *script) readLines(ctx context.Context, all []*candidate, n int, wanted func(*candidate) bool) error {
	var lines []*candidate
	var stripes []*stripe
	flush := func() error {
		err := s.readStripes(ctx, lines, stripes)
		lines, stripes = nil, nil
		return err
	}
	for _, c := range all {
		if c.read || !wanted(c) {
			continue
		}
		if n--; n < 0 {
			break
		}
		c.read = true
		st := cutStripe(s.page, s.view.angle, c.box(), c.tilt, c.blue)
		if st == nil {
			continue
		}
		for _, part := range st.split() {
			lines, stripes = append(lines, c), append(stripes, part)
		}
		if len(stripes) >= maxStripes {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// readStripes has the engine read stripes in one picture and keeps what it
// says.
func (s *script) readStripes(ctx context.Context, lines []*candidate, stripes []*stripe) error {
	if len(stripes) == 0 {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	m := newMontage(stripes)
	read, err := s.engine.Read(ctx, m.picture(), ocr.Block)
	if err != nil {
		return err
	}
	words := make([][]word, len(stripes))
	for _, l := range read {
		for _, w := range l.Words {
			i := m.find((w.Box.Y0 + w.Box.Y1) / 2)
			if i < 0 || w.Text == "" {
				continue
			}
			words[i] = append(words[i], word{w.Text, min(max(w.Confidence, 0), 1), m.place(i, w.Box)})
		}
	}
	for i, ws := range words {
		for _, p := range phrases(ws, lines[i]) {
			s.phrases = append(s.phrases, p)
			s.claims = append(s.claims, p.claims(s.wordings)...)
		}
	}
	return nil
}

// phrases parts the words of a line where a gap is wider than spaces are, and
// before a bracket: a hint may stand behind its caption.
func phrases(ws []word, c *candidate) []phrase {
	var out []phrase
	wide := 1.4*c.box().H + 0.8
	for i, w := range ws {
		if i == 0 || strings.HasPrefix(w.text, "(") || w.box.X-ws[i-1].box.X-ws[i-1].box.W > wide || w.box.X < ws[i-1].box.X-wide {
			out = append(out, phrase{tilt: c.tilt})
		}
		p := &out[len(out)-1]
		p.words = append(p.words, w)
	}
	return out
}
