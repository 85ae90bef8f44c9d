package ink_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/ink"
)

// faintRing stamps two rings of a seal round x, y, each darker than its ground by
// less than the paper's noise.
func (p *pad) faintRing(x, y float64) {
	const darker = 7
	for v := range p.H {
		for u := range p.W {
			d := math.Hypot(float64(u)/6-x, float64(v)/6-y)
			if d > 17.4 && d < 18 || d > 11.7 && d < 12 {
				p.Y[v*p.W+u] -= darker
			}
		}
	}
}

// A ring too faint to be told from the paper at any one place shows on the whole
// of its circumference; print, a signature and the paper's waves make none.
func TestRingTrace(t *testing.T) {
	for _, c := range []struct {
		name string
		draw func(*pad)
		seen bool
	}{
		{"paper", func(*pad) {}, false},
		{"signature", func(p *pad) { p.scribble(30, 20, 40, 14, 60) }, false},
		{"lines of text", func(p *pad) {
			p.text("Nguyen Van An", 20, 36, 40, 4)
			p.text("CHU TICH", 22, 20, 30, 5)
		}, false},
		{"ring", func(p *pad) { p.faintRing(40, 30) }, true},
		{"ring under a signature", func(p *pad) {
			p.faintRing(40, 30)
			p.scribble(30, 20, 40, 14, 60)
		}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPad(t)
			p.Sealed, p.Cb, p.Cr = true, nil, nil
			draw := newPad(t)
			draw.Patch.Y = p.Y
			c.draw(draw)
			f := ink.Measure(p.Patch)
			assert.Equal(t, c.seen, f.RingTrace > 0.4, "trace %.2f", f.RingTrace)
			assert.Less(t, f.Ring, 0.5, "no cell of it is inked")
		})
	}
}
