// Package paper draws the sheets of the sample folder: forms, seals and ink as
// vectors in millimetres, then the picture that a scanner makes of them.
//
// Nothing on the sheets is real: persons are invented, seals say that they are
// samples, and every sheet carries a line that it has no value.
package paper

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// Sheet is a sheet of paper under a scanner.
type Sheet struct {
	W, H float64 // mm
	DPI  float64

	img  *image.RGBA
	m    Affine // mm to pixels
	pen  vector.Rasterizer
	mask *image.Alpha
}

// Pose says how a sheet lies on the glass.
type Pose struct {
	Skew   float64 // degrees clockwise
	DX, DY float64 // mm
}

// NewSheet returns a blank sheet of a colour; what the sheet does not cover
// shows the lid of the scanner.
func NewSheet(w, h, dpi float64, pose Pose, paper color.RGBA) *Sheet {
	px := dpi / 25.4
	s := &Sheet{W: w, H: h, DPI: dpi}
	s.img = image.NewRGBA(image.Rect(0, 0, int(math.Round(w*px)), int(math.Round(h*px))))
	draw.Draw(s.img, s.img.Rect, image.NewUniform(color.RGBA{250, 250, 249, 255}), image.Point{}, draw.Src)
	s.m = Rotate(pose.Skew, Pt{w / 2, h / 2}).Then(Shift(pose.DX, pose.DY)).Then(Scale(px, px))
	s.Fill(Rect(0.3, 0.3, w, h), Ink{color.RGBA{215, 215, 214, 255}, 1, nil}) // shadow of the edge
	s.paint(Rect(0, 0, w, h), Ink{paper, 1, nil}, false)
	return s
}

// Image returns the picture. It belongs to the sheet.
func (s *Sheet) Image() *image.RGBA { return s.img }

// Pixels returns the map from mm of the upright sheet to pixels of the picture.
func (s *Sheet) Pixels() Affine { return s.m }

// Ink is a colour that darkens what lies under it, as inks and print do.
type Ink struct {
	Color   color.RGBA
	Density float64 // 0 to 1
	// Texture scales the density at a pixel; nil means 1 everywhere.
	Texture func(x, y int) float64
}

// Fill prints a path.
func (s *Sheet) Fill(p Path, k Ink) { s.paint(p, k, true) }

func (s *Sheet) paint(p Path, k Ink, multiply bool) {
	if len(p) == 0 {
		return
	}
	px := p.Apply(s.m)
	min, max := px.Bounds()
	box := image.Rect(int(math.Floor(min.X)), int(math.Floor(min.Y)), int(math.Ceil(max.X))+1, int(math.Ceil(max.Y))+1)
	s.rasterize(px, box)
	vis := box.Intersect(s.img.Rect)
	for y := vis.Min.Y; y < vis.Max.Y; y++ {
		for x := vis.Min.X; x < vis.Max.X; x++ {
			a := float64(s.mask.Pix[(y-box.Min.Y)*s.mask.Stride+x-box.Min.X]) / 255
			if a > 0 {
				s.blend(x, y, a, k, multiply)
			}
		}
	}
}

// rasterize leaves the coverage of p within box in s.mask.
func (s *Sheet) rasterize(p Path, box image.Rectangle) {
	s.pen.Reset(box.Dx(), box.Dy())
	s.pen.DrawOp = draw.Src
	at := func(a Pt) (float32, float32) {
		return float32(a.X - float64(box.Min.X)), float32(a.Y - float64(box.Min.Y))
	}
	for i, g := range p {
		x0, y0 := at(g.p[0])
		x1, y1 := at(g.p[1])
		x2, y2 := at(g.p[2])
		switch g.op {
		case 'm':
			if i > 0 {
				s.pen.ClosePath()
			}
			s.pen.MoveTo(x0, y0)
		case 'l':
			s.pen.LineTo(x0, y0)
		case 'q':
			s.pen.QuadTo(x0, y0, x1, y1)
		case 'c':
			s.pen.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	s.pen.ClosePath()
	s.mask = image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	s.pen.Draw(s.mask, s.mask.Rect, image.Opaque, image.Point{})
}

func (s *Sheet) blend(x, y int, a float64, k Ink, multiply bool) {
	a *= k.Density
	if k.Texture != nil {
		a *= k.Texture(x, y)
	}
	pix := s.img.Pix[s.img.PixOffset(x, y):]
	for i, c := range [3]uint8{k.Color.R, k.Color.G, k.Color.B} {
		v := float64(pix[i])
		to := float64(c)
		if multiply {
			to = v * to / 255
		}
		pix[i] = uint8(v + a*(to-v) + 0.5)
	}
}

// TurnOver turns the picture upside down, as a sheet that was laid on the glass
// the wrong way.
func (s *Sheet) TurnOver() {
	for i, j := 0, len(s.img.Pix)-4; i < j; i, j = i+4, j-4 {
		for c := range 4 {
			s.img.Pix[i+c], s.img.Pix[j+c] = s.img.Pix[j+c], s.img.Pix[i+c]
		}
	}
}
