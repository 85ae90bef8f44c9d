package sign

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// unreachable notes objects that the revision adds and to which nothing leads
// that it wrote or that the trailer names. They are not part of the document,
// and writers leave some behind; so that is a fact and no change. The cost is
// linear in the update.
func (d *differ) unreachable() {
	reached := map[int]bool{}
	var work []pdf.Object
	for _, o := range d.new.Trailer().All() {
		work = append(work, o)
	}
	added := map[int]bool{}
	for num := range d.changed {
		ref := pdf.Ref{Num: num}
		o := d.new.Resolve(ref)
		if isNull(d.old.Resolve(ref)) && !isNull(o) {
			added[num] = true
			continue
		}
		reached[num] = true
		work = append(work, o)
	}
	for len(work) > 0 {
		if !d.spend(1) {
			return
		}
		o := work[len(work)-1]
		work = work[:len(work)-1]
		switch x := o.(type) {
		case pdf.Ref:
			if d.changed[x.Num] && !reached[x.Num] {
				reached[x.Num] = true
				work = append(work, d.new.Resolve(x))
			}
		case pdf.Array:
			work = append(work, x...)
		case *pdf.Dict:
			for _, y := range x.All() {
				work = append(work, y)
			}
		case *pdf.Stream:
			work = append(work, x.Dict)
		}
	}
	for num := range added {
		if reached[num] {
			continue
		}
		if s, ok := d.new.Resolve(pdf.Ref{Num: num}).(*pdf.Stream); ok {
			if t := d.new.Name(s.Dict.Get("Type")); t == "XRef" || t == "ObjStm" {
				continue
			}
		}
		d.orphans = append(d.orphans, num)
	}
	slices.Sort(d.orphans)
}
