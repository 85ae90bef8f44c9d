package sign

import (
	"time"
)

// Algorithms that were good once. A signature is not refused for them, but what
// they prove depends on when it was made; so the times are data.
var (
	// sha1SignaturesUntil: NIST SP 800-131A disallows SHA-1 and keys below 112
	// bits of security (RSA 2048) for making signatures from 2014 on. Circular
	// 15/2025/TT-BKHCN asks for RSA 2048 and ECDSA 256 likewise.
	weakSignaturesUntil = time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC)
	// sha1CertificatesUntil: chosen-prefix collisions, with which certificates
	// are forged, were public from January 2020 on (Leurent and Peyrin, "SHA-1
	// is a Shambles"). Certificates issued before, as those of the first
	// government generation were, cannot have been made that way.
	sha1CertificatesUntil = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
)

// weak tells whether the signature was made with algorithms that were good no
// more (EN 319 102-1 clause 5.2.8), as far as is known: proven to be older it
// keeps its worth.
func (s *Signature) weak() (Sub, bool) {
	if s.Has(CodeWeakLinkRefused) {
		return SubCryptoConstraints, true
	}
	if !s.Has(CodeWeakDigest) && !s.Has(CodeWeakKey) {
		return SubNone, false
	}
	switch {
	case !s.Proven.IsZero() && s.Proven.Before(weakSignaturesUntil):
		return SubNone, false
	case s.Proven.IsZero():
		return SubCryptoNoPOE, true
	}
	return SubCryptoConstraints, true
}
