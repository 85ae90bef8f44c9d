package sign

import "time"

const dateLayout = "2006-01-02T15:04:05Z07:00"

// term judges the signer's certificate at the signing time: the proven one, else
// the claimed one (NĐ 68/2024/NĐ-CP Article 31: in term at the signing time).
func (e *engine) term(s *Signature) {
	s.Term = TermUnknown
	c := s.Signer
	if c == nil {
		return
	}
	at := s.Proven
	if at.IsZero() {
		at = s.Claimed
	}
	if at.IsZero() {
		s.add(CodeTimeMissing)
		// Nothing says when: only today is left to judge by.
		at = e.o.AsOf
		if at.IsZero() {
			return
		}
		if at.Before(c.NotBefore) || at.After(c.NotAfter) {
			// It may have been made while the certificate was in term.
			s.add(CodeExpiredToday, c.NotAfter.UTC().Format(dateLayout))
			return
		}
	} else if s.Proven.IsZero() {
		s.add(CodeTimeUnproven)
	}
	if !e.o.AsOf.IsZero() && s.Proven.IsZero() && at.After(e.o.AsOf.Add(24*time.Hour)) {
		// A day of grace covers clocks and the local time marked as UTC. Beyond
		// it the claim is worth nothing, and nothing else says when.
		s.add(CodeTimeInFuture, at.UTC().Format(dateLayout))
		return
	}
	switch {
	case at.Before(c.NotBefore):
		s.Term = TermBefore
		s.add(CodeNotYetValid, c.NotBefore.UTC().Format(dateLayout))
	case at.After(c.NotAfter):
		s.Term = TermAfter
		s.add(CodeExpiredAtSigning, c.NotAfter.UTC().Format(dateLayout))
	case s.Proven.IsZero() && !e.o.AsOf.IsZero() && e.o.AsOf.After(c.NotAfter):
		s.Term = TermExpiredToday
		s.add(CodeExpiredToday, c.NotAfter.UTC().Format(dateLayout))
	default:
		s.Term = TermWithin
	}
}

func (s *Signature) add(c Code, args ...string) { s.Reasons = append(s.Reasons, Reason{c, args}) }
