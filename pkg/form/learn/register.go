package learn

import (
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/form"
)

// affine maps (x, y) to (a x + b y + c, d x + e y + f), in mm.
type affine [6]float64

func (t affine) apply(x, y float64) (float64, float64) {
	return t[0]*x + t[1]*y + t[2], t[3]*x + t[4]*y + t[5]
}

// box maps a box that lies nearly level before and after.
func (t affine) box(b form.Box) form.Box {
	x0, y0 := t.apply(b.X, b.Y+b.H/2)
	x1, y1 := t.apply(b.X+b.W, b.Y+b.H/2)
	scale := math.Hypot(t[1], t[4])
	return form.Box{X: x0, Y: (y0+y1)/2 - b.H*scale/2, W: x1 - x0, H: b.H * scale}
}

// pair is one place of print on a sheet and on the first one.
type pair struct{ x, y, u, v float64 }

// Limits of registration. Print moves by little from one run of a printer to the
// next; a scanner keeps size to a per cent, a telephone does not.
const (
	minPairs  = 4   // lines that must agree
	maxPairs  = 200 // that are tried: the work grows with their cube
	near      = 3.0 // mm
	stretched = 1.25
	leastSaid = 4 // letters that a line begins with
)

// register finds the map from a sheet to the first one by the lines that begin
// alike. ok is false where too few of them lie alike.
func register(sheet, first *form.Print) (t affine, ok bool) {
	pairs := pairsOf(sheet, first)
	var best []pair
	for i, p := range pairs {
		for _, q := range pairs[i+1:] {
			s, ok := similarity([]pair{p, q})
			if !ok {
				continue
			}
			if in := inliers(pairs, s); len(in) > len(best) {
				best, t = in, s
			}
		}
	}
	if len(best) < minPairs || 4*len(best) < min(len(sheet.Lines), len(first.Lines)) && len(best) < 8 {
		return affine{}, false
	}
	for range 3 {
		fit := similarity
		if len(best) >= 8 {
			fit = fitAffine
		}
		if s, ok := fit(best); ok {
			if in := inliers(pairs, s); len(in) >= len(best) {
				best, t = in, s
			}
		}
	}
	return t, true
}

// pairsOf pairs the lines of two sheets that begin alike. What is filled in
// comes behind, so that only the left ends are compared.
func pairsOf(sheet, first *form.Print) []pair {
	var out []pair
	for _, a := range sheet.Lines {
		for _, b := range first.Lines {
			if len(out) < maxPairs && beginAlike(a, b) {
				out = append(out, pair{a.Words[0].Box.X, a.Box.Y + a.Box.H/2, b.Words[0].Box.X, b.Box.Y + b.Box.H/2})
			}
		}
	}
	return out
}

func beginAlike(a, b form.PrintLine) bool {
	said := 0
	for i := range min(len(a.Words), len(b.Words), 4) {
		v, w := a.Words[i].Text, b.Words[i].Text
		if form.Alike(v, w) < leastAlike {
			break
		}
		said += len(lettersOf(v))
	}
	return said >= leastSaid
}

func inliers(all []pair, t affine) []pair {
	return slices.DeleteFunc(slices.Clone(all), func(p pair) bool {
		u, v := t.apply(p.x, p.y)
		return math.Hypot(u-p.u, v-p.v) > near
	})
}

// similarity finds scale, turn and shift by least squares. Two places that are
// near each other say too little.
func similarity(ps []pair) (affine, bool) {
	mx, my, mu, mv := means(ps)
	var a, b, d float64
	for _, p := range ps {
		x, y, u, v := p.x-mx, p.y-my, p.u-mu, p.v-mv
		a, b, d = a+x*u+y*v, b+x*v-y*u, d+x*x+y*y
	}
	if d < 400*float64(len(ps)) {
		return affine{}, false
	}
	a, b = a/d, b/d
	if s := math.Hypot(a, b); s > stretched || s < 1/stretched || math.Abs(b) > 0.2*s {
		return affine{}, false
	}
	return affine{a, -b, mu - a*mx + b*my, b, a, mv - b*mx - a*my}, true
}

// fitAffine lets width and height stretch differently, and shear, as scanners
// that pull paper in do.
func fitAffine(ps []pair) (affine, bool) {
	mx, my, mu, mv := means(ps)
	var xx, xy, yy, xu, yu, xv, yv float64
	for _, p := range ps {
		x, y, u, v := p.x-mx, p.y-my, p.u-mu, p.v-mv
		xx, xy, yy = xx+x*x, xy+x*y, yy+y*y
		xu, yu, xv, yv = xu+x*u, yu+y*u, xv+x*v, yv+y*v
	}
	det := xx*yy - xy*xy
	if n := float64(len(ps)); det < 1e5*n*n {
		return similarity(ps)
	}
	a, b := (xu*yy-yu*xy)/det, (yu*xx-xu*xy)/det
	d, e := (xv*yy-yv*xy)/det, (yv*xx-xv*xy)/det
	return affine{a, b, mu - a*mx - b*my, d, e, mv - d*mx - e*my}, true
}

func means(ps []pair) (x, y, u, v float64) {
	for _, p := range ps {
		x, y, u, v = x+p.x, y+p.y, u+p.u, v+p.v
	}
	n := float64(len(ps))
	return x / n, y / n, u / n, v / n
}
