package indicator

import (
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
)

// subject is a dossier as indicators see it.
type subject struct {
	*lint.Result
	line     *dossier.Entry   // nil without a register, or without a usable line
	progress dossier.Progress // of line
	results  []string         // paths of the results attached
	asOf     time.Time
}

func newSubject(r *lint.Result, asOf time.Time) *subject {
	s := &subject{Result: r, asOf: asOf}
	if d := r.Judged; d != nil && d.Identified() {
		s.line = d.Entry
	}
	if s.line != nil {
		s.progress = s.line.Progress()
	}
	for i := range r.Documents {
		if r.Documents[i].Role == dossier.Result {
			s.results = append(s.results, r.Documents[i].Path)
		}
	}
	return s
}

// finished returns whether the dossier belongs to those that the register calls
// finished: good if so, unknown if the register does not say, else out.
func (s *subject) finished() answer {
	if s.line == nil {
		return out
	}
	switch s.progress {
	case dossier.ProgressFinished:
		return good
	case dossier.ProgressUnknown:
		return unknown
	}
	return out
}

// received returns whether the register says when the dossier was received, as
// [subject.finished] does. One without that day is not counted.
func (s *subject) received() answer {
	switch {
	case s.line == nil:
		return out
	case s.line.Received.IsZero():
		return unknown
	}
	return good
}

// ended is the day on which handling ended, or the zero time.
func (s *subject) ended() time.Time {
	if s.line == nil {
		return time.Time{}
	}
	return s.line.Ended()
}

// receipt is the day of receipt, or the zero time.
func (s *subject) receipt() time.Time {
	if s.line == nil {
		return time.Time{}
	}
	return s.line.Received
}

// outcome returns what a rule said about a document, or else about the dossier
// as a whole; nil if it said nothing.
func (s *subject) outcome(rule, path string) *lint.Outcome {
	var whole *lint.Outcome
	for i := range s.Outcomes {
		o := &s.Outcomes[i]
		switch {
		case o.Rule != rule:
		case o.Subject == path:
			return o
		case o.Subject == s.Dossier:
			whole = o
		}
	}
	return whole
}

// found reports whether a rule has a finding about a document with one of these
// messages.
func (s *subject) found(rule, path string, messages ...string) bool {
	return slices.ContainsFunc(s.Findings, func(f lint.Finding) bool {
		return f.Rule == rule && f.Place.File == path && slices.Contains(messages, f.Message.ID)
	})
}

// all joins answers about parts of one whole: bad if any is bad, else unchecked
// if any is unchecked.
func all(answers ...answer) answer {
	switch {
	case slices.Contains(answers, bad):
		return bad
	case slices.Contains(answers, unchecked):
		return unchecked
	}
	return good
}

// within returns a judgement that is asked only of what belongs to the
// denominator.
func within(member func(*subject) answer, judge func(*subject) answer) func(*subject) []answer {
	return func(s *subject) []answer {
		if m := member(s); m != good {
			return []answer{m}
		}
		return []answer{judge(s)}
	}
}
