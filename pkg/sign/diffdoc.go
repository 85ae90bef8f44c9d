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
	root, _ := d.new.Trailer().Get("Root").(pdf.Ref)
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		at := generic.at("Root").at(k)
		at.owner = root.Num
		switch k {
		case "Pages":
			if _, ok := y.(pdf.Ref); !ok {
				// Shall be indirect: its kids point back at it (table 29).
				d.report(withAction(place{class: ChangesOther, code: CodePagesChanged, detail: "Root/Pages", owner: root.Num}, x, y), 0)
			}
			d.pageTree(x, y, 0)
		case "AcroForm":
			d.acroForm(x, y)
		case "DSS":
			at.class, at.code = ChangesLTA, CodeDSSUpdated
			if isNull(d.new.Resolve(y)) {
				// What proves the signatures may grow, never go (ETSI
				// EN 319 142-1 clause 5.4.2).
				at.class = ChangesOther
			}
			d.entry(x, y, at)
		case "Metadata":
			at.class, at.code = ChangesLTA, CodeMetadataUpdated
			d.entry(x, y, at)
		case "Extensions":
			d.extensions(x, y, at)
		case "Version":
			d.version(x, y, at)
		case "PieceInfo", "LastModified":
			at.class, at.code = ChangesLTA, CodeCatalogUpdated
			d.entry(x, y, at)
		case "ITXT":
			// Older iText and its successors note their version here.
			if _, ok := d.new.Resolve(y).(pdf.String); ok {
				at.class, at.code = ChangesLTA, CodeCatalogUpdated
			}
			d.entry(x, y, at)
		case "MarkInfo":
			at.class, at.code = ChangesForm, CodeStructureUpdated
			d.entry(x, y, at)
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

// extensions: what a file uses may be declared, and a higher level of it; to
// take a declaration back or to lower it changes how the signed part is read
// (ISO 32000-2 7.12).
func (d *differ) extensions(x, y pdf.Object, at place) {
	grown := at
	grown.class, grown.code = ChangesLTA, CodeCatalogUpdated
	o, n := d.old.Dict(x), d.new.Dict(y)
	if o == nil {
		d.entry(x, y, grown)
		return
	}
	if n == nil {
		d.entry(x, y, at)
		return
	}
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		a, b := d.old.Dict(x), d.new.Dict(y)
		switch {
		case x == nil:
			d.entry(x, y, grown.at(k))
		case a == nil || b == nil: // several levels of one prefix, or none left
			d.entry(x, y, at.at(k))
		default:
			d.dict(a, b, func(l pdf.Name, x, y pdf.Object) {
				p := at.at(k).at(l)
				switch {
				case x == nil:
					p = grown.at(k).at(l)
				case l == "ExtensionLevel":
					u, _ := d.old.Number(x)
					if v, ok := d.new.Number(y); ok && v >= u {
						p = grown.at(k).at(l)
					}
				case l == "BaseVersion":
					if laterVersion(d.new.Name(y), d.old.Name(x)) {
						p = grown.at(k).at(l)
					}
				}
				d.entry(x, y, p)
			})
		}
	})
}

// version: an update may raise the version of the file (ISO 32000-2 7.5.2).
func (d *differ) version(x, y pdf.Object, at place) {
	if isNull(d.old.Resolve(x)) || laterVersion(d.new.Name(y), d.old.Name(x)) {
		at.class, at.code = ChangesLTA, CodeCatalogUpdated
	}
	d.entry(x, y, at)
}

// laterVersion compares versions such as "1.7". One that is none, as some
// writers have it, is not later than anything.
func laterVersion(n, o pdf.Name) bool {
	return len(n) == 3 && n[1] == '.' && n >= o
}

// perms: entries may be added by a certification signature and the usage rights
// may be dropped; what certifies the document must stay (12.8.6).
func (d *differ) perms(x, y pdf.Object) {
	o, n := d.old.Dict(x), d.new.Dict(y)
	d.dict(o, n, func(k pdf.Name, x, y pdf.Object) {
		at := withAction(place{class: ChangesForm, code: CodeCatalogUpdated, detail: "Root/Perms/" + string(k)}, x, y)
		if x != nil && (k == "DocMDP" || y != nil) {
			at.class, at.code = ChangesOther, CodeDictionaryOverwrite
			d.entry(x, y, at)
			return
		}
		d.report(at, refNum(x, y))
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

// pageTree compares a node and what is below it.
func (d *differ) pageTree(x, y pdf.Object, depth int) {
	if d.unchanged(x, y) {
		return
	}
	if r, ok := x.(pdf.Ref); ok {
		v := visit{num: r.Num, class: "pages"}
		if !d.once(v) {
			return
		}
	}
	o, n := d.old.Dict(x), d.new.Dict(y)
	pages := place{class: ChangesOther, code: CodePagesChanged, detail: "Root/Pages"}
	if r, ok := x.(pdf.Ref); ok {
		pages.owner = r.Num
	}
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
				p := pages.at(k)
				p.action = ActionAdded
				if len(a) > len(b) {
					p.action = ActionRemoved
				}
				r, _ := y.(pdf.Ref)
				d.report(p, r.Num)
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
	if d.unchanged(a, b) {
		return
	}
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
	v := visit{num: num, class: "page"}
	if num > 0 && !d.once(v) {
		return
	}
	content := place{class: ChangesOther, code: CodePageContent, page: no, detail: "Page", owner: num}
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
			d.annotations(x, y, no, num)
		case "Tabs", "StructParents":
			at := place{class: ChangesForm, code: CodeStructureUpdated, page: no, detail: "Page/" + string(k), owner: num}
			if k == "Tabs" && !(isNull(d.old.Resolve(x)) && d.new.Name(y) == "S") {
				// Whoever adds a widget to a tagged page says that the order
				// follows the structure; any other order is a decision
				// about annotations (ISO 32000-2 table 31).
				at.class = ChangesAnnotation
			}
			d.entry(x, y, at)
		case "LastModified", "PieceInfo", "Metadata":
			d.entry(x, y, place{class: ChangesLTA, code: CodeMetadataUpdated, page: no, detail: "Page/" + string(k), owner: num})
		case "Resources", "Contents":
			at := content.at(k)
			at.strict = true
			d.entry(x, y, at)
		default:
			d.entry(x, y, content.at(k))
		}
	})
}
