package sign

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// structure compares the structure trees. Whoever adds, changes or removes an
// annotation does so with its element, and that is all: elements and content
// items stay what they were and where they were.
func (d *differ) structure(x, y pdf.Object) {
	if d.unchanged(x, y) {
		return
	}
	at := place{class: ChangesForm, code: CodeStructureUpdated, detail: "Root/StructTreeRoot"}
	bad := at
	bad.class = ChangesOther
	o, n := d.old.Dict(x), d.new.Dict(y)
	if o == nil || n == nil {
		p := at
		for _, k := range append(d.kids(d.old, o), d.kids(d.new, n)...) {
			if !d.onlyAnnotations(k, n != nil, 0) {
				p = bad
			}
		}
		d.entry(x, y, p)
		return
	}
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		switch k {
		case "K":
		case "ParentTree", "ParentTreeNextKey", "IDTree":
			// They index what the tree says.
			d.entry(x, y, at.at(k))
		case "RoleMap", "ClassMap":
			d.grown(x, y, at.at(k), bad.at(k))
		case "Namespaces":
			p := bad
			if x == nil {
				p = at
			}
			d.entry(x, y, p.at(k))
		default:
			d.entry(x, y, bad.at(k))
		}
	})
	seen := map[int]bool{}
	d.structKids(o, n, bad, seen, 0)
}

// grown: a dictionary may gain entries, of the class of at.
func (d *differ) grown(x, y pdf.Object, at, bad place) {
	o, n := d.old.Dict(x), d.new.Dict(y)
	if o == nil || n == nil {
		if o != nil {
			at = bad
		}
		d.entry(x, y, at)
		return
	}
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		if x == nil {
			d.entry(x, y, at.at(k))
			return
		}
		d.entry(x, y, bad.at(k))
	})
}

const maxStructDepth = 500

// kids returns /K as an array.
func (d *differ) kids(v *pdf.View, o *pdf.Dict) pdf.Array {
	k := o.Get("K")
	if a := v.Array(k); a != nil {
		return a
	}
	if isNull(v.Resolve(k)) {
		return nil
	}
	return pdf.Array{k}
}

// structKids compares what two states of an element hold: kids may come and go
// when they hold nothing but annotations that came, changed or went; the others
// keep their order.
func (d *differ) structKids(o, n *pdf.Dict, bad place, seen map[int]bool, depth int) {
	if depth > maxStructDepth || !d.spend(1) {
		d.over = true
		return
	}
	a, b := d.kids(d.old, o), d.kids(d.new, n)
	for len(a) > 0 && len(b) > 0 && sameRef(a[0], b[0]) && !d.over {
		if !d.unchanged(a[0], b[0]) {
			d.structKid(a[0], b[0], bad, seen, depth)
		}
		a, b = a[1:], b[1:]
	}
	d.spend(len(a) + len(b))
	later := map[int]bool{}
	for _, y := range b {
		if r, ok := y.(pdf.Ref); ok {
			later[r.Num] = true
		}
	}
	j := 0
	for _, x := range a {
		if d.over {
			return
		}
		r, isRef := x.(pdf.Ref)
		gone := isRef && !later[r.Num]
		// Up to the same kid, all that came in between is new.
		for !gone && j < len(b) && !d.sameKid(x, b[j]) && d.onlyAnnotations(b[j], true, 0) {
			j++
		}
		if !gone && j < len(b) && d.sameKid(x, b[j]) {
			d.structKid(x, b[j], bad, seen, depth)
			j++
			continue
		}
		if !d.onlyAnnotations(x, false, 0) {
			p := bad
			p.action = ActionRemoved
			d.report(p.at("K"), r.Num)
			return
		}
	}
	for _, y := range b[j:] {
		if !d.onlyAnnotations(y, true, 0) {
			p := bad
			p.action = ActionAdded
			r, _ := y.(pdf.Ref)
			d.report(p.at("K"), r.Num)
			return
		}
	}
}

// sameKid tells whether two kids stand for the same thing.
func (d *differ) sameKid(x, y pdf.Object) bool {
	r, ok := x.(pdf.Ref)
	s, ok2 := y.(pdf.Ref)
	if ok && ok2 {
		return r == s
	}
	a, b := d.old.Dict(x), d.new.Dict(y)
	if a != nil && b != nil && ok == ok2 && structElem(a) && structElem(b) {
		return true // a direct element; what it holds is compared
	}
	return d.equal(x, y, true, 0)
}

// structKid compares one element or content item that stayed.
func (d *differ) structKid(x, y pdf.Object, bad place, seen map[int]bool, depth int) {
	if d.unchanged(x, y) {
		return
	}
	if r, ok := x.(pdf.Ref); ok {
		if seen[r.Num] {
			return
		}
		seen[r.Num] = true
		bad.owner = r.Num
	}
	o, n := d.old.Dict(x), d.new.Dict(y)
	if o == nil {
		return // a number, equal already
	}
	if n == nil || !structElem(o) {
		r, ok := x.(pdf.Ref)
		if ok && d.wrote(r.Num) && !d.equal(d.old.Resolve(x), d.new.Resolve(y), false, 0) && !(d.onlyAnnotations(x, false, 0) && d.onlyAnnotations(y, true, 0)) {
			d.report(bad, r.Num)
		}
		return
	}
	r, ok := x.(pdf.Ref)
	if !ok || d.wrote(r.Num) {
		e := bad
		e.detail, e.step = "StructElem", ""
		d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
			switch k {
			case "K":
			case "P", "Pg":
				u, ok1 := x.(pdf.Ref)
				v, ok2 := y.(pdf.Ref)
				if ok1 != ok2 || u.Num != v.Num || !ok1 && !d.equal(x, y, true, 0) {
					d.report(withAction(e.at(k), x, y), e.owner)
				}
			default:
				if !d.equal(x, y, true, 0) {
					d.report(withAction(e.at(k), x, y), e.owner)
				}
			}
		})
	}
	// Attributes may be objects of their own.
	for _, k := range []pdf.Name{"A", "C", "AF", "NS", "T", "Alt", "ActualText", "E", "Lang", "Phoneme"} {
		if v := o.Get(k); v != nil {
			d.push(v, bad.at(k))
		}
	}
	d.structKids(o, n, bad, seen, depth+1)
}

// onlyAnnotations tells whether a kid of an element holds nothing but
// annotations that the revision added, changed or removed. In the new view it
// is one that came, in the old view one that went.
func (d *differ) onlyAnnotations(kid pdf.Object, now bool, depth int) bool {
	v := d.old
	if now {
		v = d.new
	}
	if depth > maxStructDepth || !d.spend(1) {
		return false
	}
	if now {
		if r, ok := kid.(pdf.Ref); ok && d.structs[r.Num] {
			return false // it was there already, elsewhere
		}
	}
	o := v.Dict(kid)
	if o == nil {
		return isNull(v.Resolve(kid))
	}
	if r, ok := o.Get("Obj").(pdf.Ref); ok {
		return d.touched(r.Num)
	}
	if !structElem(o) {
		return false // marked content
	}
	kids := d.kids(v, o)
	if len(kids) == 0 {
		return o.Get("ActualText") == nil && o.Get("Alt") == nil
	}
	return !slices.ContainsFunc(kids, func(k pdf.Object) bool { return !d.onlyAnnotations(k, now, depth+1) })
}

// touched tells whether an annotation came, changed or went.
func (d *differ) touched(num int) bool {
	if d.nowOn == nil && d.moved == nil {
		d.listedNow()
	}
	_, before := d.annots[num]
	now, moved := d.moved[num]
	switch {
	case d.nowOn != nil:
		_, now = d.nowOn[num]
	case !moved:
		now = before || d.pageParts[num]
	}
	return before != now || (before || now) && d.changed[num]
}

// listedNow tells which annotations the pages of the new view list. Where no
// page came or went, only lists that changed are read.
func (d *differ) listedNow() {
	whole := d.dirty == nil || d.shared || d.changed[d.catalog]
	for num := range d.changed {
		whole = whole || d.nodes[num] || d.pageParts[num]
	}
	if whole {
		d.nowOn = map[int]int{}
		if d.spend(len(d.new.Pages())) {
			d.nowOn = d.new.Widgets(d.new.Pages())
		}
		return
	}
	d.moved = map[int]bool{}
	for num := range d.changed {
		ref := pdf.Ref{Num: num}
		var gone, come []int
		if _, ok := d.pageNo[num]; ok {
			gone, come = listChanges(d.old.Array(d.old.Dict(ref).Get("Annots")), d.new.Array(d.new.Dict(ref).Get("Annots")))
		} else if _, ok := d.lists[num]; ok {
			gone, come = listChanges(d.old.Array(ref), d.new.Array(ref))
		}
		for _, n := range gone {
			if !d.moved[n] {
				d.moved[n] = false
			}
		}
		for _, n := range come {
			d.moved[n] = true
		}
	}
}
