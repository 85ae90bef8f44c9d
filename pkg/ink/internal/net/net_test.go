package net_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

func random(seed uint64) *net.Net {
	rng := rand.New(rand.NewPCG(seed, 1))
	n := net.New()
	for _, part := range n.Parts() {
		for i := range part {
			part[i] = float32(rng.NormFloat64() * 0.2)
		}
	}
	return n
}

// A kernel with one weight in its middle picks the pixel itself; the stride
// takes every other one.
func TestScoresOfOneKernel(t *testing.T) {
	n := net.New()
	for _, c := range n.Convs {
		c.Weights[4] = 1
	}
	n.Weights[0] = 1 // the greatest answer of the first kernel
	n.Bias[2] = 7
	s := n.NewScratch()
	s.Pictures[0].Row(0, 16)[1+32] = 5
	s.Pictures[0].Row(0, 17)[1+32] = 9 // an odd row, seen by no kernel's middle
	assert.Equal(t, [net.Classes]float32{5, 0, 7}, n.Scores(s))
}

func TestFile(t *testing.T) {
	n := random(3)
	var b bytes.Buffer
	require.NoError(t, n.Write(&b))
	m, err := net.Read(bytes.NewReader(b.Bytes()))
	require.NoError(t, err)
	for k, part := range n.Parts() {
		assert.InDeltaSlice(t, part, m.Parts()[k], 1e-4)
	}
	_, err = net.Read(bytes.NewReader(b.Bytes()[:b.Len()-1]))
	assert.ErrorIs(t, err, net.ErrFormat)
	_, err = net.Read(bytes.NewReader([]byte("something else")))
	assert.ErrorIs(t, err, net.ErrFormat)
}

func BenchmarkScores(b *testing.B) {
	n := random(4)
	s := n.NewScratch()
	for b.Loop() {
		n.Scores(s)
	}
}
