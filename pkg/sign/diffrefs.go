package sign

import "github.com/tthclint/tthclint/pkg/pdf"

// kinds are the roles of an object that a reference may take it for.
type kinds uint8

const (
	aPage kinds = 1 << iota
	aNode
	anAnnotation
	aField
	anElement // of the structure, or its root
	theCatalog
	anything kinds = 1<<iota - 1
)

// kinds returns all roles of an object; none for most.
func (g *ground) kinds(num int) (k kinds) {
	if _, ok := g.pageNo[num]; ok {
		k |= aPage
	}
	if _, ok := g.annots[num]; ok {
		k |= anAnnotation
	}
	if g.nodes[num] {
		k |= aNode
	}
	if g.fields[num] {
		k |= aField
	}
	if g.structs[num] || num > 0 && num == g.structRoot {
		k |= anElement
	}
	if num == g.catalog {
		k |= theCatalog
	}
	return k
}

// roleOf tells for which roles a reference means nothing but the object that
// has the role: back to a page or a parent, aside to another annotation, or on
// to where a link leads. What such an object says is judged by its role, and a
// walk stops there: everything in a document points at its pages.
//
// By every other key the object is what that key makes of it (a membership of
// optional content, an action, a resource, a state of an appearance, …), and
// that it also is a field or an annotation excuses nothing. So the list is of
// keys, each in the dictionary that the standard gives it (ISO 32000-2), as far
// as another dictionary could make use of what the role leaves free. Pages,
// nodes and elements leave next to nothing free; fields and annotations do.
// Dictionaries whose keys are names of their own are not asked: see [ownNames].
func roleOf(holder *pdf.Dict, key pdf.Name) kinds {
	direct := func(k pdf.Name) pdf.Name {
		n, _ := holder.Get(k).(pdf.Name)
		return n
	}
	switch key {
	case "P": // of annotations (table 166), beads (162), elements (355)
		return aPage | anElement
	case "Pg", "Start", "End": // content items (357), document parts (409)
		return aPage
	case "Dest", "D", "SD", "OpenAction": // destinations (12.3.2)
		return aPage | anElement
	case "SE", "Ref", "K", "Nums", "Names": // outlines (151), elements (355), indices of the structure (354)
		return anElement
	case "Pages":
		return aNode
	case "Kids": // of nodes (30) and fields (226); those of name trees are neither
		return aNode | aPage | aField
	case "CO": // order of calculation (224)
		return aField
	case "Annots": // (31)
		return anAnnotation
	}
	if holder == nil {
		return 0
	}
	switch key {
	case "Parent":
		switch {
		case direct("Subtype") == "Popup": // (186)
			return anAnnotation | aNode
		case direct("Subtype") == "Widget", holder.Get("FT") != nil, holder.Get("T") != nil: // (226)
			return aField | aNode
		}
		return aNode
	case "Popup", "IRT": // (172)
		if direct("Subtype") != "" {
			return anAnnotation
		}
	case "Obj", "StmOwn": // (358, 357)
		if t := direct("Type"); t == "OBJR" || t == "MCR" {
			return anAnnotation | aPage
		}
	case "Data": // (256)
		if direct("Type") == "SigRef" || holder.Get("TransformMethod") != nil {
			return anything
		}
	case "Fields":
		if s := direct("S"); s == "SubmitForm" || s == "ResetForm" { // (239, 241)
			return aField
		}
		if holder.Get("DR") != nil || holder.Get("SigFlags") != nil || holder.Get("DA") != nil { // (224)
			return aField
		}
	case "T":
		if direct("S") == "Hide" { // (214)
			return anAnnotation | aField
		}
	case "AN":
		if direct("S") == "Rendition" { // (218)
			return anAnnotation
		}
	case "TA":
		if s := direct("S"); s == "GoTo3DView" || s == "RichMediaExecute" { // (220, 222)
			return anAnnotation
		}
	case "Annotation":
		if direct("S") == "Movie" { // (213)
			return anAnnotation
		}
	}
	return 0
}

// ownNames tells whether below a key dictionaries have names of their own as
// keys: of resources, and of the states of an appearance. /Parent is a name
// there like any other, so that nothing stops a walk.
func ownNames(key pdf.Name) bool { return key == "Resources" || key == "AP" || key == "DR" }
