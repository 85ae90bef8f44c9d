package sign

import "github.com/tthclint/tthclint/pkg/pdf"

// index tells which objects refer to an object. What is no longer so stays in
// it: it only leads to more being looked at.
type index struct {
	head  map[int]int32 // object → last edge that leads to it, from 1
	edges []edge
	known map[int]uint8 // objects whose references are in it
	// through: something drawn refers to an object with a role. Such an object
	// is looked through, so that everything has to be walked.
	through bool
	// chained: an object is nothing but a reference to another, which has the
	// role of both.
	chained bool
}

// edge is a reference from an object, in the list of those to one object.
type edge struct {
	from  int32
	next  int32
	flags uint8
	role  kinds // see [roleOf]
}

// Flags of edges: the key that refers, where roles are judged without it, and
// what the object is.
const (
	byParent uint8 = 1 << iota
	byP
	byPg
	fromList // the object is an array, or nothing but the reference
	toDrawn  // see [ownNames]
)

// Flags of known objects.
const (
	indexed uint8 = 1 << iota
	drawn         // see [place.strict]
)

func newIndex(g *ground) *index {
	x := &index{head: map[int]int32{}, known: map[int]uint8{}}
	for _, p := range g.v.Pages() {
		x.drawnBy(g, p.Dict)
	}
	for num := range g.nodes {
		x.drawnBy(g, g.v.Dict(pdf.Ref{Num: num}))
	}
	for _, o := range g.v.Trailer().All() {
		x.walk(g, o, indexed)
	}
	return x
}

// drawnBy walks what a page or a node is drawn with.
func (x *index) drawnBy(g *ground, d *pdf.Dict) {
	x.walk(g, d.Get("Resources"), indexed|drawn)
	x.walk(g, d.Get("Contents"), indexed|drawn)
}

// walk adds the references of all objects that o leads to and that are not known.
func (x *index) walk(g *ground, o pdf.Object, as uint8) {
	type item struct {
		num int
		add bool
		as  uint8
	}
	var work []item
	var of uint8
	visit := func(num int, flags uint8, _ kinds) {
		was, as := x.known[num], of
		if flags&toDrawn != 0 {
			as |= drawn
		}
		if was&as == as || num <= 0 {
			return
		}
		if as&drawn != 0 && g.typed(num) {
			x.through = true
			return
		}
		x.known[num] = was | as
		work = append(work, item{num, was&indexed == 0, as})
	}
	of = as
	references(o, 0, 0, 0, visit)
	for len(work) > 0 && g.spend(1) {
		it := work[len(work)-1]
		work = work[:len(work)-1]
		o := x.object(g, it.num)
		if n := len(x.edges); it.add {
			x.add(it.num, o)
			g.spend((len(x.edges) - n) / 8)
		}
		of = it.as
		references(o, 0, 0, 0, visit)
	}
}

// object returns an object as it is written, without following a reference.
func (x *index) object(g *ground, num int) pdf.Object {
	o, err := g.v.Object(pdf.Ref{Num: num})
	if err != nil {
		return pdf.Null{}
	}
	if _, ok := o.(pdf.Ref); ok {
		x.chained = true
	}
	return o
}

// add adds the references of one object.
func (x *index) add(num int, o pdf.Object) {
	var own uint8
	switch o.(type) {
	case pdf.Array, pdf.Ref:
		own = fromList
	}
	references(o, 0, 0, 0, func(to int, flags uint8, role kinds) {
		x.edges = append(x.edges, edge{int32(num), x.head[to], flags | own, role})
		x.head[to] = int32(len(x.edges))
	})
}

// references calls f for every reference within o, with what [roleOf] says of
// it where nothing is drawn.
func references(o pdf.Object, depth int, flags uint8, role kinds, f func(num int, flags uint8, role kinds)) {
	switch x := o.(type) {
	case pdf.Ref:
		f(x.Num, flags, role)
	case pdf.Array:
		for _, y := range x {
			references(y, depth+1, flags&toDrawn, role|aPage, f)
		}
	case *pdf.Stream:
		references(x.Dict, depth, flags, 0, f)
	case *pdf.Dict:
		for k, y := range x.All() {
			switch y.(type) {
			case pdf.Ref, pdf.Array, *pdf.Dict, *pdf.Stream:
			default:
				continue
			}
			of := flags & toDrawn
			if depth == 0 {
				switch k {
				case "Parent":
					of |= byParent
				case "P":
					of |= byP
				case "Pg":
					of |= byPg
				}
			}
			if ownNames(k) {
				of |= toDrawn
			}
			references(y, depth+1, of, roleOf(x, k), f)
		}
	}
}

// follow adds what the objects that an update wrote refer to.
func (x *index) follow(g *ground, changed map[int]bool) {
	for num := range changed {
		if x.known[num] == 0 {
			continue // nothing led to it; if something does now, it is walked from there
		}
		o := x.object(g, num)
		x.add(num, o)
		x.walk(g, o, x.known[num])
	}
	for num := range changed {
		if _, page := g.pageNo[num]; page || g.nodes[num] {
			x.drawnBy(g, g.v.Dict(pdf.Ref{Num: num}))
		}
	}
	for _, o := range g.v.Trailer().All() {
		x.walk(g, o, indexed)
	}
}

// leading returns the objects from which a walk by roles may come to one of
// those that changed. It returns nil when that cannot be told: then everything
// is walked.
func (x *index) leading(g *ground, changed map[int]bool, more []int) map[int]bool {
	if x == nil || x.through || x.chained || g.doubled() {
		return nil
	}
	dirty := make(map[int]bool, 4*len(changed))
	work := make([]int, 0, len(changed)+len(more))
	add := func(num int) {
		if !dirty[num] {
			dirty[num] = true
			work = append(work, num)
		}
	}
	for num := range changed {
		add(num)
	}
	for _, num := range more {
		add(num)
	}
	steps := 0
	for len(work) > 0 {
		num := work[len(work)-1]
		work = work[:len(work)-1]
		roles := g.kinds(num)
		for i := x.head[num]; i > 0; i = x.edges[i-1].next {
			if steps++; steps&7 == 0 && !g.spend(1) {
				return dirty
			}
			e := x.edges[i-1]
			from := int(e.from)
			if dirty[from] {
				continue
			}
			switch stops := roles&e.role != 0; {
			case !stops:
				// Every walk goes on here.
				add(from)
			case g.typed(from):
				if e.flags&(byParent|byP|byPg) == 0 || !g.skips(from, e.flags) || e.flags&byParent != 0 && !g.inPageTree(num) {
					add(from)
				}
			case e.flags&fromList == 0 && from != g.form && from != g.structRoot:
				// A walk enters an object by its role from one with a role, or
				// by way of a list.
			default:
				add(from)
			}
		}
	}
	return dirty
}

// doubled tells whether an object with a role is one of those that are compared
// entry by entry without having a role of their own: then it is judged as both.
func (g *ground) doubled() bool {
	v, c := g.v, g.v.Catalog()
	form, tree := v.Dict(c.Get("AcroForm")), v.Dict(c.Get("StructTreeRoot"))
	all := []pdf.Object{
		c.Get("AcroForm"), c.Get("StructTreeRoot"), c.Get("Extensions"), c.Get("Perms"), c.Get("Names"),
		form.Get("DR"), form.Get("XFA"), tree.Get("RoleMap"), tree.Get("ClassMap"),
	}
	for _, o := range []pdf.Object{c.Get("Extensions"), form.Get("DR")} {
		for _, y := range v.Dict(o).All() {
			all = append(all, y)
		}
	}
	for _, o := range all {
		if r, ok := o.(pdf.Ref); ok && g.typed(r.Num) {
			return true
		}
	}
	return false
}

// skips tells whether all roles of an object are judged without a key.
func (g *ground) skips(num int, flags uint8) bool {
	_, page := g.pageNo[num]
	if (page || g.nodes[num]) && flags&byParent == 0 || num == g.catalog {
		return false
	}
	if _, annot := g.annots[num]; (annot || g.fields[num]) && flags&(byParent|byP) == 0 {
		return false
	}
	return true
}
