package overlay

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Draw returns the picture of a page with what was read on it: each field in
// the colour of its state, which stands beside it as well, and captions in thin
// lines. A nil reading, or one without a form, gives the picture alone.
func Draw(p *raster.Page, r *form.Reading, o Options) *image.RGBA {
	out, v := picture(p, o)
	if r == nil || out.Rect.Empty() {
		return out
	}
	pen := max(2, out.Rect.Dx()/500)
	for _, c := range r.Captions {
		outline(out, v.rect(c.Box), captionColour, max(1, pen/2))
	}
	letters := newLettering(max(11, out.Rect.Dx()/75))
	var labels []image.Rectangle // that stand already
	for _, f := range r.Fields {
		box := v.rect(f.Box)
		outline(out, box, colourOf(f.State), pen)
		labels = append(labels, letters.label(out, box, labels, label(f), colourOf(f.State)))
	}
	return out
}

// label says a field in signs that every reader of the JSON form knows.
func label(f form.FieldReading) string {
	return fmt.Sprintf("%s: %s %.0f%%", f.Key, f.State, 100*f.Confidence)
}

// Around returns the part of a page that holds all fields of a reading and some
// mm around; the zero box, which is the whole page, where there is none.
func Around(r *form.Reading) form.Box {
	if r == nil || len(r.Fields) == 0 {
		return form.Box{}
	}
	const margin = 14
	b := r.Fields[0].Box
	x0, y0, x1, y1 := b.X, b.Y, b.X+b.W, b.Y+b.H
	for _, f := range r.Fields {
		x0, y0 = min(x0, f.Box.X), min(y0, f.Box.Y)
		x1, y1 = max(x1, f.Box.X+f.Box.W), max(y1, f.Box.Y+f.Box.H)
	}
	x0, y0 = max(0, x0-margin), max(0, y0-margin)
	return form.Box{X: x0, Y: y0, W: x1 + margin - x0, H: y1 + margin - y0}
}

var captionColour = color.RGBA{70, 110, 160, 255}

// colourOf returns the colour of a state, dark enough to be seen on paper.
func colourOf(s ink.State) color.RGBA {
	switch s {
	case ink.Present:
		return color.RGBA{0, 130, 60, 255}
	case ink.Fingerprint:
		return color.RGBA{110, 50, 170, 255}
	case ink.Absent:
		return color.RGBA{200, 20, 30, 255}
	}
	return color.RGBA{215, 120, 0, 255}
}

// outline draws the edge of a rectangle, outwards.
func outline(out *image.RGBA, r image.Rectangle, c color.RGBA, pen int) {
	fill := image.NewUniform(c)
	o := r.Inset(-pen)
	for _, side := range []image.Rectangle{
		{o.Min, image.Pt(o.Max.X, r.Min.Y)}, {image.Pt(o.Min.X, r.Max.Y), o.Max},
		{o.Min, image.Pt(r.Min.X, o.Max.Y)}, {image.Pt(r.Max.X, o.Min.Y), o.Max},
	} {
		draw.Draw(out, side, fill, image.Point{}, draw.Src)
	}
}
