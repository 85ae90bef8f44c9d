package overlay

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
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
	letters := newLettering(max(14, out.Rect.Dx()/58))
	var labels []image.Rectangle // that stand already
	for _, f := range r.Fields {
		if f.Box.W <= 0 || f.Box.H <= 0 {
			continue // its place was not found
		}
		box := v.rect(f.Box)
		if f.State == ink.Absent {
			dashed(out, box, colourOf(f.State), pen)
		} else {
			outline(out, box, colourOf(f.State), pen)
		}
		labels = append(labels, letters.label(out, box, labels, label(f, o.Lang), colourOf(f.State)))
	}
	return out
}

// label names a field and what is in it.
func label(f form.FieldReading, lang msg.Lang) string {
	name := f.Label.VI
	if lang == msg.English {
		name = f.Label.EN
	}
	return fmt.Sprintf("%s: %s", cmp.Or(name, f.Key), word(f.State).In(lang))
}

// word says a state in short.
func word(s ink.State) msg.Text {
	switch s {
	case ink.Present:
		return msg.Message{ID: "overlay/present", VI: "có", EN: "there"}.With()
	case ink.Fingerprint:
		return msg.Message{ID: "overlay/fingerprint", VI: "điểm chỉ", EN: "fingerprint"}.With()
	case ink.Absent:
		return msg.Message{ID: "overlay/absent", VI: "thiếu", EN: "missing"}.With()
	}
	return msg.Message{ID: "overlay/unsure", VI: "chưa rõ", EN: "unsure"}.With()
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
	for _, side := range sides(r, pen) {
		draw.Draw(out, side, image.NewUniform(c), image.Point{}, draw.Src)
	}
}

// dashed draws the edge in dashes: what is missing is told from what is there
// without the colour, too.
func dashed(out *image.RGBA, r image.Rectangle, c color.RGBA, pen int) {
	dash, step := 5*pen, 8*pen
	for _, side := range sides(r, pen) {
		for y := side.Min.Y; y < side.Max.Y; y += step {
			for x := side.Min.X; x < side.Max.X; x += step {
				draw.Draw(out, image.Rect(x, y, x+dash, y+dash).Intersect(side), image.NewUniform(c), image.Point{}, draw.Src)
			}
		}
	}
}

// sides are the edges of a rectangle, outwards.
func sides(r image.Rectangle, pen int) [4]image.Rectangle {
	o := r.Inset(-pen)
	return [4]image.Rectangle{
		{Min: o.Min, Max: image.Pt(o.Max.X, r.Min.Y)}, {Min: image.Pt(o.Min.X, r.Max.Y), Max: o.Max},
		{Min: o.Min, Max: image.Pt(r.Min.X, o.Max.Y)}, {Min: image.Pt(r.Max.X, o.Min.Y), Max: o.Max},
	}
}
