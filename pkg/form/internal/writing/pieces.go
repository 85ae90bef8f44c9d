package writing

// piece is a connected piece of ink.
type piece struct {
	Rect
	area int
	sum  int // of contrast
	peak int
	blue int
}

func (q *piece) w() int { return q.X1 - q.X0 }
func (q *piece) h() int { return q.Y1 - q.Y0 }

// pieces returns the 8-connected pieces of a mask.
func (p *Patch) pieces(mask []bool, dark []uint8) []piece {
	var out []piece
	seen := make([]bool, len(mask))
	var stack []int
	for start, in := range mask {
		if !in || seen[start] {
			continue
		}
		q := piece{Rect: Rect{p.W, p.H, 0, 0}}
		seen[start] = true
		stack = append(stack[:0], start)
		for len(stack) > 0 {
			i := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			x, y := i%p.W, i/p.W
			q.X0, q.X1, q.Y0, q.Y1 = min(q.X0, x), max(q.X1, x+1), min(q.Y0, y), max(q.Y1, y+1)
			q.area++
			q.sum += int(dark[i])
			q.peak = max(q.peak, int(dark[i]))
			if p.Blue != nil {
				q.blue += int(p.Blue[i])
			}
			for v := max(y-1, 0); v <= min(y+1, p.H-1); v++ {
				for u := max(x-1, 0); u <= min(x+1, p.W-1); u++ {
					if k := v*p.W + u; mask[k] && !seen[k] {
						seen[k] = true
						stack = append(stack, k)
					}
				}
			}
		}
		out = append(out, q)
	}
	return out
}
