package html

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/lint"
)

// tally counts dossiers by a name, such as that of a unit.
type tally struct {
	index map[string]int
	rows  []*tallied
}

// tallied is what was counted under one name. N numbers the names in the order
// in which they came; the lines of dossiers carry it for the filter.
type tallied struct {
	N                                int
	Name                             string
	Dossiers                         int
	Accepted, Rejected, Undetermined int
	Findings                         int // of a rule
	Severity                         lint.Severity
}

// maxNames bounds the names that are told apart; what comes later is counted
// under the empty name.
const maxNames = 10_000

func newTally() *tally { return &tally{index: map[string]int{}} }

func (t *tally) row(name string) *tallied {
	if _, ok := t.index[name]; !ok && len(t.rows) >= maxNames {
		name = ""
	}
	n, ok := t.index[name]
	if !ok {
		n = len(t.rows)
		t.index[name] = n
		t.rows = append(t.rows, &tallied{N: n, Name: name})
	}
	return t.rows[n]
}

// add counts a dossier under a name and returns the number of that.
func (t *tally) add(name string, v lint.Verdict) int {
	row := t.row(name)
	row.Dossiers++
	switch v {
	case lint.Accepted:
		row.Accepted++
	case lint.Rejected:
		row.Rejected++
	default:
		row.Undetermined++
	}
	return row.N
}

// addFindings counts the findings of a dossier that are not waived by rule and returns the numbers
// of those rules.
func (t *tally) addFindings(r *lint.Result) []int {
	var numbers []int
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Waived != nil {
			continue
		}
		row := t.row(f.Rule)
		row.Findings++
		row.Severity = max(row.Severity, f.Severity)
		if !slices.Contains(numbers, row.N) {
			numbers = append(numbers, row.N)
			t.add(f.Rule, r.Verdict)
		}
	}
	return numbers
}

// worst returns the rows, those that ask for most work first.
func (t *tally) worst() []*tallied {
	rows := slices.Clone(t.rows)
	slices.SortStableFunc(rows, func(a, b *tallied) int {
		return cmp.Or(
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(b.Rejected, a.Rejected),
			cmp.Compare(b.Undetermined, a.Undetermined),
			cmp.Compare(b.Dossiers, a.Dossiers),
			cmp.Compare(a.Name, b.Name),
		)
	})
	return rows
}

// byName returns the rows in the order of their names.
func (t *tally) byName() []*tallied {
	rows := slices.Clone(t.rows)
	slices.SortFunc(rows, func(a, b *tallied) int { return cmp.Compare(a.Name, b.Name) })
	return rows
}
