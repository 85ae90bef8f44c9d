package sign

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// ground is the older of two revisions as their comparison knows it: the role of
// each object, and who refers to whom. It is made once for a file, from the
// revision before the first update that is compared, and then follows the
// updates, so that each costs what it holds and not what the document holds.
type ground struct {
	e   *engine
	v   *pdf.View
	rev int // index of v

	pageNo  map[int]int  // page objects → number
	nodes   map[int]bool // page tree nodes
	annots  map[int]int  // annotations → page
	fields  map[int]bool // field and widget objects
	structs map[int]bool // structure elements
	catalog int

	form, structRoot int // objects of AcroForm and StructTreeRoot, 0 when direct

	// What the roles above were read from besides the objects that have them:
	// lists that are objects of their own, and what is no dictionary yet.
	pageParts, formParts, structParts map[int]bool
	lists                             map[int]int // /Annots that are objects → page
	shared                            bool        // an annotation or a list is on more than one page

	index *index // nil when everything is walked
}

// newGround reads the roles of revision rev.
func newGround(e *engine, rev int) *ground {
	g := &ground{e: e, v: e.file.View(rev), rev: rev}
	g.roles()
	if !e.walkAll {
		g.index = newIndex(g)
	}
	return g
}

func (g *ground) spend(n int) bool { return g.e.spend(n) }

func (g *ground) isDict(num int) bool {
	_, ok := g.v.Resolve(pdf.Ref{Num: num}).(*pdf.Dict)
	return ok
}

// typed tells whether an object has a role of its own. By that it is judged
// once, however many references lead to it that mean the role: see [roleOf].
func (g *ground) typed(num int) bool {
	if _, ok := g.pageNo[num]; ok {
		return true
	}
	if _, ok := g.annots[num]; ok {
		return true
	}
	return g.nodes[num] || g.fields[num] || g.structs[num] || num == g.catalog
}

// roles reads all roles anew.
func (g *ground) roles() {
	v := g.v
	g.pageNo, g.nodes, g.annots = map[int]int{}, map[int]bool{}, map[int]int{}
	g.fields, g.structs = map[int]bool{}, map[int]bool{}
	g.pageParts, g.formParts, g.structParts = map[int]bool{}, map[int]bool{}, map[int]bool{}
	g.lists, g.shared, g.catalog, g.form, g.structRoot = map[int]int{}, false, 0, 0, 0
	if r, ok := v.Trailer().Get("Root").(pdf.Ref); ok {
		g.catalog = r.Num
	}
	c := v.Catalog()
	pages := v.Pages()
	g.spend(len(pages))
	for _, p := range pages {
		if p.Ref.Num > 0 {
			g.pageNo[p.Ref.Num] = p.Number
			g.pagePart(p.Dict)
		}
		g.list(p.Number, p.Dict.Get("Annots"))
	}
	if r, ok := c.Get("AcroForm").(pdf.Ref); ok {
		g.form = r.Num
	}
	fields := v.Dict(c.Get("AcroForm")).Get("Fields")
	part(g.formParts, fields)
	g.addFields(v.Array(fields), 0)
	if r, ok := c.Get("StructTreeRoot").(pdf.Ref); ok {
		g.structRoot = r.Num
	}
	g.addStructs(v.Dict(c.Get("StructTreeRoot")).Get("K"))
	g.markNodes(c.Get("Pages"), 0)
	for num := range g.pageNo {
		g.typedNow(num)
	}
	for num := range g.nodes {
		g.typedNow(num)
	}
}

// part notes an object that a list is read from.
func part(parts map[int]bool, o pdf.Object) {
	if r, ok := o.(pdf.Ref); ok {
		parts[r.Num] = true
	}
}

// pagePart notes what tells a page from a node, where that is no part of it.
func (g *ground) pagePart(d *pdf.Dict) {
	part(g.pageParts, d.Get("Type"))
	part(g.pageParts, d.Get("Kids"))
}

// list notes the annotations of a page. One on two pages belongs to the first.
func (g *ground) list(page int, o pdf.Object) {
	if r, ok := o.(pdf.Ref); ok {
		if old, ok := g.lists[r.Num]; ok && old != page {
			g.shared = true
		} else {
			g.lists[r.Num] = page
		}
	}
	for _, a := range g.v.Array(o) {
		if r, ok := a.(pdf.Ref); ok {
			g.addAnnot(r.Num, page)
		}
	}
}

func (g *ground) addAnnot(num, page int) {
	// A stream is no annotation and no field, wherever it is listed: as one,
	// its data would not be looked at.
	if !g.isDict(num) {
		g.pageParts[num] = true
		return
	}
	if old, ok := g.annots[num]; ok {
		g.shared = g.shared || old != page
		return
	}
	g.annots[num] = page
	g.typedNow(num)
}

// typedNow notes that an object got a role: what is drawn is looked through all
// the same.
func (g *ground) typedNow(num int) {
	if g.index != nil && g.index.known[num]&drawn != 0 {
		g.index.through = true
	}
}

func (g *ground) addFields(fs pdf.Array, depth int) {
	for _, o := range fs {
		r, ok := o.(pdf.Ref)
		if depth > 64 || ok && g.fields[r.Num] {
			continue
		}
		if ok && g.isDict(r.Num) {
			g.fields[r.Num] = true
			g.typedNow(r.Num)
		} else {
			part(g.formParts, o)
		}
		kids := g.v.Dict(o).Get("Kids")
		part(g.formParts, kids)
		g.addFields(g.v.Array(kids), depth+1)
	}
}

// addStructs notes the elements of the structure tree below k: links, outlines
// and destinations may point at them, and what may change in them is judged once.
func (g *ground) addStructs(k pdf.Object) {
	work := []pdf.Object{k}
	for len(work) > 0 && g.spend(1) {
		o := work[len(work)-1]
		work = work[:len(work)-1]
		switch x := o.(type) {
		case pdf.Array:
			work = append(work, x...)
		case *pdf.Dict:
			work = append(work, x.Get("K"))
		case pdf.Ref:
			if g.typed(x.Num) || g.structParts[x.Num] {
				continue
			}
			y, isDict := g.v.Resolve(x).(*pdf.Dict)
			if isDict && structElem(y) {
				g.structs[x.Num] = true
				g.typedNow(x.Num)
				work = append(work, y.Get("K"))
				continue
			}
			g.structParts[x.Num] = true
			if a := g.v.Array(x); a != nil {
				work = append(work, a...)
			}
		}
	}
}

// structElem tells a structure element from a reference to content (ISO
// 32000-2 14.7.2 and 14.7.5).
func structElem(o *pdf.Dict) bool { return o.Get("S") != nil && o.Get("Obj") == nil }

func (g *ground) markNodes(o pdf.Object, depth int) {
	r, ok := o.(pdf.Ref)
	if !ok || g.nodes[r.Num] || depth > 200 {
		return
	}
	if _, page := g.pageNo[r.Num]; page {
		return
	}
	g.nodes[r.Num] = true
	d := g.v.Dict(o)
	g.pagePart(d)
	for _, k := range g.v.Array(d.Get("Kids")) {
		g.markNodes(k, depth+1)
	}
}

// advance makes the ground that of the next revision, which changed the objects
// given.
func (g *ground) advance(changed map[int]bool) {
	old := g.v
	g.rev++
	g.v = g.e.file.View(g.rev)
	if !g.follow(old, changed) {
		g.roles()
	}
	if g.index != nil {
		g.index.follow(g, changed)
	}
}

// follow brings the roles up to date from what changed. It returns false where
// they have to be read anew.
func (g *ground) follow(old *pdf.View, changed map[int]bool) bool {
	if g.index == nil || g.index.chained || !sameTrailer(old, g.v) {
		return false
	}
	if changed[g.catalog] && !g.catalogChanged(old, old.Catalog(), g.v.Catalog()) {
		return false
	}
	for num := range changed {
		if g.nodes[num] || g.pageParts[num] || g.formParts[num] && !g.formList(old, num) || g.structParts[num] && !g.structList(old, num) {
			return false
		}
		ref := pdf.Ref{Num: num}
		if page, ok := g.pageNo[num]; ok && !g.pageChanged(old.Dict(ref), num, page) {
			return false
		}
		if page, ok := g.lists[num]; ok && !g.relist(old.Array(ref), g.v.Array(ref), page) {
			return false
		}
		if _, ok := g.annots[num]; ok && !g.isDict(num) {
			return false
		}
		x, y := old.Dict(ref), g.v.Dict(ref)
		switch {
		case num == g.form && x != nil:
			if !g.refield(old, x.Get("Fields"), y.Get("Fields")) {
				return false
			}
		case g.fields[num]:
			if !g.isDict(num) || !g.refield(old, x.Get("Kids"), y.Get("Kids")) {
				return false
			}
		}
		switch {
		case num == g.structRoot:
			if !g.restruct(old, x.Get("K"), y.Get("K")) {
				return false
			}
		case g.structs[num]:
			if !g.isDict(num) || !structElem(y) || !g.restruct(old, x.Get("K"), y.Get("K")) {
				return false
			}
		}
	}
	return true
}

func (g *ground) catalogChanged(old *pdf.View, a, b *pdf.Dict) bool {
	for _, k := range []pdf.Name{"Pages", "AcroForm", "StructTreeRoot"} {
		x, y := a.Get(k), b.Get(k)
		if sameRef(x, y) || x == nil && y == nil {
			continue
		}
		if k != "AcroForm" {
			return false
		}
		o, _ := x.(*pdf.Dict)
		n, _ := y.(*pdf.Dict)
		if r, ok := y.(pdf.Ref); ok && x == nil {
			g.form, n = r.Num, g.v.Dict(r)
		} else if n == nil || x != nil && o == nil {
			return false
		}
		if !g.refield(old, o.Get("Fields"), n.Get("Fields")) {
			return false
		}
	}
	return true
}

func (g *ground) pageChanged(x *pdf.Dict, num, page int) bool {
	y, ok := g.v.Resolve(pdf.Ref{Num: num}).(*pdf.Dict)
	if !ok || x == nil {
		return false
	}
	for _, k := range []pdf.Name{"Type", "Kids"} {
		o, n := x.Get(k), y.Get(k)
		if a, ok := o.(pdf.Name); !ok && o != nil || ok && a != n {
			return false
		}
		if o == nil && n != nil {
			return false
		}
	}
	o, n := x.Get("Annots"), y.Get("Annots")
	p, ok1 := o.(pdf.Ref)
	q, ok2 := n.(pdf.Ref)
	if ok1 && ok2 && p == q {
		return true // the list tells for itself
	}
	if ok1 || ok2 {
		return false
	}
	return g.relist(g.viewBefore().Array(o), g.v.Array(n), page)
}

func (g *ground) viewBefore() *pdf.View { return g.e.file.View(g.rev - 1) }

// relist follows the list of annotations of a page.
func (g *ground) relist(o, n pdf.Array, page int) bool {
	if g.shared {
		return false
	}
	gone, come := listChanges(o, n)
	for _, num := range gone {
		if _, ok := g.annots[num]; !ok {
			return false
		}
		delete(g.annots, num)
	}
	for _, num := range come {
		if g.structs[num] || g.structParts[num] {
			return false
		}
		g.addAnnot(num, page)
	}
	return !g.shared
}

// listChanges returns the references that only the old, and only the new list has.
func listChanges(o, n pdf.Array) (gone, come []int) {
	for len(o) > 0 && len(n) > 0 && sameRef(o[0], n[0]) {
		o, n = o[1:], n[1:]
	}
	before, now := refSet(o), refSet(n)
	for num := range before {
		if !now[num] {
			gone = append(gone, num)
		}
	}
	for num := range now {
		if !before[num] {
			come = append(come, num)
		}
	}
	slices.Sort(gone)
	slices.Sort(come)
	return gone, come
}

func sameRef(x, y pdf.Object) bool {
	r, ok := x.(pdf.Ref)
	s, ok2 := y.(pdf.Ref)
	return ok && ok2 && r == s
}

// allSameRefs tells whether two lists hold the same references and nothing else.
func allSameRefs(a, b pdf.Array) bool {
	return len(a) == len(b) && slices.EqualFunc(a, b, sameRef)
}

func refSet(a pdf.Array) map[int]bool {
	m := make(map[int]bool, len(a))
	for _, o := range a {
		if r, ok := o.(pdf.Ref); ok {
			m[r.Num] = true
		}
	}
	return m
}

// formList follows a list of fields that is an object of its own.
func (g *ground) formList(old *pdf.View, num int) bool {
	ref := pdf.Ref{Num: num}
	return old.Array(ref) != nil && g.v.Array(ref) != nil && g.refieldLists(old.Array(ref), g.v.Array(ref))
}

func (g *ground) refield(old *pdf.View, o, n pdf.Object) bool {
	if sameRef(o, n) {
		return true // the list tells for itself
	}
	if _, ok := n.(pdf.Ref); ok {
		return false
	}
	return g.refieldLists(old.Array(o), g.v.Array(n))
}

func (g *ground) refieldLists(a, b pdf.Array) bool {
	for _, l := range []pdf.Array{a, b} {
		for _, o := range l {
			if _, ok := o.(pdf.Ref); !ok {
				return false
			}
		}
	}
	gone, come := listChanges(a, b)
	if len(gone) > 0 {
		return false
	}
	for _, num := range come {
		if g.structs[num] || g.structParts[num] {
			return false
		}
		g.addFields(pdf.Array{pdf.Ref{Num: num}}, 0)
	}
	return true
}

// structList follows a list of structure elements that is an object of its own.
func (g *ground) structList(old *pdf.View, num int) bool {
	ref := pdf.Ref{Num: num}
	return old.Array(ref) != nil && g.v.Array(ref) != nil && g.restructLists(old.Array(ref), g.v.Array(ref))
}

func (g *ground) restruct(old *pdf.View, o, n pdf.Object) bool {
	if sameRef(o, n) || o == nil && n == nil {
		return true
	}
	x, ok1 := o.(pdf.Array)
	y, ok2 := n.(pdf.Array)
	return ok1 && ok2 && g.restructLists(x, y)
}

func (g *ground) restructLists(a, b pdf.Array) bool {
	for len(a) > 0 && len(b) > 0 && sameRef(a[0], b[0]) {
		a, b = a[1:], b[1:]
	}
	for _, l := range []pdf.Array{a, b} {
		for _, o := range l {
			switch x := o.(type) {
			case pdf.Ref, pdf.Integer:
			case *pdf.Dict:
				if structElem(x) {
					return false
				}
			default:
				return false
			}
		}
	}
	gone, come := listChanges(a, b)
	if len(gone) > 0 {
		return false
	}
	for _, num := range come {
		g.addStructs(pdf.Ref{Num: num})
	}
	return true
}
