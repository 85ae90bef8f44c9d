package net

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// By tiles the answers are those of the kernels themselves, up to rounding, at the
// picture's rim, too.
func TestAnswersByTiles(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	c := Conv{In: 3, Out: 2, Stride: 1, Weights: make([]float32, 2*3*9), Bias: make([]float32, 2)}
	for i := range c.Weights {
		c.Weights[i] = float32(rng.NormFloat64())
	}
	in, out := NewPicture(3, 16, 8), NewPicture(2, 16, 8)
	for i := range in.Planes {
		for y := range in.H {
			for x := range in.W {
				in.Row(i, y)[1+x] = float32(rng.NormFloat64())
			}
		}
	}
	transform(&c).answer(in, out, newRoom(3, 16, 8))
	for o := range out.Planes {
		for y := range out.H {
			for x := range out.W {
				var want float32
				for i := range in.Planes {
					for v := range 3 {
						for u := range 3 {
							want += c.Weights[(o*3+i)*9+v*3+u] * in.Row(i, y+v-1)[x+u]
						}
					}
				}
				assert.InDelta(t, want, out.Row(o, y)[1+x], 1e-4)
			}
		}
	}
}
