package pdf

// Object is one PDF object (ISO 32000-2 7.3): [Null], [Bool], [Integer],
// [Real], [BadNumber], [String], [Name], [Array], *[Dict], *[Stream] or [Ref]. A nil Object
// means that there is none; [View.Resolve] never returns a [Ref].
type Object interface{ object() }

// Null is the null object, which is also what a reference to nothing means.
type Null struct{}

// Bool is a boolean.
type Bool bool

// Integer is an integer number.
type Integer int64

// Real is a number with a fraction.
type Real float64

// BadNumber is a token in the place of a number that ISO 32000-2 7.3.3 does not
// allow ("1e3", "0-9", "4abc", "--5"), or beyond what readers can hold (2^53). One
// reader stops where another goes on, so that it equals no number.
type BadNumber struct {
	Value float64 // what most readers make of it
	Text  string  // as written
}

// Name is a name without its slash, with #xx decoded.
type Name string

// String is a literal or hexadecimal string.
type String struct {
	Value []byte
	Hex   bool
	// Malformed: the token held characters that a string of its kind cannot have.
	Malformed bool
	// Span is the token in the file with its delimiters, "<" to ">" or "(" to
	// ")"; empty for a string inside an object stream.
	Span Span
}

// Array is an array.
type Array []Object

// Ref is an indirect reference.
type Ref struct{ Num, Gen int }

// Span is a half-open range of bytes of the file.
type Span struct{ Start, End int64 }

// Len returns the number of bytes.
func (s Span) Len() int64 { return s.End - s.Start }

// Dict is a dictionary. Keys keep their order; a key that occurs twice has its
// last value, as most readers do, and is named in Duplicates.
type Dict struct {
	entries    []entry
	index      map[Name]int // only for large dictionaries
	Span       Span         // "<<" to ">>" in the file; empty inside an object stream
	Duplicates []Name
}

type entry struct {
	key   Name
	value Object
}

// Stream is a stream object. Data is read only by [View.Decode] and [View.Raw].
type Stream struct {
	Dict  *Dict
	start int64 // of the data in the file
	ref   Ref   // object it was read as, for decryption
}

// Start returns the offset of the first byte of data.
func (s *Stream) Start() int64 { return s.start }

func (Null) object()      {}
func (Bool) object()      {}
func (Integer) object()   {}
func (Real) object()      {}
func (BadNumber) object() {}
func (Name) object()      {}
func (String) object()    {}
func (Array) object()     {}
func (Ref) object()       {}
func (*Dict) object()     {}
func (*Stream) object()   {}

// Get returns the value of key as written, or nil. It may be called on a nil
// dictionary.
func (d *Dict) Get(key Name) Object {
	if i := d.find(key); i >= 0 {
		return d.entries[i].value
	}
	return nil
}

func (d *Dict) find(key Name) int {
	if d == nil {
		return -1
	}
	if d.index != nil {
		if i, ok := d.index[key]; ok {
			return i
		}
		return -1
	}
	for i := range d.entries {
		if d.entries[i].key == key {
			return i
		}
	}
	return -1
}

// Len returns the number of entries.
func (d *Dict) Len() int {
	if d == nil {
		return 0
	}
	return len(d.entries)
}

// All yields the entries in the order of the file.
func (d *Dict) All() func(yield func(Name, Object) bool) {
	return func(yield func(Name, Object) bool) {
		if d == nil {
			return
		}
		for _, e := range d.entries {
			if !yield(e.key, e.value) {
				return
			}
		}
	}
}

// Keys returns the keys in the order of the file.
func (d *Dict) Keys() []Name {
	if d == nil {
		return nil
	}
	out := make([]Name, len(d.entries))
	for i, e := range d.entries {
		out[i] = e.key
	}
	return out
}

func (d *Dict) set(key Name, v Object) {
	if i := d.find(key); i >= 0 {
		d.entries[i].value = v
		d.Duplicates = append(d.Duplicates, key)
		return
	}
	d.entries = append(d.entries, entry{key, v})
	// A linear search is fastest for ordinary dictionaries, but quadratic
	// when a hostile file has a million keys in one.
	if d.index != nil {
		d.index[key] = len(d.entries) - 1
	} else if len(d.entries) > 32 {
		d.index = make(map[Name]int, 64)
		for i, e := range d.entries {
			d.index[e.key] = i
		}
	}
}
