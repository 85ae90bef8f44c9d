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

func (b *block) add(c claim) {
	b.claims = append(b.claims, c)
	b.box = b.box.union(c.box)
}

func (b *block) middle() float64 { return b.box.X + b.box.W/2 }

// assign gives the captions that were read to the fields of the form.
func (l *located) assign() {
	byField := map[*Field][]*block{}
	for _, c := range l.script.claims {
		w := c.wording
		if w.form != l.form || w.role != captionRole || l.title != nil && c.box.Y < l.title.box.Y+l.title.box.H {
			continue
		}
		b := &block{field: w.field, claims: []claim{c}, box: c.box, tilt: c.tilt, value: c.likely}
		l.hint(b)
		byField[w.field] = append(byField[w.field], b)
	}
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		bs := byField[f]
		if f.Repeated {
			l.blocks = append(l.blocks, rowsOf(bs)...)
			continue
		}
		var best *block
		for _, b := range bs {
			b.value += l.support(b, byField)
			if best == nil || b.value > best.value {
				best = b
			}
		}
		if best != nil && (!best.claims[0].wording.short() || best.claims[0].likely == 1 || best.value > 0.9) {
			l.blocks = append(l.blocks, best)
		}
	}
	l.remainder()
}

// hint adds the line that stands beside a caption, if it was read.
func (l *located) hint(b *block) {
	for _, c := range l.script.claims {
		if c.wording.role == hintRole && c.wording.field == b.field && beside(b.box, c.box) {
			b.add(c)
			b.value += 0.4
			return
		}
	}
}

// beside reports whether a hint stands right under or over a caption.
func beside(caption, hint Box) bool {
	h := max(min(caption.H, hint.H), 2)
	gap := max(hint.Y-caption.Y-caption.H, caption.Y-hint.Y-hint.H)
	off := math.Abs(caption.X + caption.W/2 - hint.X - hint.W/2)
	return gap > -0.6*h && gap < 1.5*h && off < 0.3*max(caption.W, hint.W)+2
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
			if math.Abs(o.box.Y-b.box.Y) < 1.5*max(b.box.H, o.box.H) && math.Abs(o.middle()-b.middle()) > 15 ||
				math.Abs(o.middle()-b.middle()) < 4 && math.Abs(o.box.Y-b.box.Y) > 15 {
				most = max(most, 0.3*min(o.claims[0].likely, 1))
			}
		}
	}
	y0, y1 := l.script.extent()
	return most + 0.3*(b.box.Y-y0)/max(y1-y0, 1)
}

// remainder gives a field whose caption was not read the one hint that is left,
// when each other field with the same hint has its own.
func (l *located) remainder() {
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		if len(f.Hints) == 0 || f.Repeated || l.block(f) != nil {
			continue
		}
		left := map[Box]claim{}
		alone := true
		for _, c := range l.script.claims {
			if c.wording.role == hintRole && c.wording.field == f && !l.taken(c.box) && !l.better(c) {
				left[c.box] = c
			}
		}
		for j := range l.form.Fields {
			o := &l.form.Fields[j]
			if o != f && shareHint(f, o) && l.block(o) == nil {
				alone = false
			}
		}
		if alone && len(left) == 1 {
			for _, c := range left {
				l.blocks = append(l.blocks, &block{field: f, claims: []claim{c}, box: c.box, tilt: c.tilt, value: 0.8})
			}
		}
	}
}

func shareHint(a, b *Field) bool {
	for _, h := range a.Hints {
		if slices.Contains(b.Hints, h) {
			return true
		}
	}
	return false
}

// better reports whether the print of a hint says another hint rather.
func (l *located) better(c claim) bool {
	for _, o := range l.script.claims {
		if o.box == c.box && o.likely > c.likely {
			return true
		}
	}
	return false
}

func (l *located) taken(b Box) bool {
	for _, o := range l.blocks {
		for _, c := range o.claims {
			if c.box == b {
				return true
			}
		}
	}
	return false
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

// rowsOf numbers the blocks of a repeated field from the top.
func rowsOf(bs []*block) []*block {
	slices.SortFunc(bs, func(a, b *block) int { return cmp.Compare(a.box.Y, b.box.Y) })
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
