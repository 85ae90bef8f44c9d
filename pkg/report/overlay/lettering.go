package overlay

import (
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// lettering writes labels; nil writes none.
type lettering struct {
	face   font.Face
	height int
}

func newLettering(height int) *lettering {
	f, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return nil // not with the font of the library
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: float64(height) * 0.78, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		return nil
	}
	return &lettering{face, height}
}

// label writes a text in white on a bar of colour above a box, or where that
// stands already or is outside of the picture, below it or in it. It returns
// the bar.
func (l *lettering) label(out *image.RGBA, box image.Rectangle, taken []image.Rectangle, text string, c color.RGBA) image.Rectangle {
	if l == nil {
		return image.Rectangle{}
	}
	w := font.MeasureString(l.face, text).Ceil() + l.height/2
	x := max(0, min(box.Min.X, out.Rect.Max.X-w))
	bar := image.Rect(x, box.Min.Y-l.height, x+w, box.Min.Y)
	for _, y := range []int{box.Min.Y - l.height, box.Max.Y, box.Min.Y, box.Min.Y + l.height} {
		bar = image.Rect(x, y, x+w, y+l.height)
		if bar.In(out.Rect) && !overlaps(bar, taken) {
			break
		}
	}
	draw.Draw(out, bar, image.NewUniform(c), image.Point{}, draw.Src)
	d := font.Drawer{Dst: out, Src: image.White, Face: l.face, Dot: fixed.P(bar.Min.X+l.height/4, bar.Max.Y-l.height/4)}
	d.DrawString(text)
	return bar
}

func overlaps(r image.Rectangle, all []image.Rectangle) bool {
	for _, o := range all {
		if r.Overlaps(o) {
			return true
		}
	}
	return false
}
