package form

import (
	"math"
	"slices"
)

// point pairs a place on the sheet with a place in the frame, in mm.
type point struct {
	x, y, u, v float64
	w          float64 // weight
}

// points returns the places that a match rests on: the middles of centred
// lines, the left ends of open ones, and the free ends of lines that
// handwriting touches.
func (m *match) points() []point {
	var out []point
	for _, h := range m.hits {
		c := m.edition.Captions[h.caption]
		l := m.at(h.line)
		cy := c.Box.Y + c.Box.H/2
		mid := c.Box.X + c.Box.W/2
		half := m.face.ratio[c.class()] * c.Box.W / 2
		switch {
		case c.Open:
			out = append(out, point{c.Box.X, cy, l.x0, l.cy(), 0.6})
		case h.left && h.right:
			out = append(out, point{mid, cy, (l.x0 + l.x1) / 2, l.cy(), 1})
		case h.left:
			out = append(out, point{mid - half, cy, l.x0, l.cy(), 0.2})
		case h.right:
			out = append(out, point{mid + half, cy, l.x1, l.cy(), 0.2})
		}
	}
	return out
}

// measureFace sets the widths of the typeface from the lines found whole. The
// median resists a line of other text.
func (m *match) measureFace() {
	var rs [2][]float64
	for _, h := range m.hits {
		c := m.edition.Captions[h.caption]
		if !h.left || !h.right || c.Box.W < 25 {
			continue
		}
		y := c.Box.Y + c.Box.H/2
		ax, ay := m.to.Apply(c.Box.X, y)
		bx, by := m.to.Apply(c.Box.X+c.Box.W, y)
		if d := math.Hypot(bx-ax, by-ay); d > 0 {
			rs[c.class()] = append(rs[c.class()], m.at(h.line).w()/d)
		}
	}
	for i, r := range rs {
		if m.face.known[i] = len(r) > 0; m.face.known[i] {
			slices.Sort(r)
			m.face.ratio[i] = min(max((r[len(r)/2]+r[(len(r)-1)/2])/2, minFace), maxFace)
		}
	}
	for i, r := range rs {
		if len(r) == 0 {
			m.face.ratio[i] = m.face.ratio[1-i]
		}
	}
}

// fitSimilarity finds scale, turn and shift by least squares.
func fitSimilarity(ps []point) (Transform, bool) {
	var n, mx, my, mu, mv float64
	for _, p := range ps {
		n += p.w
		mx, my, mu, mv = mx+p.w*p.x, my+p.w*p.y, mu+p.w*p.u, mv+p.w*p.v
	}
	if n == 0 {
		return Transform{}, false
	}
	mx, my, mu, mv = mx/n, my/n, mu/n, mv/n
	var a, b, d float64
	for _, p := range ps {
		x, y, u, v := p.x-mx, p.y-my, p.u-mu, p.v-mv
		a += p.w * (x*u + y*v)
		b += p.w * (x*v - y*u)
		d += p.w * (x*x + y*y)
	}
	if d < 1 {
		return Transform{}, false
	}
	a, b = a/d, b/d
	return Transform{a, -b, mu - a*mx + b*my, b, a, mv - b*mx - a*my, 0, 0, 1}, true
}

// Ridges of fitProjective: how strongly shear and perspective are held at
// nothing unless the points ask for them.
const (
	stiffAffine = 1e-4
	stiffBent   = 0.05
)

// fitProjective finds a plane projective map by linear least squares in
// normalised coordinates. bend 0 gives an affine map; 1 lets perspective in
// where many points agree on it.
func fitProjective(ps []point, bend float64) (Transform, bool) {
	sim, ok := fitSimilarity(ps)
	if !ok || len(ps) < 6 {
		return sim, ok
	}
	// Around the middle of the points, in units of 100 mm, the unknowns are of
	// one size: u = a x + b y + c - u(g x + h y), the same for v.
	var mx, my, n float64
	for _, p := range ps {
		mx, my, n = mx+p.w*p.x, my+p.w*p.y, n+p.w
	}
	mx, my = mx/n, my/n
	cu, cv := sim.Apply(mx, my)
	const unit = 100
	var ata [8][9]float64
	add := func(row [8]float64, rhs, w float64) {
		for i := range row {
			for j := range row {
				ata[i][j] += w * row[i] * row[j]
			}
			ata[i][8] += w * row[i] * rhs
		}
	}
	for _, p := range ps {
		x, y, u, v := (p.x-mx)/unit, (p.y-my)/unit, (p.u-cu)/unit, (p.v-cv)/unit
		add([8]float64{x, y, 1, 0, 0, 0, -u * x, -u * y}, u, p.w)
		add([8]float64{0, 0, 0, x, y, 1, -v * x, -v * y}, v, p.w)
	}
	// Hold the map near the similarity: shear gently, perspective firmly.
	for i, v := range []float64{sim[0], sim[1], 0, sim[3], sim[4], 0} {
		var row [8]float64
		row[i] = 1
		add(row, v, stiffAffine*n)
	}
	for i := 6; i < 8; i++ {
		var row [8]float64
		row[i] = 1
		w := stiffBent * 0.02 * n
		if bend == 0 {
			w = 1e9
		}
		add(row, 0, w)
	}
	s, ok := solve(ata)
	if !ok {
		return sim, true
	}
	// Back to mm: compose with the shifts and the unit.
	in := Transform{1.0 / unit, 0, -mx / unit, 0, 1.0 / unit, -my / unit, 0, 0, 1}
	h := Transform{s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], 1}
	out := Transform{unit, 0, cu, 0, unit, cv, 0, 0, 1}
	return out.after(h).after(in), true
}

// solve eliminates an 8 by 8 system with pivoting.
func solve(a [8][9]float64) ([8]float64, bool) {
	var x [8]float64
	for c := range 8 {
		p := c
		for r := c + 1; r < 8; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[p][c]) {
				p = r
			}
		}
		if math.Abs(a[p][c]) < 1e-12 {
			return x, false
		}
		a[c], a[p] = a[p], a[c]
		for r := range 8 {
			if r == c {
				continue
			}
			f := a[r][c] / a[c][c]
			for k := c; k < 9; k++ {
				a[r][k] -= f * a[c][k]
			}
		}
	}
	for i := range x {
		x[i] = a[i][8] / a[i][i]
		if math.IsNaN(x[i]) || math.IsInf(x[i], 0) {
			return x, false
		}
	}
	return x, true
}

// refine lays the edition on its lines ever more closely.
func (m *match) refine() {
	type step struct{ tol, bend float64 }
	for _, s := range []step{{5, -1}, {4.5, 0}, {4, 0}, {3, 1}, {2.5, 1}, {2.2, 1}} {
		m.pair(s.tol, 0)
		ps := m.points()
		var t Transform
		var ok bool
		if s.bend < 0 {
			t, ok = fitSimilarity(ps)
		} else {
			t, ok = fitProjective(ps, s.bend)
		}
		if !ok {
			m.hits, m.score = nil, 0
			return
		}
		m.to = t
		m.measureFace()
	}
	m.pair(2, 0)
	if !m.title() {
		// Another line in capitals may have set the face wrongly.
		again := *m
		again.hits = nil
		again.face.known[1] = false
		again.face.ratio[1] = again.face.ratio[0]
		again.pair(2, 0)
		again.measureFace()
		again.pair(2, 0)
		if again.score > m.score {
			*m = again
		}
	}
	var sum, n float64
	for _, p := range m.points() {
		u, v := m.to.Apply(p.x, p.y)
		sum += p.w * ((u-p.u)*(u-p.u) + (v-p.v)*(v-p.v))
		n += p.w
	}
	if n > 0 {
		m.rms = math.Sqrt(sum / n)
	}
}
