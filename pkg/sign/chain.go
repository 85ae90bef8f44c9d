package sign

import (
	"bytes"
	"crypto/x509"
	"slices"
	"time"
)

// selfSigned tells whether c is issued by its own name and verifies with its
// own key, legacy SHA-1 included.
func selfSigned(c *x509.Certificate) bool {
	return bytes.Equal(c.RawIssuer, c.RawSubject) && checkLink(c, c) != linkBad
}

// Bounds of the search for a chain: a bag of certificates that sign one another
// crosswise would otherwise make it exponential.
const (
	maxChain = 10
	maxLinks = 400
)

type chainResult struct {
	state   TrustState
	path    []*x509.Certificate
	full    []*x509.Certificate // path with the anchor, even where only its name and key are known
	anchor  *Anchor             // that the path ends at; its certificate is in the path where it is at hand
	reasons []Reason
	legacy  bool // a link that crypto/x509 does not take
}

// chain builds a path from the signer's certificate to an anchor (RFC 5280
// clause 6.1). bag holds certificates found in the document, which serve as
// intermediates only: that a document embeds a root proves nothing. at is the
// signing time, at which every certificate must be in term; the signer's own
// term is judged by [engine.term]. Zero leaves terms out.
func (e *engine) chain(signer *x509.Certificate, bag []*x509.Certificate, at time.Time) chainResult {
	s := &chainSearch{e: e, at: at, seen: map[string]bool{}}
	s.pool = append(s.pool, e.o.Trust.rootCertificates()...)
	s.pool = append(s.pool, e.o.Trust.Intermediates()...)
	s.pool = append(s.pool, bag...)
	s.walk([]*x509.Certificate{signer}, false)
	switch {
	case s.found != nil:
		r := *s.found
		if last := r.full[len(r.full)-1]; r.anchor.Certificate == nil && slices.Contains(e.o.Trust.rootCertificates(), last) {
			r.path = r.full[:len(r.full)-1] // it was put together from a name and a key
		}
		return r
	case len(e.o.Trust.Anchors()) == 0:
		return chainResult{state: NoAnchor, path: s.longest, reasons: []Reason{{Code: CodeNoAnchor}}}
	case e.certs.selfSigned(signer):
		return chainResult{state: SelfSigned, path: s.longest, reasons: []Reason{{Code: CodeSelfSigned}}}
	case s.invalid != "":
		return chainResult{state: ChainInvalid, path: s.longest, reasons: []Reason{{CodeChainInvalid, []string{s.invalid}}}}
	case s.stranger != nil:
		root := s.stranger[len(s.stranger)-1]
		r := chainResult{state: StrangerRoot, path: s.stranger, reasons: []Reason{{CodeStrangerRoot, []string{DistinguishedName(root.Subject)}}}}
		r.imitation(e.o.Trust, root.RawSubject)
		return r
	}
	last := s.longest[len(s.longest)-1]
	r := chainResult{state: IncompleteChain, path: s.longest, reasons: []Reason{{CodeIncompleteChain, []string{DistinguishedName(last.Issuer)}}}}
	r.imitation(e.o.Trust, last.RawIssuer)
	return r
}

// imitation notes that a path that leads to no anchor uses the name of one.
func (r *chainResult) imitation(t *Trust, name []byte) {
	for _, a := range t.Anchors() {
		if sameName(a.Subject, name) {
			r.reasons = append(r.reasons, Reason{CodeNameOfAnchor, []string{a.Name}})
			return
		}
	}
}

type chainSearch struct {
	e        *engine
	at       time.Time
	pool     []*x509.Certificate
	seen     map[string]bool // in the current path
	links    int
	found    *chainResult // the best path to an anchor so far
	longest  []*x509.Certificate
	stranger []*x509.Certificate
	invalid  string
}

func (s *chainSearch) walk(path []*x509.Certificate, legacy bool) {
	last := path[len(path)-1]
	if s.done() {
		return
	}
	if a := s.e.o.Trust.anchorOf(last); a != nil {
		r := chainResult{state: Trusted, full: append([]*x509.Certificate(nil), path...), anchor: a, legacy: legacy}
		r.path = r.full
		r.check(s.at)
		if s.found == nil || r.better(s.found) {
			s.found = &r
		}
		return
	}
	if len(path) > len(s.longest) {
		s.longest = append([]*x509.Certificate(nil), path...)
	}
	if s.e.certs.selfSigned(last) {
		if len(path) > 1 && s.stranger == nil {
			s.stranger = append([]*x509.Certificate(nil), path...)
		}
		return
	}
	if len(path) >= maxChain {
		return
	}
	s.seen[string(last.Raw)] = true
	defer delete(s.seen, string(last.Raw))
	for _, c := range s.pool {
		c = s.e.o.Trust.own(c)
		if !bytes.Equal(c.RawSubject, last.RawIssuer) || s.seen[string(c.Raw)] {
			continue
		}
		if s.links++; s.links > maxLinks {
			return
		}
		if why := mayIssue(c, len(path)-1, s.e.anchor(c)); why != "" {
			s.invalid = why
			continue
		}
		switch s.e.certs.link(last, c) {
		case linkBad:
			// Another key under the same name is common after a renewal; it
			// is a bad link only when the key identifiers say it is the one.
			if len(last.AuthorityKeyId) > 0 && bytes.Equal(last.AuthorityKeyId, c.SubjectKeyId) {
				s.invalid = "signature on " + DistinguishedName(last.Subject)
			}
			continue
		case linkLegacy, linkOwn:
			s.walk(append(path[:len(path):len(path)], c), true)
		case linkGood:
			s.walk(append(path[:len(path):len(path)], c), legacy)
		}
		if s.done() {
			return
		}
	}
}

// done tells whether a path was found that nothing speaks against.
func (s *chainSearch) done() bool { return s.found != nil && s.found.rank() == 0 }

// rank counts what speaks against a path, the gravest first: an authority may
// have several certificates, of which one is out of term or not allowed.
func (r *chainResult) rank() int {
	switch {
	case r.state != Trusted:
		return 3
	case has(r.reasons, CodeIssuerTerm):
		return 2
	case len(r.reasons) > 0:
		return 1
	}
	return 0
}

func (r *chainResult) better(than *chainResult) bool { return r.rank() < than.rank() }

// anchor tells whether c is one of the caller's anchors.
func (e *engine) anchor(c *x509.Certificate) bool { return e.o.Trust.anchorOf(c) != nil }

// mayIssue tells why c may not have issued a certificate with below
// intermediates under it, or "". An anchor is believed for what it is: old
// roots are version 1 and state no constraint.
func mayIssue(c *x509.Certificate, below int, anchor bool) string {
	if anchor && c.Version < 3 {
		return ""
	}
	switch {
	case !c.BasicConstraintsValid || !c.IsCA:
		return "not a CA: " + DistinguishedName(c.Subject)
	case c.KeyUsage != 0 && c.KeyUsage&x509.KeyUsageCertSign == 0:
		return "may not sign certificates: " + DistinguishedName(c.Subject)
	case c.MaxPathLen >= 0 && (c.MaxPathLen > 0 || c.MaxPathLenZero) && below > c.MaxPathLen:
		return "path length: " + DistinguishedName(c.Subject)
	}
	return ""
}

// check asks the questions about a whole path: terms of the issuers, and what
// crypto/x509 knows better (name constraints, critical extensions).
func (r *chainResult) check(at time.Time) {
	for i, c := range r.path {
		if i == len(r.path)-1 || c.SignatureAlgorithm != x509.SHA1WithRSA && c.SignatureAlgorithm != x509.ECDSAWithSHA1 {
			continue
		}
		code := CodeLegacyLink
		if !c.NotBefore.Before(sha1CertificatesUntil) {
			code = CodeWeakLinkRefused
		}
		r.reasons = append(r.reasons, Reason{code, []string{DistinguishedName(c.Subject)}})
	}
	from, to := r.path[0].NotBefore, r.path[0].NotAfter
	for _, c := range r.path[1:] {
		if !at.IsZero() && (at.Before(c.NotBefore) || at.After(c.NotAfter)) {
			r.reasons = append(r.reasons, Reason{CodeIssuerTerm, []string{DistinguishedName(c.Subject)}})
		}
		if c.NotBefore.After(from) {
			from = c.NotBefore
		}
		if c.NotAfter.Before(to) {
			to = c.NotAfter
		}
	}
	// crypto/x509 cannot verify SHA-1 links, nor judge a path whose terms
	// never overlap; both have been told above.
	if r.legacy {
		r.legacyConstraints()
	}
	if r.legacy || len(r.path) < 2 || from.After(to) {
		return
	}
	roots, inter := x509.NewCertPool(), x509.NewCertPool()
	roots.AddCert(r.path[len(r.path)-1])
	for _, c := range r.path[1 : len(r.path)-1] {
		inter.AddCert(c)
	}
	if _, err := r.path[0].Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: inter, CurrentTime: from,
		// Signing certificates carry all kinds of extended usages; the key
		// usage is judged by us.
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
	}); err != nil {
		r.state = ChainInvalid
		r.reasons = append(r.reasons, Reason{CodeChainInvalid, []string{err.Error()}})
	}
}

// legacyConstraints refuses what crypto/x509 would have to judge in a path that
// it does not take: constraints on names, and extensions that must be understood.
func (r *chainResult) legacyConstraints() {
	for _, c := range r.path {
		if len(c.UnhandledCriticalExtensions) > 0 || hasExtension(c.Extensions, oidNameConstraints) != nil {
			r.state = ChainInvalid
			r.reasons = append(r.reasons, Reason{CodeChainInvalid, []string{"constraints that cannot be judged: " + DistinguishedName(c.Subject)}})
			return
		}
	}
}
