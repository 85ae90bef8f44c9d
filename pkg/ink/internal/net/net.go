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
	// Classes are the answers: none, signature, fingerprint, and two that stand for
	// themselves: whether there is a seal, and, where nothing is signed, whether somebody
	// wrote a name.
	Classes = 5
)

// Conv is a layer of 3x3 kernels over a picture with an empty rim.
type Conv struct {
	In, Out int
	Stride  int
	Adds    bool // its answers to what it is given
	// Weights are by output plane, input plane, row and column; Bias is by
	// output plane.
	Weights, Bias []float32
}

// Net is a network; its zero value is of no use. It may be used by many at once.
type Net struct {
	// Convs are the layers, one after the other.
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

// shape lists the layers of the one shape in use: the planes that each answers
// with, by how much it makes the picture smaller, and whether it adds to it.
var shape = []struct {
	planes, stride int
	adds           bool
}{
	{16, 2, false},
	{32, 2, false}, {32, 1, true},
	{64, 2, false}, {64, 1, true},
	{64, 2, false},
	{96, 1, false}, {96, 1, true}, {96, 1, true}, {96, 1, true}, {96, 1, true},
}

// New returns a network of the one shape in use, with weights of zero. They are
// set before its first use.
func New() *Net {
	n := &Net{}
	in := Planes
	for _, l := range shape {
		n.Convs = append(n.Convs, Conv{
			In: in, Out: l.planes, Stride: l.stride, Adds: l.adds,
			Weights: make([]float32, l.planes*in*9), Bias: make([]float32, l.planes),
		})
		in = l.planes
	}
	n.layers = sync.OnceValue(func() (out []layer) {
		for i := range n.Convs {
			if c := &n.Convs[i]; c.Stride == 2 {
				out = append(out, newHalver(c))
			} else {
				out = append(out, newTiled(c))
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
	last := NewPicture(Planes, W, H)
	s := &Scratch{Pictures: []*Picture{last}}
	var halved, tiled []*Picture // the pictures of layers by how they are evaluated
	for _, c := range n.Convs {
		in := last
		if !c.Adds { // what is added is added in place
			last = NewPicture(c.Out, last.W/c.Stride, last.H/c.Stride)
		}
		s.Pictures = append(s.Pictures, last)
		if c.Stride == 2 {
			halved = append(halved, last)
		} else {
			tiled = append(tiled, in, last)
		}
	}
	s.band, s.room = newBand(halved), newRoom(tiled)
	s.pooled = make([]float32, 2*last.Planes)
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
