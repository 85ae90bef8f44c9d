package ink_test

import (
	"image"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"github.com/tthclint/tthclint/pkg/ink"
)

// pad is a patch drawn by a test: 90 by 56 mm at 6 pixels a mm, the box 72 by
// 33 mm, two captions above it, a caption below.
type pad struct {
	*ink.Patch
	t   *testing.T
	rng *rand.Rand
}

func newPad(t *testing.T) *pad {
	const w, h = 90 * 6, 56 * 6
	p := &pad{t: t, rng: rand.New(rand.NewPCG(5, 6)), Patch: &ink.Patch{W: w, H: h, PxPerMM: 6,
		Y: make([]uint8, w*h), Cb: make([]uint8, w*h), Cr: make([]uint8, w*h), Box: ink.Rect{X0: 54, Y0: 90, X1: 486, Y1: 288}}}
	for i := range p.Y {
		// Pink paper with waves and noise.
		x, y := float64(i%w), float64(i/w)
		wave := 0.0
		if math.Mod(y+6*math.Sin(x/20), 12) < 1.5 {
			wave = 8
		}
		p.Y[i] = uint8(225 - wave + 6*p.rng.Float64())
		p.Cb[i], p.Cr[i] = 124, 136
	}
	p.caption("Chong", 40, 4, 10, 4)
	p.caption("(Ky, ghi ro ho, chu dem, ten)", 23, 10, 46, 4)
	p.caption("NGUOI KY GIAY CHUNG NHAN", 20, 50, 66, 4.5)
	return p
}

// caption prints words the form knows of.
func (p *pad) caption(words string, x, y, w, h float64) {
	p.text(words, x, y, w, h)
	p.Print = append(p.Print, ink.Rect{X0: int(x * 6), Y0: int(y * 6), X1: int((x + w) * 6), Y1: int((y + h) * 6)})
}

func (p *pad) text(words string, x, y, w, h float64) {
	ft, err := opentype.Parse(gobold.TTF)
	require.NoError(p.t, err)
	face, err := opentype.NewFace(ft, &opentype.FaceOptions{Size: h * 20, DPI: 72})
	require.NoError(p.t, err)
	n := font.MeasureString(face, words).Ceil()
	im := image.NewAlpha(image.Rect(0, 0, n, int(h*20)))
	(&font.Drawer{Dst: im, Src: image.Opaque, Face: face, Dot: fixed.P(0, int(h*16))}).DrawString(words)
	for v := 0.0; v < h; v += 0.05 {
		for u := 0.0; u < w; u += 0.05 {
			if im.AlphaAt(int(u/w*float64(n)), int(v*20)).A > 128 {
				p.dot(x+u, y+v, 0.05, 40, 128, 128)
			}
		}
	}
}

func (p *pad) dot(x, y, r float64, light, cb, cr uint8) {
	for v := int((y - r) * 6); v <= int((y+r)*6); v++ {
		for u := int((x - r) * 6); u <= int((x+r)*6); u++ {
			if u >= 0 && v >= 0 && u < p.W && v < p.H && math.Hypot(float64(u)/6-x, float64(v)/6-y) <= r+0.05 {
				i := v*p.W + u
				p.Y[i], p.Cb[i], p.Cr[i] = min(p.Y[i], light), cb, cr
			}
		}
	}
}

func (p *pad) line(x0, y0, x1, y1, r float64, light uint8) {
	n := int(math.Hypot(x1-x0, y1-y0)/0.08) + 1
	for k := range n + 1 {
		t := float64(k) / float64(n)
		p.dot(x0+t*(x1-x0), y0+t*(y1-y0), r, light, 128, 128)
	}
}

func (p *pad) scribble(x, y, w, h float64, light uint8) {
	lastX, lastY := 0.0, 0.0
	for i := range 241 {
		t := float64(i) / 240
		a := 2 * math.Pi * 6 * t
		u := x + w*t + w/14*math.Cos(a)
		v := y + h/2*(1.3-t)*math.Sin(a+3*t)*math.Cos(4*t)
		if i > 0 {
			p.line(lastX, lastY, u, v, 0.22, light)
		}
		lastX, lastY = u, v
	}
}

// soft blurs what is drawn by about a third of a mm, as paper does that ink shines through.
func (p *pad) soft(draw func()) {
	const r, passes = 2, 2
	bare := slices.Clone(p.Y)
	draw()
	ink := make([]float64, len(p.Y))
	for i, y := range p.Y {
		ink[i] = float64(bare[i]) - float64(y)
	}
	for range passes {
		for _, step := range []int{1, p.W} {
			next := make([]float64, len(ink))
			for i := r * step; i < len(ink)-r*step; i++ {
				for k := -r; k <= r; k++ {
					next[i] += ink[i+k*step] / (2*r + 1)
				}
			}
			ink = next
		}
	}
	for i, d := range ink {
		p.Y[i] = bare[i] - uint8(d)
	}
}

func (p *pad) finger(x, y float64, cb, cr uint8) {
	for v := -9.0; v < 9; v += 0.1 {
		for u := -6.5; u < 6.5; u += 0.1 {
			d := math.Hypot(u*1.2, v-3) + 0.4*math.Sin(0.6*u)
			if u*u/42+v*v/81 < 1 && math.Sin(2*math.Pi*d/0.5) > -0.3 && math.Sin(0.5*u+1)*math.Cos(0.6*v) > -0.75 {
				p.dot(x+u, y+v, 0.06, 110, cb, cr)
			}
		}
	}
}

func (p *pad) seal(x, y float64) {
	for _, r := range []float64{17.5, 17, 11} {
		for a := 0.0; a < 2*math.Pi; a += 0.004 {
			p.dot(x+r*math.Cos(a), y+r*math.Sin(a), 0.2, 120, 110, 200)
		}
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name   string
		draw   func(*pad)
		signed bool
		want   []ink.State
	}{
		{"blank", func(p *pad) {}, false, []ink.State{ink.Absent}},
		{"signature", func(p *pad) { p.scribble(30, 30, 28, 12, 70) }, true, []ink.State{ink.Present}},
		{"faint signature", func(p *pad) { p.scribble(30, 30, 28, 12, 155) }, true, []ink.State{ink.Present, ink.Unsure}},
		{"over the captions", func(p *pad) { p.scribble(30, 18, 28, 16, 70) }, true, []ink.State{ink.Present}},
		{"half outside", func(p *pad) { p.scribble(66, 30, 24, 12, 70) }, true, []ink.State{ink.Present}},
		{"above a typed name", func(p *pad) { p.scribble(30, 28, 28, 12, 70); p.text("Tran Van Minh", 30, 41, 28, 4.5) }, true, []ink.State{ink.Present}},
		{"typed name", func(p *pad) { p.text("Nguyen Thi Huong", 28, 40, 33, 4.5) }, false, []ink.State{ink.Absent}},
		{"ruled line", func(p *pad) { p.line(12, 34, 78, 35, 0.15, 60) }, false, []ink.State{ink.Absent}},
		{"fold", func(p *pad) { p.line(0, 30, 90, 29, 0.5, 150) }, false, []ink.State{ink.Absent}},
		{"dotted line", func(p *pad) {
			for x := 12.0; x < 78; x += 1.2 {
				p.dot(x, 36, 0.2, 80, 128, 128)
			}
		}, false, []ink.State{ink.Absent}},
		{"cross", func(p *pad) { p.line(40, 28, 44, 32, 0.2, 110); p.line(44, 28, 40, 32, 0.2, 110) }, false, []ink.State{ink.Absent, ink.Unsure}},
		{"stray stroke", func(p *pad) { p.line(40, 28, 47, 30, 0.2, 70) }, false, []ink.State{ink.Absent}},
		{"seal bleeding in", func(p *pad) { p.seal(75, 50); p.Seals = []ink.Circle{{X: 450, Y: 300, R: 107}} }, false, []ink.State{ink.Absent, ink.Unsure}},
		{"show-through", func(p *pad) { p.soft(func() { p.scribble(30, 30, 28, 12, 205) }) }, false, []ink.State{ink.Absent, ink.Unsure}},
		{"strong show-through", func(p *pad) { p.soft(func() { p.scribble(30, 30, 28, 12, 155) }) }, false, []ink.State{ink.Absent, ink.Unsure}},
		{"fingerprint", func(p *pad) { p.finger(45, 32, 145, 115) }, true, []ink.State{ink.Fingerprint}},
		{"red fingerprint", func(p *pad) { p.finger(45, 32, 112, 190) }, true, []ink.State{ink.Fingerprint, ink.Unsure}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPad(t)
			c.draw(p)
			r := ink.Read(p.Patch)
			assert.Contains(t, c.want, r.State, "%+v", r)
			if r.State != ink.Unsure {
				assert.Equal(t, c.signed, r.State.Signed())
			}
			grey := *p.Patch
			grey.Cb, grey.Cr = nil, nil
			if g := ink.Read(&grey); !c.signed {
				assert.False(t, g.State.Signed(), "without colour: %+v", g)
			}
		})
	}
}

func TestSeal(t *testing.T) {
	p := newPad(t)
	p.Sealed = true
	p.scribble(40, 30, 28, 12, 70)
	assert.Equal(t, ink.Absent, ink.JudgeSeal(ink.Measure(p.Patch), true).State)
	p.seal(40, 34)
	f := ink.Measure(p.Patch)
	assert.Equal(t, ink.Present, ink.JudgeSeal(f, true).State, "%+v", f)
	assert.Greater(t, f.Red, 20.0)
	p.Cb, p.Cr = nil, nil
	assert.Equal(t, ink.Present, ink.JudgeSeal(ink.Measure(p.Patch), false).State)
}

func TestContents(t *testing.T) {
	p := newPad(t)
	assert.Equal(t, []ink.Content{ink.Nothing}, ink.Read(p.Patch).Contents)
	p.text("Nguyen Thi Huong", 28, 40, 33, 4.5)
	assert.Equal(t, []ink.Content{ink.Name}, ink.Read(p.Patch).Contents)
	p.line(40, 26, 46, 28, 0.2, 70)
	assert.Equal(t, []ink.Content{ink.Name, ink.Mark}, ink.Read(p.Patch).Contents)
	p.scribble(30, 28, 28, 12, 70)
	assert.Equal(t, []ink.Content{ink.Handwriting, ink.Name}, ink.Read(p.Patch).Contents)
}

// A signature that reaches in from the next box is not this one's.
func TestOthers(t *testing.T) {
	p := newPad(t)
	p.Box.X1 = 270
	p.scribble(36, 30, 28, 12, 70)
	p.Others = []ink.Rect{{X0: 282, Y0: 90, X1: 520, Y1: 288}}
	r := ink.Read(p.Patch)
	assert.Equal(t, ink.Absent, r.State, "%+v", r)
	assert.Positive(t, r.Features.Foreign)
}

// A page that was scanned black says nothing.
func TestBlackPaper(t *testing.T) {
	p := newPad(t)
	clear(p.Y)
	assert.Equal(t, ink.Unsure, ink.Read(p.Patch).State)
	assert.Equal(t, ink.Unsure, ink.JudgeSeal(ink.Measure(p.Patch), true).State)
	assert.Equal(t, ink.Unsure, ink.Read(nil).State)
}

func TestSame(t *testing.T) {
	shape := func(draw func(p *pad)) ink.Shape {
		p := newPad(t)
		draw(p)
		return ink.Measure(p.Patch).Shape
	}
	a := shape(func(p *pad) { p.scribble(30, 30, 28, 12, 70) })
	b := shape(func(p *pad) { p.scribble(36, 33, 26, 11.2, 90) })
	c := shape(func(p *pad) {
		p.line(30, 24, 38, 40, 0.2, 70)
		p.line(38, 40, 44, 24, 0.2, 70)
		p.scribble(44, 34, 18, 6, 70)
	})
	assert.GreaterOrEqual(t, ink.Same(a, b), ink.SameFrom)
	assert.Less(t, ink.Same(a, c), ink.SameFrom)
	assert.Equal(t, ink.Same(a, b), ink.Same(a, b))
	assert.Zero(t, ink.Same(a, ink.Shape{}))
	assert.Zero(t, ink.Same(shape(func(p *pad) {}), a))
}

// A reading is a function of the patch alone.
func TestReadIsRepeatable(t *testing.T) {
	p := newPad(t)
	p.scribble(30, 30, 28, 12, 70)
	first := ink.Read(p.Patch)
	for range 5 {
		assert.Equal(t, first, ink.Read(p.Patch))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(0, 0, 6.0, 0, 0, []byte{})
	f.Add(1, 1, 6.0, 1, 1, []byte{7})
	f.Add(600, 9, 6.0, 500, 9, []byte{0, 255})
	f.Add(200, 200, 3.0, -50, 900, []byte("some noise that repeats"))
	f.Fuzz(func(t *testing.T, w, h int, scale float64, x, y int, pattern []byte) {
		n := 0
		if w > 0 && h > 0 && w < 1000 && h < 1000 {
			n = w * h
		}
		fill := func(k int) []uint8 {
			v := make([]uint8, n)
			for i := range v {
				if len(pattern) > 0 {
					v[i] = pattern[(i*k+i/31)%len(pattern)]
				}
			}
			return v
		}
		p := &ink.Patch{W: w, H: h, PxPerMM: scale, Y: fill(1), Box: ink.Rect{X0: x, Y0: y, X1: x + w/2, Y1: y + h/2},
			Print: []ink.Rect{{X0: -x, Y0: y, X1: w, Y1: 3}, {X0: 5, Y0: 5, X1: -5, Y1: -9}}, Others: []ink.Rect{{X0: x, Y0: -y, X1: w + x, Y1: h}}, Seals: []ink.Circle{{X: y, Y: x, R: w}},
			Bilevel: x%2 == 0, Sealed: y%2 == 0}
		if len(pattern)%2 == 0 {
			p.Cb, p.Cr = fill(2), fill(3)
		}
		r := ink.Read(p)
		if r.Confidence < 0 || r.Confidence > 1 || r.Confidence != r.Confidence {
			t.Fatal(r)
		}
		if v := ink.Same(r.Features.Shape, r.Features.Shape); !(v >= 0 && v <= 1) {
			t.Fatal(v)
		}
		ink.JudgeSeal(r.Features, p.Cb != nil)
	})
}

func BenchmarkRead(b *testing.B) {
	t := &testing.T{}
	p := newPad(t)
	p.scribble(30, 30, 28, 12, 70)
	for b.Loop() {
		ink.Read(p.Patch)
	}
}
