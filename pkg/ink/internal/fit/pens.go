package main

import (
	"image"
	"math"
	"math/rand/v2"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// drawCrop puts a signature from paper, or only the first part of it, at a
// place, w mm wide, and returns its writer.
func drawCrop(rng *rand.Rand, c *canvas, crops []crop, x, y, w, part float64) string {
	k := crops[rng.IntN(len(crops))]
	b := k.im.Bounds()
	b.Max.X = b.Min.X + int(part*float64(b.Dx()))
	h := w * float64(b.Dy()) / float64(b.Dx())
	if h > 24 {
		w, h = w*24/h, 24
	}
	turn := 0.12 * rng.NormFloat64()
	sin, cos := math.Sincos(turn)
	const step = 0.06
	for v := 0.0; v < h; v += step {
		for u := 0.0; u < w; u += step {
			r, _, _, _ := k.im.At(b.Min.X+int(u/w*float64(b.Dx())), b.Min.Y+int(v/h*float64(b.Dy()))).RGBA()
			if a := 1 - float64(r)/65535; a > 0.15 {
				du, dv := u-w/2, v-h/2
				c.dot(x+du*cos-dv*sin, y+du*sin+dv*cos, 0.05, min(1, a*1.2))
			}
		}
	}
	return k.writer
}

// scrawl writes a signature in one to three goes: loops along a line, of
// drifting height, slant and pitch, with a flourish now and then.
func scrawl(rng *rand.Rand, c *canvas, x, y, w, h, pen float64) {
	goes := 1 + rng.IntN(3)
	left := x - w/2
	for g := range goes {
		part := w / float64(goes) * (0.8 + 0.4*rng.Float64())
		loops := 2 + rng.Float64()*float64(part)/3
		slant := 0.2 + 0.4*rng.NormFloat64()
		p1, p2, p3 := rng.Float64()*6, rng.Float64()*6, rng.Float64()*6
		amp := h / 2 * (0.6 + 0.6*rng.Float64())
		if g == 0 {
			amp *= 1.4
		}
		loopy := 0.5 + 1.2*rng.Float64()
		var pts [][2]float64
		for i := 0; i <= 160; i++ {
			t := float64(i) / 160
			phase := 2 * math.Pi * loops * t
			high := amp * (0.55 + 0.45*math.Sin(3.1*phase/loops+p1)) * (1 - 0.5*t)
			dy := high * math.Sin(phase+p2+0.6*math.Sin(0.37*phase+p3))
			dx := part*t + loopy*part/loops/3*math.Cos(phase+p2)
			pts = append(pts, [2]float64{left + dx - slant*dy, y + dy + 0.05*w*math.Sin(2*t+p3)})
		}
		c.stroke(pts, pen, 1)
		left += part * 0.9
	}
	if rng.IntN(3) == 0 { // a line under it
		stray(rng, c, x, y+h*0.6, w*0.8, pen)
	}
}

// stray is a slip of the pen: a short, slightly bent line.
func stray(rng *rand.Rand, c *canvas, x, y, length, pen float64) {
	a, bend := rng.NormFloat64()*0.6, rng.NormFloat64()*1.2
	var pts [][2]float64
	for i := 0; i <= 20; i++ {
		pts = append(pts, [2]float64{x, y})
		x += length / 20 * math.Cos(a)
		y += length / 20 * math.Sin(a)
		a += bend / 20
	}
	c.stroke(pts, pen, 1)
}

// cross is the pencil mark for where to sign, or a tick.
func cross(rng *rand.Rand, c *canvas, x, y, r, pen float64) {
	j := func() float64 { return 0.15 * r * rng.NormFloat64() }
	if rng.IntN(5) == 0 {
		c.stroke([][2]float64{{x - r, y + j()}, {x - 0.4*r, y + r}, {x + r + j(), y - r + j()}}, pen, 1)
		return
	}
	c.stroke([][2]float64{{x - r + j(), y - r + j()}, {x + r + j(), y + r + j()}}, pen, 1)
	c.stroke([][2]float64{{x + r + j(), y - r + j()}, {x - r + j(), y + r + j()}}, pen, 1)
}

// fingertip presses an inked finger on the paper: an oval of near-parallel
// ridges half a millimetre apart, bent round a core, blotted and worn.
func fingertip(rng *rand.Rand, c *canvas, x, y float64) {
	rx, ry := 5.5+2.5*rng.Float64(), 7.5+3*rng.Float64()
	turn := 0.3 * rng.NormFloat64()
	sin, cos := math.Sincos(turn)
	pitch := 0.42 + 0.15*rng.Float64()
	coreX, coreY := rx*0.3*rng.NormFloat64(), ry*0.25
	p1, p2, p3 := rng.Float64()*6, rng.Float64()*6, rng.Float64()*6
	worn := 0.2 + 0.6*rng.Float64()
	blot := rng.Float64()
	const step = 0.08
	for v := -ry; v < ry; v += step {
		for u := -rx; u < rx; u += step {
			e := u*u/rx/rx + v*v/ry/ry
			if e > 1-0.12*math.Sin(2.3*u+p1)*math.Sin(1.9*v+p2) {
				continue
			}
			d := math.Hypot((u-coreX)*1.3, v-coreY) + 0.5*math.Sin(0.5*u+p1) + 0.4*math.Sin(0.4*v+p2)
			ridge := 0.5 + 0.5*math.Sin(2*math.Pi*d/pitch)
			patch := 0.5 + 0.5*math.Sin(0.55*u+p2)*math.Cos(0.45*v+p3) + 0.3*math.Sin(1.3*u-0.8*v+p1)
			a := max(ridge, blot*patch*0.9)
			if patch < worn*0.6 {
				a *= 0.15
			}
			if a > 0.35 {
				c.dot(x+u*cos-v*sin, y+u*sin+v*cos, 0.06, min(1, a))
			}
		}
	}
}

// names are typed below an empty box.
var names = strings.Fields("NGUYEN Tran Thi Le Van Pham Hoang Duc Minh Anh Huong Lan Thuy Quang Hai Ngoc Bich VU DANG Phuong Linh Khoa My")

// typed prints a name of two to four words, its middle at x and its baseline
// at y.
func typed(rng *rand.Rand, c *canvas, x, y float64) {
	faces := [][]byte{gobold.TTF, goitalic.TTF, gomedium.TTF, gomono.TTF, goregular.TTF}
	ft, err := opentype.Parse(faces[rng.IntN(len(faces))])
	if err != nil {
		return
	}
	const px = 16.0 // a mm
	face, err := opentype.NewFace(ft, &opentype.FaceOptions{Size: (3.6 + 1.6*rng.Float64()) * px, DPI: 72})
	if err != nil {
		return
	}
	var words []string
	for range 2 + rng.IntN(3) {
		words = append(words, names[rng.IntN(len(names))])
	}
	text := strings.Join(words, " ")
	w := font.MeasureString(face, text).Ceil()
	im := image.NewAlpha(image.Rect(0, 0, w+4, int(9*px)))
	(&font.Drawer{Dst: im, Src: image.Opaque, Face: face, Dot: fixed.P(2, int(6*px))}).DrawString(text)
	c.cb, c.cr = 128, 128
	for j := 0; j < im.Rect.Dy(); j++ {
		for i := 0; i < im.Rect.Dx(); i++ {
			if a := im.AlphaAt(i, j).A; a > 100 {
				c.dot(x+float64(i-w/2)/px, y+float64(j)/px-6, 0.04, float64(a)/255)
			}
		}
	}
}
