package sign

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"
)

// link tells how a certificate's signature verified with its issuer's key.
type link int

const (
	linkBad    link = iota
	linkGood        // verified by crypto/x509
	linkLegacy      // verified, but the signature uses SHA-1
)

// checkLink verifies the signature on child with parent's key, and nothing
// else: names, terms and usages are judged elsewhere. crypto/x509 refuses
// SHA-1, which the older branch of the Vietnamese government PKI still uses, so
// PKCS #1 v1.5 over SHA-1 is verified here and told apart.
func checkLink(child, parent *x509.Certificate) link {
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
