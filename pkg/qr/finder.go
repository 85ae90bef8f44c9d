package qr

import "math"

// finder is a finder pattern: a black square in a white frame in a black frame,
// 1:1:3:1:1 along every line through its centre.
type finder struct {
	x, y   float64 // centre
	module float64 // size in pixels of one module
	hits   int     // rows on which it was seen
}

// maxFinders bounds the finder patterns that are kept of a page.
const maxFinders = 64

// finders returns what looks like finder patterns.
func finders(p Picture) []finder {
	d := dark{p, newThresholds(p, max(8, min(p.W, p.H)/64))}
	// A module of the smallest codes has 0.3 mm, the middle of the pattern three
	// of them; the rows of a sheet of A4 are so about 0.25 mm apart.
	step := max(1, min(p.W, p.H)/800)
	var found []finder
	for y := step / 2; y < p.H; y += step {
		found = d.row(y, found)
	}
	return found
}

// row adds the patterns whose middle a row crosses.
func (d dark) row(y int, found []finder) []finder {
	line := d.Y[y*d.W : (y+1)*d.W]
	levels := d.t.level[y/d.t.side*d.t.cols:][:d.t.cols]
	var runs [5]int // the last runs; the last of them is black after black
	black, length := false, 0
	for c, level := range levels {
		from := c * d.t.side
		for i, v := range line[from:min(from+d.t.side, d.W)] {
			if (v < level) == black {
				length++
				continue
			}
			runs = [5]int{runs[1], runs[2], runs[3], runs[4], length}
			if black && pattern(runs) {
				found = d.confirm(from+i, y, runs, found)
			}
			black, length = !black, 1
		}
	}
	return found
}

// pattern reports whether five runs are 1:1:3:1:1.
func pattern(runs [5]int) bool {
	total := 0
	for _, n := range runs {
		if n == 0 {
			return false
		}
		total += n
	}
	if total < 7 {
		return false
	}
	module := float64(total) / 7
	slack := module*0.5 + 0.6 // ink spreads, and pixels are whole
	for i, n := range runs {
		want := module
		if i == 2 {
			want = 3 * module
			if math.Abs(float64(n)-want) > 1.6*slack {
				return false
			}
		} else if math.Abs(float64(n)-want) > slack {
			return false
		}
	}
	return true
}

// confirm looks at the column, the row and a diagonal through the middle of a
// pattern that ends before x on row y.
func (d dark) confirm(x, y int, runs [5]int, found []finder) []finder {
	total := runs[0] + runs[1] + runs[2] + runs[3] + runs[4]
	cx := float64(x-runs[4]-runs[3]) - float64(runs[2])/2
	dy, down, ok := d.cross(int(cx), y, 0, 1, total)
	if !ok || !alike(total, down) {
		return found
	}
	cy := float64(y) + dy
	dx, across, ok := d.cross(int(cx), int(cy), 1, 0, total)
	if !ok || !alike(total, across) {
		return found
	}
	cx = math.Floor(cx) + dx
	if _, _, ok := d.cross(int(cx), int(cy), 1, 1, total); !ok {
		return found
	}
	new := finder{cx, cy, float64(across+down) / 14, 1}
	for i := range found {
		f := &found[i]
		if math.Hypot(f.x-new.x, f.y-new.y) < 2*f.module && new.module < 1.5*f.module && f.module < 1.5*new.module {
			n := float64(f.hits)
			f.x, f.y, f.module = (f.x*n+new.x)/(n+1), (f.y*n+new.y)/(n+1), (f.module*n+new.module)/(n+1)
			f.hits++
			return found
		}
	}
	if len(found) == maxFinders {
		return found
	}
	return append(found, new)
}

// alike reports whether a pattern is as long one way as the other.
func alike(a, b int) bool { return 10*a < 16*b+20 && 10*b < 16*a+20 }

// cross walks from a pixel in the middle of a pattern both ways along a line. It
// returns how far along it the middle of the pattern lies from the pixel's
// corner, and how long the pattern is.
func (d dark) cross(x, y, dx, dy, total int) (middle float64, length int, ok bool) {
	if x < 0 || y < 0 || x >= d.W || y >= d.H || !d.at(x, y) {
		return 0, 0, false
	}
	most := 2*total + 4 // no arm is longer
	back, ok := d.arm(x, y, -dx, -dy, most)
	if !ok {
		return 0, 0, false
	}
	on, ok := d.arm(x, y, dx, dy, most)
	if !ok {
		return 0, 0, false
	}
	runs := [5]int{back[2], back[1], back[0] + on[0] - 1, on[1], on[2]}
	if !pattern(runs) {
		return 0, 0, false
	}
	for _, n := range runs {
		length += n
	}
	return float64(on[0]-back[0]+1) / 2, length, true
}

// arm counts black, white and black pixels from a black one on.
func (d dark) arm(x, y, dx, dy, most int) (runs [3]int, ok bool) {
	for i, black := range []bool{true, false, true} {
		for x >= 0 && y >= 0 && x < d.W && y < d.H && d.at(x, y) == black {
			if runs[i]++; runs[i] > most {
				return runs, false
			}
			x, y = x+dx, y+dy
		}
		if runs[i] == 0 {
			return runs, false
		}
	}
	return runs, true
}
