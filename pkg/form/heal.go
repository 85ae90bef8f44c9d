package form

import "math"

// Where ruled lines are looked for and how they are taken away, in mm.
const (
	ruleDrift = 1.0 // off the place where they were found
	ruleWide  = 1.1 // with the blur of a coarse scan
	ruleRun   = 6.0 // that is straight and level
)

// heal takes ruled lines out of a patch whose first pixel lies at (x0, y0) of
// the frame of the rules: across a line its pixels are drawn from those on both
// sides, so that a stroke that crosses it stays whole.
func (r rules) heal(x0, y0 float64, w, h int, luma, blue, red []uint8) {
	run := int(ruleRun * patchScale)
	for _, x := range r.upright {
		for y := 0; y < h; y += run {
			healRun(int((x-x0)*patchScale), w, 1, y*w, min(run, h-y), w, luma, blue, red)
		}
	}
	for _, y := range r.level {
		for x := 0; x < w; x += run {
			healRun(int((y-y0)*patchScale), h, w, x, min(run, w-x), 1, luma, blue, red)
		}
	}
}

// healRun heals a piece of a line. Across it pixels are step apart, n in all, and
// the line lies near the one of index at; along it there are long pixels, next
// apart, from the one at begin.
func healRun(at, n, step, begin, long, next int, luma, blue, red []uint8) {
	drift, wide := int(math.Round(ruleDrift*patchScale)), int(math.Round(ruleWide*patchScale))
	lo, hi := at-drift-wide, at+drift+wide
	if lo < 0 || hi >= n || long < 4 {
		return
	}
	// How light it is along the piece, and where it is darkest.
	light := make([]int, hi-lo+1)
	paper, dark := 0, at-lo
	for i := range light {
		for k := range long {
			light[i] += int(luma[begin+(lo+i)*step+k*next])
		}
		paper = max(paper, light[i])
		if i >= wide && i <= wide+2*drift && light[i] < light[dark] {
			dark = i
		}
	}
	if paper-light[dark] < 20*long {
		return // no line here
	}
	from, to := dark, dark
	edge := light[dark] + (paper-light[dark])*7/10
	for from > 0 && dark-from < wide/2 && light[from-1] < edge {
		from--
	}
	for to < len(light)-1 && to-dark < wide/2 && light[to+1] < edge {
		to++
	}
	from, to = lo+from-1, lo+to+1
	for k := range long {
		base := begin + k*next
		for _, plane := range [][]uint8{luma, blue, red} {
			if plane == nil {
				continue
			}
			a, b := int(plane[base+from*step]), int(plane[base+to*step])
			for i := from + 1; i < to; i++ {
				plane[base+i*step] = uint8(a + (b-a)*(i-from)/(to-from))
			}
		}
	}
}
