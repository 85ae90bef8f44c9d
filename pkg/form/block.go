package form

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// block is the captions that name the place of one field, close together.
type block struct {
	field  *Field
	row    int // of a repeated field, from 1
	claims []claim
	box    Box
	tilt   float64
	value  float64 // how surely the captions are the field's
}

func newBlock(f *Field, c claim) *block {
	return &block{field: f, claims: []claim{c}, box: c.box, tilt: c.tilt, value: c.likely}
}

func (b *block) add(c claim) {
	b.claims = append(b.claims, c)
	b.box = b.box.union(c.box)
}

func (b *block) middle() float64 { return b.box.X + b.box.W/2 }

// sure reports whether one of the captions was read well enough to name the
// field by itself; one that is a label elsewhere on the sheet does not.
func (b *block) sure() bool {
	for _, c := range b.claims {
		labels := c.has(func(u use) bool { return u.role == labelRole })
		if c.is(captionRole, b.field) && !labels && (!c.short() || c.likely == 1) {
			return true
		}
	}
	return false
}

// hinted reports whether a hint of the field stands beside the caption.
func (b *block) hinted() bool {
	return slices.ContainsFunc(b.claims, func(c claim) bool { return c.is(hintRole, b.field) })
}

// is reports whether the print may do this for a field.
func (c claim) is(r role, f *Field) bool {
	return c.has(func(u use) bool { return u.role == r && u.field == f })
}

// assign gives the captions that were read to the fields of the form.
func (l *located) assign() {
	byField := map[*Field][]*block{}
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		byField[f] = l.gather(f)
	}
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if f.Repeated {
			continue
		}
		var best *block
		for _, b := range byField[f] {
			b.value += l.support(b, byField)
			if best == nil || b.value > best.value {
				best = b
			}
		}
		if best != nil && (best.sure() || best.hinted()) {
			l.blocks = append(l.blocks, best)
		}
	}
	l.number(byField)
	l.remainder()
}

// gather joins the captions of a field and the hints beside them to blocks,
// from the top: an official's captions are up to four lines.
func (l *located) gather(f *Field) []*block {
	var lines []claim
	for _, c := range l.script.claims {
		if l.title != nil && c.box.Y < l.title.box.Y+l.title.box.H {
			continue
		}
		if c.is(captionRole, f) || c.is(hintRole, f) {
			lines = append(lines, c)
		}
	}
	slices.SortFunc(lines, func(a, b claim) int {
		if math.Abs(a.box.Y+a.box.H/2-b.box.Y-b.box.H/2) < 2 {
			return cmp.Compare(a.box.X, b.box.X)
		}
		return cmp.Compare(a.box.Y, b.box.Y)
	})
	var blocks []*block
	for _, c := range lines {
		at := slices.IndexFunc(blocks, func(b *block) bool { return !b.says(c) && beside(b.claims[len(b.claims)-1].box, c.box) })
		if at < 0 {
			blocks = append(blocks, newBlock(f, c))
			continue
		}
		blocks[at].add(c)
		blocks[at].value += 0.4 * c.likely
	}
	return slices.DeleteFunc(blocks, func(b *block) bool {
		return !slices.ContainsFunc(b.claims, func(c claim) bool { return c.is(captionRole, f) })
	})
}

// says reports whether the block has a text already; the same again is of
// another field.
func (b *block) says(c claim) bool {
	return slices.ContainsFunc(b.claims, func(o claim) bool { return o.wording == c.wording })
}

// beside reports whether print of a block stands right under or over other
// print, or follows it on the line.
func beside(a, b Box) bool {
	if gap := b.X - a.X - a.W; math.Abs(a.Y+a.H/2-b.Y-b.H/2) < 0.5*min(a.H, b.H) && gap > -1 && gap < 6 {
		return true
	}
	down := math.Abs(a.Y + a.H/2 - b.Y - b.H/2)
	off := math.Abs(a.X + a.W/2 - b.X - b.W/2)
	return down > 2 && down < 2.1*min(max(a.H, b.H), 5) && off < 0.25*max(a.W, b.W)+2
}

// support says how much the place of a block speaks for it: captions of other
// fields on its row or in its column, and that signers come last on a paper.
func (l *located) support(b *block, all map[*Field][]*block) float64 {
	most := 0.0
	for f, bs := range all {
		if f == b.field {
			continue
		}
		for _, o := range bs {
			across, down := math.Abs(o.middle()-b.middle()), math.Abs(o.box.Y-b.box.Y)
			if down < 1.5*max(b.box.H, o.box.H) && across > 15 || across < 4 && down > 15 {
				most = max(most, 0.3*o.claims[0].likely)
			}
		}
	}
	y0, y1 := l.script.extent()
	return most + 0.3*(b.box.Y-y0)/max(y1-y0, 1)
}

// remainder gives a required field whose caption was not read the one hint that
// is left on the row of a field with the same hint, when each other field with
// this hint has its own.
func (l *located) remainder() {
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if len(f.Hints) == 0 || f.Repeated || !f.Required || l.block(f) != nil {
			continue
		}
		var left []claim
		var near *block
		alone := true
		for j := range l.form.Fields {
			o := &l.form.Fields[j]
			if o == f || !o.Required || !shareHint(f, o) {
				continue
			}
			b := l.block(o)
			if b == nil || !b.sure() {
				alone = false
				continue
			}
			near = b
		}
		for _, c := range l.hints(f, near) {
			if !l.taken(c.box) && !slices.ContainsFunc(left, func(o claim) bool { return o.box.covers(c.box, 0.3) }) {
				left = append(left, c)
			}
		}
		if alone && len(left) == 1 {
			l.blocks = append(l.blocks, newBlock(f, left[0]))
		}
	}
}

// hints returns the hints of a field on the row of a block; where only one end
// of one was read, it is as wide as the block's own.
func (l *located) hints(f *Field, near *block) []claim {
	var out []claim
	if near == nil {
		return nil
	}
	level := func(b Box) bool { return math.Abs(b.Y+b.H/2-near.box.Y-near.box.H+2) < 6 }
	for _, c := range l.script.claims {
		if c.is(hintRole, f) && level(c.box) {
			out = append(out, c)
		}
	}
	i := slices.IndexFunc(near.claims, func(c claim) bool { return c.is(hintRole, near.field) })
	if len(out) > 0 || i < 0 {
		return out
	}
	hint := near.claims[i]
	for _, p := range l.script.phrases {
		text, b := p.text(), p.box()
		if !level(b) || b.W > hint.box.W || near.box.covers(b, 0.1) {
			continue
		}
		switch {
		case strings.HasPrefix(text, "(K"):
			b.W = hint.box.W
		case strings.HasSuffix(text, ")") && len(letters(text)) > 1:
			b.X, b.W = b.X+b.W-hint.box.W, hint.box.W
		default:
			continue
		}
		out = append(out, claim{wording: hint.wording, read: text, box: b, tilt: p.tilt, likely: 0.7})
	}
	return out
}

func shareHint(a, b *Field) bool {
	return slices.ContainsFunc(a.Hints, func(h string) bool { return slices.Contains(b.Hints, h) })
}

func (l *located) taken(box Box) bool {
	return slices.ContainsFunc(l.blocks, func(b *block) bool {
		return slices.ContainsFunc(b.claims, func(c claim) bool { return c.box == box })
	})
}

// block returns the first block of a field, or nil.
func (l *located) block(f *Field) *block {
	for _, b := range l.blocks {
		if b.field == f {
			return b
		}
	}
	return nil
}

// numbered counts the rows of a table from the top: captions of one row stand
// level. Where a row lacks one that others have, its place follows from theirs.
func (l *located) number(byField map[*Field][]*block) {
	var all []*block
	for i := range l.form.Fields {
		if f := &l.form.Fields[i]; f.Repeated {
			all = append(all, byField[f]...)
		}
	}
	slices.SortStableFunc(all, func(a, b *block) int { return cmp.Compare(a.box.Y, b.box.Y) })
	var rows [][]*block
	for _, b := range all {
		n := len(rows)
		if n == 0 || b.box.Y > rows[n-1][0].box.Y+1.5*b.box.H {
			rows = append(rows, nil)
			n++
		}
		if !slices.ContainsFunc(rows[n-1], func(o *block) bool { return o.field == b.field }) {
			b.row = n
			rows[n-1] = append(rows[n-1], b)
		}
	}
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		for n, row := range rows {
			if !f.Repeated || slices.ContainsFunc(row, func(o *block) bool { return o.field == f }) {
				continue
			}
			if b := fromOtherRows(f, row[0], rows); b != nil {
				b.row = n + 1
				rows[n] = append(rows[n], b)
			}
		}
	}
	for _, row := range rows {
		l.blocks = append(l.blocks, row...)
	}
}

// fromOtherRows places a field in the row of another as it stands in other rows.
func fromOtherRows(f *Field, beside *block, rows [][]*block) *block {
	for _, row := range rows {
		var have, other *block
		for _, b := range row {
			switch b.field {
			case f:
				have = b
			case beside.field:
				other = b
			}
		}
		if have != nil && other != nil {
			b := *have
			b.box.X += beside.box.X - other.box.X
			b.box.Y += beside.box.Y - other.box.Y
			b.tilt = beside.tilt
			return &b
		}
	}
	return nil
}
