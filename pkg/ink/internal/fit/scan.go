package main

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"

	"github.com/tthclint/tthclint/pkg/raster"
)

// scanned says how a sheet was brought into a picture.
type scanned struct {
	perMM   float64
	colour  bool
	bilevel bool
}

// scanner chooses the settings of a scan.
func scanner(rng *rand.Rand) scanned {
	dpi := []float64{100, 120, 150, 150, 200, 200, 200, 300}[rng.IntN(8)]
	mode := scanned{perMM: math.Min(dpi, fine*25.4) / 25.4}
	switch rng.IntN(20) {
	case 0, 1, 2, 3:
		mode = blackAndWhite(mode)
	case 4, 5, 6, 7, 8:
	default:
		mode.colour = true
	}
	return mode
}

// blackAndWhite is a mode with nothing between, which nobody scans coarsely.
func blackAndWhite(mode scanned) scanned {
	return scanned{perMM: max(mode.perMM, 150/25.4), bilevel: true}
}

// scan takes a picture of a canvas as offices do: at some resolution, softened,
// shaded, noisy, compressed, in colour, grey or black and white.
func scan(rng *rand.Rand, c *canvas, mode scanned) *raster.Image {
	w, h := int(float64(c.w)/fine*mode.perMM), int(float64(c.h)/fine*mode.perMM)
	if rng.IntN(3) == 0 {
		for k := range c.rgb {
			blur(c.rgb[k], c.w, c.h, 1)
		}
	}
	var plane [3][]float32
	for k := range plane {
		plane[k] = shrink(c.rgb[k], c.w, c.h, w, h)
	}
	shade(rng, plane, w, h)
	if mode.bilevel {
		return threshold(rng, plane, w, h)
	}
	im := image.NewRGBA(image.Rect(0, 0, w, h))
	noise := 0.02 * rng.Float64() * rng.Float64()
	if rng.IntN(8) == 0 {
		noise = 0.03 + 0.03*rng.Float64()
	}
	gain := 0.82 + 0.23*rng.Float64() // the white point may cut the pattern off
	gamma := 0.8 + 0.5*rng.Float64()
	steep := 1.0
	if !mode.colour && rng.IntN(4) == 0 { // a copy of a copy: next to black and white
		steep = 1.3 + 1.7*rng.Float64()
	}
	middle := 0.5 + 0.25*rng.Float64()
	var curve [1024]float64
	for i := range curve {
		v := math.Pow(float64(i)/1023, gamma) * gain
		curve[i] = min(1.05, max(0, middle+(v-middle)*steep))
	}
	for i := range w * h {
		var v [3]uint8
		n := noise * rng.NormFloat64()
		for k := range v {
			f := curve[int(1023*min(1, max(0, plane[k][i])))] + n
			v[k] = uint8(255 * min(1, max(0, f)))
		}
		if !mode.colour {
			y := uint8((299*int(v[0]) + 587*int(v[1]) + 114*int(v[2])) / 1000)
			v = [3]uint8{y, y, y}
		}
		im.SetRGBA(i%w, i/w, color.RGBA{v[0], v[1], v[2], 255})
	}
	var buf bytes.Buffer
	out := image.Image(im)
	if rng.IntN(6) > 0 {
		if err := jpeg.Encode(&buf, im, &jpeg.Options{Quality: 30 + rng.IntN(62)}); err == nil {
			if d, err := jpeg.Decode(&buf); err == nil {
				out = d
			}
		}
	}
	r := &raster.Image{W: w, H: h, Y: make([]uint8, w*h)}
	if mode.colour {
		r.Cb, r.Cr = make([]uint8, w*h), make([]uint8, w*h)
	}
	for i := range w * h {
		var cb, cr uint8
		switch o := out.(type) {
		case *image.YCbCr:
			c := o.COffset(i%w, i/w)
			r.Y[i], cb, cr = o.Y[o.YOffset(i%w, i/w)], o.Cb[c], o.Cr[c]
		default:
			p := im.Pix[4*i:]
			r.Y[i], cb, cr = color.RGBToYCbCr(p[0], p[1], p[2])
		}
		if mode.colour {
			r.Cb[i], r.Cr[i] = cb, cr
		}
	}
	return r
}

// shade lays light and shadow over the sheet, and a cast of colour.
func shade(rng *rand.Rand, plane [3][]float32, w, h int) {
	dark, a := 0.0, rng.Float64()*6
	if rng.IntN(3) == 0 {
		dark = 0.5 * rng.Float64()
	}
	low := 1 - 0.45*rng.Float64()*float64(rng.IntN(2)*rng.IntN(2))
	s, co := math.Sincos(a)
	var cast [3]float64
	for k := range cast {
		cast[k] = low * (1 - 0.1*rng.Float64()*rng.Float64())
	}
	for i := range w * h {
		u, v := float64(i%w)/float64(w)-0.5, float64(i/w)/float64(h)-0.5
		f := 1 - dark*min(1, max(0, 0.5+u*co+v*s))
		for k := range plane {
			plane[k][i] *= float32(f * cast[k])
		}
	}
}

// threshold makes a black and white picture, with the pepper and the broken or
// fat lines of such scans.
func threshold(rng *rand.Rand, plane [3][]float32, w, h int) *raster.Image {
	grey := make([]float32, w*h)
	for i := range grey {
		grey[i] = 0.299*plane[0][i] + 0.587*plane[1][i] + 0.114*plane[2][i]
	}
	mean := append([]float32(nil), grey...)
	blur(mean, w, h, 12)
	level, pepper, noise := float32(0.55+0.38*rng.Float64()), 0.0, 0.08*rng.Float64()
	if rng.IntN(3) == 0 {
		pepper = 0.004 * rng.Float64()
	}
	local := rng.IntN(3) > 0
	out := &raster.Image{W: w, H: h, Y: make([]uint8, w*h)}
	for i, g := range grey {
		limit := level
		if local {
			limit = mean[i] * (0.75 + 0.2*level)
		} else {
			limit *= mean[w*h/2]
		}
		if g+float32(noise*rng.NormFloat64()) >= limit && rng.Float64() >= pepper {
			out.Y[i] = 255
		}
	}
	if pepper > 0 { // some of it in grains
		for range int(pepper * float64(w*h) / 3) {
			i := rng.IntN(w*h - w - 1)
			out.Y[i], out.Y[i+1], out.Y[i+w] = 0, 0, 0
		}
	}
	return out
}

// span is the part of a row or column that one new pixel covers, and how much
// of its first and last pixel.
type span struct {
	from, to    int
	first, last float32
}

func spans(n, parts int) []span {
	f := float64(n) / float64(parts)
	out := make([]span, parts)
	for i := range out {
		a, b := float64(i)*f, math.Min(float64(i+1)*f, float64(n))
		out[i] = span{int(a), min(int(math.Ceil(b)), n), float32((1 - (a - math.Floor(a))) / f), float32((b - math.Ceil(b) + 1) / f)}
	}
	return out
}

// shrink averages over the area of each new pixel.
func shrink(v []float32, w, h, nw, nh int) []float32 {
	across, down := spans(w, nw), spans(h, nh)
	wide, tall := float32(nw)/float32(w), float32(nh)/float32(h)
	tmp := make([]float32, nw*h)
	for y := range h {
		src, dst := v[y*w:(y+1)*w], tmp[y*nw:(y+1)*nw]
		for x, s := range across {
			sum := src[s.from]*(s.first-wide) + src[s.to-1]*(s.last-wide)
			for _, p := range src[s.from:s.to] {
				sum += p * wide
			}
			dst[x] = sum
		}
	}
	out := make([]float32, nw*nh)
	for y, s := range down {
		dst := out[y*nw : (y+1)*nw]
		for j := s.from; j < s.to; j++ {
			k := tall
			if j == s.from {
				k += s.first - tall
			}
			if j == s.to-1 {
				k += s.last - tall
			}
			for x, p := range tmp[j*nw : (j+1)*nw] {
				dst[x] += p * k
			}
		}
	}
	return out
}
