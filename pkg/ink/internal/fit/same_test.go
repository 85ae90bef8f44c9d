package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ink"
)

// A signature pasted twice is told from two people's, who here write one of the
// same two names.
func TestCopiesAndOthers(t *testing.T) {
	root := os.Getenv("TTHCLINT_CORPUS")
	if root == "" {
		t.Skip("TTHCLINT_CORPUS is not set: no signatures to compare")
	}
	crops, err := loadCrops(filepath.Join(root, "scans", "signatures", "cross-media"))
	require.NoError(t, err)
	shape := func(c crop, w float64, page, box uint64) ink.Shape {
		rng := rand.New(rand.NewPCG(page, box))
		s := &scene{rng: rng, mode: scanner(rand.New(rand.NewPCG(page, 0)))}
		s.place(70, 30, roomOf(false))
		s.c = paper(rng, s.w, s.h)
		x, y := s.somewhere()
		w *= 0.95 + 0.1*rng.Float64()
		h := w * float64(c.im.Rect.Dy()) / float64(c.im.Rect.Dx())
		s.c.stamp(c.im, w, h, func(u, v float64) (float64, float64) { return x + u, y + v }, 1)
		s.c.press(black, 0.9)
		return ink.Measure(s.cut()).Shape
	}
	const pairs = 40
	copies, alarms, others := 0, 0, 0
	for i := range uint64(pairs) {
		rng := rand.New(rand.NewPCG(i, 3))
		a, b := crops[rng.IntN(len(crops))], crops[rng.IntN(len(crops))]
		w := 16 + 22*rng.Float64()
		first := shape(a, w, i, 1)
		if ink.Same(first, shape(a, w, i, 2)) >= ink.SameFrom {
			copies++
		}
		if a.writer != b.writer {
			others++
			if ink.Same(first, shape(b, w, i, 2)) >= ink.SameFrom {
				alarms++
			}
		}
	}
	t.Logf("%d of %d copies found, %d of %d pairs of two people taken for copies", copies, pairs, alarms, others)
	assert.Zero(t, alarms)
	assert.GreaterOrEqual(t, copies, pairs*6/10)
}
