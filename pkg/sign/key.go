package sign

import (
	"crypto"
	//lint:ignore SA1019 old documents are signed with it
	"crypto/dsa"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"

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

// The largest RSA and DSA keys that are worked with. The work grows with the cube
// of the size, and a key of a million bits fits into a certificate. FIPS 186-4
// has no Q above 256 bits.
const (
	maxKeyBits = 16384
	maxQBits   = 512
)

// workable tells whether a key is of a size to verify with.
func workable(key crypto.PublicKey) bool {
	switch k := key.(type) {
	case *rsa.PublicKey:
		return k.N.BitLen() <= maxKeyBits
	case *dsa.PublicKey:
		return k.P.BitLen() <= maxKeyBits && k.Q.BitLen() <= maxQBits
	}
	return true
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
