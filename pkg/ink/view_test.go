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

// Of a place larger than a view at its scale what is about the strokes is shown: a small hand in
// a large cell is as large as in a small one.
func TestViewAboutStrokes(t *testing.T) {
	const w, h, mm = 900, 800, 8.0
	box := Rect{40, 40, 860, 760}
	for name, c := range map[string]struct {
		strokes []*piece
		scale   float64 // px of the patch a pixel
	}{
		"small hand":      {[]*piece{{Rect: Rect{500, 600, 560, 640}}}, mm / viewScale},
		"at the edge":     {[]*piece{{Rect: Rect{800, 720, 880, 780}}}, mm / viewScale},
		"high":            {[]*piece{{Rect: Rect{100, 100, 160, 700}}}, (600/mm + 2*viewRoom) * mm / net.H},
		"two far apart":   {[]*piece{{Rect: Rect{100, 100, 160, 140}}, {Rect: Rect{700, 600, 760, 700}}}, (600/mm + 2*viewRoom) * mm / net.H},
		"nothing":         {nil, (720/mm + 2*viewRoom) * mm / net.H},
		"nothing but dot": {[]*piece{{Rect: Rect{500, 600, 505, 605}}}, (720/mm + 2*viewRoom) * mm / net.H},
	} {
		t.Run(name, func(t *testing.T) {
			s := &sheet{w: w, h: h, mm: mm}
			p := &Patch{W: w, H: h, PxPerMM: mm, Box: box}
			about := s.about(p, c.strokes)
			v := newView(s, p, about)
			assert.InDelta(t, c.scale, v.scale, 0.02)
			p.Sealed = true
			assert.Equal(t, box, s.about(p, c.strokes), "where a seal belongs")
			assert.Equal(t, box, Rect{min(box.X0, about.X0), min(box.Y0, about.Y0), max(box.X1, about.X1), max(box.Y1, about.Y1)}, "within the box")
			for _, q := range c.strokes {
				x, y := int((float64(q.X0+q.X1)/2-v.x0)/v.scale), int((float64(q.Y0+q.Y1)/2-v.y0)/v.scale)
				assert.True(t, x > 0 && y > 0 && x < net.W && y < net.H, "the middle of the strokes is seen")
			}
		})
	}
}
