package ink_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/ink"
)

// What shines through is pale and softer than the form's print; a pen that is as pale has
// sharp edges, and one that is as soft is dark.
func TestSoftness(t *testing.T) {
	for _, c := range []struct {
		tone uint8 // 0 is black
		soft bool
		want ink.State
	}{
		{70, false, ink.Present},
		{70, true, ink.Present}, // a felt pen
		{120, true, ink.Absent},
		{155, true, ink.Absent},
		{180, true, ink.Absent},
		{190, true, ink.Unsure}, // too pale to be measured as strokes
		{155, false, ink.Present},
		{190, false, ink.Present},
	} {
		t.Run(fmt.Sprint(c.tone, c.soft), func(t *testing.T) {
			p := newPad(t)
			draw := func() { p.scribble(30, 30, 28, 12, c.tone) }
			if c.soft {
				p.soft(draw)
			} else {
				draw()
			}
			got := ink.Read(p.Patch)
			assert.Equal(t, c.want, got.State, "%v", got.Confidence)
			if c.soft {
				assert.Greater(t, got.Features.Softness, 1.5)
			} else {
				assert.InDelta(t, 1, got.Features.Softness, 0.2)
			}
		})
	}
}

// Fine lines of the paper's pattern about the strokes, and the sides of a cell, do not hide how soft
// these are.
func TestSoftnessAmongLines(t *testing.T) {
	p := newPad(t)
	p.soft(func() { p.scribble(40, 30, 28, 12, 155) })
	for i := range 5 {
		p.scribble(16, 24+4*float64(i), 8, 1.5, 140)
	}
	got := ink.Measure(p.Patch)
	assert.Greater(t, got.Softness, 1.5)
	assert.Less(t, got.CoreContrast, got.Contrast)
}

// Nor does the pattern, which may be the larger group, speak for a hand that is as dark as ink.
func TestSoftnessOfADarkHand(t *testing.T) {
	p := newPad(t)
	p.scribble(54, 30, 14, 9, 60)
	dark := ink.Measure(p.Patch)
	p.soft(func() { p.scribble(14, 26, 30, 16, 150) })
	got := ink.Measure(p.Patch)
	assert.InDelta(t, dark.CoreContrast, got.CoreContrast, 0.1)
	assert.InDelta(t, dark.Softness, got.Softness, 0.2)
}

// Between a pen's edges and those of the other side nothing is told.
func TestOtherSide(t *testing.T) {
	for softness, want := range map[float64]ink.State{1: ink.Present, 1.33: ink.Present, 1.4: ink.Unsure, 1.59: ink.Unsure, 1.6: ink.Absent, 2.5: ink.Absent} {
		f := ink.Features{Paper: 1, LookSigned: 9, LookFinger: -9, Core: 40, CoreTurning: 4, Length: 60, Turning: 6, Contrast: 0.2, CoreContrast: 0.2, Softness: softness}
		assert.Equal(t, want, ink.Judge(f, false).State, "%v", softness)
		assert.Equal(t, ink.Present, ink.Judge(f, true).State, "an official's box, of which this was not measured")
		if f.Contrast, f.CoreContrast = 0, 0; softness < 1.5 {
			assert.Equal(t, ink.Present, ink.Judge(f, false).State, "too pale for strokes: %v", softness)
		}
		if f.Contrast, f.CoreContrast = 0.26, 0.26; softness < 1.6 {
			assert.Equal(t, ink.Present, ink.Judge(f, false).State, "a pen that runs dry: %v", softness)
		}
		f.Contrast, f.CoreContrast = 0.6, 0.6
		assert.Equal(t, ink.Present, ink.Judge(f, false).State, "dark: %v", softness)
	}
}

// The ridges of a fingerprint run into each other.
func TestSoftFingerprint(t *testing.T) {
	f := ink.Features{Paper: 1, LookSigned: 6, LookFinger: 7, LookName: -6, Core: 313, CoreTurning: 155, Length: 313, Turning: 155, Forks: 176, Ends: 58, Largest: 24, Tallest: 18, Width: 15, Height: 18, BlobArea: 185, BlobInk: 0.84, BlobFill: 0.9, BlobMajor: 18, BlobMinor: 15, Inside: 1, Spread: 0.98, Strokes: 2, Thickness: 0.5, Contrast: 0.24, Softness: 4}
	assert.Equal(t, ink.Fingerprint, ink.Judge(f, false).State)
	f.Softness = 10
	assert.Equal(t, ink.Absent, ink.Judge(f, false).State, "the edge of a shadow")
	f.Softness = 4
	f.LookFinger, f.BlobArea, f.BlobMinor = -7, 5, 1
	assert.Equal(t, ink.Absent, ink.Judge(f, false).State, "strokes")
}

// A stain has no patch of ink as dark as a fingerprint's, and no ridges.
func TestStain(t *testing.T) {
	f := ink.Features{Paper: 1, LookSigned: 4.18, LookFinger: 5, LookName: -9.46, LookSeal: -1.51, Core: 36.5, CoreTurning: 0.42, Ends: 4, Height: 38, Width: 1.2, Largest: 33.9, Length: 36.5, Tallest: 33.8, Thickness: 0.69, Turning: 0.42, Strokes: 2, Contrast: 0.41, Softness: 1.65, Chroma: 2.9, Spread: 0.16, Specks: 0.18, Rules: 82.5, Drop: 0.01}
	assert.Equal(t, ink.Unsure, ink.Judge(f, false).State)
	f.BlobArea, f.BlobFill, f.BlobInk, f.BlobMajor, f.BlobMinor = 90, 0.9, 0.8, 14, 9
	assert.Equal(t, ink.Fingerprint, ink.Judge(f, false).State)
}
