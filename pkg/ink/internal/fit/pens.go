package main

import (
	"image"
	"image/draw"
	_ "image/png" // the crops
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// crop is a signature cut from paper, by whom.
type crop struct {
	im     *image.Alpha
	writer string
}

func loadCrops(dir string) ([]crop, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var out []crop
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		im, _, err := image.Decode(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		b := im.Bounds()
		grey := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
		draw.Draw(grey, grey.Rect, im, b.Min, draw.Src)
		a := image.NewAlpha(grey.Rect)
		for i, g := range grey.Pix {
			a.Pix[i] = 255 - g
		}
		base := strings.TrimSuffix(filepath.Base(name), ".png")
		out = append(out, crop{a, base[:strings.LastIndexByte(base, '-')]})
	}
	return out, nil
}

// part returns a part of a crop that begins at a share of its width, as of who
// signs with the first letters, or the last ones.
func (k crop) part(from, share float64) *image.Alpha {
	wide := float64(k.im.Rect.Dx())
	x := int(from * wide)
	return k.im.SubImage(image.Rect(x, 0, min(k.im.Rect.Dx(), x+max(4, int(share*wide))), k.im.Rect.Dy())).(*image.Alpha)
}

// tilt is a random map of a signature on the paper: turned, slanted, bent.
func tilt(rng *rand.Rand, x, y, w float64) func(u, v float64) (float64, float64) {
	sin, cos := math.Sincos(0.1 * rng.NormFloat64())
	slant := 0.25 * rng.NormFloat64()
	wave := func(size float64) func(at float64) float64 {
		size, phase := size*w*rng.NormFloat64(), 6*rng.Float64()
		return func(at float64) float64 { return size * math.Sin(at/w+phase) }
	}
	bend, ripple, pace, bulge := wave(0.02), wave(0.008), wave(0.02), wave(0.015)
	return func(u, v float64) (float64, float64) {
		v += bend(4*u) + ripple(11*u)
		u += pace(6*u) + bulge(9*v)
		u -= slant * v
		return x + u*cos - v*sin, y + u*sin + v*cos
	}
}

// cursive writes a signature of joined letters: arches, loops and cusps of
// uneven height on a drifting line, begun by a large letter and ended, now and
// then, by a flourish. It is w by about h mm, its middle at x, y.
func cursive(rng *rand.Rand, c *canvas, x, y, w, h, pen float64) {
	place := tilt(rng, x, y, w)
	put := func(pts []point) {
		for i := range pts {
			pts[i].x, pts[i].y = place(pts[i].x, pts[i].y)
		}
		c.stroke(pts, 1)
	}
	u := -w / 2
	goes := 1 + rng.IntN(3)
	letters := max(2, int(w/h*(0.8+1.6*rng.Float64())))
	if w < 9 {
		letters = 3 + rng.IntN(3)
	}
	step := w / float64(letters) * 0.9
	drift := 0.06 * rng.NormFloat64()
	var pts []point
	add := func(du, dv float64) { pts = append(pts, point{u + du, dv + drift*u, pen * (0.7 + 0.5*rng.Float64())}) }
	for i := range letters {
		tall := h * (0.2 + 0.35*rng.Float64())
		if i == 0 || rng.IntN(5) == 0 {
			tall = h * (0.7 + 0.4*rng.Float64())
		}
		down := 0.0
		if rng.IntN(6) == 0 {
			down = h * (0.3 + 0.4*rng.Float64())
		}
		j := func() float64 { return 0.12 * step * rng.NormFloat64() }
		base := h*0.2 + 0.05*h*rng.NormFloat64()
		switch rng.IntN(5) {
		case 0: // arch
			add(0+j(), base)
			add(0.15*step+j(), base-tall*0.9)
			add(0.45*step+j(), base-tall)
			add(0.75*step+j(), base-tall*0.5)
			add(0.8*step+j(), base+down)
		case 1: // loop
			add(0+j(), base)
			add(0.6*step+j(), base-tall*0.6)
			add(0.5*step+j(), base-tall)
			add(0.2*step+j(), base-tall*0.7)
			add(0.4*step+j(), base+down)
			add(0.8*step+j(), base-0.1*tall)
		case 2: // cusp
			add(0+j(), base-0.2*tall)
			add(0.4*step+j(), base-tall)
			add(0.5*step+j(), base+down)
			add(0.9*step+j(), base-0.3*tall)
		case 3: // round letter
			for k := range 8 {
				s, co := math.Sincos(float64(k) * 2 * math.Pi / 7)
				add(0.4*step+0.4*step*co+j(), base-tall/2-tall/2*s)
			}
		case 4: // tail below the line
			add(0+j(), base-tall*0.5)
			add(0.4*step+j(), base-tall*0.8)
			add(0.5*step+j(), base+0.5*h*rng.Float64())
			add(0.1*step+j(), base+0.4*h*rng.Float64())
			add(0.9*step+j(), base-0.2*tall)
		}
		u += step
		if goes > 1 && rng.IntN(letters) < goes-1 { // the pen is lifted
			put(smooth(pts))
			pts = nil
			u += step * 0.3
		}
	}
	if rng.IntN(3) == 0 { // a flourish back under the name
		u = w / 2
		add(0.1*w*rng.Float64(), 0)
		add(-0.1*w, h*(0.3+0.3*rng.Float64()))
		add(-w*(0.5+0.5*rng.Float64()), h*(0.4+0.3*rng.Float64()))
		if rng.IntN(2) == 0 {
			add(0, h*(0.2+0.3*rng.Float64()))
		}
	}
	put(smooth(pts))
	for range rng.IntN(3) { // accents and points
		d := 0.5 + 1.5*rng.Float64()
		a, b := (rng.Float64()-0.5)*w, -h*(0.4+0.3*rng.Float64())
		put([]point{{a, b, pen}, {a + d, b + 0.5*d*rng.NormFloat64(), pen}})
	}
}

// smooth lays a Catmull-Rom spline through points.
func smooth(p []point) []point {
	var out []point
	for i := 0; i+1 < len(p); i++ {
		a, b, c, d := p[max(0, i-1)], p[i], p[i+1], p[min(len(p)-1, i+2)]
		for k := range 10 {
			t := float64(k) / 10
			f := func(a, b, c, d float64) float64 {
				return 0.5 * (2*b + (c-a)*t + (2*a-5*b+4*c-d)*t*t + (3*b-a-3*c+d)*t*t*t)
			}
			out = append(out, point{f(a.x, b.x, c.x, d.x), f(a.y, b.y, c.y, d.y), b.w + t*(c.w-b.w)})
		}
	}
	if len(p) > 0 {
		out = append(out, p[len(p)-1])
	}
	return out
}

// stray is a slip of the pen: a short line, straight, bent or hooked.
func stray(rng *rand.Rand, c *canvas, x, y, length, pen float64) {
	a, bend := 0.7*rng.NormFloat64(), 1.2*rng.NormFloat64()
	hook := -1
	if rng.IntN(3) == 0 {
		hook = 8 + rng.IntN(20)
	}
	var pts []point
	for i := range 31 {
		pts = append(pts, point{x, y, pen})
		x += length / 30 * math.Cos(a)
		y += length / 30 * math.Sin(a)
		a += bend / 30
		if i == hook {
			a += 2 + rng.Float64()
		}
	}
	c.stroke(pts, 1)
}

// cross is the mark for where to sign: a cross, a tick, a circle or an arrow.
func cross(rng *rand.Rand, c *canvas, x, y, r, pen float64) {
	j := func() float64 { return 0.15 * r * rng.NormFloat64() }
	var pts []point
	switch rng.IntN(8) {
	case 0: // tick
		c.stroke([]point{{x - r, y + j(), pen}, {x - 0.4*r, y + r, pen}, {x + r + j(), y - r + j(), pen}}, 1)
	case 1: // circle
		for k := range 28 {
			s, co := math.Sincos(float64(k) / 26 * 2 * math.Pi)
			pts = append(pts, point{x + r*co*1.2, y + r*s + 0.3*j(), pen})
		}
		c.stroke(pts, 1)
	case 2: // arrow
		c.stroke([]point{{x - 2*r, y + j(), pen}, {x + r, y + j(), pen}}, 1)
		c.stroke([]point{{x + 0.3*r, y - 0.5*r, pen}, {x + r, y, pen}, {x + 0.3*r, y + 0.5*r + j(), pen}}, 1)
	default:
		c.stroke([]point{{x - r + j(), y - r + j(), pen}, {x + r + j(), y + r + j(), pen}}, 1)
		c.stroke([]point{{x + r + j(), y - r + j(), pen}, {x - r + j(), y + r + j(), pen}}, 1)
	}
}

// fingertip presses an inked finger on the paper: an oval of near-parallel
// ridges bent round a core, blotted here and worn there.
func fingertip(rng *rand.Rand, c *canvas, x, y float64) {
	rx, ry := 5+3*rng.Float64(), 7+4*rng.Float64()
	sin, cos := math.Sincos(0.3 * rng.NormFloat64())
	pitch := 0.40 + 0.18*rng.Float64()
	coreX, coreY := rx*0.35*rng.NormFloat64(), ry*(0.4*rng.Float64()-0.1)
	p1, p2, p3 := rng.Float64()*6, rng.Float64()*6, rng.Float64()*6
	worn, blot := 0.75*rng.Float64(), rng.Float64()
	if rng.IntN(5) == 0 {
		blot = 1.6 // next to solid
	}
	depth := 0.3 + 0.7*rng.Float64() // of the valleys between the ridges
	cutAt := ry * (0.2 + 1.2*rng.Float64())
	const step = 0.1
	for v := -ry; v < ry; v += step {
		for u := -rx; u < rx; u += step {
			e := u*u/rx/rx + v*v/ry/ry
			if e > 1-0.12*math.Sin(2.3*u+p1)*math.Sin(1.9*v+p2) || v > cutAt {
				continue
			}
			d := math.Hypot((u-coreX)*1.3, v-coreY) + 0.5*math.Sin(0.5*u+p1) + 0.4*math.Sin(0.4*v+p2)
			ridge := 0.5 + 0.5*math.Sin(2*math.Pi*d/pitch)
			patch := 0.5 + 0.5*math.Sin(0.55*u+p2)*math.Cos(0.45*v+p3) + 0.3*math.Sin(1.3*u-0.8*v+p1)
			a := max(1-depth+depth*ridge, blot*patch*0.9)
			if ridge < 0.4 {
				a = max(a*(1-depth), blot*patch*0.9)
			}
			if patch < worn*0.7 {
				a *= 0.15
			}
			a *= min(1, 3*(1-e)+0.4)
			if a > 0.12 {
				c.dot(x+u*cos-v*sin, y+u*sin+v*cos, 0.07, min(1, a))
			}
		}
	}
}
