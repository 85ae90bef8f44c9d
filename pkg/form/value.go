package form

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/law"
)

// Value is something that is written on a form beside its print: a number, a
// name, a day.
type Value struct {
	Key      string
	Label    Text
	Type     ValueType
	Required bool           // the paper is incomplete without it
	Basis    []law.Citation // what asks for it
	// Captions holds the wordings of the print beside it, most usual first. An
	// ellipsis stands for what is written: at the end, as "Số: …", where nothing
	// is said of what follows, or between words, as "ngày … tháng … năm …", all of
	// which must then be written. A caption without one is like one that ends in
	// one.
	Captions []string
	// Side is where the value stands beside its caption; Either is on the same
	// line, or on the next one where that is empty.
	Side Side
	// Under is the key of another value, of which this one says more: its caption
	// is the next one of its wording in the column below that of the other.
	Under string
	// Signer is the key of a signature whose signer's printed name this is; such a
	// value stands below the signature and has no captions.
	Signer string
	// SameAs is the key of another value that must say the same.
	SameAs string
	// Repeated marks a value that stands in each row of a table, beside the
	// signatures that do; its captions only say how it is printed.
	Repeated bool
	Owner    bool // names who the dossier is for
	Code     bool // is the code of the dossier
}

// dated reports whether the value stands in a line of place and day, which has no
// caption before it.
func (v *Value) dated() bool {
	return v.Type == DateValue && !v.Repeated && slices.ContainsFunc(v.Captions, func(c string) bool { return strings.HasPrefix(c, "…") })
}

// After is the side of a value that follows its caption on the line.
const After Side = "after"

// ValueType is what a value is.
type ValueType string

// The types of values.
const (
	NameValue   ValueType = "name"   // of a person or an office
	NumberValue ValueType = "number" // number and sign of a paper, as 12/2024 or 12/QĐ-UBND
	DateValue   ValueType = "date"   // a day
	PlaceValue  ValueType = "place"  // an address, an office by its place
	IDValue     ValueType = "id"     // number of a person or an identity paper, code of a dossier
	TextValue   ValueType = "text"   // anything else
)

// Keys of values that the shipped forms and rules share.
const (
	NumberKey       = "number"        // of the paper
	IssuedOnKey     = "issued_on"     // day of the paper
	RegisteredOnKey = "registered_on" // day of the registration
	IssuerKey       = "issuer"        // office that registered or issued
	PersonNameKey   = "person_name"   // whom the paper is about
	WifeNameKey     = "wife_name"
	HusbandNameKey  = "husband_name"
)

// Value returns the value of a key, or nil.
func (f *Form) Value(key string) *Value {
	for i := range f.Values {
		if f.Values[i].Key == key {
			return &f.Values[i]
		}
	}
	return nil
}
