package raster

import (
	"context"
	"math"
)

// canvas is the page under construction, white to begin with. Chroma planes
// are added with the first coloured item.
type canvas struct {
	Image
	mode   Mode
	sx, sy float64 // pixels per pt
}

func newCanvas(s sheet, sx, sy float64) *canvas {
	c := &canvas{sx: sx, sy: sy, mode: Bilevel}
	c.W, c.H = max(1, int(math.Round(s.w*sx))), max(1, int(math.Round(s.h*sy)))
	c.Y = filled(c.W*c.H, 255)
	return c
}

func filled(n int, v uint8) []uint8 {
	b := make([]uint8, n)
	for i := range b {
		b[i] = v
	}
	return b
}

// pixels is a rectangle of whole pixels, x1 and y1 excluded.
type pixels struct{ x0, y0, x1, y1 int }

// round takes r to whole pixels; a shape is never less than one pixel.
func (c *canvas) round(r rect) pixels {
	p := pixels{
		int(math.Round(r.x0 * c.sx)), int(math.Round(r.y0 * c.sy)),
		int(math.Round(r.x1 * c.sx)), int(math.Round(r.y1 * c.sy)),
	}
	p.x1, p.y1 = max(p.x1, p.x0+1), max(p.y1, p.y0+1)
	return p
}

func (p pixels) within(w, h int) pixels {
	return pixels{max(0, p.x0), max(0, p.y0), min(w, p.x1), min(h, p.y1)}
}

func (c *canvas) addColour() {
	if c.Cb == nil {
		c.Cb, c.Cr = filled(c.W*c.H, 128), filled(c.W*c.H, 128)
	}
	c.mode = Colour
}

func (c *canvas) draw(ctx context.Context, it item, l Limits) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if it.kind == itemFill {
		c.fill(it)
		return nil
	}
	p, err := it.image.decodePicture(ctx, l)
	if err != nil {
		return err
	}
	if it.image.stencil {
		c.stencil(it, p)
	} else {
		c.paint(it, p)
	}
	return nil
}

// tint makes room for a colour and returns it.
func (c *canvas) tint(k colour) (y, cb, cr uint8) {
	y, cb, cr = ycc(k.r, k.g, k.b)
	switch {
	case k.r != k.g || k.g != k.b:
		c.addColour()
	case c.mode == Bilevel && y != 0 && y != 255:
		c.mode = Grey
	}
	return y, cb, cr
}

func (c *canvas) fill(it item) {
	y, cb, cr := c.tint(it.colour)
	p := c.round(it.box).within(c.W, c.H)
	for row := p.y0; row < p.y1; row++ {
		for i := row*c.W + p.x0; i < row*c.W+p.x1; i++ {
			c.Y[i] = y
			if c.Cb != nil {
				c.Cb[i], c.Cr[i] = cb, cr
			}
		}
	}
}

// grid maps the pixels of the canvas that a picture covers to the picture's.
type grid struct {
	at         pixels
	cols, rows []int
}

// place turns the picture upright and finds its pixels.
func (c *canvas) place(it item, p *picture) grid {
	o := orient(it.m, it.swap)
	if o.swap {
		p.transpose()
	}
	full := c.round(it.full)
	at := full
	if it.box != it.full {
		at = c.round(it.box)
		at = pixels{max(at.x0, full.x0), max(at.y0, full.y0), min(at.x1, full.x1), min(at.y1, full.y1)}
	}
	at = at.within(c.W, c.H)
	g := grid{at: at}
	if at.x0 >= at.x1 || at.y0 >= at.y1 {
		return g
	}
	g.cols = nearest(p.W, full.x0, full.x1, at.x0, at.x1, o.flipX)
	g.rows = nearest(p.H, full.y0, full.y1, at.y0, at.y1, o.flipY)
	return g
}

// nearest lists for the places from..to of a picture that reaches from full0 to
// full1 which of its size pixels is nearest, from the other end if flip.
func nearest(size, full0, full1, from, to int, flip bool) []int {
	out := make([]int, to-from)
	n := int64(full1 - full0)
	for i := range out {
		v := int((2*int64(from+i-full0) + 1) * int64(size) / (2 * n))
		if flip {
			v = size - 1 - v
		}
		out[i] = v
	}
	return out
}

func (c *canvas) paint(it item, p *picture) {
	if p.colourful() {
		c.addColour()
	} else if c.mode == Bilevel && p.mode == Grey {
		c.mode = Grey
	}
	g := c.place(it, p)
	if p.alpha != nil && c.mode == Bilevel {
		c.mode = Grey
	}
	straight := contiguous(g.cols)
	for i, sy := range g.rows {
		from := (g.at.y0+i)*c.W + g.at.x0
		src := sy * p.W
		line := func(dst, plane []uint8, neutral uint8) {
			dst = dst[from : from+len(g.cols)]
			switch {
			case plane == nil:
				blendRow(dst, nil, g.cols, p.alphaRow(src), neutral)
			case p.alpha != nil:
				blendRow(dst, plane[src:src+p.W], g.cols, p.alphaRow(src), 0)
			case straight:
				copy(dst, plane[src+g.cols[0]:])
			default:
				row := plane[src : src+p.W]
				for x, k := range g.cols {
					dst[x] = row[k]
				}
			}
		}
		line(c.Y, p.Y, 0)
		if c.Cb != nil {
			line(c.Cb, p.Cb, 128)
			line(c.Cr, p.Cr, 128)
		}
	}
}

func contiguous(cols []int) bool {
	for i := 1; i < len(cols); i++ {
		if cols[i] != cols[0]+i {
			return false
		}
	}
	return len(cols) > 0
}

func (p *picture) alphaRow(src int) []uint8 {
	if p.alpha == nil {
		return nil
	}
	return p.alpha[src : src+p.W]
}

// blendRow mixes row (or the value v where it is nil) into dst by alpha.
func blendRow(dst, row []uint8, cols []int, alpha []uint8, v uint8) {
	for x, k := range cols {
		if row != nil {
			v = row[k]
		}
		if alpha == nil {
			dst[x] = v
			continue
		}
		a := uint32(alpha[k])
		dst[x] = uint8((uint32(v)*a + uint32(dst[x])*(255-a) + 127) / 255)
	}
}

// stencil paints the fill colour through a mask (ISO 32000-2 8.9.6.2).
func (c *canvas) stencil(it item, p *picture) {
	y, cb, cr := c.tint(it.colour)
	g := c.place(it, p)
	for i, sy := range g.rows {
		at := (g.at.y0+i)*c.W + g.at.x0
		alpha := p.alphaRow(sy * p.W)
		blendRow(c.Y[at:at+len(g.cols)], nil, g.cols, alpha, y)
		if c.Cb != nil {
			blendRow(c.Cb[at:at+len(g.cols)], nil, g.cols, alpha, cb)
			blendRow(c.Cr[at:at+len(g.cols)], nil, g.cols, alpha, cr)
		}
	}
}
