package raster

import (
	"context"
	"errors"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxAnnotations bounds the annotations of a page that are looked at.
const maxAnnotations = 500

// Flags of annotations that viewers do not show (ISO 32000-2 table 167).
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

// annotations lists what a viewer shows over the page.
func (f *objects) annotations(ctx context.Context, p pageNode, s sheet, l Limits) ([]Pasted, error) {
	list := f.array(p.dict["Annots"])
	if len(list) > maxAnnotations {
		list = list[:maxAnnotations]
	}
	var out []Pasted
	layers := f.layers()
	for _, o := range list {
		d := f.dict(o)
		box, ok := f.rect(d["Rect"])
		if !ok || f.integer(d["F"], 0)&(flagHidden|flagNoView) != 0 {
			continue
		}
		if hidden, err := layers.hidden(f, d["OC"]); err == nil && hidden {
			continue
		}
		a := Pasted{Kind: Annotation, Subtype: f.name(d["Subtype"])}
		at := s.matrix.bounds(box).intersect(s.box())
		if a.Subtype == "Popup" || at.empty() {
			continue
		}
		a.Rect = at.mm()
		if err := f.drawnBy(ctx, &a, d, box, s, l); err != nil {
			return nil, err
		}
		if a.Image || a.Lines || a.Text {
			a.Signature, a.Signed = f.signatureField(d)
			out = append(out, a)
		}
	}
	return out, nil
}

// annotated reports whether a viewer shows annotations other than digital
// signatures.
func annotated(all []Pasted) bool {
	return slices.ContainsFunc(all, func(p Pasted) bool { return p.Kind == Annotation && !p.Signed })
}

// drawnBy notes what an annotation draws.
func (f *objects) drawnBy(ctx context.Context, a *Pasted, d types.Dict, box rect, s sheet, l Limits) error {
	appearance := f.appearance(d)
	if appearance == nil {
		// Viewers draw strokes by themselves.
		a.Lines = a.Subtype == "Ink" && len(f.array(d["InkList"])) > 0
		return nil
	}
	c, err := f.appearanceContent(ctx, appearance, box, s, l)
	var odd *UnsupportedError
	switch {
	case errors.As(err, &odd), errors.Is(err, ErrUnreadable), errors.Is(err, ErrTooLarge):
		a.Image, a.Lines = true, true
		return nil
	case err != nil:
		return err
	}
	for _, it := range c.items {
		switch {
		case it.image != nil:
			a.Image = true
		case it.kind == itemMark && it.reason == TextPage:
			a.Text = true
		case it.kind == itemMark || it.colour != white:
			a.Lines = true
		}
	}
	return nil
}

// appearance returns the normal appearance stream of an annotation, in its
// current state where it has several (ISO 32000-2 12.5.5); nil if it has none.
func (f *objects) appearance(d types.Dict) types.Object {
	o := f.dict(d["AP"])["N"]
	if _, ok := f.resolve(o).(types.StreamDict); ok {
		return o
	}
	if state := f.name(d["AS"]); state != "" {
		o = f.dict(o)[state]
		if _, ok := f.resolve(o).(types.StreamDict); ok {
			return o
		}
	}
	return nil
}

// appearanceContent lists what an appearance paints. It is scaled to the
// annotation's rectangle, which only matters for what is so small that nobody
// sees it.
func (f *objects) appearanceContent(ctx context.Context, o types.Object, box rect, s sheet, l Limits) (content, error) {
	form, _ := f.resolve(o).(types.StreamDict)
	in := f.interpreter(ctx, s, l)
	bounds, ok := f.rect(form.Dict["BBox"])
	if !ok {
		return content{}, nil
	}
	if v := f.numbers(form.Dict["Matrix"]); len(v) == 6 {
		bounds = matrix{v[0], v[1], v[2], v[3], v[4], v[5]}.bounds(bounds)
	}
	if bounds.empty() {
		return content{}, nil
	}
	x, y := box.w()/bounds.w(), box.h()/bounds.h()
	in.ctm = matrix{x, 0, 0, y, box.x0 - bounds.x0*x, box.y0 - bounds.y0*y}.then(in.ctm)
	if !in.ctm.finite() {
		return content{}, nil
	}
	err := in.form(o, form.Dict, nil, 0)
	return content{items: in.items, odd: in.odd}, err
}

// signatureField reports whether a widget belongs to a signature field, and
// whether the field is signed (ISO 32000-2 12.7.5.5). Both may be inherited.
func (f *objects) signatureField(d types.Dict) (is, signed bool) {
	for range 32 {
		if d == nil {
			break
		}
		is = is || f.name(d["FT"]) == "Sig"
		signed = signed || f.dict(d["V"]) != nil
		d = f.dict(d["Parent"])
	}
	return is, is && signed
}
