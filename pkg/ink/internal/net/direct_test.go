package net

import "math/rand/v2"

var rng = rand.New(rand.NewPCG(1, 2))

func randomLayer(in, out, stride int) *Conv {
	c := &Conv{In: in, Out: out, Stride: stride, Weights: make([]float32, out*in*9), Bias: make([]float32, out)}
	for _, part := range [][]float32{c.Weights, c.Bias} {
		for i := range part {
			part[i] = float32(rng.NormFloat64())
		}
	}
	return c
}

func randomPicture(planes, w, h int) *Picture {
	p := NewPicture(planes, w, h)
	for i := range planes {
		for y := range h {
			for x := range w {
				p.Row(i, y)[1+x] = float32(rng.NormFloat64())
			}
		}
	}
	return p
}

// direct is what a layer answers by its definition.
func direct(c *Conv, in *Picture) *Picture {
	out := NewPicture(c.Out, in.W/c.Stride, in.H/c.Stride)
	for o := range out.Planes {
		for y := range out.H {
			for x := range out.W {
				sum := c.Bias[o]
				if c.Adds {
					sum += in.Row(o, y)[1+x]
				}
				for i := range in.Planes {
					for v := range 3 {
						for u := range 3 {
							sum += c.Weights[(o*c.In+i)*9+v*3+u] * in.Row(i, y*c.Stride+v-1)[x*c.Stride+u]
						}
					}
				}
				out.Row(o, y)[1+x] = max(sum, 0)
			}
		}
	}
	return out
}
