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
	again  bool    // what they say stands above, too, as the label of a name
}

func newBlock(f *Field, c claim) *block {
	return &block{field: f, claims: []claim{c}, box: c.box, tilt: c.tilt, value: c.likely}
}

// add takes up a caption. The slope of the longest one is the block's: that of two
// letters is chance.
func (b *block) add(c claim) {
	if !slices.ContainsFunc(b.claims, func(o claim) bool { return o.box.W >= c.box.W }) {
		b.tilt = c.tilt
	}
	b.claims = append(b.claims, c)
	b.box = b.box.union(c.box)
}

// first and last are the lines of the block at its ends, of which two parts may have been read apart.
func (b *block) first() Box { return b.lineOf(b.claims[0].box) }
func (b *block) last() Box  { return b.lineOf(b.claims[len(b.claims)-1].box) }

// lineOf is all of the block that stands on a line with a part of it.
func (b *block) lineOf(c Box) Box {
	for _, o := range b.claims {
		if math.Abs(o.box.Y+o.box.H/2-c.Y-c.H/2) < 0.5*min(o.box.H, c.H) {
			c = c.union(o.box)
		}
	}
	return c
}

// fullyRead is how much of a text agrees that was read in full.
const fullyRead = 0.8

// settle lets what was read in full alone say where a block stands sideways, and
// how large its letters are: where the rest of a broken text must be is a guess.
func (b *block) settle() {
	var sure Box
	n := 0
	for _, c := range b.claims {
		if c.likely >= fullyRead {
			if n++; n == 1 {
				sure = c.box
			}
			sure = sure.union(c.box)
		}
	}
	if n == 0 || n == len(b.claims) {
		return
	}
	first := b.claims[slices.IndexFunc(b.claims, func(c claim) bool { return c.likely >= fullyRead })].box
	b.box = sure
	for _, c := range b.claims {
		if c.likely < fullyRead && c.box.H < 2*first.H {
			b.box = b.box.union(Box{sure.X, c.box.Y, sure.W, c.box.H})
		}
	}
}

func (b *block) middle() float64 { return b.box.X + b.box.W/2 }

// sure reports whether one of the captions was read well enough to name the
// field by itself. One that may be the label of a name must be the second one
// on the sheet.
func (b *block) sure() bool {
	for _, c := range b.claims {
		labels := c.has(func(u use) bool { return u.role == labelRole })
		if c.is(captionRole, b.field) && (!labels || b.again) && c.plain() || c.names(b.field) {
			return true
		}
	}
	return false
}

// plain reports whether a claim is more than a few letters, which strokes of a signature may look
// like, or was read without a fault.
func (c claim) plain() bool { return !c.short() || c.likely == 1 }

// hinted reports whether a hint of the field stands beside the caption.
func (b *block) hinted() bool {
	return slices.ContainsFunc(b.claims, func(c claim) bool { return c.is(hintRole, b.field) })
}

// is reports whether the print may do this for a field.
func (c claim) is(r role, f *Field) bool {
	return c.has(func(u use) bool { return u.role == r && u.field == f })
}

// names reports whether the print is a hint that no other field of the form has,
// as that of an official who is to seal: it says whose place it is where the
// caption over it cannot be read.
func (c claim) names(f *Field) bool {
	if n := len(c.letters); c.likely < 0.85 || n < shortHint || n < longHint && c.likely < 0.95 {
		return false
	}
	own := slices.IndexFunc(c.uses, func(u use) bool { return u.role == hintRole && u.field == f })
	return own >= 0 && !c.has(func(u use) bool { return u.form == c.uses[own].form && u.field != f })
}

// How many letters a hint has that is like no other one, and one that is when it was
// read without a fault.
const (
	longHint  = 16
	shortHint = 10
)

// assign gives the captions that were read to the fields of the form.
func (l *located) assign() {
	l.blocks = nil
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
			if b.value += l.support(b, byField) - underWorth*float64(l.labelsUnder(b)); (b.sure() || b.hinted() || l.level(b, byField) || l.named(b)) && !l.amidValues(b) && !l.heads(b) && (best == nil || b.value > best.value) {
				best = b
			}
		}
		if best != nil {
			l.blocks = append(l.blocks, best)
		}
	}
	l.number(byField)
	l.stray()
	l.deputies()
	l.remainder()
	l.lengthen()
	l.heighten()
	l.sentences()
}

// stray takes away a block without a hint, which does not say either that one signs
// there, far over that of a field with the same hints, or over the values: signers sign
// near each other, at the end, and what stands there heads a column of values, or is
// one. So does what stands over a column of labels while another one has its hint.
func (l *located) stray() {
	const far = 60 // mm
	blocks := l.blocks
	l.blocks = slices.DeleteFunc(slices.Clone(blocks), func(b *block) bool {
		if b.field.Repeated || b.hinted() || b.saysToSign() || l.overPlace(b) {
			return false
		}
		return l.overValues(b, blocks) || slices.ContainsFunc(blocks, func(o *block) bool {
			if o == b || !o.field.Required || !shareHint(o.field, b.field) || !o.sure() {
				return false
			}
			return o.box.Y-b.box.Y > far || (o.hinted() || o.saysToSign()) && l.labelsUnder(b) >= leastColumn
		})
	})
}

// overPlace reports whether ruled lines on either side go on under a block, and none runs across
// between them, as in a cell to sign in beside those of values.
func (l *located) overPlace(b *block) bool {
	const room, aside = 18, 60 // mm
	foot := b.box.Y + b.box.H
	x0, x1 := b.box.X-aside, b.box.X+b.box.W+aside
	w := l.script.ink.window(l.script.view.angle, b.frame(), Box{x0, b.box.Y - 1, x1 - x0, b.box.H + room + 2})
	west, ok1 := w.wall(b.box.X-0.5, -1, b.box.Y, foot+room)
	east, ok2 := w.wall(b.box.X+b.box.W+0.5, 1, b.box.Y, foot+room)
	if !ok1 || !ok2 {
		return false
	}
	_, crossed := w.floor(foot+0.5, 1, west+insideRule, east-insideRule)
	return !crossed
}

// frame returns the frame of the block's line.
func (b *block) frame() local { return local{b.middle(), b.box.Y + b.box.H/2, b.tilt} }

// saysToSign reports whether a caption that was read in full says that one signs there, as "Chữ ký của
// vợ" does and "Vợ" does not.
func (b *block) saysToSign() bool {
	return slices.ContainsFunc(b.claims, func(c claim) bool { return c.saysToSign(b.field) })
}

// saysToSign reports that of one caption of a field.
func (c claim) saysToSign(f *Field) bool {
	return c.is(captionRole, f) && c.likely >= fullyRead && (strings.Contains(c.letters, "chuky") || strings.Contains(c.letters, "kyten"))
}

// overValues reports whether the labels of values stand between a block and all
// others, of which there are at least two and which were read well: the office in
// "Đăng ký tại: Ủy ban nhân dân" is a value, too.
func (l *located) overValues(b *block, all []*block) bool {
	top, n := math.Inf(1), 0
	for _, o := range all {
		if o != b {
			top = min(top, o.box.Y)
			if o.sure() {
				n++
			}
		}
	}
	return n > 1 && slices.ContainsFunc(l.script.claims, func(c claim) bool { return l.labels(c, b) && c.box.Y+c.box.H < top })
}

// deputies gives a block the captions right under it that are those of a field
// which the form does not require: who signs by authority has his own title under
// the one for whom he signs, as CÔNG CHỨC TƯ PHÁP - HỘ TỊCH under TUQ. CHỦ TỊCH,
// and there is one place. Of the captions over it the hint under it alone may have been read.
func (l *located) deputies() {
	var out []*block
	for _, b := range l.blocks {
		i := slices.IndexFunc(l.blocks, func(o *block) bool {
			if !o.field.Required || b.field.Required || o.field.Repeated || b.field.Repeated {
				return false
			}
			return b.box.Y > o.box.Y && (l.joined(o.last(), b.claims[0].box) || l.filled(o, b)) ||
				!o.captioned() && o.box.Y > b.box.Y && l.joined(b.last(), o.claims[0].box)
		})
		if i < 0 {
			out = append(out, b)
			continue
		}
		for _, c := range b.claims {
			if !slices.ContainsFunc(l.blocks[i].claims, func(o claim) bool { return o.box == c.box }) {
				l.blocks[i].add(c)
			}
		}
	}
	l.blocks = out
}

// filled reports whether the way from a block down to one in its middle is short and full
// of lines, as of a caption in two languages on which the seal lies: nobody signs there.
func (l *located) filled(over, under *block) bool {
	const most, gap, off = 17, 6, 4 // mm
	from, to := over.box.Y+over.box.H, under.box.Y
	if to-from > most || math.Abs(over.middle()-under.middle()) > off {
		return false
	}
	var between []Box
	for _, c := range l.script.lines {
		if b := c.box(); c.regular() && b.Y > from-1 && b.Y+b.H < to+1 && b.X+b.W > over.box.X && b.X < over.box.X+over.box.W {
			between = append(between, b)
		}
	}
	slices.SortFunc(between, func(a, b Box) int { return cmp.Compare(a.Y, b.Y) })
	foot := from
	for _, b := range between {
		if b.Y-foot > gap {
			return false
		}
		foot = max(foot, b.Y+b.H)
	}
	return len(between) > 1 && to-foot < gap
}

// gather joins the captions of a field and the hints beside them to blocks,
// from the top: an official's captions are up to four lines.
func (l *located) gather(f *Field) []*block {
	var lines []claim
	for _, c := range l.script.claims {
		if !c.is(captionRole, f) && !c.is(hintRole, f) { // cheaper to tell than the rest
			continue
		}
		if l.over(c.box) || l.rivalled(c, f) || l.listed(c) || l.namesRow(c) || l.atHead(c.box) && !l.hintBeside(c) && !c.saysToSign(f) {
			continue
		}
		lines = append(lines, c)
	}
	slices.SortFunc(lines, func(a, b claim) int {
		if math.Abs(a.box.Y+a.box.H/2-b.box.Y-b.box.H/2) < 2 {
			return cmp.Compare(a.box.X, b.box.X)
		}
		return cmp.Compare(a.box.Y, b.box.Y)
	})
	var blocks []*block
	for _, c := range lines {
		at := slices.IndexFunc(blocks, func(b *block) bool {
			last := b.last()
			return !b.says(c) && l.joined(last, c.box)
		})
		if at < 0 {
			blocks = append(blocks, newBlock(f, c))
			continue
		}
		blocks[at].add(c)
		blocks[at].value += 0.4 * c.likely
	}
	for _, b := range blocks {
		b.settle()
		b.again = slices.ContainsFunc(l.script.claims, func(c claim) bool {
			return c.is(captionRole, f) && c.likely > 0.85 && c.has(func(u use) bool { return u.role == labelRole }) && c.box.Y < b.box.Y-25
		})
	}
	return slices.DeleteFunc(blocks, func(b *block) bool {
		return !b.captioned() && !slices.ContainsFunc(b.claims, func(c claim) bool { return c.names(f) })
	})
}

// listed reports whether what would be a caption is a part of a line that names several, as the
// heading of a row "Chữ ký của vợ, / chồng" does: a comma ends it, or the line over it, or the
// other spouse is named in the next line.
func (l *located) listed(c claim) bool {
	// Mm that lines of one text begin apart, of which one may begin with a rule, letters
	// that a comma is sure to belong to, and confidence in them.
	const off, long, plain = 3, 8, 0.75
	if !c.has(isCaption) {
		return false
	}
	next := func(a, b Box) bool {
		gap := b.Y - a.Y - a.H
		return math.Abs(a.X-b.X) < off && gap > -b.H/2 && gap < max(a.H, b.H)
	}
	goesOn := func(p phrase) bool { // what was read badly has commas of dirt
		text := p.text()
		return strings.HasSuffix(strings.TrimSpace(text), ",") && len(letters(text)) >= long && !strings.Contains(text, "(") && p.confidence() > plain
	}
	followed := func(b Box) bool { // else the comma is dirt
		return slices.ContainsFunc(l.script.lines, func(o *candidate) bool { return next(b, o.box()) })
	}
	return slices.ContainsFunc(l.script.phrases, func(p phrase) bool {
		return (next(p.box(), c.box) || p.box().covers(c.box, 0.8) && followed(p.box())) && goesOn(p)
	}) ||
		slices.ContainsFunc(l.script.claims, func(o claim) bool {
			return (next(o.box, c.box) || next(c.box, o.box)) && o.plain() && l.peers(o, c)
		})
}

// peers reports whether two captions are those of two fields which the form requires and
// which have the same hints, as those of the spouses.
func (l *located) peers(a, b claim) bool {
	for i := range l.form.Fields {
		for j := range l.form.Fields {
			f, g := &l.form.Fields[i], &l.form.Fields[j]
			if i != j && f.Required && g.Required && shareHint(f, g) && a.is(captionRole, f) && b.is(captionRole, g) && !a.is(captionRole, g) && !b.is(captionRole, f) {
				return true
			}
		}
	}
	return false
}

// hintBeside reports whether a hint stands beside print, or is it.
func (l *located) hintBeside(c claim) bool {
	return c.hints(l.form) || slices.ContainsFunc(l.script.claims, func(h claim) bool {
		return h.fullHint(l.form) && beside(c.box, h.box)
	})
}

// says reports whether the block has a text already; the same again is of
// another field.
func (b *block) says(c claim) bool {
	return slices.ContainsFunc(b.claims, func(o claim) bool { return o.wording == c.wording })
}

// beside reports whether print of a block stands right under or over other
// print, in the middle of it or beginning where it does, or follows it on the line.
func beside(a, b Box) bool {
	if gap := b.X - a.X - a.W; math.Abs(a.Y+a.H/2-b.Y-b.H/2) < 0.5*min(a.H, b.H) && gap > -1 && gap < 6 {
		return true
	}
	down := math.Abs(a.Y + a.H/2 - b.Y - b.H/2)
	off := math.Abs(a.X + a.W/2 - b.X - b.W/2)
	return down > 2 && down < 2.1*min(max(a.H, b.H), 5) && (off < 0.25*max(a.W, b.W)+2 || math.Abs(a.X-b.X) < 1.5)
}

// joined reports whether print is of one block: beside each other, or with one line
// between them.
func (l *located) joined(a, b Box) bool { return beside(a, b) || l.linked(a, b) }

// linked reports whether a line between a caption and a hint under it joins the
// two, as the end of a long caption does: NGƯỜI KÝ GIẤY CHỨNG NHẬN / KẾT HÔN.
func (l *located) linked(a, b Box) bool {
	const most = 21 // mm from middle to middle: twice what beside allows
	return b.Y > a.Y+a.H && b.Y+b.H/2-a.Y-a.H/2 < most && slices.ContainsFunc(l.script.lines, func(c *candidate) bool {
		m := c.box()
		return c.regular() && m.Y > a.Y && m.Y+m.H < b.Y+b.H && beside(a, m) && beside(m, b)
	})
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
	_, y0, _, y1 := l.script.view.bounds(l.script.page)
	return most + 0.3*(b.box.Y-y0)/(y1-y0)
}

// level reports whether a caption that would not do by itself stands on the row
// of one that does, as `Vự` beside `Chồng`.
func (l *located) level(b *block, all map[*Field][]*block) bool {
	for f, bs := range all {
		if f == b.field || !shareHint(f, b.field) {
			continue
		}
		for _, o := range bs {
			c := o.claims[0].box
			off := b.claims[0].box.Y + b.claims[0].box.H - c.Y - c.H - o.tilt*(b.middle()-o.middle())
			if (o.sure() || o.hinted()) && math.Abs(off) < 2.5 && math.Abs(b.middle()-o.middle()) > 25 && l.labelsUnder(b) < leastColumn && l.inside(b, o) {
				return true
			}
		}
	}
	return false
}

// inside reports whether a block stands inside the printed border of the page, of which an
// ornament may look like two letters, beside another one.
func (l *located) inside(b, o *block) bool {
	x0, y0, x1, y1 := l.script.view.bounds(l.script.page)
	left, right, _ := l.within(o.frame(), o.box, Box{x0, y0, x1 - x0, y1 - y0})
	return b.box.X > left && b.box.X+b.box.W < right
}

// leastColumn is how many labels of values make a column of them: what stands over
// one is a label, too, even on the row of captions of the other page of a sheet.
const leastColumn = 3

func (l *located) taken(box Box) bool {
	return slices.ContainsFunc(l.blocks, func(b *block) bool {
		return slices.ContainsFunc(b.claims, func(c claim) bool { return c.box == box })
	})
}

// overlaps reports whether print stands where captions of a field do: read
// twice, one line gives two claims.
func (l *located) overlaps(box Box) bool {
	return slices.ContainsFunc(l.blocks, func(b *block) bool { return b.box.covers(box, 0.2) || box.covers(b.box, 0.2) })
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
