package ink

import (
	"slices"
)

// peppered reports whether a box of a black and white scan is full of dots and
// shreds of lines.
func (s *sheet) peppered(mask []bool, box Rect) bool {
	n := 0
	for _, q := range s.pieces(mask, s.ink, inkStrong) {
		if float64(max(q.w(), q.h())) < 1.2*s.mm && box.has(q.X0, q.Y0) {
			n++
		}
	}
	return n > busy
}

// threshold returns the contrast from which a pixel is ink, and that which a
// piece of ink must reach. A pattern covers the paper all over, as no ink does:
// where too much of a patch is covered, what covers it is not ink.
func (s *sheet) threshold(p *Patch) (from, strong uint8) {
	if p.Bilevel {
		return inkFrom, inkStrong
	}
	side := max(4, int(3*s.mm))
	from = inkFrom
	for ; from < mostPattern; from += 4 {
		tiles, covered := 0, 0
		for y := 0; y+side <= s.h; y += side {
			for x := 0; x+side <= s.w; x += side {
				t := Rect{x, y, x + side, y + side}
				if slices.ContainsFunc(p.Print, func(r Rect) bool { return r.X0 < t.X1 && t.X0 < r.X1 && r.Y0 < t.Y1 && t.Y0 < r.Y1 }) {
					continue
				}
				n := 0
				for v := t.Y0; v < t.Y1; v++ {
					for _, c := range s.ink[v*s.w+t.X0 : v*s.w+t.X1] {
						if c >= from {
							n++
						}
					}
				}
				tiles++
				if n*40 >= side*side {
					covered++
				}
			}
		}
		if 5*covered <= 2*tiles {
			break
		}
	}
	return from, max(inkStrong, from+from/3)
}

// mostPattern is the greatest contrast of a paper's pattern.
const mostPattern = 45

// thicken puts in place of the contrast its mean over about half a millimetre.
func (s *sheet) thicken() {
	v := make([]float64, len(s.ink))
	for i, c := range s.ink {
		v[i] = float64(min(c, 100))
	}
	s.ink = make([]uint8, len(v))
	for i, c := range boxMean(v, s.w, s.h, max(1, int(busyReach*s.mm))) {
		s.ink[i] = uint8(c)
	}
	if s.red == nil { // grey is the same
		s.grey = s.ink
	}
}

// penBlue is how blue a pixel of a pen's ink is at least, in steps of Cb: the colour
// of a scan is coarser than its light and runs a little over the edges of print.
const penBlue = 8

// erasePrint clears the captions of the form from the mask. What a blue pen wrote
// across them is left, unless the form itself is printed in blue.
func (s *sheet) erasePrint(mask []bool, print []Rect) {
	room := int(printRoom * s.mm)
	pen := s.blue != nil && !s.printsBlue(mask, print)
	for _, r := range print {
		r = r.grow(2*room, room).clip(s.w, s.h)
		for y := r.Y0; y < r.Y1; y++ {
			row := mask[y*s.w+r.X0 : y*s.w+r.X1]
			if !pen {
				clear(row)
				continue
			}
			for x, blue := range s.blue[y*s.w+r.X0:][:len(row)] {
				row[x] = row[x] && blue >= penBlue
			}
		}
	}
}

// printsBlue reports whether more than a third of the ink of captions is blue: a
// signature covers less of them.
func (s *sheet) printsBlue(mask []bool, print []Rect) bool {
	ink, blue := 0, 0
	for _, r := range print {
		r = r.clip(s.w, s.h)
		for y := r.Y0; y < r.Y1; y++ {
			row := mask[y*s.w+r.X0 : y*s.w+r.X1]
			for x, b := range s.blue[y*s.w+r.X0:][:len(row)] {
				if row[x] {
					ink++
					if b >= penBlue {
						blue++
					}
				}
			}
		}
	}
	return 3*blue > ink
}
