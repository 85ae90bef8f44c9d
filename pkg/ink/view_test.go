package ink

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

// One dark pixel of a view is where a glance puts it, and nothing else is, even
// in a picture that was used before.
func TestGlance(t *testing.T) {
	empty := make([]uint8, net.W*net.H)
	all := make([]uint8, net.W*net.H)
	all[50*net.W+30] = 100
	v := View{All: all, Red: empty, Clean: empty, Place: empty, Blue: empty}
	for name, c := range map[string]struct {
		g    glance
		x, y int
	}{
		"as it is":              {glance{}, 30, 50},
		"moved":                 {glance{dx: 4, dy: -2}, 34, 48},
		"turned over":           {glance{over: true}, net.W - 1 - 30, 50},
		"turned over and moved": {glance{over: true, dx: -4, dy: 2}, net.W - 1 - 34, 52},
		"moved out of sight":    {glance{dx: -31}, -1, -1},
	} {
		t.Run(name, func(t *testing.T) {
			p := net.NewPicture(net.Planes, net.W, net.H)
			for i := range p.V {
				p.V[i] = 9
			}
			v.fill(p, c.g)
			for k := range net.Planes {
				for y := range net.H {
					for x, got := range p.Row(k, y)[1 : net.W+1] {
						want := float32(0)
						if k == 0 && x == c.x && y == c.y {
							want = 1
						}
						if got != want {
							assert.Equal(t, want, got, "plane %d at %d, %d", k, x, y)
						}
					}
				}
			}
		})
	}
}
