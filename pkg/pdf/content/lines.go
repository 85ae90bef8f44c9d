package content

import (
	"math"
	"strings"
)

// run is what one string shows: from x, y to ex, ey along the unit vector ux, uy.
type run struct {
	text         string
	x, y, ex, ey float64
	ux, uy       float64
	size         float64 // of the letters
}

// line is what stands on one base line.
type line struct {
	text   strings.Builder
	ux, uy float64
	size   float64
	v      float64 // of the base line, across the direction
	last   float64 // where its last run begins, along the direction
	end    float64 // where it ends
}

// Distances in em.
const (
	wordGap  = 0.15 // two runs further apart are two words
	sameLine = 0.3  // base lines closer are one
	nearGap  = 3    // a run drawn later continues a line that ends as near
	rowGap   = 15   // the next run continues a line that ends as near
	shadow   = 0.15 // the same text as close by is a shadow, or bold made by hand
)

// lines assembles runs into lines, in the order of drawing.
type lines struct {
	lines []*line
	runs  map[string][]run
	size  int // bytes of text
	full  bool
}

func (l *lines) add(r run) {
	if r.text == "" || !(r.size > 0) || math.IsInf(r.x+r.y+r.ex+r.ey, 0) || math.IsNaN(r.x+r.y+r.ex+r.ey) {
		return
	}
	for _, o := range l.runs[r.text] {
		if math.Hypot(o.x-r.x, o.y-r.y) < shadow*r.size {
			return
		}
	}
	if l.size += len(r.text); l.size > maxText {
		l.full = true
		return
	}
	if l.runs == nil {
		l.runs = map[string][]run{}
	}
	if strings.TrimSpace(r.text) != "" && len(l.runs[r.text]) < 64 {
		l.runs[r.text] = append(l.runs[r.text], r)
	}
	for i := len(l.lines) - 1; i >= 0; i-- {
		if l.lines[i].take(r, i == len(l.lines)-1) {
			return
		}
	}
	n := &line{ux: r.ux, uy: r.uy, size: r.size}
	n.last, n.v = n.place(r.x, r.y)
	n.end, _ = n.place(r.ex, r.ey)
	n.text.WriteString(r.text)
	l.lines = append(l.lines, n)
}

// place returns a point along and across the direction of a line.
func (l *line) place(x, y float64) (u, v float64) {
	return x*l.ux + y*l.uy, y*l.ux - x*l.uy
}

// take appends a run that continues the line. The line drawn last is given
// more room than others: a row is often drawn as label and value.
func (l *line) take(r run, last bool) bool {
	if l.ux*r.ux+l.uy*r.uy < 0.98 {
		return false
	}
	u, v := l.place(r.x, r.y)
	size, alike, reach := max(l.size, r.size), 0.5, float64(rowGap)
	if !last {
		// Another column may have a line at the same height.
		alike, reach = 0.75, nearGap
	}
	if min(l.size, r.size) < alike*size {
		return false
	}
	gap := u - l.end
	if math.Abs(v-l.v) > sameLine*size || gap > reach*size || u < l.last-0.1*size || !last && gap < -0.3*size {
		return false
	}
	if gap > wordGap*min(l.size, r.size) && !startsJoined(r.text) {
		l.text.WriteByte(' ')
	}
	l.text.WriteString(r.text)
	l.last = u
	l.end, _ = l.place(r.ex, r.ey)
	return true
}

// startsJoined tells a run that is a mark on the letter before it.
func startsJoined(s string) bool {
	for _, r := range s {
		return combining(r)
	}
	return false
}

// String returns the lines, composed and without double blanks. Lines of which
// nothing could be read are left out.
func (l *lines) String() string {
	var out []string
	for _, n := range l.lines {
		s := strings.Join(strings.Fields(compose(n.text.String())), " ")
		if strings.Trim(s, "\uFFFD ") != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}
