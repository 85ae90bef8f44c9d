package sign

import "github.com/tthclint/tthclint/pkg/pdf"

// inherited returns an inheritable field attribute (ISO 32000-2 12.7.4.1).
func inheritedAttr(v *pdf.View, f *pdf.Dict, key pdf.Name) pdf.Object {
	for range 64 {
		if f == nil {
			return nil
		}
		if o := f.Get(key); o != nil {
			return o
		}
		f = v.Dict(f.Get("Parent"))
	}
	return nil
}

func inheritedName(v *pdf.View, f *pdf.Dict, key pdf.Name) pdf.Name {
	return v.Name(inheritedAttr(v, f, key))
}

func inheritedValue(v *pdf.View, f *pdf.Dict) pdf.Object { return inheritedAttr(v, f, "V") }

// isSignature tells whether a field, or every kid of it that says, is a
// signature field.
func isSignature(v *pdf.View, f *pdf.Dict) bool {
	if inheritedName(v, f, "FT") == "Sig" {
		return true
	}
	kids := v.Array(f.Get("Kids"))
	for _, k := range kids {
		if v.Name(v.Dict(k).Get("FT")) != "Sig" {
			return false
		}
	}
	return len(kids) > 0
}

// withParentValue returns the dictionary that holds the value of a widget.
func withParentValue(v *pdf.View, w *pdf.Dict) *pdf.Dict {
	for f, i := w, 0; f != nil && i < 64; f, i = v.Dict(f.Get("Parent")), i+1 {
		if f.Get("V") != nil {
			return f
		}
	}
	return w
}

// fieldName returns the qualified name (ISO 32000-2 12.7.4.2).
func fieldName(v *pdf.View, f *pdf.Dict) string {
	name := ""
	for i := 0; f != nil && i < 64; i++ {
		if t, ok := v.Resolve(f.Get("T")).(pdf.String); ok {
			if name == "" {
				name = text(t)
			} else {
				name = text(t) + "." + name
			}
		}
		f = v.Dict(f.Get("Parent"))
	}
	return name
}
