package sign

import "github.com/tthclint/tthclint/pkg/pdf"

// hidden tells whether annotation flags keep the widget from being seen
// (ISO 32000-2 table 167: Hidden, NoView).
func hidden(v *pdf.View, o pdf.Object) bool {
	n, _ := v.Number(o)
	return int(n)&(1<<1|1<<5) != 0
}

// annotations compares /Annots of a page.
func (d *differ) annotations(x, y pdf.Object, page int) {
	o, n := d.old.Array(x), d.new.Array(y)
	now := map[int]bool{}
	for _, y := range n {
		if r, ok := y.(pdf.Ref); ok {
			now[r.Num] = true
		}
	}
	before := map[int]bool{}
	for _, x := range o {
		r, ok := x.(pdf.Ref)
		if !ok {
			found := false
			for _, y := range n {
				if _, isRef := y.(pdf.Ref); !isRef && d.equal(x, y, true, 0) {
					found = true
				}
			}
			if !found {
				d.report(place{class: ChangesAnnotation, code: CodeAnnotationChanged, page: page, detail: "Page/Annots"}, 0)
			}
			continue
		}
		before[r.Num] = true
		a := d.old.Dict(r)
		if !now[r.Num] && a != nil {
			at := place{class: ChangesAnnotation, code: CodeAnnotationRemoved, page: page, detail: "Page/Annots"}
			if d.fields[r.Num] || d.old.Name(a.Get("Subtype")) == "Widget" {
				at.class, at.code, at.field = ChangesOther, CodeFieldRemoved, fieldName(d.old, a)
			}
			d.report(at, r.Num)
			continue
		}
		d.annotation(r, a, page)
	}
	for _, y := range n {
		if r, ok := y.(pdf.Ref); !ok || !before[r.Num] {
			d.newAnnotation(y, page, o)
		}
	}
}

func (d *differ) annotation(r pdf.Ref, a *pdf.Dict, page int) {
	if d.fields[r.Num] || d.old.Name(a.Get("Subtype")) == "Widget" {
		d.field(r.Num)
		return
	}
	v := visit{r.Num, "annotation", false}
	if d.seen[v] {
		return
	}
	d.seen[v] = true
	at := place{class: ChangesAnnotation, code: CodeAnnotationChanged, page: page, detail: "Page/Annots"}
	if d.becameStream(r.Num) || !d.isDict(r.Num) {
		at.class = ChangesOther
	}
	if d.changed[r.Num] && !d.equal(d.old.Resolve(r), d.new.Resolve(r), false, 0) {
		d.report(at, r.Num)
	}
	for k, x := range a.All() {
		if k != "P" && k != "Parent" {
			d.push(x, at.at(k))
		}
	}
}

// newAnnotation judges an annotation that the old page did not have.
func (d *differ) newAnnotation(y pdf.Object, page int, old pdf.Array) {
	r, ok := y.(pdf.Ref)
	a := d.new.Dict(y)
	if a == nil {
		return
	}
	if !ok {
		for _, x := range old {
			if d.equal(x, y, true, 0) {
				return
			}
		}
	}
	at := place{class: ChangesAnnotation, code: CodeAnnotationAdded, page: page, detail: "Page/Annots"}
	if d.new.Name(a.Get("Subtype")) == "Widget" {
		at.field = fieldName(d.new, a)
		f, signing := d.signingWidget(r.Num)
		switch {
		case isSignature(d.new, a):
			at.class, at.code = signatureClass(d.new, withParentValue(d.new, a))
		case signing:
			at.field = f.name
			at.class, at.code = signatureClass(d.new, f.dict)
		case ok && d.fields[r.Num]:
			at.class, at.code = ChangesForm, CodeFieldChanged
		default:
			at.class, at.code = ChangesOther, CodeFieldAdded
		}
	}
	d.report(at, r.Num)
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
