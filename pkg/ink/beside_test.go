package ink_test

import (
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
