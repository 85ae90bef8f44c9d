package main

import (
	"image"
	"math"
	"math/rand/v2"
)

// fine is the resolution in pixels per mm at which boxes are drawn.
const fine = 8

// canvas is a piece of paper in linear red, green and blue, 0 to 1, and one
// layer of ink on its way to it.
type canvas struct {
	w, h  int
	rgb   [3][]float32
	layer []float32 // coverage by the ink that is being drawn
}

func newCanvas(wMM, hMM float64, paper [3]float64) *canvas {
	c := &canvas{w: int(wMM * fine), h: int(hMM * fine)}
	for k := range c.rgb {
		c.rgb[k] = make([]float32, c.w*c.h)
		for i := range c.rgb[k] {
			c.rgb[k][i] = float32(paper[k])
		}
	}
	c.layer = make([]float32, c.w*c.h)
	return c
}

// dot covers a round spot; places and sizes are in mm.
func (c *canvas) dot(x, y, r, strength float64) {
	u, v, rp := x*fine, y*fine, r*fine
	for py := max(0, int(v-rp-1)); py <= min(c.h-1, int(v+rp+1)); py++ {
		for px := max(0, int(u-rp-1)); px <= min(c.w-1, int(u+rp+1)); px++ {
			dx, dy := float64(px)+0.5-u, float64(py)+0.5-v
			a := float32(strength * min(1, max(0, 0.5+rp-math.Sqrt(dx*dx+dy*dy))))
			if i := py*c.w + px; a > c.layer[i] {
				c.layer[i] = a
			}
		}
	}
}

// point is a place on a path of a pen, with the pen's width there.
type point struct{ x, y, w float64 }

func (c *canvas) stroke(pts []point, strength float64) {
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		n := int(math.Hypot(b.x-a.x, b.y-a.y)/0.08) + 1
		for k := range n {
			t := float64(k) / float64(n)
			c.dot(a.x+t*(b.x-a.x), a.y+t*(b.y-a.y), (a.w+t*(b.w-a.w))/2, strength)
		}
	}
}

// line covers a straight line.
func (c *canvas) line(x0, y0, x1, y1, width, strength float64) {
	c.stroke([]point{{x0, y0, width}, {x1, y1, width}}, strength)
}

// stamp covers what a picture of coverage says. The map takes mm from the
// picture's middle to the paper; the picture is w by h mm.
func (c *canvas) stamp(im *image.Alpha, w, h float64, place func(x, y float64) (float64, float64), strength float64) {
	b := im.Rect
	// Bounds on the paper, and the step that leaves no gap.
	step := 0.7 / fine
	for v := 0.0; v < h; v += step {
		for u := 0.0; u < w; u += step {
			fx, fy := u/w*float64(b.Dx()-1), v/h*float64(b.Dy()-1)
			i, j := int(fx), int(fy)
			fx, fy = fx-float64(i), fy-float64(j)
			at := func(x, y int) float64 { return float64(im.Pix[min(y, b.Dy()-1)*im.Stride+min(x, b.Dx()-1)]) }
			a := ((at(i, j)*(1-fx)+at(i+1, j)*fx)*(1-fy) + (at(i, j+1)*(1-fx)+at(i+1, j+1)*fx)*fy) / 255
			if a < 0.1 {
				continue
			}
			x, y := place(u-w/2, v-h/2)
			px, py := int(x*fine), int(y*fine)
			if px < 0 || py < 0 || px >= c.w || py >= c.h {
				continue
			}
			if k := py*c.w + px; float32(a*strength) > c.layer[k] {
				c.layer[k] = float32(a * strength)
			}
		}
	}
}

// press lays the ink on the paper and takes up a new layer. tone is how much
// of the paper's light full coverage takes.
func (c *canvas) press(ink [3]float64, tone float64) {
	for k := range c.rgb {
		col := float32(ink[k])
		for i, a := range c.layer {
			if a > 0 {
				a *= float32(tone)
				// Ink filters the light that the paper gives back.
				c.rgb[k][i] *= 1 - a*(1-col)
			}
		}
	}
	clear(c.layer)
}

// soften blurs the layer by about r mm.
func (c *canvas) soften(r float64) {
	if n := int(r * fine); n > 0 {
		blur(c.layer, c.w, c.h, n)
	}
}

// weigh makes all strokes of the layer thicker or thinner, darker here than there.
func (c *canvas) weigh(rng *rand.Rand) {
	if rng.IntN(3) == 0 {
		n := 1 + rng.IntN(2)
		blur(c.layer, c.w, c.h, n)
		gain, from := float32(1+2.5*rng.Float64()), float32(0.15*rng.Float64())
		for i, a := range c.layer {
			c.layer[i] = min(1, max(0, a-from)*gain)
		}
	}
	if rng.IntN(3) == 0 {
		u, v, least := 0.02+0.08*rng.Float64(), 6*rng.Float64(), 0.3+0.6*rng.Float64()
		for i := range c.layer {
			x, y := float64(i%c.w)/fine, float64(i/c.w)/fine
			c.layer[i] *= float32(least + (1-least)*(0.5+0.5*math.Sin(2*math.Pi*u*(x+y)+v)))
		}
	}
}

// blur is two passes of a box filter of 2r+1 pixels each way.
func blur(v []float32, w, h, r int) {
	row := make([]float32, max(w, h))
	pass := func(n, stride, at int) {
		var sum float32
		for i := range min(r, n) {
			sum += v[at+i*stride]
		}
		for i := range n {
			if i+r < n {
				sum += v[at+(i+r)*stride]
			}
			if i-r-1 >= 0 {
				sum -= v[at+(i-r-1)*stride]
			}
			row[i] = sum / float32(min(i+r, n-1)-max(i-r, 0)+1)
		}
		for i := range n {
			v[at+i*stride] = row[i]
		}
	}
	for range 2 {
		for y := range h {
			pass(w, 1, y*w)
		}
		for x := range w {
			pass(h, w, x)
		}
	}
}
