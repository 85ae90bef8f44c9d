package scans

import (
	"image/color"
	"math"
	"math/cmplx"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

const ridgeStep = 0.1 // mm of a sample of the ridge texture

// ridges is the texture of a fingertip: above 0 on a ridge, below between.
type ridges struct {
	n    int // samples a side
	v    []float32
	side float64 // mm
}

// newRidges grows ridges out of noise by filtering it again and again along an
// orientation field, the way ridges grow: minutiae come by themselves. The
// field is the zero-pole model of Sherlock and Monro: half the sum of the
// angles about cores less those about deltas.
func newRidges(r source) ridges {
	side := 26.0
	n := int(side / ridgeStep)
	field := make([]float64, n*n)
	var cores, deltas []complex128
	switch r.IntN(5) {
	case 0: // arch
	case 1, 2: // loop, either way
		s := pick(r, -1.0, 1.0)
		cores = []complex128{complex(r.near(0, 0.8), r.near(-1.5, 1))}
		deltas = []complex128{complex(s*r.in(4, 7), r.in(6, 9))}
	default: // whorl
		x, y := r.near(0, 0.8), r.near(-1, 1)
		cores = []complex128{complex(x, y-r.in(0.4, 1.6)), complex(x+r.near(0, 0.4), y+r.in(0.4, 1.6))}
		deltas = []complex128{complex(-r.in(5, 7), r.in(6, 9)), complex(r.in(5, 7), r.in(6, 9))}
	}
	bend := clouds(r.Uint64())
	arch := r.in(0.5, 1.1)
	for y := range n {
		for x := range n {
			u, v := (float64(x)-float64(n)/2)*ridgeStep, (float64(y)-float64(n)/2)*ridgeStep
			z := complex(u, v)
			a := 0.0
			for _, p := range cores {
				a += cmplx.Phase(z-p) / 2
			}
			for _, p := range deltas {
				a -= cmplx.Phase(z-p) / 2
			}
			if len(cores) == 0 {
				a = arch * math.Sin(u/4) * math.Exp(-v*v/90)
			}
			field[y*n+x] = a + 0.35*(bend.at(u/5, v/5)-0.5)
		}
	}
	out := ridges{n: n, side: side, v: make([]float32, n*n)}
	for i := range out.v {
		out.v[i] = float32(r.NormFloat64())
	}
	bank := newFilters(r.in(0.43, 0.56) / ridgeStep)
	for range 5 {
		out.v = bank.apply(out.v, field, n)
	}
	return out
}

const (
	turns  = 24 // orientations of a filter bank
	reach  = 5  // samples a filter reaches
	across = 2*reach + 1
)

// filters is a bank of Gabor filters of one pitch.
type filters [turns][across * across]float32

func newFilters(pitch float64) *filters {
	var bank filters
	for t := range bank {
		sin, cos := math.Sincos(math.Pi * float64(t) / turns)
		sum := 0.0
		for y := -reach; y <= reach; y++ {
			for x := -reach; x <= reach; x++ {
				along, over := float64(x)*cos+float64(y)*sin, float64(y)*cos-float64(x)*sin
				g := math.Exp(-(along*along/(2*2.6*2.6) + over*over/(2*2*2)))
				v := g * math.Cos(2*math.Pi*over/pitch)
				bank[t][(y+reach)*across+x+reach] = float32(v)
				sum += v
			}
		}
		for i := range bank[t] {
			bank[t][i] -= float32(sum / (across * across))
		}
	}
	return &bank
}

func (b *filters) apply(in []float32, field []float64, n int) []float32 {
	out := make([]float32, len(in))
	for y := reach; y < n-reach; y++ {
		for x := reach; x < n-reach; x++ {
			t := int(math.Round(field[y*n+x]/math.Pi*turns)) % turns
			if t < 0 {
				t += turns
			}
			var sum float32
			for v := range across {
				row := in[(y+v-reach)*n+x-reach : (y+v-reach)*n+x-reach+across]
				k := b[t][v*across : v*across+across]
				for u := range row {
					sum += row[u] * k[u]
				}
			}
			out[y*n+x] = float32(math.Tanh(float64(sum) * 0.6))
		}
	}
	return out
}

// at returns the texture at a place in mm from the middle.
func (g ridges) at(x, y float64) float64 {
	u, v := x/ridgeStep+float64(g.n)/2, y/ridgeStep+float64(g.n)/2
	ix, iy := int(u), int(v)
	if ix < 0 || iy < 0 || ix+1 >= g.n || iy+1 >= g.n {
		return -1
	}
	u, v = u-float64(ix), v-float64(iy)
	a := float64(g.v[iy*g.n+ix])*(1-u) + float64(g.v[iy*g.n+ix+1])*u
	b := float64(g.v[(iy+1)*g.n+ix])*(1-u) + float64(g.v[(iy+1)*g.n+ix+1])*u
	return a*(1-v) + b*v
}

// press puts a fingerprint (điểm chỉ) about a point. Some are nearly solid, some
// faint, some only a part of the fingertip.
func (c *canvas) press(at paper.Pt, room float64) {
	g := newRidges(c.source)
	rx := c.in(6.5, 9.5)
	ry := math.Min(rx*c.in(1.2, 1.45), room/2)
	rx = math.Min(rx, ry)
	col := pick(c.source, color.RGBA{196, 34, 52, 255}, color.RGBA{176, 26, 62, 255}, color.RGBA{206, 44, 60, 255}, // the pad of the seal
		color.RGBA{44, 40, 132, 255}, color.RGBA{70, 44, 130, 255}, color.RGBA{36, 34, 40, 255})
	load := c.in(-0.5, 0.75) // how much ink the finger carries
	if c.odds(0.12) {
		load = c.in(0.8, 1.3) // blotted
	}
	density := c.in(0.6, 0.95)
	if c.odds(0.12) {
		density = c.in(0.28, 0.45)
	}
	rim, patch, grain := clouds(c.Uint64()), clouds(c.Uint64()), clouds(c.Uint64())
	// Pressure falls off from a middle that need not be the finger's.
	lean := paper.Pt{X: c.near(0, rx*0.25), Y: c.near(0, ry*0.25)}
	cut := 9.0
	if c.odds(0.25) {
		cut = c.in(0.1, 0.8) // one side did not touch
	}
	side := c.in(0, 2*math.Pi)
	turn := c.near(0, 16)
	smear := 0.0
	if c.odds(0.15) {
		smear = c.in(0.2, 0.8)
	}
	inverse, spin := c.Pixels().Inverse(), paper.Rotate(-turn, at)
	value := func(x, y float64) float64 {
		u, v := x/rx, y/ry
		d := math.Sqrt(u*u+v*v) + 0.22*(rim.at(x/3, y/3)-0.5)
		touch := rise(1.04, 0.84, d) * rise(cut+0.2, cut-0.1, u*math.Cos(side)+v*math.Sin(side))
		if touch <= 0 {
			return 0
		}
		lx, ly := (x-lean.X)/rx, (y-lean.Y)/ry
		force := load + 0.5 - 0.75*(lx*lx+ly*ly) + 1.5*(patch.at(x/3.6, y/3.6)-0.5)
		ridge := g.at(x, y) + 0.7*(grain.at(x/0.28, y/0.28)-0.5)
		return touch * rise(-0.25, 0.5, ridge+force) * math.Max(0.35, math.Min(1, 0.75+0.4*force))
	}
	c.Fill(paper.Circle(at, ry+1.2), paper.Ink{Color: col, Density: density, Texture: func(x, y int) float64 {
		sum := 0.0
		for i := range 4 { // four samples a pixel
			q := spin.Apply(inverse.Apply(paper.Pt{X: float64(x) + 0.25 + 0.5*float64(i%2), Y: float64(y) + 0.25 + 0.5*float64(i/2)}))
			u, v := q.X-at.X, q.Y-at.Y
			if smear > 0 {
				sum += (value(u, v) + value(u+smear/2, v+smear/4) + value(u+smear, v+smear/2)) / 3
			} else {
				sum += value(u, v)
			}
		}
		return sum / 4
	}})
}
