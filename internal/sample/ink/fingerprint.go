package ink

import "math"

// Fingerprint is the print of a fingertip (điểm chỉ), about 15 by 20 mm.
type Fingerprint struct {
	W, H float64 // mm
	seed uint64
}

// NewFingerprint returns the print of one invented finger.
func NewFingerprint(seed uint64) Fingerprint { return Fingerprint{15.5, 20.5, seed} }

// At returns how much ink lies at a place, 0 to 1, in mm from the middle of the
// print.
func (f Fingerprint) At(x, y float64) float64 {
	u, v := x/(f.W/2), y/(f.H/2)
	rim := math.Sqrt(u*u+v*v) + 0.12*(f.cloud(1, x/2.5, y/2.5)-0.5)
	press := step(1.02, 0.86, rim) // no sharp edge
	if press <= 0 {
		return 0
	}
	// Distances from a core that lies above the middle give a loop that opens
	// downwards; clouds bend it and make ridges end and fork.
	cx, cy := x-0.4, y+2.2
	if cy > 0 {
		cy *= 0.42
	}
	r := math.Hypot(cx*1.12, cy) + 0.16*y*step(2, 9, y)
	r += 0.95*(f.cloud(2, x/4.2, y/4.2)-0.5) + 0.34*(f.cloud(3, x/1.3, y/1.3)-0.5)
	ridge := math.Sin(2*math.Pi*r/0.52) + 0.25
	ridge += 1.1 * (f.cloud(4, x/0.55, y/0.55) - 0.5)          // pores and gaps
	ridge += 1.2 * (f.cloud(5, x/3.4+7, y/3.4) - 0.42) * press // pressed harder here than there
	return press * step(-0.15, 0.55, ridge)
}

// step rises smoothly from 0 at a to 1 at b.
func step(a, b, v float64) float64 {
	t := math.Min(1, math.Max(0, (v-a)/(b-a)))
	return t * t * (3 - 2*t)
}

// cloud is smooth noise from 0 to 1.
func (f Fingerprint) cloud(layer uint64, x, y float64) float64 {
	fx, fy := math.Floor(x), math.Floor(y)
	u, v := step(0, 1, x-fx), step(0, 1, y-fy)
	at := func(dx, dy int) float64 {
		h := (f.seed*31+layer)*0x9E3779B97F4A7C15 ^ uint64(int64(fx)+int64(dx))*0xC2B2AE3D27D4EB4F ^ uint64(int64(fy)+int64(dy))*0x165667B19E3779F9
		h ^= h >> 29
		h *= 0xBF58476D1CE4E5B9
		h ^= h >> 32
		return float64(h>>11) / (1 << 53)
	}
	return (at(0, 0)*(1-u)+at(1, 0)*u)*(1-v) + (at(0, 1)*(1-u)+at(1, 1)*u)*v
}
