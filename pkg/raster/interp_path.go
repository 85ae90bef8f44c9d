package raster

import "math"

// maxSegments bounds the path that is kept point by point; of a longer one only
// the box around it is known.
const maxSegments = 2000

// point is a point on the displayed page in pt.
type point struct{ x, y float64 }

// path is the path under construction (ISO 32000-2 8.5.2) on the displayed page.
type path struct {
	box      rect
	any      bool
	subpaths [][]point
	segments int
	curved   bool
	overflow bool
	clip     bool // W or W* came: the next painting operator clips
}

func (p *path) add(q point, newSubpath bool) {
	if !p.any {
		p.box, p.any = rect{q.x, q.y, q.x, q.y}, true
	} else {
		p.box = p.box.union(rect{q.x, q.y, q.x, q.y})
	}
	if p.segments++; p.segments > maxSegments {
		p.overflow = true
		return
	}
	if newSubpath || len(p.subpaths) == 0 {
		p.subpaths = append(p.subpaths, nil)
	}
	last := len(p.subpaths) - 1
	p.subpaths[last] = append(p.subpaths[last], q)
}

func (p *path) close() {
	if n := len(p.subpaths); n > 0 && len(p.subpaths[n-1]) > 1 {
		p.add(p.subpaths[n-1][0], false)
	}
}

// rects returns the path as upright rectangles; ok is false if it is anything
// else. Points and lines, which fill nothing, are left out.
func (p *path) rects() (out []rect, ok bool) {
	if p.curved || p.overflow {
		return nil, false
	}
	for _, s := range p.subpaths {
		if n := len(s); n > 1 && s[0] == s[n-1] {
			s = s[:n-1]
		}
		if len(s) < 3 {
			continue
		}
		if len(s) != 4 {
			return nil, false
		}
		r := rect{s[0].x, s[0].y, s[0].x, s[0].y}
		for i, q := range s {
			r = r.union(rect{q.x, q.y, q.x, q.y})
			next := s[(i+1)%4]
			dx, dy := math.Abs(next.x-q.x), math.Abs(next.y-q.y)
			if min(dx, dy) > slack {
				return nil, false
			}
		}
		// Upright sides, but all on one line or folded back: no rectangle.
		diagonal := rect{min(s[0].x, s[2].x), min(s[0].y, s[2].y), max(s[0].x, s[2].x), max(s[0].y, s[2].y)}
		if !diagonal.covers(r, 2*slack) {
			return nil, false
		}
		out = append(out, r)
	}
	return out, true
}

// pathOperator handles path construction, painting and clipping; false if op
// is none of it.
func (in *interpreter) pathOperator(op string, operands []token) bool {
	v := first(operands)
	at := func(i int) point {
		x, y := in.ctm.apply(v[i], v[i+1])
		return point{x, y}
	}
	switch op {
	case "m":
		in.path.add(at(0), true)
	case "l":
		in.path.add(at(0), false)
	case "c":
		in.path.curved = true
		in.path.add(at(0), false)
		in.path.add(at(2), false)
		in.path.add(at(4), false)
	case "v", "y":
		in.path.curved = true
		in.path.add(at(0), false)
		in.path.add(at(2), false)
	case "h":
		in.path.close()
	case "re":
		x, y, w, h := v[0], v[1], v[2], v[3]
		for i, c := range [5][2]float64{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}} {
			px, py := in.ctm.apply(c[0], c[1])
			in.path.add(point{px, py}, i == 0)
		}
	case "W", "W*":
		in.path.clip = true
	case "n":
		in.endPath()
	case "f", "F", "f*":
		in.fillPath()
		in.endPath()
	case "S":
		in.strokePath()
		in.endPath()
	case "s":
		in.path.close()
		in.strokePath()
		in.endPath()
	case "B", "B*", "b", "b*":
		if op[0] == 'b' {
			in.path.close()
		}
		in.fillPath()
		in.strokePath()
		in.endPath()
	default:
		return false
	}
	return true
}

// endPath applies a pending clip and starts a new path.
func (in *interpreter) endPath() {
	if in.path.clip {
		box := rect{}
		if in.path.any {
			box = in.path.box
		}
		// One rectangle clips exactly. Anything else that is painted through
		// it is bounded by the box around it.
		if r, ok := in.path.rects(); !ok || len(r) > 1 {
			in.oddClip = true
		}
		in.clip = in.clip.intersect(box)
		if in.clip.empty() {
			in.clip = rect{}
		}
	}
	in.path = path{}
}

// fillPath paints upright rectangles of one colour, as used for a white ground,
// rules and redactions; other shapes are marks.
func (in *interpreter) fillPath() {
	if !in.path.any || in.hides > 0 || in.fillAlpha == 0 {
		return
	}
	rects, ok := in.path.rects()
	if !ok || !in.fill.known || in.fillAlpha != 1 || in.blend || in.softMask || in.oddClip {
		in.mark(VectorContent, in.path.box, in.path.box.area())
		return
	}
	for _, r := range rects {
		if r = r.intersect(in.clip); !r.empty() {
			in.items = append(in.items, item{kind: itemFill, box: r, colour: in.fill})
		}
	}
}

// strokePath marks each line of the path by itself: a frame round the page is
// little ink although the box around it is the page.
func (in *interpreter) strokePath() {
	if !in.path.any || in.strokeAlpha == 0 {
		return
	}
	width := max(0.25, in.lineWidth*in.ctm.scale())
	if in.path.overflow {
		in.mark(VectorContent, in.path.box.grow(width/2), in.path.box.area())
		return
	}
	for _, s := range in.path.subpaths {
		for i := 1; i < len(s); i++ {
			a, b := s[i-1], s[i]
			box := rect{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)}
			in.mark(VectorContent, box.grow(width/2), math.Hypot(b.x-a.x, b.y-a.y)*width)
		}
	}
}
