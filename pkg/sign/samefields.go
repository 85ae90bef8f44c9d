package sign

import (
	"bytes"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// sameFields tells whether a revision has the signature fields of the one before
// it, with the values they had: nothing it changed has to do with any. It may
// say no where it is so.
func sameFields(old, v *pdf.View) bool {
	if !sameTrailer(old, v) {
		return false
	}
	for _, num := range v.Changed() {
		o, err1 := old.Object(pdf.Ref{Num: num})
		n, err2 := v.Object(pdf.Ref{Num: num})
		if err1 != nil || err2 != nil || !sameForFields(o, n) {
			return false
		}
	}
	return true
}

// fieldKeys are the entries by which fields are found, and what they are.
var fieldKeys = []pdf.Name{"FT", "T", "Kids", "V", "Fields", "Annots", "Pages", "AcroForm", "Type", "ByteRange", "Contents", "SubFilter"}

// sameForFields tells whether a search for signature fields takes two states of
// an object for the same.
func sameForFields(o, n pdf.Object) bool {
	if inert(o) && inert(n) {
		return true
	}
	a, ok1 := o.(*pdf.Dict)
	b, ok2 := n.(*pdf.Dict)
	if !ok1 || !ok2 {
		return false
	}
	ft, _ := a.Get("FT").(pdf.Name)
	other := ft != "" && ft != "Sig" && a.Get("Kids") == nil // a field that is no signature, whatever its value
	for _, k := range fieldKeys {
		if other && k == "V" {
			continue
		}
		if !sameWritten(a.Get(k), b.Get(k)) {
			return false
		}
	}
	return true
}

// inert tells whether an object leads to no field, is none, and is no part of one.
func inert(o pdf.Object) bool {
	switch x := o.(type) {
	case *pdf.Stream:
		return inert(x.Dict)
	case *pdf.Dict:
		for _, k := range fieldKeys {
			if k != "Type" && x.Get(k) != nil {
				return false
			}
		}
		return x.Get("Type") != pdf.Name("Pages") && x.Get("Type") != pdf.Name("Page")
	case pdf.Array:
		for _, y := range x {
			switch y.(type) {
			case pdf.Integer, pdf.Real:
			default:
				return false
			}
		}
		return true
	case nil, pdf.Null, pdf.Integer, pdf.Real, pdf.Bool:
		return true
	}
	return false // names and strings may be what a field is called; references lead on
}

// sameWritten compares two values without following references.
func sameWritten(o, n pdf.Object) bool {
	switch x := o.(type) {
	case nil:
		return n == nil
	case pdf.Ref:
		return sameRef(o, n)
	case pdf.Name:
		return n == x
	case pdf.String:
		y, ok := n.(pdf.String)
		return ok && bytes.Equal(x.Value, y.Value)
	case pdf.Array:
		y, ok := n.(pdf.Array)
		return ok && allSameRefs(x, y)
	}
	return false
}
