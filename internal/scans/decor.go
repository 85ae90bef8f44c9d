package scans

import (
	"image/color"
	"math"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// waves prints the background of a pre-printed sheet: bands of waves.
func (c *canvas) waves(col color.RGBA) {
	step, high := c.in(2.2, 5.5), c.in(0.5, 1.4)
	period, shift := c.in(3, 9), c.in(0, 2)
	width, density := c.in(0.14, 0.3), c.in(0.35, 0.9)
	for row := 0; float64(row)*step < c.H-12; row++ {
		y := 6 + float64(row)*step
		var pts []paper.Pt
		for x := 6.0; x <= c.W-6; x += 1.4 {
			pts = append(pts, paper.Pt{X: x, Y: y + high*math.Sin(x/period+shift*float64(row)) + 0.3*high*math.Sin(x/1.9)})
		}
		c.Fill(paper.Line(width, pts...), paper.Ink{Color: col, Density: density})
	}
}

// wheel prints the large figure in the middle of a pre-printed sheet.
func (c *canvas) wheel(col color.RGBA) {
	at := paper.Pt{X: c.W / 2, Y: c.H * c.in(0.42, 0.58)}
	r := math.Min(c.W, c.H) * c.in(0.2, 0.34)
	k := paper.Ink{Color: col, Density: c.in(0.5, 0.95)}
	petals := 8 + c.IntN(20)
	a, b := c.in(0.3, 0.6), c.in(0.05, 0.2)
	for ring := range 1 + c.IntN(4) {
		var pts []paper.Pt
		for i := range 361 {
			t := float64(i) * math.Pi / 180
			s, co := math.Sincos(t)
			d := r * (1 - 0.12*float64(ring)) * (a + b*math.Cos(float64(petals)*t+float64(ring))) / (a + b)
			pts = append(pts, paper.Pt{X: at.X + d*co, Y: at.Y + d*s})
		}
		c.Fill(paper.Line(0.35, pts...), k)
	}
	c.Fill(paper.Ring(at, r*1.05, 0.5), k)
	c.Fill(paper.Ring(at, r*0.4, 0.4), k)
	if c.odds(0.5) {
		c.Fill(paper.Star(at, r*0.3), paper.Ink{Color: col, Density: 0.5})
	}
}

// border prints a frame: rules, or rules with ornaments between them.
func (c *canvas) border(col color.RGBA, style int) {
	k := paper.Ink{Color: col, Density: 0.92}
	in := c.in(4, 7)
	frame := func(d, w float64) { c.Fill(paper.Frame(d, d, c.W-2*d, c.H-2*d, w), k) }
	band := c.in(3, 6)
	frame(in, c.in(0.5, 1.2))
	frame(in+band, c.in(0.3, 0.6))
	var one func(at paper.Pt) paper.Path
	step := c.in(4, 8)
	switch style {
	case 0:
		return
	case 1: // discs
		one = func(at paper.Pt) paper.Path { return paper.Circle(at, band*0.22) }
	case 2: // lozenges
		one = func(at paper.Pt) paper.Path {
			var p paper.Path
			d := band * 0.3
			p.Polygon(paper.Pt{X: at.X - d, Y: at.Y}, paper.Pt{X: at.X, Y: at.Y - d}, paper.Pt{X: at.X + d, Y: at.Y}, paper.Pt{X: at.X, Y: at.Y + d})
			return p
		}
	default: // flowers
		one = func(at paper.Pt) paper.Path {
			var p paper.Path
			for i := range 4 {
				s, co := math.Sincos(float64(i)*math.Pi/2 + math.Pi/4)
				p = append(p, paper.Circle(paper.Pt{X: at.X + band*0.24*co, Y: at.Y + band*0.24*s}, band*0.16)...)
			}
			return p
		}
	}
	mid := in + band/2
	var p paper.Path
	run := func(from, to float64, at func(v float64) paper.Pt) {
		n := math.Round((to - from) / step)
		for i := 0.0; i <= n; i++ {
			p = append(p, one(at(from+(to-from)*i/n))...)
		}
	}
	run(mid, c.W-mid, func(v float64) paper.Pt { return paper.Pt{X: v, Y: mid} })
	run(mid, c.W-mid, func(v float64) paper.Pt { return paper.Pt{X: v, Y: c.H - mid} })
	c.Fill(p, paper.Ink{Color: col, Density: 0.7})
	for _, x := range []float64{mid, c.W - mid} { // the sides apart, so that no mask is as large as the page
		p = nil
		run(mid+step, c.H-mid-step, func(v float64) paper.Pt { return paper.Pt{X: x, Y: v} })
		c.Fill(p, paper.Ink{Color: col, Density: 0.7})
	}
}

// emblem prints a star in rings. It is not the national emblem.
func (c *canvas) emblem(at paper.Pt, r float64) {
	k := paper.Ink{Color: pick(c.source, color.RGBA{196, 22, 44, 255}, c.print), Density: 0.9}
	c.Fill(paper.Ring(at, r, 0.6), k)
	c.Fill(paper.Ring(at, r*0.84, 0.25), k)
	c.Fill(paper.Star(at, r*0.5), k)
}
