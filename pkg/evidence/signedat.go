package evidence

import (
	"time"

	"github.com/tthclint/tthclint/pkg/sign"
)

// SignedAt returns when the document was signed digitally: the time of the
// first intact signature of an agency, or else of a person, and whether a
// timestamp proves it. What was signed once more later was signed by then. It is
// the zero time where nobody signed or no signature says when; times after the
// day of the check are claims that cannot be true and count as none.
func (d *Document) SignedAt(asOf time.Time) (at time.Time, proven bool, err error) {
	report, err := d.Signatures()
	if err != nil {
		return time.Time{}, false, err
	}
	best := sign.Role("")
	for i := range report.Signatures {
		s := &report.Signatures[i]
		if s.Kind != sign.KindSignature || s.Integrity != sign.Intact || s.Removed || s.Role == sign.RoleScanner {
			continue
		}
		when, is := s.Claimed, false
		if !s.Proven.IsZero() {
			when, is = s.Proven, true
		}
		if when.IsZero() || !asOf.IsZero() && when.After(asOf) {
			continue
		}
		agency, before := s.Role == sign.RoleAgency, best == sign.RoleAgency
		if at.IsZero() || agency && !before || agency == before && when.Before(at) {
			at, proven, best = when, is, s.Role
		}
	}
	return at, proven, nil
}
