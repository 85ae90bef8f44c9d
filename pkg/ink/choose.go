package ink

import (
	"math"
	"slices"
)

// reaches reports whether a piece may be of the box: its middle is in it or
// near. Above the captions of the box stands other people's text, and letters
// right outside are captions that nobody named; but tall strokes, which cross
// captions, count from farther away, and so does what a blue pen wrote across them.
func (p *Patch) reaches(q *piece) bool {
	mm := p.PxPerMM
	up, down := 1.5, 1.5
	switch {
	case float64(q.h()) > 4.5*mm:
		up, down = 11, 3
	case p.across(q):
		up, down = 11, 1.5
	}
	x, y := (q.X0+q.X1)/2, (q.Y0+q.Y1)/2
	zone := Rect{p.Box.X0 - int(7*mm), p.Box.Y0 - int(up*mm), p.Box.X1 + int(7*mm), p.Box.Y1 + int(down*mm)}
	return zone.has(x, y)
}

// across reports whether a piece is what a blue pen wrote on a caption.
func (p *Patch) across(q *piece) bool {
	return q.blue >= penBlue*q.area && slices.ContainsFunc(p.Print, func(r Rect) bool {
		return q.X0 < r.X1 && r.X0 < q.X1 && q.Y0 < r.Y1 && r.Y0 < q.Y1
	})
}

// belongsElsewhere reports whether more of a piece lies in another's box than
// in this one.
func (p *Patch) belongsElsewhere(q *piece, w int) bool {
	for _, o := range p.Others {
		if o.X0 >= q.X1 || q.X0 >= o.X1 || o.Y0 >= q.Y1 || q.Y0 >= o.Y1 {
			continue
		}
		here, there := 0, 0
		for _, i := range q.pixels {
			x, y := int(i)%w, int(i)/w
			if p.Box.has(x, y) {
				here++
			} else if o.has(x, y) {
				there++
			}
		}
		if there > here {
			return true
		}
	}
	return false
}

func (r Rect) has(x, y int) bool { return x >= r.X0 && x < r.X1 && y >= r.Y0 && y < r.Y1 }

// withoutPrint drops the letters that continue a caption, whose font may run
// wider than the form says.
func (s *sheet) withoutPrint(ps []*piece, print []Rect) []*piece {
	for changed := true; changed; {
		changed = false
		kept := ps[:0]
		for _, q := range ps {
			if s.continues(q, print) {
				changed = true
				continue
			}
			kept = append(kept, q)
		}
		ps = kept
	}
	return ps
}

// continues reports whether a piece is a letter next to a caption, and then
// widens the caption by it.
func (s *sheet) continues(q *piece, print []Rect) bool {
	for k, r := range print {
		h := r.Y1 - r.Y0
		over := min(q.Y1, r.Y1) - max(q.Y0, r.Y0)
		if h <= 0 || q.h() > h*13/10 || q.w() > 3*h || 2*over < q.h() {
			continue
		}
		gap := max(q.X0-r.X1, r.X0-q.X1)
		if gap > h {
			continue
		}
		print[k].X0, print[k].X1 = min(r.X0, q.X0), max(r.X1, q.X1)
		return true
	}
	return false
}

// slight reports whether a piece is too small to be a stroke, or left of print.
func (s *sheet) slight(q *piece, print []Rect) bool {
	return float64(max(q.w(), q.h()))/s.mm < speck || float64(q.area) < 0.15*s.mm*s.mm || s.leftover(q, print)
}

// leftover reports whether a piece is what sticks out of an erased caption:
// low, and against its edge.
func (s *sheet) leftover(q *piece, print []Rect) bool {
	if float64(q.h()) > 1.1*s.mm {
		return false
	}
	for _, r := range print {
		g := r.grow(int(1.6*s.mm), int(1.3*s.mm))
		if q.X0 >= g.X0 && q.X1 <= g.X1 && q.Y0 >= g.Y0 && q.Y1 <= g.Y1 {
			return true
		}
	}
	return false
}

// pattern reports whether a piece is part of the paper's rosettes, which black
// and white scans turn as dark as ink: a long line that bends evenly or not at
// all and meets no other.
func (s *sheet) pattern(q *piece) bool { return s.arc(q, smooth) }

// arc reports whether a piece is such a line, of a length in mm at least.
func (s *sheet) arc(q *piece, least float64) bool {
	if math.Hypot(float64(q.w()), float64(q.h())) < least*s.mm {
		return false
	}
	k := s.thin([]*piece{q})
	return k.forks <= 2 && k.turning/(2*math.Pi) < 0.05*k.length/s.mm
}

// marks returns the pieces that count as strokes of their own.
func (s *sheet) marks(ps []*piece) []*piece {
	var out []*piece
	for _, q := range ps {
		if float64(max(q.w(), q.h()))/s.mm >= mark {
			out = append(out, q)
		}
	}
	return out
}

// clusters groups pieces that lie within a few millimetres of each other, as
// the strokes of one hand do and specks of dirt do not.
func (s *sheet) clusters(ps []*piece) [][]*piece {
	var out [][]*piece
	done := make([]bool, len(ps))
	gap := int(together * s.mm)
	for i, p := range ps {
		if done[i] {
			continue
		}
		done[i] = true
		group := []*piece{p}
		for k := 0; k < len(group); k++ {
			zone := group[k].grow(gap, gap)
			for j, o := range ps {
				if !done[j] && o.X0 < zone.X1 && zone.X0 < o.X1 && o.Y0 < zone.Y1 && zone.Y0 < o.Y1 {
					done[j] = true
					group = append(group, o)
				}
			}
		}
		out = append(out, group)
	}
	return out
}

// dirt reports whether a piece is a small plain mark far from all others. The
// parts of a signature, however small, stand together.
func (s *sheet) dirt(q *piece, all []*piece) bool {
	if float64(max(q.w(), q.h())) > dirtSize*s.mm {
		return false
	}
	zone := q.grow(int(alone*s.mm), int(alone*s.mm))
	for _, o := range all {
		if o != q && o.X0 < zone.X1 && zone.X0 < o.X1 && o.Y0 < zone.Y1 && zone.Y0 < o.Y1 {
			return false
		}
	}
	k := s.thin([]*piece{q})
	return k.forks <= 1 && k.turning < 1.3*2*math.Pi
}
