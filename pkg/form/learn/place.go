package learn

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/form"
)

// Where captions of a place stand, in mm: the first within beside of its edge,
// each further one within leading of the one before.
const (
	beside  = 14.0
	leading = 4.5
	shallow = 3.0 // that a line below may reach into the place
	most    = 4   // lines of one block
)

// place completes a field by the print at its box: the lines right above it, or
// where there are none those right below. It returns the box without print that
// it covers, and the ids of the lines.
func (r *Result) place(f *form.Field, box form.Box, title int, ids map[int]string) (form.Box, []string) {
	above, below := r.block(box, title, true), r.block(box, title, false)
	lines := above
	f.Area.Side = form.Below
	if !r.named(above) && r.named(below) {
		lines, f.Area.Side = below, form.Above
	}
	box = r.clear(f, box, slices.Concat(above, below))
	f.Area.W, f.Area.H = round(box.W), round(box.H)
	var anchors, captions, hints []string
	used := map[string]bool{}
	for _, id := range ids {
		used[id] = true
	}
	for _, i := range lines {
		l := r.Taken[i]
		name := f.Key
		if parenthesised(l.Text) {
			name += "_hint"
			hints = append(hints, l.Text)
		} else {
			captions = append(captions, l.Text)
		}
		if _, has := ids[i]; !has {
			ids[i] = unique(name, used)
		}
		anchors = append(anchors, ids[i])
	}
	if len(f.Captions) == 0 && f.With == "" {
		f.Captions = captions
	}
	if len(f.Hints) == 0 && f.With == "" {
		f.Hints = hints
	}
	if len(anchors) == 0 && f.With == "" {
		r.Unnamed = append(r.Unnamed, f.Key)
	}
	return box, anchors
}

// named reports whether a block says whose place it is.
func (r *Result) named(lines []int) bool {
	return slices.ContainsFunc(lines, func(i int) bool { return !parenthesised(r.Taken[i].Text) })
}

// block returns the lines over a box, or under it, that belong to it: from the
// nearest on, as long as they follow close on each other, top to bottom.
func (r *Result) block(box form.Box, title int, above bool) []int {
	at, in := box.Y+edge(box), edge(box) // how far into the box the block may begin
	if !above {
		at, in = box.Y+box.H-shallow, shallow
	}
	gap := func(l Line) float64 { // from the line to the block
		if above {
			return at - l.Box.Y - l.Box.H
		}
		return l.Box.Y - at
	}
	var near []int
	for i, l := range r.Taken {
		centre := l.Box.X + l.Box.W/2
		over := mid(l.Box) < box.Y+edge(box)
		if !above {
			over = mid(l.Box) > box.Y+box.H-shallow
		}
		if i != title && over && !l.Open && !isHead(l.Text) && centre > box.X-0.1*box.W && centre < right(box)+0.1*box.W {
			near = append(near, i)
		}
	}
	slices.SortStableFunc(near, func(a, b int) int { return cmp.Compare(gap(r.Taken[a]), gap(r.Taken[b])) })
	var out []int
	limit := beside + in
	for _, i := range near {
		l := r.Taken[i]
		if gap(l) > limit || len(out) == most {
			break
		}
		out = append(out, i)
		if above {
			at = min(at, l.Box.Y)
		} else {
			at = max(at, l.Box.Y+l.Box.H)
		}
		limit = leading
	}
	slices.Sort(out)
	return out
}

// clear returns a box without the lines that reach into its upper and lower
// edge.
func (r *Result) clear(f *form.Field, box form.Box, lines []int) form.Box {
	const air = 0.5
	y0, y1 := box.Y, box.Y+box.H
	for _, i := range lines {
		l := r.Taken[i].Box
		if mid(l) < box.Y+box.H/2 {
			y0 = max(y0, l.Y+l.H+air)
		} else {
			y1 = min(y1, l.Y-air)
		}
	}
	if y1-y0 < 5 { // that is no edge: it is for a person to decide
		return rounded(box, form.Size{W: right(box), H: box.Y + box.H})
	}
	if y0 > box.Y || y1 < box.Y+box.H {
		r.Moved = append(r.Moved, f.Key)
	}
	box.Y, box.H = y0, y1-y0
	return rounded(box, form.Size{W: right(box), H: box.Y + box.H})
}
