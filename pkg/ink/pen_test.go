package ink_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/ink"
)

// blue gives what a function draws on a pad the colour of a pen.
func (p *pad) blue(draw func()) {
	before := slices.Clone(p.Y)
	draw()
	for i, y := range before {
		if p.Y[i] < y {
			p.Cb[i], p.Cr[i] = 162, 118
		}
	}
}

// What a blue pen writes across captions is told from them, and what a black one
// writes is not; nor is anything on a form that is printed in blue.
func TestPenAcrossCaptions(t *testing.T) {
	across := func(p *pad) { p.scribble(30, 10, 28, 9, 70) }
	for name, c := range map[string]struct {
		draw  func(*pad)
		least float64 // mm of strokes
		most  float64
	}{
		"nothing": {func(*pad) {}, 0, 0},
		"blue":    {func(p *pad) { p.blue(func() { across(p) }) }, 60, 400},
		"black":   {across, 0, 40},
		"blue form": {func(p *pad) {
			for i, y := range p.Y {
				if y < 150 {
					p.Cb[i], p.Cr[i] = 162, 118
				}
			}
		}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPad(t)
			c.draw(p)
			got := ink.Measure(p.Patch).Length
			assert.GreaterOrEqual(t, got, c.least)
			assert.LessOrEqual(t, got, c.most)
		})
	}
}

// Black print on yellow paper is not blue, however far it is from the paper's colour.
func TestBlackOnYellow(t *testing.T) {
	p := newPad(t)
	p.scribble(30, 30, 28, 12, 70)
	for i, y := range p.Y {
		if y > 150 {
			p.Cb[i], p.Cr[i] = 104, 134
		}
	}
	_, v := ink.Survey(p.Patch)
	assert.Less(t, slices.Max(v.Blue), uint8(40))
	assert.Greater(t, slices.Max(v.All), uint8(80))
}

// A fingerprint wider than the squares in which the paper's colour is taken is not
// taken for the paper.
func TestLargeFingerprint(t *testing.T) {
	p := newPad(t)
	p.finger(42, 30, 110, 190)
	_, v := ink.Survey(p.Patch)
	const across, down = 128, 64 // the middle of the view, and of the box
	at := func(x, y float64) uint8 { return v.Red[(down+int(3*(y-31.5)))*256+across+int(3*(x-45))] }
	for _, d := range []float64{-3, 0, 3} {
		row := []uint8{}
		for u := -2.0; u <= 2; u += 0.4 {
			row = append(row, at(42+u, 30+d))
		}
		assert.Greater(t, slices.Max(row), uint8(90), "%v mm from its middle", d)
	}
}
