package score

import "math"

// Rate is a share of counted things.
type Rate struct{ K, N int }

// Value returns the share, NaN where nothing was counted.
func (r Rate) Value() float64 {
	if r.N == 0 {
		return math.NaN()
	}
	return float64(r.K) / float64(r.N)
}

// Interval returns the 95 % interval of the share after Wilson (1927), which
// holds for few cases and for shares near 0 and 1, too. It is 0 to 1 where
// nothing was counted.
func (r Rate) Interval() (low, high float64) {
	if r.N == 0 {
		return 0, 1
	}
	const z = 1.959963984540054
	n, p := float64(r.N), r.Value()
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, middle-half), min(1, middle+half)
}
