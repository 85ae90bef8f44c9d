package attacks

import (
	"encoding/csv"
	"io"
)

// WriteTruth writes the verdicts as a table, one line per signature, for whoever
// runs another validator over the files.
func WriteTruth(w io.Writer, cases []Case) error {
	out := csv.NewWriter(w)
	lines := [][]string{{"file", "class", "field", "integrity", "coverage", "changes", "permitted", "trusted", "term", "timestamp", "passes", "removed", "note"}}
	for _, c := range cases {
		for _, s := range c.Want {
			lines = append(lines, []string{c.Name + ".pdf", c.Class, s.Field, s.Integrity, s.Coverage, s.Changes, s.Permitted, s.Trust, s.Term, s.Timestamp, s.Passes, removed(s), c.Note})
		}
	}
	return out.WriteAll(lines)
}

func removed(w Want) string {
	if w.Removed {
		return yes
	}
	return no
}
