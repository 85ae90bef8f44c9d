package net

// Layers of 3x3 kernels that do not halve the picture are evaluated by tiles of
// four by four answers with a quarter of the multiplications: F(4x4, 3x3) of
// Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2015.
const (
	tile   = 4
	spread = tile + 2 // pixels that a tile's answers depend on, each way
	points = spread * spread
)

// tiled is such a layer, as it is evaluated.
type tiled struct {
	kernels []float32 // weights, transformed: by point, input plane and output plane
	bias    []float32
	adds    bool // its answers to the picture that it is given
}

func newTiled(c *Conv, adds bool) tiled {
	l := tiled{make([]float32, points*c.In*c.Out), c.Bias, adds}
	for at := range c.In * c.Out {
		i, o := at/c.Out, at%c.Out
		k := c.Weights[(o*c.In+i)*9:][:9]
		var half [spread][3]float32
		for x := range 3 {
			column := kernelPoints(k[x], k[3+x], k[6+x])
			for u := range spread {
				half[u][x] = column[u]
			}
		}
		for u := range spread {
			for v, g := range kernelPoints(half[u][0], half[u][1], half[u][2]) {
				l.kernels[(u*spread+v)*c.In*c.Out+at] = g
			}
		}
	}
	return l
}

// kernelPoints is the transform of three weights in a row.
func kernelPoints(a, b, c float32) [spread]float32 {
	even, odd := (a+c)/6, b/6
	wide, far := a/24+c/6, b/12
	return [spread]float32{a / 4, -even - odd, -even + odd, wide + far, wide - far, c}
}

// inputPoints is the transform of six pixels in a row.
func inputPoints(a, b, c, d, e, f float32) (float32, float32, float32, float32, float32, float32) {
	p, q := e-4*c, d-4*b
	r, s := e-c, 2*(d-b)
	return 4*a - 5*c + e, p + q, p - q, r + s, r - s, 4*b - 5*d + f
}

// answers takes the transform of four answers in a row back.
func answers(a, b, c, d, e, f float32) (float32, float32, float32, float32) {
	p, q := b+c, b-c
	r, s := d+e, d-e
	return a + p + r, q + 2*s, p + 4*r, q + 8*s + f
}

// room holds the transforms of a picture, by point, plane and tile, and of the
// answers to it, by point, tile and plane.
type room struct{ in, out []float32 }

// newRoom returns room for layers of so many planes of w by h pixels, each a
// multiple of four.
func newRoom(planes, w, h int) *room {
	n := points * planes * (w / tile) * (h / tile)
	return &room{make([]float32, n), make([]float32, n)}
}

// answer may be given one picture for both by a layer that adds.
func (l tiled) answer(in, out *Picture, s *Scratch) {
	r := s.room
	n := in.W / tile * (in.H / tile)
	for i := range in.Planes {
		for y := range in.H / tile {
			r.spread(in, i, y, n)
		}
	}
	clear(r.out)
	for p := range points {
		to := r.out[p*out.Planes*n:][:out.Planes*n]
		for i := range in.Planes {
			at := p*in.Planes + i
			outer(to, r.in[at*n:][:n], l.kernels[at*out.Planes:][:out.Planes])
		}
	}
	for t := range n {
		l.gather(in, out, r, t, n)
	}
}

// spread transforms a row of tiles of a plane.
func (r *room) spread(in *Picture, plane, y, n int) {
	var rows [spread][]float32
	for v := range rows {
		rows[v] = in.Row(plane, y*tile+v-1)
	}
	across := in.W / tile
	next := in.Planes * n // point
	at := plane*n + y*across
	for t := range across {
		var half [spread][spread]float32
		x := t * tile
		for v, row := range rows {
			d := (*[spread]float32)(row[x:])
			h := &half[v]
			h[0], h[1], h[2], h[3], h[4], h[5] = inputPoints(d[0], d[1], d[2], d[3], d[4], d[5])
		}
		for u := range spread {
			to := r.in[at+t+u*next:]
			to[0], to[6*next], to[12*next], to[18*next], to[24*next], to[30*next] = inputPoints(half[0][u], half[1][u], half[2][u], half[3][u], half[4][u], half[5][u])
		}
	}
}

// gather takes the answers of a tile back.
func (l tiled) gather(in, out *Picture, r *room, t, n int) {
	across := out.W / tile
	x, y := t%across*tile, t/across*tile
	next := out.Planes * n // point
	for o, bias := range l.bias {
		var half [tile][spread]float32
		for u := range spread {
			from := r.out[t*out.Planes+o+u*next:]
			half[0][u], half[1][u], half[2][u], half[3][u] = answers(from[0], from[6*next], from[12*next], from[18*next], from[24*next], from[30*next])
		}
		for v := range half {
			h := &half[v]
			a, b, c, d := answers(h[0], h[1], h[2], h[3], h[4], h[5])
			if l.adds {
				g := (*[tile]float32)(in.Row(o, y+v)[1+x:])
				a, b, c, d = a+g[0], b+g[1], c+g[2], d+g[3]
			}
			*(*[tile]float32)(out.Row(o, y+v)[1+x:]) = [tile]float32{max(a+bias, 0), max(b+bias, 0), max(c+bias, 0), max(d+bias, 0)}
		}
	}
}
