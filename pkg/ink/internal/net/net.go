// Package net evaluates a small convolutional network: layers of 3x3 kernels that
// halve the picture, such layers that add to it as it is (He and others, Deep
// Residual Learning, 2016), the greatest and the mean answer of each kernel over
// the picture, and a linear layer.
package net

import "sync"

// Size of the input: planes of so many pixels.
const (
	Planes = 5
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

// Net is a network; its zero value is of no use. It may be used by many at once.
type Net struct {
	// Convs are the layers, one after the other: some that halve the picture, one that widens
	// it, and others that add their answers to what they are given.
	Convs []Conv
	// layers are Convs as they are evaluated, their weights laid out once.
	layers func() []layer
	// Weights of the last layer by class and input, which are the greatest
	// answers of the kernels and then their means; Bias by class.
	Weights, Bias []float32
}

// layer fills out with the answers of a layer's kernels to in, those below zero cut
// off.
type layer interface {
	answer(in, out *Picture, s *Scratch)
}

// Layers of the one shape in use.
const (
	halving = 4
	adding  = 4
	width   = 96 // planes of the last ones
)

// New returns a network of the one shape in use, with weights of zero. They are
// set before its first use.
func New() *Net {
	n := &Net{}
	in := Planes
	add := func(out, stride int) {
		n.Convs = append(n.Convs, Conv{In: in, Out: out, Stride: stride, Weights: make([]float32, out*in*9), Bias: make([]float32, out)})
		in = out
	}
	for _, out := range [halving]int{12, 16, 40, 64} {
		add(out, 2)
	}
	for range 1 + adding {
		add(width, 1)
	}
	n.layers = sync.OnceValue(func() (out []layer) {
		for i := range n.Convs {
			if c := &n.Convs[i]; c.Stride == 2 {
				out = append(out, newHalver(c))
			} else {
				out = append(out, newTiled(c, i > halving))
			}
		}
		return out
	})
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
	Pictures []*Picture // the input first, and then what each layer answers
	band     *band
	room     *room
	pooled   []float32
}

// NewScratch returns room for an evaluation.
func (n *Net) NewScratch() *Scratch {
	s := &Scratch{Pictures: []*Picture{NewPicture(Planes, W, H)}}
	w, h := W, H
	for _, c := range n.Convs[:halving+1] {
		w, h = w/c.Stride, h/c.Stride
		s.Pictures = append(s.Pictures, NewPicture(c.Out, w, h))
	}
	for range adding { // in place
		s.Pictures = append(s.Pictures, s.Pictures[halving+1])
	}
	s.band = newBand(s.Pictures[1 : 1+halving])
	s.room = newRoom(width, w, h)
	s.pooled = make([]float32, 2*width)
	return s
}

// Scores evaluates the input, the first picture of s, to a score for each
// class.
func (n *Net) Scores(s *Scratch) (scores [Classes]float32) {
	for i, l := range n.layers() {
		l.answer(s.Pictures[i], s.Pictures[i+1], s)
	}
	last := s.Pictures[len(s.Pictures)-1]
	area := float32(last.W * last.H)
	for o := range last.Planes {
		var most, sum float32
		for y := range last.H {
			for _, v := range last.Row(o, y)[1 : last.W+1] {
				sum += v
				if v > most { // none is below zero
					most = v
				}
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
