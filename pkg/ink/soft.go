package ink

import "slices"

// What shines through from the other side of the paper is pale, and the paper spreads
// it: its edges are wider than those of what is printed on this side, however coarse or
// blurred the scan is. A pen that is as pale has edges as sharp as print. (Of 144 empty boxes with
// the other side behind them, on pages that eleven other people drew, 41 were as pale as this: 25 had
// edges 1.64 times as wide or wider, three 1.39 to 1.49, the others, mostly on lines of the paper's
// pattern, at most 1.28; of 159 signatures and fingerprints 17 were as pale, with 1.27 at most. Pens that
// ran dry, of another one, had 1.45 to 1.54, but at least 0.25 of the print's ink where what shines through
// with such edges has 0.21.)
const (
	paleInk    = 0.23
	softInk    = 1.38
	softHint   = 1.55 // where no stroke was dark enough to be measured
	behind     = 1.6  // surely from the other side,
	behindHint = 1.8  // likewise where no stroke was dark enough,
	behindInk  = 0.33 // and where it may be a little darker
	sureSoft   = 0.9  // how sure that is
	sureFinger = 0.9  // that it is a fingerprint
	shadowSoft = 6    // no ink has such edges, but a shadow on the paper
	penInk     = 50   // of a hundred, darker than the paper's pattern
	printInk   = 40   // of a hundred that the form's print has; paler is its rim
	hintInk    = 8    // where no stroke was as dark as ink is
)

// shinesThrough reports whether the strokes are as pale and soft as those of the other
// side of the paper.
func (f *Features) shinesThrough() bool {
	return f.CoreContrast < paleInk && f.Softness >= softInk && (f.CoreContrast > 0 || f.Softness >= softHint)
}

// liesBehind reports whether they are so soft that they surely are those. A fingerprint's
// ridges run into each other, which says nothing of where it lies. (Of ten pale ones the
// softness was 1.2 to 4.1.)
func (f *Features) liesBehind() bool {
	return f.CoreContrast < behindInk && f.Softness >= behind && (f.CoreContrast > 0 || f.Softness >= behindHint) && (f.Fingerprint <= sureFinger || f.Softness >= shadowSoft)
}

// soften measures how soft the strokes are, against the form's print: those of the largest
// group, since lines of the paper's pattern that lie about it have edges of their own, or of one that
// is darker than such lines and has more ink, where the pattern is the largest.
func (f *Features) soften(s *sheet, p *Patch, groups [][]*piece) {
	type sum struct {
		pieces    []*piece
		area, ink int
	}
	var core, dark sum
	for _, c := range groups {
		g := sum{pieces: c}
		for _, q := range c {
			g.area, g.ink = g.area+q.area, g.ink+q.ink
		}
		if g.area > core.area {
			core = g
		}
		if g.ink > dark.ink && g.ink > penInk*g.area {
			dark = g
		}
	}
	if dark.ink > core.ink {
		core = dark
	}
	var strokes, print []int
	for _, q := range core.pieces {
		for _, i := range q.pixels {
			strokes = append(strokes, int(i))
		}
	}
	if core.area > 0 {
		f.CoreContrast = float64(core.ink) / float64(core.area) / 100
	} else {
		strokes = s.inked(p.Box, hintInk)
	}
	for _, r := range p.Print {
		print = append(print, s.inked(r, printInk)...)
	}
	own, form := s.rim(strokes), s.rim(print)
	if own > 0 && form > 0 {
		f.Softness = own / form
	}
}

// inked returns the pixels of a rectangle with more ink than some.
func (s *sheet) inked(r Rect, some uint8) []int {
	var out []int
	r = r.clip(s.w, s.h)
	for y := r.Y0; y < r.Y1; y++ {
		for x := r.X0; x < r.X1; x++ {
			if i := y*s.w + x; s.ink[i] > some {
				out = append(out, i)
			}
		}
	}
	return out
}

// rim returns how wide the edges of some pixels' ink are: how dark the darkest fifth of
// it is over how steeply the steepest fifth falls off, in pixels; 0 for too few to tell.
func (s *sheet) rim(pixels []int) float64 {
	const least = 30
	var dark, steep []uint8
	for _, i := range pixels {
		x, y := i%s.w, i/s.w
		if x < 1 || y < 1 || x >= s.w-1 || y >= s.h-1 {
			continue
		}
		across := max(s.ink[i+1], s.ink[i-1]) - min(s.ink[i+1], s.ink[i-1])
		down := max(s.ink[i+s.w], s.ink[i-s.w]) - min(s.ink[i+s.w], s.ink[i-s.w])
		dark, steep = append(dark, s.ink[i]), append(steep, max(across, down))
	}
	if len(dark) < least {
		return 0
	}
	slices.Sort(dark)
	slices.Sort(steep)
	fifth := len(dark) * 4 / 5
	return float64(dark[fifth]) / float64(max(steep[fifth], 1))
}
