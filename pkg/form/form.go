package form

import (
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// Text is a name in both languages of the product.
type Text struct {
	VI string `yaml:"vi"`
	EN string `yaml:"en"`
}

// Form is one kind of paper, with the editions it has had.
type Form struct {
	ID         string         // as "ket_hon"
	Name       Text           // as "Giấy chứng nhận kết hôn"
	Role       Role           // what it is to a dossier
	Procedures Procedures     // what ends with it
	InsteadOf  []string       // ids of the forms in whose place it may be a result
	Basis      []law.Citation // what prescribes its fields
	Back       Back           // what its sheets bear on the back

	// Titles holds the wordings of the line that names the form, most usual
	// first. Labels holds other print that its sheets bear, as "Nơi cư trú:":
	// it helps to know the form and is never taken for a signer's name. In both
	// an ellipsis at the end stands for whatever follows; see [CutOpen].
	Titles, Labels []string
	// Fields are the places that are filled by hand, on any layout.
	Fields []Field
	// Values are what is written beside the print, on any layout.
	Values []Value
	// Editions are the issues of the form by date, with their measures if known.
	Editions []*Edition

	lines lines // of its file, for [Set.Review]
}

// Role is what a paper is to a dossier.
type Role string

// The roles.
const (
	Result      Role = "result"      // what a procedure ends with
	Application Role = "application" // what people hand in
	Slip        Role = "slip"        // what the office writes about its own work
)

// Back is what the sheets of a form bear on the back.
type Back string

// What a back may bear.
const (
	NoBack      Back = ""        // nothing
	BackNotes   Back = "notes"   // room for later notes, which is mostly empty
	BackContent Back = "content" // a part of the paper
)

// Edition is one issue of a form, and one printed layout of it where measures
// are known.
type Edition struct {
	ID    string
	In    law.Period     // when sheets of this edition are issued
	Basis []law.Citation // what prescribes it

	// The rest is zero for an edition whose measures are not known: its fields
	// are found by their captions.
	Paper    Size
	Captions []Caption
	Places   []Place
	// Labels holds print that stands before values, by Text and Box alone. It keeps
	// its column, but what is written above may push it down.
	Labels     []Caption
	MeasuredOn Text // what the measures were taken on
}

// Measured reports whether the layout of the edition is known.
func (e *Edition) Measured() bool { return len(e.Captions) > 0 }

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
	Basis    []law.Citation // what asks for it
	// Captions holds the wordings of the caption that says whose place it is,
	// most usual first, Hints those of the line beside it, which other fields may
	// bear, too. In both an ellipsis at the end stands for whatever follows; see
	// [CutOpen].
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

// Edition returns the edition of an id, or nil.
func (f *Form) Edition(id string) *Edition {
	for _, e := range f.Editions {
		if e.ID == id {
			return e
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
