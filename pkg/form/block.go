package form

import (
	"cmp"
	"math"
	"slices"
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
// field by itself.
func (b *block) sure() bool {
	for _, c := range b.claims {
		if c.is(captionRole, b.field) && (!c.short() || c.likely == 1) {
			return true
		}
	}
	return false
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
			l.blocks = append(l.blocks, numbered(byField[f])...)
			continue
		}
		var best *block
		for _, b := range byField[f] {
			b.value += l.support(b, byField)
			if best == nil || b.value > best.value {
				best = b
			}
		}
		if best != nil && (best.sure() || best.value > 0.9) {
			l.blocks = append(l.blocks, best)
		}
	}
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
	slices.SortFunc(lines, func(a, b claim) int { return cmp.Compare(a.box.Y, b.box.Y) })
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

// beside reports whether a line of a block stands right under or over another.
func beside(a, b Box) bool {
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
		var near float64
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
			near = b.box.Y + b.box.H
		}
		for _, c := range l.script.claims {
			if c.is(hintRole, f) && !l.taken(c.box) && math.Abs(c.box.Y+c.box.H-near) < 8 &&
				!slices.ContainsFunc(left, func(o claim) bool { return o.box == c.box }) {
				left = append(left, c)
			}
		}
		if alone && len(left) == 1 {
			l.blocks = append(l.blocks, newBlock(f, left[0]))
		}
	}
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

// numbered counts the blocks of a repeated field from the top.
func numbered(bs []*block) []*block {
	var out []*block
	for _, b := range bs {
		if n := len(out); n > 0 && b.box.Y < out[n-1].box.Y+2*b.box.H {
			continue
		}
		b.row = len(out) + 1
		out = append(out, b)
	}
	return out
}
