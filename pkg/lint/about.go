package lint

import (
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
	e := r.edition(day)
	if e == nil {
		for i := range r.Editions {
			if e == nil || r.Editions[i].In.Compare(e.In) > 0 {
				e = &r.Editions[i]
			}
		}
	}
	if e != nil {
		a.Severity, a.Basis = e.Severity, e.Basis
	}
	return a
}
