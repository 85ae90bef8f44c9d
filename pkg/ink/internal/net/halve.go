package net

import "slices"

// taps are the weights of a layer that halves the picture: by input plane, row,
// column and output plane.
type taps []float32

// newTaps lays out weights by output plane, input plane, row and column.
func newTaps(c *Conv) taps {
	out := make(taps, len(c.Weights))
	for o := range c.Out {
		for at := range c.In * 9 {
			out[at*c.Out+o] = c.Weights[o*c.In*9+at]
		}
	}
	return out
}

// band is room for what is answered at once: rows of so many pixels together that
// vectors are long, and few enough that all sums stay in the nearest cache.
type band struct {
	sums []float32    // by output plane and pixel
	seen [3][]float32 // the pixels under each column of the kernels
}

// bandRows is the rows of a band of a picture so wide.
func bandRows(w int) int { return max(1, 64/w) }

// newBand returns room for layers with these answers.
func newBand(outs []*Picture) *band {
	var b band
	for _, out := range outs {
		n := bandRows(out.W) * out.W
		b.sums = append(b.sums, make([]float32, max(0, out.Planes*n-len(b.sums)))...)
		for u := range b.seen {
			b.seen[u] = append(b.seen[u], make([]float32, max(0, n-len(b.seen[u])))...)
		}
	}
	return &b
}

// halve fills out with the kernels' answers to every other pixel of in, those
// below zero cut off.
func (k taps) halve(bias []float32, in, out *Picture, b *band) {
	rows := bandRows(out.W)
	n := rows * out.W
	sums := b.sums[:out.Planes*n]
	for y := 0; y < out.H; y += rows {
		clear(sums)
		rest := k
		for i := range in.Planes {
			for v := range 3 {
				any := b.see(in, i, 2*y+v-1, out.W, rows)
				for u := range b.seen {
					if any {
						outer(sums, rest[:out.Planes], b.seen[u][:n])
					}
					rest = rest[out.Planes:]
				}
			}
		}
		for o, bias := range bias {
			for r := range rows {
				row := out.Row(o, y+r)[1 : out.W+1]
				for x, sum := range sums[o*n+r*out.W:][:len(row)] {
					row[x] = max(sum+bias, 0)
				}
			}
		}
	}
}

// see sorts the pixels of every other row of a plane by the column of a kernel that
// they are under, and says whether there is any but zeros: much of a view is empty.
func (b *band) see(in *Picture, plane, y, w, rows int) bool {
	any := false
	for r := range rows {
		row := in.Row(plane, y+2*r)
		left, middle, right := b.seen[0][r*w:][:w], b.seen[1][r*w:][:w], b.seen[2][r*w:][:w]
		if !slices.ContainsFunc(row, func(v float32) bool { return v != 0 }) {
			clear(left)
			clear(middle)
			clear(right)
			continue
		}
		any = true
		row = row[:2*w+1]
		for x := range left {
			left[x], middle[x], right[x] = row[2*x], row[2*x+1], row[2*x+2]
		}
	}
	return any
}
