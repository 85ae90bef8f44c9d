package form

// cell looks for the ruled lines of a table or a box around a block: two upright
// ones, and level ones between them that close it. One cell may hold the places
// of several who sign side by side.
func (l *located) cell(r *room, all []*room, scale float64) {
	w, h := r.field.Area.W*scale, r.field.Area.H*scale
	others := 0.0
	for _, o := range all {
		if o != r && r.abreast(o) {
			others++
		}
	}
	wide := (1 + others) * w
	win := l.script.ink.window(l.script.view.angle, r.at, Box{r.caps.X - wide, r.caps.Y - 2*h, r.caps.W + 2*wide, r.caps.H + 4*h})
	top, bottom := r.caps.Y, r.caps.Y+r.caps.H
	spans, widest := [][2]float64{{top - 1, bottom + 0.4*h}, {top - 0.4*h, bottom + 1}}, 2.2
	if r.field.Repeated { // a table may be as wide as a sheet, and its head as low as a line
		spans, widest = append(spans, [2]float64{top - 1, bottom + 1}), 3.4
	}
	for _, side := range spans {
		left, ok1 := win.wall(r.caps.X-0.5, -1, side[0], side[1])
		right, ok2 := win.wall(r.caps.X+r.caps.W+0.5, 1, side[0], side[1])
		if !ok1 || !ok2 {
			continue
		}
		upright := []float64{left, right}
		left, right = left+insideRule, right-insideRule
		n := 0.0
		for _, o := range all {
			if o == r || !r.abreast(o) {
				continue
			}
			switch x, _ := r.at.from(o.middle(), o.box.Y+o.box.H/2); {
			case x > left && x < r.caps.X:
				left = max(left, (x+r.middle())/2)
				n++
			case x < right && x > r.caps.X+r.caps.W:
				right = min(right, (x+r.middle())/2)
				n++
			}
		}
		if upright[1]-upright[0] > widest*w*(1+n) {
			continue
		}
		floor, ok1 := win.floor(bottom+0.5, 1, left, right)
		roof, ok2 := win.floor(top-0.5, -1, left, right)
		if !ok1 || !ok2 {
			continue
		}
		level := []float64{roof, floor}
		// A line right under the captions parts a head from the place itself.
		if next, ok := win.floor(floor+2, 1, left, right); ok && floor-bottom < leastHeight*scale && next-floor > leastHeight*scale {
			r.ruled, floor = floor, next
			level = append(level, next)
		}
		r.left, r.right, r.above, r.below, r.walled = left, right, roof, floor, true
		r.rules = rules{upright, level}
		return
	}
}

// insideRule is how far from a ruled line a place begins, in mm.
const insideRule = 0.7

// rules are ruled lines about a place, in its own frame: x of upright ones and y
// of level ones.
type rules struct{ upright, level []float64 }

// moved returns the rules in a frame whose origin lies at (x, y).
func (r rules) moved(x, y float64) rules {
	var out rules
	for _, v := range r.upright {
		out.upright = append(out.upright, v-x)
	}
	for _, v := range r.level {
		out.level = append(out.level, v-y)
	}
	return out
}

// border returns where the page's printed border begins at its foot, or y1.
func (l *located) border(x0, x1, y1 float64) float64 {
	const deep = 25
	in := (x1 - x0) / 5
	w := l.script.ink.window(l.script.view.angle, local{(x0 + x1) / 2, y1, l.script.view.tilt.at(y1)}, Box{x0 + in, y1 - deep, x1 - x0 - 2*in, deep})
	for y := 1; y < w.h-1; y++ {
		n := 0
		for x := range w.w {
			if w.ink[(y-1)*w.w+x] || w.ink[y*w.w+x] || w.ink[(y+1)*w.w+x] {
				n++
			}
		}
		if 2*n > w.w {
			return w.y + float64(y)*w.mm
		}
	}
	return y1
}
