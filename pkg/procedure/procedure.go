// Package procedure knows administrative procedures (thủ tục hành chính) as
// data: which paper each ends with and who signs it, and which papers it asks
// for.
//
// The data are two tables in this directory, with a word on where each line
// comes from. A procedure that they do not know is unknown, never "without":
// what depends on the answer then has to look at the paper itself.
package procedure

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// Procedure is one procedure, or, without a code, a kind of procedures that is
// known by name.
type Procedure struct {
	Code  string // as "1.000894"; empty for a kind
	Name  Text
	Forms []string // ids of the forms of pkg/form that it ends with; empty if there is none that is known
	// Spouses tells that wife and husband sign the result by hand.
	Spouses    bool
	Words      []string // folded; any of them in a name tells the procedure
	Confidence Confidence
}

// Text is a name in both languages.
type Text struct{ VI, EN string }

// Confidence is how sure a fact is.
type Confidence string

// How sure. Nothing that is from memory bears more than a warning.
const (
	Listed Confidence = "V2" // read in public lists of one-stop systems
	Memory Confidence = "M"  // from memory, to be compared with the gazette
)

var codePattern = regexp.MustCompile(`^\s*(\d\.\d{6})(?:\D.*)?$`)

// Code returns the national code at the start of what a system writes, as
// "1.000894" of "1.000894.000.00.00.H20", or "" if there is none.
func Code(text string) string {
	if m := codePattern.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// Table holds procedures with the papers that they ask for. It is read-only and
// safe for concurrent use.
type Table struct {
	procedures []Procedure
	components []Component
}

// Procedures returns every procedure in the order of the table. The caller must
// not change them.
func (t *Table) Procedures() []Procedure { return t.procedures }

// Find returns a procedure by its code or, where the table does not have the
// code, by the words of its name.
func (t *Table) Find(code, name string) (Procedure, bool) {
	if code = Code(code); code != "" {
		for _, p := range t.procedures {
			if p.Code == code {
				return p, true
			}
		}
	}
	name = " " + dossier.Fold(name) + " "
	for _, p := range t.procedures {
		if slices.ContainsFunc(p.Words, func(w string) bool { return strings.Contains(name, " "+w+" ") }) {
			return p, true
		}
	}
	return Procedure{}, false
}

// Answer is yes, no, or unknown.
type Answer uint8

// The answers. The zero value is Unknown.
const (
	Unknown Answer = iota
	No
	Yes
)

// SpousesSign reports whether the result of a procedure is signed by wife and
// husband, by the built-in table. The code decides, then the name.
func SpousesSign(code, name string) Answer {
	switch p, ok := Builtin().Find(code, name); {
	case !ok:
		return Unknown
	case p.Spouses:
		return Yes
	}
	return No
}
