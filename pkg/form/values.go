package form

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/tthclint/tthclint/pkg/law"
)

var (
	namePattern = regexp.MustCompile(`^[a-z][a-z0-9_-]{0,63}$`)
	codePattern = regexp.MustCompile(`^\d\.\d{6}$`)
)

// isCode reports whether a text is the national code of a procedure.
func isCode(text string) bool { return codePattern.MatchString(text) }

// isCapital reports whether a text has no small letter.
func isCapital(text string) bool { return strings.ToUpper(text) == text }

// name checks a name that other things refer to.
func (d *draft) name(path, key, name string) {
	if name == "" {
		d.wrong(path, noKey, "key", key)
	} else if !namePattern.MatchString(name) {
		d.wrong(path, badName, "name", name)
	}
}

// both checks that a text is there in both languages.
func (d *draft) both(path, key string, t Text) {
	if t.VI == "" {
		d.wrong(path, noKey, "key", key+".vi")
	}
	if t.EN == "" {
		d.wrong(path, noKey, "key", key+".en")
	}
}

// choice checks that a value is one of those that the format knows.
func choice[T ~string](d *draft, path string, value T, known ...T) {
	if !slices.Contains(known, value) {
		d.wrong(path, badChoice, "value", string(value), "known", strings.ReplaceAll(strings.Trim(fmt.Sprint(known), "[]"), " ", ", "))
	}
}

// wordings checks that each of them has a letter that can be looked for.
func (d *draft) wordings(path string, all []string) {
	for i, w := range all {
		if !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			d.wrong(item(path, i), blank)
		}
	}
}

// basis turns what a file cites into citations.
func (d *draft) basis(path string, all []basisYAML) []law.Citation {
	var out []law.Citation
	for i, b := range all {
		if b.Instrument == "" {
			d.wrong(item(path, i), noKey, "key", "instrument")
		}
		out = append(out, law.Citation{Instrument: b.Instrument, Clause: b.Clause})
	}
	return out
}

// size reads [width, height] in mm, of which neither is less than least; zeros
// stand for one that cannot be used.
func (d *draft) size(path string, v []float64, least float64) (w, h float64) {
	if len(v) != 2 || !sensible(v...) || v[0] < least || v[1] < least {
		d.wrong(path, badSize)
		return 0, 0
	}
	return v[0], v[1]
}

// box reads [x, y, width, height] in mm on a sheet.
func (d *draft) box(path string, v []float64, paper Size) Box {
	if len(v) != 4 || !sensible(v...) || v[2] <= 0 || v[3] <= 0 {
		d.wrong(path, badBox)
		return Box{}
	}
	b := Box{v[0], v[1], v[2], v[3]}
	if b.X < 0 || b.Y < 0 || b.X+b.W > paper.W || b.Y+b.H > paper.H {
		d.wrong(path, offPaper, "w", paper.W, "h", paper.H)
	}
	return b
}

// sensible reports whether all numbers can be lengths on paper, in mm.
func sensible(v ...float64) bool {
	for _, x := range v {
		if math.IsNaN(x) || math.Abs(x) > 5000 {
			return false
		}
	}
	return true
}

// day reads a date of Vietnam; the empty string is the open bound.
func (d *draft) day(path, s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	t, err := time.ParseInLocation(time.DateOnly, s, law.Vietnam())
	if err != nil {
		d.wrong(path, badDay, "day", s)
	}
	return t
}
