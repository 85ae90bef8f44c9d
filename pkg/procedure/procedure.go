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
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
)

// Procedure is one procedure, or, without a code, a kind of procedures that is
// known by name.
type Procedure struct {
	Code  string // as "1.000894"; empty for a kind
	Name  Text
	Forms []string // ids of the forms of pkg/form that it ends with; empty if there is none that is known
	// Spouses tells that wife and husband sign the result by hand.
	Spouses bool
	Words   []string   // folded; any of them in a name tells the procedure
	In      law.Period // days of receipt of the dossiers that the line speaks of

	// How many layers of digital signatures its result bears, and in how many
	// stages, each with a due day of its own, a dossier is handled. 0 where it is
	// not known.
	Layers, Stages int

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
// code, by the words of its name. Of several lines on one procedure it is the
// last: the one without an end, if there is one. See [Table.On].
func (t *Table) Find(code, name string) (Procedure, bool) {
	return t.find(code, name, func(p *Procedure) bool { return p.In.To.IsZero() })
}

// On returns the line on a procedure that speaks of dossiers received on a day;
// the zero time means those without an end. One whose lines all speak of other
// days is unknown on that day.
func (t *Table) On(code, name string, day time.Time) (Procedure, bool) {
	in := func(p *Procedure) bool { return p.In.Contains(day) || day.IsZero() && p.In.To.IsZero() }
	p, ok := t.find(code, name, in)
	return p, ok && in(&p)
}

// Known reports whether the table has a procedure, by its code or its name.
func (t *Table) Known(code, name string) bool {
	_, ok := t.Find(code, name)
	return ok
}

// find returns the line that is wanted of those on a procedure, or else its last.
func (t *Table) find(code, name string, wanted func(*Procedure) bool) (found Procedure, ok bool) {
	pick := func(is func(*Procedure) bool) bool {
		for i := range t.procedures {
			p := &t.procedures[i]
			if !is(p) || ok && (p.Code != found.Code || p.Name != found.Name && p.Code == "") {
				continue // a narrower word stood before it
			}
			if found, ok = *p, true; wanted(p) {
				return true
			}
		}
		return ok
	}
	if code = Code(code); code != "" && pick(func(p *Procedure) bool { return p.Code == code }) {
		return found, true
	}
	name = " " + dossier.Fold(name) + " "
	pick(func(p *Procedure) bool {
		return slices.ContainsFunc(p.Words, func(w string) bool { return strings.Contains(name, " "+w+" ") })
	})
	return found, ok
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
// husband. The code decides, then the name.
func (t *Table) SpousesSign(code, name string) Answer {
	switch p, ok := t.Find(code, name); {
	case !ok:
		return Unknown
	case p.Spouses:
		return Yes
	}
	return No
}
