package sign

import (
	"crypto/x509"
	"slices"
	"strings"
	"time"
)

// bag returns the certificates that may stand between a signer and an anchor,
// or have signed revocation data: those of the CMS, of the security stores and
// of the caller's evidence. None of them is an anchor.
func (e *engine) bag(w *work) []*x509.Certificate {
	out := append([]*x509.Certificate(nil), w.s.Certificates...)
	out = append(out, w.more...)
	out = append(out, e.store().certs...)
	return append(out, e.o.Evidence.certificates()...)
}

func (e *engine) revoker(w *work, c chainResult, when moment) *revoker {
	pools := append([]*revocationPool(nil), w.rev...)
	pools = append(pools, &e.store().pool, e.o.Evidence.pool())
	return &revoker{e: e, pools: pools, bag: append(e.bag(w), e.o.Trust.Intermediates()...), when: when, anchor: c.anchor}
}

// leadsTo tells whether a certificate has a path to an anchor that nothing spoke
// against at a time.
func (e *engine) leadsTo(c *x509.Certificate, a *Anchor, at time.Time) bool {
	key := lead{string(c.Raw), at.Unix()}
	to, known := e.leads[key]
	if !known {
		if e.leads == nil {
			e.leads = map[lead]*Anchor{}
		}
		r := e.chain(c, e.store().certs, at)
		if r.state == Trusted && !has(r.reasons, CodeIssuerTerm) && !has(r.reasons, CodeWeakLinkRefused) && !at.Before(c.NotBefore) && !at.After(c.NotAfter) {
			to = r.anchor
		}
		e.leads[key] = to
	}
	return a != nil && to == a
}

// lead is a certificate at a time, in seconds.
type lead struct {
	raw string
	at  int64
}

// certificates judges the signers' certificates, in order of the end of the
// signed ranges. Document timestamps come first, from the last to the first,
// since each proves the existence of what it covers, the older timestamps among
// it (EN 319 102-1 clauses 5.5 and 5.6).
func (e *engine) certificates(works []*work) {
	for i := len(works) - 1; i >= 0; i-- {
		w := works[i]
		if w.s.Kind != KindTimestamp {
			continue
		}
		e.guard(w, func() { e.certificate(w) })
		if !w.s.provesRange() {
			continue
		}
		t := w.s.Claimed
		w.s.Proven = t
		for _, o := range works {
			s := o.s
			if o == w || len(s.ByteRange) != 4 || rangeEnd(s) > w.s.ByteRange[1] {
				continue
			}
			switch {
			case s.Timestamp.proves() && s.Timestamp.Time.After(t.Add(tolerance)):
				s.add(CodeTimestampOrder, s.Timestamp.Time.UTC().Format(dateLayout), t.UTC().Format(dateLayout))
			case s.Kind == KindTimestamp && s.Claimed.After(t.Add(tolerance)):
				s.add(CodeTimestampOrder, s.Claimed.UTC().Format(dateLayout), t.UTC().Format(dateLayout))
			}
			if s.Proven.IsZero() || t.Before(s.Proven) {
				s.Proven = t
			}
		}
	}
	for _, w := range works {
		if w.s.Kind != KindTimestamp {
			e.guard(w, func() { e.certificate(w) })
		}
	}
}

// provesRange tells whether a document timestamp proves what it covers.
func (s *Signature) provesRange() bool {
	if s.Integrity != Intact || s.Trust != Trusted || s.Removed || s.Claimed.IsZero() ||
		s.Coverage != WholeFile && s.Coverage != WholeRevision || s.Claimed.Before(s.Signer.NotBefore) || s.Claimed.After(s.Signer.NotAfter) {
		return false
	}
	return !slices.ContainsFunc(disproving, s.Has)
}

// certificate judges the signer's certificate, whether or not the signature is
// intact: chain, usage, revocation and role.
func (e *engine) certificate(w *work) {
	s := w.s
	if s.Signer == nil {
		return
	}
	when := moment{at: s.Proven, proven: !s.Proven.IsZero(), asOf: e.o.AsOf}
	if when.at.IsZero() {
		when.at = s.Claimed
	}
	if s.Kind == KindTimestamp {
		// A token's own time is what it asserts; a later one only tells that
		// it is no younger.
		when.at, when.proven = s.Claimed, false
	}
	if when.at.IsZero() {
		when.at = e.o.AsOf
	}
	bag := e.bag(w)
	c := e.chain(s.Signer, bag, when.at)
	for range 4 {
		if c.state != IncompleteChain || e.o.Fetch == nil {
			break
		}
		more, failed := e.issuers(c.path[len(c.path)-1])
		if len(more) == 0 {
			s.Reasons = append(s.Reasons, failed...)
			break
		}
		w.more, bag = append(w.more, more...), append(bag, more...)
		c = e.chain(s.Signer, bag, when.at)
	}
	s.Trust, s.Path, s.Anchor = c.state, c.path, c.anchor
	s.Reasons = append(s.Reasons, c.reasons...)
	e.usage(s)
	e.revocation(w, c, when)
	if what := testName(s.Signer); what != "" {
		s.add(CodeTestCertificate, what)
	}
	if s.Kind == KindSignature {
		e.role(s)
	}
}

// revocation judges the path of the signer at the signing time.
func (e *engine) revocation(w *work, c chainResult, when moment) {
	s := w.s
	path := c.full
	if path == nil {
		path = c.path
	}
	r := e.revoker(w, c, when)
	s.Statuses, s.Revocation = r.path(path)
	if s.Kind == KindTimestamp {
		if reason, revoked := tokenRevoked(s.Statuses, s.Proven); revoked {
			s.Revocation = RevocationRevoked
			s.Reasons = append(s.Reasons, reason)
		} else if s.Revocation == RevocationRevokedLater {
			s.Revocation = RevocationGood
		}
	} else {
		for _, st := range s.Statuses {
			args := []string{DistinguishedName(st.Certificate.Subject), st.RevokedAt.UTC().Format(dateLayout), st.Reason}
			switch st.Revocation {
			case RevocationRevoked:
				s.add(CodeRevoked, args...)
			case RevocationRevokedLater:
				s.add(CodeRevokedLater, args...)
			}
		}
	}
	if s.Revocation == RevocationUnknown {
		s.add(CodeRevocationUnknown, firstUnknown(s))
		s.Reasons = append(s.Reasons, r.bad...)
	}
}

func firstUnknown(s *Signature) string {
	for _, st := range s.Statuses {
		if st.Revocation == RevocationUnknown {
			return DistinguishedName(st.Certificate.Subject)
		}
	}
	return DistinguishedName(s.Signer.Subject)
}

// usage asks whether the certificate may sign documents. Vietnamese profiles set
// digitalSignature, nonRepudiation or both, and all kinds of extended usages.
func (e *engine) usage(s *Signature) {
	const want = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	if s.Signer.KeyUsage != 0 && s.Signer.KeyUsage&want == 0 {
		s.add(CodeKeyUsage)
	}
	if s.Kind == KindSignature && foreignUsage(s.Signer) {
		s.add(CodeExtendedUsage, usageNames(s.Signer)...)
	}
}

// foreignUsages are extended key usages of other trades. A certificate that has
// nothing but these was not issued to sign documents: that of a web server, of a
// program's publisher, a time-stamping authority or an OCSP responder. Any other
// usage, known (RFC 9336, e-mail, client, the vendors' own) or not, is let pass,
// since the law knows no list of them.
var foreignUsages = map[x509.ExtKeyUsage]string{
	x509.ExtKeyUsageServerAuth: "serverAuth", x509.ExtKeyUsageCodeSigning: "codeSigning",
	x509.ExtKeyUsageTimeStamping: "timeStamping", x509.ExtKeyUsageOCSPSigning: "OCSPSigning",
	x509.ExtKeyUsageIPSECEndSystem: "ipsecEndSystem", x509.ExtKeyUsageIPSECTunnel: "ipsecTunnel", x509.ExtKeyUsageIPSECUser: "ipsecUser",
	x509.ExtKeyUsageMicrosoftServerGatedCrypto: "serverGatedCrypto", x509.ExtKeyUsageNetscapeServerGatedCrypto: "serverGatedCrypto",
	x509.ExtKeyUsageMicrosoftCommercialCodeSigning: "codeSigning", x509.ExtKeyUsageMicrosoftKernelCodeSigning: "codeSigning",
}

func foreignUsage(c *x509.Certificate) bool {
	if len(c.ExtKeyUsage) == 0 || len(c.UnknownExtKeyUsage) > 0 {
		return false
	}
	server := false
	for _, u := range c.ExtKeyUsage {
		if u == x509.ExtKeyUsageClientAuth {
			continue
		}
		if _, foreign := foreignUsages[u]; !foreign {
			return false
		}
		server = true
	}
	// clientAuth alone is what old certificates of officials have; beside
	// serverAuth it is a web server's.
	return server
}

func usageNames(c *x509.Certificate) (out []string) {
	for _, u := range c.ExtKeyUsage {
		if n := foreignUsages[u]; n != "" {
			out = append(out, n)
		}
	}
	return out
}

// testWords mark certificates that stand for nobody. "mẫu" is not among them: it
// is a given name too.
var testWords = []string{"test", "testing", "demo", "dummy", "sample", "example", "thu nghiem", "kiem thu", "dung thu"}

// testName returns the part of subject or issuer that says that a certificate
// is for tests, or "".
func testName(c *x509.Certificate) string {
	for _, n := range [][]string{{c.Subject.CommonName}, c.Subject.Organization, c.Subject.OrganizationalUnit, {c.Issuer.CommonName}, c.Issuer.Organization, c.Issuer.OrganizationalUnit} {
		for _, v := range n {
			words := " " + strings.Join(strings.FieldsFunc(fold(v), func(r rune) bool { return r != '@' && !isLetterOrDigit(r) }), " ") + " "
			for _, t := range testWords {
				if strings.Contains(words, " "+t+" ") {
					return v
				}
			}
		}
	}
	return ""
}

func isLetterOrDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 127
}

// role decides whom the certificate stands for.
func (e *engine) role(s *Signature) {
	s.Role = RoleUnknown
	if e.o.RoleOf != nil {
		s.Role = e.o.RoleOf(s.Signer)
	}
	if s.Role == RoleUnknown || s.Role == "" {
		s.Role = guessRole(s.Signer)
		if s.Role == RolePerson && e.scannerPlace(s) {
			s.Role = RoleScanner
		}
	}
}
