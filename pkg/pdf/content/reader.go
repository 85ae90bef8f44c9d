package content

import (
	"context"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// Bounds of the work on one appearance; past one of them [Content.Unread] is set.
const (
	maxDepth     = 8       // forms within forms
	maxOperators = 100_000 // without those that build paths
	maxStream    = 4 << 20 // decoded bytes of one stream, and bytes scanned in all
	maxOperands  = 10_000  // of one operator
	maxStates    = 256     // saved graphics states
	maxGlyphs    = 50_000  // shown
	maxText      = 4 << 10 // bytes of text
)

// Bounds of what a [Reader] does over its life and what it keeps.
const (
	maxWork = 32 << 20 // bytes decoded and executed, and their like in fonts
	maxKept = 256      // fonts, maps and drawings, each
)

// Content is what a content stream shows.
type Content struct {
	// Text is what it says, in Unicode, lines separated by "\n" in the order of
	// drawing, at most 4 KiB. A letter that could not be decoded is U+FFFD; a
	// line without any that could is left out.
	Text     string
	Images   int // pictures drawn
	Drawings int // painted paths that are more than rectangles and lines
	// Unread tells that some text could not be decoded, or that a limit or a
	// broken stream ended the reading, so that the absence of text proves
	// nothing.
	Unread bool
}

// Reader reads content streams of one file, and keeps what several of them
// share. The zero value is ready. It must not be used concurrently.
type Reader struct {
	cmaps    map[int64]*cmap
	fonts    map[fontKey]*font
	drawings map[int64]drawing
	work     int64
}

// fontKey tells fonts apart: a later revision may give the same dictionary other
// parts.
type fontKey struct {
	dict             *pdf.Dict
	unicode, charmap int64
	encoding         *pdf.Dict
}

// drawing is what a form draws that shows no text and draws no other object: it
// is the same in all revisions.
type drawing struct{ images, drawings int }

// Form reads a form XObject, such as the appearance of an annotation (ISO 32000-2
// 8.10, 12.5.5), as of a revision. ctx ends long work early: Unread is then set.
func (r *Reader) Form(ctx context.Context, v *pdf.View, s *pdf.Stream) Content {
	w := &walk{ctx: ctx, r: r, v: v}
	w.form(s, nil, state{ctm: unit, clip: everywhere, scale: 1})
	w.out.Text, w.out.Unread = w.lines.String(), w.out.Unread || w.lines.full
	return w.out
}

// data decodes a stream within bounds. What could be decoded is returned even
// when not all could.
func (r *Reader) data(v *pdf.View, s *pdf.Stream, limit int64) (b []byte, whole bool) {
	limit = min(limit, maxWork-r.work)
	if limit <= 0 {
		return nil, false
	}
	b, err := v.DecodeUpTo(s, limit)
	return b, r.spend(len(b)+256) && err == nil
}

// spend counts work; false means that there was enough of it.
func (r *Reader) spend(n int) bool {
	r.work += int64(n)
	return r.work <= maxWork
}

// cmap reads a CMap stream, following what it uses.
func (r *Reader) cmap(v *pdf.View, s *pdf.Stream, depth int) *cmap {
	if m, ok := r.cmaps[s.Start()]; ok {
		return m
	}
	b, _ := r.data(v, s, maxFontStream)
	m := parseCMap(b, func(name string) *cmap {
		// The dictionary says which map a stream uses; the name alone says it
		// for predefined ones.
		if u, ok := v.Resolve(s.Dict.Get("UseCMap")).(*pdf.Stream); ok && depth < maxCMapDepth {
			return r.cmap(v, u, depth+1)
		}
		m, _ := predefined(name)
		return m
	})
	if r.cmaps == nil || len(r.cmaps) >= maxKept {
		r.cmaps = map[int64]*cmap{}
	}
	r.cmaps[s.Start()] = m
	return m
}

// fontOf returns the font of a font dictionary, or nil after too much work.
func (r *Reader) fontOf(v *pdf.View, d *pdf.Dict) *font {
	key := fontKey{dict: d, encoding: v.Dict(d.Get("Encoding"))}
	if s, ok := v.Resolve(d.Get("ToUnicode")).(*pdf.Stream); ok {
		key.unicode = s.Start()
	}
	if s, ok := v.Resolve(d.Get("Encoding")).(*pdf.Stream); ok {
		key.charmap = s.Start()
	}
	f, ok := r.fonts[key]
	if !ok {
		if !r.spend(4096) {
			return nil
		}
		f = r.font(v, d)
		r.spend(16 * (len(f.cids) + len(f.spans)))
		if r.fonts == nil || len(r.fonts) >= maxKept {
			r.fonts = map[fontKey]*font{}
		}
		r.fonts[key] = f
	}
	return f
}
