package overlay

import (
	_ "embed"
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// typeface is Noto Sans Bold with the letters of Vietnamese and English; see
// font/OFL.txt.
//
//go:embed font/NotoSans-Bold-vi.ttf
var typeface string

// lettering writes labels; nil writes none.
type lettering struct {
	face   font.Face
	height int
}

// Shares of the height of a bar: letters with two marks above and one below, as
// Ệ has, fit into it.
const (
	letterSize    = 0.72
	letterDescent = 0.26
)

func newLettering(height int) *lettering {
	f, err := opentype.Parse([]byte(typeface))
	if err != nil {
		return nil // not with the font of the library
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: float64(height) * letterSize, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		return nil
	}
	return &lettering{face, height}
}

// label writes a text in white on a bar of colour near a box, where nothing
// stands already. It returns the bar.
func (l *lettering) label(out *image.RGBA, box image.Rectangle, taken []image.Rectangle, text string, c color.RGBA) image.Rectangle {
	if l == nil {
		return image.Rectangle{}
	}
	w := font.MeasureString(l.face, text).Ceil() + l.height/2
	bar := l.place(out.Rect, box, taken, w)
	draw.Draw(out, bar, image.NewUniform(c), image.Point{}, draw.Src)
	d := font.Drawer{Dst: out, Src: image.White, Face: l.face, Dot: fixed.P(bar.Min.X+l.height/4, bar.Max.Y-int(float64(l.height)*letterDescent))}
	d.DrawString(text)
	return bar
}

// place finds room for a bar: above the box, below it, or as near as there is.
func (l *lettering) place(page, box image.Rectangle, taken []image.Rectangle, w int) image.Rectangle {
	x := max(page.Min.X, min(box.Min.X, page.Max.X-w))
	at := func(y int) image.Rectangle { return image.Rect(x, y, x+w, y+l.height) }
	for n := range page.Dy()/l.height + 1 {
		for _, y := range [...]int{box.Min.Y - (n+1)*l.height, box.Max.Y + n*l.height} {
			if bar := at(y); bar.In(page) && !overlaps(bar, taken) {
				return bar
			}
		}
	}
	return at(max(page.Min.Y, box.Min.Y-l.height)) // a page full of labels
}

func overlaps(r image.Rectangle, all []image.Rectangle) bool {
	for _, o := range all {
		if r.Overlaps(o) {
			return true
		}
	}
	return false
}
