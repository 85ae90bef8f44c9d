package ink

import "math/rand/v2"

// Signature returns the strokes of a signature as people write them in haste: a
// large first letter, a run of small loops, a flourish, often a mark above. It
// is about 1 high and 2 to 3 wide, the baseline at y = 0, y downwards.
func Signature(seed uint64) []Stroke {
	r := rand.New(rand.NewPCG(seed, 0x5157))
	h := hand{r: r, slant: 0.12 + 0.28*r.Float64(), pen: 0.028 + 0.012*r.Float64()}
	var knots []pt
	knots = append(knots, h.capital()...)
	knots = append(knots, h.run(4+r.IntN(4))...)
	strokes := []Stroke{}
	if r.IntN(3) > 0 {
		knots = append(knots, h.sweep()...)
	} else {
		strokes = append(strokes, curve(r, h.slanted(h.underline()), h.pen))
	}
	strokes = append([]Stroke{curve(r, h.slanted(knots), h.pen)}, strokes...)
	for range 1 + r.IntN(2) {
		strokes = append(strokes, curve(r, h.slanted(h.mark()), h.pen))
	}
	return strokes
}

// hand is how one person writes.
type hand struct {
	r     *rand.Rand
	slant float64
	pen   float64
	x     float64 // how far the writing has come
	left  float64 // where the run of letters began
}

// jit shakes a value by a part of it.
func (h *hand) jit(v, by float64) float64 { return v + by*(2*h.r.Float64()-1) }

func (h *hand) slanted(k []pt) []pt {
	for i := range k {
		k[i].x -= h.slant * k[i].y
	}
	return k
}

// capital is the first letter, one of four shapes.
func (h *hand) capital() []pt {
	j := func(x, y float64) pt { return pt{h.jit(x, 0.05), h.jit(y, 0.06)} }
	h.x = 0.62
	switch h.r.IntN(4) {
	case 0: // N, H: up, down, up
		return []pt{j(0, 0), j(0.06, -0.45), j(0.16, -0.98), j(0.24, -0.5), j(0.3, 0.02), j(0.4, -0.5), j(0.52, -1.02), j(0.5, -0.5), j(0.56, -0.02)}
	case 1: // T, Đ: a bow above a loop
		return []pt{j(0.02, -0.72), j(0.25, -0.98), j(0.62, -0.92), j(0.4, -0.8), j(0.3, -0.35), j(0.16, 0.08), j(0.02, -0.08), j(0.24, -0.22), j(0.56, -0.06)}
	case 2: // L, B: a tall loop with a belly
		return []pt{j(0.08, -0.2), j(0.34, -0.62), j(0.4, -1.05), j(0.22, -1), j(0.14, -0.45), j(0.08, 0.06), j(0.3, 0), j(0.46, -0.3), j(0.3, -0.42), j(0.6, -0.04)}
	default: // Q, O: a wide round
		return []pt{j(0.4, -0.88), j(0.1, -0.78), j(0, -0.3), j(0.2, 0.05), j(0.48, -0.3), j(0.46, -0.82), j(0.22, -0.72), j(0.36, -0.2), j(0.62, -0.06)}
	}
}

// run is the small letters, of which a hasty hand leaves loops and waves.
func (h *hand) run(n int) []pt {
	h.left = h.x
	var k []pt
	for range n {
		w := h.jit(0.2, 0.05)
		top := h.jit(-0.3, 0.08)
		switch h.r.IntN(6) {
		case 0: // ascender loop
			k = append(k, pt{h.x + 0.6*w, h.jit(-0.75, 0.12)}, pt{h.x + 0.3*w, h.jit(-0.72, 0.1)}, pt{h.x + 0.45*w, -0.1})
		case 1: // descender loop
			k = append(k, pt{h.x + 0.5*w, top}, pt{h.x + 0.5*w, h.jit(0.42, 0.1)}, pt{h.x + 0.15*w, h.jit(0.4, 0.08)})
		case 2: // round
			k = append(k, pt{h.x + 0.7*w, top}, pt{h.x + 0.25*w, top * 0.8}, pt{h.x + 0.3*w, 0.02}, pt{h.x + 0.8*w, -0.06})
		default: // wave
			k = append(k, pt{h.x + 0.5*w, top}, pt{h.x + 0.7*w, top * 0.7})
		}
		k = append(k, pt{h.x + w, h.jit(-0.01, 0.05)})
		h.x += w
	}
	return k
}

// sweep ends the run in a stroke that returns under the writing.
func (h *hand) sweep() []pt {
	end := h.x + h.jit(0.45, 0.15)
	return []pt{
		{end, h.jit(-0.35, 0.2)}, {end + 0.1, h.jit(-0.05, 0.08)}, {h.x - 0.2, h.jit(0.28, 0.06)},
		{h.left, h.jit(0.34, 0.06)}, {h.left + 0.1, h.jit(0.22, 0.04)}, {h.x + 0.3, h.jit(0.16, 0.05)},
	}
}

// underline is a separate line under the writing.
func (h *hand) underline() []pt {
	return []pt{{h.left - 0.3, h.jit(0.3, 0.05)}, {(h.left + h.x) / 2, h.jit(0.22, 0.05)}, {h.x + 0.35, h.jit(0.12, 0.1)}, {h.x + 0.2, h.jit(0.3, 0.05)}}
}

// mark is a sign above or through a letter.
func (h *hand) mark() []pt {
	x := h.left + h.r.Float64()*(h.x-h.left)
	y := h.jit(-0.68, 0.1)
	return []pt{{x, y}, {x + 0.1, y - h.jit(0.08, 0.05)}, {x + 0.22, y + h.jit(0.02, 0.04)}}
}
