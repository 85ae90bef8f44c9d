package form

import (
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// Set is a collection of forms. It is read-only after loading and safe for
// concurrent use.
type Set struct {
	forms []*Form
}

// Forms returns the forms in the order of their ids. The caller must not
// change them.
func (s *Set) Forms() []*Form { return s.forms }

// Form returns the form of an id, or nil.
func (s *Set) Form(id string) *Form {
	for _, f := range s.forms {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// Text is a name in both languages of the product.
type Text struct {
	VI string `yaml:"vi"`
	EN string `yaml:"en"`
}

// Form is one kind of paper, with the editions it has had.
type Form struct {
	ID         string         // as "ket_hon"
	Name       Text           // as "Giấy chứng nhận kết hôn"
	Procedures Procedures     // whose result it is
	Basis      []law.Citation // what prescribes its fields

	// Titles holds the wordings of the line that names the form, most usual
	// first. Labels holds other print that its sheets bear, as "Nơi cư trú:":
	// it helps to know the form and is never taken for a signer's name.
	Titles, Labels []string
	// Fields are the places that must be filled by hand, on any layout.
	Fields []Field
	// Editions are the layouts whose measures are known.
	Editions []*Edition
}

// Procedures says which procedures end with a form.
type Procedures struct {
	Codes []string `yaml:"codes"` // as "1.000894"
	Names []Name   `yaml:"names"` // for registers that give no code
}

// Name is a pattern for the name of a procedure: all of Contains and none of
// Without must occur in it, letter case aside.
type Name struct {
	Contains []string `yaml:"contains"`
	Without  []string `yaml:"without"`
}

// Edition is one printed layout of a form.
type Edition struct {
	ID       string
	In       law.Period // when sheets of this edition are issued
	Paper    Size
	Captions []Caption
	Places   []Place
}

// Place is where an edition has a field.
type Place struct {
	*Field
	Box     Box
	Anchors []string // ids of the edition's captions that confirm the box
}

// Size is the size of the upright sheet in mm.
type Size struct{ W, H float64 }

// Box is a rectangle in mm: X and Y from the top left of the sheet for a form,
// of the displayed page for a reading.
type Box struct{ X, Y, W, H float64 }

// Caption is a line of print that is the same on every sheet of an edition.
type Caption struct {
	ID   string
	Text string
	Box  Box
	// Title marks the line that names the form. No page is taken for an edition
	// whose title is not found.
	Title bool
	// Open marks a line after which a value follows on the same line, so that
	// its right end on the page lies anywhere.
	Open bool

	capital bool // the text is in capitals
}

// Kind is the kind of a field.
type Kind string

// The kinds of fields.
const (
	Signature Kind = "signature"
	Seal      Kind = "seal"
)

// Keys of the fields that rules ask for by name.
const (
	WifeSignature     = "wife_signature"
	HusbandSignature  = "husband_signature"
	OfficialSignature = "official_signature"
	SealField         = "seal"
)

// Field is something that must be on a form by hand: a signature or a seal.
type Field struct {
	Key      string
	Label    Text
	Kind     Kind
	Required bool
	// Captions holds the wordings of the caption that says whose place it is,
	// Hints those of the line beside it, which other fields may bear, too.
	Captions, Hints []string
	Area            Area
	// With is the key of the field whose place this one shares, as a seal that
	// is put upon a signature; such a field has no captions of its own.
	With string
	// SamePersonAs is the key of another field that the same person signs.
	SamePersonAs string
	// Repeated marks a field that stands in each row of a table. The rows of a
	// page are counted from 1, and the number is added to Key.
	Repeated bool
}

// Area is where the ink of a field lies beside its captions.
type Area struct {
	W, H float64 // usual width and height in mm
	Side Side
}

// Side is the side of its captions on which a field lies.
type Side string

// The sides.
const (
	Below  Side = "below"
	Above  Side = "above"
	Either Side = "either" // as the sheet has it
)

// Caption returns the caption of an id.
func (e *Edition) Caption(id string) (Caption, bool) {
	for _, c := range e.Captions {
		if c.ID == id {
			return c, true
		}
	}
	return Caption{}, false
}

// Place returns the place of a field.
func (e *Edition) Place(key string) (Place, bool) {
	for _, p := range e.Places {
		if p.Key == key {
			return p, true
		}
	}
	return Place{}, false
}

// Field returns the field of a key, or nil.
func (f *Form) Field(key string) *Field {
	for i := range f.Fields {
		if f.Fields[i].Key == key {
			return &f.Fields[i]
		}
	}
	return nil
}

// EditionsAt returns the editions in force on a day.
func (f *Form) EditionsAt(day time.Time) []*Edition {
	var out []*Edition
	for _, e := range f.Editions {
		if e.In.Contains(day) {
			out = append(out, e)
		}
	}
	return out
}

// ForProcedure returns the form that a procedure results in, found by its code
// or, when no form lists the code, by the words of its name. It returns nil
// when neither decides.
func (s *Set) ForProcedure(code, name string) *Form {
	if code = strings.TrimSpace(code); code != "" {
		for _, f := range s.forms {
			for _, c := range f.Procedures.Codes {
				if c == code {
					return f
				}
			}
		}
	}
	name = fold(name)
	if name == "" {
		return nil
	}
	for _, f := range s.forms {
		for _, n := range f.Procedures.Names {
			if n.match(name) {
				return f
			}
		}
	}
	return nil
}

func (n Name) match(folded string) bool {
	if len(n.Contains) == 0 {
		return false
	}
	for _, w := range n.Contains {
		if !strings.Contains(folded, fold(w)) {
			return false
		}
	}
	for _, w := range n.Without {
		if strings.Contains(folded, fold(w)) {
			return false
		}
	}
	return true
}
