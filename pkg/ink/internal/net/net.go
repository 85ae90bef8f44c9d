// Package net evaluates a small convolutional network: layers of 3x3 kernels,
// some of which halve the picture, the greatest and the mean answer of each
// kernel over the picture, and a linear layer.
package net

// Size of the input: planes of so many pixels.
const (
	Planes = 4
	W      = 256
	H      = 128
	// Classes are the answers: none, signature, fingerprint, and whether there
	// is a seal, which stands for itself.
	Classes = 4
)

// Conv is a layer of 3x3 kernels over a picture with an empty rim.
type Conv struct {
	In, Out int
	Stride  int
	// Weights are by output plane, input plane, row and column; Bias is by
	// output plane.
	Weights, Bias []float32
}

// Net is a network; its zero value is of no use.
type Net struct {
	Convs []Conv
	// Weights of the last layer by class and input, which are the greatest
	// answers of the kernels and then their means; Bias by class.
	Weights, Bias []float32
}

// New returns a network of the one shape in use, with weights of zero.
func New() *Net {
	n := &Net{}
	in := Planes
	for _, l := range []struct{ out, stride int }{{8, 2}, {16, 2}, {40, 2}, {64, 2}, {96, 1}} {
		n.Convs = append(n.Convs, Conv{In: in, Out: l.out, Stride: l.stride, Weights: make([]float32, l.out*in*9), Bias: make([]float32, l.out)})
		in = l.out
	}
	n.Weights, n.Bias = make([]float32, Classes*2*in), make([]float32, Classes)
	return n
}

// Picture is a stack of planes with a rim of one pixel around each, which
// stays zero.
type Picture struct {
	Planes, W, H int
	V            []float32
}

// NewPicture returns an empty picture.
func NewPicture(planes, w, h int) *Picture {
	return &Picture{planes, w, h, make([]float32, planes*(w+2)*(h+2))}
}

// Row returns a row of a plane with its rim: index 1 is the first pixel.
func (p *Picture) Row(plane, y int) []float32 {
	at := (plane*(p.H+2) + y + 1) * (p.W + 2)
	return p.V[at : at+p.W+2]
}

// Scratch holds the pictures between the layers. It may be used again, by one
// call at a time.
type Scratch struct {
	Pictures []*Picture // the input first
	pooled   []float32
}

// NewScratch returns room for an evaluation.
func (n *Net) NewScratch() *Scratch {
	s := &Scratch{Pictures: []*Picture{NewPicture(Planes, W, H)}}
	w, h := W, H
	for _, c := range n.Convs {
		w, h = w/c.Stride, h/c.Stride
		s.Pictures = append(s.Pictures, NewPicture(c.Out, w, h))
	}
	s.pooled = make([]float32, 2*n.Convs[len(n.Convs)-1].Out)
	return s
}

// Scores evaluates the input, the first picture of s, to a score for each
// class.
func (n *Net) Scores(s *Scratch) (scores [Classes]float32) {
	for i := range n.Convs {
		n.Convs[i].apply(s.Pictures[i], s.Pictures[i+1])
	}
	last := s.Pictures[len(s.Pictures)-1]
	area := float32(last.W * last.H)
	for o := range last.Planes {
		var most, sum float32
		for y := range last.H {
			for _, v := range last.Row(o, y)[1 : last.W+1] {
				sum += v
				most = max(most, v)
			}
		}
		s.pooled[o], s.pooled[last.Planes+o] = most, sum/area
	}
	for k := range scores {
		v := n.Bias[k]
		for i, x := range s.pooled {
			v += n.Weights[k*len(s.pooled)+i] * x
		}
		scores[k] = v
	}
	return scores
}

// apply fills out with the kernels' answers to in, those below zero cut off.
func (c *Conv) apply(in, out *Picture) {
	for o := range c.Out {
		for y := range out.H {
			row := out.Row(o, y)[1 : out.W+1]
			for x := range row {
				row[x] = c.Bias[o]
			}
			for i := range c.In {
				k := (*[9]float32)(c.Weights[(o*c.In+i)*9:])
				top := y*c.Stride - 1
				if c.Stride == 1 {
					add(row, in.Row(i, top), in.Row(i, top+1), in.Row(i, top+2), k)
				} else {
					addHalf(row, in.Row(i, top), in.Row(i, top+1), in.Row(i, top+2), k)
				}
			}
			for x, v := range row {
				if v < 0 {
					row[x] = 0
				}
			}
		}
	}
}

// add adds a kernel's answers to three rows.
func add(row, a, b, c []float32, k *[9]float32) {
	k0, k1, k2, k3, k4, k5, k6, k7, k8 := k[0], k[1], k[2], k[3], k[4], k[5], k[6], k[7], k[8]
	a, b, c = a[:len(row)+2], b[:len(row)+2], c[:len(row)+2]
	for x := range row {
		row[x] += k0*a[x] + k1*a[x+1] + k2*a[x+2] + k3*b[x] + k4*b[x+1] + k5*b[x+2] + k6*c[x] + k7*c[x+1] + k8*c[x+2]
	}
}

// addHalf does so for every other pixel of the rows.
func addHalf(row, a, b, c []float32, k *[9]float32) {
	k0, k1, k2, k3, k4, k5, k6, k7, k8 := k[0], k[1], k[2], k[3], k[4], k[5], k[6], k[7], k[8]
	n := 2*len(row) + 1
	a, b, c = a[:n], b[:n], c[:n]
	for x := range row {
		u := 2 * x
		row[x] += k0*a[u] + k1*a[u+1] + k2*a[u+2] + k3*b[u] + k4*b[u+1] + k5*b[u+2] + k6*c[u] + k7*c[u+1] + k8*c[u+2]
	}
}
