package form

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Set is a collection of forms. It is read-only after loading and safe for
// concurrent use.
type Set struct {
	forms  []*Form
	digest string
}

// Digest returns the first 16 hexadecimal digits of the SHA-256 of the files
// that forms of one's own were loaded from. It is empty for a set of built-in
// forms alone, which change with the version of the program.
func (s *Set) Digest() string { return s.digest }

// Forms returns the forms in the order of their ids. The caller must not
// change them.
func (s *Set) Forms() []*Form { return s.forms }

// NewSet returns a set of forms, each of which has an id of its own.
func NewSet(forms ...*Form) *Set { return newSet(slices.Clone(forms)) }

// Form returns the form of an id, or nil.
func (s *Set) Form(id string) *Form {
	for _, f := range s.forms {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// With returns the forms of s and of own; of two with one id that of own.
func (s *Set) With(own *Set) *Set {
	all := slices.Clone(own.forms)
	for _, f := range s.forms {
		if own.Form(f.ID) == nil {
			all = append(all, f)
		}
	}
	with := newSet(all)
	with.digest = own.digest
	if s.digest != "" { // of one's own as well
		sum := sha256.Sum256([]byte(s.digest + own.digest))
		with.digest = hex.EncodeToString(sum[:])[:16]
	}
	return with
}

func newSet(forms []*Form) *Set {
	slices.SortFunc(forms, func(a, b *Form) int { return strings.Compare(a.ID, b.ID) })
	return &Set{forms: forms}
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

// ForProcedure returns the form that a procedure usually ends with, found by
// its code or, when no form lists the code, by the words of its name. It
// returns nil when neither decides, and when several forms are as usual; see
// [Set.Results].
func (s *Set) ForProcedure(code, name string) *Form {
	if usual := s.usual(code, name); len(usual) == 1 {
		return usual[0]
	}
	return nil
}

// Results returns every form that a procedure may end with: the usual ones,
// then those that may stand in their place. It is empty when the procedure is
// not known.
func (s *Set) Results(code, name string) []*Form {
	all := s.usual(code, name)
	for _, usual := range slices.Clone(all) {
		for _, f := range s.forms {
			if slices.Contains(f.InsteadOf, usual.ID) && !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
	}
	return all
}

// usual returns the forms that list a procedure's code or, when none does, fit
// its name.
func (s *Set) usual(code, name string) []*Form {
	var found []*Form
	if code = strings.TrimSpace(code); code != "" {
		for _, f := range s.forms {
			if slices.Contains(f.Procedures.Codes, code) {
				found = append(found, f)
			}
		}
	}
	if name = fold(name); name == "" || found != nil {
		return found
	}
	for _, f := range s.forms {
		if slices.ContainsFunc(f.Procedures.Names, func(n Name) bool { return n.match(name) }) {
			found = append(found, f)
		}
	}
	return found
}

// match reports whether a folded name fits.
func (n Name) match(folded string) bool {
	in := func(words string) bool { return strings.Contains(folded, fold(words)) }
	return len(n.Contains) > 0 && !slices.ContainsFunc(n.Contains, func(w string) bool { return !in(w) }) &&
		!slices.ContainsFunc(n.Without, in)
}
