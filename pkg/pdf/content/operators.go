package content

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// walk executes one appearance.
type walk struct {
	ctx   context.Context
	r     *Reader
	v     *pdf.View
	out   Content
	lines lines

	active    []int64          // forms being executed, by where they stand
	data      map[int64][]byte // decoded streams
	scanned   int              // bytes
	operators int
	glyphs    int
	shown     int  // strings
	drawn     int  // pictures and forms
	stopped   bool // a limit was met
}

// state is the part of the graphics state that text depends on (ISO 32000-2
// 8.4, 9.3).
type state struct {
	ctm   matrix
	clip  pdf.Rect // of the form, in the coordinates of the outermost
	font  *font
	size  float64
	char  float64 // character spacing
	word  float64 // word spacing
	scale float64 // horizontal
	lead  float64
	rise  float64
	mode  int
}

var everywhere = pdf.Rect{X0: math.Inf(-1), Y0: math.Inf(-1), X1: math.Inf(1), Y1: math.Inf(1)}

// form executes a form XObject. up are the resources of what draws it, which
// old files rely on.
func (w *walk) form(s *pdf.Stream, up *pdf.Dict, st state) {
	at := s.Start()
	if len(w.active) >= maxDepth || slices.Contains(w.active, at) {
		w.out.Unread = true
		return
	}
	if d, ok := w.r.drawings[at]; ok {
		w.out.Images += d.images
		w.out.Drawings += d.drawings
		return
	}
	b, whole := w.data[at]
	if !whole {
		if b, whole = w.r.data(w.v, s, maxStream); !whole {
			w.out.Unread = true
		}
		if w.data == nil {
			w.data = map[int64][]byte{}
		}
		w.data[at] = b
	}
	w.scanned += len(b)
	if !w.r.spend(len(b)+256) || w.scanned > maxStream {
		w.out.Unread, w.stopped = true, true
		return
	}
	st.ctm = matrixOf(w.v, s.Dict.Get("Matrix")).mul(st.ctm)
	if box, ok := w.v.Rect(s.Dict.Get("BBox")); ok {
		c := st.ctm.bounds(box)
		st.clip = pdf.Rect{X0: max(st.clip.X0, c.X0), Y0: max(st.clip.Y0, c.Y0), X1: min(st.clip.X1, c.X1), Y1: min(st.clip.Y1, c.Y1)}
	}
	res := w.v.Dict(s.Dict.Get("Resources"))
	if res == nil {
		res = up
	}
	shown, drawn, out := w.shown, w.drawn, w.out
	w.out = Content{}
	w.active = append(w.active, at)
	(&program{walk: w, res: res, state: st, tm: unit, tlm: unit, x: lexer{b: b}}).run()
	w.active = w.active[:len(w.active)-1]
	if whole && w.shown == shown && w.drawn == drawn && !w.out.Unread {
		if w.r.drawings == nil || len(w.r.drawings) >= maxKept {
			w.r.drawings = map[int64]drawing{}
		}
		w.r.drawings[at] = drawing{w.out.Images, w.out.Drawings}
	}
	w.out.Images += out.Images
	w.out.Drawings += out.Drawings
	w.out.Unread = w.out.Unread || out.Unread
}

// program is one content stream on its way.
type program struct {
	*walk
	res     *pdf.Dict
	state   state
	saved   []state
	tm, tlm matrix // text matrix, text line matrix
	x       lexer
	args    []token
	path    int // segments of the current path; curves count more
}

// pathShape is what makes a path more than a rectangle or a line.
const pathShape = 6

func (p *program) run() {
	for !p.stopped {
		t := p.x.next()
		switch {
		case t.kind == kEnd:
			p.out.Unread = p.out.Unread || p.x.bad
			return
		case t.kind != kOperator:
			if len(p.args) >= maxOperands {
				p.args, p.out.Unread = p.args[:0], true
			}
			p.args = append(p.args, t)
			continue
		}
		if !p.build(t.b) {
			if p.operators++; p.operators > maxOperators || p.operators%256 == 0 && p.ctx.Err() != nil {
				p.out.Unread, p.stopped = true, true
				return
			}
			p.execute(string(t.b))
		}
		p.args = p.args[:0]
	}
}

// build takes the operators that build a path, which most of a drawing is.
func (p *program) build(op []byte) bool {
	if len(op) != 1 {
		return false
	}
	switch op[0] {
	case 'm', 'h':
	case 'l':
		p.path++
	case 'c', 'v', 'y':
		p.path += pathShape
	default:
		return false
	}
	return true
}

// num returns the operand i from the end, 0 being the last.
func (p *program) num(i int) float64 {
	if i = len(p.args) - 1 - i; i < 0 || p.args[i].kind != kNumber {
		return 0
	}
	return p.args[i].num
}

func (p *program) name() pdf.Name {
	for i := len(p.args) - 1; i >= 0; i-- {
		if p.args[i].kind == kName {
			return pdf.Name(p.args[i].b)
		}
	}
	return ""
}

func (p *program) execute(op string) {
	s := &p.state
	switch op {
	case "q":
		if len(p.saved) < maxStates {
			p.saved = append(p.saved, *s)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			*s, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		s.ctm = matrix{p.num(5), p.num(4), p.num(3), p.num(2), p.num(1), p.num(0)}.mul(s.ctm)
	case "BT":
		p.tm, p.tlm = unit, unit
	case "Tc":
		s.char = p.num(0)
	case "Tw":
		s.word = p.num(0)
	case "Tz":
		s.scale = p.num(0) / 100
	case "TL":
		s.lead = p.num(0)
	case "Ts":
		s.rise = p.num(0)
	case "Tr":
		s.mode = int(p.num(0))
	case "Tf":
		s.font, s.size = p.findFont(p.name()), p.num(0)
	case "gs":
		p.graphicsState()
	case "Td":
		p.move(p.num(1), p.num(0))
	case "TD":
		s.lead = -p.num(0)
		p.move(p.num(1), p.num(0))
	case "Tm":
		p.tm = matrix{p.num(5), p.num(4), p.num(3), p.num(2), p.num(1), p.num(0)}
		p.tlm = p.tm
	case "T*":
		p.move(0, -s.lead)
	case "Tj", "TJ":
		p.show(p.args)
	case "'":
		p.move(0, -s.lead)
		p.show(p.args)
	case "\"":
		if len(p.args) >= 3 {
			s.word, s.char = p.num(2), p.num(1)
			p.args = p.args[len(p.args)-1:]
		}
		p.move(0, -s.lead)
		p.show(p.args)
	case "Do":
		p.draw(p.name())
	case "BI":
		p.x.inlineImage()
		p.out.Images++
	case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
		if p.path >= pathShape {
			p.out.Drawings++
		}
		p.path = 0
	case "n":
		p.path = 0
	case "sh":
		p.out.Drawings++
	}
}

func (p *program) move(x, y float64) {
	p.tlm = matrix{1, 0, 0, 1, x, y}.mul(p.tlm)
	p.tm = p.tlm
}

func (p *program) findFont(name pdf.Name) *font {
	d := p.v.Dict(p.v.Dict(p.res.Get("Font")).Get(name))
	if d == nil {
		return nil
	}
	return p.r.fontOf(p.v, d)
}

// graphicsState takes the font of a graphics state dictionary.
func (p *program) graphicsState() {
	a := p.v.Array(p.v.Dict(p.v.Dict(p.res.Get("ExtGState")).Get(p.name())).Get("Font"))
	if len(a) != 2 {
		return
	}
	if d := p.v.Dict(a[0]); d != nil {
		p.state.font = p.r.fontOf(p.v, d)
		p.state.size, _ = p.v.Number(a[1])
	}
}

func (p *program) draw(name pdf.Name) {
	s, ok := p.v.Resolve(p.v.Dict(p.res.Get("XObject")).Get(name)).(*pdf.Stream)
	if !ok {
		return
	}
	p.drawn++
	switch p.v.Name(s.Dict.Get("Subtype")) {
	case "Image":
		p.out.Images++
	case "Form":
		p.form(s, p.res, p.state)
	}
}

// show executes Tj, or TJ with its numbers, which move by thousandths of an em.
func (p *program) show(args []token) {
	s := &p.state
	for _, t := range args {
		switch t.kind {
		case kNumber:
			p.advance(-t.num / 1000 * s.size * s.scale)
		case kString:
			p.shown++
			p.text(t.b)
		}
	}
}

func (p *program) advance(x float64) { p.tm = matrix{1, 0, 0, 1, x, 0}.mul(p.tm) }

func (p *program) text(b []byte) {
	s := &p.state
	if s.font == nil {
		p.out.Unread = p.out.Unread || len(b) > 0
		return
	}
	var text strings.Builder
	unread := false
	x := 0.0
	s.font.decode(b, func(g glyph) bool {
		if p.glyphs++; p.glyphs > maxGlyphs {
			p.out.Unread, p.stopped = true, true
			return false
		}
		if g.ok {
			text.WriteString(g.text)
		} else {
			unread = true
			text.WriteRune('\uFFFD')
		}
		x += g.width*s.size + s.char
		if g.space {
			x += s.word
		}
		return true
	})
	x *= s.scale
	m := p.tm.mul(s.ctm)
	r := run{text: text.String()}
	r.x, r.y = m.apply(0, s.rise)
	r.ex, r.ey = m.apply(x, s.rise)
	p.advance(x)
	// Direction and size follow the text space, not the string: that may be empty.
	k := 1.0
	if s.size*s.scale < 0 {
		k = -1
	}
	r.size = math.Abs(s.size) * math.Hypot(m.c, m.d)
	if n := math.Hypot(m.a, m.b); n > 0 {
		r.ux, r.uy = k*m.a/n, k*m.b/n
	}
	if s.mode == 3 || s.mode == 7 || !seen(r, s.clip) {
		return
	}
	p.out.Unread = p.out.Unread || unread
	p.lines.add(r)
}

// seen tells whether a run has a size and reaches into the clip.
func seen(r run, c pdf.Rect) bool {
	pad := r.size
	return r.size > 0 && (r.ux != 0 || r.uy != 0) && c.X1 > c.X0 && c.Y1 > c.Y0 &&
		max(r.x, r.ex) >= c.X0-pad && min(r.x, r.ex) <= c.X1+pad && max(r.y, r.ey) >= c.Y0-pad && min(r.y, r.ey) <= c.Y1+pad
}
