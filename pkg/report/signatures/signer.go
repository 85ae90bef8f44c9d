package signatures

import (
	"crypto/x509"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// signerName is the common name of a certificate, or its whole subject where it
// has none; empty without a certificate. What the document claims is no name of
// the signer.
func signerName(c *x509.Certificate) string {
	switch {
	case c == nil:
		return ""
	case c.Subject.CommonName != "":
		return c.Subject.CommonName
	}
	return sign.DistinguishedName(c.Subject)
}

// signerText says who the signer is besides the name: role, and the units that
// the certificate names, the nearest first.
func signerText(s *sign.Signature) msg.Text {
	role := word(roleWords, s.Role)
	if s.Signer == nil {
		return role
	}
	units := append(append([]string{}, s.Signer.Subject.OrganizationalUnit...), s.Signer.Subject.Organization...)
	units = slices.DeleteFunc(units, func(unit string) bool { return unit == "" || unit == s.Signer.Subject.CommonName })
	if len(units) == 0 {
		return role
	}
	return wordWithRole.With("role", role, "organisation", words.Clip(strings.Join(units, ", ")))
}

// issuedText says who issued a certificate, and its term: with the hours where
// it begins and ends on one day.
func issuedText(c *x509.Certificate) msg.Text {
	issuer := c.Issuer.CommonName
	if issuer == "" {
		issuer = sign.DistinguishedName(c.Issuer)
	}
	from, to := dayOf(c.NotBefore), dayOf(c.NotAfter)
	if from.Equal(to) {
		from, to = c.NotBefore.In(law.Vietnam()), c.NotAfter.In(law.Vietnam())
	}
	return wordIssued.With("issuer", words.Clip(issuer), "serial", words.Clip(serial(c)), "from", from, "to", to)
}

func (p *textPrinter) timeText(s *sign.Signature) msg.Text {
	claimed, proven := s.Claimed.In(law.Vietnam()), s.Proven.In(law.Vietnam())
	var t msg.Text
	switch {
	case !s.Proven.IsZero() && !s.Claimed.IsZero() && !s.Claimed.Equal(s.Proven):
		t = wordProvenClaimed.With("time", proven, "claimed", claimed)
	case !s.Proven.IsZero():
		t = wordProven.With("time", proven)
	case !s.Claimed.IsZero() && s.Kind == sign.KindTimestamp:
		t = wordStampTime.With("time", claimed)
	case !s.Claimed.IsZero():
		t = wordClaimed.With("time", claimed)
	default:
		t = wordNoTime.With()
	}
	if ts := s.Timestamp; ts != nil && s.Proven.IsZero() {
		why := word(trustWords, ts.Trust)
		for _, r := range ts.Reasons {
			if ts.Integrity != sign.Intact || ts.Trust == sign.Trusted {
				why = words.ReasonFor(sign.KindTimestamp, r)
				break
			}
		}
		t = wordAnd.With("a", t, "b", wordBadTimestamp.With("time", ts.Time.In(law.Vietnam()), "authority", words.Clip(signerName(ts.Authority)), "why", why))
	}
	return t
}

// serial is the serial number in hexadecimal.
func serial(c *x509.Certificate) string {
	if c.SerialNumber == nil {
		return ""
	}
	return c.SerialNumber.Text(16)
}

// dayOf is the day in Vietnam of an instant.
func dayOf(t time.Time) time.Time { return law.Date(t.In(law.Vietnam()).Date()) }
