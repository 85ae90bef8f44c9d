package writing

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// line returns the patch of a line of 80 by 13 mm at 6 px/mm, with a caption at
// its left.
func line() *Patch {
	p := &Patch{W: 480, H: 78, PxPerMM: 6, Height: 16, Caption: Rect{6, 28, 96, 46}, Room: Rect{100, 18, 474, 60}}
	p.Light = make([]uint8, p.W*p.H)
	noise := rand.New(rand.NewPCG(1, 2))
	for i := range p.Light {
		p.Light[i] = uint8(238 + noise.IntN(9))
	}
	p.letters(6, 46, 10, 30)
	return p
}

// ink draws a rectangle.
func (p *Patch) ink(x0, y0, x1, y1 int, light uint8) {
	for y := max(y0, 0); y < min(y1, p.H); y++ {
		for x := max(x0, 0); x < min(x1, p.W); x++ {
			p.Light[y*p.W+x] = light
		}
	}
}

// letters draws n letters of 2.5 mm that stand on base, as frames.
func (p *Patch) letters(x, base, n int, light uint8) {
	for range n {
		p.ink(x, base-15, x+2, base, light)
		p.ink(x+5, base-15, x+7, base, light)
		p.ink(x, base-2, x+7, base, light)
		x += 9
	}
}

func TestJudge(t *testing.T) {
	for name, c := range map[string]struct {
		draw   func(p *Patch)
		filled bool
	}{
		"nothing":                      {func(*Patch) {}, false},
		"print":                        {func(p *Patch) { p.letters(104, 46, 12, 30) }, true},
		"one digit":                    {func(p *Patch) { p.letters(104, 46, 1, 30) }, true},
		"pale print":                   {func(p *Patch) { p.letters(104, 46, 8, 100) }, true},
		"print lower than its caption": {func(p *Patch) { p.letters(104, 55, 12, 30) }, true},
		"dots": {func(p *Patch) {
			for x := 102; x < 470; x += 7 {
				p.ink(x, 48, x+2, 50, 80)
			}
		}, false},
		"dots that run together": {func(p *Patch) {
			for x := 102; x < 470; x += 5 {
				p.ink(x, 47, x+4, 50, 110)
			}
		}, false},
		"a ruled line": {func(p *Patch) { p.ink(100, 48, 474, 50, 60) }, false},
		"coarse dots of large print": {func(p *Patch) {
			for x := 102; x < 470; x += 20 {
				p.ink(x, 44, x+6, 50, 40)
			}
		}, false},
		"a piece of a streak":      {func(p *Patch) { p.ink(200, 8, 205, 62, 30) }, false},
		"the end of a neighbour":   {func(p *Patch) { p.ink(98, 30, 103, 46, 30) }, false},
		"a pale line of a pattern": {func(p *Patch) { p.slant(120) }, false},
		"print on dots": {func(p *Patch) {
			for x := 102; x < 470; x += 7 {
				p.ink(x, 48, x+2, 50, 80)
			}
			p.letters(104, 46, 9, 30)
		}, true},
		"print on a ruled line":                  {func(p *Patch) { p.ink(100, 45, 474, 47, 60); p.letters(104, 46, 9, 30) }, true},
		"what shows through":                     {func(p *Patch) { p.letters(104, 46, 12, 205) }, false},
		"the line above":                         {func(p *Patch) { p.letters(104, 12, 12, 30) }, false},
		"the line below":                         {func(p *Patch) { p.letters(104, 77, 12, 30) }, false},
		"the side of a table":                    {func(p *Patch) { p.ink(300, 0, 302, 78, 30) }, false},
		"specks":                                 {func(p *Patch) { p.ink(150, 40, 153, 43, 60); p.ink(300, 30, 302, 33, 60) }, false},
		"the foot of a letter of the line above": {func(p *Patch) { p.ink(200, 20, 204, 31, 60) }, false},
		"a dash":                                 {func(p *Patch) { p.ink(108, 38, 130, 41, 30) }, true},
		"a dark wave of a pattern":               {func(p *Patch) { p.wave(30) }, false},
		"a piece of a streak under a dash": {func(p *Patch) {
			p.ink(200, 34, 209, 38, 30)
			p.ink(200, 42, 209, 78, 30)
		}, false},
		"a shadow": {func(p *Patch) { p.shade() }, false},
		"a shadow that ends in the room": {func(p *Patch) {
			for y := 8; y < p.H; y++ {
				p.ink(440-y, y, p.W, y+1, 60)
			}
		}, false},
		"print in a shadow": {func(p *Patch) { p.letters(104, 46, 12, 30); p.shade() }, true},
	} {
		t.Run(name, func(t *testing.T) {
			p := line()
			c.draw(p)
			got := Judge(p)
			if c.filled {
				assert.Greater(t, got.Filled, 0.7, "%+v", got.Features)
			} else {
				assert.Less(t, got.Filled, 0.3, "%+v", got.Features)
			}
		})
	}
}

// slant draws a line across the room and out of the patch.
func (p *Patch) slant(light uint8) {
	for y := range p.H {
		p.ink(150+3*y, y, 156+3*y, y+1, light)
	}
}

// wave draws a thin line that goes up and down across the room.
func (p *Patch) wave(light uint8) {
	for x := 100; x < 474; x++ {
		y := 40 + int(6*math.Sin(float64(x)/14))
		p.ink(x, y, x+1, y+2, light)
	}
}

func TestPale(t *testing.T) {
	for name, c := range map[string]struct {
		draw func(p *Patch)
		pale bool
	}{
		"nothing":                 {func(*Patch) {}, false},
		"a worn pen":              {func(p *Patch) { p.letters(104, 46, 6, 180) }, true},
		"what shows through":      {func(p *Patch) { p.letters(104, 46, 12, 208) }, false},
		"a wave as dark as print": {func(p *Patch) { p.wave(30) }, false},
	} {
		p := line()
		c.draw(p)
		got := Judge(p)
		assert.Less(t, got.Filled, 0.5, "%s: %+v", name, got.Features)
		assert.Equal(t, c.pale, got.Pale() > 0.5, "%s: %+v", name, got.Features)
	}
}

// shade darkens the right side of a patch.
func (p *Patch) shade() {
	for i, v := range p.Light {
		x := i % p.W
		p.Light[i] = uint8(int(v) * (1000 - x) / 1000)
	}
}

func TestJudgeOfHostilePatches(t *testing.T) {
	for name, p := range map[string]*Patch{
		"empty":        {},
		"no pixels":    {W: 100, H: 50, PxPerMM: 6, Room: Rect{0, 0, 100, 50}},
		"room outside": {W: 20, H: 20, PxPerMM: 6, Light: make([]uint8, 400), Room: Rect{50, 50, 90, 90}},
		"all black":    {W: 20, H: 20, PxPerMM: 6, Light: make([]uint8, 400), Room: Rect{-9, -9, 90, 90}},
	} {
		got := Judge(p)
		assert.True(t, got.Filled >= 0 && got.Filled <= 1, name)
	}
}

func BenchmarkJudge(b *testing.B) {
	p := line()
	p.letters(104, 46, 20, 30)
	for b.Loop() {
		Judge(p)
	}
}
