package sign

import "github.com/tthclint/tthclint/pkg/pdf"

// wrote tells whether the revision wrote an object, or one that it is nothing but
// a reference to: such a chain has the role of its first object.
func (d *differ) wrote(num int) bool {
	if d.changed[num] || d.index != nil && !d.index.chained {
		return d.changed[num]
	}
	for range maxRefChain {
		o, err := d.new.Object(pdf.Ref{Num: num})
		r, ok := o.(pdf.Ref)
		if err != nil || !ok {
			return false
		}
		if num = r.Num; d.changed[num] {
			return true
		}
	}
	return true
}

const maxRefChain = 32

// maxAbove bounds how many parents that no list of fields names are followed from
// one field up, as [inheritedAttr] does. What lies above counts as changed.
const maxAbove = 64

// inPageTree tells a page, a node or the catalog from what a field may inherit
// from: they are judged without those who name them as their parent.
func (g *ground) inPageTree(num int) bool {
	_, page := g.pageNo[num]
	return page || g.nodes[num] || num == g.catalog
}

// inheritable are the entries that a field takes from those above it (ISO 32000-2
// tables 226, 228, 232), and those that readers take from there as well.
var inheritable = []pdf.Name{"FT", "Ff", "V", "DV", "DA", "Q", "MaxLen", "Opt", "DS", "RV", "I", "TI"}

// parent judges what a field inherits. A parent that the form lists is judged
// there, so that only which one it is counts. One that nothing else leads to is
// judged here.
func (d *differ) parent(o, n *pdf.Dict, at place, num int) {
	x, y := o.Get("Parent"), n.Get("Parent")
	p := withAction(at.at("Parent"), x, y)
	a, b := d.old.Dict(x), d.new.Dict(y)
	r, ok := x.(pdf.Ref)
	switch {
	case a != nil && sameRef(x, y):
		if d.inPageTree(r.Num) || d.fields[r.Num] {
			return
		}
		if d.above >= maxAbove {
			p.code = CodeChangeAnalysisLimited
			d.report(p, r.Num)
			return
		}
		d.above++
		d.field(r.Num, false)
		d.above--
		return
	case ok && a != nil:
		d.report(p, num)
		return
	case a != nil && b != nil && y != nil:
		if s, ok := y.(pdf.Ref); !ok || !d.fields[s.Num] {
			q := at.at("Parent")
			q.detail, q.step = q.path(), ""
			d.fieldDict(a, b, q, num, false, false)
			return
		}
	}
	if fieldName(d.old, o) != fieldName(d.new, n) {
		d.report(p, num)
		return
	}
	for _, k := range inheritable {
		if n.Get(k) == nil && !d.equal(inheritedAttr(d.old, o, k), inheritedAttr(d.new, n, k), true, 0) {
			d.report(p, num)
			return
		}
	}
}

// drawnOtherwise judges what a field inherits, and is drawn by where it keeps its
// value: the default appearance, and flags that readers heed in drawing.
func (d *differ) drawnOtherwise(o, n *pdf.Dict, at place, num int) {
	if d.filled(o, n) || !d.drawnAnew(n) {
		return
	}
	at.class, at.code, at.action = ChangesOther, CodeAppearanceReplaced, ActionReplaced
	if n.Get("DA") == nil && o.Get("DA") == nil && !d.equal(inheritedAttr(d.old, o, "DA"), inheritedAttr(d.new, n, "DA"), true, 0) {
		d.report(at.at("DA"), num)
	}
	// ReadOnly, Required and NoExport show nothing (ISO 32000-2 table 227).
	if flagsChanged(d.old, d.new, inheritedAttr(d.old, o, "Ff"), inheritedAttr(d.new, n, "Ff"))&^7 != 0 {
		d.report(at.at("Ff"), num)
	}
}
