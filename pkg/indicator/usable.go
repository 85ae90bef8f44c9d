package indicator

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// usable is the share of dossiers with a result attached whose results bear no
// finding of weight error: what a counted link is worth. What is wrong with
// other papers of the dossier, or with its line in the register, does not count.
// A finding that is waived or known counts like any other: it was not mended.
func usable() Indicator {
	return Indicator{
		Key:   "usable",
		Title: msg.Message{ID: "indicator/usable", VI: "Kết quả dùng được trên số đã đính kèm", EN: "Usable results among those attached"},
		every: true,
		day:   (*subject).ended,
		judge: within(func(s *subject) answer {
			if len(s.results) == 0 {
				return out
			}
			return good
		}, (*subject).sound),
	}
}

// sound returns whether no error was found about the results.
func (s *subject) sound() answer {
	about := func(place string) bool { return place == "" || slices.Contains(s.results, place) }
	for i := range s.Findings {
		if f := &s.Findings[i]; f.Severity == lint.Error && about(f.Place.File) {
			return bad
		}
	}
	for i := range s.Outcomes {
		o := &s.Outcomes[i]
		if o.Decides() && o.Open() && (o.Subject == s.Dossier || about(o.Subject)) {
			return unchecked
		}
	}
	return good
}
