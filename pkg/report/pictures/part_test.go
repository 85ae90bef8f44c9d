package pictures

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/lint"
)

func TestPart(t *testing.T) {
	sheet := lint.Box{W: 210, H: 297}
	for name, c := range map[string]struct {
		boxes []lint.Box
		want  lint.Box
	}{
		"nothing":          {nil, sheet},
		"two side by side": {[]lint.Box{{X: 30, Y: 200, W: 50, H: 40}, {X: 120, Y: 200, W: 60, H: 45}}, lint.Box{X: 16, Y: 185.375, W: 178, H: 74.25}},
		"in a corner":      {[]lint.Box{{X: 200, Y: 290, W: 10, H: 7}}, lint.Box{X: 105, Y: 222.75, W: 105, H: 74.25}},
		"all over":         {[]lint.Box{{X: 10, Y: 10, W: 20, H: 10}, {X: 180, Y: 270, W: 20, H: 10}}, sheet},
		"beside the sheet": {[]lint.Box{{X: 300, Y: 400, W: 20, H: 10}}, lint.Box{X: 105, Y: 222.75, W: 105, H: 74.25}},
	} {
		assert.Equal(t, c.want, part(c.boxes, sheet), name)
	}
}
