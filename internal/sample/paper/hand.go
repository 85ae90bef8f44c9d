package paper

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/tthclint/tthclint/internal/sample/ink"
)

// Inks of the sample folder.
var (
	black  = color.RGBA{34, 31, 32, 255}
	blue   = color.RGBA{28, 52, 150, 255}
	stamp  = color.RGBA{206, 30, 45, 255}
	violet = color.RGBA{150, 34, 96, 255}
)

// Mark is what somebody put where a signature belongs.
type Mark struct {
	Kind  MarkKind
	Seed  uint64
	Black bool // black ink; otherwise blue, or red-violet for a fingerprint
}

// MarkKind is the kind of a mark.
type MarkKind int

// The kinds of marks.
const (
	Nothing MarkKind = iota
	Signed
	Fingerprinted
)

// put writes a mark with its middle at a point; h is the height of a signature.
func (s *Sheet) put(m Mark, c Pt, h float64) {
	switch m.Kind {
	case Signed:
		s.sign(m, c, h)
	case Fingerprinted:
		s.press(m, c)
	}
}

func (s *Sheet) sign(m Mark, c Pt, h float64) {
	strokes := ink.Signature(m.Seed)
	min, max := Pt{math.Inf(1), math.Inf(1)}, Pt{math.Inf(-1), math.Inf(-1)}
	for _, st := range strokes {
		for _, d := range st {
			min = Pt{math.Min(min.X, d.X), math.Min(min.Y, d.Y)}
			max = Pt{math.Max(max.X, d.X), math.Max(max.Y, d.Y)}
		}
	}
	k := h / (max.Y - min.Y)
	mx, my := (min.X+max.X)/2, (min.Y+max.Y)/2
	var p Path
	for _, st := range strokes {
		for i, d := range st {
			b, w := Pt{c.X + (d.X-mx)*k, c.Y + (d.Y-my)*k}, math.Max(0.3, d.W*k)
			p = append(p, Circle(b, w/2)...)
			if i > 0 {
				a := st[i-1]
				p.link(Pt{c.X + (a.X-mx)*k, c.Y + (a.Y-my)*k}, b, math.Max(0.3, a.W*k), w)
			}
		}
	}
	col := blue
	if m.Black {
		col = black
	}
	s.Fill(p, Ink{col, 0.93, func(x, y int) float64 { return 0.82 + 0.18*cloud(m.Seed, float64(x)/3, float64(y)/3) }})
}

// press puts a fingerprint on the sheet.
func (s *Sheet) press(m Mark, c Pt) {
	f := ink.NewFingerprint(m.Seed)
	col := violet
	if m.Black {
		col = black
	}
	tilt := Rotate(-9, c)
	// A texture is asked in pixels, a fingerprint in mm of the sheet.
	inv := s.m.Inverse()
	s.Fill(Circle(c, f.H/2+1), Ink{col, 0.9, func(x, y int) float64 {
		sum := 0.0
		for i := range 4 { // 4 samples a pixel
			at := inv.Apply(Pt{float64(x) + 0.25 + 0.5*float64(i%2), float64(y) + 0.25 + 0.5*float64(i/2)})
			at = tilt.Apply(at)
			sum += f.At(at.X-c.X, at.Y-c.Y)
		}
		return sum / 4 * (0.88 + 0.12*hash(m.Seed, x, y))
	}})
}

// Picture returns a mark on white, as it is kept in a file to be put on others:
// w and h in mm, at a resolution.
func Picture(m Mark, w, h, dpi float64) *image.RGBA {
	s := &Sheet{W: w, H: h, DPI: dpi, m: Scale(dpi/25.4, dpi/25.4)}
	s.img = image.NewRGBA(image.Rect(0, 0, int(math.Round(w*dpi/25.4)), int(math.Round(h*dpi/25.4))))
	draw.Draw(s.img, s.img.Rect, image.White, image.Point{}, draw.Src)
	s.put(m, Pt{w / 2, h / 2}, h-2)
	return s.img
}
