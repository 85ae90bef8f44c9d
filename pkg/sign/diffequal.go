package sign

import (
	"bytes"
	"slices"

	"github.com/tthclint/tthclint/pkg/pdf"
)

const maxEqual = 40

// equal compares an object of the old view with one of the new view. Numbers
// are equal by value, an entry that is null is one that is missing. With deep,
// references to different objects are equal when what they lead to is.
func (d *differ) equal(o, n pdf.Object, deep bool, depth int) bool {
	if !d.spend(1) || depth > maxEqual {
		return false
	}
	x, xr := o.(pdf.Ref)
	y, yr := n.(pdf.Ref)
	if xr && yr && x.Num == y.Num {
		// Of another generation it leads nowhere for most readers.
		return x.Gen == y.Gen
	}
	if xr || yr {
		if xr && yr && (!deep || d.typed(x.Num) || d.typed(y.Num)) {
			return false
		}
		if d.exact && xr != yr {
			return false
		}
		// A value may move in or out of an object of its own.
		return d.equal(d.old.Resolve(o), d.new.Resolve(n), deep, depth+1)
	}
	if isNull(o) || isNull(n) {
		return isNull(o) && isNull(n)
	}
	switch a := o.(type) {
	case pdf.Integer, pdf.Real:
		if _, bad := n.(pdf.BadNumber); bad {
			return false
		}
		p, _ := d.old.Number(a)
		q, ok := d.new.Number(n)
		return ok && p == q
	case pdf.BadNumber:
		b, ok := n.(pdf.BadNumber)
		return ok && a == b
	case pdf.Bool:
		b, ok := n.(pdf.Bool)
		return ok && a == b
	case pdf.Name:
		b, ok := n.(pdf.Name)
		return ok && a == b
	case pdf.String:
		b, ok := n.(pdf.String)
		return ok && a.Malformed == b.Malformed && bytes.Equal(a.Value, b.Value)
	case pdf.Array:
		b, ok := n.(pdf.Array)
		return ok && slices.EqualFunc(a, b, func(p, q pdf.Object) bool { return d.equal(p, q, deep, depth+1) })
	case *pdf.Dict:
		b, ok := n.(*pdf.Dict)
		return ok && d.equalDict(a, b, deep, depth, "")
	case *pdf.Stream:
		b, ok := n.(*pdf.Stream)
		return ok && d.equalDict(a.Dict, b.Dict, deep, depth, "Length") && d.equalData(a, b)
	}
	return false
}

func (d *differ) equalDict(a, b *pdf.Dict, deep bool, depth int, but pdf.Name) bool {
	if a == b {
		return true
	}
	for k, x := range a.All() {
		if k != but && !d.equal(x, b.Get(k), deep, depth+1) {
			return false
		}
	}
	for k, y := range b.All() {
		if k != but && a.Get(k) == nil && !isNull(d.new.Resolve(y)) {
			return false
		}
	}
	return true
}

// maxStreamCompare bounds what is read to find two streams equal; a larger one
// that was written anew counts as changed.
const maxStreamCompare = 64 << 20

func (d *differ) equalData(a, b *pdf.Stream) bool {
	sa, err1 := d.old.Span(a)
	sb, err2 := d.new.Span(b)
	if err1 != nil || err2 != nil || sa.Len() != sb.Len() {
		return false
	}
	if sa == sb {
		return true
	}
	x, err1 := d.old.Raw(a, maxStreamCompare)
	y, err2 := d.new.Raw(b, maxStreamCompare)
	return err1 == nil && err2 == nil && bytes.Equal(x, y)
}
