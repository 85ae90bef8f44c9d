package sign

import (
	"crypto/x509"
	"time"
)

// Origins of revocation data.
const (
	originCMS    = "cms"    // in the signature, or in its timestamp
	originDSS    = "dss"    // document security store (ISO 32000-2 12.8.4.3)
	originFolder = "folder" // given by the caller
	originOnline = "online" // fetched during this run
)

// revocationPool is a set of parsed revocation data of one origin. It is not
// changed once it is shared.
type revocationPool struct {
	crls  []*crl
	ocsps []*ocspAnswer
	bad   []Reason // what could not be parsed
}

// maxRevocationItems bounds the CRLs and answers of one origin: real stores
// hold a handful.
const maxRevocationItems = 1000

// addCRL tells whether it could be read.
func (p *revocationPool) addCRL(raw []byte, origin string) bool {
	if len(p.crls) >= maxRevocationItems {
		return false
	}
	c, err := readCRL(raw, origin)
	if err != nil {
		p.bad = append(p.bad, Reason{CodeRevocationBad, []string{"crl", origin, err.Error()}})
		return false
	}
	p.crls = append(p.crls, c)
	return true
}

func (p *revocationPool) addOCSP(raw []byte, origin string) bool {
	if len(p.ocsps) >= maxRevocationItems {
		return false
	}
	o, err := parseOCSP(raw, origin)
	if err != nil {
		p.bad = append(p.bad, Reason{CodeRevocationBad, []string{"ocsp", origin, err.Error()}})
		return false
	}
	p.ocsps = append(p.ocsps, o)
	return true
}

// moment is the time at which a status is asked for.
type moment struct {
	at     time.Time // zero when nothing says when
	proven bool      // a timestamp proves that the signature is as old as that
	asOf   time.Time // today, zero when not known
}

// revoker answers for one path.
type revoker struct {
	e     *engine
	pools []*revocationPool
	bag   []*x509.Certificate // where responders and CRL issuers may be found
	when  moment
	// anchor is where the path ends that is asked about; nil when it ends at none.
	anchor *Anchor
	bad    []Reason
}

// path judges every certificate below the anchor (NĐ 68/2024/NĐ-CP Article 32:
// each one of the path) and returns their statuses, signer first, and the worst
// of them. A path without an issuer has no status.
func (r *revoker) path(path []*x509.Certificate) ([]Status, Revocation) {
	var out []Status
	worst := RevocationGood
	for i := 0; i+1 < len(path); i++ {
		if r.e.anchor(path[i]) {
			break
		}
		s := r.status(path[i], path[i+1])
		out = append(out, s)
		worst = worse(worst, s.Revocation)
	}
	if len(out) == 0 {
		return nil, RevocationUnknown
	}
	return out, worst
}

func worse(a, b Revocation) Revocation {
	rank := map[Revocation]int{RevocationGood: 0, RevocationUnknown: 1, RevocationRevokedLater: 2, RevocationRevoked: 3}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

// status collects what all data says of one certificate. A revocation that is
// proved by any valid item outweighs every good answer, except that a later
// good answer lifts a hold (RFC 5280 5.3.1: certificateHold).
func (r *revoker) status(c, issuer *x509.Certificate) Status {
	best := Status{Certificate: c, Revocation: RevocationUnknown}
	consider := func(s Status) {
		if s.Revocation == RevocationUnknown {
			return
		}
		s.Certificate = c
		switch {
		case best.Revocation == RevocationUnknown:
		case s.Reason == "certificateHold" && best.Revocation == RevocationGood && best.ThisUpdate.After(s.ThisUpdate):
			return
		case best.Reason == "certificateHold" && s.Revocation == RevocationGood && s.ThisUpdate.After(best.ThisUpdate):
		case worse(best.Revocation, s.Revocation) != best.Revocation:
		case s.Revocation == best.Revocation && s.ThisUpdate.After(best.ThisUpdate):
		default:
			return
		}
		best = s
	}
	for _, p := range r.pools {
		for _, o := range p.ocsps {
			consider(r.ocspStatus(o, c, issuer))
		}
		for _, l := range p.crls {
			consider(r.crlStatus(l, c, issuer))
		}
	}
	if best.Revocation == RevocationUnknown && r.e.o.Fetch != nil {
		for _, p := range r.fetch(c, issuer) {
			for _, o := range p.ocsps {
				consider(r.ocspStatus(o, c, issuer))
			}
			for _, l := range p.crls {
				consider(r.crlStatus(l, c, issuer))
			}
		}
	}
	return best
}

// revokedAt turns a revocation into a status at the moment asked for.
func (r *revoker) revokedAt(s Status) Status {
	switch {
	case r.when.at.IsZero(), !s.RevokedAt.After(r.when.at):
		s.Revocation = RevocationRevoked
	case r.when.proven:
		s.Revocation = RevocationGood // it was, when it was used
	default:
		s.Revocation = RevocationRevokedLater
	}
	return s
}

// tolerance is how far clocks of signers and authorities may be apart.
const tolerance = 5 * time.Minute

// ageWithoutNext is how long an item that does not say when the next one comes
// speaks for the time after it.
const ageWithoutNext = 24 * time.Hour

// speaks tells whether an item issued at this and superseded at next says
// anything about the moment: it was current then, or it is younger. One from the
// future is nonsense. expired tells since when the issuer keeps entries of
// expired certificates (zero: it drops them), which bounds what a younger item
// proves of c.
func (r *revoker) speaks(c *x509.Certificate, this, next, expired time.Time) bool {
	at := r.when.at
	if at.IsZero() {
		return false
	}
	if !r.when.asOf.IsZero() && this.After(r.when.asOf.Add(24*time.Hour)) {
		return false
	}
	if !this.Before(at.Add(-tolerance)) {
		return !this.After(c.NotAfter) || !expired.IsZero() && !expired.After(c.NotAfter)
	}
	if next.IsZero() {
		next = this.Add(ageWithoutNext)
	}
	return !at.After(next.Add(tolerance))
}

// reasonNames are the CRLReasons (RFC 5280 5.3.1).
var reasonNames = map[int]string{
	0: "unspecified", 1: "keyCompromise", 2: "cACompromise", 3: "affiliationChanged", 4: "superseded",
	5: "cessationOfOperation", 6: "certificateHold", 8: "removeFromCRL", 9: "privilegeWithdrawn", 10: "aACompromise",
}
