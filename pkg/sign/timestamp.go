package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
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
	v := verifyCMS(sd, oidTSTInfo, func(h crypto.Hash) []byte {
		w := h.New()
		w.Write(sd.content)
		return w.Sum(nil)
	}, more)
	t, err := parseTSTInfo(sd.content)
	if err != nil {
		v.broken(CodeTimestampMalformed, err.Error())
		return v, t
	}
	switch {
	case t.hash == 0 || !t.hash.Available():
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

// timestamping tells whether c may sign tokens (RFC 3161 clause 2.3).
func timestamping(c *x509.Certificate) bool {
	for _, u := range c.ExtKeyUsage {
		if u == x509.ExtKeyUsageTimeStamping {
			return true
		}
	}
	return false
}

// signatureTimestamp judges the signature-time-stamp attribute (RFC 3161
// appendix A), or returns nil when there is none. Of several the first counts.
func (e *engine) signatureTimestamp(si *signerInfo, certs []*x509.Certificate) *Timestamp {
	raw, n := attribute(si.unsigned, oidSignatureTimeTok)
	if n == 0 {
		return nil
	}
	ts := &Timestamp{Integrity: Broken, Trust: TrustUnknown}
	sd, err := parseCMS(raw)
	if err != nil {
		ts.Reasons = []Reason{{CodeTimestampMalformed, []string{err.Error()}}}
		return ts
	}
	v, t := verifyToken(sd, func(h crypto.Hash) []byte {
		w := h.New()
		w.Write(si.signature)
		return w.Sum(nil)
	}, certs)
	ts.Time, ts.Integrity, ts.Authority, ts.Reasons = t.time, v.integrity, v.signer, v.reasons
	if v.essBad && ts.Integrity == Intact {
		ts.Integrity = Unverifiable
	}
	if v.signer == nil {
		return ts
	}
	c := e.chain(v.signer, append(append([]*x509.Certificate(nil), sd.certs...), certs...), t.time)
	ts.Trust = c.state
	ts.Reasons = append(ts.Reasons, c.reasons...)
	return ts
}

// proves tells whether ts is a proof of existence at its time.
func (ts *Timestamp) proves() bool {
	return ts != nil && ts.Integrity == Intact && ts.Trust == Trusted && !has(ts.Reasons, CodeTimestampUsage) &&
		!has(ts.Reasons, CodeExpiredAtSigning) && !has(ts.Reasons, CodeNotYetValid) && !has(ts.Reasons, CodeIssuerTerm)
}
