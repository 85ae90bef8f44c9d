package evidence

import (
	"time"

	"github.com/tthclint/tthclint/pkg/sign"
)

// Signing is when a document was signed.
type Signing struct {
	At     time.Time // zero where nobody signed or no signature says when
	Proven bool      // by a timestamp; else the signer's clock says so
}

// Quirk is by how much the clocks of signing programs may be wrong that take
// Vietnamese time for UTC.
const Quirk = 7 * time.Hour

// SignedAt returns when the document was first signed digitally by an agency, or
// else by a person: what is signed once more later was signed by then. Only
// intact signatures count. Times after the day of the check are claims that
// cannot be true and count as none.
func (d *Document) SignedAt(asOf time.Time) (Signing, error) {
	all, agencies, err := d.signings(asOf)
	if len(agencies) > 0 {
		all = agencies
	}
	first := Signing{}
	for _, s := range all {
		if first.At.IsZero() || s.At.Before(first.At) {
			first = s
		}
	}
	return first, err
}

// LastSignedAt returns when the last person or agency signed the document.
func (d *Document) LastSignedAt(asOf time.Time) (Signing, error) {
	all, _, err := d.signings(asOf)
	last := Signing{}
	for _, s := range all {
		if s.At.After(last.At) {
			last = s
		}
	}
	return last, err
}

// signings returns when persons and agencies signed, and of them the agencies.
// Who signed as the one who scanned vouches for the scan alone.
func (d *Document) signings(asOf time.Time) (all, agencies []Signing, err error) {
	report, err := d.Signatures()
	if err != nil {
		return nil, nil, err
	}
	for i := range report.Signatures {
		s := &report.Signatures[i]
		if s.Kind != sign.KindSignature || s.Integrity != sign.Intact || s.Removed || s.Role == sign.RoleScanner {
			continue
		}
		made := Signing{s.Claimed, false}
		if !s.Proven.IsZero() {
			made = Signing{s.Proven, true}
		}
		if made.At.IsZero() || !asOf.IsZero() && made.At.After(asOf) {
			continue
		}
		all = append(all, made)
		if s.Role == sign.RoleAgency {
			agencies = append(agencies, made)
		}
	}
	return all, agencies, nil
}
