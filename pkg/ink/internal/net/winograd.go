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

func newTiled(c *Conv) tiled {
	l := tiled{make([]float32, points*c.In*c.Out), c.Bias, c.Adds}
	next := c.In * c.Out // point
	for at := range next {
		i, o := at/c.Out, at%c.Out
		k := (*[9]float32)(c.Weights[(o*c.In+i)*9:])
		var half [3][spread]float32
		for x := range half {
			h := &half[x]
			h[0], h[1], h[2], h[3], h[4], h[5] = kernelPoints(k[x], k[3+x], k[6+x])
		}
		for u := range spread {
			to := l.kernels[at+u*spread*next:]
			to[0], to[next], to[2*next], to[3*next], to[4*next], to[5*next] = kernelPoints(half[0][u], half[1][u], half[2][u])
		}
	}
	return l
}

// kernelPoints is the transform of three weights in a row.
func kernelPoints(a, b, c float32) (float32, float32, float32, float32, float32, float32) {
	even, odd := (a+c)/6, b/6
	wide, far := a/24+c/6, b/12
	return a / 4, -even - odd, -even + odd, wide + far, wide - far, c
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
type room struct {
	in, out []float32
	seen    [][2]int // tiles of each plane from the first to behind the last that is not empty
}

// newRoom returns room for layers that take and give pictures of which none is larger
// than the largest of these, and each side is a multiple of four pixels.
func newRoom(pictures []*Picture) *room {
	planes, n := 0, 0
	for _, p := range pictures {
		planes, n = max(planes, p.Planes), max(n, points*p.Planes*(p.W/tile)*(p.H/tile))
	}
	return &room{make([]float32, n), make([]float32, n), make([][2]int, planes)}
}

// answer may be given one picture for both by a layer that adds.
func (l tiled) answer(in, out *Picture, s *Scratch) {
	r := s.room
	n := in.W / tile * (in.H / tile)
	for i := range in.Planes {
		r.spread(in, i, n)
	}
	clear(r.out[:points*out.Planes*n])
	for p := range points {
		to := r.out[p*out.Planes*n:][:out.Planes*n]
		for i, seen := range r.seen[:in.Planes] {
			at := p*in.Planes + i
			outer(to[seen[0]*out.Planes:], r.in[at*n:][seen[0]:seen[1]], l.kernels[at*out.Planes:][:out.Planes])
		}
	}
	for t := range n {
		l.gather(in, out, r, t, n)
	}
}

// spread transforms a plane. Half of the tiles are empty: most kernels answer to
// little.
func (r *room) spread(in *Picture, plane, n int) {
	across := in.W / tile
	next := in.Planes * n // point
	first, behind := n, n
	for t := range n {
		x, y := t%across*tile, t/across*tile
		var half [spread][spread]float32
		empty := true
		for v := range half {
			d, h := (*[spread]float32)(in.Row(plane, y+v-1)[x:]), &half[v]
			if *d == [spread]float32{} {
				continue
			}
			empty = false
			h[0], h[1], h[2], h[3], h[4], h[5] = inputPoints(d[0], d[1], d[2], d[3], d[4], d[5])
		}
		if !empty {
			first, behind = min(first, t), t+1
		}
		for u := range spread {
			to := r.in[plane*n+t+u*next:]
			to[0], to[6*next], to[12*next], to[18*next], to[24*next], to[30*next] = inputPoints(half[0][u], half[1][u], half[2][u], half[3][u], half[4][u], half[5][u])
		}
	}
	r.seen[plane] = [2]int{first, behind}
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
