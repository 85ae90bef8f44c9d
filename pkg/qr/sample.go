package qr

import (
	"math"

	"github.com/makiuchi-d/gozxing"
)

// dimensions returns how many modules a side of the code may have, likeliest
// first: 21 and every fourth number up to 177. Small modules are measured too
// coarsely to tell neighbours apart.
func (c corner) dimensions() []int {
	side := (math.Hypot(c.right.x-c.at.x, c.right.y-c.at.y) + math.Hypot(c.below.x-c.at.x, c.below.y-c.at.y)) / 2
	likely := int(math.Round((side/c.module()+7-17)/4))*4 + 17
	var out []int
	for _, off := range []int{0, 4, -4, 8, -8} {
		if n := likely + off; n >= 21 && n <= 177 {
			out = append(out, n)
		}
	}
	return out
}

// grid returns the grey in the middle of each of n by n modules. A scanned code
// is a parallelogram, and its finder patterns are three of its corners.
func (c corner) grid(p Picture, n int) []float64 {
	k := float64(n - 7)
	ux, uy := (c.right.x-c.at.x)/k, (c.right.y-c.at.y)/k
	vx, vy := (c.below.x-c.at.x)/k, (c.below.y-c.at.y)/k
	out := make([]float64, n*n)
	for j := range n {
		for i := range n {
			a, b := float64(i)-3, float64(j)-3 // from the middle of the first pattern
			out[j*n+i] = float64(between(p, c.at.x+a*ux+b*vx-0.5, c.at.y+a*uy+b*vy-0.5))
		}
	}
	return out
}

// bits tells dark modules from light ones by the mean of the modules around.
// sharpen takes back what each module has got from its neighbours, as a share.
func bits(grid []float64, n int, sharpen float64) (*gozxing.BitMatrix, error) {
	at := func(i, j int) float64 { return grid[min(max(j, 0), n-1)*n+min(max(i, 0), n-1)] }
	m, err := gozxing.NewSquareBitMatrix(n)
	if err != nil {
		return nil, err
	}
	const around = 4
	for j := range n {
		for i := range n {
			low, high := 255.0, 0.0
			for y := max(0, j-around); y <= min(n-1, j+around); y++ {
				for x := max(0, i-around); x <= min(n-1, i+around); x++ {
					low, high = min(low, grid[y*n+x]), max(high, grid[y*n+x])
				}
			}
			v := at(i, j)
			v += sharpen * (4*v - at(i-1, j) - at(i+1, j) - at(i, j-1) - at(i, j+1)) / 4
			if v < (low+high)/2 {
				m.Set(i, j)
			}
		}
	}
	return m, nil
}
