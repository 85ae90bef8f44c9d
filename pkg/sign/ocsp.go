package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"math/big"
	"time"

	"golang.org/x/crypto/ocsp"
)

// ocspAnswer is an OCSP answer (RFC 6960 clause 4.2) that was not verified yet:
// that needs the certificate it is asked about, and its issuer.
type ocspAnswer struct {
	raw    []byte
	origin string
	end    int64               // of what holds it in the file, 0 outside of security stores
	ids    map[string][]certID // by serial number
	key    []byte              // responder by key hash
	name   []byte              // responder by name
	// embedded is the key of the first certificate inside, which the answer is
	// verified with at first; nil without one.
	embedded crypto.PublicKey
}

// certID is a CertID (RFC 6960 4.1.1).
type certID struct {
	Hash     pkix.AlgorithmIdentifier
	NameHash []byte
	KeyHash  []byte
	Serial   *big.Int
}

const maxOCSP = 1 << 20

var (
	errOCSP          = errors.New("malformed OCSP answer")
	errOCSPStatus    = errors.New("the responder gave no answer")
	oidOCSPBasic     = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 48, 1, 1}
	oidOCSPNoCheck   = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 48, 1, 5}
	oidArchiveCutoff = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 48, 1, 6}
)

// parseOCSP reads which certificates an OCSPResponse is about. The rest is left
// to x/crypto/ocsp, which does not look at the issuer that a CertID names.
func parseOCSP(raw []byte, origin string) (*ocspAnswer, error) {
	if len(raw) > maxOCSP {
		return nil, errOCSP
	}
	var resp struct {
		Status asn1.Enumerated
		Bytes  struct {
			Type     asn1.ObjectIdentifier
			Response []byte
		} `asn1:"explicit,tag:0,optional"`
	}
	if rest, err := asn1.Unmarshal(raw, &resp); err != nil || len(rest) > 0 {
		return nil, errOCSP
	}
	if resp.Status != 0 {
		return nil, errOCSPStatus
	}
	if !resp.Bytes.Type.Equal(oidOCSPBasic) {
		return nil, errOCSP
	}
	return parseBasicOCSP(resp.Bytes.Response, raw, origin)
}

func parseBasicOCSP(basic, raw []byte, origin string) (*ocspAnswer, error) {
	var b struct {
		Data struct {
			Version   int `asn1:"optional,default:0,explicit,tag:0"`
			Responder asn1.RawValue
			Produced  time.Time `asn1:"generalized"`
			Responses []asn1.RawValue
		}
		Alg       pkix.AlgorithmIdentifier
		Signature asn1.BitString
		Certs     []asn1.RawValue `asn1:"explicit,tag:0,optional"`
	}
	if rest, err := asn1.Unmarshal(basic, &b); err != nil || len(rest) > 0 {
		return nil, errOCSP
	}
	var embedded crypto.PublicKey
	if len(b.Certs) > 0 {
		// x/crypto/ocsp verifies with the first one's key, whatever its size.
		c, err := x509.ParseCertificate(b.Certs[0].FullBytes)
		if err != nil || !workable(c.PublicKey) {
			return nil, errOCSP
		}
		embedded = c.PublicKey
	}
	o := &ocspAnswer{raw: raw, origin: origin, embedded: embedded, ids: make(map[string][]certID, len(b.Data.Responses))}
	switch b.Data.Responder.Tag {
	case 1:
		o.name = b.Data.Responder.Bytes
	case 2:
		if _, err := asn1.Unmarshal(b.Data.Responder.Bytes, &o.key); err != nil {
			return nil, errOCSP
		}
	}
	for _, r := range b.Data.Responses {
		var id certID
		if _, err := asn1.Unmarshal(r.Bytes, &id); err != nil || id.Serial == nil || len(o.ids) >= maxRevocationItems {
			return nil, errOCSP
		}
		n := string(id.Serial.Bytes())
		o.ids[n] = append(o.ids[n], id)
	}
	return o, nil
}

// about tells whether the answer is about cert as issued by issuer: serial, name
// and key of the issuer must be those of one CertID.
func (o *ocspAnswer) about(cert, issuer *x509.Certificate) bool {
	for _, id := range o.ids[string(cert.SerialNumber.Bytes())] {
		h := digestOf(id.Hash.Algorithm)
		if id.Serial.Cmp(cert.SerialNumber) == 0 && available(h) && bytes.Equal(sum(h, cert.RawIssuer), id.NameHash) && bytes.Equal(sum(h, keyBits(issuer)), id.KeyHash) {
			return true
		}
	}
	return false
}

// keyBits returns the contents of subjectPublicKey, which key hashes are over.
func keyBits(c *x509.Certificate) []byte {
	var spki struct {
		Alg pkix.AlgorithmIdentifier
		Key asn1.BitString
	}
	if _, err := asn1.Unmarshal(c.RawSubjectPublicKeyInfo, &spki); err != nil {
		return nil
	}
	return spki.Key.RightAlign()
}

// ocspStatus tells what an answer says of cert.
func (r *revoker) ocspStatus(o *ocspAnswer, cert, issuer *x509.Certificate) Status {
	none := Status{Revocation: RevocationUnknown}
	if !o.about(cert, issuer) {
		return none
	}
	if o.embedded != nil && !r.e.certs.work.spend(o.embedded) {
		return none
	}
	resp, err := ocsp.ParseResponseForCert(o.raw, cert, nil)
	if err != nil {
		r.note("ocsp", o.origin, err.Error())
		return none
	}
	responder := r.responder(o, resp, issuer)
	if responder == nil {
		r.note("ocsp", o.origin, "responder")
		return none
	}
	s := Status{end: o.end, Kind: "ocsp", Origin: o.origin, Issuer: DistinguishedName(responder.Subject), ThisUpdate: resp.ThisUpdate, NextUpdate: resp.NextUpdate}
	switch resp.Status {
	case ocsp.Revoked:
		s.RevokedAt, s.Reason = resp.RevokedAt, reasonNames[resp.RevocationReason]
		if resp.RevocationReason == 0 {
			s.Reason = ""
		}
		return r.revokedAt(s)
	case ocsp.Good:
		if r.speaks(cert, resp.ThisUpdate, resp.NextUpdate, cutoff(resp)) {
			s.Revocation = RevocationGood
			return s
		}
	}
	return none
}

// cutoff returns the archive cutoff (RFC 6960 4.4.4): since when the responder
// keeps what it knows of expired certificates.
func cutoff(resp *ocsp.Response) time.Time {
	if x := hasExtension(resp.Extensions, oidArchiveCutoff); x != nil {
		return readTime(x.Value)
	}
	return time.Time{}
}

// responder returns who signed an answer, or nil unless that is the issuer, or
// one to whom the issuer itself has delegated it by id-kp-OCSPSigning (RFC 6960
// 4.2.2.2).
func (r *revoker) responder(o *ocspAnswer, resp *ocsp.Response, issuer *x509.Certificate) *x509.Certificate {
	var candidates []*x509.Certificate
	if resp.Certificate != nil {
		candidates = append(candidates, resp.Certificate)
	}
	candidates = append(candidates, issuer)
	if resp.Certificate == nil {
		candidates = append(candidates, r.bag...)
	}
	for _, c := range candidates {
		if !o.signedBy(c) || !workable(c.PublicKey) || !r.e.certs.work.spend(c.PublicKey) || resp.CheckSignatureFrom(c) != nil {
			continue
		}
		if bytes.Equal(c.RawSubjectPublicKeyInfo, issuer.RawSubjectPublicKeyInfo) && bytes.Equal(c.RawSubject, issuer.RawSubject) {
			return c
		}
		if r.delegated(c, issuer, resp.ProducedAt) {
			return c
		}
	}
	return nil
}

// signedBy tells whether the responder id names c.
func (o *ocspAnswer) signedBy(c *x509.Certificate) bool {
	if o.key != nil {
		return bytes.Equal(o.key, sum(crypto.SHA1, keyBits(c)))
	}
	return bytes.Equal(o.name, c.RawSubject)
}

// delegated tells whether issuer made c a responder that was in force at a time.
// Whether a responder was revoked is asked of CRLs only, and only where it does
// not say itself that it is not to be asked.
func (r *revoker) delegated(c, issuer *x509.Certificate, at time.Time) bool {
	usage := false
	for _, u := range c.ExtKeyUsage {
		usage = usage || u == x509.ExtKeyUsageOCSPSigning
	}
	if !usage || !bytes.Equal(c.RawIssuer, issuer.RawSubject) || checkLink(c, issuer) == linkBad || at.Before(c.NotBefore) || at.After(c.NotAfter) {
		return false
	}
	if hasExtension(c.Extensions, oidOCSPNoCheck) != nil {
		return true
	}
	for _, p := range r.pools {
		for _, l := range p.crls {
			if s := r.crlStatus(l, c, issuer); s.Revocation == RevocationRevoked || s.Revocation == RevocationRevokedLater && s.Reason == "keyCompromise" {
				return false
			}
		}
	}
	return true
}
