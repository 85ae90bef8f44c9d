package result

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
)

// leastCode is how long a code of no known shape must be to be searched for in a
// text.
const leastCode = 8

// ownCodes returns the codes that the dossier goes by, as [dossier.Key] has them.
func ownCodes(d *evidence.Dossier) []string {
	var own []string
	if d.Code.Text != "" {
		own = append(own, dossier.Key(d.Code.Text))
	}
	if e := d.Entry; e != nil && e.Code != "" {
		own = append(own, dossier.Key(e.Code))
	}
	return own
}

// nearness is how two dossier codes compare.
type nearness uint8

const (
	incomparable nearness = iota
	otherDossier
	otherUnit // the same day and number under another unit's code
	sameDossier
)

// nearest returns how a code compares with the nearest of own.
func nearest(code string, own []string) nearness {
	best := incomparable
	for _, mine := range own {
		best = max(best, compareCodes(code, mine))
	}
	return best
}

// compareCodes compares two codes of the known shapes. 000.16.30.H20-... and
// H20.30.16-... are one dossier: systems turned the unit code round (Quyết định
// 20/2020/QĐ-TTg), and its zeros say nothing.
func compareCodes(a, b string) nearness {
	if a == b {
		return sameDossier
	}
	unitA, dayA, numberA, okA := codeParts(a)
	unitB, dayB, numberB, okB := codeParts(b)
	switch {
	case !okA || !okB:
		return incomparable
	case dayA != dayB || numberA != numberB:
		return otherDossier
	case slices.Equal(unitA, unitB):
		return sameDossier
	}
	return otherUnit
}

var codeTail = regexp.MustCompile(`^(.+)-(\d{6})-(\d{4,})$`)

// codeParts splits a code into its unit from the province down, its day and its
// number.
func codeParts(code string) (unit []string, day, number string, ok bool) {
	found := dossier.FindCodes(code, dossier.CodeFormats())
	if len(found) != 1 || found[0].Text != code {
		return nil, "", "", false
	}
	m := codeTail.FindStringSubmatch(code)
	if m == nil {
		return nil, "", "", false
	}
	unit = strings.Split(m[1], ".")
	if first := unit[0]; first[0] >= '0' && first[0] <= '9' {
		slices.Reverse(unit)
	}
	for i := range unit[1:] {
		unit[i+1] = cmp.Or(strings.TrimLeft(unit[i+1], "0"), "0")
	}
	for len(unit) > 1 && unit[len(unit)-1] == "0" {
		unit = unit[:len(unit)-1]
	}
	return unit, m[2], strings.TrimLeft(m[3], "0"), true
}
