package sign

import "github.com/tthclint/tthclint/pkg/pdf"

var generic = place{class: ChangesOther, code: CodeUnexplained}

// trailer starts the walk. Entries that belong to the cross-references, and the
// file identifier, change with every update (ISO 32000-2 table 15, table 17).
func (d *differ) trailer() {
	o, n := d.old.Trailer(), d.new.Trailer()
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		switch k {
		case "Size", "Prev", "ID", "XRefStm", "Type", "W", "Index", "Length", "Filter", "DecodeParms":
		case "Root":
			d.catalogs(d.old.Dict(x), d.new.Dict(y))
		case "Info":
			d.entry(x, y, place{class: ChangesLTA, code: CodeMetadataUpdated, detail: "Info"})
		case "Encrypt":
			d.entry(x, y, generic.at("Encrypt"))
		default:
			// Private entries are dropped by many writers, and nothing
			// shows them; what they lead to must stay all the same.
			if x != nil {
				at := generic.at("Trailer").at(k)
				at.dangling = true
				d.push(x, at)
			}
		}
	})
}

func (d *differ) catalogs(o, n *pdf.Dict) {
	d.markNodes(o.Get("Pages"), 0)
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		at := generic.at("Root").at(k)
		switch k {
		case "Pages":
			d.pageTree(x, y, 0)
		case "AcroForm":
			d.acroForm(x, y)
		case "DSS":
			d.entry(x, y, place{class: ChangesLTA, code: CodeDSSUpdated, detail: "Root/DSS"})
		case "Metadata":
			d.entry(x, y, place{class: ChangesLTA, code: CodeMetadataUpdated, detail: "Root/Metadata"})
		case "Extensions", "Version", "PieceInfo", "LastModified":
			d.entry(x, y, place{class: ChangesLTA, code: CodeCatalogUpdated, detail: "Root/" + string(k)})
		case "MarkInfo":
			d.entry(x, y, place{class: ChangesForm, code: CodeStructureUpdated, detail: "Root/MarkInfo"})
		case "StructTreeRoot":
			d.structure(x, y)
		case "Perms":
			d.perms(x, y)
		case "Names":
			d.names(x, y)
		default:
			d.entry(x, y, at)
		}
	})
}

// perms: entries may be added by a certification signature and the usage rights
// may be dropped; what certifies the document must stay (12.8.6).
func (d *differ) perms(x, y pdf.Object) {
	o, n := d.old.Dict(x), d.new.Dict(y)
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		at := place{class: ChangesForm, code: CodeCatalogUpdated, detail: "Root/Perms/" + string(k)}
		if x != nil && (k == "DocMDP" || y != nil) {
			at.class, at.code = ChangesOther, CodeDictionaryOverwrite
			d.entry(x, y, at)
			return
		}
		d.report(at, 0)
	})
}

// names: commenting tools keep the icons of annotations in the name tree /AP
// (ISO 32000-2 table 32); everything else there opens, runs or attaches things.
func (d *differ) names(x, y pdf.Object) {
	d.dict(d.old.Dict(x), d.new.Dict(y), func(k pdf.Name, x, y pdf.Object) {
		at := generic.at("Root/Names").at(k)
		if k == "AP" {
			at.class, at.code = ChangesAnnotation, CodeAnnotationChanged
		}
		d.entry(x, y, at)
	})
}

func (d *differ) markNodes(o pdf.Object, depth int) {
	r, ok := o.(pdf.Ref)
	if !ok || d.nodes[r.Num] || depth > 200 {
		return
	}
	if _, page := d.pageNo[r.Num]; page {
		return
	}
	d.nodes[r.Num] = true
	for _, k := range d.old.Array(d.old.Dict(o).Get("Kids")) {
		d.markNodes(k, depth+1)
	}
}

// pageTree compares a node and what is below it.
func (d *differ) pageTree(x, y pdf.Object, depth int) {
	if r, ok := x.(pdf.Ref); ok {
		v := visit{r.Num, "pages", false}
		if d.seen[v] {
			return
		}
		d.seen[v] = true
	}
	o, n := d.old.Dict(x), d.new.Dict(y)
	pages := place{class: ChangesOther, code: CodePagesChanged, detail: "Root/Pages"}
	if n == nil || depth > 200 {
		if o != nil {
			d.report(pages, 0)
		}
		return
	}
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		switch k {
		case "Kids":
			a, b := d.old.Array(x), d.new.Array(y)
			if len(a) != len(b) {
				d.report(pages, 0)
			}
			for i := range min(len(a), len(b)) {
				if d.over {
					return
				}
				d.kid(a[i], b[i], pages, depth)
			}
		case "Parent":
		default:
			at := pages.at(k)
			at.strict = k == "Resources"
			d.entry(x, y, at)
		}
	})
}

func (d *differ) kid(a, b pdf.Object, pages place, depth int) {
	r, ok := a.(pdf.Ref)
	s, ok2 := b.(pdf.Ref)
	if ok != ok2 || r != s {
		d.report(pages, s.Num)
		return
	}
	no, page := d.pageNo[r.Num]
	if !ok {
		// A page as a direct object is wrong, but shown.
		page = d.old.Array(d.old.Dict(a).Get("Kids")) == nil
	}
	if page {
		d.page(r.Num, no, d.old.Dict(a), d.new.Dict(b))
		return
	}
	d.pageTree(a, b, depth+1)
}

// page compares a page: annotations may come, what it shows may not change.
func (d *differ) page(num, no int, o, n *pdf.Dict) {
	v := visit{num, "page", false}
	if num > 0 && d.seen[v] {
		return
	}
	d.seen[v] = true
	content := place{class: ChangesOther, code: CodePageContent, page: no, detail: "Page"}
	if !d.spend(1) {
		return
	}
	if n == nil || d.becameStream(num) {
		d.report(place{class: ChangesOther, code: CodePagesChanged, page: no, detail: "Page"}, num)
		return
	}
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		switch k {
		case "Parent": // typed; a page moved elsewhere shows in /Kids
		case "Annots":
			d.annotations(x, y, no)
		case "Tabs", "StructParents":
			d.entry(x, y, place{class: ChangesForm, code: CodeStructureUpdated, page: no, detail: "Page/" + string(k)})
		case "LastModified", "PieceInfo", "Metadata":
			d.entry(x, y, place{class: ChangesLTA, code: CodeMetadataUpdated, page: no, detail: "Page/" + string(k)})
		case "Resources", "Contents":
			at := content.at(k)
			at.strict = true
			d.entry(x, y, at)
		default:
			d.entry(x, y, content.at(k))
		}
	})
}

// structure walks the structure tree. Signers add their widgets to it, so its
// dictionaries may change, but not what it says instead of the content.
func (d *differ) structure(x, y pdf.Object) {
	at := place{class: ChangesForm, code: CodeStructureUpdated, detail: "Root/StructTreeRoot"}
	if x == nil {
		d.report(at, 0)
		return
	}
	d.entry(x, y, at)
	// Entries that replace content for some readers are looked at apart.
	seen := map[int]bool{}
	var walk func(o, n pdf.Object, depth int)
	walk = func(o, n pdf.Object, depth int) {
		if !d.spend(1) || depth > 500 {
			return
		}
		if r, ok := o.(pdf.Ref); ok {
			if seen[r.Num] || d.typed(r.Num) {
				return
			}
			seen[r.Num] = true
			n = r
			if !d.changed[r.Num] {
				n = nil
			}
		}
		a := d.old.Resolve(o)
		switch a := a.(type) {
		case pdf.Array:
			for _, k := range a {
				walk(k, k, depth+1)
			}
		case *pdf.Dict:
			b := d.new.Dict(n)
			for k, v := range a.All() {
				switch k {
				case "ActualText", "Alt", "E", "S":
					if b != nil && !d.equal(v, b.Get(k), true, 0) {
						d.report(place{class: ChangesOther, code: CodeStructureUpdated, detail: "StructElem/" + string(k)}, 0)
					}
				case "P", "Pg", "Obj":
				case "K", "Nums", "Kids", "ParentTree":
					walk(v, v, depth+1)
				}
			}
		}
	}
	walk(x, y, 0)
}
