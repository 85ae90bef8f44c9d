package sign

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/tthclint/tthclint/pkg/sign/internal/curve"
)

// link tells how a certificate's signature verified with its issuer's key.
type link int

const (
	linkBad    link = iota
	linkGood        // verified by crypto/x509
	linkLegacy      // verified, but the signature uses SHA-1
	linkOwn         // verified by this package, for a curve that crypto/x509 does not know
)

// checkLink verifies the signature on child with parent's key, and nothing
// else: names, terms and usages are judged elsewhere. crypto/x509 refuses
// SHA-1, which the older branch of the Vietnamese government PKI still uses, so
// PKCS #1 v1.5 over SHA-1 is verified here and told apart.
func checkLink(child, parent *x509.Certificate) link {
	if !workable(parent.PublicKey) {
		return linkBad
	}
	if key := publicKey(parent); ownKind(key) {
		return checkOwn(child, key)
	}
	switch child.SignatureAlgorithm {
	case x509.SHA1WithRSA:
		key, ok := parent.PublicKey.(*rsa.PublicKey)
		if !ok {
			return linkBad
		}
		h := sha1.Sum(child.RawTBSCertificate)
		if rsa.VerifyPKCS1v15(key, crypto.SHA1, h[:], child.Signature) != nil {
			return linkBad
		}
		return linkLegacy
	}
	if parent.CheckSignature(child.SignatureAlgorithm, child.RawTBSCertificate, child.Signature) != nil {
		return linkBad
	}
	return linkGood
}

// ownKind tells whether a key is one that crypto/x509 cannot verify with.
func ownKind(key crypto.PublicKey) bool {
	switch key.(type) {
	case *curve.PublicKey, curve.Ed448PublicKey:
		return true
	}
	return false
}

// checkOwn verifies the signature on child with such a key, by the algorithm
// that the certificate names.
func checkOwn(child *x509.Certificate, key crypto.PublicKey) link {
	in := cryptobyte.String(child.Raw)
	var cert cryptobyte.String
	if !in.ReadASN1(&cert, cbasn1.SEQUENCE) || !cert.SkipASN1(cbasn1.SEQUENCE) {
		return linkBad
	}
	alg, err := readAlgorithm(&cert)
	if err != nil {
		return linkBad
	}
	fam, h, ok := signatureAlgorithm(alg.oid)
	if fam == famEd448 {
		h = shake256
	}
	if !ok || !available(h) || h == crypto.SHA1 {
		return linkBad
	}
	if !verifyValue(key, alg, h, message{sum(h, child.RawTBSCertificate), child.RawTBSCertificate}, child.Signature).ok {
		return linkBad
	}
	return linkOwn
}
