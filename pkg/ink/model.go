package ink

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"math"
	"sync"
)

// vector turns the measures into the inputs of the models, in a fixed order.
// Lengths and counts enter by their logarithms: twice the ink says as much on a
// small signature as on a large one.
func (f Features) vector() []float64 {
	density := 0.0
	if f.Length > 0 {
		density = f.Turning / (f.Length + 4)
	}
	compact := f.Length / (f.Width + f.Height + 4)
	long := math.Min(f.Length, 25) / 25
	turned := math.Min(f.Turning, 2.5) / 2.5
	round := 0.0
	if f.BlobMajor > 0 {
		round = f.BlobMinor / f.BlobMajor
	}
	return []float64{
		math.Log1p(f.Length),
		math.Log1p(f.Turning),
		math.Log1p(float64(f.Forks)),
		math.Log1p(float64(f.Ends)),
		math.Log1p(f.Largest),
		math.Log1p(f.Tallest),
		math.Min(f.Contrast, 1),
		density,
		compact,
		f.Spread,
		math.Log1p(float64(f.Strokes)),
		math.Log1p(f.Specks),
		math.Log1p(f.BlobArea),
		math.Min(f.BlobMinor, 16),
		round * f.BlobFill,
		f.BlobInk,
		math.Min(f.Thickness, 3),
		f.Inside,
		f.Ring,
		// What a signature has at least: beyond it more does not matter.
		long, turned, long * turned,
		math.Log1p(f.Core), math.Log1p(f.CoreTurning),
		f.LookSigned, f.LookFinger,
		math.Min(float64(f.TextLines), 4), f.TextHeight, f.TextEven, math.Min(f.TextChroma, 40),
		math.Min(f.Chroma, 40), f.Drop, math.Log1p(f.Rules), math.Log1p(f.Hidden), math.Log1p(f.Foreign),
	}
}

// Vector returns the inputs of the models, for the program that fits them.
func (f Features) Vector() []float64 { return f.vector() }

// split is a node of a decision tree: below Value to the node Left, else to the
// node Right. In a leaf, whose Feature is negative, Value is the answer.
type split struct {
	Feature     int     `json:"f"`
	Value       float64 `json:"v"`
	Left, Right int     `json:",omitempty"`
}

// forest is a sum of small decision trees on the log odds.
type forest struct {
	Bias  float64
	Trees [][]split
}

// models are the fitted forests.
type models struct {
	Version  int
	Signed   forest // a signature or fingerprint, from anything else
	Official forest // so in the box that the seal shares
	Finger   forest // a fingerprint, from a signature
	Seal     forest // a seal, from none
}

//go:embed trees.json.gz
var treesFile []byte

// fitted holds the forests, unpacked at their first use.
var fitted = sync.OnceValue(func() *models {
	m := &models{}
	r, err := gzip.NewReader(bytes.NewReader(treesFile))
	if err == nil {
		err = json.NewDecoder(r).Decode(m)
	}
	if err != nil { // the file is part of this package, and tested
		return &models{}
	}
	return m
})

// odds returns the estimated logarithm of the odds of the positive answer.
func (f *forest) odds(x []float64) float64 {
	z := f.Bias
	for _, t := range f.Trees {
		n := t[0]
		for n.Feature >= 0 {
			if x[n.Feature] < n.Value {
				n = t[n.Left]
			} else {
				n = t[n.Right]
			}
		}
		z += n.Value
	}
	return z
}

func (f *forest) probability(x []float64) float64 { return logistic(f.odds(x)) }

// logistic turns log odds into a probability.
func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
