package net

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// By tiles the answers are those of the kernels themselves, up to rounding, at the
// picture's rim, too; a layer that adds to its picture may do so in place.
func TestAnswersByTiles(t *testing.T) {
	c, in := randomLayer(3, 2, 1), randomPicture(3, 16, 8)
	out := NewPicture(2, 16, 8)
	s := &Scratch{room: newRoom([]*Picture{in, out})}
	newTiled(c).answer(in, out, s)
	assert.InDeltaSlice(t, direct(c, in).V, out.V, 1e-4)

	c = randomLayer(3, 3, 1)
	c.Adds = true
	want := direct(c, in)
	newTiled(c).answer(in, in, s)
	assert.InDeltaSlice(t, want.V, in.V, 1e-4)
}
