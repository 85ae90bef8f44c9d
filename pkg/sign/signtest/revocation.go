package signtest

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"strings"
	"time"

	"golang.org/x/crypto/ocsp"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// Revocation is revocation data, DER: CRLs and OCSPResponses.
type Revocation struct {
	CRLs, OCSPs [][]byte
	Certs       []*x509.Certificate
}

// Revoked is an entry of a CRL.
type Revoked struct {
	Cert    *x509.Certificate
	At      time.Time
	Reason  int       // RFC 5280 5.3.1; 0 leaves the extension out
	Invalid time.Time // invalidityDate; none when zero
}

// CRL says what a CRL states.
type CRL struct {
	This, Next time.Time
	Entries    []Revoked
	Extensions []pkix.Extension // further ones, such as an issuing distribution point
}

// SignCRL returns a CRL of the authority, DER.
func (a *Authority) SignCRL(c CRL) ([]byte, error) {
	t := &x509.RevocationList{Number: big.NewInt(c.This.Unix()), ThisUpdate: c.This, NextUpdate: c.Next, ExtraExtensions: c.Extensions}
	for _, e := range c.Entries {
		x := x509.RevocationListEntry{SerialNumber: e.Cert.SerialNumber, RevocationTime: e.At, ReasonCode: e.Reason}
		if !e.Invalid.IsZero() {
			x.ExtraExtensions = []pkix.Extension{{Id: []int{2, 5, 29, 24}, Value: der(0x18, []byte(e.Invalid.UTC().Format("20060102150405Z")))}}
		}
		t.RevokedCertificateEntries = append(t.RevokedCertificateEntries, x)
	}
	out, err := x509.CreateRevocationList(newStream(a.seed+"/crl"), t, a.Cert, a.key)
	if err != nil {
		return nil, fmt.Errorf("signtest: %w", err)
	}
	return out, nil
}

// Answer says what an OCSP answer states. The zero status is good.
type Answer struct {
	Cert       *x509.Certificate
	Status     int // ocsp.Good, Revoked, Unknown
	At         time.Time
	Reason     int
	This, Next time.Time
	Responder  *Identity // nil: the authority itself
	Bare       bool      // without the responder's certificate
}

// SignOCSP returns an OCSPResponse of the authority, or of the responder that
// the answer names, DER.
func (a *Authority) SignOCSP(r Answer) ([]byte, error) {
	cert, key := a.Cert, a.key
	t := ocsp.Response{
		Status: r.Status, SerialNumber: r.Cert.SerialNumber, ThisUpdate: r.This, NextUpdate: r.Next,
		RevokedAt: r.At, RevocationReason: r.Reason,
	}
	if r.Responder != nil {
		cert, key = r.Responder.Cert, r.Responder.Key
		if !r.Bare {
			t.Certificate = cert
		}
	}
	out, err := ocsp.CreateResponse(a.Cert, cert, t, key)
	if err != nil {
		return nil, fmt.Errorf("signtest: %w", err)
	}
	return out, nil
}

// archive is the attribute of ISO 32000-2 12.8.3.3.2.
func (r *Revocation) archive() []byte {
	var parts [][]byte
	if len(r.CRLs) > 0 {
		parts = append(parts, der(0xA0, der(0x30, r.CRLs...)))
	}
	if len(r.OCSPs) > 0 {
		parts = append(parts, der(0xA1, der(0x30, r.OCSPs...)))
	}
	return attribute(oid(1, 2, 840, 113583, 1, 1, 8), der(0x30, parts...))
}

// AddRevocation adds a document security store, or replaces the one that is
// there (ISO 32000-2 12.8.4.3).
func AddRevocation(src []byte, r Revocation) ([]byte, error) {
	var certs [][]byte
	for _, c := range r.Certs {
		certs = append(certs, c.Raw)
	}
	return addStore(src, certs, r.CRLs, r.OCSPs)
}

func addStore(src []byte, certs, crls, ocsps [][]byte) ([]byte, error) {
	u, err := NewUpdate(src)
	if err != nil {
		return nil, err
	}
	var dict strings.Builder
	dict.WriteString("<</Type /DSS")
	for _, list := range []struct {
		key   string
		items [][]byte
	}{{"Certs", certs}, {"CRLs", crls}, {"OCSPs", ocsps}} {
		fmt.Fprintf(&dict, " /%s [", list.key)
		for _, b := range list.items {
			fmt.Fprintf(&dict, "%d 0 R ", u.NewStream("", string(b)))
		}
		dict.WriteString("]")
	}
	dss := u.New(dict.String() + ">>")
	num, cat := u.Catalog()
	u.Replace(num, With(cat, u.catalogSet(map[pdf.Name]string{"DSS": fmt.Sprintf("%d 0 R", dss)})))
	return u.Bytes(), nil
}
