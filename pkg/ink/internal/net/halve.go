package net

import "slices"

// halver is a layer that halves the picture, as it is evaluated.
type halver struct {
	taps []float32 // weights by input plane, row, column and output plane
	bias []float32
}

func newHalver(c *Conv) halver {
	l := halver{make([]float32, len(c.Weights)), c.Bias}
	for o := range c.Out {
		for at := range c.In * 9 {
			l.taps[at*c.Out+o] = c.Weights[o*c.In*9+at]
		}
	}
	return l
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

func (l halver) answer(in, out *Picture, s *Scratch) {
	b := s.band
	rows := bandRows(out.W)
	n := rows * out.W
	sums := b.sums[:out.Planes*n]
	for y := 0; y < out.H; y += rows {
		clear(sums)
		taps := l.taps
		for i := range in.Planes {
			for v := range 3 {
				any := b.see(in, i, 2*y+v-1, out.W, rows)
				for u := range b.seen {
					if any {
						outer(sums, taps[:out.Planes], b.seen[u][:n])
					}
					taps = taps[out.Planes:]
				}
			}
		}
		for o, bias := range l.bias {
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
