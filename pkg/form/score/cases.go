package score

import (
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
)

// Case is how fields were read that show the same thing.
type Case struct {
	Name   string // as "typed_name"
	Fields map[string]CaseScore
}

// CaseScore counts the fields of one key.
type CaseScore struct{ N, Right, Unsure, Wrong int } // Unsure also counts what was not read

// caseColumn returns the column that says what a field shows.
func caseColumn(key string) string {
	switch key {
	case form.WifeSignature:
		return "wife_case"
	case form.HusbandSignature:
		return "husband_case"
	case form.OfficialSignature:
		return "official_case"
	case form.SealField:
		return "seal_case"
	}
	return ""
}

func scoreCases(pages []Page) []Case {
	byName := map[string]map[string]CaseScore{}
	for i := range pages {
		p := &pages[i]
		for _, key := range fieldColumns {
			truth, name := p.Label.Fields[key], p.Label.Columns[caseColumn(key)]
			if truth == "" || name == "" {
				continue
			}
			if byName[name] == nil {
				byName[name] = map[string]CaseScore{}
			}
			s := byName[name][key]
			s.N++
			switch read := p.state(key); {
			case read == "" || read == ink.Unsure:
				s.Unsure++
			case read.Signed() == truth.Signed():
				s.Right++
			default:
				s.Wrong++
			}
			byName[name][key] = s
		}
	}
	var all []Case
	for _, name := range sortedValues(byName) {
		all = append(all, Case{name, byName[name]})
	}
	return all
}
