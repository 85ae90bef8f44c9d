package indicator

import (
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
)

// onTime is the share of finished dossiers that were finished on the day on
// which they were due or before (tỷ lệ đúng hạn).
func onTime() Indicator {
	return Indicator{
		Key:   "on-time",
		Title: msg.Message{ID: "indicator/on-time", VI: "Hồ sơ đã xong đúng hạn", EN: "Dossiers finished on time"},
		day:   (*subject).ended,
		judge: within((*subject).finished, func(s *subject) answer {
			due, ended := s.due(), s.ended()
			switch {
			case due.IsZero() || ended.IsZero():
				return unchecked
			case !dayOf(ended).After(dayOf(due)):
				return good
			case s.line.Finished.IsZero(): // the day on which the citizen came for it
				return unchecked
			}
			return bad
		}),
	}
}

// openInTime is the share of dossiers in hand that are not overdue on the day of
// the check. Its failing dossiers are those overdue and not finished.
func openInTime() Indicator {
	return Indicator{
		Key:   "open-in-time",
		Title: msg.Message{ID: "indicator/open-in-time", VI: "Hồ sơ đang giải quyết còn trong hạn", EN: "Dossiers in hand that are not overdue"},
		rest:  msg.Message{ID: "indicator/open-in-time.rest", VI: "{n} hồ sơ quá hạn chưa xong", EN: "{n} overdue and not finished"},
		day:   (*subject).due,
		judge: within(func(s *subject) answer {
			if s.line == nil {
				return out
			}
			switch s.line.Progress() {
			case dossier.ProgressOpen:
				return good
			case dossier.ProgressUnknown:
				return unknown
			}
			return out
		}, func(s *subject) answer {
			due := s.due()
			switch {
			case due.IsZero():
				return unchecked
			case dayOf(s.asOf).After(dayOf(due)):
				return bad
			}
			return good
		}),
	}
}

// due is the day on which the dossier is due, in its second stage where it has
// one, or the zero time. That of a line whose cells contradict each other is not
// known.
func (s *subject) due() time.Time {
	if s.line == nil || slices.ContainsFunc(s.line.Faults, unsettled) {
		return time.Time{}
	}
	if !s.line.SecondDue.IsZero() {
		return s.line.SecondDue
	}
	return s.line.Due
}

func unsettled(f dossier.Fault) bool {
	return f.Kind == dossier.FaultOrder || f.Kind == dossier.FaultCells || f.Kind == dossier.FaultQuote
}

// dayOf returns the beginning of the day in Vietnam that holds an instant.
func dayOf(t time.Time) time.Time { return law.Date(t.In(law.Vietnam()).Date()) }
