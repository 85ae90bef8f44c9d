package ink

import "math"

// skeleton is the middle line of a set of strokes.
type skeleton struct {
	length  float64 // px
	ends    int     // free ends
	forks   int     // places where strokes meet or cross
	bins    [8]float64
	turning float64 // radians
	marks   []trace
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
	drop := make([]int32, 0, len(live))
	for range 60 {
		changed := false
		for pass := range 2 {
			drop = drop[:0]
			for _, i := range live {
				if on[i] && worn[neighbours(on, int(i), w)]>>pass&1 != 0 {
					drop = append(drop, i)
				}
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
	k := follow(on, live, w, h, s.mm)
	for i := range k.marks {
		k.marks[i].x += float64(all.X0 - 1)
		k.marks[i].y += float64(all.Y0 - 1)
	}
	return k
}

// neighbours packs the pixels around i into bits, clockwise from the one above.
func neighbours(on []bool, i, w int) (code uint8) {
	up, row, down := on[i-w-1:i-w+2:i-w+2], on[i-1:i+2:i+2], on[i+w-1:i+w+2:i+w+2]
	return bit(up[1]) | bit(up[2])<<1 | bit(row[2])<<2 | bit(down[2])<<3 |
		bit(down[1])<<4 | bit(down[0])<<5 | bit(row[0])<<6 | bit(up[0])<<7
}

func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// worn says for all neighbours of a pixel whether it wears off: bit 0 in the
// first pass, bit 1 in the second.
var worn = func() (t [256]uint8) {
	for code := range t {
		var n [8]bool
		count, turns := 0, 0
		for k := range n {
			n[k] = code>>k&1 != 0
			if n[k] {
				count++
			}
			if code>>k&1 == 0 && code>>((k+1)%8)&1 != 0 {
				turns++
			}
		}
		if count < 2 || count > 6 || turns != 1 {
			continue
		}
		if !(n[0] && n[2] && n[4] || n[2] && n[4] && n[6]) {
			t[code] |= 1
		}
		if !(n[0] && n[2] && n[6] || n[0] && n[4] && n[6]) {
			t[code] |= 2
		}
	}
	return t
}()

// follow measures a skeleton on a grid of w by h pixels, mm to the millimetre.
func follow(on []bool, live []int32, w, h int, mm float64) skeleton {
	var k skeleton
	around := [8]int{-w, -w + 1, 1, w + 1, w, w - 1, -1, -w - 1}
	fork := make([]bool, len(on))
	var forks []int32
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
			forks = append(forks, i)
		}
	}
	for _, i := range forks { // neighbouring fork pixels are one fork
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
	dir := make([]float64, 0, len(live))
	at := make([]int32, w*h) // in dir, from 1
	for _, i := range live {
		if !on[i] {
			continue
		}
		x, y := int(i)%w, int(i)/w
		x0 := max(0, x-r)
		var n, sx, sy, xx, yy, xy int
		for v := max(0, y-r); v <= min(h-1, y+r); v++ {
			for u, set := range on[v*w+x0 : v*w+min(w, x+r+1)] {
				if set {
					a, b := x0+u-x, v-y
					n, sx, sy, xx, yy, xy = n+1, sx+a, sy+b, xx+a*a, yy+b*b, xy+a*b
				}
			}
		}
		if n < 3 {
			continue
		}
		m, mx, my := float64(n), float64(sx), float64(sy)
		vx, vy, vxy := float64(xx)-mx*mx/m, float64(yy)-my*my/m, float64(xy)-mx*my/m
		if vx+vy == 0 {
			continue
		}
		a := 0.5 * math.Atan2(2*vxy, vx-vy)
		dir = append(dir, a)
		k.marks = append(k.marks, trace{float64(x), float64(y), a})
		at[i] = int32(len(dir))
		k.bins[int(math.Floor((a/math.Pi+0.5)*8+0.5))&7]++
	}
	for _, i := range live { // in order, so that the sum is the same each time
		if at[i] == 0 {
			continue
		}
		a := dir[at[i]-1]
		for _, d := range [4]int{1, w - 1, w, w + 1} {
			if j := at[int(i)+d]; j != 0 {
				t := math.Abs(a - dir[j-1])
				k.turning += min(t, math.Pi-t) // a line has no sense: at most a quarter turn
			}
		}
	}
}
