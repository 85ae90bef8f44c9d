package form

import "math"

// run is a horizontal stretch of ink: columns x0 to x1, x1 outside.
type run struct{ y, x0, x1, blob int32 }

// blobs are the connected pieces of an ink map, as runs.
type blobs struct {
	m    *inkMap
	runs []run
	n    int
}

// maxRuns bounds the work on a picture of noise. A page of dense text has a
// tenth of it.
const maxRuns = 2_000_000

// findBlobs labels the 8-connected pieces of ink.
func findBlobs(m *inkMap) *blobs {
	b := &blobs{m: m}
	parent := []int32{}
	root := func(i int32) int32 {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	prev0, prev1 := 0, 0 // runs of the row above
	for y := range m.h {
		row := m.ink[y*m.w : (y+1)*m.w]
		begin := len(b.runs)
		up := prev0
		for x := 0; x < m.w; x++ {
			if !row[x] {
				continue
			}
			x0 := x
			for x < m.w && row[x] {
				x++
			}
			id := int32(len(parent))
			parent = append(parent, id)
			for up < prev1 && int(b.runs[up].x1) < x0 {
				up++
			}
			for k := up; k < prev1 && int(b.runs[k].x0) <= x; k++ {
				r := root(b.runs[k].blob)
				if s := root(id); r != s {
					parent[max(r, s)] = min(r, s)
				}
			}
			b.runs = append(b.runs, run{int32(y), int32(x0), int32(x), id})
		}
		prev0, prev1 = begin, len(b.runs)
		if len(b.runs) > maxRuns {
			break
		}
	}
	number := make([]int32, len(parent))
	for i := range b.runs {
		r := root(b.runs[i].blob)
		if number[r] == 0 {
			b.n++
			number[r] = int32(b.n)
		}
		b.runs[i].blob = number[r] - 1
	}
	return b
}

// glyph is the bounding box of a blob in a turned frame, in mm.
type glyph struct {
	x0, y0, x1, y1 float64
	area           float64 // mm² of ink
}

func (g glyph) w() float64 { return g.x1 - g.x0 }
func (g glyph) h() float64 { return g.y1 - g.y0 }

// glyphs returns the boxes of all blobs in the page's frame turned so that the
// direction at the given angle (radians, clockwise as seen) becomes the x axis.
func (b *blobs) glyphs(angle float64) []glyph {
	out := make([]glyph, b.n)
	for i := range out {
		out[i] = glyph{x0: math.Inf(1), y0: math.Inf(1), x1: math.Inf(-1), y1: math.Inf(-1)}
	}
	sin, cos := math.Sincos(angle)
	half := 0.5 * (math.Abs(sin)*b.m.mmX + math.Abs(cos)*b.m.mmY)
	px := b.m.mmX * b.m.mmY
	for _, r := range b.runs {
		g := &out[r.blob]
		y := (float64(r.y) + 0.5) * b.m.mmY
		xa, xb := float64(r.x0)*b.m.mmX, float64(r.x1)*b.m.mmX
		ua, va := xa*cos+y*sin, -xa*sin+y*cos
		ub, vb := xb*cos+y*sin, -xb*sin+y*cos
		g.x0, g.x1 = min(g.x0, ua, ub), max(g.x1, ua, ub)
		g.y0, g.y1 = min(g.y0, va-half, vb-half), max(g.y1, va+half, vb+half)
		g.area += float64(r.x1-r.x0) * px
	}
	return out
}
