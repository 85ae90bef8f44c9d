package net

// Layers of 3x3 kernels that do not halve the picture are evaluated by tiles of
// four by four answers with a quarter of the multiplications: F(4x4, 3x3) of
// Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2015.
const (
	tile   = 4
	spread = tile + 2 // pixels that a tile's answers depend on, each way
	points = spread * spread
)

// kernels are the weights of such a layer, transformed: by point, output plane
// and input plane.
type kernels []float32

// transform transforms weights by output plane, input plane, row and column.
func transform(c *Conv) kernels {
	out := make(kernels, points*c.Out*c.In)
	for at := range c.Out * c.In {
		k := c.Weights[at*9 : at*9+9]
		var half [spread][3]float32
		for x := range 3 {
			column := kernelPoints(k[x], k[3+x], k[6+x])
			for u := range spread {
				half[u][x] = column[u]
			}
		}
		for u := range spread {
			for v, g := range kernelPoints(half[u][0], half[u][1], half[u][2]) {
				out[(u*spread+v)*c.Out*c.In+at] = g
			}
		}
	}
	return out
}

// kernelPoints is the transform of three weights in a row.
func kernelPoints(a, b, c float32) [spread]float32 {
	even, odd := (a+c)/6, b/6
	wide, far := a/24+c/6, b/12
	return [spread]float32{a / 4, -even - odd, -even + odd, wide + far, wide - far, c}
}

// inputPoints is the transform of six pixels in a row.
func inputPoints(d [spread]float32) [spread]float32 {
	p, q := d[4]-4*d[2], d[3]-4*d[1]
	r, s := d[4]-d[2], 2*(d[3]-d[1])
	return [spread]float32{4*d[0] - 5*d[2] + d[4], p + q, p - q, r + s, r - s, 4*d[1] - 5*d[3] + d[5]}
}

// answers takes the transform of four answers in a row back.
func answers(m [spread]float32) [tile]float32 {
	p, q := m[1]+m[2], m[1]-m[2]
	r, s := m[3]+m[4], m[3]-m[4]
	return [tile]float32{m[0] + p + r, q + 2*s, p + 4*r, q + 8*s + m[5]}
}

// room holds the transforms of a picture and of the answers to it.
type room struct{ in, out []float32 }

// newRoom returns room for layers of so many planes of w by h pixels, each a
// multiple of four.
func newRoom(planes, w, h int) *room {
	n := points * planes * (w / tile) * (h / tile)
	return &room{make([]float32, n), make([]float32, n)}
}

// answer fills out with the kernels' answers to in, without their bias.
func (k kernels) answer(in, out *Picture, r *room) {
	n := in.W / tile * (in.H / tile)
	for i := range in.Planes {
		for t := range n {
			r.spread(in, i, t, n)
		}
	}
	for p := range points {
		product(r.out[p*out.Planes*n:][:out.Planes*n], k[p*out.Planes*in.Planes:][:out.Planes*in.Planes], r.in[p*in.Planes*n:][:in.Planes*n], n)
	}
	for o := range out.Planes {
		for t := range n {
			r.gather(out, o, t, n)
		}
	}
}

// spread transforms a tile of a plane.
func (r *room) spread(in *Picture, plane, t, n int) {
	x, y := t%(in.W/tile)*tile, t/(in.W/tile)*tile
	var half [spread][spread]float32
	for v := range half {
		half[v] = inputPoints([spread]float32(in.Row(plane, y+v-1)[x:]))
	}
	at := plane*n + t
	for u := range spread {
		for v, d := range inputPoints([spread]float32{half[0][u], half[1][u], half[2][u], half[3][u], half[4][u], half[5][u]}) {
			r.in[(v*spread+u)*in.Planes*n+at] = d
		}
	}
}

// gather takes the answers of a tile to a plane back.
func (r *room) gather(out *Picture, plane, t, n int) {
	x, y := t%(out.W/tile)*tile, t/(out.W/tile)*tile
	at := plane*n + t
	var half [spread][tile]float32
	for v := range half {
		var m [spread]float32
		for u := range m {
			m[u] = r.out[(v*spread+u)*out.Planes*n+at]
		}
		half[v] = answers(m)
	}
	for u := range tile {
		for v, a := range answers([spread]float32{half[0][u], half[1][u], half[2][u], half[3][u], half[4][u], half[5][u]}) {
			out.Row(plane, y+v)[1+x+u] = a
		}
	}
}

// product multiplies a matrix of weights, a row for each output plane, by one of
// n columns, a multiple of eight.
func product(out, weights, in []float32, n int) {
	planes := len(in) / n
	for o := range len(out) / n {
		row := weights[o*planes:][:planes]
		for t := 0; t < n; t += 8 {
			var a, b, c, d, e, f, g, h float32
			rest := in[t:]
			for _, w := range row {
				v := (*[8]float32)(rest)
				a += w * v[0]
				b += w * v[1]
				c += w * v[2]
				d += w * v[3]
				e += w * v[4]
				f += w * v[5]
				g += w * v[6]
				h += w * v[7]
				rest = rest[min(n, len(rest)):]
			}
			*(*[8]float32)(out[o*n+t:]) = [8]float32{a, b, c, d, e, f, g, h}
		}
	}
}
