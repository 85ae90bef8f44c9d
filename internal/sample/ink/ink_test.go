package ink

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSignatureIsOnePersons(t *testing.T) {
	assert.Equal(t, Signature(7), Signature(7))
	assert.NotEqual(t, Signature(7), Signature(8))
}

func TestSignatureHasTheShapeOfOne(t *testing.T) {
	for seed := range uint64(200) {
		x0, y0, x1, y1, length := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), 0.0
		strokes := Signature(seed)
		for _, s := range strokes {
			for i, d := range s {
				x0, y0, x1, y1 = math.Min(x0, d.X), math.Min(y0, d.Y), math.Max(x1, d.X), math.Max(y1, d.Y)
				assert.Positive(t, d.W)
				if i > 0 {
					length += math.Hypot(d.X-s[i-1].X, d.Y-s[i-1].Y)
				}
			}
		}
		ratio := (x1 - x0) / (y1 - y0)
		assert.True(t, ratio > 0.7 && ratio < 3, "seed %d: %.2f times as wide as high", seed, ratio)
		assert.Greater(t, length, 4*(y1-y0), "seed %d: length of the strokes", seed)
		assert.GreaterOrEqual(t, len(strokes), 2, "seed %d", seed)
	}
}

func TestFingerprintIsAnOvalOfRidges(t *testing.T) {
	f := NewFingerprint(3)
	ink, area, changes := 0.0, 0.0, 0
	last := false
	for y := -f.H / 2; y < f.H/2; y += 0.1 {
		for x := -f.W / 2; x < f.W/2; x += 0.1 {
			v := f.At(x, y)
			assert.True(t, v >= 0 && v <= 1)
			ink, area = ink+v, area+1
			if now := v > 0.5; now != last {
				last, changes = now, changes+1
			}
		}
	}
	assert.Zero(t, f.At(f.W*0.6, 0), "beyond the fingertip")
	assert.True(t, ink/area > 0.2 && ink/area < 0.7, "%.2f of the area is ink", ink/area)
	assert.Greater(t, changes, 3000, "ridges and valleys crossed")
}
