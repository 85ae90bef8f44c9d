// Package net evaluates a small convolutional network: layers of 3x3 kernels
// that halve the picture, the greatest and the mean answer of each kernel over
// the picture, and a linear layer.
package net

// Size of the input: planes of so many pixels.
const (
	Planes = 2
	W      = 112
	H      = 64
	// Classes are the answers: none, signature, fingerprint.
	Classes = 3
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
	// Weights of the last layer by class and input; Bias by class.
	Weights, Bias []float32
}

// New returns a network of the one shape in use, with weights of zero.
func New() *Net {
	n := &Net{}
	in := Planes
	for _, l := range []struct{ out, stride int }{{12, 2}, {24, 2}, {40, 2}, {48, 2}} {
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
	Pooled   []float32
	Arg      []int // where in the last picture the greatest answers are
	Scores   [Classes]float32
}

// NewScratch returns room for an evaluation.
func (n *Net) NewScratch() *Scratch {
	s := &Scratch{Pictures: []*Picture{NewPicture(Planes, W, H)}}
	w, h := W, H
	for _, c := range n.Convs {
		w, h = w/c.Stride, h/c.Stride
		s.Pictures = append(s.Pictures, NewPicture(c.Out, w, h))
	}
	last := n.Convs[len(n.Convs)-1].Out
	s.Pooled, s.Arg = make([]float32, 2*last), make([]int, last)
	return s
}

// Scores evaluates the input, the first picture of s, to a score for each
// class.
func (n *Net) Scores(s *Scratch) [Classes]float32 {
	for i := range n.Convs {
		n.Convs[i].apply(s.Pictures[i], s.Pictures[i+1])
	}
	last := s.Pictures[len(s.Pictures)-1]
	area := float32(last.W * last.H)
	for o := range last.Planes {
		var most, sum float32
		arg := 0
		for y := range last.H {
			for x, v := range last.Row(o, y)[1 : last.W+1] {
				sum += v
				if v > most {
					most, arg = v, y*last.W+x
				}
			}
		}
		s.Pooled[2*o], s.Pooled[2*o+1] = most, sum/area*4
		s.Arg[o] = arg
	}
	for k := range s.Scores {
		v := n.Bias[k]
		for i, x := range s.Pooled {
			v += n.Weights[k*len(s.Pooled)+i] * x
		}
		s.Scores[k] = v
	}
	return s.Scores
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
				k := c.Weights[(o*c.In+i)*9:][:9]
				for dy := range 3 {
					src := in.Row(i, y*c.Stride+dy-1)
					c.add(row, src, k[3*dy], k[3*dy+1], k[3*dy+2])
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

func (c *Conv) add(row, src []float32, a, b, d float32) {
	if c.Stride == 1 {
		src = src[:len(row)+2]
		for x := range row {
			row[x] += a*src[x] + b*src[x+1] + d*src[x+2]
		}
		return
	}
	src = src[:2*len(row)+1]
	for x := range row {
		row[x] += a*src[2*x] + b*src[2*x+1] + d*src[2*x+2]
	}
}

// Clear sets all weights to zero.
func (n *Net) Clear() {
	for _, part := range n.Parts() {
		clear(part)
	}
}
