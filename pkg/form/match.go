package form

import (
	"math"
	"slices"
)

// hit pairs a caption of an edition with what was found for it on the page.
type hit struct {
	caption     int
	line        int
	left, right bool // which ends were found where they belong
}

// match is an edition laid on a page.
type match struct {
	edition *Edition
	form    *Form
	view    *view
	left    *work
	order   [4]int    // the captions and the lines it started from
	to      Transform // sheet to view
	face    faces
	hits    []hit
	score   float64 // sum of the evidence of the hits
	rms     float64 // mm
	read    []CaptionReading
	said    []string // ids of the captions that were read as such
}

// Limits of a match. A scanner keeps size to a per cent; a phone brings the
// sheet nearer or farther, and a file may claim a resolution it does not have.
const (
	minScale = 0.62
	maxScale = 1.45
)

// Limits of the typeface: how much wider than in the form file the same text
// may be printed. Faces differ by a quarter at one size.
const (
	minFace = 0.72
	maxFace = 1.45
)

// faces says how much wider the text on the page is than in the form file, for
// lines in small letters and for lines in capitals: typefaces differ in both.
type faces struct {
	ratio [2]float64
	known [2]bool // measured, not assumed
}

// class returns the index of a caption in faces.
func (c Caption) class() int {
	if c.capital {
		return 1
	}
	return 0
}

// slack is how far the width of a line may be off, in parts of it, besides
// half a millimetre or so: bold, italic and plain differ within a face, and
// small letters differ from capitals before both are measured.
func (f faces) slack(class int) float64 {
	if f.known[class] {
		return 0.06
	}
	return 0.15
}

// seeds tries every two captions of one kind on every two lines whose widths
// agree, and keeps the best few placements by how many other captions fall on
// lines.
func seeds(f *Form, e *Edition, v *view, left *work) []match {
	const least, most = 2, 6
	var top []match
	m := match{edition: e, form: f, view: v, left: left}
	for i, a := range e.Captions {
		if a.Open || a.Box.W < 25 {
			continue
		}
		for j, b := range e.Captions {
			if j <= i || b.Open || b.Box.W < 25 {
				continue
			}
			ax, ay, bx, by := a.Box.X+a.Box.W/2, a.Box.Y+a.Box.H/2, b.Box.X+b.Box.W/2, b.Box.Y+b.Box.H/2
			far := math.Hypot(bx-ax, by-ay)
			if far < 12 || a.capital != b.capital {
				continue
			}
			about := math.Atan2(by-ay, bx-ax)
			straight := 0.05 + 1/far
			near := newSector(far, straight)
			for _, la := range v.wide(minScale*minFace*a.Box.W, maxScale*maxFace*a.Box.W) {
				ra := la.w / a.Box.W
				if ra < minScale*minFace || ra > maxScale*maxFace {
					continue
				}
				among := v.wide(0.92*ra*b.Box.W, 1.08*ra*b.Box.W)
				if left.spend(len(among)) {
					return nil
				}
				for _, lb := range among {
					rb := lb.w / b.Box.W
					if math.Abs(ra-rb) > 0.08*ra {
						continue
					}
					du, dv := (lb.x0+lb.x1-la.x0-la.x1)/2, lb.cy-la.cy
					if !near.holds(du, dv, bx-ax, by-ay) {
						continue
					}
					s := math.Hypot(du, dv) / far
					face := (ra + rb) / 2 / s
					if s < minScale || s > maxScale || face < minFace || face > maxFace {
						continue
					}
					turn := math.Remainder(math.Atan2(dv, du)-about, 2*math.Pi)
					if math.Abs(turn) > straight {
						continue
					}
					sin, cos := math.Sincos(turn)
					m.to = Transform{s * cos, -s * sin, (la.x0+la.x1)/2 - s*(cos*ax-sin*ay),
						s * sin, s * cos, la.cy - s*(sin*ax+cos*ay), 0, 0, 1}
					m.face = faces{ratio: [2]float64{face, face}}
					m.face.known[a.class()] = true
					m.order = [4]int{i, j, la.index, lb.index}
					need := float64(least)
					if len(top) == most {
						need = top[most-1].score
					}
					if !m.pair(3.5, need) || m.score < least {
						continue
					}
					top = keep(top, m, most)
				}
			}
		}
	}
	return top
}

// keep inserts a copy of a match into a short list ordered by score, and at one
// score by the captions and lines that it came from.
func keep(top []match, m match, n int) []match {
	i := len(top)
	for i > 0 && (top[i-1].score < m.score || top[i-1].score == m.score && slices.Compare(m.order[:], top[i-1].order[:]) < 0) {
		i--
	}
	if i >= n {
		return top
	}
	m.hits = slices.Clone(m.hits)
	return slices.Insert(top[:min(len(top), n-1)], i, m)
}

// at returns a line as it lies in the match's frame.
func (m *match) at(i int) line { return m.view.lines[i] }

// where returns where a caption should lie in the frame: the middles of its
// left and right ends. Centred captions grow to both sides with the typeface,
// open ones to the right.
func (m *match) where(c Caption) (x0, x1, y float64) {
	cy := c.Box.Y + c.Box.H/2
	w := c.Box.W * m.face.ratio[c.class()]
	left := c.Box.X + (c.Box.W-w)/2
	if c.Open {
		left = c.Box.X
	}
	ax, ay := m.to.Apply(left, cy)
	bx, by := m.to.Apply(left+w, cy)
	return ax, bx, (ay + by) / 2
}

// pair finds the line for each caption. A line may be off by tol mm; its width
// may not: it tells captions apart. It gives up and returns false once the score
// cannot reach need.
func (m *match) pair(tol, need float64) bool {
	m.hits, m.score = m.hits[:0], 0
	scale := math.Hypot(m.to[0], m.to[3])
	for ci, c := range m.edition.Captions {
		// A caption gives 1 at most. The sum is not exact.
		if m.score+float64(len(m.edition.Captions)-ci) < need-1e-6 {
			return false
		}
		x0, x1, y := m.where(c)
		w := x1 - x0
		slack := m.face.slack(c.class())*w + 0.6*scale
		height := scale * c.Box.H
		best, worth := hit{caption: ci, line: -1}, 0.0
		among := m.view.level(y-tol, y+tol)
		if m.left.spend(len(among)) {
			m.hits, m.score = nil, 0
			return false
		}
		for i := range among {
			l := &among[i]
			dy := math.Abs(l.cy - y)
			if dy > tol || l.x1 < x0-tol || l.x0 > x1+tol || l.h > 2.2*height+1 || l.h < 0.4*height {
				continue
			}
			dl, dr := math.Abs(l.x0-x0), math.Abs(l.x1-x1)
			h := hit{caption: ci, line: l.index}
			wide := math.Abs(l.w - w)
			var v float64
			switch {
			case c.Open:
				h.left = dl <= tol && l.w > 0.85*w
				h.right = h.left && wide < slack
				if h.left {
					v = 0.5
				}
				if h.right {
					v = 0.7
				}
			case wide < slack && math.Abs(l.x0+l.x1-x0-x1)/2 <= tol:
				h.left, h.right = true, true
				v = min(1, 0.5+w/50) * (1 - 0.3*wide/slack)
			case w > 20 && l.w > 0.6*w && (dl < min(tol, 1.5) || dr < min(tol, 1.5)):
				// Touched by handwriting at one end, or broken there.
				h.left, h.right = dl < dr, dr <= dl
				v = 0.2
			}
			off := min(dl, dr)
			if h.left && h.right && !c.Open {
				off = math.Abs(l.x0+l.x1-x0-x1) / 2
			}
			v *= 1 - 0.25*dy/tol - 0.25*min(1, off/tol)
			if v > worth || v == worth && h.line < best.line { // at one worth the first line
				best, worth = h, v
			}
		}
		if best.line >= 0 {
			m.hits = append(m.hits, best)
			m.score += worth
		}
	}
	return true
}

// full reports whether a caption was found with both its ends.
func (m *match) full(ci int) bool {
	for _, h := range m.hits {
		if h.caption == ci {
			c := m.edition.Captions[ci]
			return h.left && h.right || c.Open && h.left
		}
	}
	return false
}

// title reports whether the line that names the form was found.
func (m *match) title() bool {
	for i, c := range m.edition.Captions {
		if c.Title {
			return m.full(i)
		}
	}
	return false
}

// identified reports whether the box of a field is surely this field's: one of
// its captions was found whose text no other field has, or one that it shares
// while every other field that shares it was identified by a text of its own.
func (m *match) identified(f Place) bool {
	if m.own(f) {
		return true
	}
	for _, id := range f.Anchors {
		if !m.found(id) {
			continue
		}
		alone := true
		for _, o := range m.edition.Places {
			if m.shares(f, o, id) && !m.own(o) {
				alone = false
			}
		}
		if alone {
			return true
		}
	}
	return false
}

// own reports whether a caption was found that can only be this field's.
func (m *match) own(f Place) bool {
	for _, id := range f.Anchors {
		if !m.found(id) {
			continue
		}
		own := true
		for _, o := range m.edition.Places {
			own = own && !m.shares(f, o, id)
		}
		if own {
			return true
		}
	}
	return false
}

// shares reports whether o, another place than f, has a caption that reads as
// the one of id does.
func (m *match) shares(f, o Place, id string) bool {
	if o.Box == f.Box {
		return false
	}
	c, _ := m.edition.Caption(id)
	for _, oid := range o.Anchors {
		if oc, _ := m.edition.Caption(oid); oc.Text == c.Text {
			return true
		}
	}
	return false
}

// found reports whether the caption of an id was found with both its ends.
func (m *match) found(id string) bool {
	for i, c := range m.edition.Captions {
		if c.ID == id {
			return m.full(i)
		}
	}
	return false
}
