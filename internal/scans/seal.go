package scans

import (
	"image/color"
	"math"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// seal stamps the round seal of an office about a point: rings, the text
// between them, a star or an emblem-like figure in the middle.
func (c *canvas) seal(at paper.Pt, o office) {
	r := c.in(16, 18.5)
	col := pick(c.source, color.RGBA{206, 30, 45, 255}, color.RGBA{214, 44, 60, 255}, color.RGBA{190, 24, 50, 255}, color.RGBA{196, 36, 84, 255})
	density, low := c.in(0.75, 0.92), c.in(0.35, 0.75)
	if c.faint {
		density, low = c.in(0.28, 0.5), c.in(0.05, 0.3)
	}
	patch, grain := clouds(c.Uint64()), clouds(c.Uint64())
	size := c.in(2.5, 5) * c.DPI / 25.4
	k := paper.Ink{Color: col, Density: density, Texture: func(x, y int) float64 {
		n := 0.65*patch.at(float64(x)/size, float64(y)/size) + 0.35*grain.at(float64(x)/2, float64(y)/2)
		return low + (1-low)*math.Min(1, math.Max(0, (n-0.25)/0.3))
	}}
	f := c.faces.Form
	spin := paper.Rotate(c.near(0, 8), at)
	var p paper.Path
	p = append(p, paper.Ring(at, r, c.in(0.6, 1))...)
	if c.odds(0.7) {
		p = append(p, paper.Ring(at, r-1.2, 0.3)...)
	}
	inner := r - c.in(5.2, 6.6)
	p = append(p, paper.Ring(at, inner, 0.35)...)
	above := strings.ToUpper(pick(c.source, "Ủy ban nhân dân "+o.name(), "U.B.N.D "+o.name(), "ỦY BAN NHÂN DÂN"))
	below := strings.ToUpper(pick(c.source, "T. "+o.province, "Tỉnh "+o.province, "H. "+o.commune+" - T. "+o.province))
	ring := r - 1.4 - (r-1.4-inner)*0.78
	fit := func(text string, share float64) float64 {
		_, adv := f.Outline(text, paper.Bold)
		return math.Min(3.3, share*2*math.Pi*ring/adv)
	}
	p = append(p, f.Around(above, paper.Bold, fit(above, 0.58), at, ring, 0, false).Apply(spin)...)
	p = append(p, f.Around(below, paper.Bold, fit(below, 0.3), at, r-1.4-(r-1.4-inner)*0.3, 0, true).Apply(spin)...)
	switch c.IntN(3) {
	case 0:
		p = append(p, paper.Star(at, r*0.34).Apply(spin)...)
	case 1: // an emblem: a star over sheaves and a wheel
		p = append(p, paper.Ring(at, inner*0.72, 0.5)...)
		p = append(p, paper.Star(paper.Pt{X: at.X, Y: at.Y - 1.4}, r*0.2).Apply(spin)...)
		for i := -6; i <= 6; i++ {
			s, co := math.Sincos(math.Pi/2 + float64(i)*0.32)
			d := inner * 0.72
			p = append(p, paper.Circle(paper.Pt{X: at.X + d*co, Y: at.Y + d*s}, 0.75).Apply(spin)...)
		}
		p = append(p, paper.Ring(paper.Pt{X: at.X, Y: at.Y + 3.2}, 1.6, 0.6).Apply(spin)...)
	default:
		for i, line := range []string{"ỦY BAN", "NHÂN DÂN", strings.ToUpper(o.commune)} {
			_, adv := f.Outline(line, paper.Bold)
			q, _ := f.At(line, paper.Bold, math.Min(3, 1.5*inner/adv), paper.Pt{X: at.X, Y: at.Y - 2.6 + 3.6*float64(i)}, paper.Centre)
			p = append(p, q.Apply(spin)...)
		}
	}
	c.Fill(p, k)
}

// affix stamps the seal of the official's place. A seal that bleeds reaches into
// the place of a spouse.
func (c *canvas) affix(o office, kind string, high bool) {
	defer c.apart("seal")()
	b := c.field["official"]
	c.field["seal"] = b
	c.truth.Case["seal"], c.truth.State["seal"] = kind, "present"
	at := paper.Pt{X: b.x + b.w*c.in(0.18, 0.42), Y: b.mid().Y + c.near(0, 2)}
	if high {
		at.Y = b.y + b.h*c.in(0.05, 0.4)
	}
	switch kind {
	case "none":
		c.truth.State["seal"] = "absent"
		return
	case "bleeds":
		at = c.towards(b)
	default:
		c.truth.Case["seal"] = "normal"
	}
	c.seal(at, o)
}

// towards returns a point between the official's place and the nearest of a
// spouse, or of the one that the case says.
func (c *canvas) towards(b rect) paper.Pt {
	from := b.mid()
	best, far := from, math.Inf(1)
	for _, key := range []string{"wife", "husband"} {
		s, ok := c.field[key]
		if !ok {
			continue
		}
		q := paper.Pt{X: math.Max(s.x, math.Min(s.x+s.w, from.X)), Y: math.Max(s.y, math.Min(s.y+s.h, from.Y))}
		d := math.Hypot(q.X-from.X, q.Y-from.Y)
		if c.truth.Case[key] == "bleed" {
			d = -1
		}
		if d < far {
			best, far = q, d
		}
	}
	d := math.Hypot(from.X-best.X, from.Y-best.Y)
	if d == 0 {
		return paper.Pt{X: from.X, Y: b.y}
	}
	k := c.in(3, 10) / d
	return paper.Pt{X: best.X + (from.X-best.X)*k, Y: best.Y + (from.Y-best.Y)*k}
}
