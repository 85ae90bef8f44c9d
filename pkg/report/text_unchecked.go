package report

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
)

// reason is one cause for which rules gave no answer about a dossier.
type reason struct {
	because  string
	rules    []string
	subjects []string // documents; none stands for the dossier
}

// unchecked tells what could not be checked, once for each reason.
func (p *textPrinter) unchecked(r *lint.Result) {
	p.line("  %s", p.word(wordUnchecked))
	for _, why := range p.reasons(r) {
		text := why.because
		if len(why.subjects) > 0 {
			text += " (" + strings.Join(why.subjects, ", ") + ")"
		}
		p.item("  ", text+" ["+strings.Join(why.rules, ", ")+"]")
	}
}

// reasons groups the unanswered rules in the order of their first outcome.
func (p *textPrinter) reasons(r *lint.Result) []*reason {
	var all []*reason
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		if o.After != "" || o.State != lint.NotChecked && o.State != lint.Failed {
			continue
		}
		because := p.say(o.Because)
		at := slices.IndexFunc(all, func(why *reason) bool { return why.because == because })
		if at < 0 {
			at = len(all)
			all = append(all, &reason{because: because})
		}
		why := all[at]
		if rule := Inert(o.Rule); !slices.Contains(why.rules, rule) {
			why.rules = append(why.rules, rule)
		}
		subject := Inert(o.Subject)
		if o.Subject != r.Dossier && !strings.Contains(because, subject) && !slices.Contains(why.subjects, subject) {
			why.subjects = append(why.subjects, subject)
		}
	}
	return all
}
