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
	}
}

// Vector returns the inputs of the models, for the program that fits them.
func (f Features) Vector() []float64 { return f.vector() }

// logistic is a logistic regression on standardised inputs.
type logistic struct {
	bias               float64
	weight, mean, size []float64
}

// probability returns the estimated probability of the positive answer.
func (l *logistic) probability(x []float64) float64 {
	z := l.bias
	for i, w := range l.weight {
		if i < len(x) {
			// Beyond what was seen in fitting, more of a measure says no more.
			z += w * min(max((x[i]-l.mean[i])/l.size[i], -4), 4)
		}
	}
	return 1 / (1 + math.Exp(-z))
}
