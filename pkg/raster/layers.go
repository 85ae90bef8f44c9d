package raster

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// layers are the optional-content groups that a viewer hides when it opens the
// document (ISO 32000-2 8.11.4.3: the default configuration).
type layers struct {
	baseOff bool
	changed map[types.IndirectRef]bool // groups whose state differs from the base state
}

func (f *objects) layers() layers {
	l := layers{changed: map[types.IndirectRef]bool{}}
	if f.table.Root == nil {
		return l
	}
	d := f.dict(f.dict(f.dict(*f.table.Root)["OCProperties"])["D"])
	l.baseOff = f.name(d["BaseState"]) == "OFF"
	list := d["OFF"]
	if l.baseOff {
		list = d["ON"]
	}
	for _, o := range f.array(list) {
		if ref, ok := o.(types.IndirectRef); ok {
			l.changed[ref] = true
		}
	}
	return l
}

// hiddenLayer reports whether content that belongs to o is hidden. Where that
// cannot be told it counts as visible, and the page is odd.
func (in *interpreter) hiddenLayer(o types.Object) bool {
	hidden, err := in.layers.hidden(in.file, o)
	if err != nil {
		in.odd = OptionalContent
	}
	return hidden
}

// hidden reports whether content that belongs to group or membership
// dictionary o is hidden. Visibility expressions are unsupported.
func (l layers) hidden(f *objects, o types.Object) (bool, error) {
	d := f.dict(o)
	if d == nil {
		return false, nil
	}
	if f.name(d["Type"]) != "OCMD" {
		return l.off(o), nil
	}
	if f.array(d["VE"]) != nil {
		return false, unsupported(OptionalContent)
	}
	groups := f.array(d["OCGs"])
	if groups == nil && f.dict(d["OCGs"]) != nil {
		groups = types.Array{d["OCGs"]}
	}
	off := 0
	for _, g := range groups {
		if l.off(g) {
			off++
		}
	}
	if len(groups) == 0 {
		return false, nil
	}
	switch f.name(d["P"]) {
	case "AllOn":
		return off > 0, nil
	case "AnyOff":
		return off == 0, nil
	case "AllOff":
		return off < len(groups), nil
	}
	return off == len(groups), nil // AnyOn
}

func (l layers) off(group types.Object) bool {
	ref, ok := group.(types.IndirectRef)
	return l.baseOff != (ok && l.changed[ref])
}

// beginMarked is BMC and BDC; a sequence with the tag OC belongs to a layer.
func (in *interpreter) beginMarked(operands []token, resources types.Dict) error {
	hidden := false
	if nameOf(operands, 0) == "OC" {
		hidden = in.hiddenLayer(in.file.dict(resources["Properties"])[nameOf(operands, 1)])
	}
	if len(in.hidden) >= 1<<16 {
		return unsupported(TooComplex)
	}
	in.hidden = append(in.hidden, hidden)
	if hidden {
		in.hides++
	}
	return nil
}

// endMarked is EMC.
func (in *interpreter) endMarked() {
	n := len(in.hidden)
	if n == 0 {
		return
	}
	if in.hidden[n-1] {
		in.hides--
	}
	in.hidden = in.hidden[:n-1]
}
