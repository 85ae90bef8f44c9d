package pdf

import "math"

// Page is one page with its inherited attributes.
type Page struct {
	Number   int // from 1
	Ref      Ref // zero when the page is no indirect object
	Dict     *Dict
	MediaBox Rect
	CropBox  Rect // what is displayed: within MediaBox
	Rotate   int  // 0, 90, 180 or 270, clockwise
	UserUnit float64
}

// Pages returns the pages in order. A page tree that leads back into itself is
// cut there, and a tree with more pages than [Limits.Pages] after that many.
// The caller must not change the slice.
func (v *View) Pages() []Page {
	v.pagesMu.Lock()
	defer v.pagesMu.Unlock()
	if v.pages != nil {
		return v.pages
	}
	w := &pageWalk{v: v, seen: map[int]bool{}, lim: v.f.lim.Pages}
	w.walk(v.Catalog().Get("Pages"), inherited{}, 0)
	v.f.mu.Lock()
	defer v.f.mu.Unlock()
	if v.f.kept += len(w.pages); v.f.kept <= keptPages {
		v.pages = w.pages
	}
	return w.pages
}

// keptPages bounds the pages that all views of a file keep; a file with many
// pages and many revisions walks its page tree again instead.
const keptPages = 20_000

type inherited struct {
	media, crop, rotate Object
}

type pageWalk struct {
	v     *View
	seen  map[int]bool
	lim   int
	pages []Page
}

func (w *pageWalk) walk(o Object, in inherited, depth int) {
	var ref Ref
	if r, ok := o.(Ref); ok {
		if w.seen[r.Num] {
			return
		}
		w.seen[r.Num] = true
		ref = r
	}
	if depth > 200 || len(w.pages) >= w.lim {
		return
	}
	d, _ := w.v.Resolve(o).(*Dict)
	if d == nil {
		return
	}
	for _, a := range []struct {
		key Name
		to  *Object
	}{{"MediaBox", &in.media}, {"CropBox", &in.crop}, {"Rotate", &in.rotate}} {
		if x := d.Get(a.key); x != nil {
			*a.to = x
		}
	}
	kids := w.v.Array(d.Get("Kids"))
	if kids != nil && w.v.Name(d.Get("Type")) != "Page" {
		for _, k := range kids {
			w.walk(k, in, depth+1)
		}
		return
	}
	if w.v.Name(d.Get("Type")) == "Pages" {
		return
	}
	w.pages = append(w.pages, w.page(ref, d, in))
}

func (w *pageWalk) page(ref Ref, d *Dict, in inherited) Page {
	p := Page{Number: len(w.pages) + 1, Ref: ref, Dict: d, UserUnit: 1}
	var ok bool
	if p.MediaBox, ok = w.v.Rect(in.media); !ok || p.MediaBox.empty() {
		p.MediaBox = Rect{0, 0, 612, 792} // what most readers fall back to
	}
	if p.CropBox, ok = w.v.Rect(in.crop); ok {
		p.CropBox = p.CropBox.intersect(p.MediaBox)
	}
	if !ok || p.CropBox.empty() {
		p.CropBox = p.MediaBox
	}
	if r, ok := w.v.Number(in.rotate); ok && math.Abs(r) < 1e6 {
		p.Rotate = ((int(math.Round(r/90))*90)%360 + 360) % 360
	}
	if u, ok := w.v.Number(d.Get("UserUnit")); ok && u > 0 && u < 1e4 {
		p.UserUnit = u
	}
	return p
}

// Rect resolves o to a rectangle.
func (v *View) Rect(o Object) (Rect, bool) {
	a := v.Array(o)
	if len(a) < 4 {
		return Rect{}, false
	}
	var n [4]float64
	for i := range n {
		x, ok := v.Number(a[i])
		if !ok || math.Abs(x) > 1e9 {
			return Rect{}, false
		}
		n[i] = x
	}
	return Rect{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}, true
}

// Widgets maps the object number of every annotation in the pages' /Annots to
// its page number. An annotation on two pages belongs to the first.
func (v *View) Widgets(pages []Page) map[int]int {
	m := make(map[int]int)
	for _, p := range pages {
		for _, a := range v.Array(p.Dict.Get("Annots")) {
			if r, ok := a.(Ref); ok {
				if _, dup := m[r.Num]; !dup && len(m) < v.f.lim.Objects {
					m[r.Num] = p.Number
				}
			}
		}
	}
	return m
}
