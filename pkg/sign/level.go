package sign

import "time"

// level returns the PAdES level that a signature reaches (EN 319 142-1 clause
// 6): B-B for a CAdES signature in a PDF that names its certificate, T with a
// proven time, LT with revocation data of the whole path inside the file, LTA
// with a document timestamp over that data.
func (w *work) level(all []Signature) string {
	s := w.s
	if s.Kind != KindSignature || s.SubFilter != "ETSI.CAdES.detached" || s.Integrity != Intact ||
		s.Has(CodeSigningCertMissing) || s.Has(CodeSigningCertMismatch) {
		return ""
	}
	if s.Proven.IsZero() {
		return "B-B"
	}
	if s.Revocation != RevocationGood {
		return "B-T"
	}
	for _, st := range s.Statuses {
		if st.Origin != originDSS && st.Origin != originCMS {
			return "B-T"
		}
	}
	end := rangeEnd(s)
	for _, st := range s.Statuses {
		end = max(end, st.end)
	}
	for i := range all {
		// It must cover the signature and the data that it is judged by.
		if t := &all[i]; t.Kind == KindTimestamp && t.provesRange() && t.Revision > s.Revision && rangeEnd(t) >= end {
			return "B-LTA"
		}
	}
	return "B-LT"
}

// Vietnamese signers are known to write local time where UTC is meant.
const (
	localAsUTC = 7 * time.Hour
	// skewLimit is what is told at all: clocks and slow time-stamping servers
	// stay below.
	skewLimit = 15 * time.Minute
)

// skew compares the claimed time with the proven one, and the signing-time
// attribute with /M. A claim that is older than the proof is not contradicted
// by it: timestamps are added later as well.
func (s *Signature) skew(c *candidate) {
	if s.Kind != KindSignature || s.ClaimedBy != "signing-time" {
		return
	}
	if !s.Proven.IsZero() && s.Claimed.Sub(s.Proven) > skewLimit {
		s.Skew = s.Claimed.Sub(s.Proven)
	} else if m := c.modified; !m.IsZero() {
		// Within one program both are the same instant.
		if d := s.Claimed.Sub(m); d > localAsUTC-skewLimit && d < localAsUTC+skewLimit {
			s.Skew = d
		}
	}
	if s.Skew != 0 {
		s.add(CodeTimeSkew, s.Skew.Round(time.Second).String())
	}
}
