package sign

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"time"
)

// Origin tells why an anchor is one.
type Origin string

// Origins.
const (
	OriginBuiltIn Origin = "built-in" // compiled into the program
	OriginPinned  Origin = "pinned"   // imported, and confirmed by a pin compiled in
	OriginOwn     Origin = "own"      // the user's own decision
)

// Anchor is trust-anchor information (RFC 5280 clause 6.1.1 (d)): a name and a
// key that chains may end at. The certificate that once carried them is not
// needed.
type Anchor struct {
	Name      string // for people, such as the common name
	Subject   []byte // DER name
	PublicKey []byte // DER SubjectPublicKeyInfo
	KeyID     []byte // subject key identifier; may be nil
	NotBefore time.Time
	NotAfter  time.Time
	SHA256    [32]byte // of the certificate
	Origin    Origin
	Source    string // where it came from: a publisher's address, a folder
	Check     string // how to check SHA256 with the publisher; may be empty

	// Certificate is the certificate itself where it is at hand, else nil.
	Certificate *x509.Certificate
}

// AnchorOf returns the trust-anchor information of a certificate.
func AnchorOf(c *x509.Certificate, origin Origin, source string) Anchor {
	name := c.Subject.CommonName
	if name == "" {
		name = DistinguishedName(c.Subject)
	}
	return Anchor{
		Name: name, Subject: c.RawSubject, PublicKey: c.RawSubjectPublicKeyInfo, KeyID: c.SubjectKeyId,
		NotBefore: c.NotBefore, NotAfter: c.NotAfter, SHA256: sha256.Sum256(c.Raw), Origin: origin, Source: source,
		Certificate: c,
	}
}

// SubjectString returns the subject as RFC 2253 writes it.
func (a *Anchor) SubjectString() string { return DistinguishedName(parseName(a.Subject)) }

// certificate returns what the search for a chain works with: the certificate,
// or one put together from the name and the key. It is believed, never verified.
func (a *Anchor) certificate() (*x509.Certificate, error) {
	if a.Certificate != nil {
		return a.Certificate, nil
	}
	key, err := x509.ParsePKIXPublicKey(a.PublicKey)
	if err != nil {
		return nil, err
	}
	c := &x509.Certificate{
		Raw: append([]byte("anchor"), a.SHA256[:]...), RawSubject: a.Subject, RawIssuer: a.Subject,
		RawSubjectPublicKeyInfo: a.PublicKey, PublicKey: key, SubjectKeyId: a.KeyID,
		NotBefore: a.NotBefore, NotAfter: a.NotAfter, Version: 3,
		BasicConstraintsValid: true, IsCA: true, MaxPathLen: -1, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
	}
	c.PublicKeyAlgorithm = keyAlgorithm(key)
	c.Subject = parseName(a.Subject)
	c.Issuer = c.Subject
	return c, nil
}

func keyAlgorithm(key crypto.PublicKey) x509.PublicKeyAlgorithm {
	switch key.(type) {
	case *rsa.PublicKey:
		return x509.RSA
	case *ecdsa.PublicKey:
		return x509.ECDSA
	case ed25519.PublicKey:
		return x509.Ed25519
	}
	return x509.UnknownPublicKeyAlgorithm
}

func parseName(der []byte) (n pkix.Name) {
	var seq pkix.RDNSequence
	if _, err := asn1.Unmarshal(der, &seq); err == nil {
		n.FillFromRDNSequence(&seq)
	}
	return n
}
