package raster

import (
	"context"
	"errors"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

const (
	maxOperators = 2_000_000 // of a page, forms counted each time they are drawn
	maxContent   = 256 << 20 // bytes, counted likewise
	maxItems     = 50_000
	maxForms     = 16  // forms in each other
	maxStates    = 256 // q in each other
	maxOperands  = 64
)

// interpreter runs the content of a page and lists what is painted. It draws
// nothing and knows only what a scanned page holds; everything else becomes a
// mark, which says where something was left out, or an UnsupportedError.
type interpreter struct {
	ctx    context.Context
	file   *objects
	limits Limits
	layers layers

	state
	stack     []state
	hidden    []bool // open marked-content sequences: is it a hidden layer?
	hides     int    // how many of them are
	path      path
	tm, tlm   matrix // text matrix, text line matrix
	textClip  bool   // text of this text object adds to the clipping path
	items     []item
	operators int
	bytes     int // of content, forms counted each time they are drawn
	images    map[types.IndirectRef]*imageSpec
	painted   int    // images so far, hidden ones too
	uncounted bool   // something hidden was not looked into that may hold more
	odd       Reason // what makes the list unreliable; empty: it is what a viewer paints
}

// interpreter returns one in the state in which a page begins.
func (f *objects) interpreter(ctx context.Context, s sheet, l Limits) *interpreter {
	in := &interpreter{ctx: ctx, file: f, limits: l, layers: f.layers(), images: map[types.IndirectRef]*imageSpec{}}
	in.state = state{
		ctm: s.matrix, clip: rect{0, 0, s.w, s.h},
		fill: black, lineWidth: 1, fillAlpha: 1, strokeAlpha: 1,
		text: textState{stretch: 1, glyphBytes: 1},
	}
	return in
}

// content is what a page paints, in painting order.
type content struct {
	items  []item
	images int    // painted, hidden ones too; 0 if there may be more
	odd    Reason // why items may not be what a viewer paints; empty: they are
}

// content lists what the page paints onto s.
func (f *objects) content(ctx context.Context, p pageNode, s sheet, l Limits) (content, error) {
	in := f.interpreter(ctx, s, l)
	data, err := in.pageContent(p.dict["Contents"])
	if err != nil {
		return content{}, err
	}
	if err := in.run(data, f.dict(p.resources), 0); err != nil {
		return content{}, err
	}
	c := content{items: in.items, odd: in.odd}
	if !in.uncounted {
		c.images = in.painted
	}
	return c, nil
}

// pageContent joins the content streams of a page (ISO 32000-2 7.7.3.3).
func (in *interpreter) pageContent(o types.Object) ([]byte, error) {
	parts := in.file.array(o)
	if parts == nil {
		parts = types.Array{o}
	}
	var out []byte
	for _, part := range parts {
		b, err := in.file.decoded(in.ctx, part, in.contentLimit()-int64(len(out)))
		if err != nil {
			return nil, err
		}
		if len(parts) == 1 {
			return b, nil
		}
		out = append(append(out, b...), '\n')
	}
	return out, nil
}

// contentLimit bounds the operators of a page in bytes: a scan has few.
func (in *interpreter) contentLimit() int64 { return min(in.limits.StreamBytes, 64<<20) }

func (in *interpreter) run(data []byte, resources types.Dict, depth int) error {
	if in.bytes += len(data); in.bytes > maxContent {
		return unsupported(TooComplex)
	}
	lex := lexer{data: data}
	var operands []token
	bottom := len(in.stack)
	layersBefore := len(in.hidden)
	for {
		t := lex.next()
		switch t.kind {
		case tokenEnd:
			// What a form leaves open is closed with it.
			for len(in.stack) > bottom {
				in.restore()
			}
			for len(in.hidden) > layersBefore {
				in.endMarked()
			}
			return nil
		case tokenOperator:
			if in.operators++; in.operators > maxOperators || len(in.items) > maxItems {
				return unsupported(TooComplex)
			}
			if in.operators%1024 == 0 && in.ctx.Err() != nil {
				return in.ctx.Err()
			}
			var err error
			switch string(t.text) {
			case "Q":
				if len(in.stack) > bottom {
					in.restore()
				}
			case "BI":
				err = in.inlineImage(&lex, resources)
			default:
				err = in.operator(string(t.text), operands, resources, depth)
			}
			if err != nil {
				return err
			}
			operands = operands[:0]
		case tokenClose:
		default:
			if len(operands) < maxOperands {
				operands = append(operands, t)
			}
		}
	}
}

// restore is Q.
func (in *interpreter) restore() {
	in.state = in.stack[len(in.stack)-1]
	in.stack = in.stack[:len(in.stack)-1]
}

// six returns the first six numbers among the operands; missing ones are 0 and
// ok is false then.
func six(operands []token) (v [6]float64, ok bool) {
	k := 0
	for _, t := range operands {
		if t.kind == tokenNumber && k < len(v) {
			v[k] = t.num
			k++
		}
	}
	return v, k == len(v)
}

// first returns up to six leading numbers; missing ones are 0.
func first(operands []token) [6]float64 {
	v, _ := six(operands)
	return v
}

func nameOf(operands []token, i int) string {
	if i < len(operands) && operands[i].kind == tokenName {
		return string(operands[i].text)
	}
	return ""
}

func (in *interpreter) operator(op string, operands []token, resources types.Dict, depth int) error {
	switch op {
	case "q":
		if len(in.stack) >= maxStates {
			return unsupported(TooComplex)
		}
		in.stack = append(in.stack, in.state)
	case "cm":
		if v, ok := six(operands); ok {
			if m := matrix(v).then(in.ctm); m.finite() {
				in.ctm = m
			}
		}
	case "w":
		in.lineWidth = math.Abs(first(operands)[0])
	case "gs":
		return in.extState(in.file.dict(in.file.dict(resources["ExtGState"])[nameOf(operands, 0)]))
	case "Do":
		return in.xobject(nameOf(operands, 0), resources, depth)
	case "BMC", "BDC":
		return in.beginMarked(operands, resources)
	case "EMC":
		in.endMarked()
	case "sh":
		in.mark(VectorContent, in.clip, in.clip.area())
	case "j", "J", "M", "d", "i", "ri", "MP", "DP", "BX", "EX", "d0", "d1":
		// No ink, or nothing that matters for it.
	default:
		if !in.pathOperator(op, operands) && !in.colourOperator(op, operands, resources) {
			in.textOperator(op, operands, resources)
		}
	}
	return nil
}

// mark notes ink that is not drawn: area in pt² of about what a reader sees.
func (in *interpreter) mark(why Reason, box rect, area float64) {
	box = box.intersect(in.clip)
	if in.hides > 0 || box.empty() {
		return
	}
	in.items = append(in.items, item{kind: itemMark, box: box, area: min(area, box.area()), reason: why})
}

// xobject is Do.
func (in *interpreter) xobject(name string, resources types.Dict, depth int) error {
	o := in.file.dict(resources["XObject"])[name]
	s, ok := in.file.resolve(o).(types.StreamDict)
	if !ok {
		return nil
	}
	kind := in.file.name(s.Dict["Subtype"])
	if kind == "Image" {
		in.painted++
	}
	if in.hides > 0 || in.hiddenLayer(s.Dict["OC"]) {
		in.uncounted = in.uncounted || kind == "Form"
		return nil
	}
	switch kind {
	case "Form":
		return in.form(o, s.Dict, resources, depth)
	case "Image":
		ref, _ := o.(types.IndirectRef)
		spec := in.images[ref]
		if spec == nil {
			var err error
			if spec, err = in.file.imageSpec(in.ctx, o, resources, in.limits); err != nil {
				spec = in.file.imageSize(s.Dict)
				spec.load = in.file.loader(s)
				return in.refused(err, spec)
			}
			in.images[ref] = spec
		}
		return in.refused(in.picture(spec), spec)
	}
	return nil
}

// refused turns an image that cannot be drawn into a mark: a small one over a
// scan is an overlay, one that is painted over does not matter, and only a
// large one makes the page unsupported.
func (in *interpreter) refused(err error, spec *imageSpec) error {
	var why *UnsupportedError
	if !errors.As(err, &why) {
		return err
	}
	full := in.ctm.bounds(rect{0, 0, 1, 1})
	if box := full.intersect(in.clip); in.hides == 0 && in.fillAlpha != 0 && !box.empty() {
		_, swap := in.ctm.upright(slack)
		in.items = append(in.items, item{
			kind: itemMark, box: box, area: box.area(), reason: why.Reason,
			image: spec, number: in.painted, full: full, m: in.ctm, swap: swap,
		})
	}
	return nil
}

// form runs a form XObject (ISO 32000-2 8.10).
func (in *interpreter) form(o types.Object, d types.Dict, resources types.Dict, depth int) error {
	if depth >= maxForms {
		return unsupported(TooComplex)
	}
	if own := in.file.dict(d["Resources"]); own != nil {
		resources = own
	}
	data, err := in.file.decoded(in.ctx, o, in.contentLimit())
	if err != nil {
		return err
	}
	saved := in.state
	if v := in.file.numbers(d["Matrix"]); len(v) == 6 {
		if m := (matrix{v[0], v[1], v[2], v[3], v[4], v[5]}).then(in.ctm); m.finite() {
			in.ctm = m
		}
	}
	if box, ok := in.file.rect(d["BBox"]); ok {
		in.clip = in.clip.intersect(in.ctm.bounds(box))
	}
	err = in.run(data, resources, depth+1)
	in.state = saved
	return err
}

// slack is how far a corner of an image may be off before it counts as skewed,
// in pt: below a pixel at 200 dpi.
const slack = 0.35

// picture paints an image into the unit square.
func (in *interpreter) picture(spec *imageSpec) error {
	if in.hides > 0 || in.fillAlpha == 0 {
		return nil
	}
	full := in.ctm.bounds(rect{0, 0, 1, 1})
	box := full.intersect(in.clip)
	if box.empty() {
		return nil
	}
	straight, swap := in.ctm.upright(slack)
	switch {
	case !straight && !swap:
		return unsupported(TransformedImage)
	case in.softMask:
		return unsupported(SoftMask)
	case in.blend || in.fillAlpha != 1:
		return unsupported(Transparency)
	case in.oddClip:
		return unsupported(ClipPath)
	case spec.stencil && !in.fill.known:
		return unsupported(OddColourSpace)
	}
	in.items = append(in.items, item{kind: itemPicture, box: box, full: full, m: in.ctm, swap: swap, image: spec, number: in.painted, colour: in.fill})
	return nil
}

// extState is gs (ISO 32000-2 8.4.5).
func (in *interpreter) extState(d types.Dict) error {
	f := in.file
	if v, ok := f.number(d["LW"]); ok {
		in.lineWidth = math.Abs(v)
	}
	if v, ok := f.number(d["ca"]); ok {
		in.fillAlpha = v
	}
	if v, ok := f.number(d["CA"]); ok {
		in.strokeAlpha = v
	}
	if o, ok := d["BM"]; ok {
		name := f.name(o)
		if a := f.array(o); len(a) > 0 {
			name = f.name(a[0])
		}
		in.blend = name != "Normal" && name != "Compatible" && name != ""
	}
	if o, ok := d["SMask"]; ok {
		in.softMask = f.name(o) != "None" && f.resolve(o) != nil
	}
	if a := f.array(d["Font"]); len(a) == 2 {
		in.text.size, _ = f.number(a[1])
		in.text.glyphBytes = f.glyphBytes(a[0])
	}
	return nil
}
