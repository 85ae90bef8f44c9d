package net

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The answers are those of the kernels themselves, where a band is one row and
// where it is several, some of them empty, and in room that was used before.
func TestAnswersByBands(t *testing.T) {
	for _, w := range []int{256, 32} {
		c, in := randomLayer(3, 5, 2), randomPicture(3, w, 16)
		out := NewPicture(5, w/2, 8)
		s := &Scratch{band: newBand([]*Picture{out})}
		newHalver(c).answer(in, out, s)
		assert.InDeltaSlice(t, direct(c, in).V, out.V, 1e-4)

		for y := range in.H {
			clear(in.Row(1, y))
			if y != 7 {
				clear(in.Row(2, y))
			}
		}
		newHalver(c).answer(in, out, s)
		assert.InDeltaSlice(t, direct(c, in).V, out.V, 1e-4)
	}
}
