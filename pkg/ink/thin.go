package ink

import "math"

// skeleton is the middle line of a set of strokes.
type skeleton struct {
	length  float64 // px
	ends    int     // free ends
	forks   int     // places where strokes meet or cross
	bins    [8]float64
	turning float64 // radians
}

// add counts another skeleton in.
func (k *skeleton) add(o skeleton) {
	k.length += o.length
	k.ends += o.ends
	k.forks += o.forks
	k.turning += o.turning
	for i, v := range o.bins {
		k.bins[i] += v
	}
}

// thin wears the pixels down to lines one pixel wide (Zhang and Suen, 1984) and
// measures them.
func (s *sheet) thin(ps []*piece) skeleton {
	if len(ps) == 0 {
		return skeleton{}
	}
	all := ps[0].Rect
	for _, p := range ps {
		all.X0, all.Y0 = min(all.X0, p.X0), min(all.Y0, p.Y0)
		all.X1, all.Y1 = max(all.X1, p.X1), max(all.Y1, p.Y1)
	}
	// A grid just round the pieces, with an empty rim.
	w, h := all.X1-all.X0+2, all.Y1-all.Y0+2
	on := make([]bool, w*h)
	var live []int32
	for _, p := range ps {
		for _, i := range p.pixels {
			j := (int(i)/s.w-all.Y0+1)*w + int(i)%s.w - all.X0 + 1
			on[j] = true
			live = append(live, int32(j))
		}
	}
	around := [8]int{-w, -w + 1, 1, w + 1, w, w - 1, -1, -w - 1}
	drop := make([]int32, 0, len(live))
	for range 60 {
		changed := false
		for pass := range 2 {
			drop = drop[:0]
			for _, i := range live {
				if !on[i] {
					continue
				}
				var n [8]bool
				count, turns := 0, 0
				for k, d := range around {
					n[k] = on[int(i)+d]
					if n[k] {
						count++
					}
				}
				if count < 2 || count > 6 {
					continue
				}
				for k := range 8 {
					if !n[k] && n[(k+1)%8] {
						turns++
					}
				}
				if turns != 1 {
					continue
				}
				if pass == 0 && (n[0] && n[2] && n[4] || n[2] && n[4] && n[6]) {
					continue
				}
				if pass == 1 && (n[0] && n[2] && n[6] || n[0] && n[4] && n[6]) {
					continue
				}
				drop = append(drop, i)
			}
			for _, i := range drop {
				on[i] = false
			}
			changed = changed || len(drop) > 0
		}
		if !changed {
			break
		}
		keep := live[:0]
		for _, i := range live {
			if on[i] {
				keep = append(keep, i)
			}
		}
		live = keep
	}
	return follow(on, live, w, h, s.mm)
}

// follow measures a skeleton on a grid of w by h pixels, mm to the millimetre.
func follow(on []bool, live []int32, w, h int, mm float64) skeleton {
	var k skeleton
	around := [8]int{-w, -w + 1, 1, w + 1, w, w - 1, -1, -w - 1}
	fork := make(map[int32]bool)
	for _, i := range live {
		if !on[i] {
			continue
		}
		crossings := 0
		prev := on[int(i)+around[7]]
		for n, d := range around {
			v := on[int(i)+d]
			if v && !prev {
				crossings++
			}
			prev = v
			if v && n < 4 { // each pair once
				if n%2 == 0 {
					k.length++
				} else if !on[int(i)+around[n-1]] && !on[int(i)+around[(n+1)%8]] {
					k.length += math.Sqrt2
				}
			}
		}
		switch {
		case crossings == 1:
			k.ends++
		case crossings >= 3:
			fork[i] = true
		}
	}
	for i := range fork { // neighbouring fork pixels are one fork
		first := true
		for _, d := range around {
			if j := i + int32(d); j < i && fork[j] {
				first = false
			}
		}
		if first {
			k.forks++
		}
	}
	k.directions(on, live, w, h, mm)
	return k
}

// directions takes, at each skeleton pixel, the direction of the skeleton
// within a millimetre and fills the histogram and the turning between
// neighbours.
func (k *skeleton) directions(on []bool, live []int32, w, h int, mm float64) {
	r := max(2, int(0.6*mm))
	dir := make(map[int32]float64, len(live))
	for _, i := range live {
		if !on[i] {
			continue
		}
		x, y := int(i)%w, int(i)/w
		var n, sx, sy, xx, yy, xy float64
		for v := max(0, y-r); v <= min(h-1, y+r); v++ {
			for u := max(0, x-r); u <= min(w-1, x+r); u++ {
				if on[v*w+u] {
					a, b := float64(u-x), float64(v-y)
					n, sx, sy, xx, yy, xy = n+1, sx+a, sy+b, xx+a*a, yy+b*b, xy+a*b
				}
			}
		}
		if n < 3 {
			continue
		}
		xx, yy, xy = xx-sx*sx/n, yy-sy*sy/n, xy-sx*sy/n
		if xx+yy == 0 {
			continue
		}
		a := 0.5 * math.Atan2(2*xy, xx-yy)
		dir[i] = a
		k.bins[int(math.Floor((a/math.Pi+0.5)*8+0.5))&7]++
	}
	for _, i := range live { // in order, so that the sum is the same each time
		a, ok := dir[i]
		if !ok {
			continue
		}
		for _, d := range [4]int{1, w - 1, w, w + 1} {
			if b, ok := dir[i+int32(d)]; ok {
				t := math.Abs(math.Remainder(a-b, math.Pi))
				k.turning += t
			}
		}
	}
}
