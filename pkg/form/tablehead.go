package form

import "math"

// Heights of the cells of a table, in mm.
const (
	deepestCell = 90
	deepestHead = 40 // that captions of a table's head may be above its first row
)

// underHead returns the places of a table whose captions stand in its head only,
// once: the ruled cells under them, row by row. It returns nil for tables whose
// rows have captions of their own.
func (l *located) underHead(all []*room, scale float64) []*room {
	columns := map[*Field][]*room{}
	var longest *Field
	for _, r := range all {
		if !r.field.Repeated {
			continue
		}
		if columns[r.field] != nil { // a second row of captions
			return nil
		}
		columns[r.field] = l.column(r, scale)
		if longest == nil || len(columns[r.field]) > len(columns[longest]) {
			longest = r.field
		}
	}
	if longest == nil || len(columns[longest]) < 1 {
		return nil
	}
	var out []*room
	for _, r := range all {
		if !r.field.Repeated {
			out = append(out, r)
		} else if len(columns[r.field]) < len(columns[longest]) {
			columns[r.field] = r.besides(columns[longest], scale)
		}
	}
	for i, first := range columns[longest] {
		for j := range l.form.Fields {
			for _, r := range columns[&l.form.Fields[j]] {
				if math.Abs(r.at.cy-first.at.cy) < first.box.H/2 {
					r.block.row = i + 1
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// column follows the ruled cells under a caption in the head of a table down to
// the foot of the page. Cells too low to sign in, as for the time, are passed
// over. It returns nil where the caption's own cell is to be signed in.
func (l *located) column(h *room, scale float64) []*room {
	x0, _, x1, y1 := l.script.view.bounds(l.script.page)
	half := h.field.Area.W * scale / 2
	left, right := -half, half // of the middle of the column
	if h.walled {
		left, right = h.left-h.middle(), h.right-h.middle()
	}
	x, y := h.at.view(h.middle(), h.caps.Y+h.caps.H)
	var out []*room
	for first := true; y < y1-pageEdge && x > x0 && x < x1; first = false {
		at := local{x, y, l.script.view.tilt.at(y)}
		deep := deepestCell
		if first {
			deep = deepestHead
		}
		win := l.script.ink.window(l.script.view.angle, at, Box{x + left - 6, y, right - left + 12, float64(deep)})
		floor, ok := win.floor(y+1, 1, x+left-insideRule, x+right+insideRule)
		if !ok {
			break
		}
		high := floor - y
		if first {
			if high > 0.8*leastHeight*scale {
				return nil
			}
			x, y = at.view(x, floor)
			continue
		}
		var upright []float64
		for _, side := range []struct {
			edge *float64
			step int
		}{{&left, -1}, {&right, 1}} {
			if v, ok := win.wall(x+*side.edge-float64(side.step)*3, side.step, y+1, floor-1); ok && math.Abs(v-x-*side.edge) < 9 {
				upright = append(upright, v)
				*side.edge = v - x - float64(side.step)*insideRule
			}
		}
		if high > leastHeight*scale && len(upright) > 0 {
			out = append(out, h.inCell(at, x+left, x+right, y, floor, upright))
		}
		x, y = at.view(x, floor)
	}
	return out
}

// besides returns the places in the rows of another column, where the rules of a
// caption's own column were not all found.
func (r *room) besides(column []*room, scale float64) []*room {
	var out []*room
	for _, o := range column {
		half := r.field.Area.W * scale / 2
		x, _ := o.at.from(r.at.view(r.middle(), r.caps.Y))
		left, right := x-half, x+half
		if r.walled {
			left, right = x+r.left-r.middle(), x+r.right-r.middle()
		}
		if x < o.left { // not into the other column
			right = min(right, o.left-2*insideRule)
		} else {
			left = max(left, o.right+2*insideRule)
		}
		out = append(out, r.inCell(o.at, left, right, o.above, o.below, nil))
	}
	return out
}

// inCell returns the place in a cell under the head of its column.
func (r *room) inCell(at local, left, right, top, floor float64, upright []float64) *room {
	// The place has the frame of its own middle.
	cx, cy := at.view((left+right)/2, (top+floor)/2)
	dx, dy := cx-(left+right)/2, cy-(top+floor)/2
	b := *r.block
	b.box = Box{left + dx, top + dy, right - left, 0}
	b.claims, b.tilt = nil, at.slope
	box := Box{left + dx, top + dy + insideRule, right - left, floor - top - 2*insideRule}
	own := rules{upright, []float64{top, floor}}.moved(-dx, -dy)
	return &room{block: &b, at: local{cx, cy, at.slope}, caps: b.box, left: left + dx, right: right + dx, walled: true,
		above: top + dy, below: floor + dy, rules: own, box: box}
}
