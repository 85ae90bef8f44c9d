package scans

import (
	"hash/fnv"
	"image/color"
	"io"
	"math"
	"slices"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// place is where somebody signs.
type place struct {
	field   string
	box     rect    // the space, with the name under the signature
	caption rect    // what the form prints above or below it
	out     float64 // -1 or 1: the side on which nothing else stands
	name    string
}

// mark draws what a case says into a place and records the truth.
func (c *canvas) mark(p place, kind string) {
	if kind == "" {
		kind = "normal"
	}
	defer c.apart(p.field)()
	c.field[p.field] = p.box
	c.truth.Case[p.field] = kind
	c.truth.State[p.field] = "present"
	if slices.Contains(unsigned, kind) {
		c.truth.State[p.field] = "absent"
		c.leave(p, kind)
		return
	}
	c.signIn(p, kind)
}

// apart draws what follows with chance of its own until the function it returns
// is called, so that the rest of a page is the same whatever stands there.
func (c *canvas) apart(what string) func() {
	whole := c.source
	h := fnv.New64a()
	io.WriteString(h, what)
	c.source = newSource(c.seed, h.Sum64())
	return func() { c.source = whole }
}

// typedName prints a name under the place of a signature.
func (c *canvas) typedName(p place) {
	style := pick(c.source, paper.Bold, paper.Bold, paper.Regular)
	c.signedName(p, false)
	c.write(c.faces.Value, style, c.em, p.box.mid().X+c.near(0, 2), p.nameLine(), paper.Centre, c.print, p.name)
}

func (p place) nameLine() float64 { return p.box.y + p.box.h - 1.6 }

func (c *canvas) handName(p place, k pen) {
	c.signedName(p, true)
	size := c.em * c.faces.handSize * c.in(0.95, 1.25)
	if _, w := c.faces.Hand.Outline(p.name, paper.Regular); w*size > p.box.w*0.95 {
		size = p.box.w * 0.95 / w
	}
	at := paper.Pt{X: p.box.mid().X + c.near(0, 3), Y: p.nameLine() + c.near(-0.5, 0.7)}
	q, _ := c.faces.Hand.At(p.name, paper.Regular, size, at, paper.Centre)
	c.Fill(q.Apply(paper.Rotate(c.near(0, 1.5), at)), paper.Ink{Color: k.col, Density: k.density, Texture: k.texture(c.Uint64())})
}

func (c *canvas) signIn(p place, kind string) {
	k := c.pen()
	b := p.box
	name := kind == "name_typed" || kind == "on_typed_name" || kind == "name_hand"
	free := b.h
	if name || (p.field == "official" && kind != "normal") {
		free -= c.em * 1.2
	}
	w, h := math.Min(c.in(20, 42), b.w*0.85), math.Min(c.in(9, 20), free*0.95)
	at := paper.Pt{X: b.mid().X + c.near(0, b.w*0.09), Y: b.y + free*c.in(0.42, 0.58)}
	share := 1.0
	switch kind {
	case "name_typed", "on_typed_name":
		c.typedName(p)
		if kind == "on_typed_name" {
			at.Y = p.nameLine() - c.in(-0.5, 3)
		}
	case "name_hand":
		c.handName(p, k)
	case "outside":
		d := c.in(0.35, 0.6)
		if p.out != 0 && c.odds(0.6) {
			at.X = b.mid().X + p.out*(b.w/2-w/2+w*d)
		} else {
			at.Y = b.y + b.h*pick(c.source, 0.0, 1.0)
		}
	case "over_caption":
		// From the caption into the place, as a hand that needs more room writes.
		if p.caption.y < b.y {
			at.Y = p.caption.y + p.caption.h + h*c.in(-0.15, 0.2)
		} else {
			at.Y = p.caption.y + h*c.in(-0.2, 0.15)
		}
	case "tiny":
		w, h = c.in(6, 11), c.in(3, 6)
	case "initials":
		w, h, share = c.in(5, 11), c.in(6, 11), 0.36
	case "faint":
		k.density = c.in(0.24, 0.42)
	case "fingerprint":
		c.truth.State[p.field] = "fingerprint"
		switch c.IntN(4) {
		case 0:
			c.typedName(p)
		case 1, 2:
			c.handName(p, k)
		}
		c.press(paper.Pt{X: at.X, Y: b.y + free*0.45}, b.h*1.05)
		return
	case "two_in_one":
		if c.odds(0.3) {
			c.press(paper.Pt{X: at.X + b.w*0.2, Y: at.Y}, b.h)
		} else {
			c.sign(paper.Pt{X: at.X + b.w*0.22, Y: at.Y + c.near(0, 2)}, w*0.6, h, 1, c.pen())
		}
		at.X -= b.w * 0.22
		w *= 0.6
	}
	if p.field != "official" && !name && kind != "normal" && kind != "two_in_one" && c.odds(0.4) {
		c.typedName(p)
	}
	if p.field == "official" && (kind != "normal" && kind != "name_typed" && kind != "on_typed_name") && c.odds(0.9) {
		c.typedName(p)
	}
	if who := c.sign(at, w, h, share, k); who != "" {
		c.truth.Writer[p.field] = who
	}
}

// leave draws what stands in a place that nobody signed.
func (c *canvas) leave(p place, kind string) {
	k := c.pen()
	b := p.box
	spot := func() paper.Pt {
		return paper.Pt{X: b.x + b.w*c.in(0.2, 0.8), Y: b.y + b.h*c.in(0.15, 0.8)}
	}
	switch kind {
	case "typed_name":
		c.typedName(p)
	case "hand_name":
		c.handName(p, k)
	case "typed_and_stray":
		c.typedName(p)
		c.slip(spot(), c.in(3, 14), k)
	case "stray":
		for range 1 + c.IntN(2) {
			c.slip(spot(), c.in(2, 15), k)
		}
	case "pencil_x":
		if c.odds(0.6) {
			k.col, k.density = color.RGBA{90, 90, 94, 255}, c.in(0.45, 0.8)
		}
		c.cross(spot(), c.in(1.4, 3.5), k)
	case "dirt":
		c.dirt(b)
	case "dotted":
		y := b.y + b.h*c.in(0.4, 0.85)
		for range 1 + c.IntN(3) {
			c.dotted(b.x+b.w*0.1, b.x+b.w*0.9, y)
			y -= c.em * 1.5
		}
	case "ruled":
		y := b.y + b.h*c.in(0.4, 0.9)
		for range 1 + c.IntN(2) {
			c.rule(b.x+b.w*0.1, y, b.x+b.w*0.9, y+c.near(0, 0.2), 0.25, c.print)
			y -= c.em * 1.6
		}
	case "fold":
		y := b.y + b.h*c.in(0.3, 0.7)
		c.fold(paper.Pt{X: 0, Y: y + c.near(0, 1)}, paper.Pt{X: c.W, Y: y + c.near(0, 1)})
	case "showthrough":
		c.through(p)
	}
}

// through draws the faint mirror image of a signature on the other side.
func (c *canvas) through(p place) {
	b := p.box
	w, h := math.Min(c.in(22, 40), b.w*0.8), math.Min(c.in(9, 18), b.h*0.85)
	at := paper.Pt{X: b.mid().X + c.near(0, b.w*0.1), Y: b.mid().Y}
	k := pen{col: color.RGBA{70, 70, 90, 255}, density: c.in(0.07, 0.16), width: 0.9, pressure: 0.2}
	if len(c.ink) > 0 && c.odds(0.7) {
		c.stamp(pick(c.source, c.ink...).mirrored(), at, w, h, c.near(0, 5), k)
		return
	}
	c.strokes(c.scrawl(false), at, w, h, c.near(0, 5), k)
}

// mirrored returns the crop seen from behind, softened by the paper.
func (k Crop) mirrored() Crop {
	out := Crop{Name: k.Name, W: k.W, H: k.H, Ink: make([]uint8, len(k.Ink)), Writer: k.Writer}
	const soft = 4
	for y := range k.H {
		for x := range k.W {
			sum, n := 0, 0
			for v := max(0, y-soft); v <= min(k.H-1, y+soft); v += 2 {
				for u := max(0, x-soft); u <= min(k.W-1, x+soft); u += 2 {
					sum += int(k.Ink[v*k.W+u])
					n++
				}
			}
			out.Ink[y*k.W+k.W-1-x] = uint8(sum / n)
		}
	}
	return out
}

// dirt scatters specks and blots.
func (c *canvas) dirt(b rect) {
	col := color.RGBA{uint8(c.in(60, 120)), uint8(c.in(55, 100)), uint8(c.in(45, 90)), 255}
	for range 3 + c.IntN(8) {
		at := paper.Pt{X: b.x + b.w*c.in(0.1, 0.9), Y: b.y + b.h*c.in(0.1, 0.9)}
		n := 1 + c.IntN(4)
		for range n {
			c.Fill(paper.Circle(paper.Pt{X: at.X + c.near(0, 0.7), Y: at.Y + c.near(0, 0.7)}, c.in(0.1, 0.55)),
				paper.Ink{Color: col, Density: c.in(0.3, 0.85)})
		}
	}
	if c.odds(0.25) { // a drop
		at := paper.Pt{X: b.x + b.w*c.in(0.2, 0.8), Y: b.y + b.h*c.in(0.2, 0.8)}
		r := c.in(2, 6)
		c.Fill(paper.Circle(at, r), paper.Ink{Color: color.RGBA{190, 160, 110, 255}, Density: c.in(0.1, 0.3)})
		c.Fill(paper.Ring(at, r, 0.4), paper.Ink{Color: color.RGBA{150, 120, 80, 255}, Density: c.in(0.15, 0.4)})
	}
}

// fold draws the shadow of a crease.
func (c *canvas) fold(a, b paper.Pt) {
	deep := c.in(0.05, 0.3)
	for _, w := range []float64{3, 1.6, 0.8, 0.35} {
		c.Fill(paper.Line(w, a, b), paper.Ink{Color: color.RGBA{110, 108, 112, 255}, Density: deep})
	}
}
