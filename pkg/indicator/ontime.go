package indicator

import (
	"cmp"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
)

// onTime is the share of finished dossiers that were finished on the day on
// which they were due or before (tỷ lệ đúng hạn). Days are compared as the rule
// flow/late does; an apology mends nothing here.
func onTime() Indicator {
	return Indicator{
		Key:   "on-time",
		Title: msg.Message{ID: "indicator/on-time", VI: "Hồ sơ đã xong đúng hạn", EN: "Dossiers finished on time"},
		day:   (*subject).ended,
		judge: within((*subject).finished, func(s *subject) answer {
			due, settled := s.due(), cmp.Or(s.line.Finished, s.line.ResultReceived)
			handed := cmp.Or(settled, s.line.Returned)
			switch {
			case due.IsZero() || handed.IsZero():
				return unchecked
			case !after(handed, due):
				return good
			case settled.IsZero(): // the citizen may have come late
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
			switch s.progress {
			case dossier.ProgressOpen:
				return good
			case dossier.ProgressUnknown:
				return unknown
			}
			return out
		}, func(s *subject) answer {
			switch due := s.due(); {
			case due.IsZero():
				return unchecked
			case law.Days(due, s.asOf) <= 0:
				return good
			case s.line.Waiting(): // its time stands still, the new day is not known
				return unchecked
			}
			return bad
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

// after reports whether a time comes after another: by the day, and by the clock
// where both say more than a day.
func after(t, limit time.Time) bool {
	if law.Timed(t) && law.Timed(limit) {
		return t.After(limit)
	}
	return law.Days(limit, t) > 0
}
