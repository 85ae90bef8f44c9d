package main

import (
	"math"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

// scale is the resolution of patches in pixels per mm.
const scale = 6

// room is cut around a box, in mm, as package form does: more where a seal
// belongs, since stamps stray.
type room struct{ side, up, down float64 }

func roomOf(sealed bool) room {
	if sealed {
		return room{22, 26, 18}
	}
	return room{9, 15, 8}
}

// quad is the projective map from the unit square to four corners (top left,
// top right, bottom right, bottom left).
type quad [8]float64

// newQuad follows Heckbert, Fundamentals of Texture Mapping (1989), 2.2.3.
func newQuad(c [8]float64) quad {
	x0, y0, x1, y1, x2, y2, x3, y3 := c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]
	dx1, dx2, sx := x1-x2, x3-x2, x0-x1+x2-x3
	dy1, dy2, sy := y1-y2, y3-y2, y0-y1+y2-y3
	den := dx1*dy2 - dx2*dy1
	g, h := (sx*dy2-dx2*sy)/den, (dx1*sy-sx*dy1)/den
	return quad{x1 - x0 + g*x1, x3 - x0 + h*x3, x0, y1 - y0 + g*y1, y3 - y0 + h*y3, y0, g, h}
}

func (q quad) at(u, v float64) (float64, float64) {
	w := q[6]*u + q[7]*v + 1
	return (q[0]*u + q[1]*v + q[2]) / w, (q[3]*u + q[4]*v + q[5]) / w
}

// cut takes a box and its surroundings out of a picture. to maps the box,
// whose size is w by h mm, to the picture; given is where a finder says that
// the box is, in mm of it.
func cut(im *raster.Image, to quad, w, h float64, given [4]float64, r room) *ink.Patch {
	x0, y0 := given[0]-r.side, given[1]-r.up
	pw, ph := int((given[2]+2*r.side)*scale), int((given[3]+r.up+r.down)*scale)
	p := &ink.Patch{W: pw, H: ph, PxPerMM: scale, Y: make([]uint8, pw*ph)}
	p.Box = ink.Rect{X0: int(r.side * scale), Y0: int(r.up * scale), X1: int(r.side*scale) + int(given[2]*scale), Y1: int(r.up*scale) + int(given[3]*scale)}
	colour := im.Cb != nil
	if colour {
		p.Cb, p.Cr = make([]uint8, pw*ph), make([]uint8, pw*ph)
	}
	ax, ay := to.at(0, 0)
	bx, by := to.at(1, 0)
	perMM := math.Hypot(bx-ax, by-ay) / w
	n := min(max(1, int(math.Round(perMM/scale))), 4)
	for y := range ph {
		for x := range pw {
			var l, cb, cr float64
			count := 0.0
			for k := range n * n {
				mx := x0 + (float64(x)+(float64(k%n)+0.5)/float64(n))/scale
				my := y0 + (float64(y)+(float64(k/n)+0.5)/float64(n))/scale
				u, v := to.at(mx/w, my/h)
				u, v = u-0.5, v-0.5
				i, j := int(math.Floor(u)), int(math.Floor(v))
				if i < 0 || j < 0 || i+1 >= im.W || j+1 >= im.H {
					continue
				}
				fu, fv := u-float64(i), v-float64(j)
				q := j*im.W + i
				l += (float64(im.Y[q])*(1-fu)+float64(im.Y[q+1])*fu)*(1-fv) + (float64(im.Y[q+im.W])*(1-fu)+float64(im.Y[q+im.W+1])*fu)*fv
				if colour {
					cb += float64(im.Cb[q])
					cr += float64(im.Cr[q])
				}
				count++
			}
			i := y*pw + x
			if count == 0 {
				p.Y[i] = 255
				if colour {
					p.Cb[i], p.Cr[i] = 128, 128
				}
				continue
			}
			p.Y[i] = uint8(l / count)
			if colour {
				p.Cb[i], p.Cr[i] = uint8(cb/count), uint8(cr/count)
			}
		}
	}
	return p
}
