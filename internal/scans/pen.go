package scans

import (
	"image/color"
	"math"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/ink"
	"github.com/tthclint/tthclint/internal/sample/paper"
)

// penInk returns the colour of a pen: most are blue.
func (r source) penInk() color.RGBA {
	base := pick(r, color.RGBA{28, 52, 150, 255}, color.RGBA{40, 62, 176, 255}, color.RGBA{24, 40, 112, 255},
		color.RGBA{34, 32, 36, 255}, color.RGBA{48, 46, 52, 255}, color.RGBA{74, 44, 140, 255}, color.RGBA{52, 44, 156, 255})
	shake := func(v uint8) uint8 { return uint8(math.Max(0, math.Min(255, r.near(float64(v), 7)))) }
	return color.RGBA{shake(base.R), shake(base.G), shake(base.B), 255}
}

// pen is how somebody's pen writes.
type pen struct {
	col      color.RGBA
	density  float64
	width    float64 // mm, of a drawn signature
	pressure float64 // how far the density drifts along the line
}

func (r source) pen() pen {
	return pen{col: r.penInk(), density: r.in(0.75, 0.95), width: r.in(0.3, 0.65), pressure: r.in(0.05, 0.35)}
}

// texture lets the ink come and go.
func (p pen) texture(seed uint64) func(x, y int) float64 {
	n := clouds(seed)
	return func(x, y int) float64 { return 1 - p.pressure*n.at(float64(x)/9, float64(y)/9) }
}

// sign writes a signature no larger than w by h mm about a point. With
// share < 1 only its beginning is written. It returns the name of the crop, or
// nothing for a drawn one.
func (c *canvas) sign(at paper.Pt, w, h, share float64, p pen) string {
	turn := c.near(0, 5)
	if len(c.ink) > 0 && c.odds(0.55) {
		k := pick(c.source, c.ink...)
		if share < 1 {
			k = k.part(share)
		}
		c.stamp(k, at, w, h, turn, p)
		return k.Name
	}
	if share == 1 && c.faces.Hand != c.faces.Form && c.odds(0.2) {
		c.flourish(at, w, h, turn, p)
		return ""
	}
	if c.odds(0.5) {
		c.strokes(ink.Signature(c.Uint64()), at, w, h, turn, p)
	} else {
		c.strokes(c.scrawl(share < 1), at, w, h, turn, p)
	}
	return ""
}

// stamp lays a signature from paper down.
func (c *canvas) stamp(k Crop, at paper.Pt, w, h, turn float64, p pen) {
	if r := float64(k.W) / float64(k.H); w/h > r {
		w = h * r
	} else {
		h = w / r
	}
	px := c.DPI / 25.4
	k = k.sized(int(w*px), int(h*px))
	inverse := c.Pixels().Inverse()
	spin := paper.Rotate(-turn, at)
	come := p.texture(c.Uint64())
	gain := c.in(0.9, 1.5)
	k0 := float64(k.W) / w
	box := paper.Rect(at.X-w/2-1, at.Y-h/2-1, w+2, h+2).Apply(paper.Rotate(turn, at))
	c.Fill(box, paper.Ink{Color: p.col, Density: p.density, Texture: func(x, y int) float64 {
		q := spin.Apply(inverse.Apply(paper.Pt{X: float64(x) + 0.5, Y: float64(y) + 0.5}))
		a := k.at((q.X-at.X+w/2)*k0, (q.Y-at.Y+h/2)*k0)
		return math.Min(1, a*gain) * come(x, y)
	}})
}

// strokes draws a signature out of pen strokes.
func (c *canvas) strokes(list []ink.Stroke, at paper.Pt, w, h, turn float64, p pen) {
	min, max := paper.Pt{X: math.Inf(1), Y: math.Inf(1)}, paper.Pt{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, s := range list {
		for _, d := range s {
			min = paper.Pt{X: math.Min(min.X, d.X), Y: math.Min(min.Y, d.Y)}
			max = paper.Pt{X: math.Max(max.X, d.X), Y: math.Max(max.Y, d.Y)}
		}
	}
	k := math.Min(w/math.Max(1e-6, max.X-min.X), h/math.Max(1e-6, max.Y-min.Y))
	mid := paper.Pt{X: (min.X + max.X) / 2, Y: (min.Y + max.Y) / 2}
	var out paper.Path
	for _, s := range list {
		var last paper.Pt
		for i, d := range s {
			q := paper.Pt{X: at.X + (d.X-mid.X)*k, Y: at.Y + (d.Y-mid.Y)*k}
			r := math.Max(0.16, p.width*d.W/0.034/2)
			out = append(out, paper.Circle(q, math.Min(r, 0.45))...)
			if i > 0 {
				out = append(out, paper.Line(2*math.Min(r, 0.45), last, q)...)
			}
			last = q
		}
	}
	c.Fill(out.Apply(paper.Rotate(turn, at)), paper.Ink{Color: p.col, Density: p.density, Texture: p.texture(c.Uint64())})
}

// scrawl is a signature of one to three goes of loops along a line, of drifting
// height, slant and pitch, with a flourish now and then; short for initials.
func (c *canvas) scrawl(short bool) []ink.Stroke {
	goes := 1 + c.IntN(3)
	width := c.in(1.6, 3.2)
	if short {
		goes, width = 1, c.in(0.5, 1)
	}
	left := 0.0
	var out []ink.Stroke
	for g := range goes {
		part := width / float64(goes) * c.in(0.8, 1.2)
		loops := 1.5 + c.Float64()*4*part
		slant := c.near(0.25, 0.3)
		p1, p2, p3 := c.in(0, 6), c.in(0, 6), c.in(0, 6)
		high := c.in(0.35, 0.6)
		if g == 0 {
			high *= 1.5
		}
		loopy := c.in(0.3, 1.6)
		var s ink.Stroke
		for i := range 181 {
			t := float64(i) / 180
			phase := 2 * math.Pi * loops * t
			amp := high * (0.55 + 0.45*math.Sin(3.1*t*2*math.Pi+p1)) * (1 - 0.5*t)
			dy := amp * math.Sin(phase+p2+0.6*math.Sin(0.37*phase+p3))
			dx := part*t + loopy*part/loops/3*math.Cos(phase+p2)
			s = append(s, ink.Dot{X: left + dx - slant*dy, Y: dy + 0.15*math.Sin(2*t+p3), W: 0.034 * (0.8 + 0.35*math.Sin(phase+p1))})
		}
		out = append(out, s)
		left += part * c.in(0.8, 1)
	}
	if c.odds(0.35) {
		y, bend := c.in(0.3, 0.8), c.near(0, 0.2)
		var s ink.Stroke
		for i := range 30 {
			t := float64(i) / 29
			s = append(s, ink.Dot{X: t*left*1.1 - 0.1, Y: y + bend*math.Sin(math.Pi*t), W: 0.034 * (1.1 - 0.6*t)})
		}
		out = append(out, s)
	}
	return out
}

// slip is a stroke that is no signature: short and slightly bent.
func (c *canvas) slip(at paper.Pt, length float64, p pen) {
	a, bend := c.near(0, 0.7), c.near(0, 1.3)
	pts := []paper.Pt{at}
	for range 20 {
		at = paper.Pt{X: at.X + length/20*math.Cos(a), Y: at.Y + length/20*math.Sin(a)}
		a += bend / 20
		pts = append(pts, at)
	}
	c.Fill(paper.Line(p.width, pts...), paper.Ink{Color: p.col, Density: p.density})
}

// cross marks where to sign: an x, a tick, a v or an arrow, of half-width r.
func (c *canvas) cross(at paper.Pt, r float64, p pen) {
	j := func() float64 { return c.near(0, 0.15*r) }
	pt := func(x, y float64) paper.Pt { return paper.Pt{X: at.X + x*r + j(), Y: at.Y + y*r + j()} }
	line := func(pts ...paper.Pt) {
		c.Fill(paper.Line(p.width, pts...), paper.Ink{Color: p.col, Density: p.density})
	}
	switch c.IntN(8) {
	case 0:
		line(pt(-1, 0), pt(-0.4, 1), pt(1, -1))
	case 1:
		line(pt(-1, -1), pt(0, 0.9), pt(1, -1))
	case 2:
		line(pt(-1.6, 0), pt(1.6, 0))
		line(pt(0.8, -0.7), pt(1.6, 0), pt(0.8, 0.7))
	default:
		line(pt(-1, -1), pt(0.1, 0), pt(1, 1))
		line(pt(1, -1), pt(0, 0.1), pt(-1, 1))
	}
}

// flourish signs with a given name written in haste: slanted, ever smaller, bent,
// and underlined in one sweep.
func (c *canvas) flourish(at paper.Pt, w, h, turn float64, p pen) {
	words := strings.Fields(c.person(c.odds(0.5)).name)
	out, _ := c.faces.Hand.Outline(words[len(words)-1], paper.Regular)
	min, max := out.Bounds()
	wide, high := max.X-min.X, max.Y-min.Y
	slant, shrink := c.in(0.05, 0.6), c.in(0, 0.5)
	wave, phase, pitch := c.in(0, 0.1), c.in(0, 6), c.in(3, 9)
	long := c.in(0.8, 1.7)
	out = out.Map(func(q paper.Pt) paper.Pt {
		t := (q.X - min.X) / wide
		y := (q.Y - max.Y) * (1 - shrink*t)
		return paper.Pt{X: (q.X-min.X)*long - slant*y + 0.06*math.Sin(pitch*t+phase), Y: y + wave*high*math.Sin(pitch*t+2*phase)}
	})
	y, back, bend := c.in(0.05, 0.25)*high, c.in(0.2, 1), c.near(0, 0.12)
	var sweep []paper.Pt
	for i := range 40 {
		t := float64(i) / 39
		sweep = append(sweep, paper.Pt{X: wide * long * (1.15 - (0.15+back)*t), Y: y + high*bend*math.Sin(3*t) - high*0.25*math.Max(0, 0.2-t)*5})
	}
	lo, hi := append(out, paper.Line(0.01, sweep...)...).Bounds()
	k := math.Min(w/(hi.X-lo.X), h/(hi.Y-lo.Y))
	place := paper.Shift(-(lo.X+hi.X)/2, -(lo.Y+hi.Y)/2).Then(paper.Scale(k, k)).Then(paper.Shift(at.X, at.Y)).Then(paper.Rotate(turn, at))
	ink := paper.Ink{Color: p.col, Density: p.density, Texture: p.texture(c.Uint64())}
	c.Fill(out.Apply(place), ink)
	c.Fill(paper.Line(p.width/k, sweep...).Apply(place), ink)
}
