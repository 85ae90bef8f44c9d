package ink

import "slices"

// What shines through from the other side of the paper is pale, and the paper spreads
// it: its edges are wider than those of what is printed on this side, however coarse or
// blurred the scan is. A pen that is as pale has edges as sharp as print. (Of eleven drawn
// boxes with the other side behind them, as pale as this, eight had edges 1.64 to 2.5
// times as wide and three at most 1.2; of 26 signatures and fingerprints as pale one had
// 1.62 and the others at most 1.33. On 310 pages that other people drew six empty places
// with the other side behind them, which the models took for signed, had 1.56 to 2.5, and 20
// signatures as pale at most 1.43. With strokes that were measured as such, these had at most 1.33
// and the sharpest of the others 1.40.)
const (
	paleInk    = 0.3
	softInk    = 1.38
	softHint   = 1.55 // where no stroke was dark enough to be measured
	behind     = 1.8  // surely from the other side,
	behindInk  = 0.33 // where it may be a little darker
	sureSoft   = 0.9  // how sure that is
	sureFinger = 0.9  // that it is a fingerprint
	printInk   = 40   // of a hundred that the form's print has; paler is its rim
	hintInk    = 8    // where no stroke was as dark as ink is
)

// shinesThrough reports whether the strokes are as pale and soft as those of the other
// side of the paper.
func (f *Features) shinesThrough() bool {
	return f.Contrast < paleInk && f.Softness >= softInk && (f.Contrast > 0 || f.Softness >= softHint)
}

// liesBehind reports whether they are so soft that they surely are those. A fingerprint's
// ridges run into each other, which says nothing of where it lies. (Of ten pale ones the
// softness was 1.2 to 4.1.)
func (f *Features) liesBehind() bool {
	return f.Contrast < behindInk && f.Softness >= behind && f.Fingerprint <= sureFinger
}

// soften measures how soft the strokes are, against the form's print.
func (f *Features) soften(s *sheet, p *Patch, rest []*piece) {
	var strokes, print []int
	for _, q := range rest {
		for _, i := range q.pixels {
			strokes = append(strokes, int(i))
		}
	}
	if len(strokes) == 0 {
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
