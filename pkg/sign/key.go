package sign

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/tthclint/tthclint/pkg/sign/internal/curve"
)

var (
	oidECPublicKey = asn1.ObjectIdentifier{1, 2, 840, 10045, 2, 1}
	oidEd448       = asn1.ObjectIdentifier{1, 3, 101, 113}
)

// publicKey returns the key of a certificate, of a kind of this package where
// crypto/x509 knows none.
func publicKey(c *x509.Certificate) crypto.PublicKey {
	if c.PublicKey != nil {
		return c.PublicKey
	}
	return ownKey(c.RawSubjectPublicKeyInfo)
}

// ownKey parses the keys that crypto/x509 does not know: *curve.PublicKey and
// curve.Ed448PublicKey. Any other is nil.
func ownKey(spki []byte) crypto.PublicKey {
	var info struct {
		Alg pkix.AlgorithmIdentifier
		Key asn1.BitString
	}
	if rest, err := asn1.Unmarshal(spki, &info); err != nil || len(rest) > 0 {
		return nil
	}
	switch {
	case info.Alg.Algorithm.Equal(oidEd448) && len(info.Key.Bytes) == curve.Ed448KeySize:
		return curve.Ed448PublicKey(info.Key.Bytes)
	case info.Alg.Algorithm.Equal(oidECPublicKey):
		var oid asn1.ObjectIdentifier
		if _, err := asn1.Unmarshal(info.Alg.Parameters.FullBytes, &oid); err != nil {
			return nil
		}
		if c := curve.ByOID(oid); c != nil {
			if k, err := c.Key(info.Key.Bytes); err == nil {
				return k
			}
		}
	}
	return nil
}

// parseCertificate parses a certificate, also one with a key on a curve that
// crypto/x509 refuses to read. That one is parsed with another key in its place,
// which is then taken out again, so that everything else is crypto/x509's work.
func parseCertificate(der []byte) (*x509.Certificate, error) {
	c, err := x509.ParseCertificate(der)
	if err == nil {
		return c, nil
	}
	spki, tbs, other := exchangeKey(der)
	key := ownKey(spki)
	if key == nil {
		return nil, err
	}
	c, err2 := x509.ParseCertificate(other)
	if err2 != nil {
		return nil, err
	}
	c.Raw, c.RawTBSCertificate, c.RawSubjectPublicKeyInfo, c.PublicKey = der, tbs, spki, key
	return c, nil
}

// exchangeKey returns the key and the signed part of a certificate, and the
// certificate with the generator of P-256 for a key; nil when it cannot be read
// that far.
func exchangeKey(der []byte) (spki, tbs, other []byte) {
	in := cryptobyte.String(der)
	var cert, body, el, key cryptobyte.String
	var tag cbasn1.Tag
	if !in.ReadASN1(&cert, cbasn1.SEQUENCE) || !in.Empty() || !cert.ReadASN1Element(&el, cbasn1.SEQUENCE) {
		return nil, nil, nil
	}
	tbs = el
	if !el.ReadASN1(&body, cbasn1.SEQUENCE) {
		return nil, nil, nil
	}
	var before [][]byte
	n := 5 // serial, signature, issuer, validity, subject
	if body.PeekASN1Tag(explicit(0)) {
		n++
	}
	for range n {
		if !body.ReadAnyASN1Element(&el, &tag) {
			return nil, nil, nil
		}
		before = append(before, el)
	}
	if !body.ReadASN1Element(&key, cbasn1.SEQUENCE) {
		return nil, nil, nil
	}
	p := elliptic.P256().Params()
	stand, err := x509.MarshalPKIXPublicKey(&ecdsa.PublicKey{Curve: elliptic.P256(), X: p.Gx, Y: p.Gy})
	if err != nil {
		return nil, nil, nil
	}
	var b cryptobyte.Builder
	b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
			for _, e := range before {
				b.AddBytes(e)
			}
			b.AddBytes(stand)
			b.AddBytes(body)
		})
		b.AddBytes(cert)
	})
	if other, err = b.Bytes(); err != nil {
		return nil, nil, nil
	}
	return key, tbs, other
}
