package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

func noise(rng *rand.Rand) ink.Window {
	w := ink.Window{Clean: make([]uint8, net.W*net.H), All: make([]uint8, net.W*net.H)}
	for i := range w.Clean {
		w.Clean[i], w.All[i] = uint8(rng.IntN(120)), uint8(rng.IntN(120))
	}
	return w
}

// The gradients of the trainer are those of the loss: moving a weight a little
// changes the loss as they say.
func TestGradient(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	n := net.New()
	for _, part := range n.Parts() {
		for i := range part {
			part[i] = float32(rng.NormFloat64() * 0.2)
		}
	}
	b := lesson{windows: []ink.Window{noise(rng)}, class: 1, weight: 1}
	loss := func() float64 { return newLearner(n).learn(n, b, rand.New(rand.NewPCG(8, 8))) }
	l := newLearner(n)
	l.learn(n, b, rand.New(rand.NewPCG(8, 8)))
	for k, part := range n.Parts() {
		var off, size float64
		for range 12 {
			i := rng.IntN(len(part))
			const h = 4e-4
			was := part[i]
			part[i] = was + h
			up := loss()
			part[i] = was - h
			down := loss()
			part[i] = was
			want := (up - down) / (2 * h)
			got := float64(l.grad.Parts()[k][i])
			off += (want - got) * (want - got)
			size += want * want
		}
		assert.Less(t, math.Sqrt(off), 0.25*math.Sqrt(size)+1e-3, "part %d", k)
	}
}
