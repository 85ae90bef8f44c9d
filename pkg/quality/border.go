package quality

import (
	"math"
	"slices"
)

// deep counts the cells of ground from a side inwards.
func (o *outline) deep(side Side, along int) int {
	n := o.ny
	if side == Left || side == Right {
		n = o.nx
	}
	for d := range n {
		x, y := along, d
		switch side {
		case Right:
			x, y = o.nx-1-d, along
		case Bottom:
			x, y = along, o.ny-1-d
		case Left:
			x, y = d, along
		}
		if !o.out[y*o.nx+x] {
			return d
		}
	}
	return n
}

// edge fits a straight line to where the paper begins, away from the corners.
func (o *outline) edge(side Side) edge {
	n := o.nx
	if side == Left || side == Right {
		n = o.ny
	}
	var at, deep []float64
	some := 0
	for i := n / 10; i < n-n/10; i++ {
		d := o.deep(side, i)
		if d > 0 {
			some++
		}
		at, deep = append(at, float64(i-n/2)), append(deep, float64(d))
	}
	e := edge{}
	if float64(some) < groundLong*float64(len(at)) {
		return e
	}
	slope, mid := line(at, deep)
	var miss []float64
	for i := range at {
		miss = append(miss, math.Abs(deep[i]-mid-slope*at[i]))
	}
	slices.Sort(miss)
	e.deep, e.miss = mid*o.mm, miss[len(miss)/2]*o.mm
	e.there = e.deep >= groundDeep
	e.angle = math.Atan(slope) * 180 / math.Pi
	if side == Left || side == Bottom { // deeper downwards, or to the right from below: counter-clockwise
		e.angle = -e.angle
	}
	return e
}

// line fits y = mid + slope·x: by medians first (Theil and Sen, pairs half the
// length apart), which a torn corner does not move, then by least squares through
// the points near that, since cells are coarse.
func line(x, y []float64) (slope, mid float64) {
	half := len(x) / 2
	var slopes, mids []float64
	for i := 0; i+half < len(x); i++ {
		slopes = append(slopes, (y[i+half]-y[i])/(x[i+half]-x[i]))
	}
	if len(slopes) == 0 {
		return 0, 0
	}
	slices.Sort(slopes)
	slope = slopes[len(slopes)/2]
	for i := range x {
		mids = append(mids, y[i]-slope*x[i])
	}
	slices.Sort(mids)
	mid = mids[len(mids)/2]
	const near = 1.5 // cells
	var n, sx, sy, sxx, sxy float64
	for i := range x {
		if math.Abs(y[i]-mid-slope*x[i]) <= near {
			n, sx, sy, sxx, sxy = n+1, sx+x[i], sy+y[i], sxx+x[i]*x[i], sxy+x[i]*y[i]
		}
	}
	if d := n*sxx - sx*sx; 2*n > float64(len(x)) && d > 0 {
		slope = (n*sxy - sx*sy) / d
		mid = (sy - slope*sx) / n
	}
	return slope, mid
}

// keystone is how far, in degrees, opposite edges of the paper are from being
// parallel: 0 where less than two opposite edges are seen.
func (o *outline) keystone() float64 {
	most := 0.0
	for _, pair := range [2][2]Side{{Top, Bottom}, {Left, Right}} {
		a, b := o.sides[pair[0]], o.sides[pair[1]]
		if min(a.deep, b.deep) >= groundSure && max(a.miss, b.miss) < groundRough {
			most = max(most, math.Abs(a.angle-b.angle))
		}
	}
	return most
}
