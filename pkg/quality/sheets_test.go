package quality_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/quality"
)

// Two cards beside each other are two sheets; a frame and what is printed in it
// are one.
func TestSheets(t *testing.T) {
	const w, h = 1240, 1754 // A4 at 150 dpi
	for name, c := range map[string]struct {
		tinted [][4]int // x0, y0, x1, y1
		frame  bool
		want   int
	}{
		"bare":              {nil, false, 1},
		"one card":          {[][4]int{{200, 200, 700, 520}}, false, 1},
		"two cards":         {[][4]int{{200, 200, 700, 520}, {300, 700, 800, 1020}}, false, 2},
		"a frame and print": {[][4]int{{400, 450, 850, 1300}}, true, 1},
	} {
		t.Run(name, func(t *testing.T) {
			p := plain(w, h, 246)
			set := func(x, y int, v uint8) { p.Image.Y[y*w+x] = v }
			for _, r := range c.tinted {
				for y := r[1]; y < r[3]; y++ {
					for x := r[0]; x < r[2]; x++ {
						set(x, y, 215)
					}
				}
			}
			if c.frame {
				for i := range 140 {
					for x := 150; x < w-150; x++ {
						set(x, 150+i, 215)
						set(x, h-150-i, 215)
					}
					for y := 150; y < h-150; y++ {
						set(150+i, y, 215)
						set(w-150-i, y, 215)
					}
				}
			}
			assert.Equal(t, c.want, quality.Measure(p, quality.Hints{}).Sheets)
		})
	}
}
