package signtest

import (
	"bytes"
	"crypto"
	"crypto/sha1"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"fmt"
	"math/big"
	"time"
)

// Subject says what a certificate shall state.
type Subject struct {
	CommonName         string
	Organization       string
	OrganizationalUnit []string
	Locality           string
	Country            string // "VN" when empty
	Title              string // T, 2.5.4.12: marks a person
	UID                string // 0.9.2342.19200300.100.1.1, such as "MST:…" or "CCCD:…"
	Email              string // in the subject alternative name

	NotBefore, NotAfter time.Time // 2020-01-01 and 2099-12-31 when zero

	Key          Key           // RSA2048 when empty
	KeyUsage     x509.KeyUsage // digitalSignature and contentCommitment when 0; authorities: certSign and cRLSign
	ExtKeyUsage  []x509.ExtKeyUsage
	SHA1         bool   // certificate signed with SHA-1, as under the first government root
	NotCA        bool   // an authority without CA:TRUE, for negative tests
	Timestamping bool   // critical timeStamping as the only extended usage
	NoCheck      bool   // id-pkix-ocsp-nocheck, of a responder
	CRL          string // address of the distribution point
	OCSP         string // address of the responder
	Issuers      string // address of the issuer's certificate
	MaxPathLen   int    // of an authority; 0 means no limit, -1 means none below
}

// Authority is a certification authority of the tests, with its key.
type Authority struct {
	Cert   *x509.Certificate
	key    crypto.Signer
	seed   string
	parent *Authority
	serial int64
}

// Identity is a signer: a certificate, its key and the intermediates above it.
type Identity struct {
	Cert  *x509.Certificate
	Key   crypto.Signer
	Chain []*x509.Certificate // intermediates from the issuer up, without the root
	Root  *x509.Certificate
}

// NewAuthority makes a self-signed root. Its keys, and those of everything below
// it, come from seed.
func NewAuthority(seed string, s Subject) (*Authority, error) {
	return newAuthority(seed+"/"+s.CommonName, s, nil)
}

// Sub makes an intermediate authority below a.
func (a *Authority) Sub(s Subject) (*Authority, error) {
	return newAuthority(a.seed+"/"+s.CommonName, s, a)
}

func newAuthority(seed string, s Subject, parent *Authority) (*Authority, error) {
	key, err := newKey(s.Key, newStream(seed))
	if err != nil {
		return nil, err
	}
	a := &Authority{key: key, seed: seed, parent: parent}
	signer := parent
	if signer == nil {
		signer = a
	}
	t := template(s)
	if s.KeyUsage == 0 {
		t.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	}
	t.IsCA = !s.NotCA
	t.BasicConstraintsValid = true
	if !s.NotCA {
		switch {
		case s.MaxPathLen < 0:
			t.MaxPathLenZero = true
		case s.MaxPathLen > 0:
			t.MaxPathLen = s.MaxPathLen
		}
	}
	a.Cert, err = signer.sign(t, key.Public(), s.SHA1)
	return a, err
}

// Issue makes a signer's certificate below a.
func (a *Authority) Issue(s Subject) (*Identity, error) {
	a.serial++
	key, err := newKey(s.Key, newStream(fmt.Sprintf("%s/%d/%s", a.seed, a.serial, s.CommonName)))
	if err != nil {
		return nil, err
	}
	t := template(s)
	if s.KeyUsage == 0 {
		t.KeyUsage = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	}
	t.BasicConstraintsValid = true
	cert, err := a.sign(t, key.Public(), s.SHA1)
	if err != nil {
		return nil, err
	}
	id := &Identity{Cert: cert, Key: key}
	up := a
	for ; up.parent != nil; up = up.parent {
		id.Chain = append(id.Chain, up.Cert)
	}
	id.Root = up.Cert
	return id, nil
}

// SelfSigned makes a signer whose certificate is signed with its own key.
func SelfSigned(seed string, s Subject) (*Identity, error) {
	key, err := newKey(s.Key, newStream(seed+"/self/"+s.CommonName))
	if err != nil {
		return nil, err
	}
	t := template(s)
	if s.KeyUsage == 0 {
		t.KeyUsage = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	}
	a := &Authority{key: key}
	cert, err := a.sign(t, key.Public(), s.SHA1)
	return &Identity{Cert: cert, Key: key}, err
}

// IssueTSA makes a time-stamping authority's certificate below a (RFC 3161 2.3).
func (a *Authority) IssueTSA(s Subject) (*Identity, error) {
	s.Timestamping = true
	if s.KeyUsage == 0 {
		s.KeyUsage = x509.KeyUsageDigitalSignature
	}
	return a.Issue(s)
}

// Certs returns the certificate as a list, for [sign.NewTrust].
func (a *Authority) Certs() []*x509.Certificate { return []*x509.Certificate{a.Cert} }

// PEM returns the certificate in PEM.
func (a *Authority) PEM() []byte { return PEM(a.Cert) }

// PEM returns a certificate in PEM.
func PEM(c *x509.Certificate) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.Raw})
}

func template(s Subject) *x509.Certificate {
	n := pkix.Name{CommonName: s.CommonName, OrganizationalUnit: s.OrganizationalUnit, Country: []string{"VN"}}
	if s.Country != "" {
		n.Country = []string{s.Country}
	}
	if s.Organization != "" {
		n.Organization = []string{s.Organization}
	}
	if s.Locality != "" {
		n.Locality = []string{s.Locality}
	}
	if s.Title != "" {
		n.ExtraNames = append(n.ExtraNames, pkix.AttributeTypeAndValue{Type: asn1.ObjectIdentifier{2, 5, 4, 12}, Value: s.Title})
	}
	if s.UID != "" {
		n.ExtraNames = append(n.ExtraNames, pkix.AttributeTypeAndValue{Type: asn1.ObjectIdentifier{0, 9, 2342, 19200300, 100, 1, 1}, Value: s.UID})
	}
	t := &x509.Certificate{
		Subject:     n,
		NotBefore:   time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC),
		NotAfter:    time.Date(2099, 12, 31, 23, 59, 59, 0, time.UTC),
		KeyUsage:    s.KeyUsage,
		ExtKeyUsage: s.ExtKeyUsage,
	}
	if s.Timestamping {
		t.ExtraExtensions = append(t.ExtraExtensions, pkix.Extension{
			Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: true, Value: der(0x30, oid(1, 3, 6, 1, 5, 5, 7, 3, 8)),
		})
	}
	if s.NoCheck {
		t.ExtraExtensions = append(t.ExtraExtensions, pkix.Extension{Id: asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 48, 1, 5}, Value: null})
	}
	if s.CRL != "" {
		t.CRLDistributionPoints = []string{s.CRL}
	}
	if s.OCSP != "" {
		t.OCSPServer = []string{s.OCSP}
	}
	if s.Issuers != "" {
		t.IssuingCertificateURL = []string{s.Issuers}
	}
	if s.Email != "" {
		t.EmailAddresses = []string{s.Email}
	}
	if !s.NotBefore.IsZero() {
		t.NotBefore = s.NotBefore
	}
	if !s.NotAfter.IsZero() {
		t.NotAfter = s.NotAfter
	}
	return t
}

// sign issues t for pub. Serial and key identifier come from the key, so that
// they are the same every time.
func (a *Authority) sign(t *x509.Certificate, pub crypto.PublicKey, legacy bool) (*x509.Certificate, error) {
	spki, err := x509.MarshalPKIXPublicKey(pub)
	if err != nil {
		return nil, fmt.Errorf("signtest: %w", err)
	}
	id := sha1.Sum(spki)
	t.SubjectKeyId = id[:]
	t.SerialNumber = new(big.Int).SetBytes(append([]byte{1}, id[:8]...))
	parent := a.Cert
	if parent == nil {
		parent = t
	}
	if legacy {
		t.SignatureAlgorithm = x509.SHA1WithRSA
	}
	der, err := x509.CreateCertificate(bytes.NewReader(make([]byte, 1<<16)), t, parent, pub, a.key)
	if err != nil {
		return nil, fmt.Errorf("signtest: %w", err)
	}
	c, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, fmt.Errorf("signtest: %w", err)
	}
	return c, nil
}
