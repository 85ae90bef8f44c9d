package writing

// Leaders are the dots or the rule that something is written on: a row of ink
// that is thin wherever nothing crosses it, nearly level.
const (
	leaderThick = 0.85 // mm across, with the blur of a coarse scan
	leaderSlope = 0.02 // of what the line's own slope leaves
	leaderPart  = 0.35 // of the room that it must cover, with the gaps of its dots
	leaderLeast = 7.0  // mm that it must cover
)

// mostLeaders is how many leaders a room may have: a line that is dotted and
// ruled has two.
const mostLeaders = 3

// eraseLeaders clears leaders from the mask of a room.
func (p *Patch) eraseLeaders(mask []bool, room Rect) {
	for n := 0; n < mostLeaders && p.eraseLeader(mask, room); n++ {
	}
}

// eraseLeader clears the clearest leader, and reports whether there was one.

func (p *Patch) eraseLeader(mask []bool, room Rect) bool {
	thick := max(2, int(leaderThick*p.PxPerMM))
	w, h := room.X1-room.X0, room.Y1-room.Y0
	if float64(w) < 4*p.PxPerMM || h < 4 {
		return false
	}
	// The middles of thin upright runs, by column.
	type stretch struct{ y0, y1 int }
	thin := make([][]stretch, w)
	for x := range w {
		for y := room.Y0; y < room.Y1; y++ {
			if !mask[y*p.W+room.X0+x] {
				continue
			}
			y0 := y
			for y < room.Y1 && mask[y*p.W+room.X0+x] {
				y++
			}
			if y-y0 <= thick {
				thin[x] = append(thin[x], stretch{y0, y})
			}
		}
	}
	const angles = 9
	best, bestA, bestY := 0.0, 0.0, 0
	reach := int(1.3 * p.PxPerMM) // a dot stands for the gap beside it
	covered := make([]int, h)     // first column that is not yet covered
	length := make([]int, h)
	for k := range angles {
		a := leaderSlope * (2*float64(k)/(angles-1) - 1)
		clear(covered)
		clear(length)
		for x, runs := range thin {
			for _, r := range runs {
				at := float64(r.y0+r.y1-1)/2 - a*float64(x-w/2) - float64(room.Y0)
				for y := max(int(at), 0); y <= min(int(at+1), h-1); y++ {
					from := max(covered[y], x-reach/2)
					if to := x + reach/2 + 1; to > from {
						length[y] += to - from
						covered[y] = to
					}
				}
			}
		}
		for y, n := range length {
			if float64(n) > best {
				best, bestA, bestY = float64(n), a, y
			}
		}
	}
	if best < leaderPart*float64(w) || best < min(leaderLeast*p.PxPerMM, 0.75*float64(w)) {
		return false
	}
	// Letters stand in rows, too: most of a leader has nothing above it.
	on, alone := 0, 0
	up := int(1.6 * p.PxPerMM)
	row := func(x int) int { return room.Y0 + bestY + int(bestA*float64(x-w/2)) }
	for x, runs := range thin {
		y := row(x)
		for _, r := range runs {
			if r.y0 > y+1 || r.y1 < y-1 {
				continue
			}
			on++
			free := true
			for v := max(r.y0-up, 0); v < r.y0; v++ {
				free = free && !mask[v*p.W+room.X0+x]
			}
			if free {
				alone++
			}
		}
	}
	if 5*alone < 2*on {
		return false
	}
	for x, runs := range thin {
		y := row(x)
		for _, r := range runs {
			if r.y0 <= y+2 && r.y1 >= y-1 {
				for v := r.y0; v < r.y1; v++ {
					mask[v*p.W+room.X0+x] = false
				}
			}
		}
	}
	return true
}
