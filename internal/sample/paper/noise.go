package paper

import "math"

// hash gives a number from 0 to 1 for a lattice point, the same each time.
func hash(seed uint64, x, y int) float64 {
	h := seed*0x9E3779B97F4A7C15 ^ uint64(int64(x))*0xC2B2AE3D27D4EB4F ^ uint64(int64(y))*0x165667B19E3779F9
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	h *= 0x94D049BB133111EB
	h ^= h >> 29
	return float64(h>>11) / (1 << 53)
}

// cloud is smooth noise from 0 to 1 whose features are about one unit large.
func cloud(seed uint64, x, y float64) float64 {
	fx, fy := math.Floor(x), math.Floor(y)
	ix, iy := int(fx), int(fy)
	u, v := smooth(x-fx), smooth(y-fy)
	top := hash(seed, ix, iy)*(1-u) + hash(seed, ix+1, iy)*u
	low := hash(seed, ix, iy+1)*(1-u) + hash(seed, ix+1, iy+1)*u
	return top*(1-v) + low*v
}

func smooth(t float64) float64 { return t * t * (3 - 2*t) }

// worn returns the texture of a stamp that did not take everywhere: patches
// about size pixels large keep at least low of their ink.
func worn(seed uint64, size, low float64) func(x, y int) float64 {
	return func(x, y int) float64 {
		n := 0.65*cloud(seed, float64(x)/size, float64(y)/size) + 0.35*cloud(seed+1, float64(x)/2, float64(y)/2)
		return low + (1-low)*math.Min(1, math.Max(0, (n-0.25)/0.3))
	}
}
