package net_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
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
// takes every other one, and a layer that adds to its picture doubles it.
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
	assert.Equal(t, [net.Classes]float32{5 << 6, 0, 7, 0}, n.Scores(s))
}

// What the program that trained the networks answers to a picture is what this
// package does.
func TestScoresAsTrained(t *testing.T) {
	for _, name := range []string{"spouse", "official"} {
		n, err := open(filepath.Join("..", "..", name+".bin.gz"))
		require.NoError(t, err)
		text, err := os.ReadFile(filepath.Join("testdata", name+".json"))
		require.NoError(t, err)
		var want []float32
		require.NoError(t, json.Unmarshal(text, &want))
		s := n.NewScratch()
		paint(s.Pictures[0])
		got := n.Scores(s)
		assert.InDeltaSlice(t, want, got[:], 1e-3, name)
	}
}

// paint fills a picture, as the program that trained the networks did.
func paint(p *net.Picture) {
	for k := range p.Planes {
		for y := range p.H {
			row := p.Row(k, y)[1:]
			for x := range p.W {
				row[x] = float32((x*7+y*13+x*y/5+k*29)%131) / 100
			}
		}
	}
}

func open(path string) (*net.Net, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return net.Read(z)
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
	paint(s.Pictures[0])
	for b.Loop() {
		n.Scores(s)
	}
}
