package paper

import (
	"strings"

	"golang.org/x/image/font/sfnt"
)

// Name returns the family of a font file and its cut: "regular", "bold",
// "italic" or another in small letters.
func Name(file []byte) (family, cut string, err error) {
	f, err := sfnt.Parse(file)
	if err != nil {
		return "", "", err
	}
	if family, err = f.Name(nil, sfnt.NameIDFamily); err != nil {
		return "", "", err
	}
	if cut, err = f.Name(nil, sfnt.NameIDSubfamily); err != nil {
		return "", "", err
	}
	cut = strings.ToLower(cut)
	if cut == "oblique" {
		cut = "italic"
	}
	if cut == "roman" || cut == "book" {
		cut = "regular"
	}
	return family, cut, nil
}
