package register

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// Kind says what a cell looks like by itself, whatever its column is called.
type Kind string

// What cells look like. Of a text that fits several the first of the list counts.
const (
	KindEmpty     Kind = "empty"
	KindDate      Kind = "date"      // a day stored as such, in a workbook
	KindTextDate  Kind = "text-date" // a day written in letters
	KindCode      Kind = "code"      // a dossier code of a known shape
	KindProcedure Kind = "procedure" // as 1.000894
	KindPhone     Kind = "phone"
	KindID        Kind = "id" // 9 or 12 digits
	KindNumber    Kind = "number"
	KindFile      Kind = "file"
	KindStatus    Kind = "status"
	KindUnit      Kind = "unit"
	KindSector    Kind = "sector"
	KindTitle     Kind = "procedure-name"
	KindAddress   Kind = "address"
	KindName      Kind = "name" // of a person
	KindText      Kind = "text"
)

var kinds = []Kind{
	KindEmpty, KindDate, KindTextDate, KindCode, KindProcedure, KindPhone, KindID, KindNumber, KindFile, KindStatus, KindUnit,
	KindSector, KindTitle, KindAddress, KindName, KindText,
}

var (
	dayShape       = regexp.MustCompile(`^(?:\d{1,2}:\d{2}(?::\d{2})? )?(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?:[ T,]+\d{1,2}[:h]\d{2}.*)?$`)
	stampShape     = regexp.MustCompile(`^(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d[0-2]\d[0-5]\d[0-5]\d$`)
	procedureShape = regexp.MustCompile(`^\d\.\d{5,6}(?:\.\d+)*(?:\.H\d+)?$`)
	phoneShape     = regexp.MustCompile(`^(?:\+?84|0)[35789](?:[ .]?\d){8,9}$`) // twelve digits are an identity number
	idShape        = regexp.MustCompile(`^(?:\d{9}|0\d{11})$`)
	numberShape    = regexp.MustCompile(`^-?\d+(?:[.,]\d+)?$`)
	fileShape      = regexp.MustCompile(`(?i)\.(?:pdf|docx?|jpe?g|png|tiff?|xlsx?|zip)$`)
)

// kindOf classifies a cell.
func (a *Aliases) kindOf(c cell, formats []dossier.CodeFormat) Kind {
	switch {
	case c.kind == cellDay:
		return KindDate
	case c.text == "":
		return KindEmpty
	}
	text, _ := clean(beginning(c.text))
	code, rest, isCode := dossier.FindCode(text, formats)
	switch {
	case text == "":
		return KindEmpty
	case dayShape.MatchString(text), stampShape.MatchString(text):
		return KindTextDate
	case isCode && rest == "" && code.Text != "":
		return KindCode
	case procedureShape.MatchString(text):
		return KindProcedure
	case phoneShape.MatchString(text):
		return KindPhone
	case idShape.MatchString(text):
		return KindID
	case numberShape.MatchString(text):
		return KindNumber
	case fileShape.MatchString(text):
		return KindFile
	}
	return a.textKind(text)
}

// textKind tells apart what is only known by its words.
func (a *Aliases) textKind(text string) Kind {
	folded := dossier.Fold(text)
	if (&dossier.Entry{Status: text}).Progress() != dossier.ProgressUnknown {
		return KindStatus
	}
	lower := strings.ToLower(text)
	marked := strings.ContainsFunc(lower, func(r rune) bool { return r > unicode.MaxASCII })
	begins := func(f dossier.Field) bool {
		for i, w := range a.words[f] {
			if marked { // "Số 5" is no "Sở"
				if w := a.spelled[f][i]; lower == w || strings.HasPrefix(lower, w+" ") {
					return true
				}
			} else if folded == w || strings.HasPrefix(folded, w+" ") {
				return true
			}
		}
		return false
	}
	switch {
	case begins(dossier.FieldUnit):
		return KindUnit
	case slices.Contains(a.words[dossier.FieldSector], folded):
		return KindSector
	case begins(dossier.FieldProcedureName):
		return KindTitle
	case strings.Contains(text, ",") && a.holds(folded, dossier.FieldAddress):
		return KindAddress
	case personal(text):
		return KindName
	}
	return KindText
}

// holds reports whether a folded text holds one of the words of a field.
func (a *Aliases) holds(folded string, f dossier.Field) bool {
	padded := " " + folded + " "
	return slices.ContainsFunc(a.words[f], func(w string) bool { return strings.Contains(padded, " "+w+" ") })
}

// personal reports whether a text is written as the name of a person: two to
// six words of letters alone, each with a capital.
func personal(text string) bool {
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > 6 {
		return false
	}
	for _, w := range words {
		for i, r := range []rune(w) {
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) || i == 0 && !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return true
}

// Kinds returns everything that a cell can look like.
func Kinds() []Kind { return slices.Clone(kinds) }
