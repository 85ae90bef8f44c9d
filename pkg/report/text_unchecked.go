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
		if len(why.rules) > 0 {
			text += " [" + strings.Join(why.rules, ", ") + "]"
		}
		p.item("  ", text)
	}
}

// shownRules is how many rules are named that are not in force.
const shownRules = 5

// reasons groups the unanswered rules in the order of their first outcome. What
// a finding explains needs no reason of its own, unless the verdict rests on it;
// a verdict that could not be given always has one.
func (p *textPrinter) reasons(r *lint.Result) []*reason {
	undetermined := r.Verdict == lint.Undetermined
	all := p.reasonsOf(r, func(o *lint.Outcome) bool {
		return (o.After == "" || undetermined) && (o.State == lint.NotChecked || o.State == lint.Failed)
	})
	if len(all) == 0 {
		all = p.reasonsOf(r, func(o *lint.Outcome) bool { return o.State == lint.NotInForce })
		for _, why := range all {
			if len(why.rules) > shownRules { // which ones is not worth a list
				why.because, why.rules = p.say(wordAllRules.With("because", why.because)), nil
			}
		}
	}
	if len(all) == 0 {
		all = []*reason{{because: p.word(wordNoReason)}}
	}
	return all
}

func (p *textPrinter) reasonsOf(r *lint.Result, open func(*lint.Outcome) bool) []*reason {
	var all []*reason
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		if !open(o) {
			continue
		}
		because := p.say(o.Because)
		if because == "" {
			because = p.word(wordNoReason)
		}
		at := slices.IndexFunc(all, func(why *reason) bool { return why.because == because })
		if at < 0 {
			at = len(all)
			all = append(all, &reason{because: because})
		}
		why := all[at]
		if rule := Inert(o.Rule); !slices.Contains(why.rules, rule) {
			why.rules = append(why.rules, rule)
		}
		subject := string(name(o.Subject))
		if o.Subject != "" && o.Subject != r.Dossier && !strings.Contains(because, subject) && !slices.Contains(why.subjects, subject) {
			why.subjects = append(why.subjects, subject)
		}
	}
	return all
}
