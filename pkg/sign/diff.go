package sign

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// differ compares two neighbouring revisions. Its rule is pyHanko's: every
// changed object has to be explained on all paths that lead to it from the
// trailer. It therefore walks the whole document by role (page, annotation,
// field, security store, …), and everything without a role is generic, where no
// change is allowed. An object that is reached in two roles is judged in both.
// What no path reaches is not part of the document and is not judged.
type differ struct {
	*ground  // of old
	e        *engine
	old, new *pdf.View
	revision int // from 1, of new
	changed  map[int]bool
	dirty    map[int]bool // objects from which the walk may come to one that changed; nil for all

	seen map[visit]via
	work []visitItem

	replaced []visitItem   // appearances that gave way to others
	signing  map[int]field // new widgets of signature fields
	nowOn    map[int]int   // new annotations → page, where all pages had to be asked
	moved    map[int]bool  // otherwise: those that came, and with false those that went
	exact    bool          // direct and indirect values differ
	covered  []cover       // annotations that new ones lie over
	orphans  []int         // objects added to which nothing leads
	unlike   []string      // fields that show something else than their new value
	looked   *lookups      // see [differ.lookups]

	class Changes
	list  []Change
	over  bool // budget used up
	above int  // parents followed up, see [maxAbove]
}

type visit struct {
	num    int
	class  Changes
	strict bool
	role   kinds // what an array may lead to by its role, see [roleOf]
}

// via tells where a visit came from: the object that refers to the visited
// one, 0 at the start of a walk, and the key that does.
type via struct {
	from   int
	key    pdf.Name
	strict bool // of the visit of from
	role   kinds
}

func (v via) by(key pdf.Name) via {
	v.key = key
	return v
}

// place says where a walk is and what a change there means.
type place struct {
	class  Changes
	code   Code
	page   int
	field  string
	detail string
	step   pdf.Name // last part of the path
	owner  int      // object that holds the value, for changes of a direct one
	inner  string   // name, below that object, of a field that is direct in it
	action Action   // where the object alone does not tell
	fresh  bool     // the field came with this change
	draws  bool     // and shows something that nobody signed
	// dangling: a reference to nothing may come to mean something, since
	// nothing reads it.
	dangling bool
	// strict: what is drawn. Whatever else it is, it is judged as drawn too,
	// whichever key leads to it: see [ownNames].
	strict bool
	// exact: nobody has a reason to write it anew, be it with the same meaning.
	exact bool
}

type visitItem struct {
	num  int
	at   place
	role kinds
}

func (e *engine) diff(rev int) *differ {
	v := e.file.View(rev)
	d := &differ{
		e: e, old: e.file.View(rev - 1), new: v, revision: rev + 1,
		changed: map[int]bool{}, seen: map[visit]via{}, class: ChangesNone,
	}
	if !d.spend(0) {
		d.report(place{class: ChangesOther, code: CodeChangeAnalysisLimited}, 0)
		return d
	}
	for _, n := range v.Changed() {
		d.changed[n] = true
	}
	d.spend(len(d.changed))
	if e.ground == nil || e.ground.rev != rev-1 {
		e.ground = newGround(e, rev-1)
	}
	d.ground = e.ground
	if len(d.changed) > 0 || !sameTrailer(d.old, d.new) {
		d.compare()
	}
	if !d.over {
		e.ground.advance(d.changed)
	}
	// Only what was found is needed from here on.
	d.ground, d.changed, d.dirty, d.seen, d.signing, d.nowOn, d.moved, d.looked = nil, nil, nil, nil, nil, nil, nil, nil
	return d
}

func (d *differ) compare() {
	d.dirty = d.index.leading(d.ground, d.changed, d.givenWay())
	d.trailer()
	d.drain()
	for _, r := range d.replaced {
		// The old appearance was prepared to be something else as well.
		if d.visited(visit{num: r.num, class: ChangesOther}) || d.visited(visit{num: r.num, class: ChangesOther, strict: true}) {
			d.report(place{class: ChangesOther, code: CodeAppearanceReplaced, page: r.at.page, field: r.at.field, detail: r.at.path() + " (shared)"}, r.num)
		}
	}
	if !d.spend(0) {
		d.report(place{class: ChangesOther, code: CodeChangeAnalysisLimited}, 0)
	}
	d.merge()
	d.plumbing()
	d.unreachable()
	slices.Sort(d.unlike)
}

// clean tells whether nothing that changed can be met from an object on.
func (d *differ) clean(num int) bool { return d.dirty != nil && !d.dirty[num] }

// unchanged tells whether two values are the same object, and it is clean.
func (d *differ) unchanged(o, n pdf.Object) bool {
	r, ok := o.(pdf.Ref)
	return ok && sameRef(o, n) && d.clean(r.Num)
}

// givenWay lists old appearances that others may take the place of.
func (d *differ) givenWay() (out []int) {
	for num := range d.changed {
		if d.typed(num) {
			if r, ok := d.old.Dict(pdf.Ref{Num: num}).Get("AP").(pdf.Ref); ok {
				out = append(out, r.Num)
			}
		}
	}
	return out
}

// merge makes one change of those that say the same of an object that came or
// went: it is met in the form and on its page. The worst class stays, and what
// only one of them knows.
func (d *differ) merge() {
	type key struct {
		object int
		code   Code
		action Action
	}
	at := map[key]int{}
	out := d.list[:0]
	for _, c := range d.list {
		k := key{c.Object, c.Code, c.Action}
		i, ok := at[k]
		if !ok || c.Object == 0 || c.Action == ActionReplaced || c.Field != out[i].Field || c.Page > 0 && out[i].Page > 0 && c.Page != out[i].Page {
			at[k] = len(out)
			out = append(out, c)
			continue
		}
		m := &out[i]
		if m.Page == 0 && c.Page > 0 {
			m.Page, m.Detail = c.Page, c.Detail
		}
		m.Class = m.Class.Worse(c.Class)
		m.fresh, m.draws = m.fresh || c.fresh, m.draws || c.draws
	}
	d.list = out
}

// plumbing: what a document timestamp brings along in the structure and the
// form is part of it where nothing else happened (ISO 32000-2 12.8.5.3: a
// timestamp is allowed at every level).
func (d *differ) plumbing() {
	rest, stamped := ChangesNone, false
	for _, c := range d.list {
		stamped = stamped || c.Code == CodeTimestampAdded
		if !c.plumbing() {
			rest = rest.Worse(c.Class)
		}
	}
	if !stamped || d.over || rest.rank() > ChangesLTA.rank() || d.class.rank() > ChangesForm.rank() {
		return
	}
	d.class = ChangesLTA
	for i := range d.list {
		d.list[i].Class = ChangesLTA
	}
}

func (c *Change) plumbing() bool {
	return c.Class == ChangesForm && (c.Code == CodeStructureUpdated || strings.HasPrefix(c.Detail, "Root/AcroForm/DR"))
}

func (d *differ) visited(v visit) bool {
	_, ok := d.seen[v]
	return ok
}

// once notes a visit and tells whether it is the first.
func (d *differ) once(v visit) bool {
	if d.visited(v) {
		return false
	}
	d.seen[v] = via{}
	return true
}

func sameTrailer(a, b *pdf.View) bool {
	x, _ := a.Trailer().Get("Root").(pdf.Ref)
	y, _ := b.Trailer().Get("Root").(pdf.Ref)
	return x == y
}

// spend counts visited objects over all revisions of the file and tells whether
// there may be more.
func (e *engine) spend(n int) bool {
	e.visits += n
	if e.visits&0xfff < n && e.ctx.Err() != nil {
		e.visits = e.o.Limits.Objects + 1
	}
	return e.visits <= e.o.Limits.Objects
}

func (d *differ) spend(n int) bool {
	d.over = d.over || !d.e.spend(n)
	return !d.over
}

// becameStream tells whether an object with a role is a stream now, which no
// role allows: elsewhere the stream might be drawn.
func (d *differ) becameStream(num int) bool {
	_, ok := d.new.Resolve(pdf.Ref{Num: num}).(*pdf.Stream)
	return ok && d.wrote(num)
}

func (d *differ) report(at place, num int) {
	// All is kept that decides; what a report has room for is a matter of the
	// report. The bound is that of the walk.
	const cost = 16
	d.class = d.class.Worse(at.class)
	if at.code != CodeChangeAnalysisLimited && !d.spend(cost) {
		return
	}
	if num == 0 {
		num = at.owner
	}
	if at.action == "" && num > 0 {
		at.action = d.action(num)
	}
	if at.page == 0 && d.ground != nil {
		if at.page = d.pageNo[num]; at.page == 0 {
			at.page = d.annots[num]
		}
	}
	d.list = append(d.list, Change{Revision: d.revision, Object: num, Class: at.class, Code: at.code, Action: at.action, Page: at.page, Field: at.field, Detail: at.path(), fresh: at.fresh, draws: at.draws, owner: at.owner, inner: at.inner})
}

// action tells what the revision did to an object.
func (d *differ) action(num int) Action {
	ref := pdf.Ref{Num: num}
	switch {
	case isNull(d.old.Resolve(ref)):
		return ActionAdded
	case isNull(d.new.Resolve(ref)):
		return ActionRemoved
	}
	return ActionReplaced
}

// push queues the objects that o refers to. The last step of the place is the
// key that holds o.
func (d *differ) push(o pdf.Object, at place) { d.pushEntry(nil, at.step, o, at) }

// pushEntry is push for an entry of a dictionary that is known.
func (d *differ) pushEntry(holder *pdf.Dict, key pdf.Name, o pdf.Object, at place) {
	at.strict = at.strict || ownNames(key)
	role := kinds(0)
	if !at.strict {
		role = roleOf(holder, key)
	}
	d.pushFrom(o, at, via{}, role)
}

// pushFrom stops at objects that have one of the roles given.
func (d *differ) pushFrom(o pdf.Object, at place, by via, role kinds) {
	switch x := o.(type) {
	case pdf.Ref:
		if x.Num <= 0 || d.clean(x.Num) {
			return
		}
		if role != 0 {
			if d.kinds(x.Num)&role != 0 {
				return
			}
			if _, list := d.old.Resolve(x).(pdf.Array); !list {
				role = 0
			}
		}
		v := visit{x.Num, at.class, at.strict, role}
		if !d.visited(v) {
			d.seen[v] = by
			d.work = append(d.work, visitItem{x.Num, at, role})
		}
	case pdf.Array:
		if !at.strict {
			// The start of a destination, or a leaf of a tree.
			role |= aPage
		}
		for _, y := range x {
			d.pushFrom(y, at, by, role)
		}
	case *pdf.Dict:
		d.pushDict(x, at, by, false)
	case *pdf.Stream:
		d.pushDict(x.Dict, at, by, false)
	}
}

// pushDict queues what a dictionary refers to. One with a role has references
// back by it, even where it is drawn.
func (d *differ) pushDict(x *pdf.Dict, at place, by via, typed bool) {
	for k, y := range x.All() {
		switch {
		case at.strict:
			role := kinds(0)
			if typed && (k == "P" || k == "Parent") {
				role = anything
			}
			d.pushFrom(y, at, by.by(k), role)
		case ownNames(k):
			drawn := at
			drawn.strict = true
			d.pushFrom(y, drawn, by.by(k), 0)
		default:
			d.pushFrom(y, at, by.by(k), roleOf(x, k))
		}
	}
}

// trail is the path of a visited object, as far as the keys that lead to it
// tell: it is put together only for what is reported.
func (d *differ) trail(v visit, at place) place {
	const longest = 16
	var keys []pdf.Name
	for len(keys) < longest {
		l := d.seen[v]
		if l.key != "" {
			keys = append(keys, l.key)
		}
		if l.from == 0 {
			break
		}
		v.num, v.strict, v.role = l.from, l.strict, l.role
	}
	for _, k := range slices.Backward(keys) {
		at = at.at(k)
	}
	return at
}

// drain visits what was queued: a changed object there is a change of the
// class the place says.
func (d *differ) drain() {
	for len(d.work) > 0 {
		it := d.work[len(d.work)-1]
		d.work = d.work[:len(d.work)-1]
		if !d.spend(1) {
			return
		}
		ref := pdf.Ref{Num: it.num}
		o := d.old.Resolve(ref)
		if d.wrote(it.num) {
			n := d.new.Resolve(ref)
			d.exact = it.at.exact
			if !d.equal(o, n, false, 0) && !(it.at.dangling && isNull(o)) {
				d.report(d.trail(visit{it.num, it.at.class, it.at.strict, it.role}, it.at), it.num)
			}
			d.exact = false
			// What it newly refers to may have been there before under
			// another role; its own paths judge that.
		}
		by := via{from: it.num, strict: it.at.strict, role: it.role}
		if dict, ok := o.(*pdf.Dict); ok {
			d.pushDict(dict, it.at, by, d.typed(it.num))
			continue
		}
		d.pushFrom(o, it.at, by, it.role)
	}
}

// entry compares one value of a dictionary where no change is explained but by
// the class of at.
func (d *differ) entry(o, n pdf.Object, at place) {
	if x, ok := o.(pdf.Ref); ok {
		if y, ok := n.(pdf.Ref); ok && x == y {
			d.push(x, at)
			return
		}
	}
	d.exact = at.exact
	if !d.equal(o, n, true, 0) {
		d.report(withAction(at, o, n), refNum(o, n))
	}
	d.exact = false
	d.push(o, at)
}

// refNum returns the number of the object that holds a value now, or held it.
func refNum(o, n pdf.Object) int {
	if y, ok := n.(pdf.Ref); ok {
		return y.Num
	}
	if x, ok := o.(pdf.Ref); ok {
		return x.Num
	}
	return 0
}

// withAction says what was done to a value of a dictionary.
func withAction(at place, o, n pdf.Object) place {
	switch {
	case at.action != "":
	case isNull(o):
		at.action = ActionAdded
	case isNull(n):
		at.action = ActionRemoved
	default:
		at.action = ActionReplaced
	}
	return at
}

// dict compares two dictionaries entry by entry with what rule says about a key.
func (d *differ) dict(o, n *pdf.Dict, rule func(key pdf.Name, o, n pdf.Object)) {
	for k, x := range o.All() {
		rule(k, x, n.Get(k))
	}
	for k, y := range n.All() {
		if o.Get(k) == nil {
			rule(k, nil, y)
		}
	}
}

// at is the place one step further down. The path is only put together when a
// change is reported: most steps see none.
func (p place) at(step pdf.Name) place {
	if p.step != "" {
		p.detail = p.path()
	}
	p.step = step
	return p
}

func (p place) path() string {
	switch {
	case p.step == "":
		return p.detail
	case p.detail == "":
		return string(p.step)
	}
	return p.detail + "/" + string(p.step)
}
