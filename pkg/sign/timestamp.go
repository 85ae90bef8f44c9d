package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"slices"
	"time"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// tstInfo is what we need of a TSTInfo (RFC 3161 clause 2.4.2).
type tstInfo struct {
	hash    crypto.Hash
	hashOID asn1.ObjectIdentifier
	imprint []byte
	time    time.Time
}

func parseTSTInfo(b []byte) (t tstInfo, err error) {
	s := cryptobyte.String(b)
	var seq, imprint, digest cryptobyte.String
	var version int64
	if !s.ReadASN1(&seq, cbasn1.SEQUENCE) || !seq.ReadASN1Integer(&version) ||
		!seq.SkipASN1(cbasn1.OBJECT_IDENTIFIER) || !seq.ReadASN1(&imprint, cbasn1.SEQUENCE) {
		return t, cmsErr("TSTInfo")
	}
	alg, err := readAlgorithm(&imprint)
	if err != nil {
		return t, err
	}
	t.hashOID, t.hash = alg.oid, digestOf(alg.oid)
	if !imprint.ReadASN1(&digest, cbasn1.OCTET_STRING) || !seq.SkipASN1(cbasn1.INTEGER) {
		return t, cmsErr("TSTInfo")
	}
	t.imprint = digest
	if t.time = readTime(seq); t.time.IsZero() {
		return t, cmsErr("genTime")
	}
	return t, nil
}

// verifyToken checks a time-stamp token as a CMS of its own and its imprint
// against what digest returns. The certificate is judged for its usage; the
// chain is not.
func verifyToken(sd *signedData, digest func(crypto.Hash) []byte, more []*x509.Certificate) (cmsVerdict, tstInfo) {
	v := verifyCMS(sd, oidTSTInfo, func(h crypto.Hash) []byte { return sum(h, sd.content) }, more)
	t, err := parseTSTInfo(sd.content)
	if err != nil {
		v.broken(CodeTimestampMalformed, err.Error())
		return v, t
	}
	switch {
	case !available(t.hash):
		v.unsure(CodeDigestUnsupported, t.hashOID.String())
	default:
		if got := digest(t.hash); got == nil || !bytes.Equal(got, t.imprint) {
			v.broken(CodeTimestampImprint)
		}
	}
	// The token's own messageDigest is over TSTInfo, and told apart.
	for i := range v.reasons {
		if v.reasons[i].Code == CodeDigestMismatch {
			v.reasons[i].Code = CodeTimestampInvalid
		}
	}
	if v.signer != nil && !timestamping(v.signer) {
		v.add(CodeTimestampUsage)
	}
	return v, t
}

// timestamping tells whether c may sign tokens: that must be its only extended
// usage, and critical (RFC 3161 clause 2.3).
func timestamping(c *x509.Certificate) bool {
	x := hasExtension(c.Extensions, oidExtKeyUsage)
	return x != nil && x.Critical && len(c.UnknownExtKeyUsage) == 0 && len(c.ExtKeyUsage) == 1 && c.ExtKeyUsage[0] == x509.ExtKeyUsageTimeStamping
}

// maxTimestamps bounds the tokens that are looked at in one signature.
const maxTimestamps = 20

// signatureTimestamps judges the signature-time-stamp attributes (RFC 3161
// appendix A) and keeps the earliest that proves something, else the first.
func (e *engine) signatureTimestamps(w *work) {
	n := 0
	for _, a := range w.info.unsigned {
		if !a.oid.Equal(oidSignatureTimeTok) {
			continue
		}
		for _, raw := range a.values {
			if n++; n > maxTimestamps {
				return
			}
			ts := e.signatureTimestamp(w, raw)
			if kept := w.s.Timestamp; kept == nil || ts.proves() && (!kept.proves() || ts.Time.Before(kept.Time)) {
				w.s.Timestamp = ts
			}
		}
	}
	if w.s.Timestamp.proves() {
		w.s.Proven = w.s.Timestamp.Time
	}
}

func (e *engine) signatureTimestamp(w *work, raw []byte) *Timestamp {
	ts := &Timestamp{Integrity: Broken, Trust: TrustUnknown}
	sd, err := parseCMS(raw, &e.certs)
	if err != nil {
		ts.Reasons = []Reason{{CodeTimestampMalformed, []string{err.Error()}}}
		return ts
	}
	v, t := verifyToken(sd, func(h crypto.Hash) []byte { return sum(h, w.info.signature) }, w.s.Certificates)
	ts.Time, ts.Integrity, ts.Authority, ts.Reasons = t.time, v.integrity, v.signer, v.reasons
	if v.essBad && ts.Integrity == Intact {
		ts.Integrity = Unverifiable
	}
	pool, certs := sd.revocation(e.certs.parse)
	w.rev = append(w.rev, pool)
	w.more = append(append(w.more, sd.certs...), certs...)
	if v.signer == nil {
		return ts
	}
	c := e.chain(v.signer, e.bag(w), t.time)
	ts.Trust = c.state
	ts.Reasons = append(ts.Reasons, c.reasons...)
	switch {
	case t.time.Before(v.signer.NotBefore):
		ts.Reasons = append(ts.Reasons, Reason{CodeNotYetValid, []string{v.signer.NotBefore.UTC().Format(dateLayout)}})
	case t.time.After(v.signer.NotAfter):
		ts.Reasons = append(ts.Reasons, Reason{CodeExpiredAtSigning, []string{v.signer.NotAfter.UTC().Format(dateLayout)}})
	}
	statuses, _ := e.revoker(w, c, moment{at: t.time, asOf: e.o.AsOf}).path(c.full)
	if r, revoked := tokenRevoked(statuses, time.Time{}); revoked {
		ts.Reasons = append(ts.Reasons, r)
	}
	return ts
}

// proves tells whether ts is a proof of existence at its time.
func (ts *Timestamp) proves() bool {
	if ts == nil || ts.Integrity != Intact || ts.Trust != Trusted {
		return false
	}
	return !slices.ContainsFunc(disproving, func(c Code) bool { return has(ts.Reasons, c) })
}

// disproving are the reasons that leave a sound token, of a signature or of a
// document, without worth as a proof of its time.
var disproving = []Code{
	CodeTimestampUsage, CodeExpiredAtSigning, CodeNotYetValid, CodeIssuerTerm, CodeRevoked, CodeWeakLinkRefused, CodeTimestampOrder, CodeSigningCertMismatch,
}

// tokenRevoked tells whether a revocation takes the proof away from a token. One
// for a reason that says nothing against the key leaves older tokens valid
// (RFC 3161 clause 4, point 1), and so does any that is younger than later, a
// time at which the token is proven to have existed.
func tokenRevoked(statuses []Status, later time.Time) (Reason, bool) {
	for _, s := range statuses {
		switch {
		case s.Revocation == RevocationRevoked:
		case s.Revocation != RevocationRevokedLater, !later.IsZero() && s.RevokedAt.After(later):
			continue
		default:
			switch s.Reason {
			case "unspecified", "affiliationChanged", "superseded", "cessationOfOperation":
				continue
			}
		}
		return Reason{CodeRevoked, []string{DistinguishedName(s.Certificate.Subject), s.RevokedAt.UTC().Format(dateLayout), s.Reason}}, true
	}
	return Reason{}, false
}
