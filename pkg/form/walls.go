package form

import "math"

// window is the ink of a part of a page, upright along the print around a
// place, so that ruled lines stand along its rows and columns.
type window struct {
	x, y float64 // of its top left in the local frame, mm
	w, h int
	mm   float64 // of a pixel
	ink  []bool
}

// local is the frame of a block: the view turned about a point so that the
// block's line is level.
type local struct{ cx, cy, slope float64 }

// view maps a point of the local frame to the view.
func (l local) view(x, y float64) (float64, float64) {
	dx, dy := x-l.cx, y-l.cy
	return l.cx + dx - l.slope*dy, l.cy + dy + l.slope*dx
}

// from maps a point of the view to the local frame.
func (l local) from(x, y float64) (float64, float64) {
	dx, dy := x-l.cx, y-l.cy
	n := 1 + l.slope*l.slope
	return l.cx + (dx+l.slope*dy)/n, l.cy + (dy-l.slope*dx)/n
}

// windowMM is the size of a pixel of a window.
const windowMM = 0.25

// window cuts a box of a local frame out of the page's ink.
func (m *inkMap) window(angle float64, at local, b Box) *window {
	w := &window{x: b.X, y: b.Y, w: int(b.W / windowMM), h: int(b.H / windowMM), mm: windowMM}
	if w.w < 1 || w.h < 1 || w.w > 2000 || w.h > 2000 {
		return &window{mm: windowMM}
	}
	w.ink = make([]bool, w.w*w.h)
	sin, cos := math.Sincos(angle)
	for y := range w.h {
		for x := range w.w {
			u, v := at.view(b.X+(float64(x)+0.5)*windowMM, b.Y+(float64(y)+0.5)*windowMM)
			px, py := int((u*cos-v*sin)/m.mmX), int((u*sin+v*cos)/m.mmY)
			if px >= 0 && py >= 0 && px < m.w && py < m.h {
				w.ink[y*w.w+x] = m.ink[py*m.w+px]
			}
		}
	}
	return w
}

// wall looks from a column, in steps of -1 or 1, for an upright ruled line that
// spans the rows y0 to y1, and returns where it stands in their middle.
func (w *window) wall(from float64, step int, y0, y1 float64) (float64, bool) {
	r0, r1 := w.row(y0), w.row(y1)
	if r1-r0 < 12 {
		return 0, false
	}
	for x := int((from - w.x) / w.mm); x >= 2 && x < w.w-2; x += step {
		if at, ok := follow(x, r0, r1, 1, w.w, func(x, y int) bool { return w.ink[y*w.w+x] }); ok {
			return w.x + (at+0.5)*w.mm, true
		}
	}
	return 0, false
}

// upright reports whether an upright line runs at x from y0 to y1.
func (w *window) upright(x, y0, y1 float64) bool {
	const off = 1.5 // mm that a line may stand aslant
	at, ok := w.wall(x-off, 1, y0, y1)
	return ok && at < x+off
}

// side returns where the next upright line from one level line to another is, right of x: hands and
// fingerprints reach neither both nor all the way.
func (w *window) side(x, roof, floor float64) (float64, bool) {
	const off, rim = 2, 0.5 // mm
	for {
		at, ok := w.wall(x, 1, roof+off, floor-off)
		if !ok || w.upright(at, roof+rim, floor-rim) {
			return at, ok
		}
		x = at + 1
	}
}

// floor does for level lines what wall does for upright ones.
func (w *window) floor(from float64, step int, x0, x1 float64) (float64, bool) {
	c0, c1 := max(int((x0-w.x)/w.mm), 0), min(int((x1-w.x)/w.mm), w.w)
	if c1-c0 < 12 {
		return 0, false
	}
	for y := int((from - w.y) / w.mm); y >= 2 && y < w.h-2; y += step {
		if at, ok := follow(y, c0, c1, 2, w.h, func(y, x int) bool { return w.ink[y*w.w+x] }); ok {
			return w.y + (at+0.5)*w.mm, true
		}
	}
	return 0, false
}

// level looks for a level ruled line, plain or of which parts were lost.
func (w *window) level(from float64, step int, x0, x1 float64) (float64, bool) {
	if y, ok := w.floor(from, step, x0, x1); ok {
		return y, true
	}
	return w.hairline(from, step, x0, x1)
}

// hairline does as floor for a line so thin that a coarse scan lost parts of it: pieces far
// longer than letters, and nothing beyond them.
func (w *window) hairline(from float64, step int, x0, x1 float64) (float64, bool) {
	const (
		share = 0.5  // of the way that is drawn
		bare  = 0.25 // of what is drawn beyond it
		piece = 9    // pixels that pieces are long on the average
		slack = 2
		apart = 5
	)
	c0, c1 := max(int((x0-w.x)/w.mm), 0), min(int((x1-w.x)/w.mm), w.w)
	drawn := func(y int) (n, pieces int) {
		last := false
		for x := c0; x < c1; x++ {
			on := false
			for off := -slack; off <= slack && !on; off++ {
				on = w.ink[(y+off)*w.w+x]
			}
			if on {
				n++
			}
			if on && !last {
				pieces++
			}
			last = on
		}
		return n, pieces
	}
	for y := int((from - w.y) / w.mm); c1-c0 >= piece && y >= apart+slack && y < w.h-apart-slack; y += step {
		n, pieces := drawn(y)
		if float64(n) < share*float64(c1-c0) || n < piece*pieces {
			continue
		}
		if beyond, _ := drawn(y + step*apart); float64(beyond) < bare*float64(c1-c0) {
			return w.y + (float64(y)+0.5)*w.mm, true
		}
	}
	return 0, false
}

// ruleChunk is how far a ruled line is straight and level, in pixels of a
// window; from one to the next it may go a pixel aside, as the print of a page
// that lay aslant does against what its lines of text tell.
const ruleChunk = 40

// follow follows a line that passes the first of the places from a to b at v, as
// wide as slack on both sides, and tells whether it is drawn nearly all along.
// It returns where the line passes the middle of them. n bounds v.
func follow(v, a, b, slack, n int, ink func(v, u int) bool) (float64, bool) {
	covered, at, middle := 0, v, v
	for u := a; u < b; u += ruleChunk {
		end := min(u+ruleChunk, b)
		best, next := -1, at
		for _, d := range [...]int{0, -1, 1} {
			if u == a && d != 0 || at+d-slack < 0 || at+d+slack >= n {
				continue
			}
			got := 0
			for k := u; k < end; k++ {
				for off := -slack; off <= slack; off++ {
					if ink(at+d+off, k) {
						got++
						break
					}
				}
			}
			if got > best {
				best, next = got, at+d
			}
		}
		if best < 0 || covered+best+b-end < (b-a)*17/20 {
			return 0, false
		}
		covered, at = covered+best, next
		if u <= (a+b)/2 {
			middle = at
		}
	}
	return float64(middle), covered*20 > (b-a)*17
}

// amount returns the ink in a box of the local frame, in mm².
func (w *window) amount(b Box) float64 {
	c0, c1 := max(int((b.X-w.x)/w.mm), 0), min(int((b.X+b.W-w.x)/w.mm), w.w)
	r0, r1 := w.row(b.Y), w.row(b.Y+b.H)
	if c1 <= c0 || r1 <= r0 {
		return 0
	}
	n := 0
	for y := r0; y < r1; y++ {
		n += w.count(y, c0, c1)
	}
	return float64(n) * w.mm * w.mm
}

// count counts the pixels of ink in a row, from one column up to another.
func (w *window) count(y, c0, c1 int) (n int) {
	for _, on := range w.ink[y*w.w+c0 : y*w.w+c1] {
		if on {
			n++
		}
	}
	return n
}

// clearRules takes out level ruled lines.
func (w *window) clearRules() {
	const share = 0.6 // of the width of the window
	var found []int
	for y := range w.h {
		if float64(w.count(y, 0, w.w)) > share*float64(w.w) {
			found = append(found, y)
		}
	}
	for _, y := range found { // with what they blur into
		clear(w.ink[max(y-1, 0)*w.w : min(y+2, w.h)*w.w])
	}
}

// clearLeaders takes out level rows of dots, which lead the eye to a value: low, as dense all
// along the window, but for one end of it, and with little over and under them.
func (w *window) clearLeaders() {
	const (
		high   = 5    // pixels: a row may stand a little aslant
		beyond = 4    // pixels over and under it
		parts  = 6    // of the window
		least  = 0.25 // of the columns of each part
	)
	dotted := func(y int) bool {
		bare, all := 0, 0
		for i := range parts {
			c0, c1 := i*w.w/parts, (i+1)*w.w/parts
			n := w.columns(c0, c1, y, y+high)
			if all += n; float64(n) < least*float64(c1-c0) {
				bare++
			}
		}
		return bare <= 1 && w.columns(0, w.w, max(y-beyond, 0), y)+w.columns(0, w.w, y+high, min(y+high+beyond, w.h)) < all
	}
	var found []int
	for y := 0; y+high <= w.h && w.w >= parts; y++ {
		if dotted(y) {
			found = append(found, y)
		}
	}
	for _, y := range found {
		clear(w.ink[y*w.w : (y+high)*w.w])
	}
}

// clear takes the ink out of a box of the local frame.
func (w *window) clear(b Box) {
	c0, c1 := max(int((b.X-w.x)/w.mm), 0), min(int((b.X+b.W-w.x)/w.mm)+1, w.w)
	r0, r1 := w.row(b.Y), w.row(b.Y+b.H)
	for y := r0; y < r1 && c0 < c1; y++ {
		clear(w.ink[y*w.w+c0 : y*w.w+c1])
	}
}

func (w *window) row(y float64) int { return min(max(int((y-w.y)/w.mm), 0), w.h) }
