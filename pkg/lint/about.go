package lint

import (
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
)

// About is what there is to tell about a rule, without its judgement, for
// reports that describe the rules they name.
type About struct {
	ID       string
	Title    msg.Message
	Why      msg.Message
	Remedy   msg.Message
	Severity Severity       // as it weighs in this run
	Basis    []law.Citation // of the edition in force on the day of the check, or else of the latest
}

// About describes the rule on a day. The severity is that of the edition.
func (r *Rule[D]) About(day time.Time) About {
	a := About{ID: r.ID, Title: r.Title, Why: r.Why, Remedy: r.Remedy}
	if len(r.Editions) == 0 {
		return a
	}
	i := slices.IndexFunc(r.Editions, func(e Edition[D]) bool { return e.In.Contains(day) })
	if i < 0 {
		i = 0
		for j := range r.Editions {
			if r.Editions[j].In.Compare(r.Editions[i].In) > 0 {
				i = j
			}
		}
	}
	a.Severity, a.Basis = r.Editions[i].Severity, r.Editions[i].Basis
	return a
}
