package form

import (
	"context"
	"math"
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
	said     []phrase // what was read, one for each line
	placed   []notice // print that a known layout has
	expected []expected
	title    Box // of a known layout
	rows     []*tableRow
	phrases  []phrase
	claims   []claim
}

// word is a word that was read, in a view, in mm.
type word struct {
	text       string
	confidence float64
	box        Box
}

func (w word) right() float64 { return w.box.X + w.box.W }

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

// read has the engine read lines that were not read before, at most n, until
// done says so of the next. nil is never done.
func (s *script) read(ctx context.Context, lines []*candidate, n int, done func(next *candidate) bool) error {
	for _, c := range lines {
		if c.read {
			continue
		}
		if n--; n < 0 || done != nil && done(c) {
			break
		}
		c.read = true
		cut := cutStripe(s.page, s.view.angle, c.box(), c.tilt, c.blue)
		if cut == nil {
			continue
		}
		begun := len(s.said)
		for _, part := range cut.split() {
			if err := s.readStripe(ctx, c, part); err != nil {
				return err
			}
		}
		s.rejoin(begun)
	}
	return nil
}

// within cuts the box of a word to the height of its line: what the pattern of the
// paper joins to letters, or the line under them, is none of the word.
func (c *candidate) within(b Box) Box {
	const spare = 0.12 // of the height of the line
	pad := spare*c.h() + math.Abs(c.tilt)*c.w()/2
	y0, y1 := max(b.Y, c.y0-pad), min(b.Y+b.H, c.y1+pad)
	if y1 <= y0 {
		return b
	}
	b.Y, b.H = y0, y1-y0
	return b
}

// readStripe reads one stripe and keeps what it says.
func (s *script) readStripe(ctx context.Context, c *candidate, st *stripe) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	lines, err := s.engine.Read(ctx, st.picture(), ocr.Single)
	if err != nil {
		return err
	}
	var words []word
	for _, l := range lines {
		for _, w := range l.Words {
			if w.Text != "" {
				words = append(words, word{w.Text, min(max(w.Confidence, 0), 1), c.within(st.place(w.Box))})
			}
		}
	}
	if len(words) > 0 {
		s.said = append(s.said, phrase{words: words, tilt: c.tilt})
	}
	parts := phrases(behindColons(words), c)
	for _, p := range parts {
		s.keep(p)
	}
	s.keepTitles(parts)
	return nil
}

// keepTitles adds the titles that end in a bracket, before which phrases are parted:
// TRÍCH LỤC KẾT HÔN (BẢN SAO).
func (s *script) keepTitles(parts []phrase) {
	for i, p := range parts {
		if i == 0 || !strings.HasPrefix(p.words[0].text, "(") {
			continue
		}
		whole := phrase{words: slices.Concat(parts[i-1].words, p.words), tilt: p.tilt}
		s.claims = append(s.claims, slices.DeleteFunc(whole.claims(s.wordings), func(c claim) bool {
			return !c.has(func(u use) bool { return u.role == titleRole })
		})...)
	}
}

// keep adds a phrase with what it claims, by itself and with those about it.
func (s *script) keep(p phrase) {
	s.claims = append(s.claims, p.claims(s.wordings)...)
	s.claims = append(s.claims, s.stacked(p)...)
	s.claims = append(s.claims, s.parallel(p)...)
	s.phrases = append(s.phrases, p)
}

// rejoin makes one of what the parts of a line say, from the one that is given: a
// streak or a crease cuts words in two, which no reader of phrases may join.
func (s *script) rejoin(begun int) {
	for len(s.said) > begun+1 {
		s.said[begun].words = append(s.said[begun].words, s.said[begun+1].words...)
		s.said = append(s.said[:begun+1], s.said[begun+2:]...)
	}
}

// some returns the lines that are such, from the top.
func (s *script) some(such func(*candidate) bool) []*candidate {
	var out []*candidate
	for _, c := range s.lines {
		if such(c) {
			out = append(out, c)
		}
	}
	return out
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
