package scans

import (
	"math"
	"math/rand/v2"
)

// source is a source of chance with the questions that drawing asks.
type source struct{ *rand.Rand }

func newSource(seed, stream uint64) source { return source{rand.New(rand.NewPCG(seed, stream))} }

// in returns a number from a to b.
func (r source) in(a, b float64) float64 { return a + (b-a)*r.Float64() }

// odds reports true with a probability.
func (r source) odds(p float64) bool { return r.Float64() < p }

// near returns a number about v, normally distributed but no farther than 2 by.
func (r source) near(v, by float64) float64 {
	return v + by*math.Max(-2, math.Min(2, r.NormFloat64()))
}

func pick[T any](r source, list ...T) T { return list[r.IntN(len(list))] }

// weighted returns one of the keys, each as often as its weight says.
func weighted(r source, list []choice) string {
	sum := 0.0
	for _, c := range list {
		sum += c.weight
	}
	at := r.Float64() * sum
	for _, c := range list {
		if at -= c.weight; at < 0 {
			return c.name
		}
	}
	return list[len(list)-1].name
}

type choice struct {
	name   string
	weight float64
}

// clouds is smooth noise from 0 to 1 whose features are about a unit large.
type clouds uint64

func (c clouds) at(x, y float64) float64 {
	fx, fy := math.Floor(x), math.Floor(y)
	ix, iy := int64(fx), int64(fy)
	u, v := ease(x-fx), ease(y-fy)
	top := c.lattice(ix, iy)*(1-u) + c.lattice(ix+1, iy)*u
	low := c.lattice(ix, iy+1)*(1-u) + c.lattice(ix+1, iy+1)*u
	return top*(1-v) + low*v
}

func (c clouds) lattice(x, y int64) float64 {
	h := uint64(c)*0x9E3779B97F4A7C15 ^ uint64(x)*0xC2B2AE3D27D4EB4F ^ uint64(y)*0x165667B19E3779F9
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	h *= 0x94D049BB133111EB
	h ^= h >> 29
	return float64(h>>11) / (1 << 53)
}

func ease(t float64) float64 { return t * t * (3 - 2*t) }

// rise goes smoothly from 0 at a to 1 at b.
func rise(a, b, v float64) float64 { return ease(math.Max(0, math.Min(1, (v-a)/(b-a)))) }
