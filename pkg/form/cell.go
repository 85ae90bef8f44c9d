package form

// cell looks for the ruled lines of a table or a box around a block: two upright
// ones, and level ones between them that close it.
func (l *located) cell(r *room, scale float64) {
	w, h := r.field.Area.W*scale, r.field.Area.H*scale
	win := l.script.ink.window(l.script.view.angle, r.at, Box{r.caps.X - w, r.caps.Y - 2*h, r.caps.W + 2*w, r.caps.H + 4*h})
	top, bottom := r.caps.Y, r.caps.Y+r.caps.H
	for _, side := range [][2]float64{{top - 1, bottom + 0.4*h}, {top - 0.4*h, bottom + 1}} {
		left, ok1 := win.wall(r.caps.X-0.5, -1, side[0], side[1])
		right, ok2 := win.wall(r.caps.X+r.caps.W+0.5, 1, side[0], side[1])
		if !ok1 || !ok2 || right-left > 2.2*w {
			continue
		}
		left, right = left+0.7, right-0.7
		floor, ok1 := win.floor(bottom+0.5, 1, left, right)
		roof, ok2 := win.floor(top-0.5, -1, left, right)
		if !ok1 || !ok2 {
			continue
		}
		// A line right under the captions parts a head from the place itself.
		if next, ok := win.floor(floor+2, 1, left, right); ok && floor-bottom < leastHeight*scale && next-floor > leastHeight*scale {
			r.ruled, floor = floor, next
		}
		r.left, r.right, r.above, r.below, r.walled = left, right, roof, floor, true
		return
	}
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
