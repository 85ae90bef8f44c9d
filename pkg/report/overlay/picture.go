package overlay

import (
	"image"
	"image/color"
	"math"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Options say which part of a page is drawn, and how large. The zero value
// draws the whole page in its own pixels.
type Options struct {
	Crop     form.Box // in mm of the displayed page; zero is the whole page
	MaxWidth int      // of the result in pixels, before Turned; less than 1 means no limit
	// Turned is how far the sheet is turned on the page, in degrees clockwise: 90,
	// 180 or 270. It is turned back.
	Turned int
	Lang   msg.Lang // of the labels; Vietnamese unless it is English
}

// Picture returns a page, or part of it, as an image. It returns an empty image
// where the page has no picture or the part lies beside it.
func Picture(p *raster.Page, o Options) *image.RGBA {
	out, _ := picture(p, o)
	return out
}

// view maps mm of the page to pixels of the result.
type view struct {
	x0, y0, sx, sy float64
	turned         int
	size           image.Point // before it is turned back
}

func (v view) rect(b form.Box) image.Rectangle {
	at := func(v, from, scale float64) int { return int(math.Round((v - from) * scale)) }
	r := image.Rect(at(b.X, v.x0, v.sx), at(b.Y, v.y0, v.sy), at(b.X+b.W, v.x0, v.sx), at(b.Y+b.H, v.y0, v.sy))
	p, q := v.upright(r.Min), v.upright(r.Max)
	return image.Rect(p.X, p.Y, q.X, q.Y)
}

// upright turns a corner of a pixel back.
func (v view) upright(p image.Point) image.Point {
	switch v.turned {
	case 90:
		return image.Pt(p.Y, v.size.X-p.X)
	case 180:
		return v.size.Sub(p)
	case 270:
		return image.Pt(v.size.Y-p.Y, p.X)
	}
	return p
}

func picture(p *raster.Page, o Options) (*image.RGBA, view) {
	if p == nil || p.Image == nil || !(p.WidthMM > 0 && p.HeightMM > 0) {
		return image.NewRGBA(image.Rectangle{}), view{}
	}
	im := p.Image
	sx, sy := float64(im.W)/p.WidthMM, float64(im.H)/p.HeightMM
	part := image.Rect(0, 0, im.W, im.H)
	if o.Crop.W > 0 && o.Crop.H > 0 {
		part = part.Intersect(view{sx: sx, sy: sy}.rect(o.Crop))
	}
	step := 1
	if o.MaxWidth > 0 {
		step = max(1, (part.Dx()+o.MaxWidth-1)/o.MaxWidth)
	}
	v := view{float64(part.Min.X) / sx, float64(part.Min.Y) / sy, sx / float64(step), sy / float64(step), o.Turned, image.Pt(part.Dx()/step, part.Dy()/step)}
	corner, other := v.upright(image.Point{}), v.upright(v.size)
	out := image.NewRGBA(image.Rect(corner.X, corner.Y, other.X, other.Y))
	for y := range v.size.Y {
		for x := range v.size.X {
			// Of the two corners of a pixel that are turned, the upper left one names it.
			p, q := v.upright(image.Pt(x, y)), v.upright(image.Pt(x+1, y+1))
			out.SetRGBA(min(p.X, q.X), min(p.Y, q.Y), mean(im, part.Min.X+x*step, part.Min.Y+y*step, step))
		}
	}
	return out, v
}

// mean returns the mean colour of n by n pixels from (x0, y0), which lie inside.
func mean(im *raster.Image, x0, y0, n int) color.RGBA {
	y, cb, cr := 0, 128*n*n, 128*n*n
	colour := len(im.Cb) == len(im.Y) && len(im.Cr) == len(im.Y)
	if colour {
		cb, cr = 0, 0
	}
	for v := y0; v < y0+n; v++ {
		for i := v*im.W + x0; i < v*im.W+x0+n; i++ {
			y += int(im.Y[i])
			if colour {
				cb += int(im.Cb[i])
				cr += int(im.Cr[i])
			}
		}
	}
	n *= n
	r, g, b := color.YCbCrToRGB(uint8(y/n), uint8(cb/n), uint8(cr/n))
	return color.RGBA{r, g, b, 255}
}
