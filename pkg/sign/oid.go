package sign

import (
	"crypto"
	"encoding/asn1"

	// The digests that digestOf names.
	_ "crypto/sha1"
	_ "crypto/sha256"
	_ "crypto/sha3"
	_ "crypto/sha512"
)

// Object identifiers of RFC 5652, 5035, 3161, 5126, 5940 and 8017, and of ISO
// 32000-2 12.8.3.3.2.
var (
	oidData             = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}
	oidSignedData       = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidTSTInfo          = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	oidContentType      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidMessageDigest    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidSigningTime      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 5}
	oidSigningCert      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 12}
	oidSigningCertV2    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidSignatureTimeTok = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 14}
	oidRevocationValues = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 24}
	oidCertValues       = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 23}
	oidAdobeRevocation  = asn1.ObjectIdentifier{1, 2, 840, 113583, 1, 1, 8}
	oidRIOCSP           = asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 16, 2}
	oidExtKeyUsage      = asn1.ObjectIdentifier{2, 5, 29, 37}
	oidNameConstraints  = asn1.ObjectIdentifier{2, 5, 29, 30}
	oidMGF1             = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 8}
)

// family is the kind of a signature algorithm.
type family int

const (
	famUnknown family = iota
	famRSA
	famPSS
	famECDSA
	famPlainECDSA // BSI TR-03111: r and s side by side
	famEd25519
	famEd448
	famDSA
)

func (f family) String() string {
	return [...]string{"", "RSA", "RSA-PSS", "ECDSA", "ECDSA", "Ed25519", "Ed448", "DSA"}[f]
}

// digestOf returns the digest algorithm of an identifier, 0 when unknown. MD5
// and older are left out: they prove nothing any more.
func digestOf(oid asn1.ObjectIdentifier) crypto.Hash {
	switch oid.String() {
	case "1.3.14.3.2.26":
		return crypto.SHA1
	case "2.16.840.1.101.3.4.2.12", "2.16.840.1.101.3.4.2.18":
		return shake256
	case "2.16.840.1.101.3.4.2.4":
		return crypto.SHA224
	case "2.16.840.1.101.3.4.2.1":
		return crypto.SHA256
	case "2.16.840.1.101.3.4.2.2":
		return crypto.SHA384
	case "2.16.840.1.101.3.4.2.3":
		return crypto.SHA512
	case "2.16.840.1.101.3.4.2.6":
		return crypto.SHA512_256
	case "2.16.840.1.101.3.4.2.7":
		return crypto.SHA3_224
	case "2.16.840.1.101.3.4.2.8":
		return crypto.SHA3_256
	case "2.16.840.1.101.3.4.2.9":
		return crypto.SHA3_384
	case "2.16.840.1.101.3.4.2.10":
		return crypto.SHA3_512
	}
	// Some writers put the signature algorithm where the digest belongs.
	if _, h, ok := signatureAlgorithm(oid); ok && h != 0 {
		return h
	}
	return 0
}

// signatureAlgorithm returns the family, and the digest where the identifier
// names one.
func signatureAlgorithm(oid asn1.ObjectIdentifier) (family, crypto.Hash, bool) {
	switch oid.String() {
	case "1.2.840.113549.1.1.1":
		return famRSA, 0, true
	case "1.2.840.113549.1.1.10":
		return famPSS, 0, true
	case "1.2.840.10045.2.1":
		return famECDSA, 0, true
	case "1.3.101.112":
		return famEd25519, 0, true
	case "1.3.101.113":
		return famEd448, 0, true
	case "1.2.840.10040.4.1":
		return famDSA, 0, true
	case "1.2.840.10040.4.3":
		return famDSA, crypto.SHA1, true
	case "2.16.840.1.101.3.4.3.1":
		return famDSA, crypto.SHA224, true
	case "2.16.840.1.101.3.4.3.2":
		return famDSA, crypto.SHA256, true
	case "1.2.840.113549.1.1.5", "1.3.14.3.2.29":
		return famRSA, crypto.SHA1, true
	case "1.2.840.113549.1.1.14":
		return famRSA, crypto.SHA224, true
	case "1.2.840.113549.1.1.11":
		return famRSA, crypto.SHA256, true
	case "1.2.840.113549.1.1.12":
		return famRSA, crypto.SHA384, true
	case "1.2.840.113549.1.1.13":
		return famRSA, crypto.SHA512, true
	case "1.2.840.113549.1.1.16":
		return famRSA, crypto.SHA512_256, true
	case "2.16.840.1.101.3.4.3.13":
		return famRSA, crypto.SHA3_224, true
	case "2.16.840.1.101.3.4.3.14":
		return famRSA, crypto.SHA3_256, true
	case "2.16.840.1.101.3.4.3.15":
		return famRSA, crypto.SHA3_384, true
	case "2.16.840.1.101.3.4.3.16":
		return famRSA, crypto.SHA3_512, true
	case "1.2.840.10045.4.1":
		return famECDSA, crypto.SHA1, true
	case "1.2.840.10045.4.3.1":
		return famECDSA, crypto.SHA224, true
	case "1.2.840.10045.4.3.2":
		return famECDSA, crypto.SHA256, true
	case "1.2.840.10045.4.3.3":
		return famECDSA, crypto.SHA384, true
	case "1.2.840.10045.4.3.4":
		return famECDSA, crypto.SHA512, true
	case "2.16.840.1.101.3.4.3.9":
		return famECDSA, crypto.SHA3_224, true
	case "2.16.840.1.101.3.4.3.10":
		return famECDSA, crypto.SHA3_256, true
	case "2.16.840.1.101.3.4.3.11":
		return famECDSA, crypto.SHA3_384, true
	case "2.16.840.1.101.3.4.3.12":
		return famECDSA, crypto.SHA3_512, true
	case "0.4.0.127.0.7.1.1.4.1.1":
		return famPlainECDSA, crypto.SHA1, true
	case "0.4.0.127.0.7.1.1.4.1.2":
		return famPlainECDSA, crypto.SHA224, true
	case "0.4.0.127.0.7.1.1.4.1.3":
		return famPlainECDSA, crypto.SHA256, true
	case "0.4.0.127.0.7.1.1.4.1.4":
		return famPlainECDSA, crypto.SHA384, true
	case "0.4.0.127.0.7.1.1.4.1.5":
		return famPlainECDSA, crypto.SHA512, true
	}
	return famUnknown, 0, false
}

// digestOID returns the identifier of a digest algorithm, nil when unknown.
func digestOID(h crypto.Hash) asn1.ObjectIdentifier {
	nist := asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 0}
	last := map[crypto.Hash]int{
		crypto.SHA256: 1, crypto.SHA384: 2, crypto.SHA512: 3, crypto.SHA224: 4, crypto.SHA512_256: 6,
		crypto.SHA3_224: 7, crypto.SHA3_256: 8, crypto.SHA3_384: 9, crypto.SHA3_512: 10,
	}[h]
	switch {
	case h == crypto.SHA1:
		return asn1.ObjectIdentifier{1, 3, 14, 3, 2, 26}
	case last > 0:
		return append(nist[:8:8], last)
	}
	return nil
}

func digestName(h crypto.Hash) string {
	if h == 0 {
		return ""
	}
	if h == shake256 {
		return "SHAKE256"
	}
	return h.String()
}
