package ground_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/internal/ground"
)

func TestPercentiles(t *testing.T) {
	plane := make([]uint8, 10*4) // tiles of 4: two whole ones and half a one
	for i := range plane {
		plane[i] = uint8(10 * (i / 10)) // 0, 10, 20, 30 by row
	}
	got := ground.Percentiles(plane, 10, 4, 4, 75)
	assert.Equal(t, &ground.Tiles{Side: 4, NX: 3, NY: 1, V: []int32{20, 20, 20}}, got)
}

// What is multiplied in place of divisions comes out as they do, whatever the sides
// of tiles and the brightness of paper and pixels.
func TestContrast(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, side := range []int{1, 3, 8, 37, 700} {
		for range 20 {
			tiles := &ground.Tiles{Side: side, NX: 3, NY: 2, V: make([]int32, 6)}
			for i := range tiles.V {
				tiles.V[i] = rng.Int32N(256)
			}
			row, out := make([]uint8, 3*side), make([]uint8, 3*side)
			for i := range row {
				row[i] = uint8(rng.UintN(256))
			}
			y := rng.IntN(2 * side)
			tiles.Contrast(y, row, out)
			for x, got := range out {
				require.EqualValues(t, divided(tiles, x, y, row[x]), got, "side %d, x %d, y %d", side, x, y)
			}
		}
	}
}

// divided is the contrast of one pixel by its definition.
func divided(t *ground.Tiles, x, y int, pixel uint8) int {
	at := func(i, n int) (int, int, int) {
		f := max(0, 2*i+1-t.Side)
		k := min(f/(2*t.Side), n-1)
		return k, min(k+1, n-1), f - k*2*t.Side
	}
	span := 2 * t.Side
	x0, x1, wx := at(x, t.NX)
	y0, y1, wy := at(y, t.NY)
	column := func(x int) int { return (int(t.V[y0*t.NX+x])*(span-wy) + int(t.V[y1*t.NX+x])*wy) / span }
	paper := (column(x0)*(span-wx) + column(x1)*wx) / span
	return min(255, max(0, paper-int(pixel))*255/max(paper, 40))
}
