package scans

import (
	"image"
	"math"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// shot is the picture of a page, with the way from mm of the sheet to its
// pixels.
type shot struct {
	im   *image.RGBA
	flat paper.Affine // mm to pixels of the sheet's picture
	lens *plane       // from there to the picture, of a photograph
	turn int          // the picture turned afterwards, in degrees clockwise
	w, h float64      // size of the picture before the turn
}

func (s *shot) point(x, y float64) Point {
	p := s.flat.Apply(paper.Pt{X: x, Y: y})
	if s.lens != nil {
		p = s.lens.apply(p)
	}
	switch s.turn {
	case 90:
		p = paper.Pt{X: s.h - p.Y, Y: p.X}
	case 180:
		p = paper.Pt{X: s.w - p.X, Y: s.h - p.Y}
	case 270:
		p = paper.Pt{X: p.Y, Y: s.w - p.X}
	}
	return Point{p.X, p.Y}
}

func (s *shot) quad(b rect) Quad {
	return Quad{s.point(b.x, b.y), s.point(b.x+b.w, b.y), s.point(b.x+b.w, b.y+b.h), s.point(b.x, b.y+b.h)}
}

// plane is a projective map of the plane, row by row.
type plane [9]float64

func (m *plane) apply(p paper.Pt) paper.Pt {
	k := m[6]*p.X + m[7]*p.Y + m[8]
	return paper.Pt{X: (m[0]*p.X + m[1]*p.Y + m[2]) / k, Y: (m[3]*p.X + m[4]*p.Y + m[5]) / k}
}

// newPlane returns the map that takes the corners of a w by h picture (top left,
// top right, bottom right, bottom left) to four points.
func newPlane(w, h float64, to [4]paper.Pt) *plane {
	// Heckbert, Fundamentals of Texture Mapping (1989), 2.2.3: the unit square to a
	// quadrilateral.
	dx1, dx2, sx := to[1].X-to[2].X, to[3].X-to[2].X, to[0].X-to[1].X+to[2].X-to[3].X
	dy1, dy2, sy := to[1].Y-to[2].Y, to[3].Y-to[2].Y, to[0].Y-to[1].Y+to[2].Y-to[3].Y
	d := dx1*dy2 - dx2*dy1
	g, k := (sx*dy2-dx2*sy)/d, (dx1*sy-sx*dy1)/d
	return &plane{
		(to[1].X - to[0].X + g*to[1].X) / w, (to[3].X - to[0].X + k*to[3].X) / h, to[0].X,
		(to[1].Y - to[0].Y + g*to[1].Y) / w, (to[3].Y - to[0].Y + k*to[3].Y) / h, to[0].Y,
		g / w, k / h, 1,
	}
}

func (m *plane) inverse() *plane {
	a, b, c, d, e, f, g, h, i := m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8]
	return &plane{e*i - f*h, c*h - b*i, b*f - c*e, f*g - d*i, a*i - c*g, c*d - a*f, d*h - e*g, b*g - a*h, a*e - b*d}
}

// turned returns a picture turned clockwise by a multiple of 90 degrees.
func turned(im *image.RGBA, degrees int) *image.RGBA {
	w, h := im.Rect.Dx(), im.Rect.Dy()
	if degrees%360 == 0 {
		return im
	}
	out := image.NewRGBA(image.Rect(0, 0, h, w))
	if degrees == 180 {
		out = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	for y := range h {
		for x := range w {
			u, v := w-1-x, h-1-y
			switch degrees {
			case 90:
				u, v = h-1-y, x
			case 270:
				u, v = y, w-1-x
			}
			copy(out.Pix[v*out.Stride+4*u:][:4], im.Pix[y*im.Stride+4*x:][:4])
		}
	}
	return out
}

// photographed returns what a telephone sees of a page that lies on a table.
func photographed(im *image.RGBA, r source) (*image.RGBA, *plane) {
	w, h := float64(im.Rect.Dx()), float64(im.Rect.Dy())
	far := r.in(0, 0.09) // how much narrower the far edge is
	jit := func(v float64) float64 { return v + r.near(0, 0.012)*w }
	edge := r.in(-0.005, 0.05)
	to := [4]paper.Pt{
		{X: jit((edge + far/2) * w), Y: jit(edge * h)}, {X: jit((1 - edge - far/2) * w), Y: jit(edge * h)},
		{X: jit((1 - edge) * w), Y: jit((1 - edge) * h)}, {X: jit(edge * w), Y: jit((1 - edge) * h)},
	}
	lens := newPlane(w, h, to)
	back := lens.inverse()
	table := clouds(r.Uint64())
	wood := [3]float64{r.in(40, 150), r.in(30, 120), r.in(25, 100)}
	grainX, grainY := r.in(6, 80), r.in(4, 20)
	out := image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	for y := range int(h) {
		for x := range int(w) {
			p := back.apply(paper.Pt{X: float64(x) + 0.5, Y: float64(y) + 0.5})
			pix := out.Pix[y*out.Stride+4*x:][:4]
			pix[3] = 255
			u, v := p.X-0.5, p.Y-0.5
			ix, iy := int(math.Floor(u)), int(math.Floor(v))
			if ix < 0 || iy < 0 || ix+1 >= int(w) || iy+1 >= int(h) {
				t := 0.8 + 0.4*table.at(float64(x)/grainX, float64(y)/grainY)
				for c := range 3 {
					pix[c] = clip(wood[c] * t)
				}
				continue
			}
			fu, fv := u-float64(ix), v-float64(iy)
			a := im.Pix[iy*im.Stride+4*ix:]
			b := im.Pix[(iy+1)*im.Stride+4*ix:]
			for c := range 3 {
				top := float64(a[c])*(1-fu) + float64(a[c+4])*fu
				low := float64(b[c])*(1-fu) + float64(b[c+4])*fu
				pix[c] = uint8(top*(1-fv) + low*fv + 0.5)
			}
		}
	}
	return out, lens
}

func clip(v float64) uint8 { return uint8(math.Max(0, math.Min(255, v+0.5))) }
