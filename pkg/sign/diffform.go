package sign

import (
	"github.com/tthclint/tthclint/pkg/pdf"
)

// acroForm compares the interactive form.
func (d *differ) acroForm(x, y pdf.Object) {
	if d.unchanged(x, y) {
		return
	}
	o, n := d.old.Dict(x), d.new.Dict(y)
	form := place{class: ChangesForm, code: CodeCatalogUpdated, detail: "Root/AcroForm", owner: refNum(x, y)}
	if form.owner == 0 {
		root, _ := d.new.Trailer().Get("Root").(pdf.Ref)
		form.owner = root.Num
	}
	if o == nil && n == nil {
		return
	}
	if n == nil {
		d.report(place{class: ChangesOther, code: CodeFieldRemoved, detail: "Root/AcroForm", owner: form.owner, action: ActionRemoved}, 0)
		return
	}
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		switch k {
		case "Fields":
			d.fieldList(d.old.Array(x), d.new.Array(y), place{owner: form.owner}, false, false)
		case "SigFlags", "DA", "Q", "NeedAppearances":
			at := form.at(k)
			if k == "DA" && d.lookups().form {
				at.class, at.code = ChangesOther, CodeAppearanceReplaced
			}
			if b, ok := d.new.Resolve(y).(pdf.Bool); k == "NeedAppearances" && ok && bool(b) && !d.equal(x, y, true, 0) && d.misleading() {
				at.class, at.code = ChangesOther, CodeAppearanceReplaced
			}
			if k == "SigFlags" || o == nil {
				// Every further signature sets the flags, a document
				// timestamp too, and a new form comes with defaults.
				at.class = ChangesLTA
			}
			d.entry(x, y, at)
		case "DR":
			d.resources(x, y, form.at("DR"))
		case "XFA":
			d.xfa(x, y, form.at(k))
		default:
			at := generic.at("Root/AcroForm").at(k)
			at.owner = form.owner
			d.entry(x, y, at)
		}
	})
}

// xfa compares an XFA form (ISO 32000-1 12.7.8): filling it in writes the
// packets of the data and of the state of the form, never its template.
func (d *differ) xfa(x, y pdf.Object, at place) {
	bad := at
	bad.class, bad.code = ChangesOther, CodeUnexplained
	o, n := d.old.Array(x), d.new.Array(y)
	if len(o) == 0 || len(o) != len(n) || len(o)%2 != 0 {
		d.entry(x, y, bad)
		return
	}
	for i := 0; i < len(o); i += 2 {
		p := bad
		name, _ := d.old.Resolve(o[i]).(pdf.String)
		if s := string(name.Value); s == "datasets" || s == "form" {
			p = at
			p.code = CodeFieldFilled
		}
		if !d.equal(o[i], n[i], true, 0) {
			d.report(bad, 0)
		}
		d.entry(o[i+1], n[i+1], p)
	}
}

// fieldList compares /Fields, or /Kids of a field. all tells that what they
// inherit changed, so that each is looked at; in is the place of the list.
func (d *differ) fieldList(o, n pdf.Array, in place, kids, all bool) {
	if allSameRefs(o, n) {
		for _, x := range o {
			r := x.(pdf.Ref)
			if !all && d.clean(r.Num) {
				continue
			}
			if !d.isDict(r.Num) {
				d.push(r, generic.at("Fields"))
			}
			d.field(r.Num, all)
		}
		return
	}
	now := map[int]bool{}
	for _, y := range n {
		if r, ok := y.(pdf.Ref); ok {
			now[r.Num] = true
		}
	}
	before := map[int]bool{}
	pairs := d.pairs(o, n)
	known := make([]bool, len(n))
	for i, x := range o {
		r, ok := x.(pdf.Ref)
		if !ok {
			if j := pairs[i]; j >= 0 {
				known[j] = true
				d.directField(d.old.Dict(x), d.new.Dict(n[j]), in, all)
			} else if !isNull(x) {
				d.report(place{class: ChangesOther, code: CodeFieldChanged, detail: "Fields", owner: in.owner}, 0)
			}
			continue
		}
		before[r.Num] = true
		if !all && now[r.Num] && d.clean(r.Num) {
			continue
		}
		if !d.isDict(r.Num) {
			d.push(r, generic.at("Fields"))
		}
		if !now[r.Num] {
			if isNull(d.old.Resolve(r)) {
				continue
			}
			if w := d.old.Dict(r); kids && pureWidget(d.old, w) && !isSignature(d.old, w) {
				// The field stays, and shows in fewer places.
				d.report(place{class: ChangesAnnotation, code: CodeAnnotationRemoved, field: fieldName(d.old, w), page: d.annots[r.Num], detail: "Field/Kids", action: ActionRemoved}, r.Num)
				continue
			}
			d.report(place{class: ChangesOther, code: CodeFieldRemoved, action: ActionRemoved, field: fieldName(d.old, d.old.Dict(r)), detail: "Fields"}, r.Num)
			continue
		}
		d.field(r.Num, all)
	}
	for j, y := range n {
		r, ok := y.(pdf.Ref)
		if known[j] || ok && before[r.Num] {
			continue
		}
		if ok && d.fields[r.Num] {
			continue // moved within the tree; judged where it was
		}
		d.newField(y, r.Num, 0)
	}
}

// newField judges a field that was added: for a signature it is what signing
// needs, any other is more than filling in (ISO 32000-2 table 257).
func (d *differ) newField(o pdf.Object, num, depth int) {
	f := d.new.Dict(o)
	at := place{class: ChangesOther, code: CodeFieldAdded, field: fieldName(d.new, f), page: d.annots[num], detail: "Fields", action: ActionAdded, fresh: true}
	if f == nil || depth > 32 {
		d.report(at, num)
		return
	}
	if d.wrote(num) && d.annots[num] > 0 && !isSignature(d.new, f) {
		d.report(at, num)
		return
	}
	if disguised(d.new, f) {
		d.report(at, num)
		return
	}
	if isSignature(d.new, f) {
		at.class, at.code = signatureClass(d.new, f)
		if d.signedBefore(o) {
			// One more field shows a signature that was there: only the
			// fields it was signed with are its own.
			at.class, at.code = ChangesOther, CodeAppearanceReplaced
		}
		at.draws = f.Get("Rect") != nil && d.draws(f)
		d.report(at, num)
		return
	}
	if d.moreOfField(f) {
		at.class, at.code, at.fresh, at.detail = ChangesAnnotation, CodeAnnotationAdded, false, "Field/Kids"
		d.report(at, num)
		return
	}
	kids := d.new.Array(f.Get("Kids"))
	if inheritedName(d.new, f, "FT") == "" && len(kids) > 0 {
		for _, k := range kids {
			r, _ := k.(pdf.Ref)
			d.newField(k, r.Num, depth+1)
		}
		return
	}
	d.report(at, num)
}

// signatureClass tells what adding a signature field means.
func signatureClass(v *pdf.View, f *pdf.Dict) (Changes, Code) {
	val := v.Dict(f.Get("V"))
	if val == nil {
		for _, k := range v.Array(f.Get("Kids")) {
			if x := v.Dict(v.Dict(k).Get("V")); x != nil {
				val = x
			}
		}
	}
	switch {
	case val == nil:
		return ChangesForm, CodeFieldAdded
	case v.Name(val.Get("SubFilter")) == "ETSI.RFC3161":
		return ChangesLTA, CodeTimestampAdded
	}
	return ChangesForm, CodeSignatureAdded
}

// field compares a field or widget that was there before.
func (d *differ) field(num int, all bool) {
	v := visit{num: num, class: "field"}
	if !d.once(v) {
		return
	}
	ref := pdf.Ref{Num: num}
	o, n := d.old.Dict(ref), d.new.Dict(ref)
	if o == nil || !d.spend(1) {
		return
	}
	at := place{class: ChangesOther, code: CodeFieldChanged, page: d.annots[num], field: fieldName(d.old, o), detail: "Field", owner: num}
	if n == nil || d.becameStream(num) {
		at.code = CodeFieldRemoved
		d.report(at, num)
		return
	}
	d.fieldDict(o, n, at, num, all, d.typed(num))
}

// directField compares a field or widget that is no object of its own; in is the
// place of the list that holds it.
func (d *differ) directField(o, n *pdf.Dict, in place, all bool) {
	if !d.spend(1) {
		return
	}
	at := place{class: ChangesOther, code: CodeFieldChanged, page: in.page, field: fieldName(d.old, o), inner: in.inner, detail: "Field", owner: in.owner}
	if t, ok := d.old.Resolve(o.Get("T")).(pdf.String); ok {
		at.inner = join(in.inner, text(t))
		if o.Get("Parent") == nil && in.field != "" && in.page == 0 {
			at.field = join(in.field, text(t))
		}
	}
	d.fieldDict(o, n, at, in.owner, all, true)
}

// fieldDict compares the entries of a field or widget. listed tells it from one
// that others only name as their parent; num is the object that holds it.
func (d *differ) fieldDict(o, n *pdf.Dict, at place, num int, all, listed bool) {
	rule := d.formFieldRule(o, n, at)
	if isSignature(d.old, o) {
		rule = d.signatureFieldRule(o, n, at)
	} else {
		d.valueShown(o, n, at.field)
		d.drawnOtherwise(o, n, at, num)
	}
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		switch k {
		case "Parent":
			d.parent(o, n, at, num)
		case "P":
			// Many fields do not name their page until they are signed, and
			// none is shown by it; but a place that moves is a change.
			r, ok := x.(pdf.Ref)
			s, ok2 := y.(pdf.Ref)
			if !ok && !isNull(x) || !ok2 && !isNull(y) {
				d.entry(x, y, at.at(k)) // no page: some other role's
			} else if ok && ok2 && r.Num != s.Num && d.old.Dict(r) != nil {
				p := at.at(k)
				switch old, now := inheritedValue(d.old, o), inheritedValue(d.new, n); {
				case !isSignature(d.old, o):
					p.class = ChangesAnnotation
				case d.old.Dict(old) == nil && d.new.Dict(now) != nil:
					p.class = ChangesForm
				}
				d.report(p, num)
			}
		case "Type":
			if x == nil && d.new.Name(y) == "Annot" {
				return
			}
			d.entry(x, y, at.at(k))
		case "Kids":
			if !listed {
				d.entry(x, y, at.at(k))
				return
			}
			d.fieldList(d.old.Array(x), d.new.Array(y), at, true, all || d.wrote(num))
		case "StructParent", "M":
			d.entry(x, y, place{class: ChangesForm, code: CodeStructureUpdated, page: at.page, field: at.field, detail: "Field/" + string(k), owner: num})
		case "AP":
			if !listed {
				d.entry(x, y, at.at(k))
				return
			}
			rule(k, x, y)
		default:
			rule(k, x, y)
		}
	})
}

// signatureFieldRule: a signed field is left alone; an unsigned one may be
// signed, and gets its appearance by that.
func (d *differ) signatureFieldRule(o, n *pdf.Dict, at place) func(pdf.Name, pdf.Object, pdf.Object) {
	oldV, newV := inheritedValue(d.old, o), inheritedValue(d.new, n)
	if d.old.Dict(oldV) != nil {
		unseen := noArea(d.old, o) && noArea(d.new, n)
		return func(k pdf.Name, x, y pdf.Object) {
			p := at.at(k)
			if unseen && (k == "AP" || k == "F" || k == "MK" || k == "Border" || k == "BS") {
				// Without an area nothing shows; some signers tidy up.
				p.class = ChangesForm
				d.entry(x, y, p)
				return
			}
			switch k {
			case "V":
				p.code = CodeDictionaryOverwrite
				d.signatureValue(x, y, p)
				return
			case "AP", "Rect":
				// Nobody has a reason to touch how a signature looks, not
				// even to write the same in another way.
				p.code, p.exact = CodeAppearanceReplaced, true
			case "F":
				if onlyLocked(d.old, d.new, x, y) {
					p.class = ChangesForm
				}
			}
			d.entry(x, y, p)
		}
	}
	signed := d.new.Dict(newV) != nil
	class, code := ChangesForm, CodeSignatureAdded
	if signed {
		class, code = signatureClass(d.new, withParentValue(d.new, n))
	}
	// What a field shows before it is signed is part of what was signed: that it
	// gives way needs a signer as much as that something is drawn.
	drew, draws := draws(d.old, o), d.draws(n)
	return func(k pdf.Name, x, y pdf.Object) {
		p := at.at(k)
		switch k {
		case "V":
			p.class, p.code = class, code
			p.draws = signed && drew
			if y != nil && d.new.Dict(y) == nil && !isNull(d.new.Resolve(y)) {
				p.class = ChangesOther
			}
		case "AP", "AS", "F", "DA", "Q", "MK", "Lock", "SV", "Ff", "BS", "Border", "H", "DR", "TU", "DV":
			p.class, p.code = class, CodeFieldChanged
			if signed {
				p.code = code
				p.draws = draws && (k == "AP" || k == "MK") || drew && (k == "AP" || k == "MK" || k == "AS" || k == "F")
				break
			}
			// Nobody signed: an appearance that comes or changes by itself
			// is what hide-and-replace attacks do.
			switch {
			case k == "AP", (drew || draws) && (k == "AS" || k == "MK"):
				p.class, p.code = ChangesOther, CodeAppearanceReplaced
			case k == "F" && (drew || draws) && !onlyLocked(d.old, d.new, x, y), drew && (k == "BS" || k == "Border"):
				p.class = ChangesAnnotation
			}
		case "Rect":
			if signed {
				// Whoever signs may choose the place: a new field could be
				// anywhere as well.
				p.class, p.code, p.draws = class, code, draws || drew
			}
		case "Subtype":
			if signed && d.new.Name(y) == "Widget" {
				p.class, p.code = class, code
			}
		}
		d.appearance(k, x, y, p)
		d.entry(x, y, p)
	}
}

// noArea tells whether a widget has no place on a page (ISO 32000-2 12.7.5.5:
// how a signature is invisible).
func noArea(v *pdf.View, w *pdf.Dict) bool {
	o := w.Get("Rect")
	if o == nil {
		return true
	}
	r, ok := v.Rect(o)
	return ok && (r.X0 == r.X1 || r.Y0 == r.Y1)
}

// appearance remembers an appearance object that gave way to another one.
func (d *differ) appearance(k pdf.Name, x, y pdf.Object, at place) {
	r, ok := x.(pdf.Ref)
	s, _ := y.(pdf.Ref)
	if k == "AP" && ok && r.Num != s.Num {
		d.replaced = append(d.replaced, visitItem{num: r.Num, at: at})
	}
}

// signatureValue compares /V of a signed field: the dictionary and what it
// refers to must stay as signed (ETSI EN 319 102-1: dictionary consistency).
func (d *differ) signatureValue(x, y pdf.Object, p place) {
	if r, ok := x.(pdf.Ref); ok {
		if s, ok := y.(pdf.Ref); !ok || r.Num != s.Num {
			d.report(p, r.Num)
		}
	}
	d.entry(x, y, p)
}

// formFieldRule: a value may be filled in, and the appearance follows it.
func (d *differ) formFieldRule(o, n *pdf.Dict, at place) func(pdf.Name, pdf.Object, pdf.Object) {
	filled := d.filled(o, n)
	return func(k pdf.Name, x, y pdf.Object) {
		p := at.at(k)
		switch k {
		case "V", "AS", "I", "RV", "TI":
			p.class, p.code = ChangesForm, CodeFieldFilled
			if k == "AS" && !d.hasStates(o, n) && (manyFaced(d.old, o) || manyFaced(d.new, n)) {
				// It has no state, and shows another of its faces.
				p.class, p.code = ChangesOther, CodeAppearanceReplaced
			}
		case "AP":
			p.code = CodeAppearanceReplaced
			switch {
			case filled:
				p.class, p.code = ChangesForm, CodeFieldFilled
			case isNull(d.new.Resolve(y)):
				p.class = ChangesAnnotation // shows less, not something else
			}
		case "MK", "DA", "Q", "DS", "Ff", "F":
			p.class = ChangesForm
			if !filled && (k == "DA" || k == "DS" || k == "MK") && d.drawnAnew(n) {
				// As good as an appearance of its own.
				p.class, p.code = ChangesOther, CodeAppearanceReplaced
			}
			if k == "F" && !onlyLocked(d.old, d.new, x, y) && !(filled && onlyPrinted(d.old, d.new, x, y)) {
				p.class = ChangesAnnotation // where it is seen is no part of its value
			}
		case "Rect", "BS", "Border", "C", "H":
			// Of the annotation, not of the field.
			p.class = ChangesAnnotation
		}
		d.appearance(k, x, y, p)
		d.entry(x, y, p)
	}
}

// filled tells whether a field that is no signature has another value, so that it
// may look otherwise: by /V, by the state of a button or by the choice in a list
// (ISO 32000-2 12.7.5.2 and table 234). A push button has none.
func (d *differ) filled(o, n *pdf.Dict) bool {
	if pushButton(d.old, o) || pushButton(d.new, n) {
		return false
	}
	if !d.equal(inheritedValue(d.old, o), inheritedValue(d.new, n), true, 0) {
		return true
	}
	return d.hasStates(o, n) && !d.equal(o.Get("AS"), n.Get("AS"), true, 0) ||
		inheritedName(d.old, o, "FT") == "Ch" && !d.equal(inheritedAttr(d.old, o, "I"), inheritedAttr(d.new, n, "I"), true, 0)
}

// pushButton tells whether a field is a button that keeps no value (table 229).
func pushButton(v *pdf.View, f *pdf.Dict) bool {
	flags, _ := v.Number(inheritedAttr(v, f, "Ff"))
	return inheritedName(v, f, "FT") == "Btn" && int(flags)&(1<<16) != 0
}

// hasStates tells whether a widget is that of a check box or a radio button.
func (d *differ) hasStates(o, n *pdf.Dict) bool {
	ft := inheritedName(d.old, o, "FT")
	if ft == "" && o.Get("Parent") == nil && o.Get("T") == nil {
		// A widget that does not name its field; only buttons have states.
		return manyFaced(d.old, o) && manyFaced(d.new, n)
	}
	return ft == "Btn" && !pushButton(d.old, o) && !pushButton(d.new, n)
}

// manyFaced tells whether the normal appearance of a widget depends on its state.
func manyFaced(v *pdf.View, w *pdf.Dict) bool {
	_, ok := v.Resolve(v.Dict(w.Get("AP")).Get("N")).(*pdf.Dict)
	return ok
}
