package overlay

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"github.com/tthclint/tthclint/pkg/form"
)

// Edition draws the layout of an edition on a blank sheet, width pixels wide: its
// captions where they are printed, each place with the key of its field, and a
// line for each centimetre, every fifth one stronger, to compare with a ruler.
// An edition without measures gives an empty image.
func Edition(e *form.Edition, width int) *image.RGBA {
	if !e.Measured() || width < 1 || e.Paper.W <= 0 {
		return image.NewRGBA(image.Rectangle{})
	}
	scale := float64(width) / e.Paper.W
	v := view{sx: scale, sy: scale}
	out := image.NewRGBA(image.Rect(0, 0, width, int(e.Paper.H*scale)))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	grid(out, scale)
	pen := max(1, width/700)
	for _, c := range e.Captions {
		box := v.rect(c.Box)
		outline(out, box, captionColour, pen)
		inscribe(out, box, c.Text)
	}
	letters := newLettering(max(11, width/60))
	var labels []image.Rectangle
	for _, p := range e.Places {
		box := v.rect(p.Box)
		outline(out, box, placeColour, 2*pen)
		labels = append(labels, letters.label(out, box, labels, p.Key, placeColour))
	}
	return out
}

var placeColour = color.RGBA{0, 130, 60, 255}

// grid draws a line for each centimetre.
func grid(out *image.RGBA, scale float64) {
	for i := 1; ; i++ {
		at := int(math.Round(10 * scale * float64(i)))
		if at >= out.Rect.Max.X && at >= out.Rect.Max.Y {
			return
		}
		c := image.NewUniform(color.RGBA{228, 228, 228, 255})
		if i%5 == 0 {
			c = image.NewUniform(color.RGBA{185, 185, 185, 255})
		}
		draw.Draw(out, image.Rect(at, 0, at+1, out.Rect.Max.Y), c, image.Point{}, draw.Src)
		draw.Draw(out, image.Rect(0, at, out.Rect.Max.X, at+1), c, image.Point{}, draw.Src)
	}
}

// inscribe writes a text into a box, as large as fits.
func inscribe(out *image.RGBA, box image.Rectangle, text string) {
	var l *lettering
	for h := min(box.Dy(), 100); h > 0; h -= 1 + h/10 {
		if l = newLettering(h); l == nil || font.MeasureString(l.face, text).Ceil() < box.Dx() {
			break
		}
	}
	if l == nil {
		return
	}
	d := font.Drawer{Dst: out, Src: image.NewUniform(captionColour), Face: l.face, Dot: fixed.P(box.Min.X+1, box.Max.Y-int(float64(box.Dy())*letterDescent))}
	d.DrawString(text)
}
