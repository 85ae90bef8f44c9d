package sign

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// hidden tells whether annotation flags keep the widget from being seen
// (ISO 32000-2 table 167: Hidden, NoView).
func hidden(v *pdf.View, o pdf.Object) bool {
	n, _ := v.Number(o)
	return int(n)&(1<<1|1<<5) != 0
}

// onlyLocked tells whether two sets of annotation flags differ in nothing but
// what keeps readers from editing: ReadOnly, Locked, LockedContents (table 167).
func onlyLocked(v, w *pdf.View, o, n pdf.Object) bool {
	return flagsChanged(v, w, o, n)&^(1<<6|1<<7|1<<9) == 0
}

// onlyPrinted tells whether flags differ in nothing but these and that the
// annotation is printed now.
func onlyPrinted(v, w *pdf.View, o, n pdf.Object) bool {
	f, _ := w.Number(n)
	return int(f)&(1<<2) != 0 && flagsChanged(v, w, o, n)&^(1<<2|1<<6|1<<7|1<<9) == 0
}

// flagsChanged returns the bits that differ, all where one is no number.
func flagsChanged(v, w *pdf.View, o, n pdf.Object) int {
	a, ok := v.Number(o)
	b, ok2 := w.Number(n)
	if !ok && !isNull(v.Resolve(o)) || !ok2 && !isNull(w.Resolve(n)) {
		return -1
	}
	return int(a) ^ int(b)
}

// annotations compares /Annots of a page, object num.
func (d *differ) annotations(x, y pdf.Object, page, num int) {
	o, n := d.old.Array(x), d.new.Array(y)
	if allSameRefs(o, n) && len(n) > 0 {
		for _, x := range o {
			if r := x.(pdf.Ref); !d.clean(r.Num) {
				d.annotation(r, d.old.Dict(r), page)
			}
		}
		return
	}
	now := map[int]bool{}
	for _, y := range n {
		if r, ok := y.(pdf.Ref); ok {
			now[r.Num] = true
		}
	}
	if n == nil && !isNull(d.new.Resolve(y)) {
		// Neither an array nor nothing: readers differ in what they make of it.
		d.report(place{class: ChangesOther, code: CodeAnnotationChanged, page: page, owner: num, detail: "Page/Annots"}, refNum(nil, y))
	}
	before := map[int]bool{}
	pairs := d.pairs(o, n)
	known := make([]bool, len(n))
	for i, x := range o {
		r, ok := x.(pdf.Ref)
		if !ok {
			if j := pairs[i]; j >= 0 {
				known[j] = true
				d.directAnnotation(d.old.Dict(x), d.new.Dict(n[j]), page, num)
				continue
			}
			at := place{class: ChangesAnnotation, code: CodeAnnotationChanged, page: page, detail: "Page/Annots", owner: num}
			if a := d.old.Dict(x); d.old.Name(a.Get("Subtype")) == "Widget" && isSignature(d.old, a) {
				at.class = ChangesOther
			}
			d.report(at, 0)
			continue
		}
		before[r.Num] = true
		if d.clean(r.Num) && now[r.Num] {
			continue
		}
		a := d.old.Dict(r)
		if !now[r.Num] && a != nil {
			d.goneAnnotation(r, a, page)
			continue
		}
		d.annotation(r, a, page)
	}
	for j, y := range n {
		if r, ok := y.(pdf.Ref); !known[j] && (!ok || !before[r.Num]) {
			d.newAnnotation(y, page, o)
		}
	}
}

// pairs tells for each direct dictionary of an old list which one of the new list
// it is, and -1 for none: one that is equal, else the next that is left, if it is
// of the same kind. Direct objects have no number by which to know them again.
func (d *differ) pairs(o, n pdf.Array) []int {
	out := make([]int, len(o))
	var left []int
	for j, y := range n {
		if _, ok := y.(*pdf.Dict); ok {
			left = append(left, j)
		}
	}
	match := func(i int, same func(x, y *pdf.Dict) bool) {
		x, ok := o[i].(*pdf.Dict)
		if !ok || out[i] >= 0 {
			return
		}
		for l, j := range left {
			if !d.spend(1) {
				return
			}
			if same(x, n[j].(*pdf.Dict)) {
				out[i] = j
				left = slices.Delete(left, l, l+1)
				return
			}
		}
	}
	for i := range o {
		out[i] = -1
		match(i, func(x, y *pdf.Dict) bool { return d.equal(x, y, true, 0) })
	}
	for i := range o {
		match(i, func(x, y *pdf.Dict) bool {
			return d.old.Name(x.Get("Subtype")) == d.new.Name(y.Get("Subtype")) && d.old.Name(x.Get("FT")) == d.new.Name(y.Get("FT"))
		})
	}
	return out
}

// directAnnotation compares an annotation that is no object of its own.
func (d *differ) directAnnotation(a, n *pdf.Dict, page, num int) {
	if d.old.Name(a.Get("Subtype")) == "Widget" {
		d.directField(a, n, place{page: page, owner: num, field: fieldName(d.old, a)}, false)
		return
	}
	at := place{class: ChangesAnnotation, code: CodeAnnotationChanged, page: page, detail: "Page/Annots", owner: num}
	d.editedAnnotation(a, n, &at, num)
	d.annotationParts(a, at)
}

// goneAnnotation judges an annotation that the page no longer lists. That of a
// form field leaves the field behind, which is compared with the form; that of
// a signature is what tells the reader of the signature.
func (d *differ) goneAnnotation(r pdf.Ref, a *pdf.Dict, page int) {
	at := place{class: ChangesAnnotation, code: CodeAnnotationRemoved, page: page, detail: "Page/Annots", action: ActionRemoved}
	if d.fields[r.Num] || d.old.Name(a.Get("Subtype")) == "Widget" {
		at.field = fieldName(d.old, a)
		if isSignature(d.old, a) {
			at.class, at.code = ChangesOther, CodeFieldRemoved
		}
	}
	d.report(at, r.Num)
	// It may be needed elsewhere all the same.
	if d.fields[r.Num] {
		d.field(r.Num, false)
	}
}

func (d *differ) annotation(r pdf.Ref, a *pdf.Dict, page int) {
	if d.fields[r.Num] || d.old.Name(a.Get("Subtype")) == "Widget" {
		d.field(r.Num, false)
		return
	}
	if !d.once(visit{num: r.Num, class: "annotation"}) {
		return
	}
	at := place{class: ChangesAnnotation, code: CodeAnnotationChanged, page: page, detail: "Page/Annots", owner: r.Num}
	if d.becameStream(r.Num) || !d.isDict(r.Num) {
		at.class = ChangesOther
	}
	if d.wrote(r.Num) {
		d.editedAnnotation(d.old.Resolve(r), d.new.Resolve(r), &at, r.Num)
	}
	d.annotationParts(a, at)
}

// editedAnnotation reports what was done to an annotation, x before and y now. It
// makes at the place of what belongs to it.
func (d *differ) editedAnnotation(x, y pdf.Object, at *place, num int) {
	a, n := d.old.Dict(x), d.new.Dict(y)
	if d.new.Name(n.Get("Subtype")) == "Widget" || disguised(d.new, n) && !disguised(d.old, a) {
		// A comment that turns into a form field is no edit of it.
		at.class, at.code = ChangesOther, CodeFieldAdded
	}
	if n != nil && d.new.Name(n.Get("Subtype")) == "" && d.old.Name(a.Get("Subtype")) != "" {
		at.class, at.code = ChangesOther, CodeUnexplained
	}
	if isNull(y) {
		at.code = CodeAnnotationRemoved
	}
	for _, k := range []pdf.Name{"A", "AA", "PA"} {
		if !d.equal(a.Get(k), n.Get(k), true, 0) && d.active(k, n.Get(k)) {
			p := at.at(k)
			p.class, p.code = ChangesOther, CodeUnexplained
			d.report(p, refNum(nil, n.Get(k)))
		}
	}
	if !d.equal(x, y, false, 0) {
		d.report(*at, num)
	}
}

// annotationParts walks what an annotation of the old view refers to.
func (d *differ) annotationParts(a *pdf.Dict, at place) {
	for k, x := range a.All() {
		p := at.at(k)
		switch k {
		case "P", "StructParent":
			continue
		case "A", "AA", "PA":
			if d.active(k, x) {
				p.class, p.code = ChangesOther, CodeUnexplained
			}
		}
		d.pushEntry(a, k, x, p)
	}
}

// active tells whether an action that an update brings does more than to lead
// to some place or to show another annotation: it runs something (ISO 32000-2
// table 201). No permission speaks of that.
func (d *differ) active(key pdf.Name, o pdf.Object) bool {
	if o == nil {
		return false
	}
	a := d.new.Dict(o)
	if a == nil {
		return !isNull(d.new.Resolve(o))
	}
	if key == "AA" {
		return true
	}
	switch d.new.Name(a.Get("S")) {
	case "GoTo", "URI", "Named", "Thread", "Hide":
		return a.Get("Next") != nil
	}
	return true
}

// newAnnotation judges an annotation that the old page did not have.
func (d *differ) newAnnotation(y pdf.Object, page int, old pdf.Array) {
	r, ok := y.(pdf.Ref)
	a := d.new.Dict(y)
	if a == nil {
		return
	}
	at := place{class: ChangesAnnotation, code: CodeAnnotationAdded, page: page, detail: "Page/Annots", action: ActionAdded}
	if d.new.Name(a.Get("Subtype")) == "Widget" {
		at.field = fieldName(d.new, a)
		f, signing := d.signingWidget(r.Num)
		switch {
		case d.signedBefore(y) || signing && d.signedBefore(f.dict):
			// A signature gets one more place, or one it did not have.
			at.class, at.code = ChangesOther, CodeAppearanceReplaced
		case isSignature(d.new, a):
			at.class, at.code = signatureClass(d.new, withParentValue(d.new, a))
		case signing:
			at.field = f.name
			at.class, at.code = signatureClass(d.new, f.dict)
		case ok && d.fields[r.Num], d.moreOfField(a):
			// The field was there, its place on the page was not.
		default:
			at.class, at.code = ChangesOther, CodeFieldAdded
		}
		at.fresh = !d.fields[r.Num]
		at.draws = d.draws(a)
	}
	if _, isStream := d.new.Resolve(y).(*pdf.Stream); isStream || d.new.Name(a.Get("Subtype")) == "" {
		// Of no kind that a permission could speak of (ISO 32000-2 table 166:
		// required), and drawn by some readers all the same.
		at.class, at.code = ChangesOther, CodeUnexplained
	}
	if disguised(d.new, a) {
		at.class, at.code, at.field = ChangesOther, CodeFieldAdded, fieldName(d.new, a)
	}
	if d.active("A", a.Get("A")) || d.active("AA", a.Get("AA")) {
		at.class, at.code = ChangesOther, CodeUnexplained
	}
	d.report(at, r.Num)
	d.overlap(a, page, old)
}

// disguised tells a form field that calls itself another kind of annotation: a
// field is shown by widgets alone (ISO 32000-2 12.7.4.1).
func disguised(v *pdf.View, a *pdf.Dict) bool {
	t := v.Name(a.Get("Subtype"))
	return t != "" && t != "Widget" && v.Name(a.Get("FT")) != ""
}

// overlap notes that a new annotation covers some of what another one shows. It
// is a fact: stamps and signatures lie side by side, and touch.
func (d *differ) overlap(a *pdf.Dict, page int, old pdf.Array) {
	const touch = 1 // user space unit
	if d.new.Name(a.Get("Subtype")) == "Popup" || hidden(d.new, a.Get("F")) {
		return
	}
	r, ok := d.new.Rect(a.Get("Rect"))
	if !ok {
		return
	}
	for _, x := range old {
		b := d.old.Dict(x)
		if b == nil || !d.spend(1) || len(d.covered) >= 16 {
			continue
		}
		if d.old.Name(b.Get("Subtype")) == "Popup" || hidden(d.old, b.Get("F")) {
			continue
		}
		q, ok := d.old.Rect(b.Get("Rect"))
		if ok && min(r.X1, q.X1)-max(r.X0, q.X0) > touch && min(r.Y1, q.Y1)-max(r.Y0, q.Y0) > touch {
			d.covered = append(d.covered, cover{page, fieldName(d.old, b)})
		}
	}
}

// cover is an older annotation that a new one lies over.
type cover struct {
	page  int
	field string
}

// pureWidget tells a widget of a field from a field (ISO 32000-2 12.7.4.1).
func pureWidget(v *pdf.View, a *pdf.Dict) bool {
	if a == nil || v.Name(a.Get("Subtype")) != "Widget" {
		return false
	}
	for _, k := range []pdf.Name{"FT", "T", "V", "Kids", "Ff", "DV", "TU"} {
		if a.Get(k) != nil {
			return false
		}
	}
	return true
}

// moreOfField tells whether a new widget shows a field that was there before
// and is no signature.
func (d *differ) moreOfField(a *pdf.Dict) bool {
	p, ok := a.Get("Parent").(pdf.Ref)
	return ok && pureWidget(d.new, a) && d.fields[p.Num] && d.old.Dict(p) != nil && !isSignature(d.old, d.old.Dict(p))
}

// signedBefore tells whether a field or widget of the new view shows a
// signature that the old view had: by a field above it, or by a value that was
// a signature already.
func (d *differ) signedBefore(o pdf.Object) bool {
	for range 64 {
		r, ok := o.(pdf.Ref)
		f := d.new.Dict(o)
		if f == nil {
			return false
		}
		if ok && d.fields[r.Num] {
			if was := d.old.Dict(r); isSignature(d.old, was) && d.old.Dict(inheritedValue(d.old, was)) != nil {
				return true
			}
		}
		if v, ok := f.Get("V").(pdf.Ref); ok && isSignature(d.new, f) && d.old.Dict(v).Get("ByteRange") != nil {
			return true
		}
		o = f.Get("Parent")
	}
	return false
}

// signingWidget finds the signature field of a widget that does not name its
// parent.
func (d *differ) signingWidget(num int) (field, bool) {
	if d.signing == nil {
		d.signing = map[int]field{}
		for _, f := range formFields(d.new) {
			for _, w := range f.widgets {
				if f.ft == "Sig" && w.num > 0 {
					d.signing[w.num] = f
				}
			}
		}
	}
	f, ok := d.signing[num]
	return f, ok
}
