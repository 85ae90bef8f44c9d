package sign

import "github.com/tthclint/tthclint/pkg/pdf"

// A field is named by the tree that leads down to it (ISO 32000-2 12.7.4.2), and
// usually the same way up by /Parent. A kid without /Parent has two names; a lock
// on either holds, since readers differ in which they take.

// treeName returns the name that the tree of fields gives to the field of a
// change, as of the revision before it.
func (e *engine) treeName(c *Change) string {
	rev := c.Revision - 2 // index of the one before
	if rev < 0 {
		return c.Field
	}
	names := e.treeNames[rev]
	if names == nil {
		names = treeNames(e.file.View(rev))
		if e.treeNames == nil {
			e.treeNames = map[int]map[int]string{}
		}
		e.treeNames[rev] = names
	}
	for _, num := range []int{c.owner, c.Object} {
		switch name, ok := names[num]; {
		case ok && num == c.owner && c.inner != "":
			return join(name, c.inner)
		case ok:
			return name
		}
	}
	return c.Field
}

// treeNames names the fields and widgets that are objects of their own.
func treeNames(v *pdf.View) map[int]string {
	out := map[int]string{}
	var walk func(list pdf.Array, in string, depth int)
	walk = func(list pdf.Array, in string, depth int) {
		for _, o := range list {
			if depth > 64 || len(out) >= maxFields {
				return
			}
			f, name := v.Dict(o), in
			if t, ok := v.Resolve(f.Get("T")).(pdf.String); ok {
				name = join(in, text(t))
			}
			for r, ok := o.(pdf.Ref); ok; r, ok = o.(pdf.Ref) {
				if _, known := out[r.Num]; known {
					f = nil
					break
				}
				out[r.Num] = name
				var err error
				if o, err = v.Object(r); err != nil {
					break
				}
			}
			walk(v.Array(f.Get("Kids")), name, depth+1)
		}
	}
	walk(v.Array(v.Dict(v.Catalog().Get("AcroForm")).Get("Fields")), "", 0)
	return out
}
