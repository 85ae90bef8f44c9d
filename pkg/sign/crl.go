package sign

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// crl is a CRL (RFC 5280 clause 5). It is parsed when a certificate of its issuer
// is asked about: security stores hold large ones of authorities of all kinds.
type crl struct {
	raw    []byte
	issuer []byte // DER name
	origin string
	end    int64 // of what holds it in the file, 0 outside of security stores

	parse sync.Once
	list  *x509.RevocationList
	// full tells that what is not listed is good; a CRL of some reasons, a delta
	// or one with an extension that we do not know only tells what is listed,
	// if anything.
	full     bool
	users    bool     // certificates of end entities are in its scope
	cas      bool     // certificates of authorities are
	points   []string // distribution point that it is partitioned by; nil when not
	unusable string   // why nothing can be read from it; empty when it can
	expired  time.Time
	bySerial map[string]int // index of RevokedCertificateEntries

	mu       sync.Mutex
	verified map[string]bool // by SubjectPublicKeyInfo
}

var (
	oidDeltaCRL     = asn1.ObjectIdentifier{2, 5, 29, 27}
	oidIssuingPoint = asn1.ObjectIdentifier{2, 5, 29, 28}
	oidInvalidity   = asn1.ObjectIdentifier{2, 5, 29, 24}
	oidReasonCode   = asn1.ObjectIdentifier{2, 5, 29, 21}
	oidExpiredOnCRL = asn1.ObjectIdentifier{2, 5, 29, 60}
	oidAuthorityKey = asn1.ObjectIdentifier{2, 5, 29, 35}
	oidCRLNumber    = asn1.ObjectIdentifier{2, 5, 29, 20}
	errCRLTooLarge  = errors.New("too large")
	errCRL          = errors.New("malformed CRL")
	maxCRL          = 64 << 20
	criticalInCRL   = []asn1.ObjectIdentifier{oidIssuingPoint, oidAuthorityKey, oidCRLNumber, oidExpiredOnCRL}
	criticalInEntry = []asn1.ObjectIdentifier{oidReasonCode, oidInvalidity}
)

// readCRL reads whose CRL it is.
func readCRL(raw []byte, origin string) (*crl, error) {
	if len(raw) > maxCRL {
		return nil, errCRLTooLarge
	}
	in := cryptobyte.String(raw)
	var list, tbs, issuer cryptobyte.String
	if !in.ReadASN1(&list, cbasn1.SEQUENCE) || !in.Empty() || !list.ReadASN1(&tbs, cbasn1.SEQUENCE) ||
		!tbs.SkipOptionalASN1(cbasn1.INTEGER) || !tbs.SkipASN1(cbasn1.SEQUENCE) || !tbs.ReadASN1Element(&issuer, cbasn1.SEQUENCE) {
		return nil, errCRL
	}
	return &crl{raw: raw, issuer: issuer, origin: origin, verified: map[string]bool{}}, nil
}

// parseCRL reads a whole CRL at once.
func parseCRL(raw []byte, origin string) (*crl, error) {
	c, err := readCRL(raw, origin)
	if err != nil {
		return nil, err
	}
	if c.load(); c.list == nil {
		return nil, fmt.Errorf("%w: %s", errCRL, c.unusable)
	}
	return c, nil
}

// load parses the CRL, once. What cannot be parsed is unusable and has no list.
func (c *crl) load() { c.parse.Do(c.loadNow) }

func (c *crl) loadNow() {
	l, err := x509.ParseRevocationList(c.raw)
	if err != nil {
		c.unusable = err.Error()
		return
	}
	c.list, c.full, c.users, c.cas = l, true, true, true
	c.bySerial = make(map[string]int, len(l.RevokedCertificateEntries))
	for i := range l.RevokedCertificateEntries {
		c.bySerial[string(l.RevokedCertificateEntries[i].SerialNumber.Bytes())] = i
	}
	for _, x := range l.Extensions {
		switch {
		case x.Id.Equal(oidDeltaCRL):
			c.unusable = "delta CRL"
		case x.Id.Equal(oidIssuingPoint):
			if !c.scope(x.Value) {
				c.unusable = "issuing distribution point"
			}
		case x.Id.Equal(oidExpiredOnCRL):
			c.expired = readTime(x.Value)
		case x.Critical && !slices.ContainsFunc(criticalInCRL, x.Id.Equal):
			c.unusable = "critical extension " + x.Id.String()
		}
	}
}

// scope reads an IssuingDistributionPoint (RFC 5280 5.2.5).
func (c *crl) scope(v []byte) bool {
	s := cryptobyte.String(v)
	var seq, f cryptobyte.String
	var present bool
	if !s.ReadASN1(&seq, cbasn1.SEQUENCE) || !seq.ReadOptionalASN1(&f, &present, explicit(0)) {
		return false
	}
	if present {
		var full cryptobyte.String
		c.points = []string{}
		if f.ReadASN1(&full, explicit(0)) {
			for !full.Empty() {
				var name cryptobyte.String
				var tag cbasn1.Tag
				if !full.ReadAnyASN1(&name, &tag) {
					return false
				}
				if tag == cbasn1.Tag(6).ContextSpecific() {
					c.points = append(c.points, string(name))
				}
			}
		}
	}
	field := func(n uint8) (v cryptobyte.String, set, ok bool) {
		ok = seq.ReadOptionalASN1(&v, &set, cbasn1.Tag(n).ContextSpecific())
		return v, set, ok
	}
	flag := func(n uint8) (set, ok bool) {
		v, present, ok := field(n)
		return present && len(v) == 1 && v[0] != 0, ok && (!present || len(v) == 1)
	}
	users, ok1 := flag(1)
	cas, ok2 := flag(2)
	_, some, ok3 := field(3)
	indirect, ok4 := flag(4)
	attributes, ok5 := flag(5)
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 || indirect {
		// An indirect CRL lists certificates of other issuers, told by an
		// extension of the entries.
		return false
	}
	c.users, c.cas = !cas && !attributes, !users && !attributes
	c.full = !some
	return true
}

// covers tells whether a certificate belongs to the part of the issuer's
// certificates that the CRL is about.
func (c *crl) covers(cert *x509.Certificate) bool {
	if cert.IsCA && !c.cas || !cert.IsCA && !c.users {
		return false
	}
	if c.points == nil {
		return true
	}
	return slices.ContainsFunc(cert.CRLDistributionPoints, func(u string) bool { return slices.Contains(c.points, u) })
}

// signedBy verifies the CRL with a key, once.
func (c *crl) signedBy(issuer *x509.Certificate, work *budget) bool {
	if !workable(issuer.PublicKey) || issuer.KeyUsage != 0 && issuer.KeyUsage&x509.KeyUsageCRLSign == 0 {
		return false
	}
	key := string(issuer.RawSubjectPublicKeyInfo)
	c.mu.Lock()
	defer c.mu.Unlock()
	ok, known := c.verified[key]
	if !known {
		if !work.spend(issuer.PublicKey) {
			return false
		}
		ok = issuer.CheckSignature(c.list.SignatureAlgorithm, c.list.RawTBSRevocationList, c.list.Signature) == nil
		c.verified[key] = ok
	}
	return ok
}

// crlStatus tells what a CRL says of cert. It counts when it bears the issuer's
// name and verifies with the key of the issuer, or with another key of that
// name that leads to the same anchor, as after a renewal (RFC 5280 6.3.3 (f)).
func (r *revoker) crlStatus(l *crl, cert, issuer *x509.Certificate) Status {
	none := Status{Revocation: RevocationUnknown}
	if !bytes.Equal(l.issuer, cert.RawIssuer) {
		return none
	}
	if l.load(); l.unusable != "" {
		r.note("crl", l.origin, l.unusable)
		return none
	}
	if !l.signedBy(issuer, &r.e.certs.work) && !slices.ContainsFunc(r.bag, func(b *x509.Certificate) bool {
		return bytes.Equal(b.RawSubject, l.issuer) && l.signedBy(b, &r.e.certs.work) && r.e.leadsTo(b, r.anchor, l.list.ThisUpdate)
	}) {
		r.note("crl", l.origin, "signature")
		return none
	}
	s := Status{end: l.end, Kind: "crl", Origin: l.origin, Issuer: DistinguishedName(l.list.Issuer), ThisUpdate: l.list.ThisUpdate, NextUpdate: l.list.NextUpdate}
	if i, ok := l.bySerial[string(cert.SerialNumber.Bytes())]; ok {
		entry := &l.list.RevokedCertificateEntries[i]
		s.RevokedAt, s.Reason = entry.RevocationTime, reasonNames[entry.ReasonCode]
		if hasExtension(entry.Extensions, oidReasonCode) == nil {
			s.Reason = ""
		}
		for _, x := range entry.Extensions {
			if x.Critical && !slices.ContainsFunc(criticalInEntry, x.Id.Equal) {
				r.note("crl", l.origin, "critical extension "+x.Id.String())
				return none
			}
		}
		if s.Reason == "removeFromCRL" {
			return none
		}
		if x := hasExtension(entry.Extensions, oidInvalidity); x != nil {
			// The key may have been in other hands since then already.
			if t := readTime(x.Value); !t.IsZero() && t.Before(s.RevokedAt) {
				s.RevokedAt = t
			}
		}
		return r.revokedAt(s)
	}
	if !l.full || !l.covers(cert) || !r.speaks(cert, l.list.ThisUpdate, l.list.NextUpdate, l.expired) {
		return none
	}
	s.Revocation = RevocationGood
	return s
}

func hasExtension(xs []pkix.Extension, oid asn1.ObjectIdentifier) *pkix.Extension {
	for i := range xs {
		if xs[i].Id.Equal(oid) {
			return &xs[i]
		}
	}
	return nil
}

// note keeps why an item was not used, once.
func (r *revoker) note(kind, origin, detail string) {
	for _, b := range r.bad {
		if b.Args[0] == kind && b.Args[1] == origin && b.Args[2] == detail {
			return
		}
	}
	if len(r.bad) < 10 {
		r.bad = append(r.bad, Reason{CodeRevocationBad, []string{kind, origin, detail}})
	}
}
