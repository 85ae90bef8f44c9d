package writing

import (
	"math"
	"testing"
)

func FuzzJudge(f *testing.F) {
	f.Add([]byte{255, 0, 255, 0}, 40, 12, 6.0, 16.0, 4, 2, 36, 10)
	f.Add([]byte{250, 250, 30}, 480, 78, 6.0, 16.0, 100, 18, 474, 60)
	f.Add([]byte{0}, 8, 8, 0.0, 0.0, -9, -9, 90, 90)
	f.Add([]byte{200, 10}, 30, 30, math.NaN(), math.Inf(1), 0, 0, 30, 30)
	f.Fuzz(func(t *testing.T, ink []byte, w, h int, scale, height float64, x0, y0, x1, y1 int) {
		if w < 0 || h < 0 || w > 600 || h > 120 || len(ink) == 0 {
			return
		}
		p := &Patch{W: w, H: h, PxPerMM: scale, Height: height, Room: Rect{x0, y0, x1, y1}, Caption: Rect{y0, x0, y1, x1}}
		p.Light, p.Blue = make([]uint8, w*h), make([]uint8, w*h)
		for i := range p.Light {
			p.Light[i], p.Blue[i] = ink[i%len(ink)], ink[(i/3)%len(ink)]
		}
		got := Judge(p)
		for name, v := range map[string]float64{"filled": got.Filled, "hand": got.Hand} {
			if !(v >= 0 && v <= 1) {
				t.Errorf("%s is %v", name, v)
			}
		}
		if r := got.Ink; r != (Rect{}) && (r.X0 < 0 || r.Y0 < 0 || r.X1 > w || r.Y1 > h || r.X0 >= r.X1 || r.Y0 >= r.Y1) {
			t.Errorf("ink at %v of %d by %d", r, w, h)
		}
	})
}
