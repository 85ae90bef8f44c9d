package net

import "gonum.org/v1/gonum/blas/gonum"

// outer adds the product of each of x with each of y to m, which has a row for
// each of x. Most of the time of a look is spent here: the library has it in the
// vector instructions of common processors, and in Go for others.
func outer(m, x, y []float32) {
	gonum.Implementation{}.Sger(len(x), len(y), 1, x, 1, y, 1, m, len(y))
}
