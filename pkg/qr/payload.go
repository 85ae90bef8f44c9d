package qr

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
)

// Payload is what can surely be read from the text of a code. Thông tư
// 01/2023/TT-VPCP says what a code on a paper of a procedure holds (dossier code,
// procedure code, number of the owner, name of the paper, system, time of issue;
// the due date on a receipt) and not how it is written: systems write JSON,
// parts between bars, lines with a colon, or an address. So each part is known
// by its own shape, and what has none is left alone.
type Payload struct {
	Kind       Kind
	Dossiers   []dossier.Code
	Procedures []string    // as "1.000894"
	Persons    []string    // numbers of citizens, 12 digits: personal data
	Days       []time.Time // days in Vietnam, in order
}

// Kind is what a code is on.
type Kind string

// The kinds. A card's code names a citizen and says nothing of a dossier.
const (
	Paper       Kind = "paper"
	CitizenCard Kind = "citizen-card"
)

// maxText is how much of a text is read, in bytes; no code holds more (ISO/IEC
// 18004 table 7: 2953 bytes, 4296 letters or 7089 digits).
const maxText = 8 << 10

// Parse reads the text of a code. formats nil means [dossier.CodeFormats].
func Parse(text string, formats []dossier.CodeFormat) Payload {
	if len(text) > maxText {
		text = text[:maxText]
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	if isCard(text) {
		return Payload{Kind: CitizenCard}
	}
	if formats == nil {
		formats = dossier.CodeFormats()
	}
	p := Payload{Kind: Paper, Dossiers: dossier.FindCodes(text, formats)}
	// The digits of a dossier code are nothing else.
	rest := text
	for _, code := range p.Dossiers {
		rest = cutFold(rest, code.Text)
	}
	p.Procedures = words(rest, procedureShape)
	p.Persons = words(rest, personShape)
	p.Days = days(rest)
	return p
}

// isCard reports whether a text is that of a citizen's card (căn cước công dân):
// number|old number|name|ddmmyyyy|sex|address|ddmmyyyy, and more on newer cards.
func isCard(text string) bool {
	parts := strings.Split(strings.TrimSpace(text), "|")
	if len(parts) < 6 || !personShape.MatchString(parts[0]) || len(parts[0]) != 12 {
		return false
	}
	_, err := time.Parse("02012006", parts[3])
	return err == nil
}

// cutFold returns a text without a word in capitals, however it is spelled.
func cutFold(text, word string) string {
	for from := 0; from+len(word) <= len(text); {
		if strings.EqualFold(text[from:from+len(word)], word) {
			text = text[:from] + " " + text[from+len(word):]
		}
		from++
	}
	return text
}

// The shapes of numbers. That of a procedure is one digit, a point and six
// digits; a number of a citizen begins with the code of a province, 001 to 096,
// which tells it from a time written without spaces (202309111530).
var (
	procedureShape = regexp.MustCompile(`[1-9]\.\d{6}`)
	personShape    = regexp.MustCompile(`0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}`)
)

// words returns what has a shape and stands by itself, each once.
func words(text string, shape *regexp.Regexp) []string {
	var found []string
	for _, at := range shape.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		if !alone(text, at[0], at[1]) || slices.Contains(found, word) {
			continue
		}
		found = append(found, strings.Clone(word))
	}
	return found
}

// alone reports whether no letter, digit or point joins a word to its
// neighbours. A procedure's code may have an agency's behind it
// ("1.000894.000.00.00.H20"), and a sentence may end.
func alone(text string, from, to int) bool {
	joins := func(b byte) bool {
		return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
	}
	if from > 0 && (joins(text[from-1]) || text[from-1] == '.' || text[from-1] == ',') {
		return false
	}
	return to == len(text) || !joins(text[to])
}

// dayShapes are the ways in which systems write a day.
var dayShapes = []struct {
	shape  *regexp.Regexp
	layout string
}{
	{regexp.MustCompile(`\d{1,2}/\d{1,2}/\d{4}`), "2/1/2006"},
	{regexp.MustCompile(`\d{1,2}-\d{1,2}-\d{4}`), "2-1-2006"},
	{regexp.MustCompile(`\d{4}-\d{2}-\d{2}`), "2006-01-02"},
	{regexp.MustCompile(`20\d{12}`), "20060102150405"},
}

// days returns the days of a text that exist and lie in this century.
func days(text string) []time.Time {
	type found struct {
		at  int
		day time.Time
	}
	var all []found
	for _, s := range dayShapes {
		for _, at := range s.shape.FindAllStringIndex(text, -1) {
			before, after := byte(' '), byte(' ')
			if at[0] > 0 {
				before = text[at[0]-1]
			}
			if at[1] < len(text) {
				after = text[at[1]]
			}
			if digit(before) || digit(after) {
				continue
			}
			t, err := time.ParseInLocation(s.layout, text[at[0]:at[1]], law.Vietnam())
			if err == nil && t.Year() >= 2000 && t.Year() < 2100 {
				all = append(all, found{at[0], law.Date(t.Year(), t.Month(), t.Day())})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return a.at - b.at })
	var out []time.Time
	for _, f := range all {
		if !slices.ContainsFunc(out, f.day.Equal) {
			out = append(out, f.day)
		}
	}
	return out
}

func digit(b byte) bool { return b >= '0' && b <= '9' }
