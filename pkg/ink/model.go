package ink

import "math"

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
	}
}

// Vector returns the inputs of the models, for the program that fits them.
func (f Features) Vector() []float64 { return f.vector() }

// split is a node of a decision tree: below value to the node left, else to
// the node right. In a leaf, whose feature is negative, value is the answer.
type split struct {
	feature     int
	value       float64
	left, right int
}

// forest is a sum of small decision trees on the log odds.
type forest struct {
	bias  float64
	trees [][]split
}

// probability returns the estimated probability of the positive answer.
func (f *forest) probability(x []float64) float64 {
	z := f.bias
	for _, t := range f.trees {
		n := t[0]
		for n.feature >= 0 {
			if x[n.feature] < n.value {
				n = t[n.left]
			} else {
				n = t[n.right]
			}
		}
		z += n.value
	}
	return 1 / (1 + math.Exp(-z))
}
