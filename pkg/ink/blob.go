package ink

import "math"

// blob looks for a fingerprint: an oval patch the size of a fingertip that is
// densely covered with ink, by ridges that a scan may or may not keep apart.
// It works on the luma, since fingertips are inked red as often as blue.
// It returns the middle of the patch.
func (f *Features) blob(s *sheet, p *Patch) (x, y int) {
	// Cells of half a millimetre, each the part of it that is ink.
	cell := max(1, int(s.mm/2))
	w, h := s.w/cell, s.h/cell
	if w < 8 || h < 8 {
		return 0, 0
	}
	cover := make([]float64, w*h)
	dark := make([]float64, w*h)
	for y := range h {
		for x := range w {
			n, d := 0, 0
			for v := y * cell; v < (y+1)*cell; v++ {
				for _, g := range s.grey[v*s.w+x*cell : v*s.w+(x+1)*cell] {
					if g >= 18 {
						n++
						d += int(g)
					}
				}
			}
			cover[y*w+x] = float64(n) / float64(cell*cell)
			dark[y*w+x] = float64(d) / float64(cell*cell)
		}
	}
	pm := 1 / float64(cell)
	for _, r := range p.Print {
		r = r.grow(int(0.5*s.mm), int(0.3*s.mm))
		r = Rect{int(float64(r.X0) * pm), int(float64(r.Y0) * pm), int(float64(r.X1)*pm) + 1, int(float64(r.Y1)*pm) + 1}.clip(w, h)
		for y := r.Y0; y < r.Y1; y++ {
			clear(cover[y*w+r.X0 : y*w+r.X1])
		}
	}
	for _, c := range p.Seals { // a seal is dense, too
		r := min(max(c.R, 0), 1<<12) + cell
		for y := max(0, (c.Y-r)/cell); y < min(h, (c.Y+r)/cell); y++ {
			for x := max(0, (c.X-r)/cell); x < min(w, (c.X+r)/cell); x++ {
				if dx, dy := x*cell-c.X, y*cell-c.Y; dx*dx+dy*dy <= r*r {
					cover[y*w+x] = 0
				}
			}
		}
	}
	// Averaged over 3.5 mm a fingertip is even; strokes are mostly paper.
	smooth := boxMean(cover, w, h, 3)
	on := make([]bool, w*h)
	for i, v := range smooth {
		on[i] = v >= 0.42
	}
	mmCell := float64(cell) / s.mm
	box := Rect{p.Box.X0 / cell, p.Box.Y0 / cell, p.Box.X1 / cell, p.Box.Y1 / cell}.grow(int(6/mmCell), int(6/mmCell))
	seen := make([]bool, w*h)
	var stack []int
	for start := range on {
		if !on[start] || seen[start] {
			continue
		}
		stack = append(stack[:0], start)
		seen[start] = true
		var n, sx, sy, xx, yy, xy, inked, tone float64
		for len(stack) > 0 {
			i := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			x, y := i%w, i/w
			a, b := float64(x), float64(y)
			n, sx, sy, xx, yy, xy = n+1, sx+a, sy+b, xx+a*a, yy+b*b, xy+a*b
			inked += cover[i]
			tone += dark[i]
			for _, j := range [4]int{i - 1, i + 1, i - w, i + w} {
				if j < 0 || j >= w*h || j == i-1 && x == 0 || j == i+1 && x == w-1 || seen[j] || !on[j] {
					continue
				}
				seen[j] = true
				stack = append(stack, j)
			}
		}
		area := n * mmCell * mmCell
		mx, my := sx/n, sy/n
		if area <= f.BlobArea || int(mx) < box.X0 || int(mx) > box.X1 || int(my) < box.Y0 || int(my) > box.Y1 {
			continue
		}
		xx, yy, xy = xx/n-mx*mx, yy/n-my*my, xy/n-mx*my
		root := math.Sqrt((xx-yy)*(xx-yy)/4 + xy*xy)
		major := 4 * math.Sqrt(max(0, (xx+yy)/2+root)) * mmCell
		minor := 4 * math.Sqrt(max(0, (xx+yy)/2-root)) * mmCell
		x, y = int(mx)*cell, int(my)*cell
		f.BlobArea, f.BlobMajor, f.BlobMinor = area, major, minor
		f.BlobFill = 0
		if e := math.Pi / 4 * major * minor; e > 0 {
			f.BlobFill = min(1, area/e)
		}
		f.BlobInk = inked / n
		f.BlobText = 0
		if inked > 0 {
			f.BlobText = tone / inked / 100
		}
	}
	return x, y
}

// boxMean averages over a square of 2r+1 cells.
func boxMean(v []float64, w, h, r int) []float64 {
	sum := make([]float64, (w+1)*(h+1))
	for y := range h {
		row := 0.0
		for x := range w {
			row += v[y*w+x]
			sum[(y+1)*(w+1)+x+1] = sum[y*(w+1)+x+1] + row
		}
	}
	out := make([]float64, w*h)
	for y := range h {
		y0, y1 := max(0, y-r), min(h, y+r+1)
		for x := range w {
			x0, x1 := max(0, x-r), min(w, x+r+1)
			t := sum[y1*(w+1)+x1] - sum[y0*(w+1)+x1] - sum[y1*(w+1)+x0] + sum[y0*(w+1)+x0]
			out[y*w+x] = t / float64((y1-y0)*(x1-x0))
		}
	}
	return out
}
