package ink_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ink"
)

// The box of these pads is shorter, so that something has room beside it.
func besidePad(t *testing.T) *pad {
	p := newPad(t)
	p.Box.X0 = 44 * 6
	return p
}

func TestBeside(t *testing.T) {
	p := besidePad(t)
	assert.Empty(t, ink.Beside(p.Patch), "nothing but print")

	p.scribble(14, 30, 24, 9, 60)
	got := ink.Beside(p.Patch)
	require.Len(t, got, 1)
	assert.InDelta(t, 14*6, got[0].X0, 15)
	assert.InDelta(t, 38*6, got[0].X1, 15)
	assert.Less(t, got[0].X1, p.Box.X0)

	p.Others = []ink.Rect{{X0: 0, Y0: p.Box.Y0, X1: 12 * 6, Y1: p.Box.Y1}}
	assert.Empty(t, ink.Beside(p.Patch), "nearer to another's box")
}

func TestBesideIsNo(t *testing.T) {
	for name, draw := range map[string]func(*pad){
		"signature in the box": func(p *pad) { p.scribble(50, 30, 24, 9, 60) },
		"mark":                 func(p *pad) { p.line(20, 30, 23, 32, 0.25, 60) },
		"print":                func(p *pad) { p.text("Nguyen Van A", 14, 30, 26, 4) },
		"rule":                 func(p *pad) { p.line(3, 16, 3, 54, 0.2, 60) },
	} {
		t.Run(name, func(t *testing.T) {
			p := besidePad(t)
			draw(p)
			assert.Empty(t, ink.Beside(p.Patch))
		})
	}
	assert.Empty(t, ink.Beside(nil))
	assert.Empty(t, ink.Beside(&ink.Patch{}))
}

// Farther over a box than hands reach its own captions are signed, where they stand.
func TestBesideOnCaptions(t *testing.T) {
	p := newPad(t)
	p.Box.Y0 = 46 * 6
	p.scribble(40, 30, 24, 9, 60)
	assert.Empty(t, ink.Beside(p.Patch))
	p.Captions = ink.Rect{X0: 42 * 6, Y0: 33 * 6, X1: 60 * 6, Y1: 42 * 6}
	assert.Len(t, ink.Beside(p.Patch), 1)
}

// A circle of the paper's ornaments is too faint for a seal that strayed.
func TestFindDarkSeal(t *testing.T) {
	for light, dark := range map[uint8]bool{180: false, 90: true} {
		p := newPad(t)
		for _, r := range []float64{17.4, 17.6, 17.8, 18} {
			for a := 0.0; a < 2*math.Pi; a += 0.004 {
				p.dot(45+r*math.Cos(a), 32+r*math.Sin(a), 0.2, light, 128, 128)
			}
		}
		p.Cb, p.Cr = nil, nil
		x, y, radius, ok := ink.FindSeal(p.Patch, false)
		require.True(t, ok, light)
		assert.InDelta(t, 45-9, x, 1)
		assert.InDelta(t, 32-15, y, 1)
		assert.InDelta(t, 17.7, radius, 1)
		_, _, _, ok = ink.FindSeal(p.Patch, true)
		assert.Equal(t, dark, ok, light)
	}
}

// A signature that runs out to the place of another signer is its hand's where most of it is.
func TestBesideRunsOut(t *testing.T) {
	for x, want := range map[float64]int{8: 1, 20: 0} {
		p := newPad(t)
		p.Box = ink.Rect{X0: 4 * 6, Y0: 15 * 6, X1: 36 * 6, Y1: 28 * 6}
		p.Others = []ink.Rect{{X0: 36 * 6, Y0: 15 * 6, X1: 80 * 6, Y1: 28 * 6}}
		p.scribble(x, 35, 34, 9, 60)
		assert.Len(t, ink.Beside(p.Patch), want, "%v", x)
	}
}

// Officials sign on their typed names, which stand farther under a box than hands reach.
func TestBesideUnderASealsBox(t *testing.T) {
	p := newPad(t)
	p.Box.Y1 = 28 * 6
	p.scribble(40, 42, 24, 9, 60)
	assert.Empty(t, ink.Beside(p.Patch))
	p.Sealed = true
	assert.Len(t, ink.Beside(p.Patch), 1)
}
